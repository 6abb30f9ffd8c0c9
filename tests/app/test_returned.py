"""What was done about a failure class before it came back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.glance import glance
from facilitator.domain.records import ActionItem, Review
from facilitator.domain.words import ActionStatus
from facilitator.store.quick import Reader
from facilitator.store.returned import read_fixes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.app.library import Library
    from facilitator.domain.returned import Fix

CLASS, TODAY = "Bad settings", date(2026, 3, 5)


@pytest.fixture
def fixes(library: Library, library_path: Path) -> Callable[[str], tuple[Fix, ...]]:
    """Reads the fixes that a review of the library is told of."""

    def read(review_id: str) -> tuple[Fix, ...]:
        with Reader(library_path) as reader:
            return reader.read(read_fixes(review_id))

    library.add(_old("old"))
    return read


def _old(review_id: str, **fields: object) -> Review:
    done = ActionItem(id="a", text="Reject", status=ActionStatus.HELD, done_on=date(2026, 2, 3))
    still = ActionItem(id="b", position=1, text="Alert", status=ActionStatus.AGREED)
    review = Review(id=review_id, incident="INC-1", failure_class=CLASS, actions=(done, still))
    return replace(review, **fields)  # type: ignore[arg-type]


def test_the_same_class_however_it_is_written(
    library: Library, fixes: Callable[[str], tuple[Fix, ...]]
) -> None:
    library.add(Review(id="new", failure_class="BAD settings", held_on=TODAY))
    assert [(each.review_id, each.text) for each in fixes("new")] == [("old", "Reject")]


def test_neither_other_classes_nor_what_was_done_afterwards(
    library: Library, fixes: Callable[[str], tuple[Fix, ...]]
) -> None:
    library.add(Review(id="earlier", failure_class=CLASS, held_on=date(2026, 1, 1)))
    library.add(Review(id="none"))
    assert fixes("earlier") == fixes("none") == fixes("old") == ()


def test_what_is_in_the_trash_is_not_told(
    library: Library, fixes: Callable[[str], tuple[Fix, ...]]
) -> None:
    library.add(Review(id="new", failure_class=CLASS))
    assert fixes("new")
    library.trash("old")
    assert fixes("new") == ()


def test_at_a_glance() -> None:
    told = glance(_old("old", held_on=date(2026, 1, 5)), TODAY)
    assert told.startswith("INC-1 · 5 January 2026 · Bad settings")
    assert "– Reject. Held." in told
    assert "– Alert. Open." in told
