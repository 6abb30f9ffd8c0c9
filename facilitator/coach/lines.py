"""A table with a key and a text on each line, of which a sentence needs few."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_PARTS = "\t"
_FEW = 2_000
"""So many keys are looked up in the text as it is; then it is worth the time to part its lines."""


class Lines(Mapping[str, str]):
    """The texts by their keys, at first looked up in the sorted lines.

    To part all of them takes longer than the first sentences do.
    """

    __slots__ = ("_asked", "_parted", "_text")

    def __init__(self, text: str) -> None:
        """Take lines as ``written`` makes them; they have to be sorted."""
        self._text = text
        self._parted: dict[str, str] | None = None
        self._asked = 0

    def get(self, key: str, default: str | None = None) -> str | None:  # type: ignore[override]
        """The text of a key."""
        if self._parted is not None:
            return self._parted.get(key, default)
        self._asked += 1
        if self._asked > _FEW:
            return self._all().get(key, default)
        begun = f"{key}{_PARTS}"
        line = self._line_at(begun)
        return line[len(begun) :] if line.startswith(begun) else default

    def _line_at(self, begun: str) -> str:
        """The first line that does not stand before these signs, or nothing."""
        text, low, high = self._text, 0, len(self._text)
        while low < high:
            middle = (low + high) // 2
            start = max(text.rfind("\n", low, middle) + 1, low)
            end = text.find("\n", middle)
            if text[start:end] < begun:
                low = end + 1
            else:
                high = start
        return text[low : text.find("\n", low)]

    def _all(self) -> dict[str, str]:
        if self._parted is None:
            lines = self._text.removesuffix("\n").split("\n")
            self._parted = dict(line.split(_PARTS, 1) for line in lines)
            self._text = ""
        return self._parted

    def __getitem__(self, key: str) -> str:
        text = self.get(key)
        if text is None:
            raise KeyError(key)
        return text

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.get(key) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


def read(text: str) -> Lines:
    """The table that stands in a file."""
    return Lines(text)


def written(table: Mapping[str, str]) -> str:
    """The table as ``read`` reads it; a key holds no tab, and neither holds the end of a line."""
    return "".join(f"{line}\n" for line in sorted(map(_PARTS.join, table.items())))
