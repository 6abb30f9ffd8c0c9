"""What the tree of factors and the findings still lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.coach.alike import pairs
from facilitator.coach.lack import Lack, number_word, of_rows, where
from facilitator.domain import tree
from facilitator.domain.edits.findings import FOCUS_LIMIT
from facilitator.domain.orphans import standing
from facilitator.domain.words import EvidenceStatus, FactorKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.domain.records import Factor, Finding, Review
    from facilitator.domain.words import Family


def factors(review: Review, *, quiet: bool) -> Iterator[Lack]:
    """A tree that branches past the trigger, with evidence, and asks about every family."""
    live = live_factors(review)
    if not live:
        yield Lack("no_tree", "factors", "The tree has no factor yet", "factors", _root_id(review))
        return
    yield from _shape(live)
    if quiet:
        yield from _ends(review, live)
    yield from of_rows(
        "no_evidence",
        "factors",
        (each for each in live if each.evidence_status is EvidenceStatus.UNKNOWN),
        "factor has no evidence yet",
        "factors have no evidence yet",
    )
    yield from of_rows(
        "only_hypotheses",
        "factors",
        _hypotheses(live),
        "factor is a hypothesis, and none is supported yet",
        "factors are hypotheses, and none is supported yet",
    )
    yield from _families(review)
    yield from of_rows(
        "factor_unused",
        "factors",
        _unused(review, live),
        "factor leads to no finding and no action",
        "factors lead to no finding and no action",
    )
    if quiet:
        yield from _alike(live)


def live_factors(review: Review) -> tuple[Factor, ...]:
    """The factors below the effect that are not ruled out."""
    return tuple(
        factor
        for factor, depth in tree.walk(review.factors)
        if depth and factor.evidence_status is not EvidenceStatus.RULED_OUT
    )


def goes_past_trigger(review: Review) -> bool:
    """Whether a condition is named, not only what set it off."""
    return any(each.kind is FactorKind.CONDITION for each in live_factors(review))


def families_not_asked(review: Review) -> tuple[Family, ...]:
    """The families that no factor belongs to."""
    return tuple(family for family, count in tree.coverage(review.factors).items() if not count)


def _root_id(review: Review) -> str | None:
    root = tree.root(review.factors)
    return root.id if root else None


def _shape(live: tuple[Factor, ...]) -> Iterator[Lack]:
    parents = [each.parent for each in live]
    first, last = live[0].id, live[-1].id
    if all(each.kind is FactorKind.TRIGGER for each in live):
        message = "The tree stops at the trigger"
        yield Lack("stops_at_trigger", f"factors[{first}]", message, "factors", first)
    elif len(set(parents)) == len(parents):
        message = "The tree is a single chain"
        yield Lack("single_chain", f"factors[{last}]", message, "factors", last, quiet=True)


def _ends(review: Review, live: tuple[Factor, ...]) -> Iterator[Lack]:
    """Branches that end in a person, or in what nobody could change."""
    from facilitator.coach.leaves import (  # noqa: PLC0415 - brings the coach's words for people
        ends_at_person,
        out_of_reach,
    )

    parents = {each.parent for each in live}
    leaves = [each for each in live if each.id not in parents and each.text]
    beyond = [each for each in leaves if out_of_reach(each.text)]
    people = known_names(review)
    yield from of_rows(
        "stops_at_person",
        "factors",
        (each for each in leaves if each not in beyond and ends_at_person(each.text, people)),
        "branch stops at a person",
        "branches stop at a person",
        quiet=True,
    )
    yield from of_rows(
        "unchangeable_leaf",
        "factors",
        beyond,
        "branch ends in what nobody could change",
        "branches end in what nobody could change",
        quiet=True,
    )


def known_names(review: Review) -> tuple[str, ...]:
    """What the people in the room are called."""
    return tuple(each.name for each in review.participants if each.name)


def _hypotheses(live: tuple[Factor, ...]) -> Iterator[Factor]:
    """All hypotheses, if nothing is supported."""
    if not any(each.evidence_status is EvidenceStatus.SUPPORTED for each in live):
        yield from (each for each in live if each.evidence_status is EvidenceStatus.HYPOTHESIS)


def _alike(live: tuple[Factor, ...]) -> Iterator[Lack]:
    """Two and two that say the same, the first in the tree first: it is the one to keep."""
    for first, later in pairs(tuple(each.text for each in live)):
        both = (live[first], live[later])
        yield Lack(
            "factors_alike",
            where("factors", both),
            "Two factors seem to say the same",
            "factors",
            both[0].id,
            tuple(each.text for each in both),
            quiet=True,
        )


def _families(review: Review) -> Iterator[Lack]:
    missing = families_not_asked(review)
    if missing:
        verb = "family was" if len(missing) == 1 else "families were"
        message = f"{number_word(len(missing))} {verb} not asked about"
        names = tuple(family.replace("_", " ").capitalize() for family in missing)
        yield Lack("family_not_asked", "factors", message, "factors", details=names)


def _unused(review: Review, live: tuple[Factor, ...]) -> Iterator[Factor]:
    """Supported conditions at the end of a branch that nothing was made of."""
    parents = {each.parent for each in live}
    linked = {each for finding in review.findings for each in finding.factors}
    linked.update(each for action in standing(review) for each in action.factors)
    for factor in live:
        at_end = factor.kind is FactorKind.CONDITION and factor.id not in parents
        supported = factor.evidence_status is EvidenceStatus.SUPPORTED
        if at_end and supported and factor.id not in linked:
            yield factor


def findings(review: Review) -> Iterator[Lack]:
    """A focus of at most five, each with factors and actions; a reason for all others."""
    focus = [each for each in review.findings if each.focus]
    if not focus:
        yield Lack("no_focus", "findings", "No finding is in focus", "findings", _first(review))
    if len(focus) > FOCUS_LIMIT:
        message = f"{number_word(len(focus))} findings are in focus: few change more"
        extra = focus[FOCUS_LIMIT].id
        yield Lack("too_many_in_focus", f"findings[{extra}]", message, "findings", extra)
    yield from of_rows(
        "finding_without_factor",
        "findings",
        (each for each in focus if not each.factors),
        "finding in focus has no factor behind it",
        "findings in focus have no factor behind them",
    )
    yield from of_rows(
        "finding_without_action",
        "findings",
        findings_without_action(review),
        "finding in focus has no action",
        "findings in focus have no action",
    )
    yield from of_rows(
        "finding_without_reason",
        "findings",
        (each for each in review.findings if not each.focus and not each.reason.strip()),
        "finding is out of focus without a reason",
        "findings are out of focus without a reason",
    )


def findings_without_action(review: Review) -> tuple[Finding, ...]:
    """Findings in focus that no action answers."""
    answered = {each for action in standing(review) for each in action.findings}
    return tuple(each for each in review.findings if each.focus and each.id not in answered)


def _first(review: Review) -> str | None:
    return review.findings[0].id if review.findings else None
