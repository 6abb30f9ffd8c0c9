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


class Framing(NamedTuple):
    """What is left out of a line, or told otherwise.

    ``leads`` are beginnings that say nothing of what will exist; ``condition`` stands before the
    main clause, ``reason`` behind it to its end. ``denials`` are what will not be done, or not
    alone; each begins with one of ``denying``.
    """

    leads: re.Pattern[str]
    condition: re.Pattern[str]
    reason: re.Pattern[str]
    denials: tuple[str, ...]
    denying: tuple[str, ...]
    detours: tuple[Detour, ...]


@cache
def framing() -> Framing:
    """What ``grammar.toml`` says of it, read once."""
    told = table("grammar")["framing"]
    return Framing(
        leads=re.compile(f"(?:(?:{'|'.join(told['leads'])}) )+"),
        condition=re.compile(told["condition"]),
        reason=re.compile(rf" (?:{'|'.join(told['reasons'])}) .*"),
        denials=tuple(told["denials"]),
        denying=tuple(told["denying"]),
        detours=detours(table("grammar")["detour"]),
    )


def detours(rows: list[dict[str, str]]) -> tuple[Detour, ...]:
    """Detours as a table has them, in their order."""
    return tuple(Detour(tuple(each["told"]), each["when"], each["say"]) for each in rows)
