"""Draws the names that may still be seen, each with where it stands and why it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter

from facilitator.ui.console.button_rows import ABOVE_BUTTON, BETWEEN, BUTTON, ButtonRows
from facilitator.ui.console.names_rows import Row
from facilitator.ui.console.section import OVERHANG
from facilitator.ui.factors.wrapping import Line, Wrapper

if TYPE_CHECKING:
    from facilitator.ui.theme import Theme

_PAD, _MOST_SECOND, _BASELINE = 9, 3, 0.74


class NamesList(ButtonRows[Row]):
    """Tells ``chosen``, ``joined`` and ``dropped`` (row)."""

    joined = Signal(object)
    dropped = Signal(object)
    labels: ClassVar = {
        "chosen": ("Go there", "Enter"),
        "joined": ("Give a role", "P"),
        "dropped": ("Not a name", "X"),
    }
    keys: ClassVar = {
        Qt.Key.Key_Return: "chosen",
        Qt.Key.Key_Enter: "chosen",
        Qt.Key.Key_P: "joined",
        Qt.Key.Key_X: "dropped",
        Qt.Key.Key_Delete: "dropped",
    }
    side, key_gap = 10, 6

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "console.names.list", "Names that may still be seen")
        self._wrapper = Wrapper(theme.font("label", "console"), theme.metrics("label", "console"))
        self.setAccessibleDescription("Enter goes there, P gives a role, X says it is no name")

    def is_same(self, one: Row, other: Row) -> bool:
        """Of the same word."""
        return one.word == other.word

    def is_open(self, row: Row) -> bool:
        """A word has buttons."""
        return bool(row.places)

    # -- looks ---------------------------------------------------------------------------------

    def row_height(self, row: int) -> int:
        """Word, places, buttons in the current row, air, and the rule."""
        shown, theme = self.rows.rows[row], self.theme
        words = theme.line("text", "console")
        words += len(self._lines(shown)) * theme.line("label", "console")
        lines = self._button_lines(shown) if self.has_buttons(row) else 0
        return words + lines * theme.px(ABOVE_BUTTON + BUTTON) + theme.px(2 * _PAD) + 1

    def draw_row(self, painter: QPainter, row: int, box: QRectF) -> None:
        """The word, where it stands and why it is here, and buttons in the current row."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown, px, theme = self.rows.rows[row], self.theme.px, self.theme
        self.draw_rule(painter, row, box)
        over, high = px(OVERHANG), theme.line("text", "console")
        top = box.top() + px(_PAD)
        words = QRectF(box.left() + over, top, box.width() - 2 * over, high)
        self.write(painter, words, shown.word, "text", "ink" if shown.places else "ink2", 500)
        painter.setFont(theme.font("label", "console"))
        painter.setPen(theme.colour("ink2"))
        line = theme.line("label", "console")
        for number, each in enumerate(self._lines(shown)):
            at = QPointF(words.left(), words.bottom() + (number + _BASELINE) * line)
            painter.drawText(at, each.text)
        if self.has_buttons(row):
            self.draw_buttons(painter)

    def _lines(self, row: Row) -> tuple[Line, ...]:
        if not row.second:
            return ()
        return self._wrapper.lines(row.second, self._room(), _MOST_SECOND)

    def _room(self) -> float:
        return max(1.0, self.width() - self.theme.px(2 * OVERHANG))

    # -- buttons -------------------------------------------------------------------------------

    def buttons(self) -> tuple[tuple[str, QRectF], ...]:
        """The buttons in the current row, each with the signal it sends."""
        row = self.current
        if row is None or not row.places:
            return ()
        px, box = self.theme.px, QRectF(self.visualRect(self.currentIndex()))
        step, left = px(ABOVE_BUTTON + BUTTON), box.left() + px(OVERHANG)
        top = box.bottom() - px(_PAD) - 1 - px(BUTTON) - (self._button_lines(row) - 1) * step
        return tuple(
            (signal, QRectF(left + x, top + line * step, self.button_width(signal), px(BUTTON)))
            for signal, x, line in self._placed(row)
        )

    def _placed(self, row: Row) -> list[tuple[str, float, int]]:
        """Each button with how far right and in which line it stands."""
        placed, x, line = [], 0.0, 0
        for signal in self.labels:
            if signal == "joined" and not row.may_join:
                continue
            wide = self.button_width(signal)
            if x and x + wide > self._room():
                x, line = 0.0, line + 1
            placed.append((signal, x, line))
            x += wide + self.theme.px(BETWEEN)
        return placed

    def _button_lines(self, row: Row) -> int:
        return self._placed(row)[-1][2] + 1
