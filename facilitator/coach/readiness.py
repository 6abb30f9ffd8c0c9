"""Whether a review is ready to close: what it lacks, and what is in place."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from facilitator.coach import lacking_actions, lacking_causes, lacking_story
from facilitator.coach.lack import Lack, explained, number_word
from facilitator.coach.pairs import pairs
from facilitator.domain.day_words import MONTHS
from facilitator.domain.soaking import check_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from facilitator.domain.records import Review

__all__ = ["Lack", "in_place", "lacks"]


def lacks(review: Review, today: date | None = None, *, quiet: bool = True) -> tuple[Lack, ...]:
    """What a review still lacks, in the order of the phases; empty when it lacks nothing.

    Whether a deferral has run out can be told only with ``today``. Without ``quiet`` ones nothing
    is asked of the words, which takes a while.
    """
    found = (
        lacking_story.brief(review),
        lacking_story.timeline(review),
        lacking_causes.factors(review, quiet=quiet),
        lacking_causes.findings(review),
        lacking_actions.actions(review, today),
        lacking_story.close(review),
    )
    wanted = (each for each in chain.from_iterable(found) if quiet or not each.quiet)
    return tuple(map(explained, wanted))


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
    paired = pairs(review)
    durable = len(paired.durable)
    if durable:
        verb = "is" if durable == 1 else "are"
        noun = "action" if len(standing) == 1 else "actions"
        stopgaps = _stopgaps(len(paired.bridged))
        yield f"{durable:,} of {len(standing):,} {noun} {verb} durable{stopgaps}"
    checks = [each.check_on for each in standing if each.check_on and not check_in(each)]
    if checks:
        day = min(checks)
        yield f"On {day.day} {MONTHS[day.month - 1]} we check that the fixes held"


def _stopgaps(count: int) -> str:
    if count == 0:
        return ""
    number = number_word(count).lower()
    return f", {number} {'is a stopgap' if count == 1 else 'are stopgaps'}"
