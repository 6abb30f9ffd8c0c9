"""Laying out and showing a tree against measuring its text."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from facilitator.domain.phase import Phase
from facilitator.ui.theme import Theme
from tests.benchmarks.measure import Row, ratio_row
from tests.benchmarks.reviews import review
from tests.benchmarks.windows import open_window

_FACTORS, _ROUNDS = 1_000, 7
_TEXT_WIDTH = 264


def measure_tree() -> Row:
    """From asking for the phase to the drawn tree; the floor wraps each text once."""
    source = review(factors=_FACTORS)
    texts = [factor.text for factor in source.factors]
    ours, floor = [], []
    for number in range(_ROUNDS + 1):
        with open_window(source, Phase.BRIEF) as window:
            measured = _measured(texts)
            begun = perf_counter()
            window.go(Phase.FACTORS)
            QApplication.sync()
            if number:  # The first round loads the modules of the page.
                ours.append(perf_counter() - begun)
                floor.append(measured)
    words = "wrapping the text of every factor once"
    return ratio_row(f"tree of {_FACTORS:,} factors: lay out and show", ours, floor, 1.6, words)


def _measured(texts: list[str]) -> float:
    metrics = QFontMetricsF(Theme().font("node"))
    room = QRectF(0, 0, _TEXT_WIDTH, 10_000)
    begun = perf_counter()
    for text in texts:
        metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)
    return perf_counter() - begun
