"""Edits on lessons and the parking lot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain.edits import rows
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line

if TYPE_CHECKING:
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Lesson, ParkedIdea, Review


def add_lesson(lesson: Lesson) -> Edit:
    """Add a line to what went well, went badly or got lucky."""
    return lambda review: rows.added(
        review, "lessons", replace(lesson, text=_needed(lesson.text, "Say what was learned."))
    )


def change_lesson(lesson_id: str, text: str) -> Edit:
    """Reword a lesson."""
    return lambda review: rows.changed(
        review, "lessons", lesson_id, text=_needed(text, "Say what was learned.")
    )


def remove_lesson(lesson_id: str) -> Edit:
    """Remove a lesson."""
    return _removing("lessons", lesson_id)


def park(idea: ParkedIdea) -> Edit:
    """Put an idea into the parking lot."""
    return lambda review: rows.added(
        review, "parking", replace(idea, text=_needed(idea.text, "Say what to park."))
    )


def unpark(idea_id: str) -> Edit:
    """Take an idea out of the parking lot."""
    return _removing("parking", idea_id)


def _removing(name: str, row_id: str) -> Edit:
    def edit(review: Review) -> Review:
        rows.find(review, name, row_id)
        return rows.removed(review, name, {row_id})

    return edit


def _needed(text: str, sentence: str) -> str:
    line = clean_line(text)
    if not line:
        raise RuleViolation("text", sentence)
    return line
