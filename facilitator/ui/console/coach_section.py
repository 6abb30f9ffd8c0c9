"""The Coach: what it advises, told to the facilitator alone."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from facilitator.domain.edits.factors import merge_factors
from facilitator.domain.phase import Phase
from facilitator.ui.console.coach_list import CoachList
from facilitator.ui.console.coach_look import Look
from facilitator.ui.console.coach_rows import Kind, Row, rows_of
from facilitator.ui.console.coach_words import LANGUAGE, ordered
from facilitator.ui.console.section import Section
from facilitator.ui.kit import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from facilitator.coach.advice import Advice
    from facilitator.domain.delta import Delta
    from facilitator.ui.console.console_desk import ConsoleDesk

_WAIT_MS = 300
_NOTHING = "There is nothing that the coach would ask."
_FACTOR = re.compile(r"factors\[([^\]]+)\]")


class CoachSection(Section):
    """Looks once typing has paused, and only while somebody can see it.

    What is put off stays away, also after a restart, until the words that it is about change.
    """

    name = "coach"
    title = "Coach"

    def __init__(self, console: ConsoleDesk) -> None:
        super().__init__(console)
        self._advice: tuple[Advice, ...] = ()
        self._phase = self.desk.host.shown_phase()
        self._not_now = console.not_now
        self._unfolded, self._stale = False, True
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_WAIT_MS)
        self._later.timeout.connect(self._begin)
        self.look = Look(self)
        self.look.found.connect(self._found)
        self.say("only you see this")
        self._nothing = Label(self.theme, _NOTHING, "label", "ink2", where="console", wrap=True)
        self._nothing.hide()
        self.column.addWidget(self._nothing)
        self.list = CoachList(self.theme)
        self.list.chosen.connect(self._choose)
        self.list.left.connect(self._put_off)
        self.list.merged.connect(self._merge)
        self.list.current_moved.connect(partial(self.bring_into_view, self.list))
        self.list.attended.connect(self._attended)
        self.add_wide(self.list)

    # -- following -----------------------------------------------------------------------------

    def follow(self, _delta: Delta) -> None:
        """Look again, but not while somebody types."""
        self._stale = True
        self.look.stop()
        if self._seen():
            self._later.start()

    def place_changed(self, phase: Phase, _selected: str | None) -> None:
        """What belongs to it comes before others of the same leverage."""
        if phase is not self._phase:
            self._phase, self._unfolded = phase, False
            if not self._stale:
                self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody could see it."""
        super().showEvent(event)
        if self._stale and not self._later.isActive():
            self._begin()

    @property
    def waits(self) -> bool:
        """Whether it has not seen all there is now."""
        return self._later.isActive() or self.look.busy

    def focus_start(self) -> None:
        """Take the keys."""
        self.list.setFocus()

    def _attended(self, here: bool) -> None:
        """The whole of the current row, with its buttons, is in view when the keys come."""
        if here and self.list.currentIndex().isValid():
            self.bring_into_view(self.list, self.list.visualRect(self.list.currentIndex()))

    def leave(self) -> None:
        """Look no more."""
        self._later.stop()
        self.look.stop()

    # -- what can be done with a row -----------------------------------------------------------

    def _choose(self, row: Row) -> None:
        if row.advice is not None:
            self._go(row.advice)
            return
        if row.kind is Kind.PUT_OFF:
            self._not_now.clear()
        else:
            self._unfolded = row.kind is Kind.MORE
        self._show()

    def _go(self, advice: Advice) -> None:
        """Show it on the Stage; what is to be reworded opens there."""
        phase, target = Phase[advice.phase.upper()], advice.target
        if phase is Phase.CLOSE and target is None:
            target = advice.where.rsplit(".", 1)[-1]
        self.go_there(phase, target)
        if advice.rule in LANGUAGE:
            self.desk.registry.run(f"{phase.key}.edit")

    def _put_off(self, row: Row) -> None:
        if row.advice is not None:
            self._not_now.add(row.advice.key)
            self._show()

    def _merge(self, row: Row) -> None:
        """Make one of two factors that say the same; undo parts them again."""
        pair = _FACTOR.findall(row.advice.where) if row.advice is not None else ()
        if len(pair) == 2:
            refused = self.desk.apply("Merge two factors", merge_factors(*pair))
            if refused is not None:
                self.desk.host.complain(refused.reason)

    # -- showing -------------------------------------------------------------------------------

    def _seen(self) -> bool:
        return self.isVisible() and not self.window().isMinimized()

    def _begin(self) -> None:
        if self._seen():
            self.look.begin(self.desk.review, self.desk.today())

    def _found(self, advice: tuple[Advice, ...]) -> None:
        self._stale, self._advice = False, advice
        self._show()

    def _show(self) -> None:
        wanted = [each for each in self._advice if each.key not in self._not_now]
        put_off, review = len(self._advice) - len(wanted), self.desk.review
        found = ordered(wanted, self._phase)
        rows = rows_of(found, put_off, review, unfolded=self._unfolded)
        self.list.refresh(rows)
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
