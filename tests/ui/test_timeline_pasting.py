"""Pasted lines and odd texts in the entry line of the Timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.ui.timeline_room import Room, example, open_room

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    """Four events, the entry line with the keys."""
    return open_room(qtbot, example())


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
