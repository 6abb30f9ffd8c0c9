"""Checks what no single value shows: ids, links, markers, the focus set and the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.edits.findings import FOCUS_LIMIT
from facilitator.domain.words import FactorKind
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from facilitator.domain.records import Factor, Finding, TimelineEvent

Link = tuple[str, str, str]
"""Path, name of the collection it points into, id."""


def check_ids(where: str, ids: Sequence[str]) -> None:
    """Refuse an id that stands twice in a list; ``where`` has ``{}`` for the index."""
    seen = set[str]()
    for index, each in enumerate(ids):
        if each in seen:
            raise Refused(f"{where.format(index)}.id", f"The id “{each}” stands twice.")
        seen.add(each)


def check_evidence(events: Sequence[TimelineEvent]) -> None:
    """Refuse an id that two pieces of evidence have, be it at different events."""
    seen = set[str]()
    for index, event in enumerate(events):
        for place, each in enumerate(event.evidence):
            if each.id in seen:
                where = f"review.events[{index}].evidence[{place}].id"
                raise Refused(where, f"The id “{each.id}” stands twice.")
            seen.add(each.id)


def check_links(links: Iterable[Link], known: dict[str, frozenset[str]]) -> None:
    """Refuse a link to something that is not in the file."""
    for where, name, target in links:
        if target not in known[name]:
            raise Refused(where, f"There is no “{target}” in {name}.")


def check_markers(events: Sequence[TimelineEvent]) -> None:
    """Refuse a marker that stands at two events."""
    seen = set[str]()
    for index, event in enumerate(events):
        if event.marker is None:
            continue
        if event.marker in seen:
            raise Refused(
                f"review.events[{index}].marker",
                f"The marker “{event.marker}” stands twice.",
            )
        seen.add(event.marker)


def check_focus(findings: Sequence[Finding]) -> None:
    """Refuse a sixth finding in focus."""
    focused = [index for index, finding in enumerate(findings) if finding.focus]
    if len(focused) > FOCUS_LIMIT:
        raise Refused(
            f"review.findings[{focused[FOCUS_LIMIT]}].focus",
            f"At most {FOCUS_LIMIT} findings may be in focus, and {len(focused)} are.",
        )


def check_tree(factors: Sequence[Factor]) -> None:
    """Refuse cycles, several roots, and a trigger away from the effect; parents are known."""
    _check_cycles(factors)
    roots = [index for index, factor in enumerate(factors) if factor.parent is None]
    if len(roots) > 1:
        raise Refused(
            f"review.factors[{roots[1]}].parent",
            "The tree has its effect already: one root only.",
        )
    for index, factor in enumerate(factors):
        if factor.kind is FactorKind.TRIGGER and factor.parent != factors[roots[0]].id:
            raise Refused(
                f"review.factors[{index}].kind",
                "A trigger stands directly beside the effect.",
            )


def _check_cycles(factors: Sequence[Factor]) -> None:
    parents = {factor.id: factor.parent for factor in factors}
    sound = set[str]()
    for index, factor in enumerate(factors):
        path = set[str]()
        current: str | None = factor.id
        while current is not None and current not in sound:
            if current in path:
                raise Refused(
                    f"review.factors[{index}].parent",
                    "The tree runs in a circle through here.",
                )
            path.add(current)
            current = parents[current]
        sound |= path
