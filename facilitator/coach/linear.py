"""Scores signs found in a text by weights that were learnt from labelled sentences."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from facilitator import resources
from facilitator.coach import lines
from facilitator.coach.tables import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Row = tuple[int, ...]

SCALE = 32
"""Weights are kept as whole numbers: so many of them make a one."""
DAMPED = 0.25
"""Where signs have sizes, their sum is divided by this power of the sum of the squares of these:
ten times the words say more, but not ten times as much."""


class Linear:
    """What each sign adds to each column; ``start`` is what the columns begin with.

    ``kept`` are the rows as text: a sentence needs a few of them, and to read all takes long.
    """

    __slots__ = ("_read", "columns", "kept", "start")

    def __init__(
        self, columns: tuple[str, ...], start: tuple[int, ...], kept: Mapping[str, str]
    ) -> None:
        self.columns, self.start, self.kept = columns, start, kept
        self._read: dict[str, Row] = {}

    @classmethod
    def of(cls, columns: Sequence[str], start: Sequence[int], rows: Mapping[str, Row]) -> Linear:
        """Weights from their numbers."""
        kept = {sign: " ".join(map(str, row)) for sign, row in rows.items()}
        return cls(tuple(columns), tuple(start), kept)

    def row(self, sign: str) -> Row | None:
        """What a sign adds to each column, if it is known."""
        row = self._read.get(sign)
        if row is None and (text := self.kept.get(sign)) is not None:
            row = self._read[sign] = tuple(map(int, text.split()))
        return row

    def sums(self, signs: Iterable[str]) -> list[float]:
        """The sum of each column over the signs that are known."""
        rows = [row for row in map(self.row, signs) if row is not None]
        return [each / SCALE for each in map(sum, zip(self.start, *rows, strict=True))]


@cache
def linear(name: str) -> Linear:
    """The weights in the folder of the language; ``packaging/train_coach.py`` makes them."""
    columns, start, rows = resources.read_text(f"{FOLDER}/{name}.txt").split("\n", 2)
    return Linear(tuple(columns.split()), tuple(map(int, start.split())), lines.read(rows))


def as_lines(weights: Linear) -> str:
    """The weights as ``linear`` reads them: the columns, the start, and a sign a line."""
    head = (" ".join(weights.columns), " ".join(map(str, weights.start)))
    return "\n".join((*head, lines.written(weights.kept)))
