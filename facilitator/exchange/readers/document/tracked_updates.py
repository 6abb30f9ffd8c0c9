"""Updates of a status site that is made of texts: each ends with the time at which it was posted.

Such a text is for a program that shows ``{{< track "2026-03-04 10:02:00" >}}`` as a time.
"""

from __future__ import annotations

import re

_TRACKED = re.compile(r"\s*\{\{[<%]\s*track\s+[\"']([^\"'\n]{8,40})[\"']\s*[>%]\}\}\s*$")


def from_updates(text: str) -> str:
    """The text with a timeline of its updates, each below its time; lines keep their numbers."""
    lines = text.split("\n")
    ends = [at for at, line in enumerate(lines) if _TRACKED.search(line)]
    begun = [_begun(lines, ends, nth) for nth in range(len(ends))]
    for first, last in zip(begun, ends, strict=True):
        _time_first(lines, first, last)
    above = next((first - 1 for first in begun if lines[first].startswith("### ")), 0)
    if above > 0 and not lines[above].strip():
        lines[above] = "## Timeline"
    return "\n".join(lines)


def _begun(lines: list[str], ends: list[int], nth: int) -> int:
    """The first line of an update: right behind the one before, or that of its paragraph."""
    before = ends[nth - 1] if nth else -1
    told = [at for at in range(before + 1, ends[nth]) if lines[at].strip()]
    if nth:
        return min(told, default=ends[nth])
    # Above the first one may stand a whole report.
    at = ends[0]
    while at - 1 in told:
        at -= 1
    return at


def _time_first(lines: list[str], first: int, last: int) -> None:
    """Put the time of an update above its lines."""
    tracked = _TRACKED.search(lines[last])
    if tracked is None:
        return
    head, rest = f"### {tracked[1]}", lines[last][: tracked.start()]
    if not rest.strip():
        lines[first : last + 1] = [head, *lines[first:last]]
    elif first and not lines[first - 1].strip():
        # At the end of a sentence it has no line of its own, but an empty one above.
        lines[first - 1], lines[last] = head, rest
