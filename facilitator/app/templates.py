"""What a new review begins with: a template brings seats to fill, and no facts."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from facilitator import resources
from facilitator.domain.edits.brief import set_field
from facilitator.domain.records import Factor, Participant, Review
from facilitator.domain.words import FactorKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One way to begin: ``prompt`` asks for the title, ``seats`` are roles to invite."""

    id: str
    words: str
    detail: str
    prompt: str
    seats: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _resource() -> dict[str, Any]:
    return tomllib.loads(resources.read_text("templates.toml"))


def templates() -> tuple[Template, ...]:
    """All templates, the plainest first."""
    return tuple(
        Template(**{**each, "seats": tuple(each["seats"])}) for each in _resource()["template"]
    )


def failure_classes() -> tuple[str, ...]:
    """Failure classes to suggest: one word list makes the same failure found again."""
    return tuple(_resource()["kinds"]["words"])


def from_template(
    template_id: str,
    title: str,
    *,
    new_id: Callable[[], str],
    now: datetime,
    time_zone: str,
) -> Review:
    """A new draft: its effect still to be named, its seats empty.

    RuleViolation if the title or the zone cannot be; LookupError if there is no such template.
    """
    template = next((each for each in templates() if each.id == template_id), None)
    if template is None:
        raise LookupError(template_id)
    review = Review(
        id=new_id(),
        factors=(Factor(id=new_id(), parent=None, kind=FactorKind.EFFECT),),
        participants=tuple(Participant(id=new_id(), role=role) for role in template.seats),
        created=now,
        updated=now,
    )
    return set_field("time_zone", time_zone)(set_field("title", title)(review))
