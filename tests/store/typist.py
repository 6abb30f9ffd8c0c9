"""Types edits into a library until it is killed, and prints every revision once it is saved.

Each edit writes three rows that tell its number: the head, an event and its evidence.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.delta import Delta
from facilitator.domain.records import Evidence, Review, TimelineEvent
from facilitator.domain.words import EvidenceKind
from facilitator.store.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

REVIEW_ID = "r1"


def blank() -> Review:
    """The review that is typed into."""
    return typed(Review(id=REVIEW_ID, events=(TimelineEvent(id="e1", text="", typed=""),)), 0)


def typed(review: Review, number: int) -> Review:
    """The review after edit number so and so; some are larger than others."""
    data = f"{number} ".encode() * (number % 7 * 3000)
    proof = Evidence(id="p1", kind=EvidenceKind.QUOTATION, text=f"Edit {number}", data=data)
    event = replace(review.events[0], text=f"Edit {number}", evidence=(proof,))
    return replace(review, title=f"Edit {number}", events=(event,))


def edits(store: Store) -> Iterator[int]:
    """Save edit after edit; the revision of each once it is written."""
    review = store.load(REVIEW_ID)
    while True:
        after = typed(review, review.revision + 1)
        saved = store.save(Delta.between(review, after), review.revision)
        review = replace(after, revision=saved.revision)
        yield saved.revision


def main() -> None:
    """Type into the library that is named, and tell."""
    store = open_store(Path(sys.argv[1]), lambda: datetime.now(UTC))
    for revision in edits(store):
        sys.stdout.write(f"{revision}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
