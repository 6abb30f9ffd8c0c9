"""Edits on many reviews at once: written all or none, taken back where nobody changed them since.

A review that is open in another window takes such an edit over as it does those of others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.app.session import TRIES
from facilitator.domain.delta import Delta
from facilitator.domain.edits import chain
from facilitator.domain.field_patch import FieldPatch
from facilitator.domain.rules import RuleViolation
from facilitator.store.errors import LibraryUnusable, NotFound, StaleRevision, WriteFailed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Review
    from facilitator.store.store import Store

_OTHERS = "Others are changing these reviews all the time, so the edit was not saved. Try again."
_CHANGED_SINCE = "Somebody else has changed this since, so it stays as it is."


@dataclass(frozen=True, slots=True)
class BulkStep:
    """What an edit on many reviews changed: the token that takes it back.

    ``kept`` counts the rows that stay as they are, for somebody has changed them since.
    """

    label: str
    patches: tuple[FieldPatch, ...]
    kept: int = 0

    @property
    def rows(self) -> int:
        """How many rows it changed."""
        return sum(len(each.rows) for each in self.patches)


def apply_many(store: Store, label: str, changes: Iterable[tuple[str, Edit]]) -> BulkStep:
    """Make edits, each on the review with its id; several on one review follow each other.

    Raises RuleViolation if a rule refuses one of them, and WriteFailed if they cannot be written;
    then nothing has changed.
    """
    edits: dict[str, list[Edit]] = {}
    for review_id, edit in changes:
        edits.setdefault(review_id, []).append(edit)
    bases = {review_id: _load(store, review_id) for review_id in edits}
    deltas = _write(store, bases, {each: chain(*made) for each, made in edits.items()})
    return BulkStep(label, tuple(filter(None, map(FieldPatch.of, deltas))))


def take_back(store: Store, step: BulkStep) -> BulkStep:
    """Take a step back where the fields are as it left them; what is given takes that back again.

    Raises RuleViolation if others have changed all of them since, and WriteFailed as above.
    """
    patches = {each.review_id: each.reversed() for each in step.patches}
    bases = _loaded(store, patches)
    edits = {each: _Fitting(patches[each]) for each in bases}
    deltas = _write(store, bases, edits)
    done = BulkStep(step.label, tuple(filter(None, map(FieldPatch.of, deltas))))
    if not done.patches:
        raise RuleViolation("", _CHANGED_SINCE)
    return BulkStep(done.label, done.patches, step.rows - done.rows)


class _Fitting:
    """The edit that makes what of a patch fits the review it is made on."""

    def __init__(self, patch: FieldPatch) -> None:
        self._patch = patch

    def __call__(self, review: Review) -> Review:
        fitting, _others = self._patch.split(review)
        return fitting.applied(review)


def _write(store: Store, bases: dict[str, Review], edits: Mapping[str, Edit]) -> list[Delta]:
    """Make every edit, on the newest reviews there are, and write them in one transaction."""
    for _ in range(TRIES):
        every = [Delta.between(base, edits[each](base)) for each, base in bases.items()]
        deltas = [each for each in every if each]
        if not deltas:
            return []
        try:
            store.save_all([(each, each.before.revision) for each in deltas])
        except StaleRevision as stale:
            bases[stale.review_id] = _load(store, stale.review_id)
            continue
        return deltas
    raise WriteFailed(_OTHERS)


def _load(store: Store, review_id: str) -> Review:
    try:
        return store.load(review_id)
    except (NotFound, LibraryUnusable) as problem:
        raise WriteFailed(f"The edit was not saved. {problem.sentence}") from None


def _loaded(store: Store, review_ids: Iterable[str]) -> dict[str, Review]:
    """The reviews that are there still."""
    found = {}
    for review_id in review_ids:
        try:
            found[review_id] = store.load(review_id)
        except NotFound:
            continue
        except LibraryUnusable as problem:
            raise WriteFailed(f"The edit was not saved. {problem.sentence}") from None
    return found
