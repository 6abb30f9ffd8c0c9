"""How far two characters of a font stand apart from where they would, pair by pair."""

from __future__ import annotations

import array
import sys
from bisect import bisect_left
from functools import lru_cache


class Kerning(dict[tuple[str, str], float]):
    """Distances in thousandths of the size, 0 for most pairs; each is looked up when asked for.

    A font has more than ten thousand pairs, of which a document needs some hundred. They lie in one
    row of numbers in order: left character, right character and distance, in 16 bits each.
    """

    def __init__(self, table: bytes = b"", units: int = 1000) -> None:
        """``table`` is ours of a cut (see ``cuts``), ``units`` are those of the font."""
        super().__init__()
        values = array.array("H", table)
        if sys.byteorder == "little":
            values.byteswap()
        triples = zip(values[::3], values[1::3], values[2::3], strict=True)
        self._pairs = array.array(
            "Q", sorted(left << 32 | right << 16 | by for left, right, by in triples)
        )
        self._scale = 1000 / units

    def __missing__(self, pair: tuple[str, str]) -> float:
        left, right = pair
        distance = self._distance(ord(left), ord(right))
        # Of scripts with many letters there may be any number of pairs, and none of them is moved.
        if distance or (left.isascii() and right.isascii()):
            self[pair] = distance
        return distance

    def _distance(self, left: int, right: int) -> float:
        wanted = left << 32 | right << 16
        place = bisect_left(self._pairs, wanted)
        if right > 0xFFFF or place == len(self._pairs):
            return 0.0
        pair, distance = divmod(self._pairs[place], 0x10000)
        if pair != wanted >> 16:
            return 0.0
        return (distance if distance < 0x8000 else distance - 0x10000) * self._scale


@lru_cache(maxsize=8)
def kerning_of(table: bytes, units: int) -> Kerning:
    """The distances in a table; fonts with the same ones share them."""
    return Kerning(table, units)
