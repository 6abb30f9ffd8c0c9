"""The Actions page in a window, and hands to work it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtTest import QTest

from facilitator.domain.records import (
    ActionItem,
    Backlog,
    Factor,
    Finding,
    Participant,
    Review,
)
from facilitator.domain.words import (
    ActionStatus,
    Durability,
    FactorKind,
    Family,
    Impact,
    Likelihood,
)
from facilitator.ui.actions.commands import COMMANDS
from facilitator.ui.actions.page import ActionsPage
from tests.ui import page_room

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.ui.actions.late_hint import LateHint
    from facilitator.ui.theme import Theme

TODAY = date(2026, 3, 5)  # A Thursday, as the desk's clock has it.


def settled(late: LateHint) -> None:
    """Wait until the hint on what is typed is there."""
    while late.waits:
        QTest.qWait(5)


class Room(page_room.Room[ActionsPage]):
    """The page and what its tests look at."""

    @property
    def entry(self) -> Any:
        return self.page.entry

    @property
    def table(self) -> Any:
        return self.page.table

    @property
    def told(self) -> str:
        """What stands below the entry line, once the coach has said what it thinks of the words."""
        for late in (self.page.adding.late, self.page.late):
            settled(late)
        return self.page.preview.reading.spoken

    @property
    def refused(self) -> str:
        """What stands below the cell that is typed."""
        reason = self.page.cells.editor.reason
        return str(reason.text()) if reason.isVisible() else ""

    @property
    def options(self) -> list[str]:
        """What may be chosen for the cell that is typed."""
        shown = self.page.cells.editor.list
        return [shown.item(row).text() for row in range(shown.count())] if shown.isVisible() else []

    @property
    def editing(self) -> bool:
        return self.page.cells.editor.cell is not None

    @property
    def current(self) -> ActionItem:
        return self.action(self.table.current_id)

    @property
    def texts(self) -> list[str]:
        return [each.text for each in self.review.actions]

    def action(self, action_id: str) -> ActionItem:
        return next(each for each in self.review.actions if each.id == action_id)

    def find(self, text: str) -> ActionItem:
        return next(each for each in self.review.actions if each.text == text)


def open_room(
    qtbot: QtBot,
    review: Review | None = None,
    theme: Theme | None = None,
    size: tuple[int, int] = page_room.STAGE,
) -> Room:
    """The page of a review in an active window of the Stage's size."""
    return Room(*page_room.open_page(qtbot, ActionsPage, COMMANDS, review, theme, size))


def example() -> Review:
    """Four actions against a small tree; the second has nothing but its words."""
    return Review(
        id="r1",
        title="Shops could not pay",
        severity="SEV 1",
        time_zone="Europe/London",
        participants=(
            Participant(id="p1", name="Maria Kovač", role="Platform engineer"),
            Participant(id="p2", name="Tom Reyes", role="On-call engineer"),
            Participant(id="p3", name="Tomas Berg"),
        ),
        factors=(
            Factor(id="f0", parent=None, kind=FactorKind.EFFECT, text="Shops could not pay"),
            _factor("fa", 0, "All regions at once", Family.MISSING_SAFEGUARD),
            _factor("fb", 1, "Nobody was paged", Family.OBSERVABILITY_GAP),
            _factor("fc", 2, "Same-day changes were promised", Family.ORGANISATIONAL_PRESSURE),
        ),
        findings=(Finding(id="n1", text="One step reaches every region", factors=("fa",)),),
        actions=(
            ActionItem(
                id="a1",
                position=0,
                text="Reject limits files that fail the schema",
                owner="Maria Kovač",
                impact=Impact.SEVERE,
                likelihood=Likelihood.LIKELY,
                due=date(2026, 3, 19),
                status=ActionStatus.IN_PROGRESS,
                hint=Durability.GUARDRAIL,
                vague=False,
                factors=("fa",),
                backlog=Backlog(key="PAY-123"),
            ),
            ActionItem(
                id="a2",
                position=1,
                text="Alert on the depth of the queue",
                hint=Durability.DETECT,
                vague=False,
            ),
            ActionItem(
                id="a3",
                position=2,
                text="Write a runbook for limits",
                owner="Nadia Perez",
                hint=Durability.DOCUMENT,
                vague=False,
                findings=("n1",),
            ),
            ActionItem(
                id="a4",
                position=3,
                text="Be careful with limits files",
                status=ActionStatus.CANCELLED,
                hint=Durability.REMIND,
                vague=True,
            ),
        ),
    )


def _factor(factor_id: str, position: int, text: str, family: Family) -> Factor:
    return Factor(id=factor_id, parent="f0", position=position, text=text, family=family)
