"""Takes over what a tracker says of actions, in one edit, and tells what that changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.domain.edits import rows
from facilitator.domain.edits.actions import change_action, set_status
from facilitator.domain.records import Backlog
from facilitator.domain.words import FINISHED_STATUSES, ActionStatus

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import ActionItem, Review


@dataclass(frozen=True, slots=True)
class HandedBack:
    """What a tracker says of one action; ``where`` names the row of the file.

    ``status`` is in the tracker's own words.
    """

    where: str
    action_id: str
    key: str = ""
    url: str = ""
    system: str = ""
    status: str = ""
    done_on: date | None = None


_WORDS = {
    ActionStatus.DONE: "done|closed|resolved|complete|completed|fixed|merged|released|shipped",
    ActionStatus.IN_PROGRESS: "in progress|doing|started|active|in review|review|committed",
    ActionStatus.IN_BACKLOG: "to do|todo|open|opened|new|backlog|triage|ready|reopened|proposed"
    "|approved|unstarted|selected for development",
    ActionStatus.CANCELLED: "cancelled|canceled|won't do|wont do|won't fix|wontfix|removed"
    "|duplicate|rejected|declined|abandoned|not planned",
}


def _read_as() -> dict[str, ActionStatus]:
    return {word: status for status, words in _WORDS.items() for word in words.split("|")}


READ_AS = _read_as()
"""What the words of trackers mean here, in small letters."""
THERE_IS_NONE = "This review has no action with this id."
UNKNOWN = "The status “{}” is not known here, so the status stays as it is."


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one action that would be another."""

    action_id: str
    text: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A row, or part of one, that changes nothing, and why."""

    where: str
    why: str


def take_back(handed: Iterable[HandedBack], today: date) -> Edit:
    """Set key, address, status and the day it was done of every action that is named."""
    handed = tuple(handed)

    def edit(review: Review) -> Review:
        there = {action.id for action in review.actions}
        for each in handed:
            if each.action_id in there:
                review = _taken(review, each, today)
        return review

    return edit


def what_changes(before: Review, after: Review) -> tuple[Change, ...]:
    """What differs, action by action."""
    was = {action.id: action for action in before.actions}
    return tuple(
        Change(action.id, action.text, field, old, new)
        for action in after.actions
        for field, old, new in _differing(was[action.id], action)
    )


def passed_over(handed: Iterable[HandedBack], review: Review) -> tuple[PassedOver, ...]:
    """What of a file is not taken over, and why."""
    there = {action.id for action in review.actions}
    found = []
    for each in handed:
        if each.action_id not in there:
            found.append(PassedOver(each.where, THERE_IS_NONE))
        elif each.status and status_of(each) is None:
            found.append(PassedOver(each.where, UNKNOWN.format(each.status)))
    return tuple(found)


def status_of(handed: HandedBack) -> ActionStatus | None:
    """What the tracker's word means; None if it is not known."""
    return READ_AS.get(" ".join(handed.status.casefold().replace("_", " ").split()))


def _taken(review: Review, handed: HandedBack, today: date) -> Review:
    action = rows.find(review, "actions", handed.action_id)
    backlog = action.backlog or Backlog()
    backlog = replace(
        backlog,
        system=handed.system or backlog.system,
        key=handed.key or backlog.key,
        url=handed.url or backlog.url,
    )
    if backlog != Backlog() and backlog != action.backlog:
        review = change_action(action.id, backlog=backlog)(review)
    status = status_of(handed)
    if status is None or _stays(action, status):
        return review
    return set_status(action.id, status, handed.done_on or today)(review)


def _stays(action: ActionItem, status: ActionStatus) -> bool:
    """Whether more is known here: a done action that was checked is not merely done again."""
    if action.status is status:
        return True
    return status is ActionStatus.DONE and action.status in FINISHED_STATUSES


def _differing(old: ActionItem, new: ActionItem) -> list[tuple[str, str, str]]:
    was, now = old.backlog or Backlog(), new.backlog or Backlog()
    pairs = (
        ("status", old.status.value, new.status.value),
        ("done on", _day(old.done_on), _day(new.done_on)),
        ("system", was.system, now.system),
        ("key", was.key, now.key),
        ("address", was.url, now.url),
    )
    return [pair for pair in pairs if pair[1] != pair[2]]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
