"""Kills the window at random moments while edits are typed, and counts what was lost.

``python -m tests.flows.kills 200`` does it two hundred times; the tests do it a few times.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from facilitator.app.clock import utc_now
from facilitator.app.ids import Ids
from facilitator.app.opening import Opening
from facilitator.app.paths import Paths
from facilitator.domain.records import Review
from facilitator.store.copies import check_library
from facilitator.store.quick import Reader

_ROOT = Path(__file__).parents[2]


@dataclass(slots=True)
class Tally:
    """What all kills together came to."""

    kills: int = 0
    saved: int = 0
    lost: int = 0
    halves: int = 0


def prepare(library: Path) -> str:
    """A library with one empty review; its id."""
    opening = Opening(Paths.find(str(library)), utc_now, Ids())
    review_id = opening.library().add(Review(id="kill", title="Killed", time_zone="UTC"))
    opening.close()
    return review_id


def kill_once(library: Path, review_id: str, after: float) -> list[list[str]]:
    """Type for some seconds after the first saved edit, then kill; what was called saved."""
    told = library.with_name("told.jsonl")
    command = [sys.executable, "-m", "tests.flows.typist", str(library), review_id]
    surroundings = os.environ | {"PYTHONPATH": str(_ROOT), "QT_QPA_PLATFORM": "offscreen"}
    with (
        told.open("wb") as out,
        subprocess.Popen(command, stdout=out, env=surroundings, cwd=_ROOT) as program,
    ):
        deadline = time.monotonic() + 30
        while not told.stat().st_size and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(after)
        program.kill()
    # The kill may have cut the last line in half: the edit it names was saved all the same.
    lines = told.read_bytes().split(b"\n")[:-1]
    return [json.loads(line) for line in lines]


def compare(library: Path, review_id: str, told: list[list[str]], tally: Tally) -> None:
    """Every edit that was called saved is there as it was, and the file is sound."""
    check_library(library)
    with Reader(library) as reader:
        there = {event.id: event.text for event in reader.load(review_id).events}
    tally.kills += 1
    tally.saved += len(told)
    tally.lost += sum(1 for event_id, _text in told if event_id not in there)
    tally.halves += sum(1 for event_id, text in told if there.get(event_id, text) != text)


def main(kills: int) -> int:
    """Kill so many times and print what it came to; 1 if anything was lost."""
    chance, tally = random.Random(2291), Tally()  # noqa: S311 - moments, not secrets
    with TemporaryDirectory() as home:
        library, review_id = Path(), ""
        for number in range(kills):
            if number % 20 == 0:
                library = Path(home) / str(number) / "library.db"
                library.parent.mkdir()
                review_id = prepare(library)
            told = kill_once(library, review_id, chance.uniform(0, 1.2))
            compare(library, review_id, told, tally)
            print(f"\r{tally}", end="", flush=True)
    print()
    return 1 if tally.lost or tally.halves else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
