"""Draws the Coach's rows: a sign, what it is about, why, and what to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter

from facilitator.ui.console.button_rows import ABOVE_BUTTON, BETWEEN, BUTTON, ButtonRows
from facilitator.ui.console.coach_rows import Kind, Row
from facilitator.ui.console.coach_sign import draw_sign
from facilitator.ui.console.coach_words import ALIKE, LANGUAGE
from facilitator.ui.console.section import OVERHANG
from facilitator.ui.factors.wrapping import Line, Wrapper, reads_from_right

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from facilitator.ui.theme import Theme

_PAD, _LESS_PAD, _SIGN, _SIGN_DOWN, _INDENT, _BASELINE = 12, 8, 18, 3, 28, 0.74
_MOST_HEADING, _MOST_SECOND, _MOST_BRIEFLY = 2, 5, 2
_HEADING, _SECOND = ("text", 500), ("label", 400)


class CoachList(ButtonRows[Row]):
    """Tells ``chosen``, ``left`` and ``merged`` (row)."""

    left = Signal(object)
    merged = Signal(object)
    labels: ClassVar = {
        "chosen": ("Go there", "Enter"),
        "merged": ("Merge", "M"),
        "left": ("Not now", "X"),
    }
    keys: ClassVar = {
        Qt.Key.Key_Return: "chosen",
        Qt.Key.Key_Enter: "chosen",
        Qt.Key.Key_M: "merged",
        Qt.Key.Key_X: "left",
        Qt.Key.Key_Delete: "left",
    }
    side, key_gap = 12, 8

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "console.coach.list", "What the coach advises")
        self._wrappers = {style: _wrapper(theme, *style) for style in (_HEADING, _SECOND)}
        self.setAccessibleDescription(
            "Enter goes there, X puts it off until the words change, M merges two factors"
        )

    def is_same(self, one: Row, other: Row) -> bool:
        """About the same, or of the same kind if they are no advice."""
        if one.advice is None or other.advice is None:
            return one.kind is other.kind
        return (one.advice.rule, one.advice.where) == (other.advice.rule, other.advice.where)

    def is_open(self, row: Row) -> bool:
        """Advice has buttons."""
        return row.advice is not None

    def shows_key(self) -> bool:
        """While the keys are here."""
        return self.hasFocus()

    def button_words(self, signal: str) -> tuple[str, str]:
        """Words are reworded, not gone to."""
        row = self.current
        rewords = row is not None and row.advice is not None and row.advice.rule in LANGUAGE
        if signal == "chosen" and rewords:
            return "Reword it", "Enter"
        return self.labels[signal]

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """A double click goes there too."""
        row = self.current
        if row is not None and self.is_open(row) and self.pressed_row == self.currentIndex().row():
            self.chosen.emit(row)

    # -- looks ---------------------------------------------------------------------------------

    def row_height(self, row: int) -> int:
        """Words, buttons in the current row, air, and the rule."""
        heading, second = self._lines(row)
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
        if shown.advice is not None:
            sign = QRectF(left, top + px(_SIGN_DOWN), px(_SIGN), px(_SIGN))
            draw_sign(painter, self.theme, shown.advice, sign)
        self._draw_words(painter, row, QPointF(left + px(_INDENT), top))
        if self.has_buttons(row):
            self.draw_buttons(painter)

    def _draw_words(self, painter: QPainter, row: int, at: QPointF) -> None:
        """The heading with its time; where, why, and the question."""
        heading, second = self._lines(row)
        shown, below = self.rows.rows[row], self._below(row)
        quiet = shown.kind is not Kind.ADVICE
        spans = _spans(heading, shown.heading, len(shown.heading) - len(shown.when))
        down = self._draw_lines(painter, _HEADING, spans, at, ("ink2" if quiet else "ink", "ink2"))
        spans = _spans(second, below, len(below) - len(shown.ask))
        self._draw_lines(painter, _SECOND, spans, QPointF(at.x(), down), ("ink2", "ink"))

    def _pad(self, row: Row) -> int:
        return self.theme.px(_PAD if row.advice is not None else _LESS_PAD)

    def _below(self, row: int) -> str:
        """What stands below the heading: of the current row all of it."""
        shown = self.rows.rows[row]
        return shown.second if self.has_buttons(row) else shown.briefly

    def _lines(self, row: int) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        width = max(1.0, self.width() - self.theme.px(2 * OVERHANG + _INDENT))
        most = _MOST_SECOND if self.has_buttons(row) else _MOST_BRIEFLY
        heading, below = self.rows.rows[row].heading, self._below(row)
        return (
            self._wrappers[_HEADING].lines(heading, width, _MOST_HEADING),
            self._wrappers[_SECOND].lines(below, width, most) if below else (),
        )

    def _draw_lines(
        self,
        painter: QPainter,
        style: tuple[str, int],
        lines: list[tuple[Line, int]],
        at: QPointF,
        colours: tuple[str, str],
    ) -> float:
        """Draw lines, each in one colour as far as its number says and in another behind it."""
        role, weight = style
        metrics = self.theme.metrics(role, "console", weight)
        painter.setFont(self.theme.font(role, "console", weight))
        high = self.theme.line(role, "console")
        width = self.width() - at.x() - self.theme.px(OVERHANG)
        for number, (line, turn) in enumerate(lines):
            left = at.x() + (max(0.0, width - line.width) if reads_from_right(line.text) else 0.0)
            baseline = at.y() + (number + _BASELINE) * high
            for part, colour in zip((line.text[:turn], line.text[turn:]), colours, strict=True):
                painter.setPen(self.theme.colour(colour))
                painter.drawText(QPointF(left, baseline), part)
                left += metrics.horizontalAdvance(part)
        return at.y() + len(lines) * high

    # -- buttons -------------------------------------------------------------------------------

    def buttons(self) -> tuple[tuple[str, QRectF], ...]:
        """The buttons in the current row, each with the signal it sends; none if it is none."""
        row = self.current
        if row is None or row.advice is None:
            return ()
        px, box = self.theme.px, QRectF(self.visualRect(self.currentIndex()))
        left, found = box.left() + px(OVERHANG + _INDENT), []
        top = box.bottom() - px(_PAD) - 1 - px(BUTTON)
        for signal in self.labels:
            if signal == "merged" and row.advice.rule != ALIKE:
                continue
            wide = self.button_width(signal)
            found.append((signal, QRectF(left, top, wide, px(BUTTON))))
            left += wide + px(BETWEEN)
        return tuple(found)


def _spans(lines: tuple[Line, ...], whole: str, turn: int) -> list[tuple[Line, int]]:
    """Every line, and how many of its characters stand before the turn in the whole text."""
    found, at = [], 0
    for line in lines:
        start = max(at, whole.find(line.text.rstrip("…"), at))
        found.append((line, max(0, min(len(line.text), turn - start))))
        at = start + len(line.text)
    return found


def _wrapper(theme: Theme, role: str, weight: int) -> Wrapper:
    font = theme.font(role, "console", weight)
    return Wrapper(font, theme.metrics(role, "console", weight))
