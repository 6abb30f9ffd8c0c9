"""Random edits through the session: memory equals the library at every step, there and back."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from facilitator.app.session import ReviewSession
from facilitator.store.store import Store, open_store
from tests.app.conftest import Clock
from tests.domain.test_random_edits import histories

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.domain.records import Review


@pytest.fixture(scope="module")
def one_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    found = open_store(tmp_path_factory.mktemp("sessions") / "library.db", Clock())
    yield found
    found.close()


def content(review: Review) -> Review:
    """What a review says, whatever it was counted as."""
    return replace(review, revision=0, created=None, updated=None)


def check(session: ReviewSession, store: Store, expected: Review) -> None:
    assert content(session.review) == content(expected)
    assert store.load(session.review.id) == session.review


@settings(max_examples=40)
@given(histories())
def test_undo_to_the_start_and_redo_to_the_end(one_store: Store, versions: list[Review]) -> None:
    # An edit that changes nothing is no step.
    versions = [versions[0], *(after for before, after in pairwise(versions) if before != after)]
    session = ReviewSession(one_store.create(versions[0]), lambda: one_store, Clock())
    try:
        for _before, after in pairwise(versions):
            session.apply("Edit", lambda review, after=after: _like(after, review))  # type: ignore[misc]
            check(session, one_store, after)
        for version in versions[-2::-1]:
            session.undo()
            check(session, one_store, version)
        assert session.undo_label is None
        for version in versions[1:]:
            session.redo()
            check(session, one_store, version)
        assert session.redo_label is None
    finally:
        one_store.delete(session.review.id)


def _like(after: Review, review: Review) -> Review:
    """The next version, counted as the one that it follows."""
    return replace(after, revision=review.revision, created=review.created, updated=review.updated)
