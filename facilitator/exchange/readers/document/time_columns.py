"""The columns of a table of events: where it keeps its times, and where its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.exchange.readers.document.line_times import begun, elapsed_begun, unled
from facilitator.exchange.readers.document.section_words import column_of, says_nothing
from facilitator.exchange.readers.document.stated_zone import zone_of_column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.exchange.readers.document.blocks import Block
    from facilitator.exchange.readers.found import Stamp

_SHORT_HEAD = 3
"""Signs of the head of a column that only counts: ``#``."""
_TIME_COLUMNS = ("time", "date", "end", "author", "kind")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(slots=True)
class Columns:
    """Where a table keeps its times and its words."""

    time: int
    days: tuple[int, ...]
    year: str
    end: int | None
    author: int | None
    kind: int | None
    zone: str
    count: int
    leads: bool
    """Whether the times stand in front, as in a list of events."""

    @classmethod
    def of(cls, block: Block) -> Columns:
        """Read from the head; a table without one has its times in the first column."""
        heads = block.cells if block.first else ()
        roles = [column_of(head, _TIME_COLUMNS) for head in heads]
        place = {role: roles.index(role) for role in _TIME_COLUMNS if role in roles}
        time = place.get("time", place.get("date", 0))
        days = tuple(at for at, role in enumerate(roles) if role == "date" and at != time)
        year = next((found[0] for at in days if (found := _YEAR.search(heads[at]))), "")
        zone = next(filter(None, map(zone_of_column, heads)), "")
        count = max(1, len(block.cells))
        leads = all(at in days or len(heads[at]) < _SHORT_HEAD for at in range(time))
        end, author, kind = (place.get(role) for role in ("end", "author", "kind"))
        return cls(time, days, year, end, author, kind, zone, count, leads)

    def times(self, cells: Sequence[str]) -> tuple[Stamp | None, Stamp | None]:
        """When a row says it was."""
        said = unled(cells[self.time])
        if day := " ".join(filter(None, (cells[at].strip() for at in self.days))):
            # “Thu” and “20 Jan” stand in two columns, and the year in the head.
            whole = f"{day} {self.year}" if self.year and self.year not in day else day
            said = f"{whole} {said}"
        found = begun(said.strip(), loose=True) or elapsed_begun(said.strip())
        if found is None:
            return None, None
        stamp, end, _ = found
        if end is None and self.end is not None and (last := begun(cells[self.end], loose=True)):
            end = last[0]
        return self._zoned(stamp), self._zoned(end) if end else None

    def _zoned(self, stamp: Stamp) -> Stamp:
        zoned = self.zone and not stamp.zone and stamp.clock is not None
        return stamp._replace(zone=self.zone) if zoned else stamp

    def words(self, cells: Sequence[str]) -> tuple[str, str]:
        """What a row says, and who did it.

        Of which sort it is, like “alert” or “operator”, stands behind: what happened comes first.
        """
        apart = {self.time, *self.days, self.end, self.author, self.kind}
        said = [cell.strip() for place, cell in enumerate(cells) if place not in apart]
        author = cells[self.author].strip() if self.author is not None else ""
        kind = cells[self.kind].strip() if self.kind is not None else ""
        words = " – ".join(each for each in said if each and not says_nothing(each))
        if not kind or says_nothing(kind):
            return (words, author) if words or not author else (author, "")
        return (f"{words} ({kind})" if words else kind), author
