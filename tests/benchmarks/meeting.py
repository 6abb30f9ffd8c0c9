"""A meeting: what the open Console costs the Stage, what a tick costs, how soon a prompt shows."""

from __future__ import annotations

from contextlib import contextmanager
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.domain.phase import Phase
from tests.benchmarks.measure import MS, Row, percentile
from tests.benchmarks.reviews import review
from tests.benchmarks.windows import bare_line, open_window, press, settle, type_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.ui.window import MainWindow

_ROUNDS, _TYPED = 4, 2
_WORDS = "the ledger stops and nobody is paged for it "
_TICKS, _PROMPTS = 300, 20
_PATIENCE = 10_000


def measure_meeting() -> list[Row]:
    """The three lines of a meeting."""
    return [_console_row(), _tick_row(), _prompt_row()]


@contextmanager
def _meeting() -> Iterator[MainWindow]:
    """An event of 1,000 is about to be typed on the Stage; the Console is not open yet."""
    with open_window(review(events=1000), Phase.TIMELINE) as window:
        yield window


def _console_row() -> Row:
    """Typing on the Stage with and without a Console beside it, in turn."""
    alone, beside = [], []
    with _meeting() as window:
        for _ in range(_ROUNDS):
            alone += _typed(window)
            _open_console(window)
            beside += _typed(window)
            _close_console(window)
    ratio = median(beside) / median(alone)
    detail = (
        f"p50 {median(beside) * MS:.2f} ms, p99 {percentile(beside, 99) * MS:.2f} ms against "
        f"{median(alone) * MS:.2f} and {percentile(alone, 99) * MS:.2f} ms without the Console"
    )
    what = "key press to pixels on the Stage while the Console is open"
    return Row(what, f"{ratio:.2f} x", "at most 1.15 x", detail, ratio <= 1.15)


def _typed(window: MainWindow) -> list[float]:
    window.activateWindow()
    if not QTest.qWaitForWindowActive(window, _PATIENCE):
        raise TimeoutError("the Stage does not come to the front")
    window.go(Phase.TIMELINE)
    settle()
    type_words("11:15 ")
    times = [each for _ in range(_TYPED) for each in type_words(_WORDS)]
    for _ in range(len("11:15 ") + _TYPED * len(_WORDS)):
        press(Qt.Key.Key_Backspace)
    return times


def _open_console(window: MainWindow) -> None:
    window.registry.run("meeting.console")
    console = window.room.console if window.room is not None else None
    if console is None or not QTest.qWaitForWindowActive(console, _PATIENCE):
        raise TimeoutError("the Console does not come to the front")
    # What it shows late is there before anything is measured.
    QTest.qWait(500)
    settle()


def _close_console(window: MainWindow) -> None:
    if window.room is not None and window.room.console is not None:
        window.room.console.close()
    settle()


def _tick_row() -> Row:
    """All that a second of the running clock costs: Console, Stage and the file, drawn."""
    with _meeting() as window:
        _open_console(window)
        window.registry.run("meeting.clock")
        settle()
        if window.room is None:
            raise LookupError("no review is open")
        meeting = window.room.tools().meeting
        begun = process_time()
        for _ in range(_TICKS):
            meeting.tick()
            QApplication.sync()
        cost = (process_time() - begun) / _TICKS
        meeting.pause()
        _close_console(window)
    detail = f"{cost * MS:.2f} ms of processor time a tick, of which there is one a second"
    return Row(
        "share of a core that the running clock takes",
        f"{cost * 100:.2f} %",
        "under 0.5 %",
        detail,
        cost < 0.005,
    )


def _prompt_row() -> Row:
    """From Enter in the Console until the card is drawn on the Stage."""
    with bare_line():
        floor = [press("a") for _ in range(_PROMPTS)]
    times = []
    with _meeting() as window:
        _open_console(window)
        for _ in range(_PROMPTS):
            times.append(_timed_prompt(window))
            window.registry.run("meeting.prompt")
            settle()
        _close_console(window)
    slowest, usual = max(times) * MS, median(times) * MS
    detail = (
        f"{usual:.1f} ms, at worst {slowest:.1f} ms, against {median(floor) * MS:.2f} ms from "
        "key to pixels of a bare line edit"
    )
    ratio = median(times) / median(floor)
    what = "prompt card on the Stage, from the key"
    return Row(what, f"{ratio:.1f} x", "within 50 ms", detail, slowest <= 50)


def _timed_prompt(window: MainWindow) -> float:
    begun = perf_counter()
    window.registry.run("meeting.prompt")
    QApplication.sync()
    if window.card() is None:
        raise AssertionError("no prompt is on the Stage")
    return perf_counter() - begun
