"""Files appear whole or not at all, and nothing is written over unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from facilitator.app.export import CannotExport, check_free
from facilitator.app.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder."""
    found = tmp_path / "folder"
    found.mkdir()
    return found


def test_a_new_file(folder: Path) -> None:
    write_atomically(folder / "a", b"1")
    assert (folder / "a").read_bytes() == b"1"
    assert [each.name for each in folder.iterdir()] == ["a"]


def test_what_is_there_stays(folder: Path) -> None:
    (folder / "a").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        write_atomically(folder / "a", b"1")
    assert (folder / "a").read_bytes() == b"mine"
    assert [each.name for each in folder.iterdir()] == ["a"]


def test_a_link_goes_on_leading_to_the_file(folder: Path) -> None:
    (folder / "a").write_bytes(b"mine")
    (folder / "link").symlink_to(folder / "a")
    write_atomically(folder / "link", b"new", overwrite=True)
    assert (folder / "link").is_symlink()
    assert (folder / "a").read_bytes() == b"new"


def test_a_failure_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    (folder / "a").write_bytes(b"mine")
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(folder / "a", b"1", overwrite=True)
    assert (folder / "a").read_bytes() == b"mine"
    assert [each.name for each in folder.iterdir()] == ["a"]


def test_a_folder_that_is_not_there(folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(folder / "none" / "a", b"1")


@pytest.mark.parametrize("name", ["a\x00b.md", "a\ud800.md", "n" * 300])
def test_a_name_that_no_file_can_have_is_told(folder: Path, name: str) -> None:
    with pytest.raises(CannotExport) as told:
        check_free(folder / name, overwrite=True)
    assert told.value.sentence.endswith(".")


def test_a_link_that_leads_to_itself_gives_way_to_the_file(folder: Path) -> None:
    (folder / "a").symlink_to(folder / "a")
    write_atomically(folder / "a", b"1", overwrite=True)
    assert (folder / "a").read_bytes() == b"1"
