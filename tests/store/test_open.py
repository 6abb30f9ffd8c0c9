"""A library opens, or one plain sentence says why not, and the file stays as it was."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.records import Review
from facilitator.store import schema, sqlite
from facilitator.store.errors import LibraryUnusable, Trouble
from facilitator.store.quick import Reader, State, look
from facilitator.store.store import Store, open_store
from tests.store.support import Clock, beside, full_review

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def refused(path: Path, kind: Trouble) -> LibraryUnusable:
    """Opening is refused with this kind and one sentence, and changes no byte."""
    was = path.read_bytes() if path.is_file() else None
    there = beside(path) if path.parent.is_dir() else set()
    with pytest.raises(LibraryUnusable) as told:
        open_store(path, Clock())
    sentence = told.value.sentence
    assert told.value.kind is kind, sentence
    assert str(path) in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert (path.read_bytes() if path.is_file() else None) == was
    assert (beside(path) if path.parent.is_dir() else set()) == there
    return told.value


def test_a_new_library_is_private_and_nothing_lies_beside_it(library_path: Path) -> None:
    assert look(library_path) is State.ABSENT
    open_store(library_path, Clock()).close()
    assert look(library_path) is State.CURRENT
    assert library_path.stat().st_mode & 0o777 == 0o600
    assert beside(library_path) <= {"library.db", "library.db-journal"}
    for name in beside(library_path):
        assert library_path.with_name(name).stat().st_mode & 0o077 == 0


def test_a_library_whose_end_is_missing_is_damaged(closed: Path) -> None:
    """SQLite counts half a page as a whole one, and takes what is missing for zeros."""
    os.truncate(closed, closed.stat().st_size - 1000)
    assert "end is missing" in refused(closed, Trouble.DAMAGED).sentence


def test_looking_makes_nothing(library_path: Path) -> None:
    look(library_path)
    assert beside(library_path) == set()


def test_missing_folders_are_made_for_the_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "data" / "facilitator" / "library.db"
    open_store(path, Clock()).close()
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("name", ["a b.db", "50%41?#&.db", "Bücher 📚.db", "-x", "file:x.db"])
def test_any_file_name_will_do(library_dir: Path, name: str) -> None:
    path = library_dir / name
    store = open_store(path, Clock())
    store.create(Review(id="r1", title="x"))
    store.close()
    assert {path.name} <= beside(path) <= {path.name, f"{path.name}-journal"}
    with Reader(path) as reader:
        assert [each.id for each in reader.summaries()] == ["r1"]


def test_a_relative_path_stays_what_it_was_when_the_folder_changes(
    library_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(library_dir)
    store = open_store(Path("library.db"), Clock())
    monkeypatch.chdir(tmp_path)
    store.create(Review(id="r1"))
    store.close()
    assert look(library_dir / "library.db") is State.CURRENT


def test_a_link_to_a_library_is_followed(library_dir: Path, store: Store) -> None:
    store.create(Review(id="r1"))
    link = library_dir / "link.db"
    link.symlink_to(store.path)
    second = open_store(link, Clock())
    second.trash("r1")
    second.close()
    assert link.is_symlink()
    assert store.summaries() == ()


def test_a_link_that_leads_nowhere_is_told_and_not_filled(library_path: Path) -> None:
    library_path.symlink_to(library_path.with_name("elsewhere.db"))
    assert "leads nowhere" in refused(library_path, Trouble.FOREIGN).sentence
    assert not library_path.exists()


def test_a_folder_is_no_library(library_path: Path) -> None:
    library_path.mkdir()
    refused(library_path, Trouble.FOREIGN)


def test_an_empty_file_is_no_library(library_path: Path) -> None:
    library_path.touch()
    refused(library_path, Trouble.EMPTY)


@pytest.mark.parametrize(
    "data",
    [b"\0", b"hello", b"%PDF-1.7\n" * 1000, b"SQLite format 3\0", b"\0" * 4096, os.urandom(9000)],
    ids=["zero", "word", "pdf", "header", "zeros", "noise"],
)
def test_a_file_of_another_kind_is_told(library_path: Path, data: bytes) -> None:
    library_path.write_bytes(data)
    refused(library_path, Trouble.FOREIGN)
    with Reader(library_path) as reader, pytest.raises(LibraryUnusable):
        reader.summaries()


@pytest.mark.parametrize("application_id", [0, 1])
def test_a_database_of_another_program_is_told(library_path: Path, application_id: int) -> None:
    with closing(sqlite3.connect(library_path)) as connection:
        connection.execute("CREATE TABLE review (id)")
        connection.execute(f"PRAGMA application_id={application_id}")
        connection.commit()
    assert "another program" in refused(library_path, Trouble.FOREIGN).sentence


def spoil(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def loosen(path: Path, table: str) -> None:
    """Make a table like it that takes any value."""
    spoil(
        path,
        "PRAGMA legacy_alter_table=ON",
        f"ALTER TABLE {table} RENAME TO old_{table}",
        f"CREATE TABLE {table} AS SELECT * FROM old_{table}",  # noqa: S608 - a name of ours
    )


@pytest.fixture
def closed(library_path: Path) -> Path:
    """A library with a review that nobody has open."""
    store = open_store(library_path, Clock())
    store.create(full_review())
    store.close()
    library_path.with_name("library.db-journal").unlink(missing_ok=True)
    return library_path


@pytest.mark.parametrize(
    ("kind", "statement"),
    [
        (Trouble.NEWER, "UPDATE alembic_version SET version_num = '9000'"),
        (Trouble.NEWER, "UPDATE alembic_version SET version_num = '9999'"),
        (Trouble.DAMAGED, "UPDATE alembic_version SET version_num = 'abc'"),
        (Trouble.DAMAGED, "UPDATE alembic_version SET version_num = x'30303031'"),
        (Trouble.DAMAGED, "INSERT INTO alembic_version VALUES ('0000')"),
        (Trouble.DAMAGED, "DELETE FROM alembic_version"),
        (Trouble.DAMAGED, "DROP TABLE alembic_version"),
        (Trouble.DAMAGED, "ALTER TABLE alembic_version RENAME version_num TO other"),
    ],
)
def test_a_library_of_no_version_of_ours_is_told(
    closed: Path, kind: Trouble, statement: str
) -> None:
    spoil(closed, statement)
    told = refused(closed, kind)
    with Reader(closed) as reader:
        for read in (reader.version, reader.summaries, lambda: reader.load("r1")):
            with pytest.raises(LibraryUnusable) as also:
                read()
            assert also.value.sentence == told.sentence


def test_a_newer_library_is_told_with_both_versions_and_the_way_out(closed: Path) -> None:
    spoil(closed, "UPDATE alembic_version SET version_num = '0042'")
    sentence = refused(closed, Trouble.NEWER).sentence
    assert "0042" in sentence
    assert "update Facilitator" in sentence


@pytest.mark.parametrize(
    ("table", "statement"),
    [
        ("review", "UPDATE review SET status = 'gone'"),
        ("review", "UPDATE review SET services = '[1]'"),
        ("review", "UPDATE review SET services = '{'"),
        ("review", "UPDATE review SET services = '" + "[" * 100_000 + "'"),
        ("review", "UPDATE review SET held_on = 'soon'"),
        ("review", "UPDATE review SET updated = '2026-03-03T14:03:00'"),
        ("review", "UPDATE review SET title = x'00'"),
        ("review", "UPDATE review SET title = CAST(x'ff' AS TEXT)"),
        ("event", "UPDATE event SET at = 'now'"),
        ("event", "UPDATE event SET at = '2026-03-03T14:03:00+01:00' WHERE id = 'e1'"),
        ("event", "UPDATE event SET starred = 2"),
        ("event", "UPDATE event SET kind = NULL"),
        ("event", "ALTER TABLE event RENAME text TO tixt"),
        ("evidence", "UPDATE evidence SET data = 'text'"),
        ("evidence", "UPDATE evidence SET event_id = 'gone'"),
        ("factor", "UPDATE factor SET position = 'x'"),
        ("factor", "UPDATE factor SET parent = 'gone' WHERE id = 'f2'"),
        ("factor", "UPDATE factor SET parent = 'f2'"),
        ("factor", "INSERT INTO factor SELECT * FROM factor WHERE id = 'f2'"),
        ("factor", "UPDATE factor SET family = 'none' WHERE id = 'f2'"),
        ("factor_event", "UPDATE factor_event SET event_id = 'gone' WHERE position = 0"),
        ("factor_event", "UPDATE factor_event SET factor_id = 'gone'"),
        ("action", "UPDATE action SET vague = 7"),
        ("action", "UPDATE action SET stopgap_for = 'gone'"),
        ("action", "UPDATE action SET backlog_key = NULL WHERE id = 'a1'"),
        ("action", "UPDATE action SET deferral_until = NULL"),
        ("action", "UPDATE action SET hint = 'strong' WHERE id = 'a1'"),
        ("lesson", "UPDATE lesson SET side = 'x'"),
        ("parked", "DROP TABLE parked"),
    ],
    ids=lambda word: str(word)[:50],
)
def test_a_value_that_cannot_be_is_told_with_its_place(
    closed: Path, table: str, statement: str
) -> None:
    loosen(closed, table)
    with Reader(closed) as reader:
        assert reader.load("r1") == full_review()
    spoil(closed, statement)
    with Reader(closed) as reader, pytest.raises(LibraryUnusable) as told:
        reader.load("r1")
    assert told.value.kind is Trouble.DAMAGED
    store = open_store(closed, Clock())
    try:
        with pytest.raises(LibraryUnusable) as also:
            store.load("r1")
        assert also.value.kind is Trouble.DAMAGED
        assert str(closed) in also.value.sentence
    finally:
        store.close()


def test_damage_names_row_and_column(closed: Path) -> None:
    spoil(closed, "UPDATE event SET kind = 'riot' WHERE id = 'e2'")
    with Reader(closed) as reader, pytest.raises(LibraryUnusable, match="kind of event e2 cannot"):
        reader.load("r1")


@pytest.mark.usefixtures("_impatient")
@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_library_in_use_is_told(closed: Path, how: str) -> None:
    with closing(sqlite3.connect(closed, isolation_level=None)) as other:
        other.execute(f"BEGIN {how}")
        refused(closed, Trouble.LOCKED)
        other.execute("ROLLBACK")
    open_store(closed, Clock()).close()


def test_reading_goes_on_while_another_is_about_to_write(closed: Path) -> None:
    with closing(sqlite3.connect(closed, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Reader(closed) as reader:
            assert reader.load("r1") == full_review()


def read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let SQLite open files for reading only, which binds root too."""
    connect = sqlite3.connect

    def connect_to_read(name: str, **options: object) -> sqlite3.Connection:
        return connect(name.replace("mode=rw", "mode=ro"), **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(sqlite3, "connect", connect_to_read)


def test_a_file_that_may_not_be_written_is_told_before_the_first_edit(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_only(monkeypatch)
    refused(closed, Trouble.UNWRITABLE)
    with Reader(closed) as reader:
        assert reader.load("r1") == full_review()


def test_a_folder_that_may_not_be_written_is_told(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, _mode: path != closed.parent)
    assert "folder" in refused(closed, Trouble.UNWRITABLE).sentence


@contextmanager
def bound(path: Path, mode: int) -> Iterator[None]:
    """Inside, a path has this mode; the test is skipped where modes bind nobody, as for root."""
    path.chmod(mode)
    try:
        if os.access(path, os.W_OK):
            pytest.skip("Modes do not bind this user.")
        yield
    finally:
        path.chmod(0o700)


@pytest.mark.parametrize("what", ["file", "folder"])
def test_modes_bind(closed: Path, what: str) -> None:
    which, mode = (closed, 0o400) if what == "file" else (closed.parent, 0o500)
    with bound(which, mode):
        refused(closed, Trouble.UNWRITABLE)
        with Reader(closed) as reader:
            assert reader.load("r1") == full_review()


def test_a_library_cannot_be_made_where_nothing_may_be(library_path: Path) -> None:
    with bound(library_path.parent, 0o500):
        refused(library_path, Trouble.UNWRITABLE)


@pytest.mark.parametrize(
    "place",
    [Path("file/library.db"), Path("file/deep/library.db"), Path("x" * 250)],
    ids=["under a file", "far under a file", "too long a name"],
)
def test_a_library_that_cannot_be_made_is_told(library_dir: Path, place: Path) -> None:
    (library_dir / "file").touch()
    refused(library_dir / place, Trouble.UNWRITABLE)


def _fail_with(problem: Exception) -> Callable[..., None]:
    def fail(*_arguments: object, **_options: object) -> None:
        raise problem

    return fail


def test_a_full_disk_leaves_nothing_of_a_new_library(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_PRAGMAS", (*sqlite._PRAGMAS, "PRAGMA max_page_count=3"))
    refused(library_path, Trouble.FULL)
    monkeypatch.undo()
    monkeypatch.setattr(os, "link", _fail_with(OSError(28, "No space left on device")))
    monkeypatch.setattr(Path, "rename", _fail_with(OSError(28, "No space left on device")))
    refused(library_path, Trouble.FULL)


def test_a_disk_without_links_will_do(library_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", _fail_with(OSError(95, "Operation not supported")))
    open_store(library_path, Clock()).close()
    assert look(library_path) is State.CURRENT


@pytest.mark.parametrize("links", [True, False])
def test_a_library_that_another_made_meanwhile_stays(
    library_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    fill = schema._fill

    def fill_late(path: Path) -> None:
        fill(path)
        monkeypatch.setattr(schema, "_fill", fill)
        theirs = open_store(library_path, Clock())
        theirs.create(Review(id="theirs"))
        theirs.close()

    monkeypatch.setattr(schema, "_fill", fill_late)
    if not links:
        monkeypatch.setattr(os, "link", _fail_with(OSError(95, "Operation not supported")))
    store = open_store(library_path, Clock())
    assert [each.id for each in store.summaries()] == ["theirs"]
    store.close()


def test_a_reader_of_nothing_says_so(library_path: Path) -> None:
    with pytest.raises(LibraryUnusable) as told, Reader(library_path) as reader:
        reader.summaries()
    assert told.value.kind is Trouble.ABSENT
    assert not library_path.exists()


HEAVY = "sqlalchemy", "sqlmodel", "alembic", "pydantic"
LOOK = "import facilitator.store.quick"
READ = "from facilitator.store.quick import Reader; Reader(PATH).load('r1')"
OPEN = "from facilitator.store.store import open_store; open_store(PATH, None).load('r1')"


@pytest.mark.parametrize(
    ("code", "absent"),
    [(LOOK, HEAVY), (READ, HEAVY), (OPEN, ("alembic",))],
    ids=["look", "read", "open"],
)
def test_what_is_not_needed_is_not_loaded(closed: Path, code: str, absent: tuple[str, ...]) -> None:
    before = "import sys; from pathlib import Path; PATH = Path(sys.argv[1])"
    after = f"print(*[name for name in {absent!r} if name in sys.modules])"
    ran = subprocess.run(
        [sys.executable, "-c", f"{before}; {code}; {after}", str(closed)],
        check=True,
        capture_output=True,
        text=True,
    )
    assert ran.stdout.strip() == ""
