"""Reads a library by plain sqlite3, so that the first picture need not wait for SQLModel."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self, TypeVar

from facilitator.store import sqlite
from facilitator.store.errors import LibraryUnusable, NotFound, Trouble
from facilitator.store.mapper import Unreadable
from facilitator.store.versions import VERSION, check_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path
    from types import TracebackType

    from facilitator.domain.records import Participant, Review
    from facilitator.domain.trends import Mark, Trends
    from facilitator.domain.words import NameUse
    from facilitator.store.listing import Summary
    from facilitator.store.plan import Select

T = TypeVar("T")

_LISTED = 'SELECT t."id" FROM "review" AS t WHERE t."id" = ? AND t."trashed_at" IS NULL'

_LOST = "SELECT coalesce(sum(f.day * f.n), 0) FROM figure AS f WHERE f.kind = 'lost'"


class State(StrEnum):
    """What is at a library's path."""

    ABSENT = "absent"
    BEHIND = "behind"
    CURRENT = "current"


class Reader:
    """An open library, for reading only; close it, or use it in a ``with``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with translated(path):
            self._connection = sqlite.connect(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def check_whole(self) -> None:
        """LibraryUnusable if the end of the file is missing: SQLite overlooks half a page."""
        with translated(self._path), sqlite.reading(self._connection):
            if self._path.stat().st_size < sqlite.size(self._connection):
                raise _unusable(Trouble.DAMAGED, self._path, "is damaged: its end is missing.")

    def version(self) -> str:
        """The version of the schema; LibraryUnusable for a file that is not a library."""
        with translated(self._path):
            return stored_version(self._connection, self._path)

    def summaries(self, *, trashed: bool = False) -> tuple[Summary, ...]:
        """The reviews, the latest change first; ``trashed`` gives those in the trash instead."""
        return summaries(self._connection, self._path, trashed=trashed)

    def order(self, *, trashed: bool = False) -> tuple[str, ...]:
        """The ids of the reviews, newest first; or of those in the trash."""
        return order(self._connection, self._path, trashed=trashed)

    def page(self, ids: Sequence[str]) -> tuple[Summary, ...]:
        """What the list shows of these reviews, of those that are there."""
        return page(self._connection, self._path, ids)

    def lists(self, review_id: str) -> bool:
        """Whether a review is there, and not in the trash."""
        with translated(self._path):
            found = self._connection.execute(_LISTED, (review_id,)).fetchone()
        return found is not None

    def load(self, review_id: str) -> Review:
        """The whole review; NotFound if there is none."""
        return load(self._connection, self._path, review_id)

    def trends(self, today: date, since: date | None) -> Trends:
        """The page of trends, without warnings."""
        return trends(self._connection, self._path, today, since)

    def read(self, read: Callable[[Select], T]) -> T:
        """What a function reads from several tables, as they stand at one moment."""
        with translated(self._path), sqlite.reading(self._connection):
            check_current(self._connection, self._path)
            return read(_select(self._connection))

    def lost_rows(self) -> int:
        """How many rows are damaged, and counted nowhere."""
        with translated(self._path):
            return int(self._connection.execute(_LOST).fetchone()[0])


def look(path: Path) -> State:
    """What is there; LibraryUnusable if it is not, or cannot be read as, a library."""
    if not _is_there(path):
        return State.ABSENT
    with Reader(path) as reader:
        reader.check_whole()
        return State.CURRENT if reader.version() == VERSION else State.BEHIND


def _is_there(path: Path) -> bool:
    try:
        found = path.stat()
    except FileNotFoundError:
        if path.is_symlink():
            raise _unusable(Trouble.FOREIGN, path, "is a link that leads nowhere.") from None
        return False
    except OSError as problem:
        words = f"cannot be reached: {problem.strerror}."
        raise _unusable(Trouble.UNWRITABLE, path, words) from None
    if not path.is_file():
        raise _unusable(Trouble.FOREIGN, path, "is not a file.")
    if found.st_size == 0:
        words = "is an empty file. Remove it to begin a new library, or restore a backup."
        raise _unusable(Trouble.EMPTY, path, words)
    return True


def _unusable(kind: Trouble, path: Path, words: str) -> LibraryUnusable:
    return LibraryUnusable(kind, f"The library {path} {words}")


def stored_version(connection: sqlite3.Connection, path: Path) -> str:
    """The version of the schema; LibraryUnusable for a file of others or of a newer program."""
    if sqlite.application_id(connection) != sqlite.APPLICATION_ID:
        raise _unusable(Trouble.FOREIGN, path, "belongs to another program.")
    rows = connection.execute('SELECT t."version_num" FROM "alembic_version" AS t').fetchall()
    return check_version([row[0] for row in rows], path)


def check_current(connection: sqlite3.Connection, path: Path) -> None:
    """LibraryUnusable if the library is not of this version, or no longer: others migrate it."""
    if stored_version(connection, path) != VERSION:
        words = "is of an older version: open it in Facilitator, which will bring it up to date."
        raise _unusable(Trouble.OLDER, path, words)


def summaries(
    connection: sqlite3.Connection, path: Path, *, trashed: bool = False
) -> tuple[Summary, ...]:
    """The list over an open connection."""
    from facilitator.store.listing import read_summaries  # noqa: PLC0415 - a review needs none

    with translated(path), sqlite.reading(connection):
        check_current(connection, path)
        found = read_summaries(_select(connection))
    return tuple(each for each in found if (each.trashed_at is not None) is trashed)


def order(connection: sqlite3.Connection, path: Path, *, trashed: bool = False) -> tuple[str, ...]:
    """The ids of the list over an open connection."""
    from facilitator.store.listing import read_order  # noqa: PLC0415 - a review needs none

    with translated(path), sqlite.reading(connection):
        check_current(connection, path)
        return read_order(_select(connection), trashed=trashed)


def page(connection: sqlite3.Connection, path: Path, ids: Sequence[str]) -> tuple[Summary, ...]:
    """Some rows of the list over an open connection."""
    from facilitator.store.listing import read_page  # noqa: PLC0415 - a review needs none

    with translated(path), sqlite.reading(connection):
        return read_page(_select(connection), ids)


def people(
    connection: sqlite3.Connection, path: Path, review_id: str
) -> tuple[tuple[Participant, ...], NameUse]:
    """The people of a review over an open connection, and what stands for them."""
    from facilitator.store.reading import read_people  # noqa: PLC0415 - the list needs no records

    with translated(path), sqlite.reading(connection):
        return read_people(_select(connection), review_id)


def load(connection: sqlite3.Connection, path: Path, review_id: str) -> Review:
    """A review over an open connection."""
    from facilitator.store.reading import read_review  # noqa: PLC0415 - the list needs no records

    with translated(path), sqlite.reading(connection):
        check_current(connection, path)
        found = read_review(_select(connection), review_id)
    if found is None:
        raise NotFound("This review is no longer in the library.")
    return found


def trends(connection: sqlite3.Connection, path: Path, today: date, since: date | None) -> Trends:
    """The page of trends, without warnings, over an open connection."""
    from facilitator.store.trends import read_trends  # noqa: PLC0415 - the list needs none

    with translated(path), sqlite.reading(connection):
        check_current(connection, path)
        return read_trends(connection, today, since)


def behind(connection: sqlite3.Connection, path: Path, mark: Mark) -> tuple[str, ...]:
    """The ids of the reviews behind a mark on it, the latest first."""
    from facilitator.store.kept.behind import read_behind  # noqa: PLC0415 - the same

    with translated(path), sqlite.reading(connection):
        check_current(connection, path)
        return read_behind(connection, mark)


def _select(connection: sqlite3.Connection) -> Any:
    def select(sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
        return connection.execute(sql, parameters).fetchall()

    return select


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite or the mapper finds wrong into LibraryUnusable."""
    try:
        yield
    except sqlite3.ProgrammingError:
        # A mistake of ours and not of the file.
        raise
    except sqlite.ERRORS as problem:
        raise sqlite.explain(problem, path) from None
    except Unreadable as damage:
        words = f"is damaged: {damage.column} of {damage.table} {damage.row_id} cannot be read."
        raise _unusable(Trouble.DAMAGED, path, words) from None
