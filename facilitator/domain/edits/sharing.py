"""Edits on the words list of a review, and on the record of what left the house."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain.edits import rows
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line

if TYPE_CHECKING:
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Release, Review, Term


def add_term(term: Term) -> Edit:
    """Explain a word; RuleViolation if it is explained already, or something is missing."""
    return lambda review: rows.added(review, "glossary", _checked(review, term))


def change_term(term: Term) -> Edit:
    """Explain a word otherwise, or another word."""
    return lambda review: rows.replaced(review, "glossary", _checked(review, term))


def remove_term(term_id: str) -> Edit:
    """Explain a word no longer."""

    def edit(review: Review) -> Review:
        rows.find(review, "glossary", term_id)
        return rows.removed(review, "glossary", {term_id})

    return edit


def record_release(release: Release) -> Edit:
    """Keep that a document left the house, and why what stood in it was accepted."""
    accepted = clean_line(release.accepted, "accepted")
    if not accepted:
        raise RuleViolation("accepted", "Say in a few words why this may leave the house.")
    return lambda review: rows.added(review, "releases", replace(release, accepted=accepted))


def _checked(review: Review, term: Term) -> Term:
    term = replace(
        term, word=clean_line(term.word, "word"), meaning=clean_line(term.meaning, "meaning")
    )
    if not term.word:
        raise RuleViolation("word", "Which word?")
    if not term.meaning:
        raise RuleViolation("meaning", f"What does “{term.word}” mean?")
    known = {each.word.casefold() for each in review.glossary if each.id != term.id}
    if term.word.casefold() in known:
        raise RuleViolation("word", f"“{term.word}” is explained already.")
    return term
