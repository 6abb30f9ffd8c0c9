"""Whom to ask whether a finding holds for them too: those who met the like come first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.coach.likeness import likeness, said
from facilitator.store.asked import read_names
from facilitator.store.patterns import met_of, met_rows
from facilitator.store.quick import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from facilitator.domain.patterns import Met
    from facilitator.domain.records import Finding, Review

MOST = 12


class WhomElse:
    """Reads the library over a connection of its own; any thread may ask.

    LibraryUnusable if it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def suggested(self, review: Review, finding_id: str) -> tuple[tuple[str, str], ...]:
        """Services and teams to ask, and why each; those asked, and its own services, left out."""
        finding = next((each for each in review.findings if each.id == finding_id), None)
        if finding is None:
            return ()
        with Reader(self._path) as reader:
            names = reader.read(read_names)
            met = met_of(reader.read(met_rows))
        alike = _alike(_texts(review, finding), (each for each in met if _is_other(each, review)))
        left = _asked_already(review, finding_id)
        order = sorted(names, key=lambda name: (-alike.get(_key(name), 0), -names[name], name))
        return tuple(_told(name, alike, names) for name in order if _key(name) not in left)[:MOST]


def _is_other(met: Met, review: Review) -> bool:
    return met.place.review_id != review.id


def _told(name: str, alike: dict[str, int], names: dict[str, int]) -> tuple[str, str]:
    seen = alike.get(_key(name), 0)
    if seen:
        return name, f"met the like in {seen:,} {'review' if seen == 1 else 'reviews'}"
    count = names[name]
    return name, f"named in {count:,} {'review' if count == 1 else 'reviews'}"


def _texts(review: Review, finding: Finding) -> list[str]:
    """The factors that a finding stands on, and its own words."""
    texts = {each.id: each.text for each in review.factors}
    return [*(texts[each] for each in finding.factors if each in texts), finding.text]


def _alike(texts: list[str], met: Iterable[Met]) -> dict[str, int]:
    """In how many reviews of each service the like was met."""
    ours = [each for each in map(said, texts) if each.words]
    heads = frozenset().union(*(each.heads for each in ours)) if ours else frozenset[str]()
    found: dict[str, set[str]] = {}
    for each in met:
        if not each.services:
            continue
        theirs = said(each.text)
        if heads.isdisjoint(theirs.heads) or not any(likeness(one, theirs) for one in ours):
            continue
        for service in each.services:
            found.setdefault(_key(service), set()).add(each.place.review_id)
    return {key: len(reviews) for key, reviews in found.items()}


def _asked_already(review: Review, finding_id: str) -> frozenset[str]:
    asked = (each.whom for each in review.addressees if each.finding == finding_id)
    return frozenset(map(_key, (*asked, *review.services)))


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
