"""Turns what SQLAlchemy hands on from SQLite into the sentence that plain sqlite3 would get."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError, ProgrammingError

from facilitator.store import sqlite
from facilitator.store.quick import translated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """LibraryUnusable in the place of what is wrong with the library; mistakes of ours stay."""
    try:
        with translated(path):
            yield
    except ProgrammingError:
        raise
    except DBAPIError as problem:
        raise sqlite.explain(problem.orig or problem, path) from None
