"""A draft with eight weaknesses planted in it, and where each of them is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from facilitator.coach.hinting import rehinted
from facilitator.domain.edits.rows import changed
from facilitator.domain.records import Deferral, Factor
from facilitator.domain.words import ActionStatus, EvidenceStatus, Family
from tests.coach.complete import complete_review

if TYPE_CHECKING:
    from facilitator.domain.records import Review

TODAY = date(2026, 5, 11)

PLANTED = {
    "stops_at_person": "factors[f4]",
    "unchangeable_leaf": "factors[f7]",
    "factors_alike": "factors[f3], factors[f8]",
    "family_not_asked": "factors",
    "blame": "review.summary",
    "vague": "actions[a1]",
    "action_without_cause": "actions[a3]",
    "deferred_without_end": "actions[a4]",
}
"""The rule of each, and where it has to be found."""


def planted_review() -> Review:
    """The complete review, spoilt in eight places."""
    review = complete_review()
    spoilt: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("factors", "f4", {"text": "The duty engineer pushed the file by hand"}),
        ("factors", "f6", {"family": Family.MISSING_SAFEGUARD}),
        ("actions", "a1", {"text": "Prevent such failures"}),
    )
    for name, row_id, fields in spoilt:
        review = changed(review, name, row_id, **fields)
    causeless = replace(review.actions[1], id="a3", factors=(), findings=(), text=_THIRD)
    put_off = replace(
        review.actions[1], id="a4", text=_FOURTH, status=ActionStatus.DEFERRED, deferral=_DEFERRAL
    )
    first, *others = review.findings
    first = replace(first, factors=(*first.factors, "f7", "f8"))
    return rehinted(
        replace(
            review,
            summary="A file was read wrongly because the importers' team never bothers to look.",
            factors=(*review.factors, _leaf("f7", "It was just bad luck"), _leaf("f8", _SAME)),
            findings=(first, *others),
            actions=(*review.actions, causeless, put_off),
        )
    )


_SAME = "The file is read by no check"
_THIRD = "Chart the rejected rows of every supplier"
_FOURTH = "Alert on files that grow by a column"
_DEFERRAL = Deferral(
    accepted_by="Head of Orders", reason="The sale comes first.", until=date(2026, 5, 8)
)


def _leaf(name: str, text: str) -> Factor:
    return Factor(
        id=name,
        parent="f5",
        position=int(name[1:]),
        text=text,
        family=Family.OBSERVABILITY_GAP,
        evidence_status=EvidenceStatus.SUPPORTED,
    )
