"""What part of the tree the viewport shows: zoom, pan, and the way between both planes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QTransform

from facilitator.ui.factors.pan import Pan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QAbstractScrollArea

    from facilitator.ui.theme import Theme

_MARGIN, _END, _EDGE = 40, 12, 8
"""Room on the left, on the right, and above and below; four columns fit on the Stage."""
_ZOOM_STEP, _LEAST_ZOOM, _MOST_ZOOM = 1.15, 0.04, 2.0


class Camera(QObject):
    """Looks at ``bounds`` (tree coordinates) through a scroll area; ``moved`` after each change."""

    moved = Signal()

    def __init__(self, area: QAbstractScrollArea, theme: Theme) -> None:
        super().__init__()
        self._area = area
        self._margin, self._edge = theme.px(_MARGIN), theme.px(_EDGE)
        self._beside = theme.px(_MARGIN + _END)
        self._across, self._down = area.horizontalScrollBar(), area.verticalScrollBar()
        self._pan = Pan(self._across, self._down)
        self.zoom = 1.0
        self.bounds = QRectF()
        for bar in (self._across, self._down):
            bar.valueChanged.connect(self.moved)
            bar.setSingleStep(self._margin)

    @property
    def to_view(self) -> QTransform:
        """From tree coordinates to the viewport; a tree lower than the viewport is centred."""
        spare = self._area.viewport().height() - self.bounds.height() * self.zoom
        top = max(self._edge, spare / 2) - self._down.value()
        transform = QTransform.fromTranslate(self._margin - self._across.value(), top)
        transform.scale(self.zoom, self.zoom)
        return transform.translate(-self.bounds.left(), -self.bounds.top())

    def to_tree(self, point: QPointF) -> QPointF:
        """A point of the viewport in tree coordinates."""
        return self.to_view.inverted()[0].map(point)

    def look_at(self, bounds: QRectF) -> None:
        """Take the bounds of another layout."""
        self.bounds = bounds
        self.resized()

    def resized(self) -> None:
        """Let the scroll bars reach every corner."""
        room = self._area.viewport().size()
        wide = self.bounds.width() * self.zoom + self._beside
        high = self.bounds.height() * self.zoom + 2 * self._edge
        for bar, content, page in (
            (self._across, wide, room.width()),
            (self._down, high, room.height()),
        ):
            bar.setRange(0, max(0, round(content - page)))
            bar.setPageStep(page)

    def set_zoom(self, zoom: float, at: QPointF) -> None:
        """Zoom, keeping the point ``at`` of the viewport in its place as far as there is tree."""
        fixed = self.to_tree(at)
        self.zoom = max(_LEAST_ZOOM, min(_MOST_ZOOM, zoom))
        self.resized()
        self._pan.by(self.to_view.map(fixed) - at)
        self.moved.emit()

    def zoom_by(self, steps: float, at: QPointF) -> None:
        """Zoom in (positive) or out by steps."""
        self.set_zoom(self.zoom * _ZOOM_STEP**steps, at)

    def whole(self, most: float = 1.0) -> float:
        """The zoom that shows the whole tree, at full size at most, or at another."""
        room = self._area.viewport().size()
        wide = (room.width() - self._beside) / max(1.0, self.bounds.width())
        high = (room.height() - 2 * self._edge) / max(1.0, self.bounds.height())
        return min(most, wide, high)

    @property
    def place(self) -> QPointF:
        """How far the tree is scrolled, or will be in a moment."""
        return self._pan.end

    def go_to(self, place: QPointF) -> None:
        """Scroll so far at once."""
        self._pan.by(place - self._pan.end)

    def pan_by(self, way: QPointF) -> None:
        """Pan at once, in px of the viewport."""
        self._pan.by(way)

    def show(self, boxes: Sequence[QRectF]) -> None:
        """Pan just enough to have the first box in view, and of the others what fits with it."""
        to_view, room = self.to_view, QRectF(self._area.viewport().rect())
        wanted = to_view.mapRect(boxes[0])
        for box in boxes[1:]:
            more = wanted.united(to_view.mapRect(box))
            if more.width() <= room.width() and more.height() <= room.height():
                wanted = more
        self._pan.show(wanted, room, self._edge)
