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
_STEPS = (ActionStatus.AGREED, ActionStatus.IN_PROGRESS, ActionStatus.DONE)
WORDS = "of processor time for the same edit that keeps nothing"


def _now() -> datetime:
    return datetime.now(UTC)


def measure_kept_edit() -> Iterator[Row]:
    """Another text of an event, and another status of an action, in a review of usual size.

    In a library that keeps its figures, and in turn in one that never does: what an edit changes
    in them follows from what was kept before.
    """
    with TemporaryDirectory() as home:
        keeping, plain = (_Edits(Path(home) / name) for name in ("keeping.db", "plain.db"))
        found = [
            (what, *_in_turn(getattr(keeping, name), getattr(plain, name)))
            for name, what in (("text", "an event's text"), ("status", "an action's status"))
        ]
        keeping.store.close()
        plain.store.close()
    for what, ours, floor in found:
        yield ratio_row(f"figures kept by an edit: {what}", ours, floor, GOAL, WORDS)


class _Edits:
    """A library with a review, and edits of it that change something whenever they are made."""

    def __init__(self, path: Path) -> None:
        self.store = open_store(path, _now)
        usual = review(events=40, factors=20, actions=10, findings=6)
        self._session = ReviewSession(self.store.create(usual), lambda: self.store, _now)
        self._numbers = count()

    def text(self) -> None:
        edit = change_event("e000020", text=f"take {next(self._numbers)}")
        self._session.apply("Change", edit)

    def status(self) -> None:
        step = _STEPS[next(self._numbers) % len(_STEPS)]
        self._session.apply("Status", set_status("a000003", step, date(2026, 3, 5)))


def _in_turn(
    ours: Callable[[], None], floor: Callable[[], None]
) -> tuple[list[float], list[float]]:
    """Seconds of each edit, with figures kept and without, in turn."""
    ours()
    _without(floor)
    pairs = [(_spent(ours), _without(floor)) for _ in range(ROUNDS)]
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
