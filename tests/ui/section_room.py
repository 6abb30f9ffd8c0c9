"""A section of the Console in a window, and hands to work it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facilitator.app.voices import Voices
from facilitator.domain.phase import Phase
from facilitator.ui.console.console_desk import ConsoleDesk
from facilitator.ui.console.section import Section
from facilitator.ui.style import sheet
from facilitator.ui.theme import Theme
from tests.ui.hands import Hands, bring_up
from tests.ui.support import make_desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from facilitator.domain.records import Review
    from facilitator.ui.desk import Desk

One = TypeVar("One", bound=Section)
COLUMN = (408, 900)
"""What the Console leaves to its left column."""


@dataclass
class Room(Hands, Generic[One]):
    """A section, what it works with, and a field beside it that can have the keys."""

    console: ConsoleDesk
    section: One
    beside: QWidget

    @property
    def desk(self) -> Desk:
        return self.console.desk

    @property
    def review(self) -> Review:
        return self.desk.review

    @property
    def session(self) -> Any:
        return self.desk.session

    @property
    def host(self) -> Any:
        return self.desk.host

    def at(self, widget: QWidget) -> bool:
        """Whether a widget has the keys."""
        return self.focus is widget

    def said(self) -> list[str]:
        """Every label that can be read now."""
        found = self.section.findChildren(QLabel)
        return [each.text() for each in found if each.isVisible() and each.text()]


def open_section(  # noqa: PLR0917 - a section needs as much
    qtbot: QtBot,
    make: Callable[[ConsoleDesk], One],
    review: Review,
    phase: Phase = Phase.TIMELINE,
    size: tuple[int, int] = COLUMN,
    selected: str | None = None,
) -> Room[One]:
    """A section in an active window; it follows what is edited and has the keys."""
    window = QWidget()
    qtbot.addWidget(window)
    desk = make_desk(window, review, Theme("dark"))
    host: Any = desk.host
    host.phase, host.current = phase, selected
    nothing: Any = None
    console = ConsoleDesk(desk, nothing, nothing, Voices(), desk)
    section = make(console)
    beside = QWidget()
    window.setStyleSheet(sheet(desk.theme))
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(section, 1)
    column.addWidget(beside)
    window.resize(*size)
    desk.session.subscribe(section.follow)
    desk.registry.bind("edit.undo", desk.session.undo)
    desk.registry.bind("edit.redo", desk.session.redo)
    bring_up(qtbot, window)
    section.focus_start()
    return Room(console, section, beside)
