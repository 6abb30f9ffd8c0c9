"""A copy is the library as of one moment, verified, private, and put there whole."""

from __future__ import annotations

import os
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.records import Review
from facilitator.store import copies, sqlite
from facilitator.store.copies import check_library, copy_library, untouched
from facilitator.store.errors import LibraryUnusable, Trouble
from facilitator.store.names import copied_at, copy_name
from facilitator.store.quick import Reader
from tests.store.support import beside, dump, full_review, save

if TYPE_CHECKING:
    from facilitator.store.store import Store


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "copy of library.db"


def test_a_copy_holds_everything(store: Store, target: Path) -> None:
    review = store.create(full_review())
    counted = copy_library(store.path, target)
    assert dump(target) == dump(store.path)
    assert counted == check_library(target) == check_library(store.path)
    assert counted["event"] == len(review.events)
    assert counted["evidence"] == 2
    assert target.stat().st_mode & 0o777 == 0o600
    with Reader(target) as reader:
        assert reader.load("r1") == review


def test_a_copy_goes_on_by_itself(store: Store, target: Path) -> None:
    review = store.create(full_review())
    copy_library(store.path, target)
    save(store, review, replace(review, title="Later"))
    with Reader(target) as reader:
        assert reader.load("r1") == review


def test_nothing_is_written_over(store: Store, target: Path) -> None:
    target.write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        copy_library(store.path, target)
    assert target.read_text(encoding="utf-8") == "mine"
    assert not [name for name in beside(target) if name.endswith(".new")]


def test_a_link_is_not_written_through(store: Store, target: Path) -> None:
    target.symlink_to(target.with_name("elsewhere"))
    with pytest.raises(FileExistsError):
        copy_library(store.path, target)
    assert not target.exists()


def test_a_copy_where_nothing_can_be_is_an_os_error(store: Store, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        copy_library(store.path, tmp_path / "gone" / "copy.db")


def test_a_copy_that_is_not_like_the_library_is_thrown_away(
    store: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.create(full_review())

    def copy_badly(source: sqlite3.Connection, new: Path) -> dict[str, int]:
        counted = sqlite_copy(source, new)
        with closing(sqlite3.connect(new)) as spoiled:
            spoiled.execute("DELETE FROM lesson")
            spoiled.commit()
        return counted

    sqlite_copy = sqlite.copy
    monkeypatch.setattr(sqlite, "copy", copy_badly)
    with pytest.raises(LibraryUnusable, match="not like it"):
        copy_library(store.path, target)
    assert not target.exists()
    assert not [name for name in beside(target) if name.endswith(".new")]


def test_a_full_disk_leaves_no_half_copy(
    store: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copies, "sync", fail)
    with pytest.raises(OSError, match="No space"):
        copy_library(store.path, target)
    assert not target.exists()
    assert not [name for name in beside(target) if name.endswith(".new")]


def test_a_disk_that_is_full_is_the_copys_and_not_the_librarys(
    store: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect(path: Path) -> sqlite3.Connection:
        found = plain_connect(path)
        if path != store.path:
            found.execute("PRAGMA max_page_count=3")
        return found

    plain_connect = sqlite.connect
    monkeypatch.setattr(sqlite, "connect", connect)
    with pytest.raises(OSError, match="No space left"):
        copy_library(store.path, target)
    assert not target.exists()


def test_nobody_writes_to_an_untouched_library(
    store: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 50)
    review = store.create(full_review())
    with untouched(store.path):
        copy_library(store.path, target)
        with closing(sqlite.connect(store.path)) as other, pytest.raises(sqlite3.OperationalError):
            other.execute("BEGIN IMMEDIATE")
    save(store, review, replace(review, title="Later"))


def test_copies_made_while_edits_are_typed_are_whole(store: Store, tmp_path: Path) -> None:
    review = store.create(Review(id="r1", title="0", notes="0"))
    with ThreadPoolExecutor(1) as pool:
        copying = pool.submit(
            lambda: [copy_library(store.path, tmp_path / f"copy{n}.db") for n in range(15)]
        )
        number = 0
        while not copying.done():
            # Nobody types without a pause: a writer without one starves whoever reads.
            time.sleep(0.003)
            number += 1
            review = save(store, review, replace(review, title=str(number), notes=str(number)))
        copying.result()
    for path in tmp_path.glob("copy*.db"):
        with Reader(path) as reader:
            found = reader.load("r1")
        assert found.title == found.notes
        assert found.revision == int(found.title)


@pytest.mark.parametrize("data", [b"", b"words", b"\0" * 5000])
def test_what_is_no_library_is_not_copied(tmp_path: Path, target: Path, data: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    with pytest.raises(LibraryUnusable) as told:
        copy_library(path, target)
    assert told.value.kind is Trouble.FOREIGN
    with pytest.raises(LibraryUnusable):
        check_library(path)
    assert not target.exists()


def test_a_library_that_is_not_there_is_not_copied(library_path: Path, target: Path) -> None:
    with pytest.raises(LibraryUnusable) as told:
        copy_library(library_path, target)
    assert told.value.kind is Trouble.ABSENT
    assert not library_path.exists()
    assert not target.exists()


def test_broken_links_are_found(store: Store) -> None:
    store.create(full_review())
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("UPDATE factor SET parent = 'gone' WHERE id = 'f2'")
        connection.commit()
    with pytest.raises(LibraryUnusable, match="factor: a broken link") as told:
        check_library(store.path)
    assert told.value.kind is Trouble.DAMAGED


@given(
    st.datetimes(
        datetime(1970, 1, 1),  # noqa: DTZ001 - the zone is drawn beside it
        datetime(9999, 1, 1),  # noqa: DTZ001 - the same
        timezones=st.sampled_from((UTC, timezone(timedelta(hours=5, minutes=45)))),
    ),
    st.sampled_from(("", "before-migration", "damaged")),
    st.sampled_from(("library.db", "library", "a-b.c.sqlite", "library-20260304T140300Z.db")),
)
def test_a_name_tells_when_the_copy_was_made(at: datetime, why: str, library: str) -> None:
    name = copy_name(Path(library), at, why)
    assert copied_at(Path(library), name) == at.replace(microsecond=0)
    assert os.sep not in name


@pytest.mark.parametrize(
    "name",
    [
        "library.db",
        "library-mine.db",
        "library-20261399T140300Z.db",
        "library-20260304T140300Z.txt",
        "other-20260304T140300Z.db",
        "library-20260304T140300Z-2.db",
        "library-20260304T140300.db",
        "library-\uff12\uff10\uff12\uff160304T140300Z.db",
        "",
    ],
)
def test_other_names_tell_nothing(name: str) -> None:
    assert copied_at(Path("library.db"), name) is None
