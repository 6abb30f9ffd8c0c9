"""After every edit the library holds what memory holds; so it does all the way back and forth."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.delta import Delta
from facilitator.store.quick import Reader
from tests.domain.test_random_edits import histories
from tests.store.support import content

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.domain.records import Review
    from facilitator.store.store import Store


def follow(store: Store, reader: Reader, versions: Iterable[Review], revision: int) -> int:
    """Save one version after the other, and compare each by both ways to read."""
    for before, after in pairwise(versions):
        delta = Delta.between(before, after)
        saved = store.save(delta, revision)
        revision += 1
        found = store.load(after.id)
        assert (saved.revision, found.revision, found.updated) == (revision, revision, saved.at)
        assert content(found) == content(after)
        assert reader.load(after.id) == found
    return revision


@settings(max_examples=40)
@given(histories())
def test_every_step_there_back_and_there_again(shared_store: Store, versions: list[Review]) -> None:
    start = shared_store.create(versions[0])
    try:
        with Reader(shared_store.path) as reader:
            revision = follow(shared_store, reader, versions, start.revision)
            revision = follow(shared_store, reader, versions[::-1], revision)
            follow(shared_store, reader, versions, revision)
    finally:
        shared_store.delete(start.id)


@given(histories(), st.data())
def test_versions_far_apart(
    shared_store: Store, versions: list[Review], data: st.DataObject
) -> None:
    """As after a merge, or an import into a review."""
    picked = data.draw(st.lists(st.sampled_from(versions), min_size=2, max_size=4))
    start = shared_store.create(picked[0])
    try:
        with Reader(shared_store.path) as reader:
            follow(shared_store, reader, picked, start.revision)
    finally:
        shared_store.delete(start.id)
