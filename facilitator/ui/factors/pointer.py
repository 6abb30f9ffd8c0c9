"""What the mouse does on the tree: select, open, pan, and drag a factor to another place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from facilitator.ui.factors.drag import Drag, carried_box

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from facilitator.ui.factors.asking import Asking
    from facilitator.ui.factors.canvas import TreeCanvas
    from facilitator.ui.factors.deeds import FactorDeeds
    from facilitator.ui.factors.state import TreeState

_NEAR_EDGE, _EDGE_STEP = 28, 18


class Pointer:
    """Follows the mouse over one canvas; ``drag`` is under way or None."""

    def __init__(
        self, canvas: TreeCanvas, state: TreeState, asking: Asking, deeds: FactorDeeds
    ) -> None:
        self._canvas, self._state, self._asking, self._deeds = canvas, state, asking, deeds
        self.drag: Drag | None = None
        self._grabbed: str | None = None
        self._panning = False
        self._pressed_at = QPointF()

    def press(self, event: QMouseEvent) -> None:
        """Select what is below the pointer, or take hold of the paper."""
        self._canvas.settle()
        at = event.position()
        self._pressed_at = at
        spot = self._canvas.camera.to_tree(at)
        arrangement = self._canvas.arrangement
        found, folded = arrangement.hit(spot), arrangement.folded_at(spot)
        if folded is not None and event.button() == Qt.MouseButton.LeftButton:
            self._state.fold(folded, folded=False)
            return
        if event.button() != Qt.MouseButton.LeftButton or found is None:
            run = {"why": self._asking.why, "else": self._asking.what_else}
            ghost = arrangement.ghost_at(spot)
            if ghost is not None and event.button() == Qt.MouseButton.LeftButton:
                run[ghost]()
            else:
                self._panning = True
            return
        self._grabbed = found
        self._select(found, event.modifiers())

    def _select(self, factor_id: str, held: Qt.KeyboardModifier) -> None:
        state = self._state
        if held & Qt.KeyboardModifier.ControlModifier:
            state.select(factor_id, (state.marked | {state.current}) ^ {factor_id})
        elif held & Qt.KeyboardModifier.ShiftModifier:
            state.select(factor_id, state.marked | {state.current, factor_id})
        else:
            state.select(factor_id, ())

    def move(self, event: QMouseEvent) -> None:
        """Carry the factor, or the paper."""
        if self._panning:
            self._canvas.camera.pan_by(self._pressed_at - event.position())
            self._pressed_at = event.position()
            return
        if self._grabbed is None:
            return
        far = (event.position() - self._pressed_at).manhattanLength()
        if self.drag is None and far < QApplication.startDragDistance():
            return
        self._scroll_near_edge(event.position())
        self._carry(event.position())

    def _carry(self, at: QPointF) -> None:
        factor_id = self._grabbed
        if factor_id is None or factor_id == self._state.index.root.id:
            return
        arrangement = self._canvas.arrangement
        spot = self._canvas.camera.to_tree(at)
        grabbed = self._canvas.camera.to_tree(self._pressed_at)
        box = carried_box(arrangement.box(factor_id), grabbed, spot)
        landing, over = arrangement.landing(factor_id, spot), arrangement.hit(spot)
        refused = over if landing is None and over != factor_id else None
        self.drag = Drag(factor_id, box, landing, refused)
        self._canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._canvas.viewport().update()

    def _scroll_near_edge(self, at: QPointF) -> None:
        room, edge = self._canvas.viewport().rect(), _NEAR_EDGE
        dx = -_EDGE_STEP if at.x() < edge else _EDGE_STEP if at.x() > room.width() - edge else 0
        dy = -_EDGE_STEP if at.y() < edge else _EDGE_STEP if at.y() > room.height() - edge else 0
        if dx or dy:
            self._canvas.camera.pan_by(QPointF(dx, dy))
            self._pressed_at -= QPointF(dx, dy)

    def release(self) -> None:
        """Let the factor stand where the hint says, or say why it cannot."""
        drag = self.drag
        self.let_go()
        if drag is not None and drag.landing is not None:
            self._deeds.move(drag.factor_id, drag.landing.parent_id, drag.landing.index)
        elif drag is not None and drag.over is not None:
            # The rule says why, in the same words as for the keys.
            self._deeds.move(drag.factor_id, drag.over, None)

    def let_go(self) -> None:
        """Forget what was held: the factor stays where it was."""
        self.drag, self._grabbed, self._panning = None, None, False
        self._canvas.viewport().unsetCursor()
        self._canvas.viewport().update()
