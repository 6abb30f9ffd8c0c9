"""How the voices in the room are put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.phase import Phase
from facilitator.domain.text import capitalised
from facilitator.domain.words import NameUse
from facilitator.ui.brief.roles import shown_as

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.app.voices import Voices
    from facilitator.domain.records import Participant, Review

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
_INVITATIONS = {
    Phase.BRIEF: "how did this look to you?",
    Phase.TIMELINE: "what did you see first?",
    Phase.FACTORS: "what made sense to you then?",
    Phase.FINDINGS: "which matters most to you?",
    Phase.ACTIONS: "which would have helped you?",
    Phase.CLOSE: "what will you take with you?",
}
NOBODY = "Nobody is on the list yet. Type a role below; Enter adds it."
NOBODY_HERE = "Nobody is marked as here. P in the list marks somebody, Insert adds somebody."


def called(person: Participant, names: NameUse) -> str:
    """What somebody is called: alias or role, or the name if the review shows names."""
    if names is NameUse.NAMES and person.name:
        return person.name
    return capitalised(shown_as(person))


def spoken(person: Participant, names: NameUse, count: int) -> str:
    """A row for whoever listens to the list."""
    who = called(person, names)
    if not person.attended:
        return f"{who}, not here"
    if not count:
        return f"{who}, has not spoken yet"
    return f"{who}, has spoken" + (f", {count} times" if count > 1 else "")


def telling(review: Review, voices: Voices, phase: Phase) -> str:
    """Who has not spoken, and how to invite one of them."""
    here = [each for each in review.participants if each.attended]
    quiet = voices.quiet(here)
    if not here:
        return NOBODY_HERE if review.participants else NOBODY
    away = len(review.participants) - len(here)
    if not quiet:
        return "Everybody who is here has spoken." if away else "Everybody has spoken."
    said = f"{_how_many(len(quiet), len(here))}{_not_here(away)}"
    return f"{said}. Try: “{_invitation(quiet, review.names, phase)}”"


def _how_many(quiet: int, here: int) -> str:
    if quiet == here:
        return "Nobody has spoken yet"
    return f"{_number(quiet)} {'has' if quiet == 1 else 'have'} not spoken yet"


def _not_here(away: int) -> str:
    if not away:
        return ""
    return f", {_number(away).lower()} {'is' if away == 1 else 'are'} not here"


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number}"


def _invitation(quiet: Sequence[Participant], names: NameUse, phase: Phase) -> str:
    known = next((each for each in quiet if each.alias or each.role), None)
    if names is NameUse.NAMES:
        known = next((each for each in quiet if each.name), known)
    question = _INVITATIONS[phase]
    who = called(known, names) if known else "Whoever has not spoken yet"
    return f"{who}, {question}"
