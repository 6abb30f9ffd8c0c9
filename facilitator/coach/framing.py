"""What stands around the words of an action: beginnings, reasons, denials, and detours."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from facilitator.coach.tables import table


class Detour(NamedTuple):
    """A way to say something, and the words by which the lexicon knows it.

    Where none of ``told`` stands in a line, the pattern ``when`` is not even compiled.
    """

    told: tuple[str, ...]
    when: str
    say: str

    def straightened(self, line: str) -> str:
        """The line, with the words that the lexicon knows."""
        if any(map(line.__contains__, self.told)):
            return re.sub(self.when, self.say, line)
        return line


class Lead(NamedTuple):
    """Beginnings that say nothing of what will exist.

    Where a line begins with none of ``firsts``, they are not even compiled; without any they are
    tried on every line.
    """

    when: str
    firsts: frozenset[str]


class Framing(NamedTuple):
    """What is left out of a line, or told otherwise.

    ``condition`` stands before the main clause, ``reason`` behind it to its end. ``denials`` are
    what will not be done, or not alone; each begins with one of ``denying``.
    """

    leads: tuple[Lead, ...]
    condition: re.Pattern[str]
    reason: re.Pattern[str]
    denials: tuple[str, ...]
    denying: tuple[str, ...]
    detours: tuple[Detour, ...]

    def without_leads(self, line: str) -> str:
        """The line from where it says what will exist; a blank follows each of its words."""
        at = 0
        while found := self._lead(line, at):
            at = found
        return line[at:]

    def _lead(self, line: str, at: int) -> int:
        """Where a beginning ends that stands at this place; 0 if none does."""
        first = line[at : line.find(" ", at)]
        for when, firsts in self.leads:
            if (not firsts or first in firsts) and (found := _compiled(when).match(line, at)):
                return found.end()
        return 0


@cache
def _compiled(lead: str) -> re.Pattern[str]:
    return re.compile(f"(?:{lead}) ")


@cache
def framing() -> Framing:
    """What ``grammar.toml`` says of it, read once."""
    told = table("grammar")["framing"]
    return Framing(
        leads=tuple(Lead(lead, frozenset(firsts.split())) for lead, firsts in told["leads"]),
        condition=re.compile(told["condition"]),
        reason=re.compile(rf" (?:{'|'.join(told['reasons'])}) .*"),
        denials=tuple(told["denials"]),
        denying=tuple(told["denying"]),
        detours=detours(table("grammar")["detour"]),
    )


def detours(rows: list[dict[str, str]]) -> tuple[Detour, ...]:
    """Detours as a table has them, in their order."""
    return tuple(Detour(tuple(each["told"]), each["when"], each["say"]) for each in rows)
