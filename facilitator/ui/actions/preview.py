"""Paints the reading below the entry line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QSizePolicy

from facilitator.ui.glyphs import Glyphs
from facilitator.ui.preview import Preview
from facilitator.ui.writing import Writing

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from facilitator.ui.preview import Part, Reading
    from facilitator.ui.theme import Theme

_METER, _METER_WIDTH, _METER_HEIGHT = 0.82, 46, 22
_AFTER_METER, _AFTER_NAME, _BETWEEN = 12, 6, 32


class ActionsPreview(Preview):
    """Paints a reading on as many lines of 24 px as it is high; what does not fit is left out.

    A part with a sign has the meter of a durability label before it.
    """

    sentence_at = Qt.AlignmentFlag.AlignTop
    note_weight = 500

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "actions.preview")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def draw_parts(self, painter: QPainter, reading: Reading) -> None:
        """Line by line behind the lead."""
        theme, write = self.theme, Writing(painter, self.theme)
        high = theme.line("label")
        left, top = self._draw_lead(write, reading.lead, high), 0
        indent = left
        for number, part in enumerate(reading.parts):
            width = self._width(part)
            if number and left + width > self.width():
                if top + 2 * high > self.height():
                    return
                left, top = indent, top + high
            box = QRectF(left, top, self.width() - left, high)
            if part.sign is not None:
                self.draw_sign(painter, box, part.sign)
                box.setLeft(box.left() + self.sign_width(part.sign))
            self._draw_part(write, box, part)
            left += width + theme.px(_BETWEEN)

    def _draw_lead(self, write: Writing, lead: str, high: int) -> float:
        if not lead:
            return 0.0
        write.line(QRectF(0, 0, self.width(), high), lead, "label", "ink2", 400)
        return self._advance(lead, 400) + self.theme.px(_BETWEEN)

    def sign_width(self, _sign: tuple[str, str]) -> float:
        """How far the words stand behind a sign's left edge."""
        return self.theme.px(_METER_WIDTH) * _METER + self.theme.px(_AFTER_METER)

    def draw_sign(self, painter: QPainter, box: QRectF, sign: tuple[str, str]) -> None:
        """The meter of a durability label."""
        # The meter stands on the line that the words stand on.
        drop = (box.height() - self.theme.px(_METER_HEIGHT) * _METER) / 2 + self.theme.px(1)
        Glyphs(painter, self.theme).meter(sign[1], box.left(), box.top() + drop, _METER)

    def _draw_part(self, write: Writing, box: QRectF, part: Part) -> None:
        if part.name:
            write.line(box, part.name, "label", "ink2", 400)
            box.setLeft(box.left() + self._advance(part.name, 400) + self.theme.px(_AFTER_NAME))
        write.line(box, part.words, "label", "ink", _weight(part))

    def _width(self, part: Part) -> float:
        before = self.sign_width(part.sign) if part.sign is not None else 0.0
        if part.name:
            before = self._advance(part.name, 400) + self.theme.px(_AFTER_NAME)
        return before + self._advance(part.words, _weight(part))

    def _advance(self, words: str, weight: int) -> float:
        return self.theme.metrics("label", weight=weight).horizontalAdvance(words)


def _weight(part: Part) -> int:
    """A label is strongest, a named value is stronger than its name; a sentence is not."""
    if part.sign is not None or part.strong:
        return 600
    return 500 if part.name else 400
