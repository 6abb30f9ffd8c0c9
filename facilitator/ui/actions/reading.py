"""What stands below the entry line: what was understood of it, or what to ask of an action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.coach import shapes
from facilitator.coach.certainty import is_sure
from facilitator.coach.durability import assess
from facilitator.coach.wording import question_of as question_of_label
from facilitator.domain.day_words import format_weekday
from facilitator.domain.held import check_due
from facilitator.domain.held_words import ASK as DID_IT_HOLD
from facilitator.domain.held_words import held_words, outcome_words
from facilitator.domain.rules import RuleViolation
from facilitator.domain.shown_review import shown_action
from facilitator.domain.soaking import check_in_words
from facilitator.domain.text import clean_line
from facilitator.domain.words import DURABLE, Durability
from facilitator.ui.actions.coaching import label_of, reason_of
from facilitator.ui.actions.preview import KEY
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
    from collections.abc import Callable
    from datetime import date

    from facilitator.coach.durability import Hint
    from facilitator.domain.action_line import ActionLine
    from facilitator.domain.records import ActionItem

HELP = "Anywhere in the line: @owner, !p1 or !severe/likely, due +14d, #PAY-123 or a link"
ASK = "Ask"
_NOT_YET = frozenset((Durability.INVESTIGATE, Durability.REPAIR))
"""What is no action yet is asked what it will become, not how its end is seen."""
NO_WORDS = "Say what will be changed."


STRONGER_KEY, HELD_KEY = "Ctrl U", "H"
"""How the keys read that offer the stronger shapes, and answer whether it held."""


def reading_of(line: ActionLine, hint: Hint | None) -> Reading:
    """What an entry line adds, or why it cannot be added yet; the hint may come later."""
    if line.problem:
        return Reading(note=line.problem)
    if not line.text:
        return Reading(quiet=NO_WORDS)
    parts = (*_label_hinted(hint), *_token_parts(line))
    remark = (Part(line.remark, noted=True),) if line.remark else ()
    return Reading(lead="Adds", parts=parts, below=remark or _said_of(line.text, hint))


def reading_of_text(text: str, hint: Hint | None) -> Reading:
    """What changed words of an action make of it; the hint may come later."""
    try:
        text = clean_line(text)
    except RuleViolation as refused:
        return Reading(note=refused.reason)
    if not text:
        return Reading(quiet=NO_WORDS)
    return Reading(lead="Becomes", parts=_label_hinted(hint), below=_said_of(text, hint))


def question_of(
    action: ActionItem,
    today: date,
    shown: Callable[[str], str] = str,
    until: str = "",
    *,
    wide: bool = True,
) -> Reading:
    """What to ask of an action, and how it could be stronger; what the row has no room for.

    ``until`` are the words of the action that it stands in for.
    """
    if check_due(action, today):
        return _held_question(action, today, shown, wide=wide)
    label = label_of(action)
    vague = assess(action.text).vague if action.vague is None else action.vague
    asked = (question_of_label(label), missing_in(action.text, label) if vague else "")
    facts = (
        *_second_lines(action, today, shown, until, wide=wide),
        Part(deferral_words(shown_action(action, shown)), name="Deferred"),
        Part(cause_words(action), name="Against"),
    )
    parts = tuple(part for part in (*map(Part, map(shown, asked)), *facts) if part.words)
    return Reading(lead=ASK, parts=parts, below=_stronger(action, shown))


def _held_question(
    action: ActionItem, today: date, shown: Callable[[str], str], *, wide: bool
) -> Reading:
    """The day has come to look whether it held: nothing else is asked then."""
    asked = Part(DID_IT_HOLD, sign=(KEY, HELD_KEY))
    facts = (
        Part("" if wide else shown(held_words(action, today)), name="Status"),
        Part(cause_words(action), name="Against"),
    )
    return Reading(lead=ASK, parts=(asked, *(each for each in facts if each.words)))


def missing_in(text: str, label: Durability) -> str:
    """What to ask of vague words."""
    return "" if label in _NOT_YET else shapes.missing(text) or DONE_WHEN


def stronger_than(action: ActionItem) -> tuple[str, ...]:
    """Shapes in which an action would last longer; none if it does."""
    return shapes.stronger(action.text, label_of(action))


def _stronger(action: ActionItem, shown: Callable[[str], str]) -> tuple[Part, ...]:
    parts = [Part(shown(each)) for each in stronger_than(action)]
    if parts:
        parts[0] = Part(parts[0].words, name="Stronger", sign=(KEY, STRONGER_KEY))
    return tuple(parts)


def _said_of(text: str, hint: Hint | None) -> tuple[Part, ...]:
    """Why typed words are taken for that, and what to ask of them."""
    if hint is None:
        return ()
    ask = missing_in(text, hint.label) if hint.vague else ""
    question = "" if hint.label in DURABLE else hint.question
    parts = (Part(hint.because), Part(ask or question, name=ASK))
    return tuple(part for part in parts if part.words)


def _second_lines(
    action: ActionItem, today: date, shown: Callable[[str], str], until: str, *, wide: bool
) -> tuple[Part, ...]:
    """What stands below the words of a wide row; the reason, where that says something else."""
    reason = Part(shown(reason_of(action)))
    if wide:
        outcome = Part(shown(outcome_words(action)), name="Status")
        return (outcome, reason) if until or outcome.words else ()
    return (
        _label(label_of(action), sure=is_sure(action)),
        Part(until, name="Until"),
        reason,
        Part(risk_words(action), name="Risk"),
        Part(shown(_status(action, today)), name="Status"),
    )


def _status(action: ActionItem, today: date) -> str:
    if told := held_words(action, today):
        return told
    words = (STATUS_WORDS[action.status].lower(), check_in_words(action))
    return ", ".join(filter(None, words))


def _label_hinted(hint: Hint | None) -> tuple[Part, ...]:
    return () if hint is None else (_label(hint.label, sure=hint.sure),)


def _label(label: Durability, *, sure: bool) -> Part:
    return Part(label_words(label, sure=sure), sign=("durability", label.value), sure=sure)


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
