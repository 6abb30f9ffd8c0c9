"""The page of an incident on a status page, whose updates tell below when they were posted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_POSTED = re.compile(
    r"Posted\s+(?P<day>[A-Z][a-z]{2} \d{1,2}, \d{4}) - (?P<clock>\d\d:\d\d \S+)\s*"
)
_REPORT = re.compile(r"Incident Report for\b.*")
_AFFECTED = re.compile(r"This incident affected:.*")
_WRITTEN_LATER = re.compile(r"\s*Post-?mortem\s*", re.IGNORECASE)


def is_status_page(text: str) -> bool:
    """Whether a text is such a page."""
    lines = text.split("\n")
    return any(map(_REPORT.fullmatch, lines)) and any(map(_POSTED.fullmatch, lines))


def from_status_page(text: str) -> str:
    """The page with a timeline of its updates, each below its time and at its line."""
    return _Page(text.split("\n")).told() if is_status_page(text) else text


@dataclass(slots=True)
class _Page:
    lines: list[str]
    out: list[str] = field(default_factory=list)

    def told(self) -> str:
        """The lines of the page, the time of each update before its text."""
        begun = self._head()
        for number, line in enumerate(self.lines):
            if number >= begun and (posted := _POSTED.fullmatch(line)):
                self._update(self.lines[begun:number], posted)
                begun = number + 1
        self._foot(self.lines[begun:])
        return "\n".join(self.out)

    def _head(self) -> int:
        """Take what stands above the updates; the number of the first line of those."""
        report = next(at for at, line in enumerate(self.lines) if _REPORT.fullmatch(line))
        below = next((line for line in self.lines[report + 1 :] if line.strip()), "")
        # A post-mortem above the updates is no part of the timeline.
        self.out += [*self.lines[:report], "" if _WRITTEN_LATER.fullmatch(below) else "## Timeline"]
        return report + 1

    def _update(self, lines: list[str], posted: re.Match[str]) -> None:
        if "## Timeline" in self.out:
            self.out += [f"### {posted['day']} {posted['clock']}", *lines]
        else:
            self.out += [*lines, "## Timeline"]

    def _foot(self, lines: list[str]) -> None:
        for line in lines:
            self.out += ["## Impact", line] if _AFFECTED.fullmatch(line) else [line]
