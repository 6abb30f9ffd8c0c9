"""A factor on its way to another place, with a hint of where it would land."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF, QRectF

    from facilitator.ui.factors.arrangement import Landing
    from facilitator.ui.factors.painter import TreePainter


@dataclass(frozen=True, slots=True)
class Drag:
    """``factor_id`` is dragged; ``box`` is its frame below the pointer.

    ``landing`` is where it would stand; without one ``over`` is the factor that refuses it.
    """

    factor_id: str
    box: QRectF
    landing: Landing | None = None
    over: str | None = None

    @property
    def target_id(self) -> str | None:
        """The factor that it would stand behind, when that is to be highlighted."""
        return self.landing.parent_id if self.landing is not None else None

    def paint(self, painter: TreePainter) -> None:
        """Draw the frame below the pointer and the line where it would stand."""
        painter.carried(self.box, allowed=self.landing is not None or self.over is None)
        if self.landing is not None:
            painter.drop_line(*self.landing.line)


def carried_box(box: QRectF, grabbed: QPointF, at: QPointF) -> QRectF:
    """The frame of a node that was grabbed at one point and is now at another."""
    return box.translated(at - grabbed)
