"""What stands around the words of an action: beginnings, reasons, denials, and detours."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from facilitator.coach.tables import table

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet


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

    Where none of one of the sets in ``needs`` stands in a line, they are not even compiled.
    """

    when: str
    needs: tuple[frozenset[str], ...]

    def may_fit(self, words: AbstractSet[str]) -> bool:
        """Whether a line of these words may begin so."""
        return not any(each.isdisjoint(words) for each in self.needs)


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
        words = set(line.split())
        leads = [_compiled(each.when) for each in self.leads if each.may_fit(words)]
        at = 0
        while found := next(filter(None, (lead.match(line, at) for lead in leads)), None):
            at = found.end()
        return line[at:]


@cache
def _compiled(lead: str) -> re.Pattern[str]:
    return re.compile(f"(?:{lead}) ")


@cache
def framing() -> Framing:
    """What ``grammar.toml`` says of it, read once."""
    told = table("grammar")["framing"]
    return Framing(
        leads=tuple(Lead(lead, _sets(needs)) for lead, *needs in told["leads"]),
        condition=re.compile(told["condition"]),
        reason=re.compile(rf" (?:{'|'.join(told['reasons'])}) .*"),
        denials=tuple(told["denials"]),
        denying=tuple(told["denying"]),
        detours=detours(table("grammar")["detour"]),
    )


def _sets(needs: list[str]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(each.split()) for each in needs)


def detours(rows: list[dict[str, str]]) -> tuple[Detour, ...]:
    """Detours as a table has them, in their order."""
    return tuple(Detour(tuple(each["told"]), each["when"], each["say"]) for each in rows)
