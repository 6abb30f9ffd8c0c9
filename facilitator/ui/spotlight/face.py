"""What the spotlight shows of one row, and the rows beside it: the base of the four faces."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from facilitator.ui.spotlight.pieces import Pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.records import Review
    from facilitator.ui.desk import Desk
    from facilitator.ui.flow import Flow
    from facilitator.ui.spotlight.pieces import Piece

SIZES = ("title", "question", "directive")
"""Roles of the words that stand in the light, the largest first."""
_PIECES_ABOVE = 28


class Face:
    """One kind of row; ``page`` is the beginning of its page's commands."""

    page: ClassVar[str]
    words: ClassVar[str]
    walk_hint: ClassVar[tuple[str, str]]
    shown_on: ClassVar[tuple[str, ...]]
    """What of a review stands on the card."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.theme = desk, desk.theme

    def order(self, review: Review, row_id: str) -> Sequence[str]:
        """The ids among which a row has its place, in order."""
        raise NotImplementedError

    def beside(self, review: Review, row_id: str, way: str) -> str | None:
        """The row to the ``left``, to the ``right``, ``up`` or ``down``; None at the end."""
        ids = list(self.order(review, row_id))
        place = ids.index(row_id) + (1 if way in {"right", "down"} else -1)
        return ids[place] if 0 <= place < len(ids) else None

    def instead(self, before: Review, row_id: str) -> Sequence[str]:
        """What to show if a row goes: those after it, then those before it."""
        ids = list(self.order(before, row_id))
        place = ids.index(row_id)
        return [*ids[place + 1 :], *reversed(ids[:place])]

    def there(self, review: Review, row_id: str) -> bool:
        """Whether a row is in the review."""
        raise NotImplementedError

    def flow(self, row_id: str, width: float, height: float, size: int) -> Flow:
        """The row in a room of so many px, its words in one of ``SIZES``."""
        raise NotImplementedError

    def spoken(self, row_id: str) -> str:
        """The row in a sentence, for those who listen."""
        raise NotImplementedError

    # -- for the faces -------------------------------------------------------------------------

    def shown(self, text: str) -> str:
        """A text as the room sees it: with roles for names, if the review says so."""
        return self.desk.shown(text)

    def put_pieces(
        self,
        flow: Flow,
        pieces: Sequence[Piece],
        *,
        above: float = _PIECES_ABOVE,
        indent: float = 0,
    ) -> None:
        """Put small signs and words in a row below the others, in several where they must."""
        width = flow.width - self.theme.px(indent)
        flow.put(Pieces(self.theme, pieces, width), above=above, indent=indent)
