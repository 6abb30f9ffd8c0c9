"""What is said of an action: why it lasts or not, its owner, rating, days, ticket and status."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.coach.certainty import is_sure, told
from facilitator.coach.durability import assess
from facilitator.domain.words import CLOSED_STATUSES, FINISHED_STATUSES, ActionStatus
from facilitator.report import wording
from facilitator.report.addresses import linked
from facilitator.report.inline import Words
from facilitator.report.styles import FACT, FACT_STRONG

if TYPE_CHECKING:
    from facilitator.domain.records import ActionItem, Backlog, Review
    from facilitator.domain.words import Durability
    from facilitator.geometry.tokens import Tokens

_OUTCOMES = {
    ActionStatus.HELD: ", and it held",
    ActionStatus.DID_NOT_HOLD: ", but it did not hold",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands behind it; what is not there is marked as missing."""

    label: str
    words: tuple[Words, ...]


def label_of(action: ActionItem) -> Durability:
    """The effective label; while nobody gave one, what the coach reads from the words."""
    return action.durability or assess(action.text).label


def lasting(action: ActionItem, tokens: Tokens) -> str:
    """How lasting it is; ``Probably watches for it`` where the coach is not sure."""
    return told(tokens.durability[label_of(action)].word, sure=is_sure(action))


def reason(action: ActionItem) -> str:
    """Why it is as lasting as it is said to be; empty if that cannot be told."""
    hint = assess(action.text)
    told = action.call_reason
    if not told and label_of(action) is hint.label:
        told = hint.because
    if not told and action.call is not None:
        told = "The room’s own call"
    return told if not told or told.endswith((".", "?", "!", "…")) else f"{told}."


def facts(action: ActionItem, review: Review, *, tickets: bool = True) -> tuple[Fact, ...]:
    """What stands at the right of an action, line by line; others have no use for ``tickets``."""
    still_open = action.status not in CLOSED_STATUSES
    owner = _told(action.owner, "none yet", still_open=still_open)
    rating = _told(wording.rating(action), "not rated yet", still_open=still_open)
    if tickets:
        due = Fact("Due, ticket", _due_and_ticket(action, review, still_open=still_open))
    else:
        day = _told(_due(action, review), "no date yet", still_open=still_open)
        due = Fact("Due", (day,))
    return Fact("Owner", (owner,)), Fact("Priority", (rating,)), due


def missing(action: ActionItem, review: Review, *, tickets: bool = True) -> int:
    """How many things an action still lacks."""
    told = facts(action, review, tickets=tickets)
    lacks = [words for fact in told for words in fact.words if words.missing]
    return len(lacks) + is_causeless(action)


def is_causeless(action: ActionItem) -> bool:
    """Whether it is still open and answers neither a factor nor a finding."""
    return action.status not in CLOSED_STATUSES and not (action.factors or action.findings)


def status(action: ActionItem, review: Review) -> str:
    """``In backlog, agreed 5 March``."""
    words = wording.STATUSES[action.status]
    if action.status in FINISHED_STATUSES:
        on = f" {wording.day_in(action.done_on, review)}" if action.done_on else ""
        seen = action.held_because.rstrip(".") if action.status in _OUTCOMES else ""
        return ": ".join(filter(None, (f"Done{on}{_OUTCOMES.get(action.status, '')}", seen)))
    if action.status is ActionStatus.PROPOSED and action.proposed_on:
        return f"{words} {wording.day_in(action.proposed_on, review)}"
    if action.agreed_on:
        on = wording.day_in(action.agreed_on, review)
        return f"{words} {on}" if action.status is ActionStatus.AGREED else f"{words}, agreed {on}"
    if action.proposed_on:
        return f"{words}, proposed {wording.day_in(action.proposed_on, review)}"
    return words


def ticket(backlog: Backlog | None, *, still_open: bool) -> Words:
    """The place in the backlog, as a link if it has a safe address."""
    if backlog is None or not (backlog.key or backlog.system or backlog.url):
        return _told("", "no ticket yet", still_open=still_open)
    words = " ".join(filter(None, (backlog.system, backlog.key))) or backlog.url
    address = linked(backlog.url)
    return Words(words, FACT.coloured("accent") if address else FACT, address=address)


def _due(action: ActionItem, review: Review) -> str:
    return wording.day_in(action.due, review) if action.due else ""


def _due_and_ticket(action: ActionItem, review: Review, *, still_open: bool) -> tuple[Words, ...]:
    due = _due(action, review)
    place = ticket(action.backlog, still_open=still_open)
    if due:
        return Words(f"{due},", FACT), place
    return _told("", "no date yet", still_open=still_open), Words(",", FACT), place


def _told(words: str, without: str, *, still_open: bool) -> Words:
    if words:
        return Words(words, FACT)
    return Words(without, FACT_STRONG, missing=True) if still_open else Words("none", FACT)
