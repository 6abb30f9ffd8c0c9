"""The capture line: anything is written down from anywhere, and the keys come back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from facilitator.domain.edits.timeline import remove_events
from facilitator.domain.phase import Phase
from facilitator.domain.records import Finding, TimelineEvent
from facilitator.domain.words import Family
from facilitator.ui.capture.deeds import CaptureDeeds
from facilitator.ui.capture.kinds import Kind, prefixed, usual
from facilitator.ui.capture.others import family_in
from facilitator.ui.capture.taker import MOST_LINES
from facilitator.ui.pages import make_page, page_commands
from facilitator.ui.stage import Stage
from facilitator.ui.theme import Theme
from tests.ui.actions_room import example, settled
from tests.ui.hands import Hands, bring_up
from tests.ui.support import make_desk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.domain.records import Review
    from facilitator.ui.capture.line import CaptureLine
    from facilitator.ui.desk import Desk

Key, Held = Qt.Key, Qt.KeyboardModifier
CONTROL_ALT = Held.ControlModifier | Held.AltModifier


@dataclass
class Meeting(Hands):
    """A Stage in a window, with the line at hand."""

    desk: Desk
    stage: Stage
    deeds: CaptureDeeds

    @property
    def review(self) -> Review:
        return self.desk.review

    @property
    def session(self) -> Any:
        return self.desk.session

    @property
    def line(self) -> CaptureLine:
        assert self.deeds.line is not None
        return self.deeds.line

    @property
    def told(self) -> str:
        settled(self.line.late)
        return self.line.preview.reading.spoken

    @property
    def plate(self) -> str:
        return self.line.plate.text()

    def open(self) -> None:
        self.press(Key.Key_Period, Held.ControlModifier)

    def open_as(self, key: Qt.Key) -> None:
        self.press(key, CONTROL_ALT)

    def event(self, text: str) -> TimelineEvent:
        return next(each for each in self.review.events if each.text == text)


def story() -> Review:
    """A small review with two events."""
    events = tuple(
        TimelineEvent(id=f"e{n}", text=text, at=datetime(2026, 3, 4, 14, n, tzinfo=UTC))
        for n, text in ((3, "Deploy starts"), (21, "Support calls"))
    )
    return replace(example(), events=events)


def sit_down(
    qtbot: QtBot,
    phase: Phase = Phase.FINDINGS,
    review: Review | None = None,
    theme: Theme | None = None,
    size: tuple[int, int] = (1600, 1000),
) -> Meeting:
    window = QWidget()
    qtbot.addWidget(window)
    desk = make_desk(window, review or story(), theme, commands=page_commands())
    stage = Stage(desk, make_page)
    host: Any = desk.host
    host.shown_phase = lambda: stage.phase
    host.selected = lambda: stage.page.selected()  # noqa: PLW0108 - the page changes
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(stage)
    window.resize(*size)
    stage.show_phase(phase)
    deeds = CaptureDeeds(desk, lambda: stage.stack)
    deeds.bind()
    desk.registry.bind("edit.undo", desk.session.undo)
    bring_up(qtbot, window)
    stage.page.focus_start()
    return Meeting(desk, stage, deeds)


@pytest.fixture
def meeting(qtbot: QtBot) -> Meeting:
    return sit_down(qtbot)


# -- what a line becomes -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phase", "kind"),
    [
        (Phase.BRIEF, Kind.PARK),
        (Phase.TIMELINE, Kind.EVENT),
        (Phase.FACTORS, Kind.FACTOR),
        (Phase.FINDINGS, Kind.FINDING),
        (Phase.ACTIONS, Kind.ACTION),
        (Phase.CLOSE, Kind.PARK),
    ],
)
def test_without_a_prefix_the_phase_decides(phase: Phase, kind: Kind) -> None:
    assert usual(phase) is kind


@given(st.text(max_size=20))
def test_a_prefix_is_a_letter_and_a_space(text: str) -> None:
    assert prefixed(f"e {text}") == (Kind.EVENT, text)
    assert prefixed(f"xy{text}") is None
    assert family_in(f"Safeguard: {text}")[0] is Family.MISSING_SAFEGUARD


@given(st.text(max_size=40))
def test_words_behind_no_family_stay_as_they_are(text: str) -> None:
    family, words = family_in(text)
    assert family is not None or words == text


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("e 14:05 pages fire", "Event"),
        ("f nobody was paged", "Factor"),
        ("n limits have no owner", "Finding"),
        ("A alert on depth", "Action"),
        ("p replay twice", "Park"),
        ("14:05 pages fire", "Event"),
        ("+5m pages fire", "Event"),
        ("~14:10 pages fire", "Event"),
        ("now nobody owns limits", "Finding"),
        ("nobody owns limits", "Finding"),
    ],
)
def test_the_beginning_says_what_it_becomes(meeting: Meeting, typed: str, word: str) -> None:
    meeting.open()
    meeting.type(typed)
    assert meeting.plate == word
    prefix = prefixed(typed)
    assert meeting.line.entry.text() == (prefix[1] if prefix else typed)


@pytest.mark.parametrize(
    ("key", "word"),
    [
        (Key.Key_E, "Event"),
        (Key.Key_F, "Factor"),
        (Key.Key_N, "Finding"),
        (Key.Key_A, "Action"),
        (Key.Key_P, "Park"),
    ],
)
def test_one_key_begins_a_line_of_its_kind(meeting: Meeting, key: Qt.Key, word: str) -> None:
    meeting.open_as(key)
    assert meeting.plate == word
    meeting.type("half a line")
    meeting.open_as(Key.Key_F)
    assert meeting.plate == "Factor"
    assert meeting.line.entry.text() == "half a line"


def test_backspace_takes_the_kind_back_and_a_prefix_is_words_then(meeting: Meeting) -> None:
    meeting.open_as(Key.Key_E)
    meeting.press(Key.Key_Backspace)
    assert meeting.plate == "Finding"
    meeting.type("a ")
    assert meeting.plate == "Action"
    meeting.press(Key.Key_Backspace)
    assert meeting.line.entry.text() == "a "
    meeting.type("team without a name")
    assert meeting.plate == "Finding"
    meeting.press(Key.Key_Return)
    assert meeting.review.findings[-1].text == "a team without a name"


def test_the_plate_goes_on_to_the_next_kind(meeting: Meeting) -> None:
    meeting.open()
    QTest.mouseClick(meeting.line.plate, Qt.MouseButton.LeftButton)
    assert meeting.plate == "Action"
    assert meeting.line.entry.hasFocus()
    assert meeting.line.plate.accessibleName() == "Becomes: action"


# -- where it goes -----------------------------------------------------------------------------


def test_an_event_counts_from_the_last_one_and_the_line_stays_open(meeting: Meeting) -> None:
    meeting.open()
    meeting.type("e +5m alert ledger queue grows !detected")
    assert meeting.told == "Adds to the timeline 14:26, Alert, Detected"
    meeting.press(Key.Key_Return)
    assert meeting.told.startswith("Added at 14:26.")
    assert meeting.plate == "Event"
    meeting.enter("+2m writers restart")
    assert meeting.event("Writers restart").at == datetime(2026, 3, 4, 14, 28, tzinfo=UTC)
    assert meeting.session.labels == ["Add event", "Add event"]
    meeting.session.undo()
    meeting.type("+1m again")
    assert meeting.told.startswith("Adds to the timeline 14:27")


def test_on_the_timeline_it_counts_from_the_current_event(qtbot: QtBot) -> None:
    meeting = sit_down(qtbot, Phase.TIMELINE)
    meeting.stage.page.select("e3")
    meeting.open()
    meeting.enter("+1m config is read")
    assert meeting.event("Config is read").at == datetime(2026, 3, 4, 14, 4, tzinfo=UTC)
    assert meeting.stage.page.selected() == "e3", "It is added quietly."


def test_rows_above_push_none_out_of_view(qtbot: QtBot) -> None:
    events = tuple(
        TimelineEvent(id=f"m{n:02}", text=f"Event {n}", at=datetime(2026, 3, 4, 14, n, tzinfo=UTC))
        for n in range(60)
    )
    meeting = sit_down(qtbot, Phase.TIMELINE, replace(story(), events=events), size=(1280, 720))
    meeting.stage.page.select("m40")
    table: Any = meeting.stage.page.panes()[1]
    place = table.visualRect(table.currentIndex())
    assert table.verticalScrollBar().value() > 0
    meeting.open()
    meeting.enter("13:00 config is read")
    meeting.enter("13:05 config is written")
    assert table.visualRect(table.currentIndex()) == place
    assert meeting.stage.page.selected() == "m40"


def test_a_factor_goes_behind_the_selected_one(qtbot: QtBot) -> None:
    meeting = sit_down(qtbot, Phase.FACTORS)
    meeting.stage.page.select("fa")
    meeting.open()
    meeting.type("safeguard: no region goes first")
    assert meeting.told == "Adds a factor Missing safeguard, behind “All regions at once”"
    meeting.press(Key.Key_Return)
    new = next(each for each in meeting.review.factors if each.text == "no region goes first")
    assert (new.parent, new.family) == ("fa", Family.MISSING_SAFEGUARD)
    assert meeting.stage.page.selected() == "fa"


def test_elsewhere_a_factor_goes_behind_the_effect(meeting: Meeting) -> None:
    meeting.open_as(Key.Key_F)
    meeting.enter("nobody owns limits")
    assert meeting.review.factors[-1].parent == "f0"
    assert meeting.told.startswith("Added behind the effect.")


def test_an_empty_tree_gets_its_effect(qtbot: QtBot) -> None:
    meeting = sit_down(qtbot, review=replace(story(), factors=(), findings=()))
    meeting.open_as(Key.Key_F)
    meeting.enter("nobody owns limits")
    effect = next(each for each in meeting.review.factors if each.parent is None)
    assert [each.parent for each in meeting.review.factors if each.text] == [effect.id]


def test_a_finding_is_in_focus_while_there_is_room(qtbot: QtBot) -> None:
    full = tuple(Finding(id=f"n{n}", position=n, text=f"F{n}", focus=True) for n in range(4))
    meeting = sit_down(qtbot, Phase.CLOSE, replace(story(), findings=full))
    meeting.open_as(Key.Key_N)
    meeting.type("limits have no owner")
    assert meeting.told == "Adds finding 5 in focus"
    meeting.press(Key.Key_Return)
    meeting.type("one more")
    assert meeting.told == "Adds a finding not in focus: five are"
    meeting.press(Key.Key_Return)
    assert [each.focus for each in meeting.review.findings] == [True] * 5 + [False]


def test_an_action_is_read_as_on_its_page(meeting: Meeting) -> None:
    meeting.open_as(Key.Key_A)
    meeting.type("Alert on depth @maria !p1 due +14d #PAY-9")
    assert meeting.told == (
        "Adds action 5 Watches for it, Owner Maria Kovač, Priority P1, Due Thu 19 Mar, "
        "Backlog PAY-9"
    )
    meeting.press(Key.Key_Return)
    new = meeting.review.actions[-1]
    assert (new.owner, new.hint is not None) == ("Maria Kovač", True)


def test_an_idea_is_parked(meeting: Meeting) -> None:
    meeting.open_as(Key.Key_P)
    meeting.enter("replay can post twice")
    assert [each.text for each in meeting.review.parking] == ["replay can post twice"]
    assert meeting.told.startswith("Parked.")


# -- refused, asked, pasted --------------------------------------------------------------------


def test_what_is_refused_stays_with_the_reason(meeting: Meeting) -> None:
    before = meeting.review
    meeting.open_as(Key.Key_E)
    meeting.enter("pages fire")
    assert meeting.told.startswith("Begin with a time")
    assert meeting.line.entry.text() == "pages fire"
    assert meeting.line.entry.property("wrong")
    meeting.open_as(Key.Key_F)
    meeting.line.entry.set_text("design:  ")
    meeting.press(Key.Key_Return)
    assert meeting.told == "Say what made it possible."
    assert meeting.review is before


def test_an_hour_that_comes_twice_is_asked_about(qtbot: QtBot) -> None:
    at = datetime(2025, 10, 26, 0, 10, tzinfo=UTC)
    meeting = sit_down(
        qtbot, review=replace(story(), events=(TimelineEvent(id="e", text="T", at=at),))
    )
    meeting.open()
    meeting.type("e 01:30 pages fire")
    assert meeting.line.question.open
    meeting.press(Key.Key_Return)
    assert meeting.line.isAncestorOf(meeting.focus)
    assert not meeting.line.entry.hasFocus()
    meeting.press(Key.Key_Right)
    meeting.press(Key.Key_Return)
    assert meeting.event("Pages fire").at == datetime(2025, 10, 26, 1, 30, tzinfo=UTC)
    assert meeting.line.entry.hasFocus()
    assert not meeting.line.question.open


def test_a_first_event_is_asked_for_its_day(qtbot: QtBot) -> None:
    meeting = sit_down(qtbot, review=replace(story(), events=()))
    meeting.open()
    meeting.type("e 09:30 pages fire")
    assert meeting.line.question.open
    meeting.press(Key.Key_Tab)
    meeting.press(Key.Key_Right)
    meeting.press(Key.Key_Escape)
    meeting.press(Key.Key_Return)
    assert meeting.event("Pages fire").at == datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


def test_several_lines_are_several_rows(meeting: Meeting) -> None:
    meeting.open_as(Key.Key_N)
    meeting.paste("- limits have no owner\n\n- nobody was paged\n")
    assert [each.text for each in meeting.review.findings[-2:]] == [
        "limits have no owner",
        "nobody was paged",
    ]
    assert meeting.told.startswith("Added 2 findings.")
    meeting.session.undo()
    assert len(meeting.review.findings) == 1
    meeting.open_as(Key.Key_E)
    meeting.paste("14:30 one\n+5m two")
    assert meeting.event("Two").at == datetime(2026, 3, 4, 14, 35, tzinfo=UTC)


def test_a_paste_with_a_line_that_is_none_adds_nothing(meeting: Meeting) -> None:
    before = meeting.review
    meeting.open_as(Key.Key_E)
    meeting.paste("14:30 one\nand then")
    assert "Line 2, “and then”" in meeting.told
    meeting.open_as(Key.Key_P)
    meeting.paste("idea\n" * (MOST_LINES + 1))
    assert meeting.told == "These are 51 lines; at most 50 are added at once."
    assert meeting.review is before


# -- the keys come back ------------------------------------------------------------------------


@pytest.mark.parametrize("end", [Key.Key_Escape, Key.Key_Return])
@pytest.mark.parametrize("phase", list(Phase))
def test_the_keys_go_back_to_where_they_were(qtbot: QtBot, phase: Phase, end: Qt.Key) -> None:
    meeting = sit_down(qtbot, phase)
    before = meeting.focus
    selected = meeting.stage.page.selected()
    meeting.open()
    assert meeting.line.entry.hasFocus()
    meeting.enter("p an idea")
    meeting.press(end)
    assert meeting.deeds.line is None
    assert meeting.focus is before
    assert meeting.stage.phase is phase
    assert meeting.stage.page.selected() == selected


def test_a_half_typed_entry_line_goes_on(qtbot: QtBot) -> None:
    meeting = sit_down(qtbot, Phase.TIMELINE)
    meeting.type("14:30 half a th")
    entry: QLineEdit = meeting.focus
    entry.setSelection(2, 4)
    meeting.open()
    meeting.enter("a alert on depth")
    meeting.press(Key.Key_Escape)
    assert meeting.focus is entry
    assert (entry.text(), entry.selectedText()) == ("14:30 half a th", ":30 ")


def test_words_half_typed_in_place_stay_open(qtbot: QtBot) -> None:
    meeting = sit_down(qtbot, Phase.FINDINGS)
    meeting.press(Key.Key_F2)
    meeting.type(" for lim")
    editor = meeting.focus
    meeting.open()
    meeting.enter("one more finding")
    meeting.enter("e 14:30 pages fire")
    meeting.press(Key.Key_Escape)
    assert meeting.focus is editor
    meeting.enter("its")
    assert meeting.review.findings[0].text == "One step reaches every region for limits"


def test_a_cell_half_typed_stays_over_its_row(qtbot: QtBot) -> None:
    meeting = sit_down(qtbot, Phase.ACTIONS)
    meeting.stage.page.select("a2")
    meeting.press(Key.Key_O)
    meeting.type("Tom")
    cell = meeting.focus
    place = cell.geometry()
    meeting.open_as(Key.Key_A)
    meeting.enter("alert on depth")
    meeting.press(Key.Key_Escape)
    assert meeting.focus is cell
    assert (cell.text(), cell.geometry()) == ("Tom", place)
    assert meeting.stage.page.selected() == "a2"


def test_a_factor_half_typed_stays_open(qtbot: QtBot) -> None:
    meeting = sit_down(qtbot, Phase.FACTORS)
    meeting.stage.page.select("fb")
    meeting.press(Key.Key_Tab)
    meeting.type("no pag")
    editor = meeting.focus
    meeting.open_as(Key.Key_F)
    meeting.enter("nobody owns limits")
    meeting.press(Key.Key_Escape)
    assert meeting.focus is editor
    meeting.enter("er")
    new = next(each for each in meeting.review.factors if each.text == "no pager")
    assert new.parent == "fb"


def test_an_event_half_changed_is_not_kept_meanwhile(qtbot: QtBot) -> None:
    meeting = sit_down(qtbot, Phase.TIMELINE)
    meeting.stage.page.select("e3")
    meeting.press(Key.Key_F2)
    meeting.type(" in Ham")
    meeting.open_as(Key.Key_E)
    meeting.enter("14:10 pages fire")
    meeting.press(Key.Key_Escape)
    assert meeting.event("Deploy starts").id == "e3"
    meeting.enter("burg")
    assert meeting.event("Deploy starts in Hamburg").id == "e3"


def test_what_is_half_typed_in_the_line_is_there_the_next_time(meeting: Meeting) -> None:
    meeting.open_as(Key.Key_A)
    meeting.type("alert on dep")
    meeting.press(Key.Key_Escape)
    assert meeting.deeds.line is None
    meeting.open()
    assert (meeting.plate, meeting.line.entry.text()) == ("Action", "alert on dep")
    meeting.enter("th")
    meeting.press(Key.Key_Return)
    meeting.open()
    assert meeting.plate == "Finding", "An empty line begins anew."


def test_an_empty_line_goes_when_the_keys_go_elsewhere(meeting: Meeting) -> None:
    meeting.open()
    meeting.stage.page.entry.setFocus()  # type: ignore[attr-defined]
    assert meeting.deeds.line is None
    assert meeting.stage.page.entry.hasFocus()  # type: ignore[attr-defined]
    meeting.open()
    meeting.type("half")
    meeting.stage.page.entry.setFocus()  # type: ignore[attr-defined]
    assert meeting.line.isVisible()
    meeting.open()
    assert meeting.line.entry.hasFocus()


def test_undo_in_the_line_takes_the_row_back(meeting: Meeting) -> None:
    meeting.open()
    meeting.enter("p an idea")
    assert meeting.review.parking
    meeting.control(Key.Key_Z)
    assert not meeting.review.parking
    assert meeting.line.entry.hasFocus()


def test_the_phase_may_change_below_the_line(meeting: Meeting) -> None:
    meeting.open()
    meeting.type("something")
    meeting.stage.show_phase(Phase.ACTIONS)
    meeting.deeds.place_changed()
    assert meeting.plate == "Action"


def test_the_line_follows_what_others_do(meeting: Meeting) -> None:
    meeting.open()
    meeting.type("e +5m pages fire")
    meeting.session.apply("x", remove_events("e21"))
    assert meeting.told.startswith("Adds to the timeline 14:08")


def test_leaving_closes_it(meeting: Meeting) -> None:
    meeting.open()
    meeting.deeds.leave()
    assert meeting.deeds.line is None
    meeting.session.apply("x", remove_events("e21"))


# -- looks -------------------------------------------------------------------------------------


def test_it_lies_over_the_foot_of_the_page_and_moves_nothing(meeting: Meeting) -> None:
    page = meeting.stage.page.geometry()
    meeting.open()
    line, stack = meeting.line.geometry(), meeting.stage.stack.geometry()
    assert (line.left(), line.right(), line.bottom()) == (
        stack.left(),
        stack.right(),
        stack.bottom(),
    )
    assert 84 <= line.height() <= 120
    assert meeting.stage.page.geometry() == page
    meeting.stage.window().resize(1280, 720)
    assert meeting.line.geometry().right() == meeting.stage.stack.geometry().right()


@pytest.mark.parametrize("theme", [Theme("light", 150), Theme("dark", 200)])
def test_everything_has_room_in_large_type(qtbot: QtBot, theme: Theme) -> None:
    events = replace(story(), events=())
    meeting = sit_down(qtbot, review=events, theme=theme, size=(1100, 660))
    meeting.open()
    meeting.type("e 09:30 pages fire")
    line = meeting.line
    for part in (line.question, line.entry, line.preview, line.plate):
        assert line.rect().contains(part.geometry())
    assert not line.grab().isNull()


def test_everything_has_a_name(meeting: Meeting) -> None:
    meeting.open()
    meeting.type("e 14:30 pages fire")
    line = meeting.line
    assert line.entry.accessibleName() == "Write down an event: time and what happened"
    assert line.preview.accessibleName() == meeting.told
    for part in (line, line.entry, line.plate, line.preview):
        assert part.objectName().startswith("capture")
        assert part.accessibleName()


def test_hints_tell_the_keys_of_the_line_while_it_is_open(meeting: Meeting) -> None:
    assert meeting.deeds.hints() == ()
    meeting.open()
    assert ("Backspace", "Another kind") in meeting.deeds.hints()


def test_over_another_window_the_line_has_the_looks_of_that_window(qtbot: QtBot) -> None:
    meeting = sit_down(qtbot)
    console, theme = QWidget(), Theme("dark", 110)
    qtbot.addWidget(console)
    console.resize(480, 800)
    field = QLineEdit()
    QVBoxLayout(console).addWidget(field)
    there = replace(meeting.desk, theme=theme)
    deeds = CaptureDeeds(meeting.desk, lambda: console, lambda: there)
    bring_up(qtbot, console)
    field.setFocus()
    deeds.open(Kind.PARK)
    assert deeds.line is not None
    assert deeds.line.parentWidget() is console
    assert deeds.line.geometry().bottom() == console.rect().bottom()
    assert deeds.hints() == (), "The Stage's status line tells only of its own keys."
    meeting.enter("an idea")
    meeting.press(Key.Key_Return)
    assert field.hasFocus()
    assert [each.text for each in meeting.review.parking] == ["an idea"]
