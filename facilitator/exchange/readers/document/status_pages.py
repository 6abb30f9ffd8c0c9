"""The page of an incident on a status page, whose updates tell below when they were posted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from facilitator.domain.typed_zones import MEANINGS
from facilitator.exchange.readers.document.section_words import section_of
from facilitator.exchange.readers.stamps import minute_of_day, scan_stamp

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from facilitator.exchange.readers.found import Entry

_POSTED = re.compile(
    r"Posted\s+(?:[a-z\d ]{3,30} ago\.?\s+)?"
    r"(?P<day>[A-Z][a-z]{2} \d{1,2}, \d{4}) - (?P<clock>\d\d:\d\d \S+)\s*"
)
_REPORT = re.compile(r"Incident Report for\b.*")
_AFFECTED = re.compile(r"This incident affected:.*")
_LATER_MOST, _NIGHT_LEAST = 60, 720
"""Minutes by which an event may be behind the first update; far behind, it was the day before."""
_WRITTEN_LATER = re.compile(r"\s*Post-?mortem\s*", re.IGNORECASE)
_HEADED_LEAST = 2
"""Lines that name parts of a report: one alone may be a word of an update."""


def is_status_page(text: str) -> bool:
    """Whether a text is such a page."""
    lines = text.split("\n")
    return any(map(_REPORT.fullmatch, lines)) and any(map(_POSTED.fullmatch, lines))


def from_status_page(text: str) -> str:
    """The page with a timeline of its updates, each below its time and at its line."""
    return _Page(text.split("\n")).told() if is_status_page(text) else text


def day_begun(text: str, entries: Sequence[Entry], zone: str) -> date | None:
    """The day of events above the updates that name none: that of the update posted first.

    Nothing if it was posted on other clocks than theirs, which ``zone`` tells, or too long before
    them.
    """
    posted = [found for line in text.split("\n") if (found := _POSTED.fullmatch(line))]
    first = scan_stamp(f"{posted[-1]['day']} {posted[-1]['clock']}") if posted else None
    event = entries[0].stamp if entries else None
    if first is None or event is None or not is_status_page(text):
        return None
    if event.clock is None or first.stamp.clock is None or first.stamp.day is None:
        return None
    said = event.zone or zone
    if said and not _same_clocks(said, first.stamp.zone):
        return None
    later = minute_of_day(event.clock) - minute_of_day(first.stamp.clock)
    if later >= _NIGHT_LEAST:
        return first.stamp.day - timedelta(days=1)
    return first.stamp.day if later <= _LATER_MOST else None


def _same_clocks(said: str, posted: str) -> bool:
    """Whether events are on the clocks of the updates: “Pacific Standard Time” is so with PST."""
    homes = {each.home for each in MEANINGS.get(posted, ())}
    return said in homes or bool(_offsets(said) & _offsets(posted))


def _offsets(zone: str) -> set[str]:
    """The offsets that an abbreviation may mean; of any other zone, its name."""
    return {each.zone for each in MEANINGS.get(zone, ())} or {zone}


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
        # Above the title stand other words of the page.
        at = next((n for n in range(report - 1, -1, -1) if self.lines[n].strip()), 0)
        title = self.lines[at].strip() if report else ""
        self.out += [f"# {title}" if n == at and title else "" for n in range(report)]
        # A post-mortem above the updates is no part of the timeline.
        later = _WRITTEN_LATER.fullmatch(below) or self._is_report(report + 1)
        self.out += ["" if later else "## Timeline"]
        return report + 1

    def _is_report(self, begun: int) -> bool:
        """Whether the last update has parts as a report has, be it not called a post-mortem."""
        posted = (n for n, line in enumerate(self.lines) if n >= begun and _POSTED.fullmatch(line))
        update = self.lines[begun : next(posted, begun)]
        return sum(bool(section_of(line, whole=True)) for line in update) >= _HEADED_LEAST

    def _update(self, lines: list[str], posted: re.Match[str]) -> None:
        if "## Timeline" in self.out:
            self.out += [f"### {posted['day']} {posted['clock']}", *lines]
        else:
            self.out += [*lines, "## Timeline"]

    def _foot(self, lines: list[str]) -> None:
        for line in lines:
            self.out += ["## Impact", line] if _AFFECTED.fullmatch(line) else [line]
