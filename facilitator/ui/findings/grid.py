"""Where the three columns of the Findings page stand, or how they stack on a narrow page."""

from __future__ import annotations

from dataclasses import dataclass

MARGIN = 40
_BECAUSE, _CARD, _SO = 336, 492, 476
_GAP, _NARROW_GAP = 48, 36
_ROOMY, _STACKED_BELOW = 1200, 900
_WIDEST_CARD, _WIDEST_SIDE = 680, 640
_INDENT, _ARROW = 64, 48
_TEXT_SHARE = 0.58


@dataclass(frozen=True, slots=True)
class Column:
    """Left edge and width, in px at type size 100 %."""

    left: float
    width: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.left + self.width


@dataclass(frozen=True, slots=True)
class Grid:
    """Because of, we found, so we will; stacked, the card stands above the other two.

    ``text`` and ``reason`` are the columns of a finding that is recorded.
    """

    because: Column
    card: Column
    so: Column
    text: Column
    reason: Column
    stacked: bool = False

    @property
    def whole(self) -> Column:
        """From margin to margin."""
        return Column(MARGIN, self.reason.right - MARGIN)


def grid_of(width: float) -> Grid:
    """The grid of a page of this width, in px at type size 100 %."""
    content = max(240.0, width - 2 * MARGIN)
    return _stacked(content) if content < _STACKED_BELOW else _side_by_side(content)


def _side_by_side(content: float) -> Grid:
    gap = _GAP if content >= _ROOMY else _NARROW_GAP
    share = (content - 2 * gap) / (_BECAUSE + _CARD + _SO)
    because = Column(MARGIN, min(_WIDEST_SIDE, _BECAUSE * share))
    card = Column(because.right + gap, min(_WIDEST_CARD, _CARD * share))
    so_left = card.right + gap
    so = Column(so_left, min(_WIDEST_SIDE, MARGIN + content - so_left))
    # The words of a recorded finding reach as far as the cards do, or further.
    text = Column(MARGIN, max(card.right - MARGIN, content * _TEXT_SHARE))
    reason_left = text.right + gap
    return Grid(because, card, so, text, Column(reason_left, MARGIN + content - reason_left))


def _stacked(content: float) -> Grid:
    half = content / 2
    text = Column(MARGIN, content * _TEXT_SHARE - 24)
    return Grid(
        because=Column(MARGIN + _INDENT, half - _INDENT - 16),
        card=Column(MARGIN, content),
        so=Column(MARGIN + half + _ARROW, half - _ARROW),
        text=text,
        reason=Column(MARGIN + content * _TEXT_SHARE, content * (1 - _TEXT_SHARE)),
        stacked=True,
    )
