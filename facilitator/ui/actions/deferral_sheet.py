"""Puts an action off: who accepts that it can happen again, why, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from facilitator.domain.day_words import format_day
from facilitator.domain.due import read_due
from facilitator.domain.edits import actions as edits
from facilitator.domain.records import Deferral
from facilitator.domain.rules import RuleViolation
from facilitator.ui.actions.lines_sheet import LinesSheet
from facilitator.ui.kit import Label

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QLineEdit

    from facilitator.domain.records import ActionItem
    from facilitator.ui.desk import EditDesk

_WIDTH = 820
LABEL = "Put off"
_FOOT = "Enter goes on, and at the last line puts it off. Esc leaves it as it is."
_FIELDS = (
    ("accepted_by", "Who accepts it", "A role or a name: who may accept that it happens again"),
    ("reason", "Why", "What is more urgent, or has to come first"),
    ("until", "Until when", "30 June, +90d, 2026-06-30"),
)


class DeferralSheet(LinesSheet):
    """Three lines; what the rules refuse is told at its line."""

    def __init__(self, desk: EditDesk, action: ActionItem, about: str | None = None) -> None:
        """``about`` are words that stand in for those of the action."""
        super().__init__(desk.theme, "Put it off?", "actions.deferral", _WIDTH)
        self._desk, self._action = desk, action
        self._lines: dict[str, QLineEdit] = {}
        grid = self._grid()
        for row, (name, words, hint) in enumerate(_FIELDS):
            grid.addWidget(Label(desk.theme, words, "label", "ink2"), row, 0)
            self._lines[name] = self._line(name, words, hint)
            grid.addWidget(self._lines[name], row, 1)
        words = desk.shown(action.text) if about is None else about
        self.card_column.addWidget(Label(desk.theme, words, "text", wrap=True))
        self.card_column.addLayout(grid)
        self.card_column.addWidget(self._problem)
        self.card_column.addWidget(Label(desk.theme, _FOOT, "label", "ink2", wrap=True))
        self._fill()

    @property
    def accepted_by(self) -> QLineEdit:
        """The first line."""
        return self._lines["accepted_by"]

    def _fill(self) -> None:
        put_off = self._action.deferral
        if put_off is not None:
            self._lines["accepted_by"].setText(put_off.accepted_by)
            self._lines["reason"].setText(put_off.reason)
            self._lines["until"].setText(format_day(put_off.until))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next line, and takes at the last."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self._lines["until"].hasFocus():
            self._take()
        else:
            self.focusNextPrevChild(True)

    def put_off(self, deferral: Deferral) -> RuleViolation | None:
        """Put it off; a refusal is returned."""
        return self._desk.apply(LABEL, edits.defer(self._action.id, deferral))

    def _take(self) -> None:
        try:
            deferral = self._deferral()
        except RuleViolation as refusal:
            self._refuse(refusal)
            return
        refused = self.put_off(deferral)
        if refused is None:
            self.close_sheet()
        else:
            self._refuse(refused)

    def _deferral(self) -> Deferral:
        accepted_by, reason, typed = (line.text() for line in self._lines.values())
        until = self._until(typed)
        # The rules want a day; without one they shall still speak about the other lines first.
        deferral = Deferral(
            accepted_by=accepted_by, reason=reason, until=until or self._desk.today()
        )
        if until is None:
            edits.defer(self._action.id, deferral)(self._desk.review)
            raise RuleViolation("until", "Say until when, for it comes back on that day.")
        return deferral

    def _until(self, typed: str) -> date | None:
        today = self._desk.today()
        try:
            day = read_due(typed, today)
        except RuleViolation as refusal:
            raise RuleViolation("until", refusal.reason) from None
        if day is not None and day <= today:
            raise RuleViolation("until", "That day is not to come any more. Say a later one.")
        return day

    def _refuse(self, refusal: RuleViolation) -> None:
        line = self._lines.get(refusal.field, self._lines["until"])
        self._tell(line, refusal.reason)
        line.setFocus()
