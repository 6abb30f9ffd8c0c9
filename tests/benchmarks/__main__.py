"""Runs every measurement and prints the table; ``docs/benchmarks.md`` keeps it.

Where there is a screen its windows appear there; it should have nothing else to do meanwhile.
"""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks import (
    coaching,
    importing,
    loop,
    meeting,
    printing,
    scale,
    starting,
    storing,
    trees,
    typing_keys,
)
from tests.benchmarks.windows import application

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.measure import Row

OUT = Path(__file__).parents[2] / "docs" / "benchmarks.md"
_HEAD = """# Measurements

Made by `make bench`. Every line compares with a floor measured in turn with it in the same run, so
that a slow machine slows both alike; figures are medians unless the line says otherwise.
"""


def _measured() -> Iterator[Row]:
    yield from starting.measure_start()
    yield from typing_keys.measure_typing()
    yield from typing_keys.measure_enter()
    yield from meeting.measure_meeting()
    yield from coaching.measure_coach()
    yield storing.measure_edit()
    yield storing.measure_load()
    yield trees.measure_tree()
    yield from printing.measure_print()
    yield from importing.measure_import()
    yield from loop.measure_kept_edit()
    yield from scale.measure_scale()


def _line(row: Row) -> str:
    mark = "" if row.reached else " (missed)"
    return f"| {row.what} | {row.figure} | {row.goal}{mark} | {row.detail} |"


def main() -> int:
    """Print each line as it comes; write the table in the end."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    lines = ["| what | figure | goal | how |", "|---|---|---|---|"]
    print(*lines, sep="\n")
    for row in _measured():
        lines.append(_line(row))
        print(lines[-1], flush=True)
    machine = (
        f"Python {platform.python_version()}, {platform.system()}, {platform.machine()}, "
        f"{os.cpu_count()} processors, windows on “{application().platformName()}”."
    )
    OUT.write_text("\n".join([_HEAD, machine, "", *lines, ""]), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
