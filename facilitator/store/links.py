"""Checks that the rows of a loaded review hang together, as its database promised."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from facilitator.domain import tree
from facilitator.store.columns import PLANS
from facilitator.store.mapper import Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facilitator.domain.records import Factor

    Collections = Mapping[str, tuple[Any, ...]]


def check_links(collections: Collections) -> None:
    """``Unreadable`` if an id stands twice, leads nowhere, or the tree runs in a circle.

    The keys of the tables keep such rows out; a damaged page may let them in.
    """
    ids = {name: _ids(collections, name) for name in collections}
    for name, plan in PLANS.items():
        for links in plan.links:
            for row in collections[name]:
                if not ids[links.field].issuperset(getattr(row, links.field)):
                    raise Unreadable(links.table, row.id, links.target)
    _check_pointers(collections, "factors", "parent", ids["factors"])
    _check_pointers(collections, "actions", "stopgap_for", ids["actions"])
    _check_tree(collections["factors"])


def _ids(collections: Collections, name: str) -> set[str]:
    ids = [row.id for row in collections[name]]
    found = set(ids)
    if len(found) < len(ids):
        twice = next(one for one, other in pairwise(sorted(ids)) if one == other)
        raise Unreadable(PLANS[name].table, twice, "id")
    return found


def _check_pointers(collections: Collections, name: str, field: str, there: set[str]) -> None:
    for row in collections[name]:
        target = getattr(row, field)
        if target is not None and target not in there:
            raise Unreadable(PLANS[name].table, row.id, field)


def _check_tree(factors: tuple[Factor, ...]) -> None:
    hanging = {factor.id for factor, _ in tree.walk(factors)}
    for factor in factors:
        if factor.id not in hanging:
            raise Unreadable("factor", factor.id, "parent")
