"""Prints the seconds to the first hint, shapes and reading once the program's window is loaded."""

from __future__ import annotations

import gc
from itertools import pairwise
from time import perf_counter

import facilitator.app.session
import facilitator.store.values
import facilitator.ui.meeting_room  # noqa: F401 - the same


def main() -> None:
    # As the program does when its library is open, before the coach is loaded.
    gc.collect()
    gc.freeze()
    marks = [perf_counter()]
    text = "Remind everybody to check the region"
    from facilitator.coach.durability import assess  # noqa: PLC0415 - this is what is timed

    label = assess(text).label
    marks.append(perf_counter())
    from facilitator.coach.shapes import stronger  # noqa: PLC0415 - the same

    stronger(text, label)
    marks.append(perf_counter())
    from facilitator.coach.language import judge  # noqa: PLC0415 - the same

    judge("The operator should have seen the warning")
    marks.append(perf_counter())
    print(*(end - begun for begun, end in pairwise(marks)))


if __name__ == "__main__":
    main()
