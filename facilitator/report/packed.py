"""Numbers that are looked up rarely, in as little room as they take in a file."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


class PackedMap(Mapping[int, Any]):
    """Numbers by whole numbers from 0 on, e.g. the width of every character of a font.

    They are all whole numbers from 0 on, too, or else all floats.
    """

    def __init__(self, numbers: Mapping[int, float]) -> None:
        self._keys = array("L", sorted(numbers))
        whole = all(isinstance(each, int) for each in numbers.values())
        self._numbers: array[Any] = array("L" if whole else "d", map(numbers.get, self._keys))

    def __getitem__(self, key: int) -> Any:
        place = bisect_left(self._keys, key)
        if place == len(self._keys) or self._keys[place] != key:
            raise KeyError(key)
        return self._numbers[place]

    def __iter__(self) -> Iterator[int]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class PackedPairs:
    """Pairs of whole numbers below 65,536, by their place; of others what is before the point."""

    def __init__(self, pairs: Sequence[tuple[float, float]]) -> None:
        self._numbers = array("H", (int(number) for pair in pairs for number in pair))

    def __getitem__(self, place: int) -> tuple[int, int]:
        first, second = self._numbers[2 * place : 2 * place + 2]
        return first, second
