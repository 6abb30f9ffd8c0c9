"""An older library is brought up to date whole or not at all, after a copy of it was kept."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from facilitator.store import schema, sqlite
from facilitator.store.copies import check_library
from facilitator.store.errors import LibraryUnusable, Trouble
from facilitator.store.files import new_file
from facilitator.store.quick import Reader, State, look
from facilitator.store.store import open_store
from facilitator.store.tables import METADATA
from facilitator.store.versions import VERSION
from tests.store.steps import STEPS, make_older, write_steps
from tests.store.support import Clock, dump, full_review, save

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
MIGRATED = replace(full_review(), parking=(), incident="INC-7!")


@pytest.fixture
def older(library_path: Path) -> Path:
    make_older(library_path)
    return library_path


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The made-up steps in the place of the real ones."""
    folder = tmp_path / "50% steps"
    write_steps(folder, STEPS)
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    return folder


def described(path: Path) -> dict[str, Any]:
    """Tables, columns, keys and indexes of a library, as its database tells them."""
    engine = sqlite.make_engine(path)
    with engine.connect() as connection:
        found = sa.inspect(connection)
        return {
            table: {
                "columns": [
                    {**column, "type": str(column["type"])} for column in found.get_columns(table)
                ],
                "key": found.get_pk_constraint(table)["constrained_columns"],
                "links": sorted(found.get_foreign_keys(table), key=repr),
                "indexes": sorted(found.get_indexes(table), key=repr),
                "unique": found.get_unique_constraints(table),
                "checks": found.get_check_constraints(table),
            }
            for table in found.get_table_names()
        }


def made_by(path: Path, make: Callable[[sa.Connection], None]) -> dict[str, Any]:
    new = new_file(path)
    with sqlite.make_engine(new).begin() as connection:
        make(connection)
    return described(new)


def test_the_steps_lead_to_the_tables_of_the_program(library_path: Path) -> None:
    stepped = made_by(library_path, schema.upgrade)
    made = made_by(library_path, schema.create_tables)
    of_index = {name for name in made if name.split("_")[0] == "search"}
    assert set(stepped) == set(made) == set(METADATA.tables) | of_index
    assert stepped["search"] == made.pop("search")
    for table, description in made.items():
        if table in of_index:
            continue
        assert stepped[table] == description, table
        assert {each["name"] for each in description["columns"]} == set(
            METADATA.tables[table].columns.keys()
        )
        links = METADATA.tables[table].foreign_key_constraints
        assert len(description["links"]) == len(links), table
        assert len(description["indexes"]) == len(METADATA.tables[table].indexes), table


def test_the_last_step_leads_to_the_version_of_the_program() -> None:
    from alembic.config import Config  # noqa: PLC0415 - as the store does
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - the same

    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [VERSION]
    names = [Path(script.path).name for script in scripts.walk_revisions()]
    assert all(name.startswith(f"{name[:4]}_") and name[:4].isdigit() for name in names)


def test_an_older_library_is_told_from_others(older: Path) -> None:
    assert look(older) is State.BEHIND
    with Reader(older) as reader:
        assert reader.version() == "0000"
        for read in (reader.summaries, lambda: reader.load("r1")):
            with pytest.raises(LibraryUnusable) as told:
                read()
            assert told.value.kind is Trouble.OLDER


@pytest.mark.usefixtures("steps")
def test_an_older_library_is_brought_up_to_date(older: Path, tmp_path: Path) -> None:
    new = made_by(tmp_path / "new.db", schema.create_tables)
    store = open_store(older, Clock())
    try:
        assert look(older) is State.CURRENT
        assert store.load("r1") == MIGRATED
        now = save(store, MIGRATED, replace(MIGRATED, title="And goes on"))
        assert store.load("r1") == now
    finally:
        store.close()
    found = described(older)
    for table in set(new) - {"event", "review"}:
        assert found[table] == new[table]
    for table in ("event", "review"):
        # Columns that came later stand last.
        for part in found[table]:
            assert sorted(found[table][part], key=repr) == sorted(new[table][part], key=repr)
    check_library(older)


@pytest.mark.usefixtures("steps")
def test_what_was_there_before_is_kept(older: Path, tmp_path: Path) -> None:
    was = dump(older)
    open_store(older, Clock(), tmp_path / "kept").close()
    (copy,) = (tmp_path / "kept").iterdir()
    assert dump(copy) == was
    assert copy.name == "library-20260305T140001Z-before-migration.db"
    assert copy.stat().st_mode & 0o777 == 0o600
    assert copy.parent.stat().st_mode & 0o777 == 0o700
    assert check_library(copy)["event"] == len(full_review().events)


def test_a_library_of_this_version_is_neither_migrated_nor_copied(library_path: Path) -> None:
    open_store(library_path, Clock()).close()
    open_store(library_path, Clock()).close()
    assert not library_path.with_name("backups").exists()


