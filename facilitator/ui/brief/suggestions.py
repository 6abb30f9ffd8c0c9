"""Known words below a field while it is typed in: arrows choose, Enter takes, any other fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCompleter, QListView

from facilitator.ui.style import sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.ui.fields import BoundLine
    from facilitator.ui.theme import Theme

_SHOWN = 6
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Suggestions(QCompleter):
    """Enter takes the chosen word; with none chosen it belongs to the field. Escape hides them."""

    def __init__(self, line: BoundLine, words: list[str], popup: QListView) -> None:
        super().__init__(words, line)
        self._line, self._list = line, popup
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(_SHOWN)
        self.setPopup(popup)
        self.activated.connect(line.take)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._list and _is_key(event, *_ENTER):
            if not self._list.currentIndex().isValid():
                self._list.hide()
                return QApplication.sendEvent(self._line, event)
        elif watched is self._list and _is_key(event, Qt.Key.Key_Escape):
            self._list.hide()
            return True
        return super().eventFilter(watched, event)


def _is_key(event: QEvent, *keys: Qt.Key) -> bool:
    pressed = event.type() == QEvent.Type.KeyPress
    return pressed and isinstance(event, QKeyEvent) and event.key() in keys


def suggest(line: BoundLine, words: Iterable[str], theme: Theme) -> None:
    """Offer those of the words that hold what was typed."""
    popup = QListView()
    popup.setObjectName(f"{line.objectName()}.suggestions")
    popup.setAccessibleName(f"Suggestions for {line.accessibleName().lower()}")
    popup.setProperty("boxed", True)
    # It is a window of its own, so it does not take over the looks of the main one.
    popup.setPalette(theme.palette())
    popup.setStyleSheet(sheet(theme))
    popup.setFont(theme.font("text"))
    line.setCompleter(_Suggestions(line, list(words), popup))
