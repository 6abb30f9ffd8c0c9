"""Takes a little of the space between the parts of the first page, so that all of it fits there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.report.pieces import height_of

if TYPE_CHECKING:
    from facilitator.report.pieces import Pieces

_LEAST = 0.5
"""Share of the space between parts that is left of it."""


def tightened(pieces: Pieces, room: float) -> Pieces:
    """The pieces with what comes before the second chapter on one page, if little is lacking.

    What lacks more is left as it is, to be parted.
    """
    begin = next((at for at, each in enumerate(pieces) if at and each.chapter is not None), None)
    front = pieces[:begin]
    lacks, between = height_of(front) - room, sum(piece.above for piece in front[1:])
    if not 0.0 < lacks <= between * (1 - _LEAST):
        return pieces
    share = 1 - lacks / between - 1e-6
    closer = (piece.lowered(piece.above * share) for piece in front[1:])
    return [*front[:1], *closer, *pieces[len(front) :]]
