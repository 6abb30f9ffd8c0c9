"""Everything that only SQLite knows: pragmas, locks, copies, checks and its error codes.

``journal_mode=TRUNCATE`` with ``synchronous=FULL`` loses no acknowledged commit to a crash or a
power cut; write-ahead logging did, and a copy of a library without its log is not whole.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from facilitator.store.errors import LibraryUnusable, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

ENGINE = f"SQLite {sqlite3.sqlite_version}"
"""The engine below, for reports."""

APPLICATION_ID = 0x46616369
"""Marks a SQLite file as a library: “Faci”."""

PATIENCE = 2_000
"""Milliseconds to wait for another program's lock: a window must not stand still for longer."""

_TURN = 0.003
"""Seconds between two tries to begin: about as long as another's edit takes."""

_PRAGMAS = ("PRAGMA journal_mode=TRUNCATE", "PRAGMA synchronous=FULL")

ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises; the second when it quotes damage in a message that cannot be read."""


def connect(path: Path) -> sqlite3.Connection:
    """A plain connection to a file that is there, without transactions of its own.

    It may write, for what a crash left behind is rolled back by whoever reads next.
    """
    found = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )
    found.execute(f"PRAGMA busy_timeout={PATIENCE}")
    return found


@contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction, so that all SELECTs see the same state."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("COMMIT")


def make_engine(path: Path, *, foreign_keys: bool = True) -> Engine:
    """An engine whose transactions begin with the write lock and cover DDL too.

    ``foreign_keys`` is off for migrations only: rebuilding a table deletes its rows first.
    """
    from sqlalchemy import NullPool, create_engine, event  # noqa: PLC0415 - readers do without

    from facilitator.store.kept.names import teach  # noqa: PLC0415 - the same

    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        teach(connection)
        for pragma in (*_PRAGMAS, f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}"):
            connection.execute(pragma)

    engine = create_engine(
        "sqlite://", creator=lambda: connect(path), hide_parameters=True, poolclass=NullPool
    )
    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", lambda begun: _take_turn(begun.connection.driver_connection))
    return engine


def driver(connection: Connection) -> sqlite3.Connection:
    """The plain connection below one of SQLAlchemy's; it takes part in the same transaction."""
    found = connection.connection.driver_connection
    if not isinstance(found, sqlite3.Connection):
        raise TypeError(found)
    return found


def _take_turn(connection: sqlite3.Connection) -> None:
    """Begin to write as soon as the lock is free, or tell that patience is at its end.

    SQLite's own waiting sleeps ever longer, and so misses its turn again and again while another
    writes one edit after the other.
    """
    until = time.monotonic() + PATIENCE / 1000
    connection.execute("PRAGMA busy_timeout=0")
    try:
        while not _began(connection, last=time.monotonic() >= until):
            time.sleep(_TURN)
    finally:
        connection.execute(f"PRAGMA busy_timeout={PATIENCE}")


def _began(connection: sqlite3.Connection, *, last: bool) -> bool:
    """Whether the lock was free; on the last try it must be."""
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as problem:
        if last or problem.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


def data_version(connection: sqlite3.Connection) -> int:
    """A number that changes when another connection has written; it waits for nobody.

    What was written over this connection does not change it. Raises one of ERRORS while another
    is writing.
    """
    connection.execute("PRAGMA busy_timeout=0")
    try:
        ((version,),) = connection.execute("PRAGMA data_version").fetchall()
    finally:
        connection.execute(f"PRAGMA busy_timeout={PATIENCE}")
    return int(version)


def mark_as_library(connection: Any) -> None:
    """Write the application id, within the transaction of a SQLAlchemy connection."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def application_id(connection: sqlite3.Connection) -> int:
    """The number that says whose file this is."""
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def size(connection: sqlite3.Connection) -> int:
    """The bytes that the file should have, within a transaction."""
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    return int(pages) * int(connection.execute("PRAGMA page_size").fetchone()[0])


_NO_FAULT = ("ok", "*** in database")


def faults(connection: sqlite3.Connection) -> list[str]:
    """What SQLite's own checks find: damaged pages, and links that lead nowhere."""
    said = [str(row[0]) for row in connection.execute("PRAGMA quick_check(20)")]
    found = [line for each in said for line in each.splitlines() if not line.startswith(_NO_FAULT)]
    broken = connection.execute("PRAGMA foreign_key_check").fetchmany(20)
    return found + [f"{row[0]}: a broken link" for row in broken]


