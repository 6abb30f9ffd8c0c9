"""Hints of the coach against a plain TF-IDF classifier that learnt from the same sentences."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING

from facilitator.coach.durability import assess
from facilitator.coach.language import judge
from tests.benchmarks.measure import MS, Row, in_turn, percentile, ratio_row
from tests.evaluation import plain_model
from tests.evaluation.labelled import training

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.evaluation.plain_model import PlainModel

_ROOT = Path(__file__).parents[2]
_LINES, _TIMED, _WARMING, _STREAMED, _STARTS = 10_000, 2_500, 500, 3, 9
_MOST_HINT, _MOST_LOAD = 1.0, 40.0


def measure_coach() -> Iterator[Row]:
    """Four lines: a hint on an action, one on a sentence, a stream of lines, loading."""
    actions, language = _plain("actions"), _plain("language")
    yield _hint_row("a hint on an action", assess, actions, _lines("actions", _TIMED))
    yield _hint_row("a hint on a sentence", judge, language, _lines("language", _TIMED))
    yield _stream_row(actions)
    yield _load_row()


def _plain(kind: str) -> PlainModel:
    return plain_model.fit([(row.text, row.label) for row in training(kind)])


def _lines(kind: str, count: int) -> list[str]:
    """Our own sentences, each line another one, so that nothing is answered from memory."""
    texts = cycle(row.text.rstrip(".") for row in training(kind))
    return [f"{text} in cell {number}" for number, text in enumerate(islice(texts, count))]


def _hint_row(what: str, hint: Callable[[str], object], plain: PlainModel, lines: list[str]) -> Row:
    """Processor time of each line, once what is made at the first use of a rule is there."""
    for line in lines[:_WARMING]:
        hint(line)
    pairs = [(_spent(hint, line), _spent(plain.label, line)) for line in lines[_WARMING:]]
    ours, floor = zip(*pairs, strict=True)
    worst = percentile(ours, 95)
    return Row(
        f"{what}, p50 / p95",
        f"{median(ours):.2f} / {worst:.2f} ms",
        f"p95 under {_MOST_HINT:g} ms",
        f"{worst / percentile(floor, 95):.1f} x the p95 of a plain TF-IDF classifier, which takes"
        f" {median(floor):.3f} / {percentile(floor, 95):.3f} ms",
        worst < _MOST_HINT,
    )


def _spent(run: Callable[[str], object], line: str) -> float:
    """Milliseconds of the processor that one line takes."""
    begun = process_time()
    run(line)
    return (process_time() - begun) * MS


def _stream_row(plain: PlainModel) -> Row:
    lines = "\n".join(_lines("actions", _LINES))
    with TemporaryDirectory() as folder:
        model = Path(folder) / "model.json"
        model.write_text(plain.to_json(), encoding="utf-8")
        ours, floor = in_turn(
            lambda: _run(["-m", "facilitator", "coach", "actions"], lines),
            lambda: _run(["-m", "tests.benchmarks.plain_scorer", str(model)], lines),
            _STREAMED,
        )
    words = "a plain TF-IDF classifier as a process"
    return ratio_row(f"`coach actions` over {_LINES:,} lines", ours, floor, 3, words)


def _load_row() -> Row:
    _, *starts = [_first_hints() for _ in range(_STARTS + 1)]
    whole = median(map(sum, starts))
    parts = [median(part) for part in zip(*starts, strict=True)]
    return Row(
        "loading the coach, to its first hints",
        f"{whole:.1f} ms",
        f"under {_MOST_LOAD:g} ms",
        "in a process that has loaded the window: action {:.0f} ms, stronger shapes {:.0f} ms,"
        " language {:.0f} ms".format(*parts),
        whole < _MOST_LOAD,
    )


def _first_hints() -> list[float]:
    """Milliseconds of each part in a process of its own."""
    return [float(part) * MS for part in _run(["-m", "tests.benchmarks.first_hint"], "").split()]


def _run(arguments: list[str], lines: str) -> str:
    """What a process prints that reads these lines."""
    # A program that is installed is compiled; a checkout is after its first start.
    own = {"PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": ""}
    return subprocess.run(
        [sys.executable, *arguments],
        input=lines,
        env=os.environ | own,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    ).stdout
