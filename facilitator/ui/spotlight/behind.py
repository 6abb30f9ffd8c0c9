"""What stands behind a factor, as a small tree without the factor itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from facilitator.domain.words import EvidenceStatus, FactorKind
from facilitator.geometry import tree as geometry
from facilitator.geometry.box import Box
from facilitator.ui.factors.painter import FOLD_REACH, Look, TreePainter
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from facilitator.domain.records import Factor
    from facilitator.ui.factors.faces import Faces
    from facilitator.ui.factors.state import TreeState
    from facilitator.ui.theme import Theme

_LEAST, _MOST = 0.9, 1.3
"""Words in a smaller tree than this are too small for the Stage: then less of it is shown."""
_STRONGEST_FIRST = (EvidenceStatus.SUPPORTED, EvidenceStatus.HYPOTHESIS, EvidenceStatus.UNKNOWN)
_EDGE = 2


class Behind:
    """The subtree of a state's first factor in a room, so deep as can be read; a block."""

    def __init__(
        self, theme: Theme, state: TreeState, faces: Faces, width: float, height: float
    ) -> None:
        """``faces`` are those of the state."""
        self._theme, self._state, self._faces = theme, state, faces
        self._sizes = faces.sizes()
        self._root = state.index.root.id
        column = theme.px(tokens()["tree"]["node_width"])
        most = max(1, int(width / _LEAST / column))
        for depth in range(min(most, self._depth()), 0, -1):
            self._folded = self._at(depth)
            self._layout = self._lay_out()
            self._zoom = self._fitting(width, height)
            if self._zoom >= _LEAST or depth == 1:
                break
        self._zoom = max(_LEAST, self._zoom)
        self.height = (self._layout.bounds.height + 2 * _EDGE) * self._zoom

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Lines, then nodes; the lines begin at a spine, where the factor would stand."""
        bounds = self._layout.bounds
        painter.save()
        painter.translate(left, top)
        painter.scale(self._zoom, self._zoom)
        painter.translate(-bounds.x, _EDGE - bounds.y)
        tree = TreePainter(self._theme)
        tree.begin(painter)
        self._draw_lines(tree)
        for factor_id, box in self._layout.boxes.items():
            if factor_id != self._root:
                self._draw_node(tree, factor_id, QRectF(*box))
        painter.restore()

    # -- laying out ----------------------------------------------------------------------------

    def _depth(self) -> int:
        """How many columns stand behind the factor."""
        index, depth, level = self._state.index, 0, [self._root]
        while level := [each.id for parent in level for each in index.children(parent)]:
            depth += 1
        return depth

    def _at(self, depth: int) -> frozenset[str]:
        """The factors of a column."""
        index, level = self._state.index, [self._root]
        for _column in range(depth):
            level = [each.id for parent in level for each in index.children(parent)]
        return frozenset(level)

    def _lay_out(self) -> geometry.Layout:
        index, folded = self._state.index, self._folded
        return geometry.lay_out(
            self._root,
            index.ids_below(folded).get,
            lambda each: (0.0, 0.0) if each == self._root else self._sizes[each].box,
            triggers={each.id for each in index.factors if each.kind is FactorKind.TRIGGER},
            joint={each.id for each in index.factors if each.joint},
            scale=self._theme.scale,
            captions=False,
        )

    def _fitting(self, width: float, height: float) -> float:
        index, bounds = self._state.index, self._layout.bounds
        cut = any(index.children(each) for each in self._folded)
        reach = bounds.width + (FOLD_REACH * self._theme.scale if cut else 0) + _EDGE
        return min(_MOST, width / reach, height / (bounds.height + 2 * _EDGE))

    # -- painting ------------------------------------------------------------------------------

    def _draw_lines(self, tree: TreePainter) -> None:
        bounds, layout = self._layout.bounds, self._layout
        bracketed = {each.parent for each in layout.brackets}
        for line in layout.strokes(Box(*bounds), self._rank):
            strong = line.child in layout.triggers
            points = [QPointF(*point) for point in line.points]
            if strong:
                tree.connector(points, "ink", tokens()["line"]["trigger"], ())
            else:
                dash = tokens()["evidence"][self._tie(line.child).value]["dash"]
                width = tokens()["line"]["connector"]
                tree.connector(points, "line", width, dash, square=line.parent in bracketed)
        for bracket in layout.brackets:
            tree.bracket(bracket.x, bracket.top, bracket.bottom)

    def _draw_node(self, tree: TreePainter, factor_id: str, box: QRectF) -> None:
        factor, folded = self._factor(factor_id), factor_id in self._folded
        hidden = self._state.index.count_below(factor_id) if folded else 0
        face = self._faces.face(self._sizes[factor_id])
        tree.node(factor, face, box, Look(hidden=hidden))

    def _factor(self, factor_id: str) -> Factor:
        return self._state.index.by_id[factor_id]

    def _rank(self, factor_id: str) -> int:
        return _STRONGEST_FIRST.index(self._tie(factor_id))

    def _tie(self, factor_id: str) -> EvidenceStatus:
        status = self._factor(factor_id).evidence_status
        # What did not lead there is tied to it no better than what nobody knows.
        return EvidenceStatus.UNKNOWN if status is EvidenceStatus.RULED_OUT else status
