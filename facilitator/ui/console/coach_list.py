"""Draws the Coach's rows: a sign, what is lacking, and what would help."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter

from facilitator.ui.close.drawing import Drawing
from facilitator.ui.console.button_rows import ABOVE_BUTTON, BETWEEN, BUTTON, ButtonRows
from facilitator.ui.console.coach_rows import Row
from facilitator.ui.console.section import OVERHANG
from facilitator.ui.factors.wrapping import Line, Wrapper, reads_from_right
from facilitator.ui.glyphs import Glyphs

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from facilitator.coach.lack import Lack
    from facilitator.ui.theme import Theme

_PAD, _LESS_PAD, _SIGN, _SIGN_DOWN, _INDENT, _BASELINE = 12, 8, 18, 3, 28, 0.74
_MOST_HEADING, _MOST_SECOND = 2, 3
_HEADING, _SECOND = ("text", 500), ("label", 400)


class CoachList(ButtonRows[Row]):
    """Tells ``chosen`` and ``left`` (row)."""

    left = Signal(object)
    labels: ClassVar = {"chosen": ("Go there", "Enter"), "left": ("Leave it", "X")}
    keys: ClassVar = {
        Qt.Key.Key_Return: "chosen",
        Qt.Key.Key_Enter: "chosen",
        Qt.Key.Key_X: "left",
        Qt.Key.Key_Delete: "left",
    }
    side, key_gap = 12, 8

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "console.coach.list", "What is lacking")
        self._wrappers = {style: _wrapper(theme, *style) for style in (_HEADING, _SECOND)}
        self.setAccessibleDescription("Enter goes there, X leaves it for this meeting")

    def is_same(self, one: Row, other: Row) -> bool:
        """Of the same rule, or of the same kind if they are no lacks."""
        if one.lack is None or other.lack is None:
            return one.kind is other.kind
        return one.lack.rule == other.lack.rule

    def is_open(self, row: Row) -> bool:
        """What is lacking has buttons."""
        return row.lack is not None

    def shows_key(self) -> bool:
        """While the keys are here."""
        return self.hasFocus()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """A double click goes there too."""
        row = self.current
        if row is not None and self.is_open(row) and self.pressed_row == self.currentIndex().row():
            self.chosen.emit(row)

    # -- looks ---------------------------------------------------------------------------------

    def row_height(self, row: int) -> int:
        """Words, buttons in the current row, air, and the rule."""
        heading, second = self._lines(self.rows.rows[row])
        theme = self.theme
        words = len(heading) * theme.line("text", "console")
        words += len(second) * theme.line("label", "console")
        buttons = theme.px(ABOVE_BUTTON + BUTTON) if self.has_buttons(row) else 0
        return words + buttons + 2 * self._pad(self.rows.rows[row]) + 1

    def draw_row(self, painter: QPainter, row: int, box: QRectF) -> None:
        """Sign, heading, second line, and buttons in the current row."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown, px = self.rows.rows[row], self.theme.px
        left, top = box.left() + px(OVERHANG), box.top() + self._pad(shown)
        self.draw_rule(painter, row, box)
        if shown.lack is not None:
            sign = QRectF(left, top + px(_SIGN_DOWN), px(_SIGN), px(_SIGN))
            draw_sign(painter, self.theme, shown.lack, sign)
        heading, second = self._lines(shown)
        at, colour = QPointF(left + px(_INDENT), top), "ink" if shown.lack else "ink2"
        down = self._draw_lines(painter, _HEADING, heading, at, colour)
        self._draw_lines(painter, _SECOND, second, QPointF(at.x(), down), "ink2")
        if self.has_buttons(row):
            self.draw_buttons(painter)

    def _pad(self, row: Row) -> int:
        return self.theme.px(_PAD if row.lack is not None else _LESS_PAD)

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
        if not self.has_buttons(self.currentIndex().row()):
            return ()
        px, box = self.theme.px, QRectF(self.visualRect(self.currentIndex()))
        left, found = box.left() + px(OVERHANG + _INDENT), []
        top = box.bottom() - px(_PAD) - 1 - px(BUTTON)
        for signal in self.labels:
            wide = self.button_width(signal)
            found.append((signal, QRectF(left, top, wide, px(BUTTON))))
            left += wide + px(BETWEEN)
        return tuple(found)


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
