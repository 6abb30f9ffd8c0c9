"""Hands that press keys: they go to whatever has the focus, as in the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.ui.sheet import Sheet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NONE = Qt.KeyboardModifier.NoModifier


class Hands:
    """Mixed into whatever stands in a window."""

    @property
    def focus(self) -> Any:
        """What gets the keys: suggestions while they are open."""
        focus = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert focus is not None
        return focus

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.focus, key, held)

    def control(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def enter(self, text: str) -> None:
        """Type a text and press Enter."""
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.control(Qt.Key.Key_V)


def top_sheet(widget: QWidget) -> Any:
    """The sheet or chooser that is open on top of a window, if one is."""
    shown = [each for each in widget.window().findChildren(Sheet) if each.isVisible()]
    return shown[-1] if shown else None


def bring_up(qtbot: QtBot, window: QWidget) -> None:
    """Show a window and wait until it has the keys."""
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
