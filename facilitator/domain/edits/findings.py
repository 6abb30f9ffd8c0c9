"""Edits on the findings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from facilitator.domain.edits import rows
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line

if TYPE_CHECKING:
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Finding, Review
    from facilitator.domain.words import Disposition

FOCUS_LIMIT = 5
"""At most this many findings are in focus."""


def add_finding(finding: Finding) -> Edit:
    """Add a finding at the end; it goes into focus if asked and there is room."""

    def edit(review: Review) -> Review:
        placed = replace(finding, position=rows.next_position(review.findings))
        return rows.added(review, "findings", _checked(review, placed))

    return edit


def change_finding(finding_id: str, **fields: Any) -> Edit:
    """Change fields of one finding."""

    def edit(review: Review) -> Review:
        finding = replace(rows.find(review, "findings", finding_id), **fields)
        return rows.replaced(review, "findings", _checked(review, finding))

    return edit


def remove_finding(finding_id: str) -> Edit:
    """Remove a finding, and whom it was addressed to; actions lose the link."""

    def edit(review: Review) -> Review:
        rows.find(review, "findings", finding_id)
        review = rows.unlinked(review, "actions", "findings", {finding_id})
        asked = {each.id for each in review.addressees if each.finding == finding_id}
        if asked:
            review = rows.removed(review, "addressees", asked)
        return rows.removed(review, "findings", {finding_id})

    return edit


def set_focus(finding_id: str, *, focus: bool) -> Edit:
    """Put a finding in focus (at most five), behind those that are there, or take it out."""

    def edit(review: Review) -> Review:
        finding = rows.find(review, "findings", finding_id)
        review = change_finding(finding_id, focus=focus)(review)
        if not focus or finding.focus:
            return review
        # The room knows the others by their numbers.
        place = review.findings.index(rows.find(review, "findings", finding_id))
        last = max(i for i, each in enumerate(review.findings) if each.focus)
        return rows.moved_by(review, "findings", finding_id, last - place)

    return edit


def record(finding_id: str, disposition: Disposition, reason: str) -> Edit:
    """Take a finding out of focus and record why not now; the reason is needed."""

    def edit(review: Review) -> Review:
        why = clean_line(reason, "reason")
        if not why:
            raise RuleViolation("reason", "Say why this is not in focus now.")
        return change_finding(finding_id, focus=False, disposition=disposition, reason=why)(review)

    return edit


def toggle_factor(finding_id: str, factor_id: str) -> Edit:
    """Link a factor to a finding, or unlink it."""

    def edit(review: Review) -> Review:
        rows.find(review, "factors", factor_id)
        links = rows.toggled(rows.find(review, "findings", finding_id).factors, factor_id)
        return rows.changed(review, "findings", finding_id, factors=links)

    return edit


def move_finding(finding_id: str, step: int) -> Edit:
    """Move a finding up (-1) or down (1) among those in focus, or among the others."""

    def edit(review: Review) -> Review:
        focus = rows.find(review, "findings", finding_id).focus
        beside = [i for i, each in enumerate(review.findings) if each.focus is focus]
        place = next(i for i in beside if review.findings[i].id == finding_id)
        target = max(0, min(len(beside) - 1, beside.index(place) + step))
        return rows.moved_by(review, "findings", finding_id, beside[target] - place)

    return edit


def _checked(review: Review, finding: Finding) -> Finding:
    text = clean_line(finding.text)
    if not text:
        raise RuleViolation("text", "Say what was found.")
    others = sum(1 for each in review.findings if each.focus and each.id != finding.id)
    if finding.focus and others >= FOCUS_LIMIT:
        raise RuleViolation(
            "focus", "Five findings are in focus. Take one out first: few findings change more."
        )
    return replace(
        finding,
        text=text,
        disposition=None if finding.focus else finding.disposition,
        reason=clean_line(finding.reason, "reason"),
        elsewhere=clean_line(finding.elsewhere, "elsewhere"),
        factors=_known(review.factors, finding.factors),
    )


def _known(rows_there: Any, ids: tuple[str, ...]) -> tuple[str, ...]:
    there = {row.id for row in rows_there}
    return tuple(dict.fromkeys(each for each in ids if each in there))
