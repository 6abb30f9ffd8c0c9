"""An open library for every test of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from facilitator.store import sqlite
from facilitator.store.store import Store, open_store
from tests.store.support import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(library_path: Path, clock: Clock) -> Iterator[Store]:
    found = open_store(library_path, clock)
    yield found
    found.close()


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One library for all examples of a property; each leaves it as it found it."""
    found = open_store(tmp_path_factory.mktemp("library") / "library.db", Clock())
    yield found
    found.close()


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give a lock up after a moment; must come before the library is opened."""
    monkeypatch.setattr(sqlite, "PATIENCE", 50)
