"""Questions about the five-whys tree; every function takes the factors of one review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.order import placed_key
from facilitator.domain.words import EvidenceStatus, FactorKind, Family

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from facilitator.domain.records import Factor

Factors = tuple["Factor", ...]


def root(factors: Factors) -> Factor | None:
    """The effect under review."""
    return next((factor for factor in factors if factor.parent is None), None)


def children(factors: Factors, parent_id: str | None) -> tuple[Factor, ...]:
    """The factors directly below one, in order."""
    return tuple(factor for factor in factors if factor.parent == parent_id)


def by_parent(factors: Iterable[Factor]) -> dict[str | None, list[Factor]]:
    """Children of every parent, in order."""
    result: dict[str | None, list[Factor]] = {}
    for factor in sorted(factors, key=placed_key):
        result.setdefault(factor.parent, []).append(factor)
    return result


def walk(factors: Factors) -> Iterator[tuple[Factor, int]]:
    """Every factor that hangs on the root, parents first, with its depth (effect 0)."""
    below = by_parent(factors)
    stack = [(factor, 0) for factor in reversed(below.get(None, []))]
    while stack:
        factor, depth = stack.pop()
        yield factor, depth
        stack.extend((child, depth + 1) for child in reversed(below.get(factor.id, [])))


def subtree_ids(factors: Factors, factor_id: str) -> set[str]:
    """Ids of a factor and of everything below it."""
    below = by_parent(factors)
    found, stack = set[str](), [factor_id]
    while stack:
        current = stack.pop()
        if current not in found:
            found.add(current)
            stack.extend(child.id for child in below.get(current, []))
    return found


def coverage(factors: Factors) -> dict[Family, int]:
    """How many factors each family has; the effect and what was ruled out do not count."""
    counts = dict.fromkeys(Family, 0)
    for factor in factors:
        counted = factor.kind is not FactorKind.EFFECT
        if factor.family and counted and factor.evidence_status is not EvidenceStatus.RULED_OUT:
            counts[factor.family] += 1
    return counts
