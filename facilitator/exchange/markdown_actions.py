"""The actions as a Markdown table, with what is put off and who accepts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.held_words import outcome_words
from facilitator.domain.priority import priority
from facilitator.domain.soaking import check_in_words
from facilitator.domain.words import ActionStatus
from facilitator.exchange.markup import escaped, link, table
from facilitator.exchange.phrases import day_words, durability_words, words

if TYPE_CHECKING:
    from facilitator.domain.records import ActionItem, Backlog, Review

HEADS = ("", "Action", "How lasting", "Owner", "Priority", "Due", "Backlog", "Status")


def actions_part(review: Review) -> str:
    """The table of all actions, then the deferrals; "" without actions."""
    if not review.actions:
        return ""
    rows = [_row(number, action) for number, action in enumerate(review.actions, start=1)]
    return "\n\n".join([table(HEADS, rows), *map(_put_off, filter(_deferred, review.actions))])


def _row(number: int, action: ActionItem) -> tuple[str, ...]:
    return (
        str(number),
        escaped(action.text),
        durability_words(action.durability),
        escaped(action.owner) or "*No owner*",
        _priority(action),
        day_words(action.due) or "*No date*",
        _place(action.backlog),
        _status(action),
    )


def _status(action: ActionItem) -> str:
    if told := outcome_words(action):
        return escaped(told)
    done = action.status is ActionStatus.DONE
    check = f"to be checked on {day_words(action.check_on)}" if done and action.check_on else ""
    return ", ".join(filter(None, (words(action.status), check_in_words(action), check)))


def _priority(action: ActionItem) -> str:
    found = priority(action)
    if found is None:
        return "*Not rated*"
    risk = ", ".join(each for each in (action.impact, action.likelihood) if each)
    return f"{found} ({risk})" if risk else str(found)


def _place(backlog: Backlog | None) -> str:
    if backlog is None:
        return "*No ticket*"
    name = backlog.key or backlog.system
    return link(name, backlog.url) if backlog.url else escaped(name)


def _deferred(action: ActionItem) -> bool:
    return action.deferral is not None


def _put_off(action: ActionItem) -> str:
    if action.deferral is None:
        return ""
    deferral = action.deferral
    return (
        f"**Put off: {escaped(action.text)}.** {escaped(deferral.accepted_by)} accepts until "
        f"{day_words(deferral.until)} that it can happen again: {escaped(deferral.reason)}"
    )
