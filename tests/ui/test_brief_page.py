"""The Brief, worked with real keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from facilitator.domain.records import Participant, Review, TimelineEvent
from facilitator.domain.text import LINE_LIMIT, TEXT_LIMIT
from facilitator.domain.words import Marker, Precision
from facilitator.ui.brief.durations import Durations
from facilitator.ui.brief.facts_form import read_day
from facilitator.ui.brief.facts_line import facts
from facilitator.ui.brief.paragraph import even_width
from facilitator.ui.theme import Theme
from tests.ui.brief_room import Room, open_room

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key, Held = Qt.Key, Qt.KeyboardModifier
LONG = "word " * 20_000


def empty() -> Review:
    return Review(id="r1", time_zone="Europe/London")


def full() -> Review:
    people = (
        Participant(id="p1", name="Aoife Byrne", role="Facilitator", attended=True),
        Participant(id="p2", name="Sam Osei", role="Incident lead", alias="Lead"),
    )
    start = datetime(2026, 3, 3, 14, 4, tzinfo=UTC)
    return Review(
        id="r1",
        title="Shops could not pay",
        summary="A file was refused.",
        impact="41,300 payments arrived late\nShops asked for help",
        severity="SEV 1",
        services=("Ledger", "Limits"),
        failure_class="Bad settings",
        time_zone="Europe/London",
        held_on=date(2026, 3, 5),
        participants=people,
        events=(TimelineEvent(id="e1", text="It stops", at=start, marker=Marker.IMPACT_START),),
    )


def drawn(widget: Any) -> list[tuple[int, int]]:
    """Places of a grabbed widget that differ from its background."""
    picture = widget.grab().toImage()
    ground = picture.pixel(0, 0)
    steps = [(x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)]
    return [place for place in steps if picture.pixel(*place) != ground]


# -- typing in place -----------------------------------------------------------------------------


def test_a_new_review_begins_at_its_title_and_enter_and_tab_go_on(qtbot: QtBot) -> None:
    room = open_room(qtbot, empty())
    room.type("Shops could not pay")
    room.press(Key.Key_Return)
    room.type("A file was refused.")
    room.press(Key.Key_Tab)
    room.type("41,300 payments arrived late")
    assert (room.review.title, room.review.summary, room.review.impact) == (
        "Shops could not pay",
        "A file was refused.",
        "41,300 payments arrived late",
    )


def test_typing_a_title_is_one_step_of_undo(qtbot: QtBot) -> None:
    room = open_room(qtbot, empty())
    room.type("Shops could not pay")
    assert room.session.undo_label == "Change title"
    room.control(Key.Key_Z)
    assert room.review.title == ""
    assert room.page.title.toPlainText() == ""
    assert room.session.undo_label is None
    room.press(Key.Key_Z, Held.ControlModifier | Held.ShiftModifier)
    assert room.review.title == "Shops could not pay"
    assert room.page.title.toPlainText() == "Shops could not pay"


def test_undo_goes_through_the_fields_and_forms_in_the_order_of_the_edits(qtbot: QtBot) -> None:
    room = open_room(qtbot, empty())
    room.type("Title")
    room.press(Key.Key_Tab)
    room.type("Summary")
    room.control(Key.Key_D)
    room.type("INC-7")
    room.control(Key.Key_Z)
    assert room.review.incident == ""
    assert room.focus.text() == ""
    room.control(Key.Key_Z)
    room.press(Key.Key_Escape)
    assert (room.review.title, room.review.summary) == ("Title", "")
    assert room.page.summary.toPlainText() == ""


def test_a_full_brief_is_for_reading_until_f2(qtbot: QtBot) -> None:
    room = open_room(qtbot, full())
    assert room.at(room.page.area)
    room.press(Key.Key_F2)
    room.type("!")
    assert room.review.title == "Shops could not pay!"


def test_tab_walks_in_reading_order(qtbot: QtBot) -> None:
    room = open_room(qtbot, full())
    walked = []
    for _ in range(5):
        room.press(Key.Key_Tab)
        walked.append(room.focus.objectName())
    assert walked == [
        "brief.facts",
        "brief.title",
        "brief.summary",
        "brief.figures",
        "brief.roles",
    ]


@pytest.mark.parametrize("text", ["<b>bold</b> & co", "שרת הכספים נעצר", "💥 naïve", "a\tb"])
def test_text_is_text(qtbot: QtBot, text: str) -> None:
    room = open_room(qtbot, empty())
    for field in (room.page.title, room.page.summary, room.page.impact.lines):
        field.setFocus()
        room.paste(text)
    kept = text.replace("\t", " ")
    assert (room.review.title, room.review.summary, room.review.impact) == (kept, kept, kept)
    room.page.area.setFocus()
    assert room.page.title.toPlainText() == kept
    assert drawn(room.page.title)


def test_a_field_that_grows_shows_its_first_line(qtbot: QtBot) -> None:
    room = open_room(qtbot, empty())
    for field in (room.page.title, room.page.summary, room.page.impact.lines):
        field.setFocus()
        room.type("many words " * 15)
        assert field.document().lineCount() > 1
        assert field.verticalScrollBar().maximum() == 0


def test_a_lone_surrogate_and_controls_are_left_out_and_the_field_shows_so(qtbot: QtBot) -> None:
    room = open_room(qtbot, empty())
    room.page.summary.setFocus()
    room.paste("left\ud800 and\x07 right\u202e")
    assert room.review.summary == "left and right"
    room.press(Key.Key_Tab)
    assert room.page.summary.toPlainText() == "left and right"


def test_a_pasted_page_of_text_is_kept_whole_and_stays_in_view(qtbot: QtBot) -> None:
    room = open_room(qtbot, empty())
    room.page.summary.setFocus()
    room.paste(LONG)
    assert room.review.summary == LONG.strip()
    assert room.reason("brief.summary") == ""
    area = room.page.area
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > area.height())
    room.press(Key.Key_Backspace)
    room.press(Key.Key_Backspace)
    assert room.review.summary.endswith("word wor")


def test_what_is_too_long_stays_with_its_reason_until_escape(qtbot: QtBot) -> None:
    room = open_room(qtbot, full())
    room.page.title.setFocus()
    room.control(Key.Key_A)
    room.paste(LONG)
    assert room.review.title == "Shops could not pay"
    assert f"at most {LINE_LIMIT:,} fit here" in room.reason("brief.title")
    assert len(room.page.title.toPlainText()) == len(LONG.strip())
    assert not room.page.settle()
    assert room.at(room.page.title)
    room.press(Key.Key_Escape)
    assert room.page.title.toPlainText() == "Shops could not pay"
    assert room.reason("brief.title") == ""
    assert room.page.settle()


def test_undo_first_takes_back_what_was_refused(qtbot: QtBot) -> None:
    room = open_room(qtbot, empty())
    room.type("Kept")
    room.page.summary.setFocus()
    room.paste("x" * (TEXT_LIMIT + 1))
    assert f"at most {TEXT_LIMIT:,}" in room.reason("brief.summary")
    room.control(Key.Key_Z)
    assert room.page.summary.toPlainText() == ""
    assert room.review.title == "Kept"
    room.control(Key.Key_Z)
    assert room.review.title == ""


def test_another_change_leaves_a_refused_text_alone(qtbot: QtBot) -> None:
    room = open_room(qtbot, full())
    room.page.title.setFocus()
    room.paste(LONG)
    refused = room.page.title.toPlainText()
    room.control(Key.Key_P)
    room.type("Priya Nair, product lead")
    room.press(Key.Key_Return)
    assert len(room.review.participants) == 3
    assert room.page.title.toPlainText() == refused


# -- impact --------------------------------------------------------------------------------------


def test_typing_on_the_figures_goes_into_their_lines(qtbot: QtBot) -> None:
    room = open_room(qtbot, full())
    room.page.impact.figures.setFocus()
    room.type("!")
    assert room.at(room.page.impact.lines)
    assert room.review.impact.endswith("for help!")
    room.press(Key.Key_Escape)
    assert room.at(room.page.impact.figures)
    assert not room.page.impact.lines.isVisible()


def test_the_lines_of_the_impact_show_as_long_as_there_are_none(qtbot: QtBot) -> None:
    room = open_room(qtbot, empty())
    assert room.page.impact.start is room.page.impact.lines
    room.page.impact.lines.setFocus()
    room.type("2 shops closed")
    room.press(Key.Key_Tab)
    assert room.page.impact.figures.isVisible()
    room.control(Key.Key_Z)
    assert room.page.impact.lines.isVisible()


def test_the_focus_comes_back_to_the_impact_from_a_form(qtbot: QtBot) -> None:
    room = open_room(qtbot, empty())
    room.page.impact.lines.setFocus()
    room.type("2 shops closed")
    room.page.select("services")
    room.type("Ledger")
    room.press(Key.Key_Escape)
    assert room.at(room.page.impact.figures)


def test_every_line_of_the_impact_finds_room(qtbot: QtBot) -> None:
    room = open_room(qtbot, full())
    figures = room.page.impact.figures
    few = figures.height()
    figures.show_impact("1 a\n2 b\n3 c\n4 d\n" + "many words " * 60)
    assert figures.height() > few * 2


# -- facts ---------------------------------------------------------------------------------------


def open_facts(qtbot: QtBot, field: str) -> Room:
    room = open_room(qtbot, full())
    room.page.select(field)
    return room


def test_facts_are_changed_in_their_form_and_shown_at_once(qtbot: QtBot) -> None:
    room = open_room(qtbot, empty())
    room.control(Key.Key_D)
    for text in ("INC-7", "sev2", "Ledger,  Limits ,", "Full disk", "Europe/Berlin", "5 March"):
        room.replace(text)
        room.press(Key.Key_Tab)
    review = room.review
    assert (review.incident, review.severity) == ("INC-7", "SEV 2")
    assert (review.services, review.failure_class) == (("Ledger", "Limits"), "Full disk")
    assert (review.time_zone, review.held_on) == ("Europe/Berlin", date(2026, 3, 5))
    words = [fact.words for fact in facts(review)]
    assert words == ["Severity 2", "Ledger, Limits", "Full disk", "Berlin time"]


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("severity", "x" * 41, "This text has 41 characters; at most 40 fit here."),
        ("time_zone", "Londn", "“Londn” is not a time zone."),
        ("held_on", "03/04/2026", "leaves open which is the day"),
        ("held_on", "soonish", "Write the day like 2026-03-05"),
    ],
)
def test_a_refused_fact_shows_its_reason_and_loses_nothing(
    qtbot: QtBot, field: str, text: str, reason: str
) -> None:
    room = open_facts(qtbot, field)
    before, line = room.review, room.focus
    room.replace(text)
    room.press(Key.Key_Return)
    assert room.review is before
    assert reason in room.reason(f"facts.{field}")
    assert line.text() == text
    # Neither Escape in another field nor a click beside it closes the form over it.
    room.press(Key.Key_Escape)
    assert room.sheet is not None
    assert room.at(line)
    room.press(Key.Key_Escape)
    assert room.reason(f"facts.{field}") == ""
    room.press(Key.Key_Escape)
    assert room.sheet is None


def test_two_refused_facts_keep_a_reason_each(qtbot: QtBot) -> None:
    room = open_facts(qtbot, "severity")
    room.replace("x" * 41)
    room.sheet.start("time_zone").setFocus()
    room.replace("Londn")
    room.sheet.start("incident").setFocus()
    assert "41 characters" in room.reason("facts.severity")
    assert "Londn" in room.reason("facts.time_zone")


def test_leaving_the_form_takes_over_what_was_typed(qtbot: QtBot) -> None:
    room = open_facts(qtbot, "severity")
    room.replace("3")
    room.sheet.close_sheet()
    assert room.review.severity == "SEV 3"
    assert room.sheet is None


def test_enter_on_the_last_fact_closes_and_a_refused_one_keeps_the_focus(qtbot: QtBot) -> None:
    room = open_facts(qtbot, "held_on")
    room.replace("someday")
    room.press(Key.Key_Return)
    assert room.focus.objectName() == "facts.held_on"
    assert room.reason("facts.held_on")
    room.replace("2026-03-06")
    room.press(Key.Key_Return)
    assert room.sheet is None
    assert room.review.held_on == date(2026, 3, 6)


def test_a_zone_is_found_by_its_city_and_escape_sends_the_offers_away_first(qtbot: QtBot) -> None:
    room = open_facts(qtbot, "time_zone")
    room.replace("berl")
    room.press(Key.Key_Escape)
    assert room.focus.text() == "berl"
    room.press(Key.Key_Return)
    assert room.review.time_zone == "Europe/Berlin"
    assert room.focus.objectName() == "facts.held_on"


def test_known_kinds_of_failure_are_offered_while_typing(qtbot: QtBot) -> None:
    room = open_facts(qtbot, "failure_class")
    room.replace("capac")
    room.press(Key.Key_Down)
    room.press(Key.Key_Return)
    assert room.review.failure_class == "Out of capacity"


def test_words_of_ones_own_go_on_with_enter_and_escape_sends_the_offers_away(
    qtbot: QtBot,
) -> None:
    room = open_facts(qtbot, "failure_class")
    room.replace("capac")
    room.press(Key.Key_Escape)
    assert room.sheet is not None
    assert room.focus.text() == "capac"
    room.type("ity")
    room.press(Key.Key_Return)
    assert room.review.failure_class == "capacity"
    assert room.focus.objectName() == "facts.time_zone"


@pytest.mark.parametrize("field", ["incident", "severity", "services", "held_on"])
def test_a_lack_leads_to_its_field(qtbot: QtBot, field: str) -> None:
    assert open_facts(qtbot, field).focus.objectName() == f"facts.{field}"


def test_facts_that_are_needed_are_said_to_be_missing() -> None:
    found = {fact.words: fact.missing for fact in facts(empty())}
    assert found == {"No severity": True, "No services": True, "London time": False}
    assert not any(fact.missing for fact in facts(full()))
    assert "Tuesday 3 March 2026" in [fact.words for fact in facts(full())]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", None),
        ("2026-03-05", date(2026, 3, 5)),
        (" 5 Mar ", date(2026, 3, 5)),
        ("Dec 30", date(2025, 12, 30)),
        ("today", date(2026, 2, 1)),
    ],
)
def test_days_are_read_as_people_write_them(text: str, day: date | None) -> None:
    assert read_day(text, date(2026, 2, 1)) == day


# -- people --------------------------------------------------------------------------------------


def names(room: Room) -> list[tuple[str, str, str, bool]]:
    return [(each.name, each.role, each.alias, each.attended) for each in room.review.participants]


def test_people_are_added_one_line_each(qtbot: QtBot) -> None:
    room = open_room(qtbot, empty())
    room.control(Key.Key_P)
    room.type("Priya Nair, product lead")
    room.press(Key.Key_Return)
    room.type("Tom Reyes,on-call engineer, Rook")
    room.press(Key.Key_Return)
    room.press(Key.Key_Return)
    assert names(room) == [
        ("Priya Nair", "product lead", "", True),
        ("Tom Reyes", "on-call engineer", "Rook", True),
    ]
    assert room.focus.objectName() == "people.new"
    assert room.page.roles.present == ("product lead", "Rook")


def test_a_long_role_takes_a_row_of_its_own(qtbot: QtBot) -> None:
    long = "kubernetes platform maintainer"
    people = ("observer", "on-call", "lead", long, "comms", "host")
    seats = tuple(
        Participant(id=f"p{at}", role=role, attended=True) for at, role in enumerate(people)
    )
    roles = open_room(qtbot, replace(empty(), participants=seats)).page.roles
    room = roles.inner.width() / 2 - roles.theme.px(16)
    assert roles.theme.metrics("text").horizontalAdvance(long) > room
    assert roles._places == ((0, 0, 1), (0, 1, 1), (1, 0, 1), (2, 0, 2), (3, 0, 1), (3, 1, 1))
    assert roles.height() >= roles.theme.px(4 * 46)


def test_undo_in_the_line_that_adds_is_the_documents_once_it_is_empty(qtbot: QtBot) -> None:
    room = open_room(qtbot, empty())
    room.control(Key.Key_P)
    room.type("Priya Nair")
    room.press(Key.Key_Return)
    room.type("Tom")
    room.control(Key.Key_Z)
    assert room.focus.text() == ""
    assert len(room.review.participants) == 1
    room.control(Key.Key_Z)
    assert not room.review.participants
    assert room.focus.objectName() == "people.new"


def test_people_are_changed_in_their_line(qtbot: QtBot) -> None:
    room = open_room(qtbot, full())
    room.page.select("p1")
    room.replace("Aoife B")
    room.press(Key.Key_Tab)
    room.replace("Host")
    room.press(Key.Key_Tab)
    room.press(Key.Key_Tab)
    room.press(Key.Key_Space)
    assert names(room)[0] == ("Aoife B", "Host", "", False)
    assert room.page.roles.present == ()
    assert room.page.roles.absent == ("Host", "Lead")


def test_roles_without_a_name_are_filled_from_the_top(qtbot: QtBot) -> None:
    roles = tuple(Participant(id=f"p{at}", role=f"Role {at}") for at in (1, 2, 3))
    room = open_room(qtbot, replace(empty(), participants=roles))
    room.control(Key.Key_P)
    assert room.focus.placeholderText() == "Add somebody: Priya Nair, Role 1"
    for _line in roles:
        room.press(Key.Key_Up)
    assert room.focus.objectName() == "people.p1.name"
    room.type("Aoife")
    room.press(Key.Key_Down)
    room.type("Sam")
    assert names(room)[:2] == [("Aoife", "Role 1", "", True), ("Sam", "Role 2", "", True)]
    assert not names(room)[2][3]
    room.press(Key.Key_Down)
    room.press(Key.Key_Down)
    assert room.focus.objectName() == "people.new"
    room.press(Key.Key_Up)
    assert room.focus.objectName() == "people.p3.name"
    room.control(Key.Key_Z)
    assert names(room)[1] == ("", "Role 2", "", False)


def test_somebody_who_is_typed_is_not_lost_when_the_form_closes(qtbot: QtBot) -> None:
    room = open_room(qtbot, empty())
    room.control(Key.Key_P)
    room.type("Nobody")
    room.press(Key.Key_Escape)
    assert room.focus.text() == ""
    room.type("Priya Nair")
    room.sheet.close_sheet()
    assert room.sheet is None
    assert [each[0] for each in names(room)] == ["Priya Nair"]


def test_control_delete_takes_somebody_out_and_undo_brings_them_back(qtbot: QtBot) -> None:
    room = open_room(qtbot, full())
    room.page.select("p1")
    room.control(Key.Key_Delete)
    assert [each[0] for each in names(room)] == ["Sam Osei"]
    assert room.focus.objectName() == "people.new"
    room.control(Key.Key_Z)
    assert [each[0] for each in names(room)] == ["Aoife Byrne", "Sam Osei"]


def test_nobody_is_added_with_a_name_that_is_too_long_and_the_line_stays(qtbot: QtBot) -> None:
    room = open_room(qtbot, empty())
    room.control(Key.Key_P)
    room.paste("x" * (LINE_LIMIT + 1))
    room.press(Key.Key_Return)
    assert not room.review.participants
    assert len(room.focus.text()) == LINE_LIMIT + 1
    assert f"at most {LINE_LIMIT:,}" in room.reason("people")
    room.press(Key.Key_Backspace)
    assert room.reason("people") == ""
    room.press(Key.Key_Return)
    assert len(room.review.participants) == 1


def test_tab_in_the_people_form_comes_to_the_line_that_adds_last(qtbot: QtBot) -> None:
    room = open_room(qtbot, full())
    room.control(Key.Key_P)
    room.type("New, one")
    room.press(Key.Key_Return)
    walked = []
    for _ in range(13):
        room.press(Key.Key_Tab)
        walked.append(room.focus.objectName())
    assert walked[0] == f"people.{room.review.participants[0].id}.name"
    assert walked[11].endswith(".attended")
    assert walked[12] == "people.new"


def test_the_stage_never_shows_a_name(qtbot: QtBot) -> None:
    room = open_room(qtbot, full())
    spoken = room.page.roles.accessibleDescription()
    assert "Facilitator" in spoken
    assert not any(each.name in spoken for each in room.review.participants)


# -- showing -------------------------------------------------------------------------------------


def test_durations_say_what_is_not_marked(qtbot: QtBot) -> None:
    room = open_room(qtbot, full())
    assert room.page.durations.heading().endswith("from impact start at 14:04")
    about = replace(full().events[0], precision=Precision.ABOUT)
    other = Durations(Theme("light", 100))
    other.show_review(replace(full(), events=(about,)))
    assert other.heading().endswith("from impact start at about 14:04")
    assert "not marked to resolve" in room.page.durations.accessibleDescription()
    end = TimelineEvent(
        id="e2",
        text="It goes",
        at=datetime(2026, 3, 4, 15, 51, tzinfo=UTC),
        marker=Marker.RESOLVED,
        precision=Precision.ABOUT,
    )
    from facilitator.domain.edits import timeline  # noqa: PLC0415 - only here

    room.desk.apply("Add", timeline.add_event(end))
    assert "about 25 h 47 min to resolve" in room.page.durations.accessibleDescription()


@pytest.mark.parametrize("size", [100, 200])
def test_the_columns_stand_one_below_the_other_where_room_is_short(qtbot: QtBot, size: int) -> None:
    room = open_room(qtbot, full(), Theme("light", size))
    left, right = room.page.panes()
    beside = right.x() > left.x()
    assert beside is (size == 100)
    assert not room.page.area.horizontalScrollBar().isVisible()


def test_a_title_leaves_no_single_word_on_its_last_line(qtbot: QtBot) -> None:
    room = open_room(qtbot, full())
    font = room.page.title.font()
    full_width = round(QFontMetricsF(font).horizontalAdvance("Nobody could reach the")) + 4
    even = even_width("Nobody could reach the shops", font, full_width)
    assert even < full_width * 0.8
    assert even_width("Nobody could", font, full_width) == full_width


def test_everything_that_takes_focus_has_a_name(qtbot: QtBot) -> None:
    room = open_room(qtbot, full())
    room.control(Key.Key_P)
    for root in (room.page, room.sheet):
        for each in root.findChildren(QWidget):
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible():
                assert each.accessibleName(), each.objectName()


def test_f6_goes_from_column_to_column(qtbot: QtBot) -> None:
    room = open_room(qtbot, full())
    left, right = room.page.panes()
    right.setFocus()
    assert room.at(room.page.roles)
    left.setFocus()
    assert room.at(room.page.title)


@pytest.mark.parametrize("name", ["brief.summary", "brief.impact", "brief.roles"])
def test_a_page_made_anew_has_the_focus_where_it_was(qtbot: QtBot, name: str) -> None:
    room = open_room(qtbot, full())
    room.page.impact.begin()
    widget = room.page.findChild(QWidget, name)
    assert isinstance(widget, QWidget)
    widget.setFocus()
    state = room.page.state()
    other = open_room(qtbot, full())
    other.page.restore(state)
    other.page.focus_start()
    assert other.focus.objectName() == name
    assert other.focus.isVisible()
