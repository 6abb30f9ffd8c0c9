"""The Timeline page, worked with keys as in the meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from facilitator.domain.edits.timeline import change_event, remove_events, set_marker
from facilitator.domain.records import Review
from facilitator.domain.words import EventKind, Marker, Precision
from facilitator.ui.theme import Theme
from facilitator.ui.timeline.page import TimelinePage
from tests.ui.support import make_review
from tests.ui.timeline_room import Room, example, many, open_room

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.ui.timeline.remarks_sheet import RemarksSheet

Key, Held = Qt.Key, Qt.KeyboardModifier
DAY = date(2026, 3, 3)


def at(hour: int, minute: int, day: int = 3) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    """Four events, the entry line with the keys."""
    return open_room(qtbot, example())


@pytest.fixture
def empty(qtbot: QtBot) -> Room:
    """A review without events."""
    return open_room(qtbot, make_review())


# -- adding ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("14:06 text", {"at": at(14, 6), "precision": Precision.EXACT, "typed": "14:06"}),
        ("1406 text", {"at": at(14, 6)}),
        ("+5m text", {"at": at(14, 26), "typed": "+5m"}),
        ("-2m text", {"at": at(14, 19)}),
        ("now text", {"at": at(14, 0, day=5)}),
        ("~14:10 text", {"at": at(14, 10), "precision": Precision.ABOUT, "typed": "~14:10"}),
        ("14:06-14:20 text", {"at": at(14, 6), "end": at(14, 20)}),
        ("!detected 14:05 text", {"at": at(14, 5), "marker": Marker.DETECTED}),
        ("? text", {"at": at(14, 21), "precision": Precision.UNKNOWN}),
        ("2026-03-02 09:00 text", {"at": at(9, 0, day=2)}),
        ("14:06 UTC text", {"zone": "UTC"}),
        ("14:06 text *", {"starred": True, "text": "Text"}),
        ("14:06 alert text", {"kind": EventKind.ALERT, "text": "Text"}),
        ("14:06 text @Payments", {"lane": "Payments", "text": "Text"}),
        ("14:06 ledger text", {"lane": "Ledger", "text": "Ledger text"}),
        ("14:06 deploy of 4.2 starts", {"kind": EventKind.CHANGE}),
    ],
)
def test_every_way_to_type_an_event(room: Room, line: str, expected: dict[str, Any]) -> None:
    room.select("e3")
    room.page.focus_start()
    room.enter(line)
    assert {name: getattr(room.current, name) for name in expected} == expected
    assert room.entry.text() == ""
    assert room.entry.hasFocus()
    assert len(room.review.events) == 5


def test_events_are_typed_one_after_the_other_in_any_order(room: Room) -> None:
    for line in ("14:09 second", "+1m third", "14:05 first"):
        room.enter(line)
    times = [each.at for each in room.review.events]
    assert times == sorted(times, key=lambda each: each or at(0, 0))
    assert [each for each in room.texts if each in {"First", "Second", "Third"}] == [
        "First",
        "Second",
        "Third",
    ]
    assert room.current.text == "First"
    assert room.session.labels == ["Add event"] * 3
    room.session.undo()
    assert "First" not in room.texts
    room.session.redo()
    assert "First" in room.texts


def test_the_preview_says_what_enter_would_do(room: Room) -> None:
    room.select("e3")
    room.page.focus_start()
    room.type("~14:36 !detected alert ledger writers still stopping *")
    assert room.told == (
        "Adds about 14:36, Alert, Ledger, Detected, in the story, “Ledger writers still stopping”"
    )


def test_the_preview_says_the_day_where_it_is_another(room: Room) -> None:
    room.type("2026-03-02 09:00 merged")
    assert room.told == "Adds Mon 2 Mar 09:00, Change, “Merged”"


def test_half_a_line_is_told_what_is_missing_but_not_marked(room: Room) -> None:
    room.type("hello")
    assert room.told.startswith("Begin with a time: 14:03")
    assert room.page.preview.reading.note == ""
    assert not room.entry.property("wrong")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("hello", "Begin with a time"),
        ("25:10 text", "is not a time of day"),
        ("3/4/2026 14:03 text", "leaves open which is the day"),
        ("14:03", "Say what happened."),
        ("!soon 14:03 text", "is not a marker"),
    ],
)
def test_a_refused_line_stays_and_says_why(room: Room, line: str, reason: str) -> None:
    before = room.review
    room.enter(line)
    assert room.review is before
    assert room.entry.text() == line
    assert reason in room.page.preview.reading.note
    assert room.entry.property("wrong")
    assert reason in room.entry.accessibleDescription()
    room.type("x")
    assert not room.entry.property("wrong")
    assert room.page.preview.reading.note == ""


def test_a_marker_moves_to_the_event_that_takes_it(room: Room) -> None:
    room.type("!start 14:02 first errors")
    assert "Impact start, no longer at 14:04" in room.told
    room.press(Key.Key_Return)
    assert room.current.marker is Marker.IMPACT_START
    assert room.event("e2").marker is None
    room.session.undo()
    assert room.event("e2").marker is Marker.IMPACT_START


def test_enter_on_an_empty_line_does_nothing(room: Room) -> None:
    before = room.review
    room.press(Key.Key_Return)
    assert room.review is before
    assert room.page.preview.reading.note == ""


# -- the first event and its day ---------------------------------------------------------------


def test_the_first_event_may_say_its_day(empty: Room) -> None:
    empty.enter("3 March 14:03 deploy starts")
    assert empty.current.at == at(14, 3)
    empty.enter("14:08 pages fire")
    assert empty.current.at == at(14, 8)


def test_without_a_day_it_is_asked_and_today_is_only_an_offer(empty: Room) -> None:
    question = empty.page.dock.question
    empty.type("13:03 deploy starts")
    assert question.open
    assert empty.told.startswith("Adds Thu 5 Mar 13:03")
    empty.press(Key.Key_Return)
    assert empty.current.at == at(13, 3, day=5)
    assert not question.open


def test_what_would_still_be_to_come_was_yesterday(empty: Room) -> None:
    empty.enter("14:03 deploy starts")
    assert empty.current.at == at(14, 3, day=4)


def test_another_day_is_chosen_with_the_arrows(empty: Room) -> None:
    empty.type("13:03 deploy starts")
    empty.page.dock.question.focus_answers()
    empty.press(Key.Key_Right)
    empty.press(Key.Key_Right)
    assert empty.told.startswith("Adds Tue 3 Mar 13:03")
    empty.press(Key.Key_Return)
    assert empty.current.at == at(13, 3)
    assert empty.entry.hasFocus()


def test_a_day_that_is_said_is_not_asked(empty: Room) -> None:
    for line in ("2026-03-03 14:03 x", "yesterday 14:03 x", "now x", "? x", "+5m x"):
        empty.entry.setText(line)
        assert not empty.page.dock.question.open, line


def test_the_first_event_brings_the_strip(empty: Room) -> None:
    assert not empty.page.strip.isVisible()
    empty.enter("3 March 14:03 deploy starts")
    assert empty.page.strip.isVisible()
    assert empty.page.facts.story.text() == "0 of 1 tells the story"
    empty.session.undo()
    assert not empty.page.strip.isVisible()


# -- questions ---------------------------------------------------------------------------------


def test_an_ambiguous_zone_is_asked(room: Room) -> None:
    room.type("14:10 IST dashboards go red")
    assert room.page.dock.question.open
    before = room.review
    room.press(Key.Key_Return)
    assert room.review is before
    assert "08:40" in room.told
    room.press(Key.Key_Right)
    assert "13:10" in room.told
    room.press(Key.Key_Return)
    assert room.current.at == at(13, 10)
    assert room.entry.hasFocus()
    assert not room.page.dock.question.open


def test_escape_goes_back_to_the_line(room: Room) -> None:
    room.enter("14:10 IST dashboards go red")
    room.press(Key.Key_Escape)
    assert room.entry.hasFocus()
    assert room.entry.text() == "14:10 IST dashboards go red"


def test_the_hour_that_comes_twice_is_asked(qtbot: QtBot) -> None:
    night = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)
    events = (replace(example().events[0], at=night),)
    room = open_room(qtbot, replace(example(), events=events))
    room.enter("01:30 clocks go back")
    room.press(Key.Key_Right)
    room.press(Key.Key_Return)
    assert room.current.at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_click_answers_at_once(room: Room) -> None:
    room.type("14:10 IST dashboards go red")
    answer = room.page.dock.question.findChild(QWidget, "timeline.answers.1")
    assert answer is not None
    QTest.mouseClick(answer, Qt.MouseButton.LeftButton)
    assert room.current.at == at(13, 10)


def test_the_dock_grows_only_while_something_is_asked(room: Room) -> None:
    height = room.page.dock.height()
    room.type("14:10 IST red")
    assert room.page.dock.height() > height
    room.press(Key.Key_Home)
    for _ in "14:10 IST":
        room.press(Key.Key_Delete)
    assert room.page.dock.height() == height


# -- changing ----------------------------------------------------------------------------------


def test_home_and_end_go_to_the_first_and_the_last_event(room: Room) -> None:
    room.select("e3")
    room.press(Key.Key_Home)
    assert room.current is room.review.events[0]
    room.press(Key.Key_End)
    assert room.current is room.review.events[-1]


def test_the_keys_that_are_shown_work_where_the_focus_is(room: Room) -> None:
    assert ("F6", "Table") in room.page.hints()
    assert ("*", "Story") not in room.page.hints()
    room.select("e3")
    assert ("*", "Story") in room.page.hints()


def test_a_day_of_another_year_says_its_year(room: Room) -> None:
    room.type("2024-02-29 14:10 red")
    assert room.told.startswith("Adds Thu 29 Feb 2024 14:10, ")


def test_f2_changes_the_words_in_the_line(room: Room) -> None:
    room.select("e3")
    room.press(Key.Key_F2)
    assert room.entry.text() == "14:21 Errors page the engineer"
    assert room.page.hints() == (("Enter", "Keep"), ("Esc", "Leave it"))
    room.type(" on call")
    assert room.told == "Becomes 14:21, Alert, Checkout, “Errors page the engineer on call”"
    room.press(Key.Key_Return)
    event = room.event("e3")
    assert (event.text, event.lane) == ("Errors page the engineer on call", "Checkout")
    assert room.page.table.hasFocus()
    assert room.session.labels == ["Change event"]


def test_a_changed_time_moves_the_event(room: Room) -> None:
    room.select("e4")
    room.press(Key.Key_F2)
    room.press(Key.Key_A, Held.ControlModifier)
    room.enter("~14:10 Limits are put back")
    assert [each.id for each in room.review.events] == ["e1", "e2", "e4", "e3"]
    assert room.current.id == "e4"


def test_escape_leaves_the_event_and_gives_the_new_one_back(room: Room) -> None:
    room.type("14:07 half a")
    room.press(Key.Key_F2)
    before = room.review
    room.type(" other")
    room.press(Key.Key_Escape)
    assert room.review is before
    assert room.entry.text() == "14:07 half a"
    assert room.entry.hasFocus()
    assert room.page.drafting.mode == "add"


def test_enter_without_a_change_is_no_edit(room: Room) -> None:
    room.select("e2")
    room.press(Key.Key_F2)
    room.press(Key.Key_Return)
    assert room.session.labels == []
    assert room.page.drafting.mode == "add"


def test_an_arrow_keeps_the_change_and_goes_on(room: Room) -> None:
    room.select("e2")
    room.press(Key.Key_F2)
    room.type(" twice")
    room.press(Key.Key_Down)
    assert room.event("e2").text == "Ledger stops twice"
    assert room.current.id == "e3"


def test_choosing_another_event_keeps_the_change(room: Room) -> None:
    room.select("e2")
    room.press(Key.Key_F2)
    room.type(" twice")
    room.page.strip.chosen.emit("e4")
    assert room.event("e2").text == "Ledger stops twice"
    assert room.current.id == "e4"


def test_leaving_the_page_keeps_the_change_or_stays(room: Room) -> None:
    room.select("e2")
    room.press(Key.Key_F2)
    room.type(" twice")
    assert room.page.settle()
    assert room.event("e2").text == "Ledger stops twice"
    room.press(Key.Key_F2)
    room.press(Key.Key_A, Held.ControlModifier)
    room.type("25:00 Ledger")
    assert not room.page.settle()
    assert "is not a time of day" in room.page.preview.reading.note
    room.press(Key.Key_Escape)
    assert room.page.settle()


def test_a_half_typed_event_does_not_keep_anyone_on_the_page(room: Room) -> None:
    room.type("14:")
    assert room.page.settle()
    assert room.entry.text() == "14:"


def test_undo_while_changing_shows_the_event_as_it_is_now(room: Room) -> None:
    room.select("e2")
    room.press(Key.Key_F2)
    room.type(" twice")
    room.press(Key.Key_Return)
    room.press(Key.Key_F2)
    room.session.undo()
    assert room.entry.text() == "14:04 Ledger stops"


def test_words_are_not_lost_with_the_event_they_were_for(room: Room) -> None:
    room.select("e2")
    room.press(Key.Key_F2)
    room.type(" twice")
    room.session.apply("Remove event", remove_events("e2"))
    assert room.entry.text() == "14:04 Ledger stops twice"
    assert room.page.drafting.mode == "add"
    assert "no longer there" in room.told


def test_a_star_elsewhere_is_kept_while_the_words_change(room: Room) -> None:
    room.select("e2")
    room.press(Key.Key_F2)
    room.type(" twice")
    room.session.apply("Star", change_event("e2", starred=True))
    room.press(Key.Key_Return)
    assert (room.event("e2").starred, room.event("e2").text) == (True, "Ledger stops twice")


# -- in between --------------------------------------------------------------------------------


def test_insert_adds_between_without_a_time(room: Room) -> None:
    room.select("e2")
    room.press(Key.Key_Insert)
    assert room.told.startswith("Goes between 14:04 and 14:21.")
    assert room.page.hints()[0] == ("Enter", "Add here")
    room.enter("somebody looks at the dashboards")
    assert room.texts[2] == "Somebody looks at the dashboards"
    assert (room.current.precision, room.current.at) == (Precision.UNKNOWN, at(14, 4))
    assert room.page.drafting.mode == "add"
    assert room.page.table.hasFocus()


def test_insert_counts_from_the_event_before(room: Room) -> None:
    room.select("e2")
    room.press(Key.Key_Insert)
    room.enter("+3m somebody looks at the dashboards")
    assert room.current.at == at(14, 7)


def test_insert_gives_the_half_typed_event_back(room: Room) -> None:
    room.type("14:30 half a")
    room.press(Key.Key_Insert)
    assert room.entry.text() == ""
    room.enter("between")
    assert room.entry.text() == "14:30 half a"
    assert room.entry.hasFocus()


def test_insert_into_nothing_is_adding(empty: Room) -> None:
    empty.press(Key.Key_Insert)
    assert empty.page.drafting.mode == "add"
    empty.press(Key.Key_F2)
    assert "There is no event yet" in empty.told


# -- table keys --------------------------------------------------------------------------------


def test_star_marks_the_story(room: Room) -> None:
    room.select("e2")
    room.press(Key.Key_Asterisk)
    assert room.event("e2").starred
    assert room.page.facts.story.text() == "2 of 4 tell the story"
    room.press(Key.Key_Asterisk)
    assert not room.event("e2").starred


def test_delete_removes_and_undo_brings_back(room: Room) -> None:
    room.select("e2")
    room.press(Key.Key_Delete)
    assert room.current.id == "e3"
    room.press(Key.Key_Down, Held.ShiftModifier)
    room.press(Key.Key_Delete)
    assert room.texts == ["Limits go out"]
    room.session.undo()
    room.session.undo()
    assert len(room.review.events) == 4


@pytest.mark.parametrize(
    ("key", "typed", "field", "value"),
    [
        (Key.Key_M, "deteC", "marker", Marker.DETECTED),
        (Key.Key_K, "decision", "kind", EventKind.DECISION),
        (Key.Key_L, "ledger", "lane", "Ledger"),
        (Key.Key_L, "Night shift", "lane", "Night shift"),
        (Key.Key_T, "unknown", "precision", Precision.UNKNOWN),
    ],
)
def test_letters_choose(room: Room, key: Qt.Key, typed: str, field: str, value: object) -> None:
    room.select("e3")
    room.press(key)
    assert room.sheet is not None
    room.type(typed)
    room.press(Key.Key_Return)
    assert getattr(room.event("e3"), field) == value


def test_letters_are_typing_in_the_line(room: Room) -> None:
    room.type("14:06 r m k l t 0 + - * x")
    assert room.sheet is None
    assert room.entry.text() == "14:06 r m k l t 0 + - * x"


def test_escape_walks_between_line_and_table(room: Room) -> None:
    room.press(Key.Key_Escape)
    assert room.page.table.hasFocus()
    room.press(Key.Key_Escape)
    assert room.entry.hasFocus()


def test_arrows_in_the_line_walk_the_table(room: Room) -> None:
    room.select("e2")
    room.page.focus_start()
    room.type("+1m x")
    assert "14:05" in room.told
    room.press(Key.Key_Down)
    assert room.current.id == "e3"
    assert "14:22" in room.told


def test_details_open_and_close(room: Room) -> None:
    room.select("e2")
    room.press(Key.Key_Return)
    sheet = room.sheet
    assert sheet is not None
    source = sheet.findChild(QLineEdit, "event.source")
    assert source is not None
    source.setFocus()
    room.type("Ledger log")
    room.press(Key.Key_Return)
    room.press(Key.Key_Escape)
    assert room.event("e2").source == "Ledger log"
    assert room.sheet is None


# -- paste and odd text ------------------------------------------------------------------------


def test_several_lines_are_several_events_and_one_edit(room: Room) -> None:
    room.paste("- 14:05 one\n- +1m two\n\n- ~14:10 three *\n")
    assert room.texts[2:5] == ["One", "Two", "Three"]
    assert room.session.labels == ["Add 3 events"]
    assert room.told == "3 events were added."
    assert room.current.text == "Three"
    room.session.undo()
    assert len(room.review.events) == 4


def test_a_line_that_is_no_event_keeps_all_out(room: Room) -> None:
    before = room.review
    room.paste("14:05 one\nsomething else\n14:07 three")
    assert room.review is before
    assert room.told.startswith("Nothing was pasted. Line 2, “something else”: Begin with a time")


def test_hundreds_of_lines(room: Room) -> None:
    room.paste("\n".join(f"15:{n % 60:02}:{n // 60:02} line {n}" for n in range(300)))
    assert len(room.review.events) == 304
    assert room.page.model.rowCount() == 304


def test_a_hundred_thousand_characters_are_refused_in_one_sentence(room: Room) -> None:
    before = room.review
    room.paste("14:05 " + "long " * 20_000)
    assert room.review is before
    assert "at most 2,000 fit here" in room.told
    assert room.entry.text() == ""
    room.select("e2")
    room.press(Key.Key_F2)
    room.paste("x" * 100_000)
    assert "at most" in room.told
    assert room.entry.text() == "14:04 Ledger stops"


def test_several_lines_become_one_while_changing(room: Room) -> None:
    room.select("e2")
    room.press(Key.Key_F2)
    room.paste(" and\nstarts")
    room.press(Key.Key_Return)
    assert room.event("e2").text == "Ledger stopsand starts"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("14:05 <b>bold</b> & <img src='x'>", "<b>bold</b> & <img src='x'>"),
        ("14:05 שלום עולם", "שלום עולם"),
        ("14:05 مرحبا", "مرحبا"),
        ("14:05 a\x00b\x07c\u202ed", "Abcd"),
        ("14:05 half \ud83d and \udc4d", "Half and"),
        ("14:05 👩‍🚒 pages", "👩‍🚒 pages"),
        ("14:05\u00a0non\u00a0breaking", "Non breaking"),
    ],
)
def test_text_is_text(room: Room, typed: str, text: str) -> None:
    room.entry.setText(typed)
    room.press(Key.Key_Return)
    assert room.current.text == text
    room.page.grab()


def test_a_pasted_lone_surrogate_is_dropped(room: Room) -> None:
    room.entry.insert("14:05 x\ud800y")
    room.press(Key.Key_Return)
    assert room.current.text.casefold() == "xy"


# -- strip -------------------------------------------------------------------------------------


def test_keys_zoom_and_pan(room: Room) -> None:
    strip = room.page.strip
    room.select("e3")
    assert strip.window_shown is None
    room.type("++")
    closer = strip.window_shown
    assert closer is not None
    assert closer.start < at(14, 21).timestamp() < closer.end
    room.press(Key.Key_Left, Held.ControlModifier)
    earlier = strip.window_shown
    assert earlier is not None
    assert earlier.start < closer.start
    assert earlier.span == pytest.approx(closer.span)
    room.press(Key.Key_Right, Held.ControlModifier)
    assert strip.window_shown == pytest.approx(closer)
    room.press(Key.Key_Minus)
    wider = strip.window_shown
    assert wider is not None
    assert wider.span == pytest.approx(closer.span * 1.5)
    room.press(Key.Key_0)
    assert strip.window_shown is None


def test_the_empty_line_zooms_and_pans_too(room: Room) -> None:
    room.press(Key.Key_Right, Held.ControlModifier | Held.ShiftModifier)
    assert room.page.strip.window_shown is not None
    room.type("words here")
    shown = room.page.strip.window_shown
    room.press(Key.Key_Left, Held.ControlModifier)
    assert room.page.strip.window_shown == shown
    assert room.entry.cursorPosition() == len("words ")


def test_a_chosen_event_is_brought_into_view(room: Room) -> None:
    strip = room.page.strip
    room.select("e1")
    room.type("+++")
    before = strip.window_shown
    room.select("e4")
    after = strip.window_shown
    assert before is not None
    assert after is not None
    assert not before.start <= at(15, 8).timestamp() <= before.end
    assert after.start <= at(15, 8).timestamp() <= after.end
    assert after.span == pytest.approx(before.span)


def test_arrows_walk_the_strip(room: Room) -> None:
    strip = room.page.strip
    strip.setFocus()
    assert room.current.id == "e1"
    for key, expected in (
        (Key.Key_Right, "e2"),
        (Key.Key_Right, "e3"),
        (Key.Key_Right, "e4"),
        (Key.Key_Right, "e4"),
        (Key.Key_Left, "e3"),
        (Key.Key_Home, "e1"),
        (Key.Key_End, "e4"),
    ):
        room.press(key)
        assert room.current.id == expected
    assert strip.hasFocus()
    assert strip.accessibleDescription().startswith("about 15:08, Observation, Limits are put back")


def test_arrows_cross_the_lanes(room: Room) -> None:
    room.page.strip.setFocus()
    room.select("e2")
    room.page.strip.setFocus()
    room.press(Key.Key_Up)
    assert room.current.id == "e1"
    room.press(Key.Key_Down)
    room.press(Key.Key_Down)
    assert room.current.id == "e3"
    room.press(Key.Key_Down)
    assert room.current.id == "e3"


def test_the_keys_of_the_table_work_on_the_strip(room: Room) -> None:
    room.page.strip.setFocus()
    room.press(Key.Key_Right)
    room.press(Key.Key_Asterisk)
    assert room.event("e2").starred
    room.press(Key.Key_F2)
    assert room.entry.text() == "14:04 Ledger stops"


def _spot(room: Room, event_id: str) -> QPoint:
    layout = room.page.strip._state.layout
    assert layout is not None
    found = layout.mark_of(room.event(event_id))
    assert found is not None
    return QPoint(round(found[1].x), round(found[0]))


def test_a_click_chooses_a_drag_pans_and_the_wheel_zooms(room: Room) -> None:
    strip = room.page.strip
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=_spot(room, "e3"))
    assert room.current.id == "e3"
    spot = _spot(room, "e3")
    for _ in range(4):
        _wheel(strip, spot, 120)
    zoomed = strip.window_shown
    assert zoomed is not None
    assert abs(_spot(room, "e3").x() - spot.x()) <= 1
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseMove(strip, spot + QPoint(30, 0))
    QTest.mouseMove(strip, spot + QPoint(60, 0))
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=spot + QPoint(60, 0))
    dragged = strip.window_shown
    assert dragged is not None
    assert dragged.start < zoomed.start
    assert room.current.id == "e3"


def _wheel(widget: QWidget, at_: QPoint, turn: int) -> None:
    event = QWheelEvent(
        QPointF(at_),
        QPointF(widget.mapToGlobal(at_)),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Held.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_clicks_on_a_heap_choose_one_after_the_other(qtbot: QtBot) -> None:
    crowd = [replace(many(1).events[0], id=f"c{n:02}") for n in range(12)]
    far = replace(crowd[0], id="z", at=at(18, 0))
    room = open_room(qtbot, Review(id="r1", time_zone="Europe/London", events=(*crowd, far)))
    spot = _spot(room, "c00")
    chosen = []
    for _ in range(3):
        QTest.mouseClick(room.page.strip, Qt.MouseButton.LeftButton, pos=spot)
        chosen.append(room.current.id)
    assert chosen == ["c00", "c01", "c02"]


def test_the_window_stays_while_events_are_added(room: Room) -> None:
    room.select("e3")
    room.type("++")
    zoomed = room.page.strip.window_shown
    room.page.focus_start()
    room.enter("+1m x")
    assert room.page.strip.window_shown == zoomed


def test_a_low_window_leaves_the_table(qtbot: QtBot) -> None:
    room = open_room(qtbot, example(), Theme("light", 150))
    window = room.page.window()
    window.resize(1160, 480)
    QApplication.processEvents()
    assert window.height() == 480
    assert not room.page.strip.isVisible()
    assert room.page.table.isVisible()
    window.resize(1480, 956)
    QApplication.processEvents()
    assert room.page.strip.isVisible()


def test_a_new_name_of_a_lane_makes_a_lane(room: Room) -> None:
    room.enter("14:09 phones ring @Support")
    layout = room.page.strip._state.layout
    assert layout is not None
    assert [line.name for line in layout.lines] == ["Limits", "Ledger", "Checkout", "Support"]


# -- remarks -----------------------------------------------------------------------------------


def _sheet(room: Room) -> RemarksSheet:
    from facilitator.ui.timeline.remarks_sheet import RemarksSheet  # noqa: PLC0415

    sheet = room.sheet
    assert isinstance(sheet, RemarksSheet)
    return sheet


def _words(sheet: RemarksSheet) -> list[str]:
    return [sheet.list.item(row).text() for row in range(sheet.list.count())]


def test_remarks_are_counted_and_lead_to_the_event(room: Room, qtbot: QtBot) -> None:
    assert room.page.facts.remarks.text() == "2 remarks"
    room.select("e1")
    room.press(Key.Key_R)
    sheet = _sheet(room)
    assert _words(sheet) == [
        "No event is marked Detected, Acknowledged, Mitigated and Resolved yet.",
        "Nothing is told between 14:21 and 15:08: 47 min.",
    ]
    room.press(Key.Key_Down)
    room.press(Key.Key_Return)
    assert room.sheet is None
    assert room.current.id == "e3"
    assert room.page.table.hasFocus()
    room.enter("")  # Return opens the details: the keys are on the row.
    assert room.sheet is not None
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)


def test_how_long_a_gap_is_can_be_set(room: Room) -> None:
    room.press(Key.Key_R, Held.ControlModifier)
    sheet = _sheet(room)
    room.press(Key.Key_Tab)
    assert sheet.minutes.hasFocus()
    room.press(Key.Key_A, Held.ControlModifier)
    room.type("60")
    assert room.desk.settings.gap_minutes == 60
    assert len(_words(sheet)) == 1
    assert room.page.facts.remarks.text() == "1 remark"
    for _ in range(4):
        room.press(Key.Key_Down)
    assert room.desk.settings.gap_minutes == 40
    assert len(_words(sheet)) == 2
    room.press(Key.Key_Escape)
    assert room.entry.hasFocus()


def test_what_is_still_to_come_is_remarked(room: Room, qtbot: QtBot) -> None:
    room.enter("2026-03-06 10:00 tomorrow")
    qtbot.waitUntil(lambda: room.page.facts.remarks.text() == "4 remarks")
    room.press(Key.Key_R, Held.ControlModifier)
    assert "One event is in the future." in _words(_sheet(room))


def test_nothing_to_remark_is_said_too(qtbot: QtBot) -> None:
    review = Review(id="r1", time_zone="Europe/London", events=many(5).events)
    for number, marker in enumerate(Marker):
        review = set_marker(f"e{number:05}", marker)(review)
    room = open_room(qtbot, review)
    assert not room.page.facts.remarks.isVisible()
    room.page.show_remarks()
    assert _words(_sheet(room)) == []


# -- days, state and names ---------------------------------------------------------------------


def test_an_incident_over_midnight(room: Room) -> None:
    room.enter("23:50 still broken")
    room.enter("00:10 fixed")
    assert room.current.at == at(0, 10, day=4)
    assert room.page.facts.days.text() == "3 to 4 March 2026, London time"
    layout = room.page.strip._state.layout
    assert layout is not None
    assert "Wed 4 Mar" in [tick.words for tick in layout.ticks]


def test_a_new_page_goes_on_where_the_old_one_was(room: Room, qtbot: QtBot) -> None:
    room.select("e3")
    room.type("++")
    room.page.focus_start()
    room.type("14:07 half a")
    room.press(Key.Key_F2)
    room.type(" more")
    state = room.page.state()
    page = TimelinePage(room.desk)
    qtbot.addWidget(page)
    page.resize(1480, 956)
    page.restore(state)
    assert page.entry.text() == "14:21 Errors page the engineer more"
    assert page.table.current_id == "e3"
    assert page.strip.window_shown == pytest.approx(room.page.strip.window_shown)
    assert page.drafting.mode == "edit"
    page.drafting.settle()
    assert page.entry.text() == "14:07 half a"
    assert room.event("e3").text == "Errors page the engineer more"


def test_f6_reaches_line_table_and_strip(room: Room) -> None:
    panes = room.page.panes()
    assert [pane.objectName() for pane in panes] == [
        "timeline.entry",
        "timeline.table",
        "timeline.strip",
    ]
    assert all(pane.focusPolicy() & Qt.FocusPolicy.TabFocus for pane in panes)


def test_what_takes_the_focus_has_a_name(room: Room) -> None:
    room.type("14:10 IST x")
    unnamed = [
        each.objectName() or type(each).__name__
        for each in room.page.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not each.accessibleName()
        and not each.objectName().startswith("qt_")
    ]
    assert unnamed == []


# -- speed -------------------------------------------------------------------------------------


class Paints(QObject):
    """Remembers which widgets were painted."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.names: set[str] = set()
        for each in (page, *page.findChildren(QWidget)):
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            parent = watched.parent()
            inner = watched.objectName().startswith("qt_") and parent is not None
            self.names.add(parent.objectName() if inner and parent else watched.objectName())
        return False


