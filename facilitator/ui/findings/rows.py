"""The rows of the Findings page: those in focus first, then those that are recorded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from facilitator.domain.asked import asked_words, of_finding
from facilitator.domain.shown_review import shown_finding

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.records import ActionItem, Factor, Finding, Review

Linked = TypeVar("Linked", "Factor", "ActionItem")


@dataclass(frozen=True, slots=True)
class Row:
    """A finding with what it stands on and what follows from it, in the words that are shown.

    ``number`` counts the findings in focus from 1 and is 0 for the others, of which the first
    bears the heading; ``alone`` says that nothing stands above that heading. ``asked``
    counts who was asked elsewhere.
    """

    finding: Finding
    because: tuple[Factor, ...]
    actions: tuple[ActionItem, ...]
    number: int = 0
    headed: bool = False
    alone: bool = False
    asked: str = ""


def rows_of(review: Review, shown: Callable[[str], str] = str) -> tuple[Row, ...]:
    """Every finding once, in the order of the page; ``shown`` puts roles for names."""
    factors = {each.id: each for each in review.factors}
    answers: dict[str, list[ActionItem]] = {}
    for action in review.actions:
        for finding_id in action.findings:
            answers.setdefault(finding_id, []).append(action)
    focused = [each for each in review.findings if each.focus]
    others = [each for each in review.findings if not each.focus]
    rows = []
    for place, finding in enumerate([*focused, *others]):
        beyond = place - len(focused)
        rows.append(
            Row(
                shown_finding(finding, shown),
                tuple(
                    _shown_text(factors[each], shown) for each in finding.factors if each in factors
                ),
                tuple(_shown_text(each, shown) for each in answers.get(finding.id, ())),
                number=place + 1 if beyond < 0 else 0,
                headed=beyond == 0,
                alone=beyond == 0 and not focused,
                asked=asked_words(of_finding(review, finding.id)),
            )
        )
    return tuple(rows)


def _shown_text(linked: Linked, shown: Callable[[str], str]) -> Linked:
    text = shown(linked.text)
    return linked if text == linked.text else replace(linked, text=text)
