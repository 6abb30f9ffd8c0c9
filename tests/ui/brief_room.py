"""The Brief page in a window, and hands to work it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.ui.brief.commands import COMMANDS
from facilitator.ui.brief.page import BriefPage
from facilitator.ui.style import sheet
from tests.ui import page_room

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.domain.records import Review
    from facilitator.ui.theme import Theme


class Room(page_room.Room[BriefPage]):
    """The page and what its tests look at."""

    def at(self, widget: QWidget) -> bool:
        """Whether a widget has the focus."""
        return QApplication.focusWidget() is widget

    def replace(self, text: str) -> None:
        """Type over everything in the field."""
        self.control(Qt.Key.Key_A)
        self.type(text)

    def reason(self, field: str) -> str:
        """What stands below a field."""
        label: Any = self.page.window().findChild(QWidget, f"{field}.reason")
        return label.text() if label.isVisible() else ""


def open_room(qtbot: QtBot, review: Review | None = None, theme: Theme | None = None) -> Room:
    """The page of a review in an active window of the Stage's size."""
    return Room(*page_room.open_page(qtbot, BriefPage, COMMANDS, review, theme, before=_dress))


def _dress(page: BriefPage) -> None:
    page.window().setStyleSheet(sheet(page.theme))
