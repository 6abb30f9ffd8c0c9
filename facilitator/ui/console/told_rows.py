"""Rows of the Console about other reviews: a sign, a heading, and a quieter line below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt, Signal

from facilitator.domain.words import EvidenceStatus
from facilitator.ui.console.button_rows import ABOVE_BUTTON, BETWEEN, BUTTON, ButtonRows
from facilitator.ui.console.section import OVERHANG
from facilitator.ui.factors.wrapping import Line, Wrapper
from facilitator.ui.glyphs import Glyphs

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPainter

    from facilitator.ui.theme import Theme

_PAD, _SIGN, _SIGN_DOWN, _INDENT, _BASELINE, _MOST = 8, 16, 4, 28, 0.74, 4
ASKS = EvidenceStatus.UNKNOWN.value
"""The sign of a question."""
_HEADING, _SECOND = ("text", 400), ("label", 400)


@dataclass(frozen=True, slots=True)
class Told:
    """One row; ``key`` tells it from others.

    ``enter`` is what Enter does, ``leaves`` whether it can be put off. ``second`` stands below the
    heading always, or only in the current row if it is ``shy``. ``sign`` is one of those of
    evidence, or nothing. ``lines`` are shown of either; of the current row all.
    """

    key: str
    heading: str
    second: str = ""
    enter: str = ""
    leaves: bool = False
    shy: bool = False
    sign: str = ""
    lines: int = _MOST


class ToldRows(ButtonRows[Told]):
    """Tells ``chosen`` and ``left`` (row)."""

    left = Signal(object)
    labels: ClassVar = {"chosen": ("", "Enter"), "left": ("Not now", "X")}
    keys: ClassVar = {
        Qt.Key.Key_Return: "chosen",
        Qt.Key.Key_Enter: "chosen",
        Qt.Key.Key_X: "left",
        Qt.Key.Key_Delete: "left",
    }
    side, key_gap = 12, 8

    def __init__(self, theme: Theme, name: str, words: str) -> None:
        super().__init__(theme, name, words)
        self._wrappers = {
            style: Wrapper(
                theme.font(style[0], "console", style[1]),
                theme.metrics(style[0], "console", style[1]),
            )
            for style in (_HEADING, _SECOND)
        }

    def is_same(self, one: Told, other: Told) -> bool:
        """The same, though its words may have changed."""
        return one.key == other.key

    def is_open(self, row: Told) -> bool:
        """Buttons come with the keys: the section is quiet without them."""
        return bool(row.enter) and self.hasFocus()

    def button_words(self, signal: str) -> tuple[str, str]:
        """What Enter does differs from row to row."""
        row = self.current
        return (row.enter, "Enter") if signal == "chosen" and row else self.labels[signal]

    def focusInEvent(self, event: object) -> None:
        """The current row grows."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.fit()

    def focusOutEvent(self, event: object) -> None:
        """And becomes as it was."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.fit()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """A double click is Enter."""
        row = self.current
        if row is not None and self.pressed_row == self.currentIndex().row():
            self.chosen.emit(row)

    # -- looks ---------------------------------------------------------------------------------

    def row_height(self, row: int) -> int:
        """Words, buttons in the current row, air, and the rule."""
        heading, second = self._lines(row)
        theme = self.theme
        words = len(heading) * theme.line("text", "console")
        words += len(second) * theme.line("label", "console")
        buttons = theme.px(ABOVE_BUTTON + BUTTON) if self.has_buttons(row) else 0
        return words + buttons + 2 * theme.px(_PAD) + 1

    def draw_row(self, painter: QPainter, row: int, box: QRectF) -> None:
        """Sign, heading, second line, and buttons in the current row."""
        px = self.theme.px
        left, top = box.left() + px(OVERHANG), box.top() + px(_PAD)
        self.draw_rule(painter, row, box)
        if sign := self.rows.rows[row].sign:
            place = QRectF(left, top + px(_SIGN_DOWN), px(_SIGN), px(_SIGN))
            colour = self.theme.colour("accent" if sign == ASKS else "ink2")
            Glyphs(painter, self.theme).evidence(sign, place, colour)
        heading, second = self._lines(row)
        at = QPointF(left + self._indent(self.rows.rows[row]), top)
        at.setY(self._draw_lines(painter, heading, _HEADING, "ink", at))
        self._draw_lines(painter, second, _SECOND, "ink2", at)
        if self.has_buttons(row):
            self.draw_buttons(painter)

    def _indent(self, row: Told) -> int:
        return self.theme.px(_INDENT) if row.sign else 0

    def _lines(self, row: int) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        shown = self.rows.rows[row]
        width = max(1.0, self.width() - self.theme.px(2 * OVERHANG) - self._indent(shown))
        below = shown.second if not shown.shy or self.has_buttons(row) else ""
        most = _MOST if self.has_buttons(row) else shown.lines
        return (
            self._wrappers[_HEADING].lines(shown.heading, width, most),
            self._wrappers[_SECOND].lines(below, width, most) if below else (),
        )

    def _draw_lines(
        self,
        painter: QPainter,
        lines: tuple[Line, ...],
        style: tuple[str, int],
        colour: str,
        at: QPointF,
    ) -> float:
        role, weight = style
        high = self.theme.line(role, "console")
        painter.setFont(self.theme.font(role, "console", weight))
        painter.setPen(self.theme.colour(colour))
        for number, line in enumerate(lines):
            painter.drawText(QPointF(at.x(), at.y() + (number + _BASELINE) * high), line.text)
        return at.y() + len(lines) * high

    def buttons(self) -> tuple[tuple[str, QRectF], ...]:
        """The buttons in the current row, each with the signal it sends; none if it is none."""
        row = self.current
        if row is None or not self.is_open(row):
            return ()
        px, box = self.theme.px, QRectF(self.visualRect(self.currentIndex()))
        left, found = box.left() + px(OVERHANG) + self._indent(row), []
        top = box.bottom() - px(_PAD) - 1 - px(BUTTON)
        for signal in ("chosen", "left") if row.leaves else ("chosen",):
            wide = self.button_width(signal)
            found.append((signal, QRectF(left, top, wide, px(BUTTON))))
            left += wide + px(BETWEEN)
        return tuple(found)
