"""Did the fix hold: when somebody looks again, and what is asked when a failure comes back."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from facilitator import resources
from facilitator.domain.soaking import check_in_day
from facilitator.domain.words import ActionStatus, Durability

if TYPE_CHECKING:
    from facilitator.domain.records import ActionItem

LEAST_LASTING = Durability.REMIND
"""What nobody has judged is looked at again as soon as what lasts least."""


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask when a fix did not keep a failure away, and what that means."""

    ask: str
    more: str


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    return tomllib.loads(resources.read_text("held.toml"))


def questions() -> tuple[Question, ...]:
    """The four questions, in the order they are asked."""
    return tuple(Question(each["ask"], each["more"]) for each in _words()["questions"])


def check_days(label: Durability | None) -> int:
    """So many days after an action is done somebody looks whether it held."""
    return int(_words()["check_after_days"][label or LEAST_LASTING])


def usual_check(action: ActionItem, done_on: date) -> date:
    """The day to look again at an action that is done on a day."""
    days = check_days(action.durability)
    # A clock may have been so far ahead that the calendar ends first.
    return done_on + timedelta(days=min(days, (date.max - done_on).days))


def check_when_done(action: ActionItem, done_on: date, today: date) -> date:
    """The day to look again: the one that somebody chose, else the usual one.

    A day by which a proposal was to soak was not chosen for this.
    """
    chosen = action.check_on
    soaked = action.status is ActionStatus.PROPOSED and chosen and chosen <= check_in_day(today)
    return usual_check(action, done_on) if chosen is None or soaked else chosen


def check_when_opened(action: ActionItem) -> date | None:
    """What is left of the day to look again when an action is not done after all."""
    was_usual = action.done_on is not None and action.check_on == usual_check(
        action, action.done_on
    )
    return None if was_usual else action.check_on


def check_due(action: ActionItem, today: date) -> bool:
    """Whether the day has come to ask if it held."""
    if action.status is not ActionStatus.DONE or action.check_on is None:
        return False
    return action.check_on <= today
