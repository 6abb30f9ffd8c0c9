"""The learning digest: gathered from the library, without a person or a masked word in it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from facilitator.app.digest_check import left_in
from facilitator.domain.audience import for_audience
from facilitator.domain.digest_content import Material, digest_of
from facilitator.domain.every_text import rewritten
from facilitator.domain.masking import Mask, Masks
from facilitator.domain.mentions import NOBODY_KNOWN
from facilitator.domain.naming import Naming
from facilitator.domain.records import Participant
from facilitator.domain.role_words import is_role
from facilitator.domain.rules import RuleViolation
from facilitator.domain.trend_words import counted
from facilitator.domain.trends import Quarter
from facilitator.domain.words import Audience, NameUse
from facilitator.store.digest import read_came_back, read_ids, read_met, read_names, read_told
from facilitator.store.errors import LibraryUnusable, Trouble
from facilitator.store.quick import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from facilitator.app.library import Library
    from facilitator.domain.digest import Digest
    from facilitator.domain.records import ActionItem, Review
    from facilitator.domain.residue import Residue
    from facilitator.domain.trends import Trends

SUFFIXES = ("pdf", "md")
"""What a digest can be written as, by the ending of the file."""


def usual_quarter(library: Library, today: date) -> Quarter:
    """The last whole quarter with a review; RuleViolation if there is none yet."""
    day = library.last_held(Quarter.of(today).first)
    if day is None:
        raise RuleViolation(
            "quarter", "No review was held before this quarter. Name one like 2026Q1."
        )
    return Quarter.of(day)


class Gathered(NamedTuple):
    """A digest, and what still stands in it that others should not read."""

    digest: Digest
    left: tuple[Residue, ...]


def gather(path: Path, quarter: Quarter, masks: Masks, today: date) -> Gathered:
    """Read what the digest is made of, over a connection of its own: any thread may ask for it.

    A review that cannot be read is left out, which the facts tell.
    """
    first, last = quarter.first, quarter.last
    with Reader(path) as reader:
        ids, damaged = reader.read(partial(read_ids, first=first, last=last))
        reviews, more = _whole(ids, reader)
        material = Material(quarter, reviews, reader.trends(today, None))
        held = [each.id for each in material.held]
        met = reader.read(partial(read_met, ids=held))
        came_back = reader.read(partial(read_came_back, first=first, last=last))
        names = reader.read(read_names)
    people = _people(reviews)
    naming = Naming.of(people, NameUse.ROLES)

    def applied(text: str) -> str:
        return masks.applied(naming.shown(text))

    material = replace(
        material,
        trends=_cleaned(material.trends, applied),
        came_back=tuple(each._replace(name=applied(each.name)) for each in came_back),
        met=met,
        shown=_Nameless(naming, masks),
    )
    digest = digest_of(material).through(_nobody_of(names))
    if damaged := damaged + more:
        left = counted(damaged, "damaged review is", "damaged reviews are")
        digest = replace(digest, facts=f"{digest.facts}; {left} left out")
    incidents = (each.incident for each in reviews)
    return Gathered(digest, left_in(digest, people, incidents, masks))


class _Nameless:
    """Reviews as the wide audience may have them, and without the names of all the others.

    To make one takes longer than to read many; only those of which something is told are made.
    """

    def __init__(self, naming: Naming, masks: Masks) -> None:
        self._naming, self._masks = naming, masks
        self._made: dict[str, Review] = {}

    def __call__(self, review: Review) -> Review:
        found = self._made.get(review.id)
        if found is None:
            shown = for_audience(_unowned(_known(review)), Audience.WIDE, self._masks)
            found = self._made[review.id] = rewritten(shown, self._naming.shown)
        return found


def _nobody_of(names: Iterable[str]) -> Callable[[str], str]:
    """Takes out whole names of people whose reviews are of other quarters; teams stay.

    A single word of them may be an ordinary word here.
    """
    whole = (each for each in names if len(each.split()) > 1 and not is_role(each))
    masks = Masks(Mask(each, shown=NOBODY_KNOWN) for each in whole)

    def said(text: str) -> str:
        shown = masks.applied(text)
        return shown[:1].upper() + shown[1:] if text[:1].isupper() else shown

    return said


def _cleaned(trends: Trends, applied: Callable[[str], str]) -> Trends:
    """The trends with what people wrote in them through ``applied``."""
    return replace(
        trends,
        patterns=tuple(replace(each, name=applied(each.name)) for each in trends.patterns),
    )


def _whole(ids: Sequence[str], reader: Reader) -> tuple[list[Review], int]:
    """The reviews that are still there and can be read, and how many of them cannot."""
    try:
        return reader.read(partial(read_told, ids=ids)), 0
    except LibraryUnusable as problem:
        # What is wrong with the whole library would have shown when the ids were read.
        if problem.kind is not Trouble.DAMAGED:
            raise
    if len(ids) <= 1:
        return [], len(ids)
    middle = len(ids) // 2
    before, after = (_whole(part, reader) for part in (ids[:middle], ids[middle:]))
    return before[0] + after[0], before[1] + after[1]


def _known(review: Review) -> Review:
    """The review with everybody it names among its people, so that none is overlooked."""
    there = {each.name.strip().casefold() for each in review.participants}
    named = {each.casefold(): each for each in _named(review) if each.casefold() not in there}
    added = (Participant(id=f"named-{n}", name=each) for n, each in enumerate(named.values()))
    return replace(review, participants=(*review.participants, *added))


def _unowned(review: Review) -> Review:
    """Without owners: a digest tells nothing of them, and to find their roles takes long."""
    return replace(review, actions=tuple(map(_without_owner, review.actions)))


def _without_owner(action: ActionItem) -> ActionItem:
    deferral = action.deferral and replace(action.deferral, accepted_by="")
    return replace(action, owner="", deferral=deferral)


def _named(review: Review) -> Iterator[str]:
    """Who owns actions or accepts a risk, but for roles and teams."""
    for action in review.actions:
        accepting = action.deferral.accepted_by if action.deferral else ""
        for name in (action.owner.strip(), accepting.strip()):
            if name and not is_role(name):
                yield name


def _people(reviews: Iterable[Review]) -> list[Participant]:
    """Everybody whom any of the reviews names, once; a review may name who sat in another one."""
    found: dict[str, Participant] = {}
    for review in reviews:
        for each in _known(review).participants:
            found.setdefault(each.name.strip().casefold(), replace(each, role="", alias=""))
    return list(found.values())


def rendered_digest(
    digest: Digest,
    suffix: str,
    now: Callable[[], datetime],
    fonts: Path,
    progress: Callable[[int, int], None] | None = None,
) -> bytes:
    """The digest in one of the forms; ``progress`` gets what is done and the whole of a PDF."""
    if suffix == "pdf":
        from facilitator.report import render_digest  # noqa: PLC0415 - only a PDF needs it

        return render_digest(digest, now=now, fonts=fonts, progress=progress)
    from facilitator.exchange.digest_markdown import write_digest  # noqa: PLC0415 - the same

    return write_digest(digest)
