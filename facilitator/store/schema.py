"""Makes a new library, and brings an older one to the version of this program."""

from __future__ import annotations

import errno
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.store import sqlite
from facilitator.store.copies import copy_library
from facilitator.store.errors import LibraryUnusable, Trouble
from facilitator.store.explained import explained
from facilitator.store.files import new_file, put
from facilitator.store.kept.keeping import keep_all
from facilitator.store.names import copy_name
from facilitator.store.tables import METADATA, SEARCH_INDEX, table
from facilitator.store.versions import VERSION

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

MIGRATIONS = Path(__file__).parent / "migrations"
"""Where alembic finds the steps."""


def create_library(path: Path) -> None:
    """Make a new library, private to its owner, that appears whole or not at all.

    A file that has appeared there meanwhile stays as it is.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with explained(path):
            _put_new(path)
    except OSError as problem:
        raise _cannot_be_made(path, problem) from None


def _put_new(path: Path) -> None:
    # OSError for a name that leaves no room for that of the journal beside it.
    path.with_name(f"{path.name}-journal").exists()
    new = new_file(path)
    try:
        _fill(new)
        put(new, path)
    except FileExistsError:
        return
    finally:
        for each in (new, new.with_name(f"{new.name}-journal")):
            each.unlink(missing_ok=True)


def _cannot_be_made(path: Path, problem: OSError) -> LibraryUnusable:
    kind = Trouble.FULL if problem.errno == errno.ENOSPC else Trouble.UNWRITABLE
    return LibraryUnusable(kind, f"The library {path} cannot be made: {problem.strerror}.")


def _fill(path: Path) -> None:
    engine = sqlite.make_engine(path)
    with engine.begin() as connection:
        create_tables(connection)


def create_tables(connection: Connection) -> None:
    """Make all tables of this version, without alembic: loading it would take as long again."""
    sqlite.mark_as_library(connection)
    METADATA.create_all(connection)
    connection.exec_driver_sql(SEARCH_INDEX)
    connection.execute(table("alembic_version").insert(), {"version_num": VERSION})


def migrate(path: Path, backups: Path, now: datetime) -> None:
    """Bring a library to this version, all steps or none, after a verified copy."""
    backups.mkdir(mode=0o700, parents=True, exist_ok=True)
    # A second window that starts in the same second finds the copy of the first.
    with suppress(FileExistsError):
        copy_library(path, backups / copy_name(path, now, "before-migration"))
    engine = sqlite.make_engine(path, foreign_keys=False)
    with engine.begin() as connection:
        _take_steps(connection, path)
        # After the last step, for what is kept is that of this program.
        keep_all(sqlite.driver(connection))
        sqlite.check_links(connection, path)


def _take_steps(connection: Connection, path: Path) -> None:
    from alembic.util import CommandError  # noqa: PLC0415 - loaded only when something is to do

    try:
        upgrade(connection)
    except CommandError:
        words = f"The library {path} is damaged: no Facilitator has had the version it names."
        raise LibraryUnusable(Trouble.DAMAGED, words) from None


def upgrade(connection: Connection, to: str = VERSION) -> None:
    """Take the steps that are missing, within the transaction of this connection."""
    from alembic import command  # noqa: PLC0415 - loaded only when something is to do
    from alembic.config import Config  # noqa: PLC0415 - the same

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
