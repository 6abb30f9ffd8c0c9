"""What is still lacking, row by row, and what is in place already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.ui.close.drawing import INDENT, OVERHANG, SIGN, Drawing, Measure, Style
from facilitator.ui.close.grown_list import GrownList
from facilitator.ui.close.wording import place_words
from facilitator.ui.fields import as_tool_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from facilitator.coach.readiness import Lack
    from facilitator.ui.desk import Desk
    from facilitator.ui.factors.wrapping import Line
    from facilitator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_MESSAGE, _PLACE, _DONE = Style("named"), Style("label", "ink2"), Style("text", "ink2")
_PAD, _DONE_PAD, _SIGN_DOWN = 16, 12.5, 4
_MOST_MESSAGE, _MOST_PLACE, _MOST_DONE = 4, 2, 3


class LacksModel(QAbstractListModel):
    """The lacks of one review, with the words that say where they are."""

    def __init__(self) -> None:
        super().__init__()
        self.lacks: tuple[Lack, ...] = ()
        self.messages: tuple[str, ...] = ()
        self.places: tuple[str, ...] = ()

    def refresh(self, lacks: tuple[Lack, ...], shown: Callable[[str], str]) -> None:
        """Take over what is lacking now, with roles for names in what is said of it."""
        self.beginResetModel()
        self.lacks = lacks
        self.messages = tuple(shown(each.message) for each in lacks)
        self.places = tuple(shown(place_words(each)) for each in lacks)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """As many as there are lacks."""
        return 0 if parent is not None and parent.isValid() else len(self.lacks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words to see, to hear and to point at."""
        message, place = self.messages[index.row()], self.places[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return message
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{message} {place}"
        return as_tool_tip(message) if role == Qt.ItemDataRole.ToolTipRole else None


class LacksList(GrownList):
    """A row a lack: the message, and where it is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "close.lacks", "Still lacking")
        self._lacks = LacksModel()
        self.setModel(self._lacks)

    @property
    def current(self) -> Lack | None:
        """The current lack."""
        index = self.currentIndex()
        return self._lacks.lacks[index.row()] if index.isValid() else None

    def refresh(self, lacks: tuple[Lack, ...]) -> None:
        """Show what is lacking now; the current rule stays, or the one that took its place."""
        kept, row = self.current, self.currentIndex().row()
        self._lacks.refresh(lacks, self.desk.shown)
        same = (i for i, each in enumerate(lacks) if kept and each.rule == kept.rule)
        self.fit()
        if lacks:
            self.choose_row(next(same, max(0, row)))

    def activate(self) -> None:
        """Go where it is lacking."""
        self.desk.registry.run("close.jump")

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """A double click goes there too."""
        self.activate()

    def row_height(self, row: int) -> float:
        """Message, place and air."""
        message, place = self._lines(row)
        inner = self.measure.height(_MESSAGE, message) + self.measure.height(_PLACE, place)
        return inner + self.theme.px(2 * _PAD) + 1

    def draw_row(self, draw: Drawing, row: int, box: QRectF, *, chosen: bool) -> None:
        """A dashed square, the message, the place."""
        px = self.theme.px
        draw.ground(box, chosen=chosen)
        left, top = box.left() + px(OVERHANG), box.top() + px(_PAD)
        draw.missing(QRectF(left, top + px(_SIGN_DOWN), px(SIGN), px(SIGN)))
        message, place = self._lines(row)
        at = QPointF(left + px(INDENT), top)
        down = draw.words(_MESSAGE, message, at, self.words_width())
        draw.words(_PLACE, place, QPointF(at.x(), down), self.words_width())

    def _lines(self, row: int) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        message, place = self._lacks.messages[row], self._lacks.places[row]
        return (
            self.measure.lines(_MESSAGE, message, self.words_width(), _MOST_MESSAGE),
            self.measure.lines(_PLACE, place, self.words_width(), _MOST_PLACE),
        )


class InPlace(QWidget):
    """Ticked lines: what a reader will find."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._measure = theme, Measure(theme)
        self._words: tuple[str, ...] = ()
        self.setObjectName("close.in_place")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_words(self, words: tuple[str, ...]) -> None:
        """Take what is in place."""
        self._words = words
        self.setAccessibleName(f"In place: {'; '.join(words)}" if words else "Nothing in place yet")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The height follows the width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw line by line."""
        draw, px = Drawing(QPainter(self), self._theme), self._theme.px
        left, top = px(OVERHANG), 0.0
        for words in self._words:
            high = self._height(words)
            draw.ground(QRectF(0, top, self.width(), high), chosen=False)
            down = top + px(_DONE_PAD)
            draw.tick(QRectF(left, down + px(_SIGN_DOWN), px(SIGN), px(SIGN)))
            draw.words(_DONE, self._lines(words), QPointF(left + px(INDENT), down), self._width())
            top += high

    def _fit(self) -> None:
        self.setFixedHeight(round(sum(self._height(each) for each in self._words)))
        self.update()

    def _height(self, words: str) -> float:
        inner = self._measure.height(_DONE, self._lines(words))
        return inner + self._theme.px(2 * _DONE_PAD)

    def _lines(self, words: str) -> tuple[Line, ...]:
        return self._measure.lines(_DONE, words, self._width(), _MOST_DONE)

    def _width(self) -> float:
        return self.width() - self._theme.px(2 * OVERHANG + INDENT)
