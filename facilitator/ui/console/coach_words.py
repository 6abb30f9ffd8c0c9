"""What the Coach section says of something lacking: where, and what would help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.coach.lack import number_word

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from facilitator.coach.lack import Lack
    from facilitator.domain.phase import Phase

_ADVICE = {
    "no_title": "Name it by what people could not do.",
    "no_severity": "Take it from the scale your incidents use.",
    "no_summary": "Two or three sentences that make sense to somebody who was not there.",
    "no_impact": "Who could not do what, how many, and for how long?",
    "no_timeline": "Let somebody tell it from the start, and type along.",
    "marker_missing": "Durations are counted from these moments.",
    "no_tree": "Begin with what set it off. Then ask what made it possible.",
    "stops_at_trigger": "Something sets off every incident. Ask what let it go so far.",
    "single_chain": "Ask what else had to be so, on any step of it.",
    "no_evidence": "Link an event, or call it a hypothesis.",
    "family_not_asked": "Ask the room once. If nothing comes, leave it.",
    "factor_unused": "Make it a finding, or answer it with an action.",
    "no_focus": "Choose with the room what matters most.",
    "too_many_in_focus": "Record the rest, with the reason why not now.",
    "finding_without_factor": "Link what it comes from.",
    "finding_without_action": "Ask what we will change, or record that we will not.",
    "finding_without_reason": "Say why not now, so that nobody has to guess later.",
    "no_action": "Ask what would have stopped this, or kept it small.",
    "no_durable_action": "Ask what the system could do with nobody watching.",
    "not_an_action": "Ask what will be there once we know, and by when.",
    "vague": "Ask how a stranger would see that it is done.",
    "action_without_cause": "Link the factor it answers.",
    "no_owner": "Ask who takes it; one name is enough.",
    "no_date": "Ask for a day that its owner believes in.",
    "no_place": "Give it a ticket where the team plans its work.",
    "not_rated": "Ask how bad it would be, and how likely.",
    "no_lessons": "Ask what went well, what went badly and where we were lucky.",
}
_LONGEST = 70


def ordered(lacks: Iterable[Lack], phase: Phase) -> tuple[Lack, ...]:
    """What the phase on the Stage lacks comes first; else in the order of the phases."""
    return tuple(sorted(lacks, key=lambda lack: lack.phase != phase.key))


def second_line(lack: Lack) -> str:
    """Where it is lacking, unless the message says so, and what would help."""
    named = [_short(each) for each in lack.details if each not in lack.message]
    where = ", ".join(named) if lack.rule == "family_not_asked" else _first_of(named)
    return " ".join(filter(None, (_sentence(where), _ADVICE.get(lack.rule, ""))))


def more_words(count: int) -> str:
    """The row that stands for what is not shown."""
    return f"{number_word(count)} more"


def left_words(count: int) -> str:
    """The row that stands for what was left for this meeting."""
    return f"{number_word(count)} left for this meeting"


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
