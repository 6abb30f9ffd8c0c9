"""What stands below the entry line: what was understood of it, or what to ask of an action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.coach.wording import question_of as question_of_label
from facilitator.domain.day_words import format_weekday
from facilitator.domain.rules import RuleViolation
from facilitator.domain.soaking import check_in_words
from facilitator.domain.text import clean_line
from facilitator.domain.words import Durability
from facilitator.ui.actions.coaching import hint_of, label_of, reason_of
from facilitator.ui.actions.wording import (
    DONE_WHEN,
    STATUS_WORDS,
    cause_words,
    deferral_words,
    label_words,
    place_words,
    risk_words,
)
from facilitator.ui.preview import Part, Reading

if TYPE_CHECKING:
    from facilitator.domain.action_line import ActionLine
    from facilitator.domain.records import ActionItem

HELP = "Anywhere in the line: @owner, !p1 or !severe/likely, due +14d, #PAY-123 or a link"
ASK = "Ask"
_NOT_YET = frozenset((Durability.INVESTIGATE, Durability.REPAIR))
"""What is no action yet is asked what it will become, not how its end is seen."""
NO_WORDS = "Say what will be changed."


def reading_of(line: ActionLine) -> Reading:
    """What an entry line adds, or why it cannot be added yet."""
    if line.problem:
        return Reading(note=line.problem)
    if not line.text:
        return Reading(quiet=NO_WORDS)
    return Reading(lead="Adds", parts=(_label(hint_of(line.text).label), *_token_parts(line)))


def reading_of_text(text: str) -> Reading:
    """What changed words of an action make of it."""
    try:
        text = clean_line(text)
    except RuleViolation as refused:
        return Reading(note=refused.reason)
    if not text:
        return Reading(quiet=NO_WORDS)
    return Reading(lead="Becomes", parts=(_label(hint_of(text).label),))


def question_of(action: ActionItem, *, wide: bool = True) -> Reading:
    """What to ask of an action: how it becomes stronger, when it is done, who accepts it.

    Where rows have no second lines, what stands there is told here.
    """
    hint = hint_of(action.text)
    label = label_of(action)
    vague = hint.vague if action.vague is None else action.vague
    questions = (
        Part(question_of_label(label)),
        Part(DONE_WHEN if vague and label not in _NOT_YET else ""),
    )
    facts = (
        *(() if wide else _second_lines(action)),
        Part(deferral_words(action), name="Deferred"),
        Part(cause_words(action), name="Against"),
    )
    asked = any(part.words for part in questions)
    parts = tuple(part for part in (*questions, *facts) if part.words)
    return Reading(lead=ASK if asked else "", parts=parts)


def _second_lines(action: ActionItem) -> tuple[Part, ...]:
    label = label_of(action)
    return (
        _label(label),
        Part(reason_of(action)),
        Part(risk_words(action), name="Risk"),
        Part(_status(action), name="Status"),
    )


def _status(action: ActionItem) -> str:
    words = (STATUS_WORDS[action.status].lower(), check_in_words(action))
    return ", ".join(filter(None, words))


def _label(label: Durability) -> Part:
    return Part(label_words(label), sign=("durability", label.value))


def _token_parts(line: ActionLine) -> list[Part]:
    found = line.priority
    risk = _risk(line)
    parts = [
        Part(line.owner, name="Owner"),
        Part(f"{found}{risk}" if found else "", name="Priority"),
        Part(format_weekday(line.due) if line.due else "", name="Due"),
        Part(place_words(line.backlog), name="Backlog"),
    ]
    return [part for part in parts if part.words]


def _risk(line: ActionLine) -> str:
    if line.impact is None or line.likelihood is None:
        return ""
    return f" ({line.impact}, {line.likelihood})"
