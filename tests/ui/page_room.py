"""A page in a window, and hands to work it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from facilitator.ui.page import PhasePage
from facilitator.ui.sheet import Sheet
from tests.ui.support import make_desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pytestqt.qtbot import QtBot

    from facilitator.domain.records import Review
    from facilitator.ui.commands import Command
    from facilitator.ui.desk import Desk
    from facilitator.ui.theme import Theme

Page = TypeVar("Page", bound=PhasePage)


@dataclass
class Room(Generic[Page]):
    """A page on its desk; keys go to whatever has the focus, as in the meeting."""

    desk: Desk
    page: Page

    @property
    def session(self) -> Any:
        return self.desk.session

    @property
    def host(self) -> Any:
        return self.desk.host

    @property
    def review(self) -> Review:
        return self.desk.review

    @property
    def focused(self) -> QWidget:
        """The widget that has the keys."""
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    @property
    def sheet(self) -> Sheet | None:
        """The sheet or chooser that is open on top."""
        open_ = [each for each in self.page.window().findChildren(Sheet) if each.isVisible()]
        return open_[-1] if open_ else None

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.focused, key, held)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focused, text)

    def enter(self, text: str) -> None:
        """Type a text and press Enter."""
        self.type(text)
        self.press(Qt.Key.Key_Return)


def open_page(  # noqa: PLR0917 - a page needs as much
    qtbot: QtBot,
    make: Callable[[Desk], Page],
    commands: Iterable[Command],
    review: Review | None = None,
    theme: Theme | None = None,
    size: tuple[int, int] = (1480, 956),
) -> Room[Page]:
    """The page of a review in an active window of the Stage's size."""
    window = QWidget()
    qtbot.addWidget(window)
    desk = make_desk(window, review, theme, commands=commands)
    page = make(desk)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(page)
    window.resize(*size)
    desk.session.subscribe(page.follow)
    page.bind()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    page.focus_start()
    return Room(desk, page)
