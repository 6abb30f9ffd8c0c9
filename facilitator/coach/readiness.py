"""Whether a review is ready to close: what it lacks, and what is in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.coach import lacking_actions, lacking_causes, lacking_story
from facilitator.coach.lack import Lack, number_word
from facilitator.domain.day_words import MONTHS
from facilitator.domain.soaking import check_in
from facilitator.domain.words import DURABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.domain.records import Review

__all__ = ["Lack", "in_place", "lacks"]


def lacks(review: Review) -> tuple[Lack, ...]:
    """What a review still lacks, in the order of the phases; empty when it lacks nothing."""
    return (
        *lacking_story.brief(review),
        *lacking_story.timeline(review),
        *lacking_causes.factors(review),
        *lacking_causes.findings(review),
        *lacking_actions.actions(review),
        *lacking_story.close(review),
    )


def in_place(review: Review) -> tuple[str, ...]:
    """What is in place, a line each."""
    return (*_causes(review), *_actions(review))


def _causes(review: Review) -> Iterator[str]:
    if lacking_causes.goes_past_trigger(review):
        yield "The tree goes past the trigger"
    if not lacking_causes.families_not_asked(review):
        yield "All five families were asked about"
    focus = sum(each.focus for each in review.findings)
    if focus and not lacking_causes.findings_without_action(review):
        several = f"{number_word(focus)} findings in focus, each with an action"
        yield several if focus > 1 else "One finding in focus, with an action"


def _actions(review: Review) -> Iterator[str]:
    standing = lacking_actions.standing_actions(review)
    durable = sum(each.durability in DURABLE for each in standing)
    if durable:
        verb = "is" if durable == 1 else "are"
        noun = "action" if len(standing) == 1 else "actions"
        yield f"{durable:,} of {len(standing):,} {noun} {verb} durable"
    checks = [each.check_on for each in standing if each.check_on and not check_in(each)]
    if checks:
        day = min(checks)
        yield f"On {day.day} {MONTHS[day.month - 1]} we check that the fixes held"
