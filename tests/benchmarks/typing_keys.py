"""Key presses: typing, and Enter until the new row is drawn and saved."""

from __future__ import annotations

from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from facilitator.domain.phase import Phase
from tests.benchmarks.measure import MS, Row, percentile, timed
from tests.benchmarks.reviews import review
from tests.benchmarks.storing import bare_commit
from tests.benchmarks.windows import bare_line, check_drawn, open_window, press, settle, type_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_WORDS = "the ledger stops and nobody is paged for it "
_ROUNDS, _TYPED = 3, 2
_ENTERED, _UNMEASURED = 40, 5


def measure_typing() -> list[Row]:
    """Typing into a factor of 200, and into an event of 1,000, against a bare line edit."""
    floor, factor, event = [], [], []
    for _ in range(_ROUNDS):
        floor += _bare_keys()
        factor += _factor_keys()
        event += _event_keys()
    return [
        _typing_row("a factor of a 200-node tree", factor, floor),
        _typing_row("an event of a 1,000-event timeline", event, floor),
    ]


def _bare_keys() -> list[float]:
    with bare_line():
        return _typed()


def _factor_keys() -> list[float]:
    with open_window(review(factors=200), Phase.FACTORS) as window:
        window.go(Phase.FACTORS, "f000050")
        settle()
        press(Qt.Key.Key_F2)
        settle()
        return _typed()


def _event_keys() -> list[float]:
    with open_window(review(events=1000), Phase.TIMELINE):
        type_words("11:15 ")
        return _typed()


def _typed() -> list[float]:
    check_drawn()
    type_words(_WORDS)
    return [each for _ in range(_TYPED) for each in type_words(_WORDS)]


def _typing_row(what: str, ours: Sequence[float], floor: Sequence[float]) -> Row:
    middle = median(ours) / median(floor)
    slow = percentile(ours, 99) / median(floor)
    detail = (
        f"{median(ours) * MS:.2f} and {percentile(ours, 99) * MS:.2f} ms against "
        f"{median(floor) * MS:.2f} and {percentile(floor, 99) * MS:.2f} ms, a bare PySide6 line "
        "edit; both are multiples of its p50"
    )
    return Row(
        f"key press to pixels, {what}, p50 / p99",
        f"{middle:.1f} / {slow:.1f} x",
        "at most 4 / 12 x",
        detail,
        middle <= 4 and slow <= 12,
    )


def measure_enter() -> list[Row]:
    """Enter to the new event or factor drawn and saved, small and large."""
    return [
        *(
            _enter_row(f"Enter to a new event among {events:,}", partial(_entered, events))
            for events in (100, 10_000)
        ),
        *(
            _enter_row(f"Enter to a new factor among {factors:,}", partial(_grown, factors))
            for factors in (100, 1_000)
        ),
    ]


def _entered(events: int) -> list[float]:
    with open_window(review(events=events), Phase.TIMELINE):
        minutes = islice(cycle(range(10, 59, 7)), _ENTERED)
        return [_add(f"11:{minute} the ledger stops") for minute in minutes][_UNMEASURED:]


def _add(words: str) -> float:
    type_words(words)
    taken = press(Qt.Key.Key_Return)
    settle()
    return taken


def _grown(factors: int) -> list[float]:
    with open_window(review(factors=factors), Phase.FACTORS) as window:
        window.go(Phase.FACTORS, "f000050")
        settle()
        return [_add_beside() for _ in range(_ENTERED)][_UNMEASURED:]


def _add_beside() -> float:
    press(Qt.Key.Key_Return)
    settle()
    return _add("one more")


def _enter_row(what: str, measured: Callable[[], list[float]]) -> Row:
    commits = _commits()
    times = measured()
    middle, slow = median(times) * MS, percentile(times, 95) * MS
    return Row(
        f"{what}, p50 / p95",
        f"{middle:.1f} / {slow:.1f} ms",
        "16 / 33 ms",
        f"drawn and saved; a bare commit takes {median(commits) * MS:.1f} / "
        f"{percentile(commits, 95) * MS:.1f} ms of it here",
        middle <= 16 and slow <= 33,
    )


def _commits() -> list[float]:
    """How long this disk takes for a commit."""
    with TemporaryDirectory() as home, bare_commit(Path(home) / "bare.db") as commit:
        return [timed(commit) for _ in range(_ENTERED)]
