"""A page in a window, and hands to work it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.ui.page import PhasePage
from tests.ui.hands import Hands, bring_up, top_sheet
from tests.ui.support import make_desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pytestqt.qtbot import QtBot

    from facilitator.domain.records import Review
    from facilitator.ui.commands import Command
    from facilitator.ui.desk import Desk
    from facilitator.ui.theme import Theme

Page = TypeVar("Page", bound=PhasePage)
STAGE = (1480, 956)
"""What the window leaves to a page."""


@dataclass
class Room(Hands, Generic[Page]):
    """A page on its desk."""

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
    def sheet(self) -> Any:
        return top_sheet(self.page)

    def select(self, target: str) -> None:
        self.page.select(target)


def open_page(  # noqa: PLR0917 - a page needs as much
    qtbot: QtBot,
    make: Callable[[Desk], Page],
    commands: Iterable[Command],
    review: Review | None = None,
    theme: Theme | None = None,
    size: tuple[int, int] = STAGE,
    before: Callable[[Page], object] = lambda _page: None,
) -> tuple[Desk, Page]:
    """The page of a review in an active window, shown after ``before`` is done; for a Room."""
    window = QWidget()
    qtbot.addWidget(window)
    desk = make_desk(window, review, theme, commands=commands)
    page = make(desk)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(page)
    window.resize(*size)
    desk.session.subscribe(page.follow)
    desk.registry.bind("edit.undo", desk.session.undo)
    desk.registry.bind("edit.redo", desk.session.redo)
    page.bind()
    before(page)
    bring_up(qtbot, window)
    page.focus_start()
    return desk, page
