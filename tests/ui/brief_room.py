"""The Brief page in a window, and hands to work it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from facilitator.ui.brief.commands import COMMANDS
from facilitator.ui.brief.page import BriefPage
from facilitator.ui.sheet import Sheet
from facilitator.ui.style import sheet
from tests.ui.support import make_desk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.domain.records import Review
    from facilitator.ui.desk import Desk
    from facilitator.ui.theme import Theme

NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class Room:
    """A page on its desk; keys go to whatever has the focus, as in the meeting."""

    desk: Desk
    page: BriefPage

    @property
    def session(self) -> Any:
        return self.desk.session

    @property
    def review(self) -> Review:
        return self.desk.review

    @property
    def focus(self) -> Any:
        """What gets the keys: the suggestions while they are open."""
        focused = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert focused is not None
        return focused

    def at(self, widget: QWidget) -> bool:
        """Whether a widget has the focus."""
        return QApplication.focusWidget() is widget

    @property
    def sheet(self) -> Any:
        """The form that is open, if one is."""
        shown = [each for each in self.page.window().findChildren(Sheet) if each.isVisible()]
        return shown[-1] if shown else None

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.focus, key, held)

    def control(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def replace(self, text: str) -> None:
        """Type over everything in the field."""
        self.control(Qt.Key.Key_A)
        self.type(text)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.control(Qt.Key.Key_V)

    def reason(self, field: str) -> str:
        """What stands below a field."""
        label: Any = self.page.window().findChild(QWidget, f"{field}.reason")
        return label.text() if label.isVisible() else ""


def open_room(qtbot: QtBot, review: Review | None = None, theme: Theme | None = None) -> Room:
    """The page of a review in an active window of the Stage's size."""
    window = QWidget()
    qtbot.addWidget(window)
    desk = make_desk(window, review, theme, commands=COMMANDS)
    window.setStyleSheet(sheet(desk.theme))
    page = BriefPage(desk)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(page)
    window.resize(1480, 956)
    desk.session.subscribe(page.follow)
    desk.registry.bind("edit.undo", desk.session.undo)
    desk.registry.bind("edit.redo", desk.session.redo)
    page.bind()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    page.focus_start()
    return Room(desk, page)
