"""The durability rules, as ``rules.toml`` states them: what a clause says, and the control."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from facilitator.coach.tables import table
from facilitator.domain.words import Durability

if TYPE_CHECKING:
    from collections.abc import Mapping


class Rule(NamedTuple):
    """If a clause says ``when`` and not ``unless``, it is ``label``, for the reason ``because``.

    ``open_ended`` says that nobody else could tell when it is done; ``kind`` is where it stands.
    """

    label: Durability
    when: str
    because: str
    unless: str = ""
    open_ended: bool = False
    kind: str = "none"


class Rules(NamedTuple):
    """Shapes are tried first, in order; then what is named; then the next best sign."""

    shapes: tuple[Rule, ...]
    targets: tuple[Rule, ...]
    last: tuple[Rule, ...]
    none: Rule
    groups: Mapping[str, str]
    broadly: Mapping[Durability, str]


@cache
def rules() -> Rules:
    """All rules."""
    found = table("rules")
    reasons = found["because"]
    return Rules(
        _read(found, "shape"),
        _read(found, "target"),
        _read(found, "last"),
        Rule(Durability.INVESTIGATE, "", reasons["learns"], open_ended=True),
        found["groups"],
        {Durability(label): words for label, words in found["broadly"].items()},
    )


def _read(found: dict[str, Any], kind: str) -> tuple[Rule, ...]:
    return tuple(
        Rule(
            Durability(each["label"]),
            each["when"],
            found["because"].get(each["because"], each["because"]),
            each.get("unless", ""),
            each.get("open_ended", False),
            kind,
        )
        for each in found[kind]
    )