def test_typing_paints_only_the_line_and_the_preview(qtbot: QtBot) -> None:
    room = open_room(qtbot, many(200))
    room.type("14:10 pag")
    QApplication.processEvents()
    paints = Paints(room.page)
    room.type("e")
    QApplication.processEvents()
    # The ground below them is the dock's.
    assert paints.names - {""} <= {"timeline.entry", "timeline.preview"}
    assert "timeline.entry" in paints.names


def test_choosing_paints_only_two_rings_of_the_strip(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.select("e2")
    QApplication.processEvents()
    areas = []
    strip = room.page.strip
    paint = strip.paintEvent

    def remembered(event: Any) -> None:
        areas.append(sum(each.width() * each.height() for each in event.region()))
        paint(event)

    strip.paintEvent = remembered  # type: ignore[method-assign]
    room.select("e3")
    QApplication.processEvents()
    assert areas
    assert sum(areas) < strip.width() * strip.height() / 20


def test_an_event_among_ten_thousand_costs_no_pass_over_all(qtbot: QtBot) -> None:
    """The page looks at as many events as are in view: counted, for clocks differ."""
    room = open_room(qtbot, many(10_000))
    room.select("e05000")
    room.page.focus_start()
    QApplication.processEvents()
    inserted = []
    room.page.model.rowsInserted.connect(lambda *_: inserted.append(1))
    resets = []
    room.page.model.modelReset.connect(lambda: resets.append(1))
    room.enter("+10s in the middle")
    assert (len(inserted), resets) == (1, [])
    assert room.current.text == "In the middle"
    assert len(room.page.strip._state._lanes.rows()) == 5
    layout = room.page.strip._state.layout
    assert layout is not None
    assert sum(len(line.marks) for line in layout.lines) < 250
    assert room.current.at == at(14, 3) + timedelta(minutes=2500, seconds=10)
