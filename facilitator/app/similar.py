"""Reviews like another one: found among all of the library, which is read once and kept up."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from facilitator.coach.similar import Shelf, Similar, Sketch
from facilitator.domain.words import EvidenceStatus, FactorKind
from facilitator.store.quick import Reader
from facilitator.store.sketches import revisions, sketched

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.domain.records import Review


class Likeness:
    """Answers from memory; what others wrote since is read first. Any thread may ask.

    LibraryUnusable if the library cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._shelf = Shelf()
        self._revisions: dict[str, int] = {}
        self._lock = Lock()

    def like(self, review: Review, most: int = 5) -> tuple[Similar, ...]:
        """The reviews of the library most like this one, the best first."""
        with self._lock:
            self._catch_up()
            return self._shelf.like(sketch_of(review), most)

    def like_stored(self, review_id: str, most: int = 50) -> tuple[Similar, ...]:
        """The same for a review as it is stored; none if it is not there."""
        with self._lock:
            self._catch_up()
            sketch = self._shelf.sketches.get(review_id)
            return self._shelf.like(sketch, most) if sketch is not None else ()

    def _catch_up(self) -> None:
        """Read the reviews that are new or were changed, and forget those that are gone."""
        with Reader(self._path) as reader:
            now = reader.read(revisions)
            changed = [key for key, each in now.items() if self._revisions.get(key) != each]
            read = reader.read(sketched(changed)) if changed else []
        for key in self._revisions.keys() - now.keys():
            self._shelf.drop(key)
        for head, texts in read:
            self._shelf.put(_sketch(head, texts))
        self._revisions = now


def _sketch(head: tuple[object, ...], texts: tuple[str, ...]) -> Sketch:
    names = ("id", "title", "incident", "failure_class", "services", "summary", "day")
    return Sketch(texts=texts, **dict(zip(names, head, strict=True)))  # type: ignore[arg-type]


def sketch_of(review: Review) -> Sketch:
    """What of a review is compared."""
    standing = (
        each.text
        for each in review.factors
        if each.kind is FactorKind.CONDITION
        and each.evidence_status is not EvidenceStatus.RULED_OUT
    )
    return Sketch(
        id=review.id,
        title=review.title,
        incident=review.incident,
        failure_class=review.failure_class,
        services=review.services,
        summary=review.summary,
        texts=tuple(filter(None, standing)),
        day=review.held_on,
    )
