"""The Timeline page, worked with keys as in the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from facilitator.domain.edits.timeline import set_marker
from facilitator.domain.records import Review
from facilitator.domain.words import EventKind, Marker, Precision
from facilitator.ui.timeline.page import TimelinePage
from tests.ui.timeline_room import Room, at, example, many, open_room

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.ui.timeline.remarks_sheet import RemarksSheet

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    """Four events, the entry line with the keys."""
    return open_room(qtbot, example())


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
    assert room.host.steps == [
        "Deleted: 14:04 Ledger stops, Ctrl Z brings it back",
        "Deleted: 14:21 Errors page the engin… and 1 more, Ctrl Z brings them back",
    ]
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
