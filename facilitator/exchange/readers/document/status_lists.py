"""An incident out of the list of a status page, whose updates end with when they were posted."""

from __future__ import annotations

import re

from facilitator.exchange.readers.document.document_day import is_day
from facilitator.exchange.readers.document.line_times import has_day
from facilitator.exchange.readers.stamps import scan_stamp

_STATE = re.compile(
    r"(?:Resolved|Postmortem|Monitoring|Identified|Investigating|Update|Completed|Verifying"
    r"|In progress|Scheduled)\s+[-–—](?:\s+\S.*|\s*)"
)
"""``Resolved - There is bread again.``; the text may stand on the next line too."""
_LEAST = 2
"""Updates of a list: one alone may be a sentence of anything."""


def is_only_time(line: str) -> bool:
    """Whether a line is a day with a clock, and nothing else."""
    said = line.strip()
    found = scan_stamp(said) if said else None
    return found is not None and has_day(found.stamp) and found.stop == len(said)


def is_status_list(text: str) -> bool:
    """Whether a text is such a list below a title."""
    lines = text.split("\n")
    return len(_updates(lines)) >= _LEAST and _title(lines) >= 0


def from_status_list(text: str) -> str:
    """The list with the time of each update as a heading above it; lines keep their numbers."""
    if not is_status_list(text):
        return text
    lines = text.split("\n")
    titled = _title(lines)
    lines[titled] = f"# {lines[titled].strip()}"
    for begun, ended in _updates(lines):
        state, *more = lines[begun:ended]
        lines[begun : ended + 1] = [f"### {lines[ended].strip()}", state.rstrip(" -–—"), *more]
    return "\n".join(lines)


def _updates(lines: list[str]) -> list[tuple[int, int]]:
    """The first line of each update, and that of its time."""
    found: list[tuple[int, int]] = []
    begun = -1
    for at, line in enumerate(lines):
        if _STATE.fullmatch(line.strip()):
            begun = at
        elif begun >= 0 and is_only_time(line):
            found.append((begun, at))
            begun = -1
    return found


def _title(lines: list[str]) -> int:
    """The line right above the first update, if it is no day; else -1."""
    first = next(iter(_updates(lines)), (0, 0))[0]
    at = next((n for n in range(first - 1, -1, -1) if lines[n].strip()), -1)
    return at if at >= 0 and not lines[at].startswith("#") and not is_day(lines[at]) else -1
