"""Asks the coach about words once typing pauses, so that no key ever waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from facilitator.coach.durability import assess

if TYPE_CHECKING:
    from facilitator.coach.durability import Hint

_WAIT_MS = 30


class LateHint(QObject):
    """The hint on what is being typed; ``came`` tells that there is one for other words now."""

    came = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted, self._asked = "", ""
        self._hint: Hint | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setTimerType(Qt.TimerType.PreciseTimer)
        self._later.setInterval(_WAIT_MS)
        self._later.timeout.connect(self._ask)

    @property
    def waits(self) -> bool:
        """Whether a hint is still to come."""
        return self._later.isActive()

    def on(self, text: str) -> Hint | None:
        """The hint on a text; until it is there that on what was typed before, if any."""
        if not text:
            self._later.stop()
            self._hint, self._asked = None, ""
        elif text != self._asked:
            self._wanted = text
            self._later.start()
        else:
            self._later.stop()
        return self._hint

    def _ask(self) -> None:
        self._hint, self._asked = assess(self._wanted), self._wanted
        self.came.emit()
