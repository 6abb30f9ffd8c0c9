"""Draws the Coach's rows, and answers the keys and the mouse on them."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen

from facilitator.ui.close.drawing import Drawing
from facilitator.ui.console.coach_rows import CoachModel, Kind, Row
from facilitator.ui.console.rows import ConsoleRows
from facilitator.ui.console.section import OVERHANG
from facilitator.ui.factors.wrapping import Line, Wrapper, reads_from_right
from facilitator.ui.glyphs import Glyphs

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QResizeEvent

    from facilitator.coach.lack import Lack
    from facilitator.ui.theme import Theme

_BUTTONS = {"chosen": ("Go there", "Enter"), "left": ("Leave it", "X")}
"""By the signal they send: the words, and the key that does the same."""
_SIGNALS = {
    Qt.Key.Key_Return: "chosen",
    Qt.Key.Key_Enter: "chosen",
    Qt.Key.Key_X: "left",
    Qt.Key.Key_Delete: "left",
}
_PAD, _LESS_PAD, _SIGN, _SIGN_DOWN, _INDENT, _BASELINE = 12, 8, 18, 3, 28, 0.74
_BUTTON, _ABOVE_BUTTON, _BETWEEN, _SIDE = 30, 7, 8, 12
_MOST_HEADING, _MOST_SECOND = 2, 3
_HEADING, _SECOND = ("text", 500), ("label", 400)


class CoachList(ConsoleRows):
    """As high as its rows; the current one shows what can be done with it.

    ``chosen`` and ``left`` carry the row; ``current_moved`` where the current one stands.
    """

    chosen = Signal(object)
    left = Signal(object)
    current_moved = Signal(QRect)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "console.coach.list", "What is lacking")
        self._wrappers = {style: _wrapper(theme, *style) for style in (_HEADING, _SECOND)}
        self.setAccessibleDescription("Enter goes there, X leaves it for this meeting")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pressed = -1
        self.rows = CoachModel()
        self.setModel(self.rows)
        self.selectionModel().currentChanged.connect(self._current_changed)

    @property
    def current(self) -> Row | None:
        """The current row."""
        index = self.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def refresh(self, rows: tuple[Row, ...]) -> None:
        """Show these rows; the current one stays, or the one in its place is current now."""
        kept, place = self.current, self.currentIndex().row()
        if not self.rows.refresh(rows):
            return
        same = (i for i, each in enumerate(rows) if kept and _same(each, kept))
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
        """Enter goes there, X or Delete leaves it."""
        row, signal = self.current, _SIGNALS.get(key)
        if row is None or signal is None or held != Qt.KeyboardModifier.NoModifier:
            return False
        getattr(self, signal).emit(row)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A button of the current row, or another row; what is no lack is chosen at once."""
        self._pressed = -1
        for signal, box in self.buttons():
            if box.contains(event.position()):
                getattr(self, signal).emit(self.current)
                return
        # The row moves once it is current, for the buttons stand in another one then.
        pressed = self.indexAt(event.position().toPoint()).row()
        super().mousePressEvent(event)
        if 0 <= pressed < len(self.rows.rows):
            self._pressed = pressed
            self.choose_row(pressed)
            row = self.rows.rows[pressed]
            if row.lack is None:
                self.chosen.emit(row)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """A double click goes there too."""
        row = self.current
        if row is not None and row.lack is not None and self._pressed == self.currentIndex().row():
            self.chosen.emit(row)

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
        """Words, buttons in the current row, air, and the rule."""
        heading, second = self._lines(self.rows.rows[row])
        theme = self.theme
        words = len(heading) * theme.line("text", "console")
        words += len(second) * theme.line("label", "console")
        buttons = theme.px(_ABOVE_BUTTON + _BUTTON) if self._has_buttons(row) else 0
        return words + buttons + 2 * self._pad(self.rows.rows[row]) + 1

    def draw_row(self, painter: QPainter, row: int, box: QRectF) -> None:
        """Sign, heading, second line, and buttons in the current row."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown, px = self.rows.rows[row], self.theme.px
        left, top = box.left() + px(OVERHANG), box.top() + self._pad(shown)
        self._draw_rule(painter, row, box)
        if shown.lack is not None:
            sign = QRectF(left, top + px(_SIGN_DOWN), px(_SIGN), px(_SIGN))
            draw_sign(painter, self.theme, shown.lack, sign)
        heading, second = self._lines(shown)
        at, colour = QPointF(left + px(_INDENT), top), "ink" if shown.lack else "ink2"
        down = self._draw_lines(painter, _HEADING, heading, at, colour)
        self._draw_lines(painter, _SECOND, second, QPointF(at.x(), down), "ink2")
        if self._has_buttons(row):
            for signal, button in self.buttons():
                self._draw_button(painter, signal, button)

    def _pad(self, row: Row) -> int:
        return self.theme.px(_PAD if row.lack is not None else _LESS_PAD)

    def _draw_rule(self, painter: QPainter, row: int, box: QRectF) -> None:
        tinted = self.hasFocus() and row == self.currentIndex().row()
        if not tinted and row < len(self.rows.rows) - 1:
            over = self.theme.px(OVERHANG)
            rule = QRectF(box.left() + over, round(box.bottom()) - 1, box.width() - 2 * over, 1)
            painter.fillRect(rule, self.theme.colour("rule"))

    def _lines(self, row: Row) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        width = max(1.0, self.width() - self.theme.px(2 * OVERHANG + _INDENT))
        second = self._wrappers[_SECOND].lines(row.second, width, _MOST_SECOND)
        return (
            self._wrappers[_HEADING].lines(row.heading, width, _MOST_HEADING),
            second if row.second else (),
        )

    def _draw_lines(
        self,
        painter: QPainter,
        style: tuple[str, int],
        lines: tuple[Line, ...],
        at: QPointF,
        colour: str,
    ) -> float:
        role, weight = style
        painter.setFont(self.theme.font(role, "console", weight))
        painter.setPen(self.theme.colour(colour))
        high = self.theme.line(role, "console")
        width = self.width() - at.x() - self.theme.px(OVERHANG)
        for number, line in enumerate(lines):
            indent = max(0.0, width - line.width) if reads_from_right(line.text) else 0.0
            baseline = at.y() + (number + _BASELINE) * high
            painter.drawText(QPointF(at.x() + indent, baseline), line.text)
        return at.y() + len(lines) * high

    # -- buttons -------------------------------------------------------------------------------

    def buttons(self) -> tuple[tuple[str, QRectF], ...]:
        """The buttons in the current row, each with the signal it sends; none if it is no lack."""
        if not self._has_buttons(self.currentIndex().row()):
            return ()
        px, box = self.theme.px, QRectF(self.visualRect(self.currentIndex()))
        left, found = box.left() + px(OVERHANG + _INDENT), []
        top = box.bottom() - px(_PAD) - 1 - px(_BUTTON)
        for signal in _BUTTONS:
            wide = self._button_width(signal)
            found.append((signal, QRectF(left, top, wide, px(_BUTTON))))
            left += wide + px(_BETWEEN)
        return tuple(found)

    def _has_buttons(self, row: int) -> bool:
        return 0 <= row == self.currentIndex().row() and self.rows.rows[row].kind is Kind.LACK

    def _button_width(self, signal: str) -> int:
        words, key = _BUTTONS[signal]
        wide = self.theme.metrics("label", "console", 500).horizontalAdvance(words)
        if self.hasFocus():
            wide += self.theme.metrics("key", "console").horizontalAdvance(key)
            wide += self.theme.px(_BETWEEN)
        return ceil(wide) + self.theme.px(2 * _SIDE)

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
        if self.hasFocus():
            painter.setFont(theme.font("key", "console"))
            painter.setPen(theme.colour("ink2"))
            painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, key)


def draw_sign(painter: QPainter, theme: Theme, lack: Lack, box: QRectF) -> None:
    """The shape that stands for what is lacking, else the dashed square."""
    glyphs, colour = Glyphs(painter, theme), theme.colour("ink2")
    if lack.rule == "family_not_asked" and lack.details:
        glyphs.family(lack.details[0].lower().replace(" ", "_"), box, asked=False)
    elif lack.rule == "no_evidence":
        glyphs.evidence("unknown", box, colour)
    elif lack.rule == "stops_at_trigger":
        glyphs.bolt(box, colour)
    else:
        Drawing(painter, theme).missing(box)


def _wrapper(theme: Theme, role: str, weight: int) -> Wrapper:
    font = theme.font(role, "console", weight)
    return Wrapper(font, theme.metrics(role, "console", weight))


def _same(one: Row, other: Row) -> bool:
    if one.lack is None or other.lack is None:
        return one.kind is other.kind
    return one.lack.rule == other.lack.rule
