"""How large the parts of a timeline's strip are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.words import Marker


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in px at scale 1, as the look has them."""

    top: float = 4.0
    flag: float = 28.0
    flag_tier: float = 34.0
    flag_clear: float = 10.0
    flag_gap: float = 8.0
    lane: float = 44.0
    least_lane: float = 34.0
    disc: float = 28.0
    below_axis: float = 38.0
    before: float = 46.0
    after: float = 116.0

    def at(self, scale: float) -> Sizes:
        """The same at another scale."""
        return Sizes(*(getattr(self, name) * scale for name in self.__slots__))


NORMAL = Sizes()


class Measure(NamedTuple):
    """How wide the words of a flag and of a heap are, in px at the scale that is laid out."""

    flag: Callable[[Marker], float]
    heap: Callable[[int], float]
