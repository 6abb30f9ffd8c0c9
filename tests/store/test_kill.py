"""Every edit that was called saved is there after ``kill -9``, and half an edit never is.

FACILITATOR_KILLS=200 kills so many times instead of ten.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from facilitator.store.copies import check_library
from facilitator.store.quick import Reader
from facilitator.store.store import open_store
from tests.store.support import Clock
from tests.store.typist import REVIEW_ID, blank, typed

if TYPE_CHECKING:
    from facilitator.domain.records import Review

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("FACILITATOR_KILLS", "10"))
LONGEST = 0.08
"""Seconds after the first edit within which the typist is killed."""

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has none.")


def killed_while_typing(path: Path, after: float) -> list[int]:
    """Let somebody type and kill them; the revisions that they were told are saved."""
    command = [sys.executable, "-m", "tests.store.typist", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout
        first = typist.stdout.readline()
        time.sleep(after)
        typist.kill()
        told = first + typist.stdout.read()
    assert typist.returncode == -signal.SIGKILL, "It ended before it was killed."
    # What comes after the last line's end was not told in full.
    return [int(line) for line in told.rpartition("\n")[0].splitlines()]


def stored(path: Path) -> Review:
    with Reader(path) as reader:
        return reader.load(REVIEW_ID)


def test_what_was_saved_is_there_and_no_half_of_anything(library_path: Path) -> None:
    store = open_store(library_path, Clock())
    start = store.create(blank())
    store.close()
    chance, last = random.Random(2026), 0  # noqa: S311 - the same moments in every run
    for kill in range(KILLS):
        told = killed_while_typing(library_path, chance.uniform(0, LONGEST))
        assert told == list(range(last + 1, told[-1] + 1))
        found = stored(library_path)
        # The one under way may have been written and not yet told.
        assert found.revision in {told[-1], told[-1] + 1}, f"kill {kill}"
        whole = typed(start, found.revision)
        assert found == replace(whole, revision=found.revision, updated=found.updated)
        check_library(library_path)
        last = found.revision
