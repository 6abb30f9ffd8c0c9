"""What the Coach section says of a piece of advice: what it is about, why, and what to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.coach.certainty import told
from facilitator.coach.lack import number_word
from facilitator.domain.text import capitalised
from facilitator.ui.timeline.wording import clock_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from facilitator.coach.advice import Advice
    from facilitator.domain.phase import Phase
    from facilitator.domain.records import Review

LANGUAGE = frozenset(("blame", "human_error", "counterfactual"))
"""The rules on words: these are quoted, and reworded where they stand."""
ALIKE = "factors_alike"
"""The rule on two factors that say the same: they can be merged."""
_LONGEST = 70


def ordered(advice: Iterable[Advice], phase: Phase) -> tuple[Advice, ...]:
    """By leverage; of what has the same, the phase on the Stage comes first."""
    return tuple(sorted(advice, key=lambda each: (each.leverage, each.phase != phase.key)))


def heading(advice: Advice) -> str:
    """What it is about; words are quoted."""
    quoted = advice.rule in LANGUAGE and advice.details
    return f"“{_short(advice.details[0])}”" if quoted else advice.message


def when(advice: Advice, review: Review) -> str:
    """The time of the event that it is about."""
    if advice.phase != "timeline":
        return ""
    at = next((each.at for each in review.events if each.id == advice.target), None)
    return "" if at is None else clock_words(at, review.time_zone)


def where(advice: Advice) -> str:
    """The rows that it is about, unless the heading names them."""
    if advice.rule in LANGUAGE:
        return ""
    if advice.rule == ALIKE:
        return _sentence(" and ".join(f"“{_short(each)}”" for each in advice.details))
    named = [_short(each) for each in advice.details if each not in advice.message]
    every = advice.rule == "family_not_asked"
    return _sentence(", ".join(named) if every else _first_of(named))


def why(advice: Advice) -> str:
    """Why it matters; of words what they do, or probably do."""
    words = advice.why
    if advice.rule in LANGUAGE:
        words = capitalised(told(words, sure="probably" not in advice.message))
    return _sentence(words)


def asking(advice: Advice) -> str:
    """The question to the room, as in ``Ask: what did they see at that moment?``."""
    question = advice.question
    if not question:
        return ""
    first, _space, _rest = question.partition(" ")
    plain = first[:1].isupper() and first[1:].islower()
    return f"Ask: {question[:1].lower() if plain else question[:1]}{question[1:]}"


def more_words(count: int) -> str:
    """The row that stands for what is not shown."""
    return f"{number_word(count)} more"


def put_off_words(count: int) -> str:
    """The row that stands for what was put off."""
    return f"{number_word(count)} put off"


def _first_of(named: Collection[str]) -> str:
    first = next(iter(named), "")
    others = len(named) - 1
    return f"{first}, and {number_word(others).lower()} more" if others > 0 else first


def _short(text: str) -> str:
    """A row's text in one line, cut at a word."""
    line = " ".join(text.split()).rstrip(".")
    if len(line) <= _LONGEST:
        return line
    cut = line[:_LONGEST].rsplit(" ", 1)[0]
    return f"{cut}…"


def _sentence(words: str) -> str:
    return words if not words or words[-1] in ".?!…" else f"{words}."
