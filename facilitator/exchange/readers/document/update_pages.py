"""The page of an incident on a status page, whose updates tell above when they were made."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from facilitator.exchange.readers.document.section_words import is_way_around
from facilitator.exchange.readers.document.status_lists import is_only_time

_AFFECTED = re.compile(r"\s*Affected services\s*")
_STATE = re.compile(
    r"\s*(?:Resolved|Updated?|Created|Investigating|Identified|Monitoring|Degraded|Down(?:time)?"
    r"|Maintenance|Recovered|Operational)\s*"
)


def is_update_page(text: str) -> bool:
    """Whether a text is such a page: a time, what is affected, and a time again."""
    return _begun(text.split("\n")) > 0


def from_update_page(text: str) -> str:
    """The page with a timeline of its updates, each below its time; lines keep their numbers."""
    lines = text.split("\n")
    begun = _begun(lines)
    return _Page(lines, begun).told() if begun else text


def _begun(lines: list[str]) -> int:
    """The line that names what is affected, right below the time at which it began, or 0."""
    for at, line in enumerate(lines):
        if at and _AFFECTED.fullmatch(line) and is_only_time(lines[at - 1]):
            return at if any(map(is_only_time, lines[at + 1 :])) else 0
    return 0


@dataclass(slots=True)
class _Page:
    lines: list[str]
    begun: int
    out: list[str] = field(default_factory=list)

    def told(self) -> str:
        """The lines of the page, its title and the time of each update as headings."""
        self._head()
        self._affected()
        at = len(self.out)
        while at < len(self.lines):
            at += self._line(at)
        return "\n".join(self.out)

    def _head(self) -> None:
        """The title alone; above it stands the way back, beside it in which state all is."""
        above = range(self.begun - 2, -1, -1)
        titled = next((n for n in above if self._is_title(self.lines[n])), -1)
        self.out += [
            f"# {line.strip()}" if n == titled else ""
            for n, line in enumerate(self.lines[: self.begun])
        ]

    def _is_title(self, line: str) -> bool:
        return bool(line.strip()) and not _STATE.fullmatch(line) and not is_way_around(line)

    def _affected(self) -> None:
        """What is affected, as a field; the updates follow."""
        rest = self.lines[self.begun + 1 :]
        ended = next((n for n, line in enumerate(rest) if not line.strip()), len(rest))
        named = ", ".join(line.strip() for line in rest[:ended])
        self.out += [f"Affected services: {named}", *[""] * (ended - 1), "## Timeline"]

    def _line(self, at: int) -> int:
        """Take a line, or the time of an update with the state before it; how many it took."""
        line = self.lines[at]
        if _STATE.fullmatch(line) and is_only_time("".join(self.lines[at + 1 : at + 2])):
            self.out += [f"### {self.lines[at + 1].strip()}", line]
            return 2
        apart = not self.lines[at - 1].strip()
        self.out.append(f"### {line.strip()}" if apart and is_only_time(line) else line)
        return 1
