"""Shows beside the entry line what was understood of it."""

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

_ICON, _MARKER, _DOT, _GAP, _LEAST_ROOM = 22, 14, 5, 11, 90


class TimelinePreview(Preview):
    """Paints a reading on one line, or two where room is short; a problem may take three."""

    sentence_at = Qt.AlignmentFlag.AlignVCenter

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "timeline.preview")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def draw_parts(self, painter: QPainter, reading: Reading) -> None:
        """Lead, parts and dots between them."""
        high = float(self.height())
        line = self.theme.line("text") + self.theme.px(4)
        top, below = (QRectF(0, y, self.width(), line) for y in (high / 2 - line, high / 2))
        if reading.below:
            self._draw_run(painter, top, reading.lead, reading.parts)
            self._draw_run(painter, below, "", reading.below)
            return
        if len(reading.parts) < 2 or self._width(reading) <= self.width():
            self._draw_run(painter, QRectF(0, 0, self.width(), high), reading.lead, reading.parts)
            return
        self._draw_run(painter, top, reading.lead, reading.parts[:-1])
        self._draw_run(painter, below, "", reading.parts[-1:])

    def _width(self, reading: Reading) -> float:
        theme = self.theme
        width = theme.metrics("text").horizontalAdvance(reading.lead) + theme.px(16)
        for part in reading.parts:
            width += theme.metrics(_role(part)).horizontalAdvance(part.words)
            width += theme.px(2 * _GAP + _DOT) + (theme.px(_ICON + 10) if part.sign else 0)
        return width - theme.px(2 * _GAP + _DOT)

    def _draw_run(self, painter: QPainter, box: QRectF, lead: str, parts: tuple[Part, ...]) -> None:
        theme = self.theme
        if lead:
            self._draw_words(painter, box, lead, "text", "ink2")
            box.setLeft(box.left() + theme.px(16))
        for number, part in enumerate(parts):
            if number and box.width() < theme.px(_LEAST_ROOM):
                return
            if number:
                self._draw_dot(painter, box)
            if part.sign is not None:
                self._draw_sign(painter, box, part.sign)
            self._draw_words(painter, box, part.words, _role(part), _colour(part))

    def _draw_words(
        self, painter: QPainter, box: QRectF, words: str, role: str, colour: str
    ) -> None:
        write = Writing(painter, self.theme)
        shown = write.line(box.adjusted(0, -1, 0, -1), words, role, colour)
        box.setLeft(box.left() + write.advance(shown, role))

    def _draw_sign(self, painter: QPainter, box: QRectF, sign: tuple[str, str]) -> None:
        theme = self.theme
        group, name = sign
        size = theme.px(_ICON if group == "kind" else _MARKER)
        place = QRectF(box.left(), box.center().y() - size / 2, size, size)
        glyphs = Glyphs(painter, theme)
        draw = glyphs.kind if group == "kind" else glyphs.marker
        draw(name, place, theme.colour("ink"))
        box.setLeft(place.right() + theme.px(10))

    def _draw_dot(self, painter: QPainter, box: QRectF) -> None:
        theme = self.theme
        size, gap = theme.px(_DOT), theme.px(_GAP)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawEllipse(QRectF(box.left() + gap, box.center().y() - size / 2 + 1, size, size))
        painter.restore()
        box.setLeft(box.left() + 2 * gap + size)


def _role(part: Part) -> str:
    if part.noted:
        return "label"
    return "named" if part.strong else "text"


def _colour(part: Part) -> str:
    return "note" if part.noted else "ink"
