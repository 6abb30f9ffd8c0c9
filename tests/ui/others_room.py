"""A section about other reviews in a window, with reviews that only a test knows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.records import Finding, Review
from facilitator.ui.console.others_section import OthersSection
from tests.ui.console_frame import console_desk
from tests.ui.hands import Hands, bring_up

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from facilitator.coach.similar import Similar
    from facilitator.domain.returned import Fix
    from facilitator.ui.console.console_desk import ConsoleDesk

One = TypeVar("One", bound=OthersSection)
CLASS = "Bad settings"


@dataclass
class Neighbours:
    """The other reviews; ``asked`` are those that something was asked about."""

    known: tuple[Fix, ...] = ()
    alike: tuple[Similar, ...] = ()
    visited: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def fixes(self, review_id: str) -> tuple[Fix, ...]:
        self.asked.append(review_id)
        return self.known

    def like(self, review: Review, most: int) -> tuple[Similar, ...]:
        self.asked.append(review.title)
        return self.alike[:most]

    def load(self, review_id: str) -> Review:
        findings = (Finding(id="n", text="One file reaches all"),)
        return Review(id=review_id, title="Refunds stopped", findings=findings)

    def visit(self, review_id: str) -> None:
        self.visited.append(review_id)


@dataclass
class Room(Hands, Generic[One]):
    """The section, which has the keys."""

    section: One
    others: Neighbours
    qtbot: QtBot

    def wait(self) -> None:
        """Until it knows all there is."""
        self.qtbot.waitUntil(lambda: not self.section.waits)

    @property
    def headings(self) -> list[str]:
        return [each.heading for each in self.section.list.rows.rows]


def open_section(qtbot: QtBot, make: Callable[[ConsoleDesk], One], others: Neighbours) -> Room[One]:
    """The section of a review of a class, once it knows all there is."""
    window = QWidget()
    qtbot.addWidget(window)
    review = Review(id="r1", title="Shops could not pay", failure_class=CLASS)
    console = replace(console_desk(window, review), others=others)
    section = make(console)
    column = QVBoxLayout(window)
    column.addWidget(section)
    column.addStretch(1)
    window.resize(480, 700)
    console.desk.session.subscribe(section.follow)
    bring_up(qtbot, window)
    room = Room(section, others, qtbot)
    room.wait()
    section.focus_start()
    return room
