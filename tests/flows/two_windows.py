"""Two processes edit one review at once; every edit of both is there, or was refused with words.

``python -m tests.flows.two_windows 500`` lets each make five hundred; the tests do it with fewer.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from facilitator.app.clock import utc_now
from facilitator.app.ids import Ids
from facilitator.app.opening import Opening
from facilitator.app.paths import Paths
from facilitator.domain.records import Review
from facilitator.store.copies import check_library
from facilitator.store.quick import Reader
from tests.flows.scribe import effect, stamps

_ROOT = Path(__file__).parents[2]
_PATIENCE = 300
"""Seconds to wait for a message."""


@dataclass(slots=True)
class Outcome:
    """What both were told, and what was found wrong in the end."""

    told: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    worst: float = 0.0
    wrong: list[str] = field(default_factory=list)


def prepare(library: Path) -> str:
    """A library with one review that has nothing but its effect; its id."""
    opening = Opening(Paths.find(str(library)), utc_now, Ids())
    new = Review(id="both", title="Two people", time_zone="UTC", factors=(effect(),))
    review_id = opening.library().add(new)
    opening.close()
    return review_id


class Scribe:
    """One of the two processes."""

    def __init__(self, library: Path, review_id: str, seed: int, count: int) -> None:
        command = [sys.executable, "-m", "tests.flows.scribe"]
        self.process = subprocess.Popen(
            [*command, str(library), review_id, str(seed), str(count)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=_ROOT,
            env=os.environ | {"PYTHONPATH": str(_ROOT)},
            text=True,
        )
        self.log: list[dict[str, Any]] = []
        self._said: Queue[dict[str, Any]] = Queue()
        # A full pipe would make it stand still while the other is listened to.
        Thread(target=self._listen, daemon=True).start()

    def go_on(self) -> None:
        """Let it do the next part."""
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def until(self, key: str) -> Any:
        """Wait for the message with this key; what it says of its edits is kept."""
        while key not in (message := self._said.get(timeout=_PATIENCE)):
            if not message:
                raise RuntimeError(f"a scribe ended without “{key}”")
            self.log.append(message)
        return message[key]

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout:
            for line in self.process.stdout:
                self._said.put(json.loads(line))
        self._said.put({})

    def end(self) -> None:
        """Wait for its end."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(timeout=_PATIENCE)


def run(library: Path, count: int, seeds: tuple[int, int] = (1, 2)) -> Outcome:
    """Let two edit at once, and compare what they were told with what is there."""
    review_id = prepare(library)
    with Reader(library) as reader:
        before = reader.load(review_id)
    both = [Scribe(library, review_id, seed, count) for seed in seeds]
    for key in ("ready", "done"):
        for each in both:
            each.until(key)
        for each in both:
            each.go_on()
    held = [each.until("holds") for each in both]
    for each in both:
        each.end()
    check_library(library)
    with Reader(library) as reader:
        after = reader.load(review_id)
    return judged(before, after, held, [each.log for each in both])


def judged(
    before: Review, after: Review, held: list[dict[str, str]], logs: list[list[dict[str, Any]]]
) -> Outcome:
    """Replay the edits that were called saved in the order of their revisions."""
    outcome = Outcome()
    wrong = outcome.wrong
    for message in (each for log in logs for each in log):
        outcome.told[message["told"]] += 1
        outcome.worst = max(outcome.worst, message["seconds"])
        if message["told"] in {"refused", "failed"}:
            outcome.words[message["words"]] += 1
            if not message["words"].endswith("."):
                wrong.append(f"refused without words: {message}")
    saved = [each for log in logs for each in log if each["told"] == "saved"]
    saved.sort(key=lambda each: int(each["revision"]))
    revisions = [each["revision"] for each in saved]
    if revisions != list(range(before.revision + 1, after.revision + 1)):
        wrong.append("saved edits and revisions do not pair off")
    if _replayed(stamps(before), saved, wrong) != stamps(after):
        wrong.append("the library does not hold what the edits lead to")
    if not held[0] == held[1] == stamps(after):
        wrong.append("the two do not hold what the library holds")
    return outcome


def _replayed(
    state: dict[str, str], saved: list[dict[str, Any]], wrong: list[str]
) -> dict[str, str]:
    for each in saved:
        for key, was, now in each["changes"]:
            if state.get(key) != was:
                wrong.append(f"revision {each['revision']} wrote over another: {key}")
            state.pop(key, None)
            if now is not None:
                state[key] = now
    return state


def main(count: int) -> int:
    """Print what it came to; 1 if anything was wrong."""
    with TemporaryDirectory() as home:
        outcome = run(Path(home) / "library.db", count)
    print(dict(outcome.told), f"worst wait {outcome.worst:.3f} s")
    for words, times in outcome.words.most_common():
        print(f"{times:5} {words}")
    print("\n".join(outcome.wrong) or "Every edit is there or was refused; all three agree.")
    return 1 if outcome.wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
