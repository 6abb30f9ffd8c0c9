"""Copies of the library: one a day, thinned, and put back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.app import backups
from facilitator.store.errors import LibraryUnusable
from facilitator.store.quick import Reader
from facilitator.store.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.app.library import Library

NOW = datetime(2026, 3, 5, 14, tzinfo=UTC)
AGES = st.lists(st.integers(0, 900 * 24), max_size=60)


def times(hours: list[int]) -> list[datetime]:
    return [NOW - timedelta(hours=each) for each in hours]


def test_a_day_has_one_copy(library: Library, library_path: Path, tmp_path: Path) -> None:
    library.add_sample()
    folder = tmp_path / "backups"
    first = backups.keep_daily(library_path, folder, NOW)
    assert first is not None
    assert backups.keep_daily(library_path, folder, NOW + timedelta(hours=2)) is None
    assert backups.keep_daily(library_path, folder, NOW + timedelta(days=1)) is not None
    with Reader(first) as reader:
        assert len(reader.summaries()) == 1


def test_a_folder_that_cannot_be_made_is_told(library_path: Path, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file", encoding="utf-8")
    with pytest.raises(OSError, match="File exists"):
        backups.make(library_path, tmp_path / "backups", NOW)


def test_what_is_not_a_copy_stays(library: Library, library_path: Path, tmp_path: Path) -> None:
    library.add_sample()
    folder = tmp_path / "backups"
    folder.mkdir()
    mine = folder / "library-mine.db"
    mine.write_text("mine", encoding="utf-8")
    for days in range(40):
        backups.keep_daily(library_path, folder, NOW + timedelta(days=days))
    assert mine.read_text(encoding="utf-8") == "mine"
    assert len(backups.copies(library_path, folder)) < 20


@given(AGES)
def test_what_is_kept(hours: list[int]) -> None:
    kept = backups.kept(times(hours), NOW)
    assert kept <= set(times(hours))
    assert {at for at in times(hours) if NOW - at <= timedelta(days=2)} <= kept
    for at in times(hours):
        # The latest copies of seven days, four weeks and twelve months are there.
        days = sorted({each.date() for each in times(hours)}, reverse=True)
        if at.date() in days[:7]:
            assert max(each for each in times(hours) if each.date() == at.date()) in kept
    old = {at for at in kept if NOW - at > timedelta(days=2)}
    assert len(old) <= 7 + 4 + 12


@given(AGES)
def test_thinning_twice_is_thinning_once(hours: list[int]) -> None:
    kept = backups.kept(times(hours), NOW)
    assert backups.kept(kept, NOW) == kept


def test_a_restored_library_is_the_copy(
    library: Library, library_path: Path, tmp_path: Path
) -> None:
    first = library.add_sample()
    folder = tmp_path / "backups"
    copy = backups.make(library_path, folder, NOW)
    library.add_sample()
    library.close()
    aside = backups.restore(copy, library_path, folder, NOW + timedelta(minutes=1))
    with Reader(library_path) as reader:
        assert [each.id for each in reader.summaries()] == [first]
    assert aside is not None
    with Reader(aside) as reader:
        assert len(reader.summaries()) == 2


@pytest.fixture
def copy(library: Library, library_path: Path, tmp_path: Path) -> Path:
    """A backup of a library with one review, which is closed by now."""
    library.add_sample()
    made = backups.make(library_path, tmp_path / "backups", NOW)
    library.close()
    return made


def test_a_damaged_library_is_kept_aside(copy: Path, library_path: Path) -> None:
    library_path.write_bytes(b"nothing of a library" * 300)
    aside = backups.restore(copy, library_path, copy.parent, NOW)
    assert aside is not None
    assert aside.read_bytes().startswith(b"nothing of a library")
    with Reader(library_path) as reader:
        assert len(reader.summaries()) == 1


def test_what_is_no_backup_is_not_restored(
    library: Library, library_path: Path, tmp_path: Path
) -> None:
    library.add_sample()
    library.close()
    there = library_path.read_bytes()
    (tmp_path / "mine").write_bytes(b"not a library")
    with pytest.raises(LibraryUnusable):
        backups.restore(tmp_path / "mine", library_path, tmp_path / "backups", NOW)
    assert library_path.read_bytes() == there


def test_a_restored_library_stays_behind_its_link(
    copy: Path, library_path: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(library_path)
    aside = backups.restore(copy, link, copy.parent, NOW)
    assert link.is_symlink()
    assert aside is not None
    assert aside.name.startswith("link-")
    library_path.write_bytes(b"nothing of a library" * 300)
    aside = backups.restore(copy, link, copy.parent, NOW)
    assert aside is not None
    assert aside.read_bytes().startswith(b"nothing of a library")
    with Reader(library_path) as reader:
        assert len(reader.summaries()) == 1


def test_a_damaged_library_takes_no_other_files_place(copy: Path, library_path: Path) -> None:
    library_path.write_bytes(b"first" * 999)
    aside = backups.restore(copy, library_path, copy.parent, NOW)
    library_path.write_bytes(b"second" * 999)
    with pytest.raises(FileExistsError):
        backups.restore(copy, library_path, copy.parent, NOW)
    assert aside is not None
    assert aside.read_bytes() == b"first" * 999
    assert library_path.read_bytes() == b"second" * 999


def test_the_copies_of_a_library_are_found_whatever_its_name(tmp_path: Path) -> None:
    library = tmp_path / "a[b]*?.db"
    open_store(library, lambda: NOW).close()
    made = backups.keep_daily(library, tmp_path / "backups", NOW)
    assert list(backups.copies(library, tmp_path / "backups")) == [made]
