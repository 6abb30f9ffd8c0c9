"""How actions read on the Actions page: labels, statuses, risks, days, places and names."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from facilitator.coach import certainty
from facilitator.coach.certainty import is_sure
from facilitator.coach.wording import LABEL_WORDS
from facilitator.domain.day_words import format_day, format_short
from facilitator.domain.held import check_due
from facilitator.domain.held_words import ASK, held_words
from facilitator.domain.priority import priority
from facilitator.domain.records import Participant
from facilitator.domain.soaking import check_in_words
from facilitator.domain.text import capitalised
from facilitator.domain.words import CLOSED_STATUSES, ActionStatus, Durability
from facilitator.ui.actions.coaching import label_of, reason_of
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from facilitator.coach.pairs import Pairs
    from facilitator.domain.records import ActionItem, Backlog, Review

STATUS_WORDS = {
    ActionStatus.PROPOSED: "Proposed",
    ActionStatus.AGREED: "Agreed",
    ActionStatus.IN_BACKLOG: "In backlog",
    ActionStatus.IN_PROGRESS: "In progress",
    ActionStatus.DONE: "Done",
    ActionStatus.HELD: "Held",
    ActionStatus.DID_NOT_HOLD: "Did not hold",
    ActionStatus.DEFERRED: "Deferred",
    ActionStatus.CANCELLED: "Cancelled",
}
STATUS_HELP = {
    ActionStatus.PROPOSED: "somebody said it",
    ActionStatus.AGREED: "the room wants it",
    ActionStatus.IN_BACKLOG: "it is where work is planned",
    ActionStatus.IN_PROGRESS: "somebody works on it",
    ActionStatus.DONE: "the work is done",
    ActionStatus.HELD: "it did not happen again",
    ActionStatus.DID_NOT_HOLD: "it happened again all the same",
    ActionStatus.DEFERRED: "somebody accepts it until a day",
    ActionStatus.CANCELLED: "it will not be done",
}
LABEL_HELP = {
    Durability.ELIMINATE: "the failing state can no longer be reached",
    Durability.GUARDRAIL: "a machine checks, limits, isolates or recovers it",
    Durability.AUTOMATE: "a step no longer depends on a person",
    Durability.DETECT: "it tells a person, who has to act",
    Durability.DOCUMENT: "helps those who read it",
    Durability.REMIND: "asks people to take more care",
    Durability.INVESTIGATE: "yields knowledge or a decision",
    Durability.REPAIR: "puts right what this incident left behind",
}
NO_OWNER, NO_DATE, NO_TICKET, NOT_RATED = "No owner", "No date", "No ticket", "Not rated"
DONE_WHEN = "How would a stranger see that it is done?"
"""Asked where the coach finds no object, threshold or artefact."""
STATED = "as stated"


def label_words(label: Durability, *, sure: bool = True) -> str:
    """How a durability label reads; one that is only probable says so."""
    return certainty.told(LABEL_WORDS[label], sure=sure)


def lasting_words(action: ActionItem) -> str:
    """How lasting an action is."""
    return label_words(label_of(action), sure=is_sure(action))


def steps_of(label: Durability) -> int:
    """How many of the five steps a label fills."""
    return int(tokens()["durability"][label.value]["steps"])


def best_of(actions: Sequence[ActionItem]) -> ActionItem:
    """The one with the most steps among some actions."""
    return max(actions, key=lambda each: (steps_of(label_of(each)), is_sure(each)))


def count_words(found: Pairs) -> str:
    """``4 of 7 are durable, 1 stopgap``: one that stands in until a durable one is there."""
    durable, bridged = len(found.durable), len(found.bridged)
    stopgaps = f", {bridged} stopgap{'' if bridged == 1 else 's'}" if bridged else ""
    return f"{durable} of {found.standing} {'is' if durable == 1 else 'are'} durable{stopgaps}"


def risk_words(action: ActionItem) -> str:
    """``severe, likely``; how a priority without a risk came about; empty without either."""
    if action.impact is not None and action.likelihood is not None:
        return f"{action.impact}, {action.likelihood}"
    return STATED if action.stated_priority is not None else ""


def status_words(action: ActionItem, today: date) -> str:
    """``in backlog``, when the room hears again of what soaks, or what is due to be asked."""
    if check_due(action, today):
        return ASK
    return check_in_words(action) or STATUS_WORDS[action.status].lower()


def priority_words(action: ActionItem) -> str:
    """``P1``, or empty."""
    found = priority(action)
    return "" if found is None else found.value


def due_words(action: ActionItem, today: date) -> str:
    """``19 Mar``, or empty; days of another year end in ``’27``."""
    return "" if action.due is None else _in_cell(action.due, today)


def due_note(action: ActionItem, today: date) -> str:
    """``overdue``, or until when it is put off; empty otherwise."""
    if action.deferral is not None:
        return f"until {_in_cell(action.deferral.until, today)}"
    late = action.due is not None and action.due < today
    return "overdue" if late and action.status not in CLOSED_STATUSES else ""


def place_words(backlog: Backlog | None) -> str:
    """The key of a backlog place, or what else is known of it; empty without one."""
    if backlog is None:
        return ""
    return backlog.key or _host(backlog.url) or backlog.system


def typed_place(backlog: Backlog | None) -> str:
    """A backlog place as it is typed: system, key and link."""
    if backlog is None:
        return ""
    return " ".join(each for each in (backlog.system, backlog.key, backlog.url) if each)


def short_name(name: str) -> str:
    """``Maria K.`` for Maria Kovač; a name in one word stays."""
    words = name.split()
    return name if len(words) < 2 else f"{words[0]} {words[-1][0]}."


def deferral_words(action: ActionItem) -> str:
    """``Head of Payments accepts it until 30 June 2026: …``; empty if it is not put off."""
    put_off = action.deferral
    if put_off is None:
        return ""
    return f"{put_off.accepted_by} accepts it until {format_day(put_off.until)}: {put_off.reason}"


def cause_words(action: ActionItem) -> str:
    """``3 factors, 1 finding``; empty without links."""
    parts = [
        f"{len(ids)} {word}{'' if len(ids) == 1 else 's'}"
        for ids, word in ((action.factors, "factor"), (action.findings, "finding"))
        if ids
    ]
    return ", ".join(parts)


def spoken(
    action: ActionItem, today: date, shown: Callable[[str], str] = str, until: str = ""
) -> str:
    """A row in a few sentences, for screen readers.

    ``until`` are the words of the action that it stands in for.
    """
    label = lasting_words(action)
    reason = shown(reason_of(action)).rstrip(".")
    risk = ", ".join(each for each in (priority_words(action), risk_words(action)) if each)
    due = "" if action.due is None else f"due {format_day(action.due)}"
    parts = (
        shown(action.text).rstrip("."),
        f"{label}: {reason}" if reason else label,
        f"Stopgap until: {until}".rstrip(".") if until else "",
        action.owner or NO_OWNER,
        risk or NOT_RATED,
        due or NO_DATE,
        place_words(action.backlog) or NO_TICKET,
        " ".join((STATUS_WORDS[action.status], due_note(action, today))).strip(),
        capitalised(check_in_words(action)),
        shown(held_words(action, today)),
        ASK if check_due(action, today) else "",
    )
    return ". ".join(filter(None, parts)) + "."


def people_known(review: Review) -> tuple[Participant, ...]:
    """Who may own an action: the people in the room, then the owners so far."""
    people = {each.name or each.role: each for each in review.participants}
    for action in review.actions:
        people.setdefault(action.owner, Participant(id="", name=action.owner))
    return tuple(person for name, person in people.items() if name)


def owners_known(review: Review) -> tuple[str, ...]:
    """Their names."""
    return tuple(each.name or each.role for each in people_known(review))


def _in_cell(day: date, today: date) -> str:
    words = format_short(day, day)
    return words if day.year == today.year else f"{words} ’{day:%y}"


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url
