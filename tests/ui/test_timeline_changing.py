"""Changing events in the entry line, and adding some in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.domain.edits.timeline import add_evidence, change_event, remove_events
from facilitator.domain.records import Evidence
from facilitator.domain.words import EvidenceKind, Precision
from tests.ui.support import make_review
from tests.ui.timeline_room import Room, at, example, open_room

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    """Four events, the entry line with the keys."""
    return open_room(qtbot, example())


@pytest.fixture
def empty(qtbot: QtBot) -> Room:
    """A review without events."""
    return open_room(qtbot, make_review())


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


def test_other_words_without_a_time_keep_the_time(room: Room) -> None:
    room.select("e3")
    before = room.event("e3")
    room.press(Key.Key_F2)
    room.press(Key.Key_A, Held.ControlModifier)
    room.type("Somebody looks")
    assert room.told == "Becomes 14:21, Alert, Checkout, “Somebody looks”"
    room.press(Key.Key_Return)
    now = room.event("e3")
    assert now.text == "Somebody looks"
    assert (now.at, now.typed, now.precision) == (before.at, before.typed, before.precision)


def test_an_event_is_changed_on_the_whole_width_from_its_beginning(room: Room) -> None:
    narrow = room.entry.width()
    words = "The ledger stops and nobody is paged for it, " * 8
    room.session.apply("Change", change_event("e3", text=words.strip()))
    room.select("e3")
    room.press(Key.Key_F2)
    QApplication.processEvents()
    assert room.entry.width() > room.page.width() - 100
    assert room.entry.cursorPosition() == 0
    preview = room.page.preview
    assert preview.y() >= room.entry.geometry().bottom()
    assert preview.height() >= preview.fontMetrics().height()
    room.press(Key.Key_Escape)
    QApplication.processEvents()
    assert room.entry.width() == narrow


def test_a_quotation_of_several_lines_is_one_row(room: Room) -> None:
    said = Evidence(id="q", kind=EvidenceKind.QUOTATION, text="The ledger stops.\nNobody is paged.")
    room.session.apply("Add evidence", add_evidence("e3", said))
    room.select("e3")
    room.press(Key.Key_Return)
    shown = room.sheet.evidence.list
    assert shown.sizeHintForRow(0) < shown.height()
    assert shown.item(0).text().endswith("“The ledger stops. Nobody is paged.”")
    assert "\n" in shown.item(0).toolTip()


def test_the_details_show_the_whole_text(room: Room) -> None:
    words = "The ledger stops and nobody is paged for it. " * 8
    room.session.apply("Change", change_event("e3", text=words.strip()))
    room.select("e3")
    room.press(Key.Key_Return)
    QApplication.processEvents()
    field = room.sheet.text
    assert field.toPlainText() == words.strip()
    assert field.document().size().height() >= 3
    assert field.verticalScrollBar().maximum() == 0
    room.paste("\nand\nmore")
    room.press(Key.Key_Return)
    assert "\n" not in room.event("e3").text
    assert "and more" in room.event("e3").text
    assert not field.hasFocus()


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
