"""Paints the reading below the entry line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QSizePolicy

from facilitator.ui.glyphs import Glyphs
from facilitator.ui.kit import draw_key_cap
from facilitator.ui.preview import Preview
from facilitator.ui.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from facilitator.ui.preview import Part, Reading
    from facilitator.ui.theme import Theme

KEY = "key"
"""The group of signs that are key caps."""
_METER, _METER_WIDTH, _METER_HEIGHT = 0.82, 46, 22
_AFTER_METER, _AFTER_NAME, _BETWEEN = 12, 6, 32
_CAP_SIDE, _CAP_INSET, _AFTER_CAP, _LEAST = 7, 2, 10, 200
"""``_LEAST`` px of a part must fit, or it is left out."""


class ActionsPreview(Preview):
    """Paints a reading on as many lines of 24 px as it is high; what does not fit is left out.

    A part with a sign has the meter of a durability label, or a key, before it.
    """

    sentence_at = Qt.AlignmentFlag.AlignTop
    note_weight = 500

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "actions.preview")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def draw_parts(self, painter: QPainter, reading: Reading) -> None:
        """Line by line behind the lead; what begins a line of its own comes last."""
        high = self.theme.line("label")
        indent = self._draw_lead(Writing(painter, self.theme), reading.lead, high)
        floor = self.height() - (high if reading.below else 0)
        top = self._flow(painter, reading.parts, indent, floor)
        self._draw_below(painter, reading.below, 0.0 if not reading.parts else top + high)

    def _flow(self, painter: QPainter, parts: Sequence[Part], indent: float, floor: int) -> float:
        """Draw parts line by line, and say where the last line begins."""
        high, left, top = self.theme.line("label"), indent, 0.0
        for number, part in enumerate(parts):
            width = self._width(part)
            if number and left + width > self.width():
                if top + 2 * high > floor:
                    break
                left, top = indent, top + high
            self._draw(painter, QRectF(left, top, self.width() - left, high), part)
            left += width + self.theme.px(_BETWEEN)
        return top

    def _draw_below(self, painter: QPainter, parts: Sequence[Part], top: float) -> None:
        """Draw parts on one line; the last one that begins on it may be cut."""
        left = 0.0
        for part in parts:
            if left and left + self.theme.px(_LEAST) > self.width():
                return
            box = QRectF(left, top, self.width() - left, self.theme.line("label"))
            self._draw(painter, box, part)
            left += self._width(part) + self.theme.px(_BETWEEN)

    def _draw_lead(self, write: Writing, lead: str, high: int) -> float:
        if not lead:
            return 0.0
        write.line(QRectF(0, 0, self.width(), high), lead, "label", "ink2", 400)
        return self._advance(lead, 400) + self.theme.px(_BETWEEN)

    def _draw(self, painter: QPainter, box: QRectF, part: Part) -> None:
        if part.sign is not None and part.sign[0] == KEY:
            self._draw_key(painter, box, part.sign[1])
        elif part.sign is not None:
            self.draw_sign(painter, box, part)
        box.setLeft(box.left() + self._sign_width(part))
        self._draw_part(Writing(painter, self.theme), box, part)

    def sign_width(self, _sign: tuple[str, str]) -> float:
        """How far the words stand behind a sign's left edge."""
        return self.theme.px(_METER_WIDTH) * _METER + self.theme.px(_AFTER_METER)

    def draw_sign(self, painter: QPainter, box: QRectF, part: Part) -> None:
        """The meter of a durability label."""
        # The meter stands on the line that the words stand on.
        drop = (box.height() - self.theme.px(_METER_HEIGHT) * _METER) / 2 + self.theme.px(1)
        label = part.sign[1] if part.sign is not None else ""
        glyphs = Glyphs(painter, self.theme)
        glyphs.meter(label, box.left(), box.top() + drop, _METER, sure=part.sure)

    def _draw_key(self, painter: QPainter, box: QRectF, words: str) -> None:
        inset = self.theme.px(_CAP_INSET)
        cap = QRectF(box.left(), box.top() + inset, self._cap(words), box.height() - 2 * inset)
        draw_key_cap(painter, self.theme, cap.toRect(), words)

    def _draw_part(self, write: Writing, box: QRectF, part: Part) -> None:
        if part.name:
            write.line(box, part.name, "label", "ink2", 400)
            box.setLeft(box.left() + self._advance(part.name, 400) + self.theme.px(_AFTER_NAME))
        write.line(box, part.words, "label", "note" if part.noted else "ink", _weight(part))

    def _width(self, part: Part) -> float:
        before = self._sign_width(part)
        if part.name:
            before += self._advance(part.name, 400) + self.theme.px(_AFTER_NAME)
        return before + self._advance(part.words, _weight(part))

    def _sign_width(self, part: Part) -> float:
        if part.sign is None:
            return 0.0
        if part.sign[0] == KEY:
            return self._cap(part.sign[1]) + self.theme.px(_AFTER_CAP)
        return self.sign_width(part.sign)

    def _cap(self, words: str) -> float:
        return self._advance(words, 500) + self.theme.px(2 * _CAP_SIDE)

    def _advance(self, words: str, weight: int) -> float:
        return self.theme.metrics("label", weight=weight).horizontalAdvance(words)


def _weight(part: Part) -> int:
    """A label is strongest, a named value is stronger than its name; a sentence is not."""
    if part.noted:
        return 500
    if part.strong or (part.sign is not None and part.sign[0] != KEY):
        return 600
    return 500 if part.name and part.sign is None else 400
