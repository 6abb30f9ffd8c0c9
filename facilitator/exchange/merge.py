"""Adds the rows of one review to another: what is there already stays as it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Any

from facilitator.domain import tree
from facilitator.domain.edits import rows
from facilitator.domain.edits.findings import FOCUS_LIMIT
from facilitator.domain.records import Lesson
from facilitator.exchange.fields import NUMBER_LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from facilitator.domain.records import Factor, Review, TimelineEvent

    NewId = Callable[[], str]

THERE = "It is there already and stays as it is."
_NOTED = "This phase has a private note already, which stays as it is."


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something of a file that was not taken over, and why."""

    where: str
    why: str


def merge(review: Review, other: Review, new_id: NewId) -> tuple[Review, tuple[Skipped, ...]]:
    """The review with every row of ``other`` that it lacks, and what was left out.

    Rows are the same if their ids are; people, lessons and parked ideas if they read the same.
    Head fields stay. Private notes are taken for phases that have none yet.
    """
    skipped: list[Skipped] = []
    other = _below_one_root(review, other, skipped)
    for name in ("participants", "lessons", "parking", "releases"):
        review = _add_read_alike(review, name, getattr(other, name), new_id, skipped)
    review = _add_phase_notes(review, other, skipped)
    review = _add_terms(review, other, new_id, skipped)
    review = _add_events(review, other, new_id, skipped)
    review = _add_factors(review, other, skipped)
    review = _add_findings(review, other, skipped)
    review = _add_addressees(review, other, skipped)
    return _add_actions(review, other, skipped), tuple(skipped)


def _new(review: Review, name: str, found: Any, skipped: list[Skipped]) -> list[Any]:
    """The rows whose ids are not there yet; the others are noted."""
    there = {row.id for row in getattr(review, name)}
    fresh = []
    for row in found:
        if row.id in there:
            skipped.append(Skipped(_where(name, row), THERE))
        else:
            fresh.append(row)
    return fresh


def _where(name: str, row: Any, field: str = "") -> str:
    """A path by id: rows of a review stand in another order than those of the file."""
    return f"review.{name}[{row.id}]{field}"


def _add_read_alike(
    review: Review, name: str, found: Any, new_id: NewId, skipped: list[Skipped]
) -> Review:
    there = {replace(row, id="") for row in getattr(review, name)}
    fresh = []
    for row, where in zip(found, _paths(name, found), strict=True):
        if replace(row, id="") in there:
            skipped.append(Skipped(where, THERE))
        else:
            fresh.append(replace(row, id=new_id()))
    return rows.with_rows(review, name, (*getattr(review, name), *fresh))


def _paths(name: str, found: Any) -> Iterator[str]:
    """Where rows without ids stand in the file: lessons have a list a side."""
    counts: dict[str, count[int]] = {}
    for row in found:
        place = f"{name}.{row.side}" if isinstance(row, Lesson) else name
        head = "sharing" if name == "releases" else "review"
        yield f"{head}.{place}[{next(counts.setdefault(place, count()))}]"


def _add_phase_notes(review: Review, other: Review, skipped: list[Skipped]) -> Review:
    fresh = []
    there = {note.id: note.text for note in review.phase_notes}
    for note in other.phase_notes:
        if note.id in there:
            why = THERE if there[note.id] == note.text else _NOTED
            skipped.append(Skipped(f"meeting.phase_notes.{note.id}", why))
        else:
            fresh.append(note)
    return rows.with_rows(review, "phase_notes", (*review.phase_notes, *fresh))


def _add_terms(review: Review, other: Review, new_id: NewId, skipped: list[Skipped]) -> Review:
    """New words; one that is explained here keeps its meaning."""
    there = {term.word.casefold() for term in review.glossary}
    fresh = []
    for index, term in enumerate(other.glossary):
        if term.word.casefold() in there:
            skipped.append(Skipped(f"sharing.glossary[{index}]", THERE))
        else:
            fresh.append(replace(term, id=new_id()))
    return rows.with_rows(review, "glossary", (*review.glossary, *fresh))


def _add_events(review: Review, other: Review, new_id: NewId, skipped: list[Skipped]) -> Review:
    markers = {event.marker for event in review.events if event.marker}
    evidence = {each.id for event in review.events for each in event.evidence}
    fresh = []
    for event in _new(review, "events", other.events, skipped):
        if event.marker in markers:
            why = f"The marker “{event.marker}” stands at another event; it came without."
            skipped.append(Skipped(_where("events", event, ".marker"), why))
        marker = None if event.marker in markers else event.marker
        fresh.append(_with_own_evidence(replace(event, marker=marker), evidence, new_id))
    return rows.with_rows(review, "events", (*review.events, *fresh))


def _with_own_evidence(event: TimelineEvent, taken: set[str], new_id: NewId) -> TimelineEvent:
    if taken.isdisjoint(each.id for each in event.evidence):
        return event
    own = (replace(each, id=new_id()) if each.id in taken else each for each in event.evidence)
    return replace(event, evidence=tuple(own))


def _below_one_root(review: Review, other: Review, skipped: list[Skipped]) -> Review:
    """The other review as if its effect were this one's; a tree has one root only."""
    mine, theirs = tree.root(review.factors), tree.root(other.factors)
    if mine is None or theirs is None or mine.id == theirs.id:
        return other
    why = "The tree has its effect already; what hung below this hangs there."
    skipped.append(Skipped(_where("factors", theirs), why))

    def moved(links: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(mine.id if link == theirs.id else link for link in links))

    return replace(
        other,
        factors=tuple(
            replace(each, parent=mine.id) if each.parent == theirs.id else each
            for each in other.factors
            if each.id != theirs.id
        ),
        findings=tuple(replace(each, factors=moved(each.factors)) for each in other.findings),
        actions=tuple(replace(each, factors=moved(each.factors)) for each in other.actions),
    )


def _add_factors(review: Review, other: Review, skipped: list[Skipped]) -> Review:
    """New factors come after the siblings that are there."""
    places = {
        parent: rows.next_position(below)
        for parent, below in tree.by_parent(review.factors).items()
    }

    def placed(factor: Factor) -> Factor:
        position = factor.position + places.get(factor.parent, 0)
        return replace(factor, position=min(position, NUMBER_LIMIT))

    fresh = [placed(each) for each in _new(review, "factors", other.factors, skipped)]
    return rows.with_rows(review, "factors", (*review.factors, *fresh))


def _add_findings(review: Review, other: Review, skipped: list[Skipped]) -> Review:
    room = FOCUS_LIMIT - sum(finding.focus for finding in review.findings)
    fresh = []
    for finding in _new(review, "findings", other.findings, skipped):
        if finding.focus and room <= 0:
            why = "Five findings are in focus already; it came without."
            skipped.append(Skipped(_where("findings", finding, ".focus"), why))
        room -= finding.focus
        fresh.append(replace(finding, focus=finding.focus and room >= 0))
    return _appended(review, "findings", fresh)


def _add_addressees(review: Review, other: Review, skipped: list[Skipped]) -> Review:
    fresh = _new(review, "addressees", other.addressees, skipped)
    return rows.with_rows(review, "addressees", (*review.addressees, *fresh))


def _add_actions(review: Review, other: Review, skipped: list[Skipped]) -> Review:
    return _appended(review, "actions", _new(review, "actions", other.actions, skipped))


def _appended(review: Review, name: str, fresh: list[Any]) -> Review:
    first = rows.next_position(getattr(review, name))
    placed = [replace(row, position=first + index) for index, row in enumerate(fresh)]
    return rows.with_rows(review, name, (*getattr(review, name), *placed))
