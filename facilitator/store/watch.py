"""Looks whether others have changed a review: cheap enough for several times a second."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from facilitator.store import sqlite

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

_STATE = 'SELECT t."revision", t."trashed_at" IS NOT NULL FROM "review" AS t WHERE t."id" = ?'
_UNREADABLE = (*sqlite.ERRORS, OSError)


class News(Enum):
    """What others have done to a review."""

    NONE = "none"
    NEWER = "newer"
    TRASHED = "trashed"
    DELETED = "deleted"


class Watch:
    """Watches one review over a connection of its own, which waits for nobody and holds no lock.

    A library that is locked, gone or replaced has no news; it is looked at again the next time.
    """

    def __init__(self, path: Path, review_id: str) -> None:
        self._path, self._review_id = path, review_id
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._version: int | None = None
        self._state: tuple[int, bool] | None = None

    def news(self, revision: int) -> News:
        """What is new for whoever has the review at this revision."""
        try:
            if not self._look():
                return News.NONE
        except _UNREADABLE:
            self.close()
            return News.NONE
        if self._state is None:
            return News.DELETED
        stored, trashed = self._state
        if stored != revision:
            return News.NEWER
        return News.TRASHED if trashed else News.NONE

    def close(self) -> None:
        """Let go of the file; the next look opens it again."""
        self._version = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _look(self) -> bool:
        """Read how the review stands if anything was written; False if that cannot be known."""
        there = self._path.stat()
        found = (there.st_dev, there.st_ino)
        # Edits go to the file that was opened first: another in its place is not that review.
        if self._file not in {None, found}:
            self.close()
            return False
        self._file = found
        connection = self._connection = self._connection or self._connected()
        # Rows are read to the end, so that nothing stays locked.
        ((version,),) = connection.execute("PRAGMA data_version").fetchall()
        if version != self._version:
            rows = connection.execute(_STATE, (self._review_id,)).fetchall()
            self._state = (int(rows[0][0]), bool(rows[0][1])) if rows else None
            self._version = version
        return True

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite.connect(self._path)
        # Whoever is writing now is let go first.
        connection.execute("PRAGMA busy_timeout=0")
        return connection
