"""Makes a row of the review from the words of a parked idea."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.coach.hinting import with_hint
from facilitator.domain import action_line, event_line, tree
from facilitator.domain.edits import parking as edits
from facilitator.domain.entry_words import kind_heard
from facilitator.domain.phase import Phase
from facilitator.domain.records import ActionItem, Factor, Finding, TimelineEvent
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import capitalised, shortened
from facilitator.domain.times import TimeContext
from facilitator.domain.words import EventKind, Precision
from facilitator.domain.zones import clock
from facilitator.ui.actions.wording import people_known
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import ParkedIdea
    from facilitator.ui.desk import Desk

NO_EFFECT = "There is no effect to hang it under yet. Write it on Factors first."


@dataclass(frozen=True, slots=True)
class Promotion:
    """What an idea becomes: the edit, the row's phase and id, and where it went in words."""

    label: str
    edit: Edit
    phase: Phase
    target: str
    told: str


def to_event(desk: Desk, idea: ParkedIdea) -> Promotion:
    """An event at the time that the idea begins with, or without a place on the timeline."""
    event = _event(desk, idea.text)
    if event.at is None:
        told = "Now an event, without a place in time yet."
    else:
        told = f"Now an event at {clock(event.at, desk.review.time_zone):%H:%M}."
    edit = edits.promote_to_event(idea.id, event)
    return Promotion("Make it an event", edit, Phase.TIMELINE, event.id, told)


def to_factor(desk: Desk, idea: ParkedIdea) -> Promotion:
    """A factor under the one that is selected on the Stage, or under the effect."""
    parent = _parent(desk)
    if parent is None:
        raise RuleViolation("factor", NO_EFFECT)
    factor = Factor(id=desk.new_id(), parent=parent.id, text=idea.text)
    told = f"Now a factor under “{shortened(parent.text)}”." if parent.text else "Now a factor."
    edit = edits.promote_to_factor(idea.id, factor)
    return Promotion("Make it a factor", edit, Phase.FACTORS, factor.id, told)


def to_finding(desk: Desk, idea: ParkedIdea) -> Promotion:
    """A finding, which is not in focus yet."""
    finding = Finding(id=desk.new_id(), text=idea.text)
    edit = edits.promote_to_finding(idea.id, finding)
    told = "Now a finding, not in focus yet."
    return Promotion("Make it a finding", edit, Phase.FINDINGS, finding.id, told)


def to_action(desk: Desk, idea: ParkedIdea) -> Promotion:
    """A proposed action, with the coach's hint."""
    action = with_hint(_action(desk, idea.text))
    edit = edits.promote_to_action(idea.id, action)
    said = tokens()["durability"][action.hint]["word"] if action.hint else ""
    told = f"Now an action. The coach says: “{said}”." if said else "Now an action."
    return Promotion("Make it an action", edit, Phase.ACTIONS, action.id, told)


def _event(desk: Desk, text: str) -> TimelineEvent:
    line = event_line.read(text, _context(desk), _lanes(desk))
    if line.ready:
        return event_line.event(line, desk.new_id())
    # A time that raises a question, or none: every word stays, and the place is for later.
    return TimelineEvent(
        id=desk.new_id(),
        text=capitalised(text),
        precision=Precision.UNKNOWN,
        kind=kind_heard(text) or EventKind.OBSERVATION,
    )


def _context(desk: Desk) -> TimeContext:
    """What a time counts from: the event current on the Stage, else the last that has a place."""
    review, selected = desk.review, desk.host.selected()
    placed = [each for each in review.events if each.at is not None]
    last = next((each for each in placed if each.id == selected), placed[-1] if placed else None)
    at = last.at if last else None
    day = clock(at, review.time_zone).date() if at else desk.today()
    return TimeContext(zone=review.time_zone, day=day, now=desk.now(), reference=at)


def _lanes(desk: Desk) -> tuple[str, ...]:
    lanes = (each.lane for each in desk.review.events if each.lane)
    return tuple(dict.fromkeys((*lanes, *desk.review.services)))


def _parent(desk: Desk) -> Factor | None:
    factors, selected = desk.review.factors, desk.host.selected()
    chosen = next((each for each in factors if each.id == selected), None)
    return chosen or tree.root(factors)


def _action(desk: Desk, text: str) -> ActionItem:
    new_id, today = desk.new_id(), desk.today()
    line = action_line.read(text, today, people_known(desk.review))
    try:
        return action_line.action(line, new_id, today)
    except RuleViolation:
        # An idea is no entry line: what cannot be read as a token is text.
        return ActionItem(id=new_id, text=text, proposed_on=today)
