"""The page of all actions over a real library, and hands to work it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMainWindow

from facilitator.app.library import Library
from facilitator.domain.records import ActionItem, Factor, Review
from facilitator.domain.words import ActionStatus, Durability, FactorKind, Family
from facilitator.store.store import open_store
from facilitator.ui.commands import COMMANDS
from facilitator.ui.library.commands import COMMANDS as LIBRARY
from facilitator.ui.library.hall import LibraryHall
from facilitator.ui.registry import Registry
from facilitator.ui.style import sheet
from facilitator.ui.theme import Theme
from tests.ui.hands import NONE, Hands, bring_up, top_sheet
from tests.ui.library_room import NOW, MemoryDoor

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import Qt
    from pytestqt.qtbot import QtBot

    from facilitator.ui.library.actions.view import ActionsView

TODAY = NOW.date()


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


def action(action_id: str, text: str, **fields: Any) -> ActionItem:
    own = {
        "status": ActionStatus.AGREED,
        "owner": "Ivo Grau",
        "hint": Durability.GUARDRAIL,
        "due": days(10),
        "agreed_on": days(-60),
    }
    return ActionItem(id=action_id, text=text, **{**own, **fields})


def review(review_id: str, *actions: ActionItem, **fields: Any) -> Review:
    root = Factor(id="f0", parent=None, kind=FactorKind.EFFECT)
    cause = Factor(id="f1", parent="f0", family=Family.MISSING_SAFEGUARD)
    placed = tuple(
        ActionItem(**{**_fields(each), "position": place}) for place, each in enumerate(actions)
    )
    own = {"title": f"Review {review_id}", "incident": f"INC-{review_id}", "services": ("Ledger",)}
    return Review(id=review_id, factors=(root, cause), actions=placed, **{**own, **fields})


def _fields(action: ActionItem) -> dict[str, Any]:
    return {name: getattr(action, name) for name in action.__dataclass_fields__}


class RealDoor(MemoryDoor):
    """The door of a real library, as far as the page of actions goes."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.real = library

    def library(self) -> Library:
        self._check()
        return self.real

    def open_actions(self) -> int | None:
        from facilitator.domain.action_filter import ActionState  # noqa: PLC0415

        return self.real.action_states((ActionState.OPEN,), TODAY, TODAY)[ActionState.OPEN]


@dataclass
class Room(Hands):
    """The page and its door."""

    qtbot: QtBot
    hall: LibraryHall
    door: RealDoor
    registry: Registry
    opened: list[Any] = field(default_factory=list)

    @property
    def view(self) -> ActionsView:
        page: ActionsView = self.hall.page
        return page

    @property
    def texts(self) -> list[str]:
        """What the rows say first, heads in brackets."""
        model = self.view.model
        return [
            f"[{model.head_at(row)}]" if model.head_at(row) else str(model.index(row, 0).data())
            for row in range(model.rowCount())
        ]

    def cell(self, row: int, column: int) -> str:
        return str(self.view.model.index(row, column).data())

    def settle(self) -> None:
        """Until what was typed is found."""
        self.qtbot.waitUntil(lambda: not self.view.lister.busy)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        super().press(key, held)
        self.settle()

    def type(self, text: str) -> None:
        super().type(text)
        self.settle()

    def filter(self, line: str) -> None:
        """Type another line."""
        self.view.line.setText(line)
        self.settle()

    def stored(self, review_id: str, action_id: str) -> ActionItem:
        found = self.door.real.load(review_id).actions
        return next(each for each in found if each.id == action_id)

    @property
    def told(self) -> str:
        shown = (self.view.outcome.told, self.view.outcome.untold)
        return next((each.sentence.text() for each in shown if each.isVisible()), "")

    @property
    def said(self) -> str:
        said = self.view.outcome.said
        return said.text() if said.isVisible() else ""

    @property
    def sheet(self) -> Any:
        return top_sheet(self.view)


def open_page(
    qtbot: QtBot, folder: Path, reviews: Sequence[Review], theme: Theme | None = None
) -> Room:
    """The page of actions of a library with these reviews, in an active window."""
    numbers = count(1)
    store = open_store(folder / "library.db", lambda: NOW, folder / "backups")
    library = Library(store, lambda: NOW, lambda: f"n{next(numbers)}")
    library.add_all(reviews)
    window = QMainWindow()
    qtbot.addWidget(window, before_close_func=lambda _window: library.close())
    registry = Registry(window, (*COMMANDS, *LIBRARY))
    theme = theme or Theme()
    window.setStyleSheet(sheet(theme))
    door = RealDoor(library)
    hall = LibraryHall(theme, registry, door)
    window.setCentralWidget(hall)
    window.resize(1600, 1000)
    bring_up(qtbot, window)
    hall.show_page("actions")
    room = Room(qtbot, hall, door, registry)
    room.settle()
    return room
