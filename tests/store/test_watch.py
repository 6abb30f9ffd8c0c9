"""Watching a review tells what others wrote, at hardly any cost, and never stands in their way."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from facilitator.app.clock import utc_now
from facilitator.domain.edits import brief
from facilitator.domain.records import Review
from facilitator.store import sqlite
from facilitator.store.store import open_store
from facilitator.store.watch import News, Watch
from tests.store.support import Clock, beside, full_review, save

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.store.store import Store

ROOT = Path(__file__).parents[2]


@pytest.fixture
def review(store: Store) -> Review:
    return store.create(full_review())


@pytest.fixture
def watch(store: Store, review: Review) -> Iterator[Watch]:
    found = Watch(store.path, review.id)
    yield found
    found.close()


def rename(store: Store, review: Review, title: str) -> Review:
    return save(store, review, brief.set_field("title", title)(review))


def test_it_tells_every_version_that_is_not_the_one_shown(
    store: Store, review: Review, watch: Watch
) -> None:
    assert watch.news(review.revision) is News.NONE
    for title in ("a", "b", "c"):
        shown, review = review, rename(store, review, title)
        assert watch.news(shown.revision) is News.NEWER
        assert watch.news(shown.revision) is News.NEWER, "Until it is taken over."
        assert watch.news(review.revision) is News.NONE


def test_what_happens_to_other_reviews_is_no_news(
    store: Store, review: Review, watch: Watch
) -> None:
    other = store.create(Review(id="r2"))
    assert watch.news(review.revision) is News.NONE
    rename(store, other, "x")
    assert watch.news(review.revision) is News.NONE


def test_it_reads_nothing_of_a_library_that_nobody_wrote_to(review: Review, watch: Watch) -> None:
    watch.news(review.revision)
    seen: list[str] = []
    assert watch._connection is not None
    watch._connection.set_trace_callback(seen.append)
    for _ in range(3):
        watch.news(review.revision)
    assert seen == ["PRAGMA data_version"] * 3


def test_it_sees_what_another_process_writes(store: Store, review: Review, watch: Watch) -> None:
    assert watch.news(review.revision) is News.NONE
    script = """
import pathlib, sys
from facilitator.domain.edits import brief
from facilitator.store.store import open_store
from tests.store.support import Clock, save
store = open_store(pathlib.Path(sys.argv[1]), Clock())
review = store.load("r1")
save(store, review, brief.set_field("title", "From elsewhere")(review))
"""
    subprocess.run([sys.executable, "-c", script, str(store.path)], check=True, cwd=ROOT)
    assert watch.news(review.revision) is News.NEWER
    assert watch.news(store.load("r1").revision) is News.NONE


def test_trash_and_the_end_of_a_review_are_told(store: Store, review: Review, watch: Watch) -> None:
    store.trash(review.id)
    assert watch.news(review.revision) is News.TRASHED
    store.restore(review.id)
    assert watch.news(review.revision) is News.NONE
    store.delete(review.id)
    assert watch.news(review.revision) is News.DELETED


def test_it_holds_up_nobody(store: Store, review: Review, watch: Watch) -> None:
    """Between two looks nothing is locked, so that a commit need not wait."""
    with closing(sqlite3.connect(store.path, isolation_level=None, timeout=0)) as other:
        for number in range(3):
            watch.news(review.revision)
            other.execute("BEGIN EXCLUSIVE")
            other.execute("UPDATE review SET title = ?", (str(number),))
            other.execute("COMMIT")


def test_a_locked_library_has_no_news_until_it_is_let_go(
    store: Store, review: Review, watch: Watch
) -> None:
    shown, review = review, rename(store, review, "x")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert watch.news(shown.revision) is News.NONE
        other.execute("ROLLBACK")
    assert watch.news(shown.revision) is News.NEWER


def test_a_library_that_is_gone_or_replaced_has_no_news(
    store: Store, review: Review, watch: Watch
) -> None:
    """The store refuses edits then, in words; what stands there is not the review that is shown."""
    path, aside = store.path, store.path.with_name("aside.db")
    shown, review = review, rename(store, review, "x")
    assert watch.news(shown.revision) is News.NEWER
    path.rename(aside)
    assert watch.news(shown.revision) is News.NONE
    other = open_store(path, Clock())
    other.create(Review(id="r1", title="Theirs", revision=99))
    other.close()
    assert watch.news(shown.revision) is News.NONE
    path.unlink()
    aside.rename(path)
    assert watch.news(shown.revision) is News.NEWER
    assert watch.news(review.revision) is News.NONE


@pytest.mark.parametrize("what", [b"", b"not a library" * 100])
def test_what_is_no_library_has_no_news(library_path: Path, what: bytes) -> None:
    path = library_path
    path.write_bytes(what)
    watch = Watch(path, "r1")
    assert watch.news(0) is News.NONE
    watch.close()
    assert path.read_bytes() == what
    assert beside(path) == {path.name}


def test_a_library_that_is_not_there_yet_is_looked_at_again(library_path: Path) -> None:
    watch = Watch(library_path, "r1")
    assert watch.news(0) is News.NONE
    assert not library_path.exists()
    store = open_store(library_path, Clock())
    review = store.create(replace(full_review(), revision=3))
    assert watch.news(0) is News.NEWER
    assert watch.news(review.revision) is News.NONE
    watch.close()
    store.close()


def test_a_library_tells_what_others_wrote_and_not_what_it_wrote_itself(store: Store) -> None:
    other = open_store(store.path, utc_now)
    store.create(Review(id="own"))
    assert not store.has_news()
    other.create(Review(id="theirs"))
    assert store.has_news()
    assert not store.has_news(), "Until they write again."
    other.close()


def test_a_library_that_is_being_written_has_no_news_yet_and_nobody_waits(store: Store) -> None:
    store.create(Review(id="own"))
    with closing(sqlite.connect(store.path)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        writer.execute("UPDATE review SET title = 'x'")
        began = monotonic()
        assert not store.has_news()
        assert monotonic() - began < 1
        writer.execute("COMMIT")
    assert store.has_news()
