"""Edits that a meeting makes: private notes, the opening card and the show of hands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain.edits import rows
from facilitator.domain.poll import hands, with_hands
from facilitator.domain.records import Opening, PhaseNote
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line, clean_text

if TYPE_CHECKING:
    from facilitator.domain.edits import Edit
    from facilitator.domain.phase import Phase
    from facilitator.domain.poll import Answer, Asked
    from facilitator.domain.records import Review

HANDS_LIMIT = 999
"""More hands than any room has."""


def set_note(phase: Phase, text: str) -> Edit:
    """Say what the private note on a phase is; without words there is none."""

    def edit(review: Review) -> Review:
        note = PhaseNote(id=phase.key, text=clean_text(text, "notes"))
        there = any(each.id == note.id for each in review.phase_notes)
        if not note.text.strip():
            return rows.removed(review, "phase_notes", {note.id}) if there else review
        return (rows.replaced if there else rows.added)(review, "phase_notes", note)

    return edit


def set_opening(opening: Opening | None) -> Edit:
    """Say what the opening card of this review says; None for the usual words."""
    if opening is None:
        return lambda review: replace(review, opening=None)
    said = Opening(
        purpose=clean_text(opening.purpose, "purpose"),
        directive=clean_text(opening.directive, "directive"),
        rules=tuple(filter(None, (clean_line(each, "rules") for each in opening.rules))),
    )
    return lambda review: replace(review, opening=said)


def count_hands(asked: Asked, answer: Answer, more: int) -> Edit:
    """Count so many hands more for an answer, or fewer; counted from how they stand then."""

    def edit(review: Review) -> Review:
        poll = with_hands(review.poll, asked, answer, more)
        if hands(poll, asked, answer) > HANDS_LIMIT:
            raise RuleViolation("poll", f"Hands are counted from 0 to {HANDS_LIMIT}.")
        return replace(review, poll=poll)

    return edit
