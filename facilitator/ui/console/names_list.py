"""Draws the names that may still be seen, and answers the keys and the mouse on them."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen

from facilitator.ui.console.names_rows import NamesModel, Row
from facilitator.ui.console.rows import ConsoleRows
from facilitator.ui.console.section import OVERHANG
from facilitator.ui.factors.wrapping import Line, Wrapper

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QResizeEvent

    from facilitator.ui.theme import Theme

_BUTTONS = {
    "chosen": ("Go there", "Enter"),
    "joined": ("Give a role", "P"),
    "dropped": ("Not a name", "X"),
}
"""By the signal they send: the words, and the key that does the same."""
_SIGNALS = {
    Qt.Key.Key_Return: "chosen",
    Qt.Key.Key_Enter: "chosen",
    Qt.Key.Key_P: "joined",
    Qt.Key.Key_X: "dropped",
    Qt.Key.Key_Delete: "dropped",
}
_PAD, _BUTTON, _ABOVE_BUTTON, _BETWEEN, _SIDE, _KEY_GAP = 9, 30, 7, 8, 10, 6
_MOST_SECOND, _BASELINE = 3, 0.74


class NamesList(ConsoleRows):
    """As high as its rows; the current one shows what can be done with it.

    ``chosen``, ``joined`` and ``dropped`` carry the row; ``current_moved`` where the current one
    stands.
    """

    chosen = Signal(object)
    joined = Signal(object)
    dropped = Signal(object)
    current_moved = Signal(QRect)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "console.names.list", "Names that may still be seen")
        self._wrapper = Wrapper(theme.font("label", "console"), theme.metrics("label", "console"))
        self.setAccessibleDescription("Enter goes there, P gives a role, X says it is no name")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows = NamesModel()
        self.setModel(self.rows)
        self.selectionModel().currentChanged.connect(self._current_changed)

    @property
    def current(self) -> Row | None:
        """The current row."""
        index = self.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def refresh(self, rows: tuple[Row, ...]) -> None:
        """Show these rows; the current word stays, or the one in its place is current now."""
        kept, place = self.current, self.currentIndex().row()
        if not self.rows.refresh(rows):
            return
        same = (i for i, each in enumerate(rows) if kept and each.word == kept.word)
        self.choose_row(next(same, max(0, place)))
        self.fit()

    def fit(self) -> None:
        """Be as high as the rows are."""
        high = sum(self._row_height(row) for row in range(len(self.rows.rows)))
        self.want(high, high)
        self.doItemsLayout()
        self.viewport().update()

    # -- keys and mouse ------------------------------------------------------------------------

    def answer(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """Enter goes there, P gives a role, X or Delete says that it is no name."""
        row, signal = self.current, _SIGNALS.get(key)
        if row is None or signal is None or held != Qt.KeyboardModifier.NoModifier:
            return False
        if signal == "chosen" or signal in dict(self.buttons()):
            getattr(self, signal).emit(row)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A button of the current row, or another row; what is no word is chosen at once."""
        for signal, box in self.buttons():
            if box.contains(event.position()):
                getattr(self, signal).emit(self.current)
                return
        pressed = self.indexAt(event.position().toPoint()).row()
        super().mousePressEvent(event)
        if 0 <= pressed < len(self.rows.rows):
            self.choose_row(pressed)
            if not self.rows.rows[pressed].places:
                self.chosen.emit(self.rows.rows[pressed])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The heights follow the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def _current_changed(self) -> None:
        self.fit()
        if self.hasFocus() and self.currentIndex().isValid():
            self.current_moved.emit(self.visualRect(self.currentIndex()))

    # -- looks ---------------------------------------------------------------------------------

    def row_size(self, row: int) -> QSize:
        """Across the list."""
        return QSize(100, self._row_height(row))

    def _row_height(self, row: int) -> int:
        """Word, places, buttons in the current row, air, and the rule."""
        shown, theme = self.rows.rows[row], self.theme
        words = theme.line("text", "console")
        words += len(self._lines(shown)) * theme.line("label", "console")
        lines = self._button_lines(shown) if self._has_buttons(row) else 0
        return words + lines * theme.px(_ABOVE_BUTTON + _BUTTON) + theme.px(2 * _PAD) + 1

    def draw_row(self, painter: QPainter, row: int, box: QRectF) -> None:
        """The word, where it stands and why it is here, and buttons in the current row."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown, px, theme = self.rows.rows[row], self.theme.px, self.theme
        self._draw_rule(painter, row, box)
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
        for signal, button in self.buttons() if self._has_buttons(row) else ():
            self._draw_button(painter, signal, button)

    def _draw_rule(self, painter: QPainter, row: int, box: QRectF) -> None:
        tinted = self.hasFocus() and row == self.currentIndex().row()
        if not tinted and row < len(self.rows.rows) - 1:
            over = self.theme.px(OVERHANG)
            rule = QRectF(box.left() + over, round(box.bottom()) - 1, box.width() - 2 * over, 1)
            painter.fillRect(rule, self.theme.colour("rule"))

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
        step, left = px(_ABOVE_BUTTON + _BUTTON), box.left() + px(OVERHANG)
        top = box.bottom() - px(_PAD) - 1 - px(_BUTTON) - (self._button_lines(row) - 1) * step
        return tuple(
            (signal, QRectF(left + x, top + line * step, self._button_width(signal), px(_BUTTON)))
            for signal, x, line in self._placed(row)
        )

    def _placed(self, row: Row) -> list[tuple[str, float, int]]:
        """Each button with how far right and in which line it stands."""
        placed, x, line = [], 0.0, 0
        for signal in _BUTTONS:
            if signal == "joined" and not row.may_join:
                continue
            wide = self._button_width(signal)
            if x and x + wide > self._room():
                x, line = 0.0, line + 1
            placed.append((signal, x, line))
            x += wide + self.theme.px(_BETWEEN)
        return placed

    def _button_lines(self, row: Row) -> int:
        return self._placed(row)[-1][2] + 1

    def _has_buttons(self, row: int) -> bool:
        return 0 <= row == self.currentIndex().row() and bool(self.rows.rows[row].places)

    def _button_width(self, signal: str) -> int:
        words, key = _BUTTONS[signal]
        wide = self.theme.metrics("label", "console", 500).horizontalAdvance(words)
        wide += self.theme.metrics("key", "console").horizontalAdvance(key)
        return ceil(wide) + self.theme.px(2 * _SIDE + _KEY_GAP)

    def _draw_button(self, painter: QPainter, signal: str, box: QRectF) -> None:
        theme, middle, main = self.theme, Qt.AlignmentFlag.AlignVCenter, signal == "chosen"
        words, key = _BUTTONS[signal]
        painter.setPen(QPen(theme.colour("accent" if main else "line"), theme.scale))
        painter.setBrush(theme.colour("sheet"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6))
        inside = box.adjusted(theme.px(_SIDE), 0, -theme.px(_SIDE), -theme.px(1))
        painter.setFont(theme.font("label", "console", 500))
        painter.setPen(theme.colour("accent" if main else "ink"))
        painter.drawText(inside, middle, words)
        painter.setFont(theme.font("key", "console"))
        painter.setPen(theme.colour("ink2"))
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, key)
