"""What it costs an edit to keep the figures of the library ready."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING
from unittest.mock import patch

from facilitator.app.session import ReviewSession
from facilitator.domain.edits.actions import set_status
from facilitator.domain.edits.timeline import change_event
from facilitator.domain.words import ActionStatus
from facilitator.store.store import open_store
from tests.benchmarks.measure import Row, ratio_row
from tests.benchmarks.reviews import review

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROUNDS = 300
GOAL = 1.3
WORDS = "of processor time for the same edit that keeps nothing"


def _now() -> datetime:
    return datetime.now(UTC)


def measure_kept_edit() -> Iterator[Row]:
    """Another text of an event, and another status of an action, in a review of usual size."""
    with TemporaryDirectory() as home:
        store = open_store(Path(home) / "library.db", _now)
        usual = review(events=40, factors=20, actions=10, findings=6)
        session = ReviewSession(store.create(usual), lambda: store, _now)
        numbers = count()

        def text() -> None:
            session.apply("Change", change_event("e000020", text=f"take {next(numbers)}"))

        def status() -> None:
            steps = (ActionStatus.AGREED, ActionStatus.IN_PROGRESS, ActionStatus.DONE)
            step = steps[next(numbers) % len(steps)]
            session.apply("Status", set_status("a000003", step, date(2026, 3, 5)))

        both = ((text, "an event's text"), (status, "an action's status"))
        found = [(what, *_in_turn(edit)) for edit, what in both]
        store.close()
    for what, keeping, plain in found:
        yield ratio_row(f"figures kept by an edit: {what}", keeping, plain, GOAL, WORDS)


def _in_turn(edit: Callable[[], None]) -> tuple[list[float], list[float]]:
    """Seconds of each edit, with figures kept and without, in turn."""
    edit()
    pairs = [(_spent(edit), _without(edit)) for _ in range(ROUNDS)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def _without(edit: Callable[[], None]) -> float:
    with patch("facilitator.store.store.keep_delta", _nothing):
        return _spent(edit)


def _nothing(*_arguments: object) -> None:
    """Keep no figure."""


def _spent(edit: Callable[[], None]) -> float:
    """Processor time, for other programs may be busy."""
    begun = process_time()
    edit()
    return process_time() - begun


def main() -> None:
    """Print the rows of this file alone."""
    for row in measure_kept_edit():
        print(f"{row.what}: {row.figure}, {row.goal}, {row.detail}")


if __name__ == "__main__":
    main()
