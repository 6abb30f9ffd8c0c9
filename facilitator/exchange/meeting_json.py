"""What a meeting leaves, beside the review in its JSON: names, opening, poll, notes by phase."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from facilitator.domain.edits.meeting import HANDS_LIMIT
from facilitator.domain.order import id_key
from facilitator.domain.phase import Phase
from facilitator.domain.records import Opening, PhaseNote, Poll, Review
from facilitator.domain.words import NameUse
from facilitator.exchange.fields import Fields

if TYPE_CHECKING:
    from collections.abc import Mapping

KEY = "meeting"
"""Where it stands: at the top of the file, beside ``review``."""
FIELDS = ("names", "opening", "poll", "phase_notes")
"""The fields of a review that are written here, and the keys, in order."""
_OPENING = frozenset(each.name for each in fields(Opening))
_POLL = frozenset(each.name for each in fields(Poll))
_PHASES = frozenset(each.key for each in Phase)


def meeting_object(review: Review) -> dict[str, Any] | None:
    """What the meeting of a review left; None if all of it is as in a new review."""
    usual = Review(id="")
    if all(getattr(review, name) == getattr(usual, name) for name in FIELDS):
        return None
    opening, poll = review.opening, review.poll
    return {
        "names": review.names,
        "opening": None if opening is None else asdict(opening),
        "poll": None if poll is None else asdict(poll),
        "phase_notes": {note.id: note.text for note in review.phase_notes} or None,
    }


def read_meeting(document: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a review that stand here; Refused, with the path, for what does not fit."""
    if document.get(KEY) is None:
        return {}
    meeting = Fields(document[KEY], KEY, frozenset(FIELDS))
    return {
        "names": meeting.word("names", NameUse) or NameUse.ROLES,
        "opening": _opening(meeting),
        "poll": _poll(meeting),
        "phase_notes": _phase_notes(meeting),
    }


def _opening(meeting: Fields) -> Opening | None:
    inner = meeting.inner("opening", _OPENING)
    if inner is None:
        return None
    return Opening(
        purpose=inner.text("purpose"),
        directive=inner.text("directive"),
        rules=inner.lines("rules"),
    )


def _poll(meeting: Fields) -> Poll | None:
    inner = meeting.inner("poll", _POLL)
    if inner is None:
        return None
    return Poll(**{each.name: _hands(inner, each.name) for each in fields(Poll)})


def _hands(inner: Fields, key: str) -> int:
    count = inner.number(key, absent=0)
    if count > HANDS_LIMIT:
        raise inner.refuse(key, f"Hands are counted from 0 to {HANDS_LIMIT}.")
    return count


def _phase_notes(meeting: Fields) -> tuple[PhaseNote, ...]:
    inner = meeting.inner("phase_notes", _PHASES)
    if inner is None:
        return ()
    notes = (PhaseNote(id=each.key, text=inner.text(each.key)) for each in Phase)
    return tuple(sorted((note for note in notes if note.text.strip()), key=id_key))