def check_links(connection: Any, path: Path) -> None:
    """LibraryUnusable if a migration left a link that leads nowhere."""
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        words = f"The migration of the library {path} would break links; nothing was changed."
        raise LibraryUnusable(Trouble.DAMAGED, words)


def copy(source: sqlite3.Connection, target: Path) -> dict[str, int]:
    """Copy a library as of one moment over the file ``target``; the number of rows by table.

    OSError if the target cannot be written.
    """
    with reading(source), closing(connect(target)) as into:
        counted = counts(source)
        try:
            source.backup(into)
        except sqlite3.OperationalError as problem:
            raise _of_target(problem, target) from None
    return counted


def _of_target(problem: sqlite3.OperationalError, target: Path) -> Exception:
    """Only the target is written to, so what cannot be written is the target's trouble."""
    number = _WRITING.get(problem.sqlite_errorname)
    return OSError(number, os.strerror(number), str(target)) if number else problem


@contextmanager
def alone_writing(path: Path) -> Iterator[None]:
    """Let others read a library, but none write to it."""
    with closing(connect(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            connection.execute("ROLLBACK")


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """The number of rows in each table."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    )
    return {name: _count(connection, name) for (name,) in names.fetchall()}


def _count(connection: sqlite3.Connection, table: str) -> int:
    quoted = table.replace('"', '""')
    sql = f'SELECT count(*) FROM "{quoted}"'  # noqa: S608 - a name can only be quoted, not bound
    return int(connection.execute(sql).fetchone()[0])


_WRITING = {
    "SQLITE_FULL": errno.ENOSPC,
    "SQLITE_IOERR_WRITE": errno.EIO,
    "SQLITE_IOERR_FSYNC": errno.EIO,
    "SQLITE_IOERR_TRUNCATE": errno.EIO,
}
"""What SQLite says when a file cannot be written, as the system says it."""

_SENTENCES = {
    "SQLITE_BUSY": (Trouble.LOCKED, "is in use by another program; try again in a moment."),
    "SQLITE_LOCKED": (Trouble.LOCKED, "is in use by another program; try again in a moment."),
    "SQLITE_FULL": (Trouble.FULL, "has no space left on its disk."),
    "SQLITE_READONLY": (Trouble.UNWRITABLE, "may not be written to."),
    "SQLITE_PERM": (Trouble.UNWRITABLE, "may not be written to."),
    "SQLITE_CANTOPEN": (Trouble.UNWRITABLE, "or its folder may not be read or written to."),
    "SQLITE_IOERR": (Trouble.UNWRITABLE, "cannot be read or written: its disk reports an error."),
    "SQLITE_NOTADB": (Trouble.FOREIGN, "is not a library of Facilitator."),
}
_GONE = (Trouble.ABSENT, "is not there.")
_DAMAGED = (
    Trouble.DAMAGED,
    "is damaged. “facilitator doctor” says more; a backup can be restored.",
)


def explain(problem: BaseException, path: Path) -> LibraryUnusable:
    """SQLite's error as one sentence about this library."""
    name = str(getattr(problem, "sqlite_errorname", ""))
    primary = "_".join(name.split("_")[:2])
    kind, words = _SENTENCES.get(primary, _DAMAGED)
    if primary == "SQLITE_CANTOPEN" and _is_gone(path):
        kind, words = _GONE
    return LibraryUnusable(kind, f"The library {path} {words}")


def _is_gone(path: Path) -> bool:
    try:
        path.stat()
    except OSError as problem:
        return problem.errno in {errno.ENOENT, errno.ENOTDIR}
    return False
