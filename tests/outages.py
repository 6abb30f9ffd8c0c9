"""Small reviews that have one cause each, for the patterns."""

from __future__ import annotations

from datetime import date

from facilitator.domain.records import ActionItem, Factor, Review
from facilitator.domain.words import FactorKind


def outage(number: int, text: str, service: str, *actions: ActionItem, title: str = "") -> Review:
    """A review whose effect was made possible by what ``text`` says."""
    effect = Factor(id="f0", parent=None, kind=FactorKind.EFFECT, text="It failed")
    return Review(
        id=f"r{number}",
        title=title or f"Outage {number}",
        incident=f"INC-{number}",
        services=(service,),
        held_on=date(2026, 1, number + 1),
        factors=(effect, Factor(id="f1", parent="f0", text=text)),
        actions=actions,
    )
