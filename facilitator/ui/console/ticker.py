"""Lets the clock of a meeting tick while it runs, and costs nothing while it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from facilitator.app.meeting import Meeting

_EVERY = 1000
"""Milliseconds."""


class MeetingTicker(QObject):
    """To be kept as long as the meeting is, whether a Console is open or not."""

    def __init__(self, meeting: Meeting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._meeting = meeting
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(meeting.tick)
        self._leave = meeting.subscribe(self._follow)
        self._follow()

    @property
    def ticking(self) -> bool:
        """Whether it does."""
        return self._timer.isActive()

    def leave(self) -> None:
        """Stop for good."""
        self._leave()
        self._timer.stop()

    def _follow(self) -> None:
        if self._meeting.running == self._timer.isActive():
            return
        if self._meeting.running:
            self._timer.start()
        else:
            self._timer.stop()
