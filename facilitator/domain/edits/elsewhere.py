"""Edits on where else a finding could hold: who was asked, and what they say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from facilitator.domain.edits import rows
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line
from facilitator.domain.words import Answer

if TYPE_CHECKING:
    from datetime import date

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Addressee, Review


def address(addressee: Addressee) -> Edit:
    """Address a finding to a service or team; RuleViolation if they were asked already."""
    return lambda review: rows.added(review, "addressees", _checked(review, addressee))


def change_addressee(addressee_id: str, **fields: Any) -> Edit:
    """Change fields of one of those who were asked."""

    def edit(review: Review) -> Review:
        addressee = replace(rows.find(review, "addressees", addressee_id), **fields)
        return rows.replaced(review, "addressees", _checked(review, addressee))

    return edit


def take_answer(addressee_id: str, answer: Answer, note: str, today: date) -> Edit:
    """Keep what they say, and when; without an answer they are still being asked."""
    day = None if answer is Answer.UNKNOWN else today
    return change_addressee(addressee_id, answer=answer, note=note, answered_on=day)


def remove_addressee(addressee_id: str) -> Edit:
    """Ask somebody no longer."""

    def edit(review: Review) -> Review:
        rows.find(review, "addressees", addressee_id)
        return rows.removed(review, "addressees", {addressee_id})

    return edit


def _checked(review: Review, addressee: Addressee) -> Addressee:
    rows.find(review, "findings", addressee.finding)
    whom = clean_line(addressee.whom, "whom")
    if not whom:
        raise RuleViolation("whom", "Say which service or team to ask.")
    others = (each for each in review.addressees if each.id != addressee.id)
    if any(_same(each, addressee.finding, whom) for each in others):
        raise RuleViolation("whom", f"“{whom}” was asked about this already.")
    return replace(addressee, whom=whom, note=clean_line(addressee.note, "note"))


def _same(other: Addressee, finding: str, whom: str) -> bool:
    return other.finding == finding and other.whom.casefold() == whom.casefold()
