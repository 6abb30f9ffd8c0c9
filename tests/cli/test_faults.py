"""Whatever a command meets, it ends with a sentence and a status, and nothing is lost."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from facilitator import resources
from facilitator.app import care, export, reading
from facilitator.store import sqlite
from facilitator.store.errors import WriteFailed
from facilitator.store.writer import Writer

if TYPE_CHECKING:
    from facilitator.domain.records import Review
    from tests.cli.conftest import Shell

SAMPLE = resources.path("sample.json")


def busy(library: Path, how: str) -> sqlite3.Connection:
    """Another program that has begun to write."""
    other = sqlite3.connect(library, isolation_level=None)
    other.execute(f"BEGIN {how}")
    return other


class TestLibraryNames:
    """What may be named as a library."""

    @pytest.mark.parametrize("name", ["postgresql://me:secret@host/db", "sqlite:///x.db"])
    def test_an_address_is_none_and_its_password_is_not_told(
        self, shell: Shell, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.chdir(tmp_path)
        for command in (("list",), ("sample",), ("doctor",), ("backup", "b.db")):
            told = shell.fails(4, *command, "--library", name)
            assert "must be a file" in told
            assert "secret" not in told
        assert [each.name for each in tmp_path.iterdir()] == ["library"]

    def test_a_home_that_is_nobodys(self, shell: Shell) -> None:
        assert "~nobody-here/x.db" in shell.fails(4, "list", "--library", "~nobody-here/x.db")

    def test_no_name_is_wrong_usage(self, shell: Shell) -> None:
        for words in (["list", "--library", ""], ["--library=", "list"], ["--library", ""]):
            shell.fails(2, *words)

    def test_looking_makes_no_library(self, shell: Shell, tmp_path: Path) -> None:
        assert shell.done("list", "--json").json == []
        for words in (["show", "x"], ["check", "x"], ["export", "x", tmp_path / "x.md"]):
            shell.fails(3, *words)
        shell.fails(3, "import", SAMPLE, "--into", "x", "--dry-run")
        assert not shell.library.exists()


class TestWords:
    """What the arguments may hold."""

    def test_no_option_may_be_shortened(self, shell: Shell) -> None:
        shell.fails(2, "list", "--js")
        shell.fails(2, "--lib", "x.db", "open")

    def test_the_version_comes_before_all_else(self, shell: Shell) -> None:
        assert shell.done("--version", "list").out.startswith("facilitator ")
        assert not shell.library.exists()

    def test_a_name_that_would_break_the_line_is_told_in_one(self, shell: Shell) -> None:
        assert "a�b�[31m" in shell.fails(3, "import", "a\nb\x1b[31m.json")

    def test_a_long_word_is_told_in_short(self, shell: Shell) -> None:
        shell.done("sample")
        assert len(shell.fails(3, "show", "x" * 5000)) < 200


class TestImport:
    """Files that cannot be read, and libraries that cannot take them."""

    def test_a_pipe_that_nobody_writes_to(
        self, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(reading, "PATIENCE", 0.05)
        os.mkfifo(tmp_path / "pipe.json")
        assert "Nothing came" in shell.fails(3, "import", tmp_path / "pipe.json")

    def test_a_pipe_that_somebody_writes_to(self, shell: Shell) -> None:
        out, into = os.pipe()
        os.write(into, SAMPLE.read_bytes())
        os.close(into)
        told = shell.done("import", f"/dev/fd/{out}", "--as", "json", "--dry-run", "--json").json
        os.close(out)
        assert told["events"] == 14

    def test_a_pipe_is_read_by_its_name(self, shell: Shell, tmp_path: Path) -> None:
        pipe = tmp_path / "pipe.json"
        os.mkfifo(pipe)
        writing = threading.Thread(target=pipe.write_bytes, args=(SAMPLE.read_bytes(),))
        writing.start()
        told = shell.done("import", pipe, "--dry-run", "--json").json
        writing.join()
        assert told["events"] == 14

    def test_several_files_are_taken_over_all_or_none(
        self, shell: Shell, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shell.done("sample")
        heads: list[Review] = []
        insert = Writer.insert_head

        def full_at_the_third(writer: Writer, connection: Any, review: Review) -> None:
            if len(heads) == 2:
                raise WriteFailed("The edit was not saved: no space left.")
            heads.append(review)
            insert(writer, connection, review)

        monkeypatch.setattr(Writer, "insert_head", full_at_the_third)
        shell.fails(4, "import", SAMPLE, SAMPLE, SAMPLE)
        assert len({each.id for each in heads}) == 2
        assert len(shell.titles()) == 1


class TestExport:
    """Places where a file cannot be put."""

    def test_a_name_that_is_too_long(self, shell: Shell, tmp_path: Path) -> None:
        shell.done("sample")
        assert "too long" in shell.fails(3, "export", "sample", tmp_path / f"{'n' * 300}.md")

    def test_a_name_that_is_just_not_too_long(self, shell: Shell, tmp_path: Path) -> None:
        shell.done("sample")
        shell.done("export", "sample", tmp_path / f"{'n' * 250}.md")

    @pytest.mark.parametrize("more", [[], ["--force"]])
    def test_a_pipe_stays_a_pipe(self, shell: Shell, tmp_path: Path, more: list[str]) -> None:
        shell.done("sample")
        os.mkfifo(tmp_path / "pipe.md")
        told = shell.fails(3, "export", "sample", tmp_path / "pipe.md", *more)
        assert "not a plain file" in told
        assert (tmp_path / "pipe.md").is_fifo()

    @pytest.mark.parametrize("more", [[], ["--force"]])
    def test_a_link_that_leads_nowhere(self, shell: Shell, tmp_path: Path, more: list[str]) -> None:
        shell.done("sample")
        (tmp_path / "link.md").symlink_to(tmp_path / "none")
        told = shell.fails(3, "export", "sample", tmp_path / "link.md", *more)
        assert "leads nowhere" in told
        assert (tmp_path / "link.md").is_symlink()

    def test_a_file_that_appears_meanwhile_stays(
        self, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shell.done("sample")
        out = tmp_path / "a.md"

        def slow(_review: Review, **_wish: object) -> bytes:
            out.write_bytes(b"mine")
            return b"ours"

        monkeypatch.setattr(export, "write_markdown", slow)
        assert "there already" in shell.fails(3, "export", "sample", out)
        assert out.read_bytes() == b"mine"

    def test_a_folder_that_may_not_be_looked_into(
        self, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def shut(_path: Path) -> bool:
            raise PermissionError(13, "Permission denied")

        shell.done("sample")
        monkeypatch.setattr(Path, "exists", shut)
        told = shell.fails(3, "export", "sample", tmp_path / "a.md")
        assert "a.md cannot be written: Permission denied." in told


class TestCare:
    """Backups out and in."""

    def test_what_is_full_is_where_the_copy_goes(
        self, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(_source: sqlite3.Connection, _target: Path) -> dict[str, int]:
            raise OSError(28, "No space left on device")

        shell.done("sample")
        shell.done("backup", tmp_path / "good.db")
        monkeypatch.setattr(sqlite, "copy", full)
        told = shell.fails(3, "backup", tmp_path / "more.db")
        assert f"{tmp_path / 'more.db'} cannot be written: No space" in told
        told = shell.fails(4, "restore", tmp_path / "good.db")
        assert f"{shell.library}: No space" in told
        assert shell.titles()

    @pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
    def test_nothing_is_restored_under_somebody_who_writes(
        self, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
    ) -> None:
        monkeypatch.setattr(sqlite, "PATIENCE", 50)
        shell.done("sample")
        shell.done("backup", tmp_path / "good.db")
        before = shell.library.stat().st_ino
        with closing(busy(shell.library, how)):
            assert "in use" in shell.fails(4, "restore", tmp_path / "good.db")
        assert shell.library.stat().st_ino == before
        assert not (tmp_path / "backups").exists()
        shell.done("restore", tmp_path / "good.db")

    def test_a_folder_in_the_place_of_the_library_stays(self, shell: Shell, tmp_path: Path) -> None:
        shell.done("sample")
        shell.done("backup", tmp_path / "good.db")
        (tmp_path / "mine").mkdir()
        (tmp_path / "mine" / "file").touch()
        told = shell.fails(4, "restore", tmp_path / "good.db", "--library", tmp_path / "mine")
        assert "not a file" in told
        assert (tmp_path / "mine" / "file").exists()

    @pytest.mark.parametrize("name", [".", "none.db", "empty.db"])
    def test_what_is_no_backup_is_named(self, shell: Shell, tmp_path: Path, name: str) -> None:
        (tmp_path / "empty.db").touch()
        told = shell.fails(3, "restore", tmp_path / name)
        assert str(tmp_path / name) in told
        assert "written" not in told

    def test_doctor_tells_of_backups_that_cannot_be_read(
        self, shell: Shell, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def shut(*_arguments: object) -> None:
            raise PermissionError(13, "Permission denied")

        shell.done("sample")
        monkeypatch.setattr(care, "copies", shut)
        assert "backups cannot be read: Permission denied" in shell.done("doctor").out

    def test_damage_is_told_in_one_line(self, shell: Shell, tmp_path: Path) -> None:
        shell.done("sample")
        data = bytearray(shell.library.read_bytes())
        for page in range(5, len(data) // 4096):
            data[page * 4096 + 1 : page * 4096 + 5] = b"\xff\xff\xff\xff"
        shell.library.write_bytes(data)
        assert "damaged" in shell.fails(4, "backup", tmp_path / "b.db")
        answer = shell("doctor")
        assert answer.status == 4
        assert len(answer.err.splitlines()) == 1


def test_a_mistake_of_the_program_is_told_without_a_traceback_or_words(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise LookupError("between you and me")

    shell.done("sample")
    monkeypatch.setattr("facilitator.cli.reading_commands.write_markdown", fail)
    answer = shell("show", "sample")
    assert answer.status == 1
    assert answer.out == ""
    (line,) = answer.err.splitlines()
    assert line.startswith("facilitator: Facilitator made a mistake: builtins.LookupError at ")
    assert "cli/reading_commands.py" in line
    assert "between you" not in line
