"""Opens the window on a library and types events without end, telling each one that was saved.

To be killed: ``python -m tests.flows.typist LIBRARY REVIEW``. A line of stdout is one edit that the
status line calls saved: the id of its row and the row's text.
"""

from __future__ import annotations

import json
import sys
from itertools import count, cycle
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from facilitator.app.clock import utc_now
from facilitator.app.ids import Ids
from facilitator.app.opening import Opening
from facilitator.app.paths import Paths
from facilitator.app.settings import Settings
from facilitator.domain.phase import Phase
from facilitator.ui.program import Program, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.domain.delta import Delta
    from facilitator.ui.window import MainWindow

_EVERY_MS = 2


def _keys() -> Iterator[str]:
    """The keys of event after event, in no order of time."""
    for number, minute in zip(count(), cycle(range(10, 60, 7)), strict=False):
        yield from f"14:{minute} the ledger stops, take {number}\n"


class _Typist:
    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._keys = _keys()
        self._timer = QTimer(window)
        self._timer.timeout.connect(self._type)

    def begin(self) -> None:
        """Type where the Timeline puts the focus."""
        if self._window.desk is None:
            raise LookupError("no review is open")
        self._window.go(Phase.TIMELINE)
        self._window.desk.session.subscribe(self._told)
        self._timer.start(_EVERY_MS)

    def _type(self) -> None:
        focus = QApplication.focusWidget()
        key = next(self._keys)
        if focus is not None and key == "\n":
            QTest.keyClick(focus, Qt.Key.Key_Return)
        elif focus is not None:
            QTest.keyClicks(focus, key)

    def _told(self, delta: Delta) -> None:
        saved = self._window.findChild(QLabel, "status.saved")
        if isinstance(saved, QLabel) and saved.text().startswith("Saved"):
            for event in delta.rows["events"].added:
                print(json.dumps([event.id, getattr(event, "text", "")]), flush=True)


def main(library: str, review: str) -> int:
    """Open the window and type until killed."""
    paths, ids = Paths.find(library), Ids()
    program = Program(paths, Settings(), Opening(paths, utc_now, ids), utc_now, ids)
    return run(program, review, shown=lambda window: _Typist(window).begin())


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
