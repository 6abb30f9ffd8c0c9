"""A write that fails changes nothing, says why, and the next one goes through."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.delta import Delta
from facilitator.domain.edits import timeline
from facilitator.domain.records import Evidence, Review, TimelineEvent
from facilitator.domain.words import EvidenceKind
from facilitator.store.errors import LibraryUnusable, StaleRevision, Trouble, WriteFailed
from facilitator.store.quick import Reader, State, look
from facilitator.store.store import Store, open_store
from tests.store.support import NEXT_VERSION, START, Clock, dump, full_review, save

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

resource = pytest.importorskip("resource", reason="Limits of a process are Unix's.")

WORDS = "x" * 200_000
"""More than the pages that a small library has."""


@pytest.fixture
def review(store: Store) -> Review:
    return store.create(full_review())


@contextmanager
def nothing_changes(store: Store, review: Review, why: str) -> Iterator[None]:
    """Inside, a write fails with these words; after it, all is as before and writing works."""
    was = dump(store.path)
    with pytest.raises(WriteFailed, match=why) as told:
        yield
    assert told.value.sentence.endswith(".")
    assert dump(store.path) == was
    assert store.load("r1") == review
    now = save(store, review, replace(review, incident="INC-8"))
    assert store.load("r1") == now


@pytest.mark.usefixtures("_impatient")
def test_another_that_writes_is_waited_for_and_then_told(store: Store, review: Review) -> None:
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with nothing_changes(store, review, "in use"):
            try:
                save(store, review, replace(review, title="x"))
            finally:
                other.execute("ROLLBACK")


@pytest.mark.usefixtures("_impatient")
def test_another_that_reads_holds_up_the_commit_only(store: Store, review: Review) -> None:
    """The transaction of a COMMIT that was refused is open still, and must not go out later."""
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM review").fetchall()
        with nothing_changes(store, review, "in use"):
            try:
                save(store, review, replace(review, title="x"))
            finally:
                other.execute("ROLLBACK")


def test_a_lock_that_is_let_go_in_time_is_not_told(store: Store, review: Review) -> None:
    with (
        closing(
            sqlite3.connect(store.path, isolation_level=None, check_same_thread=False)
        ) as other,
        ThreadPoolExecutor(1) as pool,
    ):
        other.execute("BEGIN IMMEDIATE")
        saving = pool.submit(save, store, review, replace(review, title="x"))
        with pytest.raises(TimeoutError):
            saving.result(timeout=0.2)
        other.execute("ROLLBACK")
        assert store.load("r1") == saving.result(timeout=5)


@pytest.mark.usefixtures("_impatient")
def test_reading_a_library_that_is_being_written_is_told(store: Store, review: Review) -> None:
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for read in (store.summaries, lambda: store.load("r1")):
            with pytest.raises(LibraryUnusable) as told:
                read()
            assert told.value.kind is Trouble.LOCKED
        other.execute("ROLLBACK")
    assert store.load("r1") == review


def test_a_full_disk(store: Store, review: Review) -> None:
    driver = store._driver()
    (pages,) = driver.execute("PRAGMA page_count").fetchone()
    driver.execute(f"PRAGMA max_page_count={pages}")
    with nothing_changes(store, review, "no space left"):
        try:
            save(store, review, replace(review, title="Half", summary=WORDS))
        finally:
            driver.execute("PRAGMA max_page_count=1000000")


@pytest.mark.parametrize("more", [0, 20_000, 150_000])
def test_a_disk_that_fails_half_way(store: Store, review: Review, more: int) -> None:
    """The system itself refuses to write on: in the journal, or in the library."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    limit = store.path.stat().st_size + more
    with nothing_changes(store, review, "disk"):
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
        try:
            save(store, review, replace(review, title="Half", summary=WORDS))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("act", ["create", "trash", "restore", "delete"])
def test_every_way_to_write_fails_in_one_way(store: Store, review: Review, act: str) -> None:
    acts: dict[str, Callable[[], object]] = {
        "create": lambda: store.create(Review(id="r2", summary=WORDS)),
        "trash": lambda: store.trash("r1"),
        "restore": lambda: store.restore("r1"),
        "delete": lambda: store.delete("r1"),
    }
    driver = store._driver()
    with nothing_changes(store, review, "may not be written"):
        driver.execute("PRAGMA query_only=ON")
        try:
            acts[act]()
        finally:
            driver.execute("PRAGMA query_only=OFF")


def _removed(path: Path, aside: Path) -> None:
    del aside
    path.unlink()


def _moved(path: Path, aside: Path) -> None:
    path.rename(aside)


def _replaced(path: Path, aside: Path) -> None:
    other = open_store(aside, Clock())
    other.create(Review(id="r1", title="Theirs", revision=7))
    other.close()
    aside.rename(path)


def _turned_into_a_folder(path: Path, aside: Path) -> None:
    path.rename(aside)
    path.mkdir()


