"""Seen before: the reviews most like the one on the Stage, in the Console."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from facilitator.coach.similar import Similar, Sketch
from facilitator.domain.edits.actions import add_action
from facilitator.domain.edits.brief import set_field
from facilitator.domain.records import ActionItem
from facilitator.ui.console.seen_section import SHOWN, SeenSection
from tests.ui.hands import top_sheet
from tests.ui.others_room import Neighbours, Room, open_section

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key = Qt.Key


def _alike(number: int) -> Similar:
    sketch = Sketch(
        id=f"old{number}",
        title="Refunds stopped",
        incident=f"INC-{number}",
        day=date(2026, 2, number),
    )
    return Similar(sketch, 3.0, "Same failure class; both name Ledger")


@pytest.fixture
def room(qtbot: QtBot) -> Room[SeenSection]:
    return open_section(qtbot, SeenSection, Neighbours(alike=tuple(map(_alike, range(1, 6)))))


def test_the_most_alike_are_named_with_a_reason(room: Room[SeenSection]) -> None:
    assert room.headings == [f"INC-{n} Refunds stopped · {n} Feb" for n in range(1, SHOWN + 1)]
    rows = room.section.list.rows.rows
    assert {each.second for each in rows} == {"Same failure class; both name Ledger"}


def test_without_any_there_is_no_section(qtbot: QtBot) -> None:
    room = open_section(qtbot, SeenSection, Neighbours())
    assert not room.section.isVisible()


def test_not_now_lets_the_next_one_come(room: Room[SeenSection]) -> None:
    room.press(Key.Key_X)
    assert room.headings[0].startswith("INC-2")
    assert len(room.headings) == SHOWN
    assert "seen:old1" in room.section.console.not_now


def test_enter_looks_into_it_and_nothing_is_left(room: Room[SeenSection]) -> None:
    room.press(Key.Key_Down)
    room.press(Key.Key_Return)
    room.wait()
    sheet = top_sheet(room.section)
    assert sheet.accessibleName() == "Refunds stopped"
    room.press(Key.Key_Escape)
    assert not room.others.visited


def test_it_is_asked_again_once_typing_has_paused(room: Room[SeenSection]) -> None:
    desk = room.section.desk
    desk.apply("x", add_action(ActionItem(id="a", text="Alert")))
    assert not room.section.waits
    for words in ("S", "Sh", "Shops"):
        desk.apply("x", set_field("title", words))
    room.others.alike = ()
    room.wait()
    assert room.others.asked == ["Shops could not pay", "Shops"]
    assert not room.section.isVisible()
