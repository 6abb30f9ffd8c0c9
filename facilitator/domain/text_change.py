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

    def moved(self, place: int) -> int:
        """Where a place of the old text is in the new: one before what was put in stays there."""
        if place <= self.start:
            return place
        if place >= self.end:
            return place + len(self.words) - (self.end - self.start)
        return self.start + len(self.words)

    def reaches(self, place: int) -> bool:
        """Whether a place of the new text is in what was put in, or at one of its ends."""
        return self.start <= place <= self.start + len(self.words)


def merged(base: str, ours: str, theirs: str) -> str:
    """Both changes of a text; where they meet, theirs stands before ours and nothing is lost.

    A line that is begun stands after what is written on at the line above it.
    """
    if theirs in (base, ours):
        return ours
    if ours == base:
        return theirs
    our, their = TextChange.between(base, ours), TextChange.between(base, theirs)
    ours_may_go_first = their.start >= our.end
    if our.start >= their.end and not (ours_may_go_first and _begins_line(their, our)):
        return _one_after_the_other(base, their, our)
    if ours_may_go_first:
        return _one_after_the_other(base, our, their)
    start, end = min(our.start, their.start), max(our.end, their.end)
    readings = (
        base[start : each.start] + each.words + base[each.end : end] for each in (their, our)
    )
    return base[:start] + "\n".join(filter(None, readings)) + base[end:]


def _begins_line(change: TextChange, other: TextChange) -> bool:
    return change.words.startswith("\n") and not other.words.startswith("\n")


def _one_after_the_other(base: str, first: TextChange, last: TextChange) -> str:
    between = base[first.end : last.start]
    return base[: first.start] + first.words + between + last.words + base[last.end :]
