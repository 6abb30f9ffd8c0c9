"""A Console with stand-ins for its sections, and hands to work it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.ui.console.console_desk import ConsoleDesk
from facilitator.ui.console.parts import LEFT, RIGHT, Parts
from facilitator.ui.console.section import Section
from facilitator.ui.console.window import ConsoleWindow
from tests.ui.hands import Hands, bring_up
from tests.ui.support import make_desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from facilitator.domain.delta import Delta
    from facilitator.domain.phase import Phase
    from facilitator.domain.records import Review
    from facilitator.ui.theme import Theme


class StandIn(Section):
    """One field; it remembers what it was told."""

    def __init__(self, console: ConsoleDesk) -> None:
        super().__init__(console)
        self.told: list[Any] = []
        self.keeps = True
        self.line = QLineEdit()
        self.line.setObjectName(f"{self.name}.line")
        self.other = QLineEdit()
        self.column.addWidget(self.line)
        self.column.addWidget(self.other)

    def follow(self, delta: Delta) -> None:
        self.told.append(delta)

    def place_changed(self, phase: Phase, selected: str | None) -> None:
        self.told.append((phase, selected))

    def focus_start(self) -> None:
        self.line.setFocus()

    def settle(self) -> bool:
        self.told.append("settle")
        return self.keeps

    def leave(self) -> None:
        self.told.append("leave")


def stand_in_parts(console: ConsoleDesk) -> Parts:
    """A stand-in for every section."""
    made = {}
    for name in (*LEFT, *RIGHT):
        kind = type(f"StandIn_{name}", (StandIn,), {"name": name, "title": name.capitalize()})
        made[name] = kind(console)
    return Parts(QWidget(), made)


@dataclass
class Frame(Hands):
    """A Console in the front, and the Stage's window behind it."""

    stage: QWidget
    window: ConsoleWindow
    closed: list[bool] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.window.closed.connect(lambda: self.closed.append(True))

    @property
    def desk(self) -> Any:
        return self.window.console.desk

    @property
    def host(self) -> Any:
        return self.desk.host

    @property
    def current(self) -> str:
        return self.window.current.name if self.window.current else ""

    def section(self, name: str) -> Any:
        return next(each for each in self.window.sections if each.name == name)


def console_desk(
    window: QWidget, review: Review | None = None, theme: Theme | None = None
) -> ConsoleDesk:
    """A desk without clock, prompts and tally: what stands here needs none of them."""
    desk: Any = make_desk(window, review, theme)
    nothing: Any = None
    return ConsoleDesk(desk, nothing, nothing, nothing, desk)


def open_frame(
    qtbot: QtBot,
    make: Callable[[ConsoleDesk], Parts] = stand_in_parts,
    *,
    size: tuple[int, int] = (900, 1000),
    theme: Theme | None = None,
) -> Frame:
    """The Console of a small review, in front."""
    stage = QWidget()
    qtbot.addWidget(stage)
    window = ConsoleWindow(console_desk(stage, theme=theme), make)
    qtbot.addWidget(window)
    window.console.desk.registry.serve(window)
    window.resize(*size)
    bring_up(qtbot, window)
    return Frame(stage, window)
