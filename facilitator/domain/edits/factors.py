"""Edits on the five-whys tree."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from facilitator.domain import tree
from facilitator.domain.edits import rows
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line
from facilitator.domain.words import EvidenceStatus, FactorKind

if TYPE_CHECKING:
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Factor, Review

_KNOWN = (
    EvidenceStatus.UNKNOWN,
    EvidenceStatus.RULED_OUT,
    EvidenceStatus.HYPOTHESIS,
    EvidenceStatus.SUPPORTED,
)
"""How much is known of a factor, the least first."""


def add_factor(factor: Factor, index: int | None = None) -> Edit:
    """Add a factor under ``factor.parent`` at ``index`` among its siblings (None: last)."""

    def edit(review: Review) -> Review:
        _check_new(review, factor)
        siblings = [*tree.children(review.factors, factor.parent)]
        place = len(siblings) if index is None else max(0, index)
        siblings.insert(place, _linked(review, _cleaned(factor)))
        return _with_siblings(review, siblings)

    return edit


def insert_parent(factor_id: str, new: Factor) -> Edit:
    """Put a new factor between a factor and its parent."""

    def edit(review: Review) -> Review:
        child = _not_root(review, factor_id)
        parent = replace(_cleaned(new), parent=child.parent, position=child.position)
        parent = _linked(review, parent)
        below = replace(child, parent=new.id, position=0)
        if below.kind is FactorKind.TRIGGER:
            # What set it off stays beside the effect; what explains it hangs below.
            parent = replace(parent, kind=FactorKind.TRIGGER)
            below = replace(below, kind=FactorKind.CONDITION)
        _check_kind(review, parent)
        return rows.replaced(rows.added(review, "factors", parent), "factors", below)

    return edit


def change_factor(factor_id: str, **fields: Any) -> Edit:
    """Change text, kind, family, evidence status, linked events or the joint bracket."""
    if not {"id", "parent", "position"}.isdisjoint(fields):
        raise ValueError("moving goes through move_factor")

    def edit(review: Review) -> Review:
        factor = replace(rows.find(review, "factors", factor_id), **fields)
        _check_kind(review, factor)
        return rows.replaced(review, "factors", _linked(review, _cleaned(factor)))

    return edit


def move_factor(factor_id: str, parent_id: str, index: int | None = None) -> Edit:
    """Move a factor with everything below it; never below itself."""

    def edit(review: Review) -> Review:
        factor = _not_root(review, factor_id)
        rows.find(review, "factors", parent_id)
        if parent_id in tree.subtree_ids(review.factors, factor_id):
            raise RuleViolation("parent", "A factor cannot be moved below itself.")
        siblings = [
            each for each in tree.children(review.factors, parent_id) if each.id != factor_id
        ]
        siblings.insert(
            len(siblings) if index is None else max(0, min(index, len(siblings))),
            _settled(review, replace(factor, parent=parent_id)),
        )
        return _with_siblings(review, siblings)

    return edit


def shift_factor(factor_id: str, step: int) -> Edit:
    """Move a factor up (-1) or down (1) among its siblings."""

    def edit(review: Review) -> Review:
        factor = _not_root(review, factor_id)
        siblings = list(tree.children(review.factors, factor.parent))
        index = next(i for i, each in enumerate(siblings) if each.id == factor_id)
        target = max(0, min(len(siblings) - 1, index + step))
        siblings.insert(target, siblings.pop(index))
        return _with_siblings(review, siblings)

    return edit


def remove_subtree(factor_id: str) -> Edit:
    """Remove a factor and everything below it, and the links to them."""

    def edit(review: Review) -> Review:
        _not_root(review, factor_id)
        return _without(review, tree.subtree_ids(review.factors, factor_id))

    return edit


def remove_only(factor_id: str) -> Edit:
    """Remove one factor; its children take its place."""

    def edit(review: Review) -> Review:
        factor = _not_root(review, factor_id)
        siblings = list(tree.children(review.factors, factor.parent))
        index = next(i for i, each in enumerate(siblings) if each.id == factor_id)
        siblings[index : index + 1] = [
            replace(each, parent=factor.parent) for each in tree.children(review.factors, factor_id)
        ]
        return _without(_with_siblings(review, siblings), {factor_id})

    return edit


def merge_factors(kept_id: str, gone_id: str) -> Edit:
    """Make one of two factors that say the same: it keeps its words and gets all of the other.

    Children, events, findings and actions move over, and so do family and evidence where less
    was known. A factor that hung below the other takes its place first.
    """

    def edit(review: Review) -> Review:
        gone = _not_root(review, gone_id)
        if kept_id == gone_id:
            raise RuleViolation("factor", "A factor cannot be merged with itself.")
        review = _beside(review, kept_id, gone)
        kept: Factor = rows.find(review, "factors", kept_id)
        own = [each for each in tree.children(review.factors, kept_id) if each.id != gone_id]
        moved = tree.children(review.factors, gone_id)
        kept = _merged(kept, gone, joint=kept.joint if own else gone.joint)
        review = rows.replaced(review, "factors", kept)
        review = _with_siblings(review, [*own, *(replace(each, parent=kept_id) for each in moved)])
        for name in ("findings", "actions"):
            review = _relinked(review, name, gone_id, kept_id)
        return rows.removed(review, "factors", {gone_id})

    return edit


def toggle_event(factor_id: str, event_id: str) -> Edit:
    """Link an event to a factor, or unlink it."""

    def edit(review: Review) -> Review:
        rows.find(review, "events", event_id)
        links = rows.toggled(rows.find(review, "factors", factor_id).events, event_id)
        return rows.changed(review, "factors", factor_id, events=links)

    return edit


def _beside(review: Review, factor_id: str, other: Factor) -> Review:
    """The review with a factor that hung below another directly before it."""
    if factor_id not in tree.subtree_ids(review.factors, other.id):
        return review
    place = tree.children(review.factors, other.parent).index(other)
    return move_factor(factor_id, str(other.parent), place)(review)


def _merged(kept: Factor, gone: Factor, *, joint: bool) -> Factor:
    return replace(
        kept,
        family=kept.family or gone.family,
        evidence_status=max(kept.evidence_status, gone.evidence_status, key=_KNOWN.index),
        events=tuple(dict.fromkeys((*kept.events, *gone.events))),
        joint=joint,
    )


def _relinked(review: Review, name: str, old: str, new: str) -> Review:
    """Links to one factor lead to another, each once."""
    linked = [each for each in getattr(review, name) if old in each.factors]
    for row in linked:
        links = (new if each == old else each for each in row.factors)
        review = rows.changed(review, name, row.id, factors=tuple(dict.fromkeys(links)))
    return review


def _without(review: Review, gone: set[str]) -> Review:
    review = rows.unlinked(review, "findings", "factors", gone)
    review = rows.unlinked(review, "actions", "factors", gone)
    return rows.removed(review, "factors", gone)


def _with_siblings(review: Review, siblings: list[Factor]) -> Review:
    numbered = rows.renumbered(siblings)
    ids = {each.id for each in numbered}
    others = (each for each in review.factors if each.id not in ids)
    return rows.with_rows(review, "factors", (*others, *numbered))


def _settled(review: Review, factor: Factor) -> Factor:
    """A trigger moved away from the effect becomes a condition."""
    root = tree.root(review.factors)
    if factor.kind is FactorKind.TRIGGER and (root is None or factor.parent != root.id):
        return replace(factor, kind=FactorKind.CONDITION)
    return factor


def _check_new(review: Review, factor: Factor) -> None:
    if any(other.id == factor.id for other in review.factors):
        raise RuleViolation("factors", "This factor is already there.")
    if factor.parent is not None:
        rows.find(review, "factors", factor.parent)
    elif tree.root(review.factors) is not None:
        raise RuleViolation("parent", "The tree has its effect already.")
    _check_kind(review, factor)


def _check_kind(review: Review, factor: Factor) -> None:
    if (factor.parent is None) is not (factor.kind is FactorKind.EFFECT):
        raise RuleViolation("kind", "The effect is the root of the tree, and only that.")
    root = tree.root(review.factors)
    if factor.kind is FactorKind.TRIGGER and (root is None or factor.parent != root.id):
        raise RuleViolation("kind", "What set it off stands directly beside the effect.")


def _not_root(review: Review, factor_id: str) -> Factor:
    factor: Factor = rows.find(review, "factors", factor_id)
    if factor.parent is None:
        raise RuleViolation("factor", "The effect under review stays: it is the root of the tree.")
    return factor


def _linked(review: Review, factor: Factor) -> Factor:
    """The factor with links to events that are there, each once."""
    known = {event.id for event in review.events}
    links = tuple(dict.fromkeys(link for link in factor.events if link in known))
    return factor if links == factor.events else replace(factor, events=links)


def _cleaned(factor: Factor) -> Factor:
    return replace(factor, text=clean_line(factor.text))
