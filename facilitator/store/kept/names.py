"""What SQLite cannot do with names: make capitals alike in every script, and tell broken text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def teach(connection: sqlite3.Connection) -> None:
    """Give a connection ``spelled`` and ``folded``, which take a text as bytes."""
    connection.create_function("spelled", 1, spelled, deterministic=True)
    connection.create_function("folded", 1, folded, deterministic=True)


def spelled(stored: object) -> str | None:
    """A name without the spaces around it; None for what is no text."""
    if not isinstance(stored, bytes):
        return None
    try:
        return stored.decode("utf-8").strip()
    except UnicodeDecodeError:
        return None


def folded(stored: object) -> str | None:
    """What names that differ in capitals have in common; None for what is no text."""
    name = spelled(stored)
    return None if name is None else name.casefold()
