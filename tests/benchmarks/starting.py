"""From process start to the first picture and the first saved edit, and the memory they take."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from facilitator.app.clock import utc_now
from facilitator.app.ids import Ids
from facilitator.app.opening import Opening
from facilitator.app.paths import Paths
from facilitator.app.settings import read_settings
from tests.benchmarks.measure import Row, ratio_row

_ROOT = Path(__file__).parents[2]
_HERE = Path(__file__).parent
_ROUNDS = 9

Marks = dict[str, float]


def started(script: str, home: Path) -> Marks:
    """Seconds from process start to each mark, and resident MB."""
    own = {f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    own |= {"FACILITATOR_LIBRARY": str(home / "library.db"), "PYTHONPATH": str(_ROOT)}
    # A program that is installed is compiled; a checkout is after its first start.
    own["PYTHONDONTWRITEBYTECODE"] = ""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, str(_HERE / script)],
        env=os.environ | own,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    marks = dict(line.split() for line in done.stdout.splitlines())
    found = {name: float(at) - begun for name, at in marks.items() if name != "memory"}
    return found | {"memory": float(marks["memory"]) / 1024}


def _prepare(home: Path, *, reopen: bool) -> None:
    """A library with the sample, closed on the list or on the review."""
    with_home = {f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    os.environ.update(with_home)
    paths = Paths.find(str(home / "library.db"))
    opening = Opening(paths, utc_now, Ids())
    review_id = opening.library().add_sample()
    opening.close()
    read_settings(paths.settings).change(last_review=review_id if reopen else "")


def measure_start() -> list[Row]:
    """Five lines: first frame, list, last review, first edit, memory."""
    before = dict(os.environ)
    try:
        with TemporaryDirectory() as list_home, TemporaryDirectory() as review_home:
            _prepare(Path(list_home), reopen=False)
            _prepare(Path(review_home), reopen=True)
            return _rows(Path(list_home), Path(review_home))
    finally:
        os.environ.clear()
        os.environ.update(before)


def _rows(list_home: Path, review_home: Path) -> list[Row]:
    bare, listed, opened = [], [], []
    for number in range(_ROUNDS + 1):
        marks = (
            started("bare_window.py", list_home),
            started("our_window.py", list_home),
            started("our_window.py", review_home),
        )
        if number:  # The first round fills the disk's cache and compiles.
            bare.append(marks[0])
            listed.append(marks[1])
            opened.append(marks[2])
    floor = [each["frame"] for each in bare]
    words = "a bare PySide6 window"
    return [
        ratio_row(
            "process start to the first frame",
            _of([*listed, *opened], "frame"),
            floor,
            1.3,
            f"{words}; ours is still empty",
        ),
        ratio_row("process start to the list", _of(listed, "filled"), floor, 1.6, words),
        ratio_row("process start to the last review", _of(opened, "filled"), floor, 1.6, words),
        ratio_row("process start to the first saved edit", _of(opened, "edit"), floor, 4.5, words),
        _memory(bare, opened),
    ]


def _of(marks: list[Marks], name: str) -> list[float]:
    return [each[name] for each in marks]


def _memory(bare: list[Marks], opened: list[Marks]) -> Row:
    ours, floor = median(_of(opened, "memory")), median(_of(bare, "memory"))
    ratio = ours / floor
    detail = f"{ours:.0f} MB against {floor:.0f} MB, a bare PySide6 window"
    return Row(
        "memory with the sample open", f"{ratio:.2f} x", "at most 2.5 x", detail, ratio <= 2.5
    )