def refused(path: Path, kind: Trouble) -> str:
    was = dump(path)
    with pytest.raises(LibraryUnusable) as told:
        open_store(path, Clock())
    assert told.value.kind is kind, told.value.sentence
    assert str(path) in told.value.sentence
    assert dump(path) == was
    return told.value.sentence


FILL = """
op.execute("PRAGMA max_page_count=1")
op.execute("CREATE TABLE more AS SELECT randomblob(100000)")
"""
FAILING = {
    "no such table": ('op.execute("UPDATE gone SET x = 1")', Trouble.DAMAGED),
    "no space": (FILL, Trouble.FULL),
    "broken links": ('op.execute("DELETE FROM event")', Trouble.DAMAGED),
}


@pytest.mark.parametrize(("body", "kind"), FAILING.values(), ids=FAILING.keys())
def test_a_step_that_fails_undoes_those_before_it(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, kind: Trouble
) -> None:
    folder = tmp_path / "steps"
    write_steps(folder, {**STEPS, VERSION: f"{STEPS[VERSION]}\n{body}"})
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    refused(older, kind)
    assert look(older) is State.BEHIND
    assert len(list(older.with_name("backups").iterdir())) == 1


def test_a_mistake_in_a_step_undoes_those_before_it(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "steps"
    write_steps(folder, {**STEPS, VERSION: f"{STEPS[VERSION]}\nraise ZeroDivisionError"})
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    was = dump(older)
    with pytest.raises(ZeroDivisionError):
        open_store(older, Clock())
    assert dump(older) == was


def test_a_version_that_no_step_leads_on_from_is_told(older: Path) -> None:
    assert "no Facilitator has had the version" in refused(older, Trouble.DAMAGED)


@pytest.mark.usefixtures("steps")
def test_nothing_is_migrated_that_could_not_be_copied(older: Path) -> None:
    older.with_name("backups").write_text("in the way", encoding="utf-8")
    assert "before its migration" in refused(older, Trouble.UNWRITABLE)


@pytest.mark.usefixtures("steps")
def test_a_damaged_library_is_not_migrated(older: Path) -> None:
    data = bytearray(older.read_bytes())
    page = data.rindex(b"Writers stop") // 4096 * 4096
    data[page : page + 8] = b"\x77" * 8
    older.write_bytes(data)
    assert look(older) is State.BEHIND
    with pytest.raises(LibraryUnusable) as told:
        open_store(older, Clock())
    assert told.value.kind is Trouble.DAMAGED
    assert older.read_bytes() == data
    assert not list(older.with_name("backups").iterdir())


@pytest.mark.usefixtures("steps", "_impatient")
def test_a_library_in_use_is_not_migrated(older: Path) -> None:
    with closing(sqlite3.connect(older, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused(older, Trouble.LOCKED)
        other.execute("ROLLBACK")
    open_store(older, Clock()).close()


@pytest.mark.usefixtures("steps")
def test_two_windows_that_start_at_once_both_open(older: Path) -> None:
    store = open_store(older, Clock())
    make_older(older.with_name("again.db"))
    store.close()
    path = older.with_name("again.db")
    moment = Clock().at
    with ThreadPoolExecutor(2) as pool:
        opening = [pool.submit(schema.migrate, path, older.parent, moment) for _ in range(2)]
        for each in opening:
            each.result(timeout=60)
    second = open_store(path, Clock())
    assert second.load("r1") == MIGRATED
    second.close()


KILLED = """
import os, pathlib, signal, sys
from facilitator.store import schema
from facilitator.store.store import open_store
from tests.store.support import Clock

path, steps = map(pathlib.Path, sys.argv[1:])
schema.MIGRATIONS = steps
open_store(path, Clock())
"""
KILL = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"
# Pages that do not fit into so small a cache go into the file before the transaction ends.
SPILL = """
op.execute("PRAGMA cache_size=1")
op.execute("CREATE TABLE filler AS WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL "
           "SELECT i + 1 FROM n WHERE i < 300) SELECT i, randomblob(2000) AS b FROM n")
op.execute("UPDATE event SET text = text || text")
op.execute("DROP TABLE filler")
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no such signal.")
@pytest.mark.parametrize("last", ["0000b", "0000c", VERSION])
def test_killed_in_the_middle_nothing_has_changed(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: str
) -> None:
    was = dump(older)
    folder = tmp_path / "deadly"
    write_steps(folder, STEPS | {last: f"{STEPS[last]}\n{SPILL}\n{KILL}"})
    ran = subprocess.run(
        [sys.executable, "-c", KILLED, str(older), str(folder)],
        check=False,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert ran.returncode == -signal.SIGKILL
    journal = older.with_name(f"{older.name}-journal")
    assert journal.stat().st_size > 0, "Nothing was under way."
    assert look(older) is State.BEHIND
    assert dump(older) == was
    check_library(older)
    # And the next start does it.
    write_steps(tmp_path / "sound", STEPS)
    monkeypatch.setattr(schema, "MIGRATIONS", tmp_path / "sound")
    store = open_store(older, Clock())
    assert store.load("r1") == MIGRATED
    store.close()
