"""How an action reads among those of all reviews: days in words, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.action_filter import ActionState
from facilitator.domain.day_words import format_day, format_short
from facilitator.domain.held import check_due
from facilitator.domain.held_words import outcome_words
from facilitator.domain.listed_action import is_back, is_finished, is_open, since_when
from facilitator.domain.words import ActionStatus
from facilitator.ui.actions.wording import (
    NO_DATE,
    NO_OWNER,
    NO_TICKET,
    NOT_RATED,
    STATUS_WORDS,
    lasting_words,
    place_words,
    priority_words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from facilitator.domain.listed_action import ListedAction
    from facilitator.domain.records import ActionItem

DAMAGED = "This action cannot be read: its {} is damaged. The others are not touched by that."
UNREAD = "This action is not there any more, or cannot be read now."
UNREADABLE = "An action that cannot be read"
UNTITLED = "No title yet"
_WEEK, _MONTH, _YEAR = 7, 30.44, 365.25
_IN_DAYS, _IN_WEEKS, _IN_MONTHS = 28, 120, 730
"""Up to so many days a time is told in days, in weeks, in months."""


def span(days: int) -> str:
    """``1 day``, ``12 days``, ``5 weeks``, ``4 months``, ``3 years``."""
    if days < _IN_DAYS:
        return _counted(days, "day")
    if days < _IN_WEEKS:
        return _counted(days // _WEEK, "week")
    if days < _IN_MONTHS:
        return _counted(round(days / _MONTH), "month")
    return _counted(int(days / _YEAR), "year")


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def due_in_words(action: ActionItem, today: date) -> str:
    """``due in 3 days``, ``12 days late``; when it was done, or until when it is put off."""
    if is_finished(action):
        return "" if action.done_on is None else f"done {_in_cell(action.done_on, today)}"
    if action.deferral is not None:
        return f"until {_in_cell(action.deferral.until, today)}"
    if action.due is None or action.status is ActionStatus.CANCELLED:
        return ""
    days = (action.due - today).days
    if days < 0:
        return f"{span(-days)} late"
    return {0: "due today", 1: "due tomorrow"}.get(days, f"due in {span(days)}")


def _in_cell(day: date, today: date) -> str:
    words = format_short(day, day)
    return words if day.year == today.year else f"{words} ’{day:%y}"


def due_beside(action: ActionItem, today: date) -> str:
    """The day itself, below its words; of what is done, how well it kept its day."""
    if action.due is None or action.status is ActionStatus.CANCELLED:
        return ""
    if is_finished(action):
        late = 0 if action.done_on is None else (action.done_on - action.due).days
        return f"{span(late)} late" if late > 0 else "in time"
    return "" if action.deferral is not None else format_short(action.due, today)


def age_words(listed: ListedAction, today: date) -> str:
    """``5 weeks old``; empty if nobody knows since when there is this action."""
    since = since_when(listed)
    if since is None:
        return ""
    if since > today:
        return f"dated {format_short(since, today)}"
    return "new today" if since == today else f"{span((today - since).days)} old"


def review_words(listed: ListedAction) -> str:
    """``INC-72 · Shops could not pay``."""
    review = listed.review
    return " · ".join(each for each in (review.incident, review.title or UNTITLED) if each)


def told_words(listed: ListedAction, today: date) -> str:
    """What is to be said of it now, before the review it comes from; mostly nothing."""
    action = listed.action
    if action is None:
        return DAMAGED.format(listed.damaged.replace("_", " ")) if listed.damaged else UNREAD
    if action.deferral is not None:
        return _deferral_words(action, today)
    if check_due(action, today):
        return "Did it hold? H says it did, N that it did not."
    return f"{outcome_words(action)}." if action.held_because and outcome_words(action) else ""


def _deferral_words(action: ActionItem, today: date) -> str:
    deferral = action.deferral
    if deferral is None:
        return ""
    accepted = f"Accepted by {deferral.accepted_by} until {format_day(deferral.until)}"
    if is_back(action, today):
        return f"{accepted}: that day has come, decide again."
    return f"{accepted}: until then it may happen again."


def second_line(listed: ListedAction, today: date) -> str:
    """The line below the words of the action."""
    return "  ".join(filter(None, (told_words(listed, today), review_words(listed))))


def is_late(action: ActionItem, today: date) -> bool:
    """Whether its days are to be told loudly: it is late, or back, or to be asked about."""
    late = is_open(action) and action.due is not None and action.due < today
    return late or is_back(action, today) or check_due(action, today)


def spoken(listed: ListedAction, today: date) -> str:
    """A row in a few sentences, for screen readers."""
    action = listed.action
    if action is None:
        return f"{told_words(listed, today)} {review_words(listed)}."
    parts = (
        action.text.rstrip("."),
        told_words(listed, today).rstrip("."),
        lasting_words(action),
        action.owner or NO_OWNER,
        priority_words(action) or NOT_RATED,
        due_in_words(action, today) or NO_DATE,
        STATUS_WORDS[action.status],
        age_words(listed, today),
        place_words(action.backlog) or NO_TICKET,
        review_words(listed),
    )
    return ". ".join(filter(None, parts)) + "."


# -- counts and parts ----------------------------------------------------------------------------


def count_words(count: int) -> str:
    """``1 action``, ``1,200 actions``."""
    return f"{count:,} action{'' if count == 1 else 's'}"


def part_words(part: ActionState, count: int, since: date, today: date) -> str:
    """The head of a part of the follow-up, with how many there are."""
    if part is ActionState.CHECK_DUE:
        return f"Did it hold? {f'{count:,} to ask' if count else 'Nothing to ask today'}"
    words = _PART_WORDS[part].format(format_short(since, today))
    return f"{words}: {f'{count:,}' if count else 'nothing'}"


_PART_WORDS = {
    ActionState.AGREED_LATELY: "Promised since {}",
    ActionState.DONE_LATELY: "Done since {}",
    ActionState.OVERDUE: "Overdue",
    ActionState.BACK: "Put off until now",
}


def since_words(since: date, today: date, *, met: bool) -> str:
    """From when on the follow-up looks."""
    day = format_short(since, today)
    return f"Since the last meeting on {day}" if met else f"Since {day}"


def changed_words(rows: int, what: str, kept: int = 0) -> str:
    """``12 actions given to Maria.``; ``kept`` ones stay as others have made them."""
    return " ".join(filter(None, (f"{count_words(rows)} {what}.", _kept_words(kept))))


def _kept_words(kept: int) -> str:
    if kept < 2:
        return "1 action stays as somebody else has made it." if kept else ""
    return f"{count_words(kept)} stay as somebody else has made them."


def titles(rows: Sequence[ListedAction]) -> str:
    """What a sheet is about: the words of one action, or how many there are."""
    action = rows[0].action if len(rows) == 1 else None
    return count_words(len(rows)) if action is None else action.text
