"""How families, evidence, events and durations read on the Factors page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.day_words import format_short
from facilitator.domain.durations import durations, span_words
from facilitator.domain.words import FactorKind, Marker, Precision
from facilitator.domain.zones import clock
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from facilitator.domain.records import Factor, Review, TimelineEvent
    from facilitator.domain.words import EvidenceStatus, Family

NO_EFFECT = "What went wrong"
"""Stands on the effect while neither it nor the review has words."""

FAMILY_HELP = {
    "design_decision": "it was built or chosen that way",
    "missing_safeguard": "nothing stopped or contained it",
    "observability_gap": "nobody could see it",
    "false_assumption": "it was believed, and was not so",
    "organisational_pressure": "time, money, incentives",
}
"""What each family asks about, behind its word in the chooser."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A linked event: its time and, if it carries a marker, the marker's sign."""

    words: str
    marker: Marker | None = None


def family_word(family: Family) -> str:
    """A family's full name."""
    return str(tokens()["family"][family.value]["word"])


def family_short(factor: Factor) -> str:
    """The word in the place of the family on a node: ``Trigger``, or the family's short name."""
    if factor.kind is FactorKind.TRIGGER:
        return "Trigger"
    if factor.family is None:
        return ""
    return str(tokens()["family"][factor.family.value]["short"])


def evidence_word(status: EvidenceStatus) -> str:
    """How an evidence status reads."""
    return str(tokens()["evidence"][status.value]["word"])


def effect_words(effect: Factor, review: Review) -> str:
    """The effect's own words, or else the review's title."""
    return effect.text or review.title or NO_EFFECT


def factor_words(factor: Factor, review: Review) -> str:
    """A factor's words; those of the effect may come from the review."""
    return effect_words(factor, review) if factor.parent is None else factor.text


def how_long(events: Iterable[TimelineEvent]) -> str:
    """How long the incident took: until it was resolved, or else mitigated; empty if unknown."""
    spans = {each.marker: each for each in durations(events)}
    for marker in (Marker.RESOLVED, Marker.MITIGATED):
        found = spans[marker]
        if found.span is not None:
            return ("about " if found.about else "") + span_words(found.span)
    return ""


def chip_words(event: TimelineEvent, zone: str, first_day: date | None) -> str:
    """The time of an event; with its day when that is not the first one's."""
    if event.at is None:
        return "No time"
    at = clock(event.at, zone)
    words = f"{at:%H:%M}"
    if event.precision is not Precision.EXACT:
        words = ("~" if event.precision is Precision.ABOUT else "?") + words
    if first_day is not None and first_day != at.date():
        words = f"{format_short(at.date(), at.date())} {words}"
    return words


def joint_words(count: int) -> str:
    """What says that so many factors are needed jointly; nothing for fewer than two."""
    if count < 2:
        return ""
    return "Both needed" if count == 2 else f"All {count} needed"
