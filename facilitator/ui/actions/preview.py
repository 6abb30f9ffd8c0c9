"""Paints the reading below the entry line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.ui.actions.reading import Reading
from facilitator.ui.glyphs import Glyphs

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.actions.reading import Part
    from facilitator.ui.theme import Theme

_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_METER, _METER_WIDTH, _METER_HEIGHT = 0.82, 46, 22
_AFTER_METER, _AFTER_NAME, _BETWEEN = 12, 6, 32


class Preview(QWidget):
    """Paints a reading on as many lines of 24 px as it is high; what does not fit is left out."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.reading = Reading()
        self.setObjectName("actions.preview")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_reading(self, reading: Reading) -> None:
        """Show another reading."""
        if reading != self.reading:
            self.reading = reading
            self.setAccessibleName(reading.spoken)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The parts, or the sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        reading, theme = self.reading, self._theme
        sentence = reading.note or reading.quiet
        if sentence:
            painter.setFont(theme.font("label", weight=500 if reading.note else None))
            painter.setPen(theme.colour("note" if reading.note else "ink2"))
            painter.drawText(QRectF(self.rect()), Qt.TextFlag.TextWordWrap, sentence)
        else:
            self._draw_parts(painter, reading)

    def _draw_parts(self, painter: QPainter, reading: Reading) -> None:
        theme = self._theme
        high = theme.line("label")
        left, top = self._draw_lead(painter, reading.lead, high), 0
        indent = left
        for number, part in enumerate(reading.parts):
            width = self._width(part)
            if number and left + width > self.width():
                if top + 2 * high > self.height():
                    return
                left, top = indent, top + high
            self._draw_part(painter, QRectF(left, top, self.width() - left, high), part)
            left += width + theme.px(_BETWEEN)

    def _draw_lead(self, painter: QPainter, lead: str, high: int) -> float:
        if not lead:
            return 0.0
        self._draw(painter, QRectF(0, 0, self.width(), high), lead, "ink2", 400)
        return self._advance(lead, 400) + self._theme.px(_BETWEEN)

    def _draw_part(self, painter: QPainter, box: QRectF, part: Part) -> None:
        theme = self._theme
        if part.label is not None:
            # The meter stands on the line that the words stand on.
            drop = (box.height() - theme.px(_METER_HEIGHT) * _METER) / 2 + theme.px(1)
            glyphs = Glyphs(painter, theme)
            glyphs.meter(part.label.value, box.left(), box.top() + drop, _METER)
            box.setLeft(box.left() + self._meter_width())
            self._draw(painter, box, part.words, "ink", 600)
            return
        if part.name:
            self._draw(painter, box, part.name, "ink2", 400)
            box.setLeft(box.left() + self._advance(part.name, 400) + theme.px(_AFTER_NAME))
        self._draw(painter, box, part.words, "ink", _weight(part))

    def _draw(self, painter: QPainter, box: QRectF, words: str, colour: str, weight: int) -> None:
        theme = self._theme
        painter.setFont(theme.font("label", weight=weight))
        painter.setPen(theme.colour(colour))
        metrics = theme.metrics("label", weight=weight)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, box.width()))
        painter.drawText(box, _LINE, shown)

    def _width(self, part: Part) -> float:
        if part.label is not None:
            return self._meter_width() + self._advance(part.words, 600)
        name = self._advance(part.name, 400) + self._theme.px(_AFTER_NAME) if part.name else 0.0
        return name + self._advance(part.words, _weight(part))

    def _meter_width(self) -> float:
        return self._theme.px(_METER_WIDTH) * _METER + self._theme.px(_AFTER_METER)

    def _advance(self, words: str, weight: int) -> float:
        return self._theme.metrics("label", weight=weight).horizontalAdvance(words)


def _weight(part: Part) -> int:
    """A named value is stronger than its name; a sentence is not."""
    return 500 if part.name else 400
