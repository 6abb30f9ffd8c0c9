"""Keeps pictures of what stands inside nodes, as that takes longest to draw and seldom changes."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap, QTransform

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.records import Factor
    from facilitator.ui.factors.faces import Face

_MOST = 100
"""About as many nodes as the largest screens show at full size."""


class Pictures:
    """One picture a node, on its fill, so that it looks as if it were drawn in its place."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[tuple[object, ...], QPixmap]] = {}

    def __len__(self) -> int:
        """How many there are."""
        return len(self._kept)

    def draw(
        self,
        painter: QPainter,
        node: tuple[Factor, Face],
        box: QRectF,
        fill: QColor,
        paint: Callable[[QPainter], object],
    ) -> None:
        """Draw what a node shows inside a box; ``paint`` does it where there is no picture."""
        ratio = painter.device().devicePixelRatioF()
        if painter.transform().m11() != 1 or ratio != round(ratio):
            paint(painter)
            return
        seen = painter.transform().mapRect(box)
        place = _whole_pixels(seen)
        # Letters look other between two pixels.
        shift = (seen.x() - place.x(), seen.y() - place.y())
        what = (*node, fill.rgba(), shift, place.width(), place.height(), ratio)
        known, picture = self._kept.get(node[0].id, (None, None))
        if picture is None or known != what:
            picture = _made(painter.transform(), place, ratio, fill, paint)
            self._keep(node[0].id, what, picture)
        painter.save()
        painter.resetTransform()
        painter.drawPixmap(place.topLeft(), picture)
        painter.restore()

    def _keep(self, node: str, what: tuple[object, ...], picture: QPixmap) -> None:
        if len(self._kept) >= _MOST:
            self._kept.clear()
        self._kept[node] = (what, picture)


def _whole_pixels(seen: QRectF) -> QRect:
    left, top = ceil(seen.left()), ceil(seen.top())
    return QRect(left, top, floor(seen.right()) - left, floor(seen.bottom()) - top)


def _made(
    to_view: QTransform,
    place: QRect,
    ratio: float,
    fill: QColor,
    paint: Callable[[QPainter], object],
) -> QPixmap:
    picture = QPixmap(place.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(fill)
    painter = QPainter(picture)
    painter.setTransform(to_view * QTransform.fromTranslate(-place.x(), -place.y()))
    paint(painter)
    painter.end()
    return picture
