"""The pictures that the tree keeps of what stands inside its nodes are those it would draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from facilitator.domain.edits.factors import change_factor
from facilitator.domain.records import Factor
from facilitator.domain.words import EvidenceStatus
from facilitator.ui.factors.faces import Face
from facilitator.ui.factors.pictures import Pictures
from facilitator.ui.factors.wrapping import Line
from facilitator.ui.theme import Theme
from tests.ui.factors_room import Room, example, open_room

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def looks(room: Room) -> QImage:
    return room.page.tree.viewport().grab().toImage()


def drawn_anew(room: Room) -> QImage:
    """The same without pictures."""
    painter = room.page.tree._painter
    kept, painter._pictures = painter._pictures, None
    image = looks(room)
    painter._pictures = kept
    return image


@pytest.mark.parametrize("theme", [Theme("light"), Theme("dark", 150)])
def test_the_tree_looks_as_if_everything_were_drawn(qtbot: QtBot, theme: Theme) -> None:
    room = open_room(qtbot, example(), theme)
    for factor_id in ("a", "a1", "b", "a1x"):
        room.select(factor_id)
        assert looks(room) == drawn_anew(room)
    room.desk.apply("Change", change_factor("b", text="Other words", events=("e1", "e2")))
    assert looks(room) == drawn_anew(room)
    room.desk.apply("Rule out", change_factor("a1", evidence_status=EvidenceStatus.RULED_OUT))
    assert looks(room) == drawn_anew(room)
    room.page.tree.set_zoom(0.6)
    assert looks(room) == drawn_anew(room)


class Paints:
    """Draws a stroke and counts how often."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, painter: QPainter) -> None:
        self.count += 1
        painter.drawLine(3, 3, 20, 9)


def shown(pictures: Pictures, paint: Paints, at: float, words: str, *, zoom: float = 1.0) -> None:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(zoom, zoom)
    pictures.draw(painter, node("a", words), QRectF(at, at, 40, 20), QColor("white"), paint)
    painter.end()


def node(factor_id: str, words: str) -> tuple[Factor, Face]:
    face = Face((Line(words, 20.0),), QRectF(), 0.0, "", "", (), ("", QRectF()))
    return Factor(id=factor_id, parent="f0"), face


def test_what_is_the_same_is_drawn_once_wherever_it_stands() -> None:
    pictures, paint = Pictures(), Paints()
    for at in (1, 1, 5, 20):
        shown(pictures, paint, at, "words")
    assert paint.count == 1


def test_other_words_another_place_between_pixels_and_zoom_are_drawn_anew() -> None:
    pictures, paint = Pictures(), Paints()
    shown(pictures, paint, 1, "words")
    shown(pictures, paint, 1, "other words")
    shown(pictures, paint, 1.5, "other words")
    shown(pictures, paint, 1.5, "other words", zoom=1.2)
    assert paint.count == 4


def test_many_pictures_do_not_pile_up() -> None:
    pictures, paint = Pictures(), Paints()
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for number in range(250):
        box, fill = QRectF(0, 0, 8, 8), QColor("white")
        pictures.draw(painter, node(str(number), "words"), box, fill, paint)
    painter.end()
    assert len(pictures) <= 100