@pytest.mark.parametrize("how", [_removed, _moved, _replaced, _turned_into_a_folder])
def test_a_library_that_is_no_longer_where_it_was(
    store: Store, review: Review, how: Callable[[Path, Path], None]
) -> None:
    """SQLite would go on writing to a file that nobody finds again."""
    aside = store.path.with_name("aside.db")
    how(store.path, aside)
    there = dump(store.path) if store.path.is_file() else None
    with pytest.raises(WriteFailed, match="moved, deleted or replaced"):
        save(store, review, replace(review, title="Lost"))
    with pytest.raises(WriteFailed, match="moved, deleted or replaced"):
        store.create(Review(id="r2"))
    assert (dump(store.path) if store.path.is_file() else None) == there
    assert store.load("r1") == review


def test_a_library_that_is_put_back_goes_on(store: Store, review: Review) -> None:
    aside = store.path.with_name("aside.db")
    store.path.rename(aside)
    with pytest.raises(WriteFailed):
        save(store, review, replace(review, title="x"))
    aside.rename(store.path)
    now = save(store, review, replace(review, title="y"))
    with Reader(store.path) as reader:
        assert reader.load("r1") == now


def test_a_library_that_another_migrated_meanwhile_is_left_alone(
    store: Store, review: Review
) -> None:
    with closing(sqlite3.connect(store.path)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = ?", (NEXT_VERSION,))
        newer.commit()
    was = dump(store.path)
    with pytest.raises(WriteFailed, match=r"not saved.*newer Facilitator"):
        save(store, review, replace(review, title="x"))
    for read in (store.summaries, lambda: store.load("r1")):
        with pytest.raises(LibraryUnusable, match="newer Facilitator"):
            read()
    assert dump(store.path) == was


def test_a_mistake_of_the_program_rolls_back_too(store: Store, review: Review) -> None:
    naive = TimelineEvent(id="e9", text="x", at=START.replace(tzinfo=None))
    was = dump(store.path)
    with pytest.raises(ValueError, match="without a zone"):
        save(store, review, replace(review, title="Half", events=(naive,), factors=()))
    assert dump(store.path) == was
    save(store, review, replace(review, title="y"))


def add_events(store: Store, review_id: str, name: str) -> int:
    """Add fifty events to a review that others add to as well; how often that had to wait."""
    again = 0
    for number in range(50):
        event = TimelineEvent(id=f"{name}{number:02}", text=name, at=START)
        while True:
            review = store.load(review_id)
            try:
                save(store, review, timeline.add_event(event)(review))
                break
            except StaleRevision:
                again += 1
    return again


def test_two_threads_share_a_store(store: Store) -> None:
    for review_id in ("r1", "r2"):
        store.create(Review(id=review_id))
    with ThreadPoolExecutor(3) as pool:
        writing = [pool.submit(add_events, store, *where) for where in (("r1", "a"), ("r2", "b"))]
        lists = [pool.submit(store.summaries) for _ in range(20)]
        assert [each.result(timeout=60) for each in writing] == [0, 0]
        assert all(len(each.result()) == 2 for each in lists)
    assert {event.text for event in store.load("r1").events} == {"a"}
    assert [store.load(each).revision for each in ("r1", "r2")] == [50, 50]


@pytest.mark.parametrize("own", [True, False], ids=["own connections", "one store"])
def test_two_threads_edit_one_review_and_no_edit_is_lost(store: Store, own: bool) -> None:
    store.create(Review(id="r1"))
    second = open_store(store.path, Clock()) if own else store
    with ThreadPoolExecutor(2) as pool:
        writing = [
            pool.submit(add_events, each, "r1", name)
            for each, name in ((store, "a"), (second, "b"))
        ]
        for each in writing:
            each.result(timeout=60)
    found = store.load("r1")
    assert found.revision == 100
    assert len(found.events) == 100
    if own:
        second.close()


def test_a_store_is_closed_in_another_thread_than_it_was_opened_in(library_path: Path) -> None:
    with ThreadPoolExecutor(1) as pool:
        store = pool.submit(open_store, library_path, Clock()).result()
    review = store.create(Review(id="r1"))
    save(store, review, replace(review, title="x"))
    with ThreadPoolExecutor(1) as pool:
        pool.submit(store.close).result()
    library_path.unlink()
    assert look(library_path) is State.ABSENT


def test_a_large_picture_goes_through_whole(store: Store) -> None:
    made = store.create(Review(id="r1", events=(TimelineEvent(id="e1", text="x", at=START),)))
    data = bytes(range(256)) * 40_000
    picture = Evidence(id="p1", kind=EvidenceKind.IMAGE, media_type="image/png", data=data)
    after = timeline.add_evidence("e1", picture)(made)
    store.save(Delta.between(made, after), made.revision)
    assert store.load("r1").events[0].evidence[0].data == data
