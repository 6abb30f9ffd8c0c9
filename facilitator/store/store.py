"""An open library: writes deltas, one transaction each, and reads what is there."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import RLock
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import select
from sqlalchemy.exc import DataError, IntegrityError

from facilitator.domain.delta import Delta
from facilitator.domain.records import Participant, Review
from facilitator.store import quick, sqlite
from facilitator.store.all_actions import count_states, find_actions, last_held, read_actions
from facilitator.store.errors import (
    LibraryUnusable,
    NotFound,
    StaleRevision,
    Trouble,
    WriteFailed,
)
from facilitator.store.explained import explained
from facilitator.store.find import find
from facilitator.store.kept.keeping import keep, keep_delta, take_away
from facilitator.store.kept.remembered import added
from facilitator.store.masks import drop_mask, put_mask, read_masks
from facilitator.store.patterns import met_of, met_rows, read_patterns, read_tried, write_patterns
from facilitator.store.quick import State, look
from facilitator.store.schema import create_library, migrate
from facilitator.store.search.index import forget, take_in
from facilitator.store.tables import table
from facilitator.store.values import instant_out
from facilitator.store.versions import VERSION
from facilitator.store.writer import Writer

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from sqlalchemy import Connection

    from facilitator.domain.action_filter import ActionFilter, ActionState
    from facilitator.domain.listed_action import ListedAction
    from facilitator.domain.masking import Mask
    from facilitator.domain.patterns import Change, Met, Patterns, Tried
    from facilitator.domain.trends import Mark, Trends
    from facilitator.domain.words import NameUse
    from facilitator.store.listing import Summary
    from facilitator.store.plan import Select

T = TypeVar("T")

REPLACED = (
    "The library {path} was moved, deleted or replaced while it was open, so this edit was not "
    "saved. Put the file back, or close Facilitator and open the library again."
)
UNFIT = "The edit was not saved: its rows do not fit together."
UNSTORABLE = "The edit was not saved: it holds something that no library can store."


@dataclass(frozen=True, slots=True)
class Saved:
    """What a write gave a review: its new revision, and when."""

    revision: int
    at: datetime


def open_store(path: Path, now: Callable[[], datetime], backups: Path | None = None) -> Store:
    """Open a library; made if there is none, migrated if it is older.

    A migration leaves a copy of what was in ``backups`` (by default a folder beside the
    library). Raises LibraryUnusable for anything that cannot be used, and leaves it as it was.
    """
    if not path.is_absolute():
        path = path.absolute()
    if look(path) is State.ABSENT:
        create_library(path)
    if look(path) is State.BEHIND:
        _migrate(path, backups or path.parent / "backups", now())
    return Store(path, now)


def _migrate(path: Path, backups: Path, now: datetime) -> None:
    try:
        with explained(path):
            migrate(path, backups, now)
    except OSError as problem:
        words = f"cannot be copied to {backups} before its migration: {problem.strerror}."
        raise LibraryUnusable(Trouble.UNWRITABLE, f"The library {path} {words}") from None


class Store:
    """One library of reviews; may be used from several threads, one at a time."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self.path = path
        self._now = now
        self._lock = RLock()
        self._writer = Writer()
        self._review = table("review")
        self._file = _identity(path)
        with explained(path):
            self._connection: Connection = sqlite.make_engine(path).connect()
        try:
            with explained(path):
                self._check_writable()
                self._others = sqlite.data_version(self._driver())
        except LibraryUnusable:
            self.close()
            raise

    def _check_writable(self) -> None:
        """Find out what the first edit would: a write lock is given for a read-only file too."""
        if not os.access(self.path.parent, os.W_OK):
            words = f"The folder of the library {self.path} may not be written to."
            raise LibraryUnusable(Trouble.UNWRITABLE, words)
        version = table("alembic_version")
        with self._connection.begin() as begun:
            quick.check_current(self._driver(), self.path)
            self._connection.execute(version.update(), {"version_num": VERSION})
            begun.rollback()

    def has_news(self) -> bool:
        """Whether others have written since this was asked last; at once, and never waiting."""
        if not self._lock.acquire(blocking=False):
            return False
        try:
            before, self._others = self._others, sqlite.data_version(self._driver())
        except sqlite.ERRORS:
            return False  # Somebody is writing: the next look will see what.
        finally:
            self._lock.release()
        return self._others != before

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def save(self, delta: Delta, base_revision: int) -> Saved:
        """Write exactly the rows of a delta, all or none, on a review at ``base_revision``.

        Raises StaleRevision if the stored review is newer, WriteFailed if nothing was written.
        """
        return self.save_all([(delta, base_revision)])[0]

    def save_all(self, changes: Sequence[tuple[Delta, int]]) -> list[Saved]:
        """Write the deltas of several reviews, each on its base revision: all or none.

        Raises as ``save`` does; StaleRevision names the first review that is newer.
        """
        at = self._now()
        with self._writing() as connection:
            return [self._save(connection, delta, base, at) for delta, base in changes]

    def _save(
        self, connection: Connection, delta: Delta, base_revision: int, at: datetime
    ) -> Saved:
        saved = Saved(base_revision + 1, at)
        stamp = {"revision": saved.revision, "updated": instant_out(at)}
        if not self._writer.update_head(connection, delta, base_revision, stamp):
            raise self._stale(connection, delta.after.id)
        self._writer.write_rows(connection, delta)
        keep_delta(self._driver(), delta)
        return saved

    def _stale(self, connection: Connection, review_id: str) -> Exception:
        if self._is_there(connection, review_id):
            return StaleRevision(review_id)
        return WriteFailed("This review was deleted from the library, so the edit was not saved.")

    def _is_there(self, connection: Connection, review_id: str) -> bool:
        there = select(self._review.c.id).where(self._review.c.id == review_id)
        return connection.execute(there).first() is not None

    def create(self, review: Review) -> Review:
        """Write a whole new review and return it as it now stands.

        Its revision and dates stay if it has them. Raises WriteFailed if its id is taken.
        """
        with self._writing() as connection:
            if self._is_there(connection, review.id):
                raise WriteFailed(f"The library already has a review with the id “{review.id}”.")
            self._insert(connection, review)
        return self.load(review.id)

    def take_over(self, reviews: Iterable[Review], new_id: Callable[[], str]) -> list[str]:
        """Write whole new reviews, all or none; their ids, a new one for each that is taken."""
        taken = []
        with self._writing() as connection:
            for each in reviews:
                free = not self._is_there(connection, each.id)
                review = each if free else replace(each, id=new_id())
                self._insert(connection, review)
                taken.append(review.id)
        return taken

    def _insert(self, connection: Connection, review: Review) -> None:
        at = self._now()
        review = replace(review, created=review.created or at, updated=review.updated or at)
        self._writer.insert_head(connection, review)
        self._writer.write_rows(connection, Delta.between(Review(id=review.id), review))
        keep(self._driver(), review.id)

    def trash(self, review_id: str) -> None:
        """Put a review into the trash; NotFound if there is none."""
        self._set_trashed(review_id, instant_out(self._now()))

    def restore(self, review_id: str) -> None:
        """Take a review out of the trash; NotFound if there is none."""
        self._set_trashed(review_id, None)

    def _set_trashed(self, review_id: str, at: str | None) -> None:
        change = self._review.update().where(self._review.c.id == review_id)
        with self._writing() as connection:
            _needed(connection.execute(change, {"trashed_at": at}).rowcount)
            keep(self._driver(), review_id)

    def delete(self, review_id: str) -> None:
        """Remove a review and all that belongs to it, for good; NotFound if there is none."""
        with self._writing() as connection:
            was = added(self._driver(), review_id)
            # What was in it must not be found any longer, nor be in the file.
            forget(self._driver(), review_id)
            gone = self._review.delete().where(self._review.c.id == review_id)
            _needed(connection.execute(gone).rowcount)
            take_away(self._driver(), was)

    def take_into_index(self, ids: Sequence[str]) -> None:
        """Make a few reviews searchable as they are now; others wait for that to write."""
        with self._writing():
            take_in(self._driver(), ids)

    def masks(self) -> tuple[Mask, ...]:
        """The words that are masked or allowed in what leaves the house."""
        with self._lock, explained(self.path), self._connection.begin():
            quick.check_current(self._driver(), self.path)
            return read_masks(self._connection, self.path)

    def put_mask(self, mask: Mask) -> None:
        """Keep a mask, in the place of any on the same words; WriteFailed if that cannot be."""
        with self._writing() as connection:
            put_mask(connection, mask, self.path)

    def drop_mask(self, text: str) -> None:
        """Forget the mask on these words; nothing happens if there is none."""
        with self._writing() as connection:
            drop_mask(connection, text, self.path)

    def patterns(self) -> Patterns:
        """What was said to be one pattern, and what was declined."""
        return self.read(read_patterns)

    def change_patterns(self, change: Change) -> tuple[Patterns, Patterns]:
        """Change the patterns as they now stand; how they were, and are.

        RuleViolation if a rule refuses it, WriteFailed if nothing was written.
        """
        with self._writing() as connection:
            before = read_patterns(self._select)
            after = change(before)
            write_patterns(connection, before, after)
        return before, after

    def met(self) -> tuple[Met, ...]:
        """The factors that may be a pattern, of every review that is not in the trash."""
        return met_of(self.read(met_rows))

    def tried(self) -> dict[str, tuple[Tried, ...]]:
        """What was tried against each pattern, by its id."""
        return self.read(read_tried)

    def read(self, read: Callable[[Select], T]) -> T:
        """Read several tables as they stand at one moment."""
        with self._lock, quick.translated(self.path), sqlite.reading(self._driver()):
            quick.check_current(self._driver(), self.path)
            return read(self._select)

    def _select(self, sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
        return self._driver().execute(sql, parameters).fetchall()

    def load(self, review_id: str) -> Review:
        """The whole review as stored; NotFound if there is none."""
        with self._lock:
            return quick.load(self._driver(), self.path, review_id)

    def summaries(self, *, trashed: bool = False) -> tuple[Summary, ...]:
        """The reviews, the latest change first; ``trashed`` gives those in the trash instead."""
        with self._lock:
            return quick.summaries(self._driver(), self.path, trashed=trashed)

    def trends(self, today: date, since: date | None = None) -> Trends:
        """The page of trends, without warnings."""
        with self._lock:
            return quick.trends(self._driver(), self.path, today, since)

    def behind(self, mark: Mark) -> tuple[str, ...]:
        """The ids of the reviews behind a mark on it, the latest first."""
        with self._lock:
            return quick.behind(self._driver(), self.path, mark)

    def find_actions(self, wanted: ActionFilter, today: date) -> Sequence[int]:
        """Numbers of the actions that fit, over all reviews, in the order that is wanted."""
        with self._reading() as connection:
            return find_actions(connection, wanted, today)

    def read_actions(self, numbers: Iterable[int]) -> Mapping[int, ListedAction]:
        """The actions with these numbers; those that are gone meanwhile are left out."""
        with self._reading() as connection:
            return read_actions(connection, numbers)

    def count_states(
        self, states: Sequence[ActionState], today: date, since: date
    ) -> Mapping[ActionState, int]:
        """How many actions, over all reviews, each of these states can be said of."""
        with self._reading() as connection:
            return count_states(connection, states, today, since)

    def last_held(self, today: date) -> date | None:
        """The day of the last review meeting before today."""
        with self._reading() as connection:
            return last_held(connection, today)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """Read by plain SQL; LibraryUnusable if that cannot be."""
        connection = self._driver()
        with self._lock, quick.translated(self.path), sqlite.reading(connection):
            quick.check_current(connection, self.path)
            yield connection

    def order(self, *, trashed: bool = False) -> tuple[str, ...]:
        """The ids of the reviews, newest first; ``trashed`` gives those in the trash instead."""
        with self._lock:
            return quick.order(self._driver(), self.path, trashed=trashed)

    def page(self, ids: Sequence[str]) -> tuple[Summary, ...]:
        """What the list shows of these reviews, in this order, of those that are there."""
        with self._lock:
            return quick.page(self._driver(), self.path, ids)

    def people(self, review_id: str) -> tuple[tuple[Participant, ...], NameUse]:
        """Who takes part in a review, and what stands for them."""
        with self._lock:
            return quick.people(self._driver(), self.path, review_id)

    def find(self, word: str) -> Summary:
        """The review whose id or title begins with the word; NotFound if none or several do."""
        return find(word, self.summaries())

    def _driver(self) -> sqlite3.Connection:
        return sqlite.driver(self._connection)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction; whatever goes wrong, nothing of it was written."""
        with self._lock:
            try:
                with explained(self.path), _refused(), self._connection.begin():
                    # Before, lest SQLite leave a journal beside a file that it is not of.
                    self._check_in_place()
                    quick.check_current(self._driver(), self.path)
                    yield self._connection
                    self._check_in_place()
            except LibraryUnusable as unusable:
                raise WriteFailed(f"The edit was not saved. {unusable.sentence}") from None
            finally:
                self._end()

    def _end(self) -> None:
        """SQLite keeps a transaction whose COMMIT failed; it must not go out with the next."""
        driver = self._driver()
        if driver.in_transaction:
            driver.rollback()

    def _check_in_place(self) -> None:
        """SQLite goes on writing to a file that was deleted or replaced: nobody would see it."""
        there = _identity(self.path)
        if there is None or there != self._file:
            raise WriteFailed(REPLACED.format(path=self.path))


@contextmanager
def _refused() -> Iterator[None]:
    """WriteFailed for what the edit holds and no library takes."""
    try:
        yield
    except IntegrityError:
        raise WriteFailed(UNFIT) from None
    except (UnicodeEncodeError, OverflowError, DataError):
        raise WriteFailed(UNSTORABLE) from None


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells the file at this path from any other that is put in its place."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _needed(rows: int) -> None:
    if rows == 0:
        raise NotFound("This review is no longer in the library.")
