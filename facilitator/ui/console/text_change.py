"""What one version of a text changed of another, so that two such changes can both be kept."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextChange:
    """The characters from ``start`` to ``end`` have become ``words``."""

    start: int
    end: int
    words: str

    @staticmethod
    def between(before: str, after: str) -> TextChange:
        """The one stretch in which two texts differ, as short as can be."""
        most = min(len(before), len(after))
        start = next((i for i in range(most) if before[i] != after[i]), most)
        most -= start
        same = next((i for i in range(most) if before[-1 - i] != after[-1 - i]), most)
        return TextChange(start, len(before) - same, after[start : len(after) - same])


def merged(base: str, ours: str, theirs: str) -> str:
    """Both changes of a text; where they meet, theirs stands before ours and nothing is lost."""
    if theirs in (base, ours):
        return ours
    if ours == base:
        return theirs
    our, their = TextChange.between(base, ours), TextChange.between(base, theirs)
    if our.start >= their.end:
        first, last = their, our
    elif their.start >= our.end:
        first, last = our, their
    else:
        start, end = min(our.start, their.start), max(our.end, their.end)
        first = TextChange(start, end, _joined(base, start, end, our, their))
        last = TextChange(end, end, "")
    return (
        base[: first.start]
        + first.words
        + base[first.end : last.start]
        + (last.words + base[last.end :])
    )


def _joined(base: str, start: int, end: int, our: TextChange, their: TextChange) -> str:
    """Two readings of the same stretch, theirs first."""
    readings = [
        base[start : each.start] + each.words + base[each.end : end] for each in (their, our)
    ]
    return "\n".join(filter(None, readings))
