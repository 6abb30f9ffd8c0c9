"""The Coach: what the analysis still lacks, told to the facilitator alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from facilitator.coach.readiness import lacks
from facilitator.domain.phase import Phase
from facilitator.ui.console.coach_list import CoachList
from facilitator.ui.console.coach_rows import Kind, Row, rows_of
from facilitator.ui.console.coach_words import ordered
from facilitator.ui.console.section import Section
from facilitator.ui.kit import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from facilitator.coach.lack import Lack
    from facilitator.domain.delta import Delta
    from facilitator.ui.console.console_desk import ConsoleDesk

_WAIT_MS = 300
_NOTHING = "Nothing is lacking that the coach knows of."


class CoachSection(Section):
    """Looks once typing has paused, and only while somebody can see it.

    What is left stays away for this meeting and is written down nowhere.
    """

    name = "coach"
    title = "Coach"

    def __init__(self, console: ConsoleDesk) -> None:
        super().__init__(console)
        self._lacks: tuple[Lack, ...] = ()
        self._phase = self.desk.host.shown_phase()
        self._left = console.memory.left
        self._unfolded, self._stale = False, True
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_WAIT_MS)
        self._later.timeout.connect(self._look)
        self.say("only you see this")
        self._nothing = Label(self.theme, _NOTHING, "label", "ink2", where="console", wrap=True)
        self._nothing.hide()
        self.column.addWidget(self._nothing)
        self.list = CoachList(self.theme)
        self.list.chosen.connect(self._choose)
        self.list.left.connect(self._leave_row)
        self.list.current_moved.connect(partial(self.bring_into_view, self.list))
        self.add_wide(self.list)

    # -- following -----------------------------------------------------------------------------

    def follow(self, _delta: Delta) -> None:
        """Look again, but not while somebody types."""
        self._stale = True
        if self._seen():
            self._later.start()

    def place_changed(self, phase: Phase, _selected: str | None) -> None:
        """Its lacks come first."""
        if phase is not self._phase:
            self._phase, self._unfolded = phase, False
            if not self._stale:
                self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody could see it."""
        super().showEvent(event)
        if self._stale and not self._later.isActive():
            self._look()

    def focus_start(self) -> None:
        """Take the keys."""
        self.list.setFocus()

    def leave(self) -> None:
        """Look no more."""
        self._later.stop()

    # -- what can be done with a row -----------------------------------------------------------

    def _choose(self, row: Row) -> None:
        if row.lack is not None:
            self._go(row.lack)
            return
        if row.kind is Kind.LEFT:
            self._left.clear()
        else:
            self._unfolded = row.kind is Kind.MORE
        self._show()

    def _go(self, lack: Lack) -> None:
        phase = Phase[lack.phase.upper()]
        target = lack.target
        if phase is Phase.CLOSE and target is None:
            target = lack.where.rsplit(".", 1)[-1]
        self.go_there(phase, target)

    def _leave_row(self, row: Row) -> None:
        if row.lack is not None:
            self._left.add(row.lack.rule)
            self._show()

    # -- showing -------------------------------------------------------------------------------

    def _seen(self) -> bool:
        return self.isVisible() and not self.window().isMinimized()

    def _look(self) -> None:
        if self._seen():
            self._stale = False
            self._lacks = lacks(self.desk.review)
            self._show()

    def _show(self) -> None:
        lacking = [each for each in self._lacks if each.rule not in self._left]
        left = len(self._lacks) - len(lacking)
        rows = rows_of(ordered(lacking, self._phase), left, unfolded=self._unfolded)
        self.list.refresh(rows)
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
