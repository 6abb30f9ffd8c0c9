"""Shows beside the entry line what was understood of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.ui.glyphs import Glyphs

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.theme import Theme

_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_ICON, _MARKER, _DOT, _GAP, _LEAST_ROOM = 22, 14, 5, 11, 90


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the reading: words, perhaps with a sign of the groups ``kind`` or ``marker``."""

    words: str
    strong: bool = False
    sign: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in the preview: a lead like ``Adds`` and parts, or a sentence about a problem."""

    lead: str = ""
    parts: tuple[Part, ...] = ()
    note: str = ""
    quiet: str = ""

    @property
    def spoken(self) -> str:
        """The same in one sentence."""
        words = ", ".join(part.words for part in self.parts)
        return " ".join(each for each in (self.lead, words, self.note, self.quiet) if each)


class Preview(QWidget):
    """Paints a reading on one line, or two where room is short; a problem may take three."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.reading = Reading()
        self.setObjectName("timeline.preview")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_reading(self, reading: Reading) -> None:
        """Show another reading."""
        if reading != self.reading:
            self.reading = reading
            self.setAccessibleName(reading.spoken)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lead, parts and dots between them, or the sentence."""
        painter = QPainter(self)
        reading = self.reading
        if reading.note or reading.quiet:
            self._draw_sentence(painter, reading)
        else:
            self._draw_parts(painter, reading)

    def _draw_sentence(self, painter: QPainter, reading: Reading) -> None:
        theme = self._theme
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("note" if reading.note else "ink2"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(self.rect()), flags, reading.note or reading.quiet)

    def _draw_parts(self, painter: QPainter, reading: Reading) -> None:
        high = float(self.height())
        line = self._theme.line("text") + self._theme.px(4)
        if len(reading.parts) < 2 or self._width(reading) <= self.width():
            self._draw_run(painter, QRectF(0, 0, self.width(), high), reading.lead, reading.parts)
            return
        top, below = (QRectF(0, y, self.width(), line) for y in (high / 2 - line, high / 2))
        self._draw_run(painter, top, reading.lead, reading.parts[:-1])
        self._draw_run(painter, below, "", reading.parts[-1:])

    def _width(self, reading: Reading) -> float:
        theme = self._theme
        width = theme.metrics("text").horizontalAdvance(reading.lead) + theme.px(16)
        for part in reading.parts:
            width += theme.metrics(_role(part)).horizontalAdvance(part.words)
            width += theme.px(2 * _GAP + _DOT) + (theme.px(_ICON + 10) if part.sign else 0)
        return width - theme.px(2 * _GAP + _DOT)

    def _draw_run(self, painter: QPainter, box: QRectF, lead: str, parts: tuple[Part, ...]) -> None:
        theme = self._theme
        if lead:
            painter.setPen(theme.colour("ink2"))
            box.setLeft(self._draw_words(painter, box, lead, "text") + theme.px(16))
        for number, part in enumerate(parts):
            if number and box.width() < theme.px(_LEAST_ROOM):
                return
            if number:
                self._draw_dot(painter, box)
            if part.sign is not None:
                self._draw_sign(painter, box, part.sign)
            painter.setPen(theme.colour("ink"))
            box.setLeft(self._draw_words(painter, box, part.words, _role(part)))

    def _draw_words(self, painter: QPainter, box: QRectF, words: str, role: str) -> float:
        metrics = self._theme.metrics(role)
        room = max(0.0, box.width())
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.setFont(self._theme.font(role))
        painter.drawText(box.adjusted(0, -1, 0, -1), _LINE, shown)
        return box.left() + metrics.horizontalAdvance(shown)

    def _draw_sign(self, painter: QPainter, box: QRectF, sign: tuple[str, str]) -> None:
        theme = self._theme
        group, name = sign
        size = theme.px(_ICON if group == "kind" else _MARKER)
        place = QRectF(box.left(), box.center().y() - size / 2, size, size)
        glyphs = Glyphs(painter, theme)
        draw = glyphs.kind if group == "kind" else glyphs.marker
        draw(name, place, theme.colour("ink"))
        box.setLeft(place.right() + theme.px(10))

    def _draw_dot(self, painter: QPainter, box: QRectF) -> None:
        theme = self._theme
        size, gap = theme.px(_DOT), theme.px(_GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawEllipse(QRectF(box.left() + gap, box.center().y() - size / 2 + 1, size, size))
        painter.restore()
        box.setLeft(box.left() + 2 * gap + size)


def _role(part: Part) -> str:
    return "named" if part.strong else "text"
