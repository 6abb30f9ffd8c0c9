"""The blank card, and the ring around the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from facilitator.app.settings import Settings, read_settings
from facilitator.domain.edits.brief import set_field
from facilitator.domain.phase import Phase
from facilitator.ui.pointer_ring import PointerRing
from tests.ui.stage_room import StageRoom, open_stage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

Key = Qt.Key


@pytest.fixture
def room(qtbot: QtBot) -> StageRoom:
    return open_stage(qtbot, phase=Phase.FACTORS)


def test_blank_shows_title_and_phase_alone(room: StageRoom) -> None:
    room.run("stage.blank")
    assert room.card.accessibleDescription() == f"{room.review.title}. Factors"
    room.session.apply("Title", set_field("title", "Shops closed"))
    assert room.card.accessibleDescription() == "Shops closed. Factors"


@pytest.mark.parametrize("leave", ["command", "escape"])
def test_blank_goes_the_way_it_came(room: StageRoom, leave: str) -> None:
    before = room.focus
    room.run("stage.blank")
    if leave == "command":
        room.run("stage.blank")
    else:
        room.press(Key.Key_Escape)
    assert room.card is None
    assert room.focus is before


def test_another_card_takes_its_place(room: StageRoom) -> None:
    room.run("stage.blank")
    room.run("stage.opening")
    assert room.card.objectName() == "card.opening"
    room.run("stage.blank")
    assert room.card.objectName() == "card.blank"


def test_edits_go_on_below_it(room: StageRoom) -> None:
    room.run("stage.blank")
    room.session.apply("Title", set_field("title", "Another"))
    room.run("stage.blank")
    assert room.review.title == "Another"


# -- ring --------------------------------------------------------------------------------------


def ring(room: StageRoom) -> PointerRing | None:
    return room.window.findChild(PointerRing)


def point_at(room: StageRoom, x: int, y: int) -> None:
    QTest.mouseMove(room.window.windowHandle(), QPoint(x, y))


def test_there_is_none_until_it_is_wanted(room: StageRoom) -> None:
    assert ring(room) is None


def test_it_goes_with_the_pointer(room: StageRoom) -> None:
    room.run("stage.pointer")
    shown = ring(room)
    assert shown is not None
    assert not shown.isVisible()
    for place in (QPoint(400, 300), QPoint(900, 700)):
        point_at(room, place.x(), place.y())
        assert shown.isVisible()
        assert (shown.geometry().center() - place).manhattanLength() <= 2
    assert shown.width() < 70


def test_it_takes_no_clicks_and_no_keys(room: StageRoom) -> None:
    room.run("stage.pointer")
    before = room.focus
    point_at(room, 500, 400)
    assert room.window.childAt(500, 400) is not ring(room)
    assert room.focus is before


def test_it_is_gone_when_the_pointer_rests(room: StageRoom, qtbot: QtBot) -> None:
    room.run("stage.pointer")
    point_at(room, 500, 400)
    shown = ring(room)
    assert shown is not None
    shown._rest.setInterval(0)
    point_at(room, 510, 400)
    qtbot.waitUntil(lambda: not shown.isVisible())


def test_it_lies_over_sheets_and_cards(room: StageRoom) -> None:
    room.run("stage.pointer")
    room.run("stage.blank")
    room.run("stage.edit_opening")
    point_at(room, 500, 400)
    assert room.window.children()[-1] is ring(room)


def test_the_wish_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    room = open_stage(qtbot, settings=Settings(path=path))
    room.run("stage.pointer")
    assert read_settings(path).pointer_ring
    again = open_stage(qtbot, settings=read_settings(path))
    assert ring(again) is not None
    again.run("stage.pointer")
    assert not read_settings(path).pointer_ring
    point_at(again, 500, 400)
    left = ring(again)
    assert left is None or not left.isVisible()


def test_leaving_takes_the_ring_away(room: StageRoom, qtbot: QtBot) -> None:
    room.run("stage.pointer")
    room.deeds.leave()
    point_at(room, 500, 400)
    qtbot.waitUntil(lambda: ring(room) is None)


def test_the_command_says_what_it_does(room: StageRoom) -> None:
    words = room.desk.registry.action("stage.pointer").text
    assert words() == "Ring around the pointer"
    room.run("stage.pointer")
    assert words() == "No ring around the pointer"
