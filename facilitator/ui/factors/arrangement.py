"""Where everything of the tree stands: the geometry's layout in the painter's words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from facilitator.domain.words import EvidenceStatus, FactorKind
from facilitator.geometry import tree as geometry
from facilitator.geometry.box import Box
from facilitator.ui.factors.faces import Faces
from facilitator.ui.factors.painter import FOLD_HEIGHT, FOLD_REACH, FOLD_WIDTH
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.geometry.tree_parts import Connector, Ghost, Point
    from facilitator.ui.factors.faces import Face, Size
    from facilitator.ui.factors.painter import TreePainter
    from facilitator.ui.factors.state import TreeState
    from facilitator.ui.theme import Theme

_GHOSTS = {"why": ("Tab", "why?"), "else": ("Enter", "what else?")}
_CAPTIONS = {"trigger": "What set it off", "conditions": "What made it possible"}
_STRONGEST_FIRST = (
    EvidenceStatus.SUPPORTED,
    EvidenceStatus.HYPOTHESIS,
    EvidenceStatus.UNKNOWN,
)
_BESIDE = 40
"""How far lines, rings and plates may reach beyond a node, in px at scale 1."""
_GHOST_SPACE = 16 + 10 + 11 + 15
"""What a ghost needs besides its words: the key's plate, and space before, between and behind."""
_BELOW_GHOST = 17


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a dragged factor would stand, and the line that shows it."""

    parent_id: str
    index: int
    line: tuple[QPointF, QPointF]


class Arrangement:
    """One layout of the tree; everything is in tree coordinates.

    ``typed_lines`` is how many lines the current factor's words take while they are typed.
    """

    def __init__(
        self,
        layout: geometry.Layout,
        sizes: dict[str, Size],
        faces: Faces,
        state: TreeState,
        typed_lines: int | None = None,
    ) -> None:
        self._layout, self._sizes, self._faces, self._state = layout, sizes, faces, state
        self._typed_lines = typed_lines
        self.current = state.current
        self.ghosts = {each.kind: _ghost_box(each) for each in layout.ghosts}
        self._folded = state.folded & layout.boxes.keys()
        self._bracketed = {each.parent for each in layout.brackets}

    @cached_property
    def bounds(self) -> QRectF:
        """Everything, with the plates of what is folded."""
        bounds = QRectF(*self._layout.bounds)
        for factor_id in self._folded:
            plate = self._layout.boxes[factor_id].right + FOLD_REACH * self._layout.scale
            bounds.setRight(max(bounds.right(), plate))
        return bounds

    # -- questions -----------------------------------------------------------------------------

    def __contains__(self, factor_id: str) -> bool:
        return factor_id in self._layout.boxes

    @property
    def shown(self) -> list[str]:
        """The factors that no fold hides, parents first."""
        return list(self._layout.boxes)

    def box(self, factor_id: str) -> QRectF:
        """Where a factor stands."""
        return QRectF(*self._layout.boxes[factor_id])

    def face(self, factor_id: str) -> Face:
        """What stands on a factor."""
        typed = self._typed_lines if factor_id == self.current else None
        return self._faces.face(self._sizes[factor_id], typed)

    def neighbour(self, factor_id: str, direction: str) -> str | None:
        """The next factor in a direction, as the eye sees it."""
        return self._layout.neighbour(factor_id, direction)

    def hit(self, at: QPointF) -> str | None:
        """The factor at a point."""
        return self._layout.hit(at.x(), at.y())

    def ghost_at(self, at: QPointF) -> str | None:
        """The ghost at a point: ``why`` or ``else``."""
        return next((kind for kind, box in self.ghosts.items() if box.contains(at)), None)

    def folded_at(self, at: QPointF) -> str | None:
        """The folded factor whose plate is at a point."""
        for factor_id in self._folded:
            box, scale = self.box(factor_id), self._layout.scale
            plate = QRectF(0, 0, FOLD_WIDTH * scale, FOLD_HEIGHT * scale)
            plate.moveCenter(box.center())
            plate.moveRight(box.right() + FOLD_REACH * scale)
            if plate.contains(at):
                return factor_id
        return None

    def landing(self, factor_id: str, at: QPointF) -> Landing | None:
        """Where a factor dropped at a point would stand; None if it cannot stand there."""
        target = self._layout.drop_target(at.x(), at.y(), factor_id)
        if target is None:
            return None
        start, end = target.line
        return Landing(target.parent, target.index, (QPointF(*start), QPointF(*end)))

    def around_current(self) -> list[QRectF]:
        """The current factor, the way back to the effect, its ghosts, and what it explains.

        Most needed first: where not all fits across, the ghosts leave before the effect does.
        """
        current, effect = self.box(self.current), self.box(self._state.index.root.id)
        across = QRectF(effect.x(), current.y(), effect.width(), current.height())
        wanted = [current, across, *self.ghosts.values()]
        parent = self._state.index.by_id[self.current].parent
        if parent is not None and parent in self:
            wanted.append(self.box(parent))
        return [*wanted, effect]

    def within(self, seen: QRectF) -> Iterator[tuple[str, QRectF]]:
        """The factors of which a part of the plane may show something, with their boxes."""
        for factor_id in self._layout.within(self._reaching(seen)):
            yield factor_id, self.box(factor_id)

    def _reaching(self, seen: QRectF) -> Box:
        beside = _BESIDE * self._layout.scale
        wide = seen.adjusted(-beside, -beside, beside, beside)
        return Box(wide.x(), wide.y(), wide.width(), wide.height())

    # -- painting ------------------------------------------------------------------------------

    def paint_below(
        self, painter: TreePainter, seen: QRectF, whole: QRectF, *, typing: bool
    ) -> None:
        """Draw what lies below the nodes: captions, lines, ghosts and brackets.

        ``seen`` is what is painted now, ``whole`` all that is in view.
        """
        for caption in self._layout.captions:
            painter.caption(QPointF(caption.x, caption.y), _CAPTIONS[caption.kind])
        strong = []
        for line in self._layout.strokes(self._reaching(seen), self._rank):
            if line.child in self._layout.triggers:
                strong.append(line)
            else:
                self._paint_line(painter, line)
        self._paint_ghosts(painter, whole, typing=typing)
        for line in strong:
            painter.connector(_points(line.points), "ink", tokens()["line"]["trigger"], ())
        for bracket in self._layout.brackets:
            painter.bracket(bracket.x, bracket.top, bracket.bottom)
        if len(self._state.index.whole) == 1:
            box = self.ghosts["why"]
            painter.invitation(QPointF(box.left(), box.bottom() + _BELOW_GHOST * painter.scale))

    def _rank(self, factor_id: str) -> int:
        return _STRONGEST_FIRST.index(self._tie(factor_id))

    def _tie(self, factor_id: str) -> EvidenceStatus:
        status = self._state.index.by_id[factor_id].evidence_status
        # What did not lead there is tied to it no better than what nobody knows.
        return EvidenceStatus.UNKNOWN if status is EvidenceStatus.RULED_OUT else status

    def _paint_line(self, painter: TreePainter, line: Connector) -> None:
        dash = tokens()["evidence"][self._tie(line.child).value]["dash"]
        width = tokens()["line"]["connector"]
        square = line.parent in self._bracketed
        # Dots are few: in the colour of a whole line they would hardly be seen.
        colour = "ink2" if dash else "line"
        painter.connector(_points(line.points), colour, width, dash, square=square)

    def _paint_ghosts(self, painter: TreePainter, whole: QRectF, *, typing: bool) -> None:
        """Beside the effect there may be room for half a ghost: the status line says it then."""
        # What else comes after the words that are being typed.
        shown = [each for each in self._layout.ghosts if each.kind == "why" or not typing]
        effect = self.box(self._state.index.root.id)
        crowded = whole.left() <= effect.left() and effect.right() <= whole.right()
        for ghost in shown:
            if crowded and not whole.contains(self.ghosts[ghost.kind]):
                continue
            painter.connector(_points(ghost.points), "accent", tokens()["line"]["connector"], ())
            painter.ghost(self.ghosts[ghost.kind], *_GHOSTS[ghost.kind])


class Arranger:
    """Makes the arrangements of one canvas; what was measured once is known."""

    def __init__(self, theme: Theme, state: TreeState) -> None:
        self._theme, self._state = theme, state
        self._faces = Faces(theme, state)
        self._ghost_widths = [self._ghost_width(*each) for each in _GHOSTS.values()]

    def nothing(self) -> Arrangement:
        """What stands before the first layout."""
        return Arrangement(geometry.Layout(), {}, self._faces, self._state)

    def forget_words(self) -> None:
        """Measure all words anew: something else stands for names in them."""
        self._faces.forget()

    def arrange(self, typed_lines: int | None) -> Arrangement:
        """Lay out what no fold hides."""
        state, sizes = self._state, self._faces.sizes(typed_lines)
        factors = state.index.factors
        layout = geometry.lay_out(
            state.index.root.id,
            state.index.ids_below(state.folded).get,
            lambda factor_id: sizes[factor_id].box,
            selected=state.current,
            triggers={each.id for each in factors if each.kind is FactorKind.TRIGGER},
            joint={each.id for each in factors if each.joint},
            scale=self._theme.scale,
            ghost_sizes=self._ghost_widths,
            captions=state.index.root.parent is None,
        )
        return Arrangement(layout, sizes, self._faces, state, typed_lines)

    def _ghost_width(self, key: str, words: str) -> float:
        metrics = self._theme.metrics
        width = metrics("label", weight=500).horizontalAdvance(key)
        width += metrics("node", weight=600).horizontalAdvance(words)
        return width + self._theme.px(_GHOST_SPACE)


def _points(points: Sequence[Point]) -> list[QPointF]:
    return [QPointF(*point) for point in points]


def _ghost_box(ghost: Ghost) -> QRectF:
    return QRectF(ghost.x, ghost.y, ghost.width, ghost.height)
