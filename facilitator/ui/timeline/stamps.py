"""The discs and heaps of the strip as small pictures: drawn once, put down many times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from facilitator.domain.words import Precision
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.records import TimelineEvent
    from facilitator.ui.theme import Theme

_PEN, _ICON, _INSET = 1.5, 18.5, 2.5
_BEHIND, _BESIDE, _AROUND = 2.5, 10, 4
_DASH, _SPACE = 4, 3
_MOST = 400
"""So many pictures are kept: zooming makes heaps of ever other counts."""


def heap_words(count: int) -> str:
    """How many events a heap holds."""
    return f"{count:,}"


def heap_width(theme: Theme, count: int) -> float:
    """How wide a heap of so many events is."""
    words = theme.metrics("label", weight=600).horizontalAdvance(heap_words(count))
    return max(theme.px(tokens()["timeline"]["disc"]), round(words) + theme.px(_BESIDE))


class Stamps:
    """Pictures in one theme for a screen of one density."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self._theme, self.ratio = theme, ratio
        self._side = theme.px(tokens()["timeline"]["disc"])
        self._around = theme.px(_AROUND)
        self._pictures: dict[tuple[object, ...], QPixmap] = {}

    def disc(self, event: TimelineEvent) -> QPixmap:
        """An event: ink if it tells the story, paper if not, dashed if its time is not exact."""
        kind, starred = event.kind.value, event.starred
        dashed = event.precision is not Precision.EXACT

        def draw(painter: QPainter, box: QRectF) -> None:
            self._draw_disc(painter, box, kind, starred=starred, dashed=dashed)

        return self._picture((kind, starred, dashed), self._side, draw)

    def heap(self, count: int, *, starred: bool) -> QPixmap:
        """So many events in one place: ink if one of them tells the story."""

        def draw(painter: QPainter, box: QRectF) -> None:
            self._draw_heap(painter, box, count, starred=starred)

        return self._picture((count, starred), heap_width(self._theme, count), draw)

    def _picture(
        self, key: tuple[object, ...], width: float, draw: Callable[[QPainter, QRectF], object]
    ) -> QPixmap:
        if key not in self._pictures:
            if len(self._pictures) >= _MOST:
                self._pictures.clear()
            self._pictures[key] = self._drawn(width, draw)
        return self._pictures[key]

    def _drawn(self, width: float, draw: Callable[[QPainter, QRectF], object]) -> QPixmap:
        wide, high = round(width) + 2 * self._around, self._side + 2 * self._around
        picture = QPixmap(round(wide * self.ratio), round(high * self.ratio))
        picture.setDevicePixelRatio(self.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter, QRectF(self._around, self._around, round(width), self._side))
        painter.end()
        return picture

    def _draw_disc(
        self, painter: QPainter, box: QRectF, kind: str, *, starred: bool, dashed: bool
    ) -> None:
        theme, half = self._theme, _PEN / 2
        if not starred or dashed:
            painter.setPen(self._outline("ink" if starred else "ink2", dashed=dashed))
            painter.setBrush(theme.colour("paper"))
            painter.drawEllipse(box.adjusted(half, half, -half, -half))
        if starred:
            # Ink for the story, within the dashes of a time that is not exact.
            inset = theme.px(_INSET) if dashed else 0
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("ink"))
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
        size = theme.px(_ICON - 2 if starred and dashed else _ICON)
        icon = QRectF(0, 0, size, size)
        icon.moveCenter(box.center())
        Glyphs(painter, theme).kind(kind, icon, theme.colour("on_ink" if starred else "ink"))

    def _draw_heap(self, painter: QPainter, box: QRectF, count: int, *, starred: bool) -> None:
        theme, half, radius = self._theme, _PEN / 2, box.height() / 2
        # The edge of another disc behind says that there are several.
        behind = box.translated(theme.px(_BEHIND), -theme.px(_BEHIND))
        painter.setPen(self._outline("ink2", dashed=False))
        painter.setBrush(theme.colour("paper"))
        for each in (behind, box):
            painter.drawRoundedRect(each.adjusted(half, half, -half, -half), radius, radius)
        if starred:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("ink"))
            painter.drawRoundedRect(box, radius, radius)
        painter.setPen(theme.colour("on_ink" if starred else "ink"))
        painter.setFont(theme.font("label", weight=600))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(box, flags, heap_words(count))

    def _outline(self, role: str, *, dashed: bool) -> QPen:
        pen = QPen(self._theme.colour(role), _PEN)
        if dashed:
            # Qt counts dashes in pen widths.
            pen.setDashPattern([_DASH / _PEN, _SPACE / _PEN])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen
