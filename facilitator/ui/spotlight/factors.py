"""A factor in the spotlight: what it explains, its words, and what stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.records import Factor
from facilitator.domain.words import EvidenceStatus, FactorKind
from facilitator.ui.factors.faces import Faces
from facilitator.ui.factors.index import FactorIndex
from facilitator.ui.factors.state import TreeState
from facilitator.ui.flow import Flow
from facilitator.ui.spotlight.behind import Behind
from facilitator.ui.spotlight.face import SIZES, Face
from facilitator.ui.spotlight.pieces import (
    chip_piece,
    evidence_piece,
    family_piece,
    joint_piece,
    trigger_piece,
    words_piece,
)

if TYPE_CHECKING:
    from facilitator.domain.records import Review
    from facilitator.ui.desk import Desk
    from facilitator.ui.spotlight.pieces import Piece

_TEXT_ABOVE, _HEAD_ABOVE, _TREE_ABOVE, _LEAST_TREE = 8, 40, 14, 120
_BEHIND, _NOTHING_BEHIND = "Behind it", "Nothing is behind it yet."
_EFFECT, _WORDLESS = "The effect under review", "No words yet"


class FactorFace(Face):
    """Left is what it explains, right what is behind it, up and down what stands beside it."""

    page, words = "factors", "Factor"
    walk_hint = ("← → ↑ ↓", "Walk the tree")
    shown_on = ("factors", "events", "title", "time_zone", "participants", "names")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._known: tuple[tuple[object, ...], TreeState, Faces] | None = None

    def order(self, review: Review, row_id: str) -> tuple[str, ...]:
        """The factors beside it, with it."""
        return tuple(each.id for each in self._index(review, row_id).siblings(row_id))

    def beside(self, review: Review, row_id: str, way: str) -> str | None:
        """Towards the effect, to the first behind, or to one beside."""
        index = self._index(review, row_id)
        if way == "left":
            return index.by_id[row_id].parent
        if way == "right":
            behind = index.children(row_id)
            return behind[0].id if behind else None
        return super().beside(review, row_id, way)

    def instead(self, before: Review, row_id: str) -> list[str]:
        """Those beside it, then what it explained, up to the effect."""
        ancestors = self._index(before, row_id).ancestors(row_id)
        return [*super().instead(before, row_id), *ancestors]

    def there(self, review: Review, row_id: str) -> bool:
        """Whether it is in the tree; a review without factors has its effect all the same."""
        return not review.factors or any(each.id == row_id for each in review.factors)

    def flow(self, row_id: str, width: float, height: float, size: int) -> Flow:
        """What it explains, its words and signs, then what is behind it."""
        state, faces = self._seen(row_id)
        factor, flow = state.current_factor, Flow(self.theme, width)
        ruled_out = factor.evidence_status is EvidenceStatus.RULED_OUT
        words = state.words(factor) or _WORDLESS
        flow.words(self._explains(state), "lead", "ink2")
        flow.words(words, SIZES[size], above=_TEXT_ABOVE, even=True, struck=ruled_out)
        self.put_pieces(flow, self._pieces(state))
        if not state.index.children(row_id):
            flow.words(_NOTHING_BEHIND, "lead", "ink2", above=_HEAD_ABOVE)
            return flow
        flow.words(_BEHIND, "heading", "ink2", above=_HEAD_ABOVE)
        left = height - flow.height - self.theme.px(_TREE_ABOVE)
        # Smaller words may leave the tree the room that larger ones do not.
        least = self.theme.px(_LEAST_TREE)
        flow.put(Behind(self.theme, state, faces, width, max(least, left)), above=_TREE_ABOVE)
        return flow

    def _explains(self, state: TreeState) -> str:
        """What the factor answers why of."""
        parent = state.current_factor.parent
        if parent is None:
            return _EFFECT
        words = state.words(state.index.whole[parent]) or _WORDLESS
        return f"{words.rstrip('.')}, because"

    def _pieces(self, state: TreeState) -> list[Piece]:
        theme, factor = self.theme, state.current_factor
        if factor.parent is None:
            how_long = state.linked.how_long
            pieces = [words_piece(theme, how_long)] if how_long else []
        else:
            pieces = [evidence_piece(theme, factor.evidence_status)]
            if factor.kind is FactorKind.TRIGGER:
                pieces.insert(0, trigger_piece(theme))
            elif factor.family is not None:
                pieces.insert(0, family_piece(theme, factor.family))
        pieces += [chip_piece(theme, each) for each in state.linked.of(factor)]
        jointly = state.jointly(factor)
        return [*pieces, joint_piece(theme, jointly)] if jointly else pieces

    def spoken(self, row_id: str) -> str:
        """What it explains, and itself with how much is behind it."""
        state, _faces = self._seen(row_id)
        return f"{self._explains(state)}: {state.spoken(state.current_factor)}"

    # -- inside --------------------------------------------------------------------------------

    def _index(self, review: Review, row_id: str) -> FactorIndex:
        return FactorIndex(review.factors, _effect(row_id))

    def _seen(self, row_id: str) -> tuple[TreeState, Faces]:
        """The factor with what is behind it as the room sees it, and how that is drawn."""
        now = (self.desk.review, self.desk.naming, row_id)
        if self._known is None or any(
            one is not other for one, other in zip(self._known[0], now, strict=True)
        ):
            state = TreeState(self.desk.review, lambda: row_id, self.desk.shown)
            state.select(row_id)
            state.show_only(row_id)
            self._known = (now, state, Faces(self.theme, state))
        return self._known[1:]


def _effect(row_id: str) -> Factor:
    """What stands in for the effect of a review that has none yet."""
    return Factor(id=row_id, parent=None, kind=FactorKind.EFFECT)
