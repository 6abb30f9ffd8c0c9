"""Starts the program as its user does and prints when it has a picture and an edit, how large."""

import gc
import sys
import time

from facilitator import __main__ as entry
from facilitator.ui.plain_import import use_plain_import

# In the order in which the program does it.
gc.disable()
use_plain_import()

from PySide6.QtCore import QTimer  # noqa: E402 - see above

from facilitator.ui import program as running  # noqa: E402 - the same
from facilitator.ui.window import MainWindow  # noqa: E402 - the same


def _tell(mark: str) -> None:
    print(mark, time.monotonic(), flush=True)


def _filled(window: MainWindow) -> None:
    _tell("filled")
    QTimer.singleShot(0, lambda: _edit(window))


def _edit(window: MainWindow) -> None:
    """The first edit, as soon as the event loop can take a key press."""
    if window.desk is not None:
        from facilitator.domain.edits.brief import set_field  # noqa: PLC0415 - as a page does

        window.desk.apply("Change title", set_field("title", f"Take {time.monotonic()}"))
        _tell("edit")
    QTimer.singleShot(1500, lambda: _leave(window))


def _leave(window: MainWindow) -> None:
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - as the floor does
        resident = next(line for line in status if line.startswith("VmRSS"))
    print("memory", resident.split()[1], flush=True)
    window.close()


class _Watched(MainWindow):
    def __init__(self, program: running.Program) -> None:
        super().__init__(program)
        # Before the program's own answer, which is connected later.
        self.appeared.connect(lambda: _tell("frame"))


def _run(program: running.Program, target: str | None) -> int:
    return _really_run(program, target, _filled)


setattr(running, "MainWindow", _Watched)  # noqa: B010 - it takes the place of the other
_really_run = running.run
setattr(running, "run", _run)  # noqa: B010 - the same
sys.exit(entry.main(sys.argv[1:]))
