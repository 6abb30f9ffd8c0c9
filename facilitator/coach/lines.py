"""A table with a key and a text on each line, of which a sentence needs few."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

_PARTS = "\t"


class Lines(Mapping[str, str]):
    """The texts by their keys, looked up in the sorted lines: to read them all takes long."""

    __slots__ = ("_lines",)

    def __init__(self, lines: list[str]) -> None:
        """Take lines as ``written`` makes them; they have to be sorted."""
        self._lines = lines

    def get(self, key: str, default: str | None = None) -> str | None:  # type: ignore[override]
        """The text of a key."""
        begun = f"{key}{_PARTS}"
        at = bisect_left(self._lines, begun)
        if at < len(self._lines) and self._lines[at].startswith(begun):
            return self._lines[at][len(begun) :]
        return default

    def __getitem__(self, key: str) -> str:
        text = self.get(key)
        if text is None:
            raise KeyError(key)
        return text

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.get(key) is not None

    def __iter__(self) -> Iterator[str]:
        return (line.partition(_PARTS)[0] for line in self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def read(text: str) -> Lines:
    """The table that stands in a file."""
    return Lines(text.removesuffix("\n").split("\n"))


def written(table: Mapping[str, str]) -> str:
    """The table as ``read`` reads it; a key holds no tab, and neither holds the end of a line."""
    return "".join(f"{line}\n" for line in sorted(map(_PARTS.join, table.items())))
