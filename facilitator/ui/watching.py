"""Brings in what others do to the open review, while it is on the Stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from facilitator.app.log import LOGGER
from facilitator.store.errors import LibraryUnusable, NotFound
from facilitator.store.watch import News

if TYPE_CHECKING:
    from facilitator.store.watch import Watch
    from facilitator.ui.desk import Desk

PERIOD_MS = 250
"""How often it looks: what others type shows well within a second."""
_TOLD = {
    News.TRASHED: (
        "Somebody has put this review into the trash. What you type is still saved; "
        "take it out of the trash in the library."
    ),
    News.DELETED: (
        "Somebody has deleted this review from the library. What is shown can no longer be saved "
        "there; Ctrl+E keeps it in a file."
    ),
}


_BACK = "This review is out of the trash again."


class SessionWatch(QObject):
    """Looks a few times a second; made after the first picture, stopped when the review leaves."""

    def __init__(self, desk: Desk, watcher: Watch) -> None:
        super().__init__()
        self._desk, self._watcher = desk, watcher
        self._told = ""
        self._timer = QTimer(self)
        self._timer.setInterval(PERIOD_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._watcher.close()

    def look(self) -> None:
        """Take over what is new; a dialog that is open is waited for."""
        if QApplication.activeModalWidget() is not None:
            return
        news = self._watcher.news(self._desk.review.revision)
        if news is News.NEWER:
            self._refresh()
        else:
            self._tell(_TOLD.get(news, ""))

    def _refresh(self) -> None:
        try:
            self._desk.session.refresh()
        except (LibraryUnusable, NotFound) as problem:
            LOGGER.info("watch: %s", type(problem).__name__)
            self._tell(f"What others change cannot be shown at the moment. {problem.sentence}")
        else:
            # Where the review lies is known only from the next look.
            self._told = self._told if self._told in _TOLD.values() else ""

    def _tell(self, sentence: str) -> None:
        """Once, and again only after something else was true."""
        before, self._told = self._told, sentence
        if sentence and sentence != before:
            self._desk.host.complain(sentence)
        elif before == _TOLD[News.TRASHED] and not sentence:
            self._desk.host.complain(_BACK, until_saved=True)
