"""A sheet that shows what a file would change, and changes it when told so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from facilitator.ui.kit import Label, button
from facilitator.ui.sharing.changes_list import ChangeRow, ChangesList
from facilitator.ui.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from facilitator.domain.rules import RuleViolation
    from facilitator.ui.theme import Theme

_WIDTH, _MOST = 980, 6
_TICKS = "Left stands here, right there. Space takes theirs, A all of theirs; Enter does it."
_PLAIN = "Enter takes it over, Esc leaves all as it is. Undo takes it back."
_NOTHING = "Nothing would change. Esc goes back."


class ChangesSheet(Sheet):
    """``run`` gets the numbers of the rows that are taken; what it refuses is told here."""

    def __init__(  # noqa: PLR0913 - what is shown, and what then
        self,
        theme: Theme,
        title: str,
        told: str,
        rows: list[ChangeRow],
        run: Callable[[list[int]], RuleViolation | None],
        *,
        ticks: bool,
        notes: Sequence[str] = (),
        idle: bool = False,
    ) -> None:
        super().__init__(theme, title, width=_WIDTH)
        self.rows, self._run, self._ticks, self._idle = rows, run, ticks, idle
        self.told = Label(theme, told, "text", wrap=True)
        self.told.setObjectName("changes.told")
        self.list = ChangesList(theme, rows, ticks=ticks)
        if not rows:
            self.list.hide()
        self.problem = Label(theme, "", "label", "note", wrap=True)
        self.problem.setObjectName("changes.problem")
        self.problem.hide()
        self.do = button(theme, "Take it over", self._do, name="changes.do", main=True)
        if idle:
            self.do.hide()
        hint = _NOTHING if idle else _TICKS if ticks and rows else _PLAIN
        self._lay_out(_noted(notes), hint)

    def _lay_out(self, notes: str, hint: str) -> None:
        row = QHBoxLayout()
        row.addWidget(self.do)
        row.addStretch(1)
        for widget in (self.told, self.list):
            self.card_column.addWidget(widget)
        if notes:
            self.card_column.addWidget(Label(self.theme, notes, "label", "ink2", wrap=True))
        self.card_column.addWidget(self.problem)
        self.card_column.addLayout(row)
        self.card_column.addWidget(Label(self.theme, hint, "label", "ink2", wrap=True))

    def open_over(self, window: QWidget, focus: QWidget | None = None) -> None:
        """The rows have the keys, or the button."""
        first = self.list if self.rows else self.do if not self._idle else None
        super().open_over(window, focus or first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does it; A takes all."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._idle:
            self._do()
        elif event.key() == Qt.Key.Key_A and self._ticks:
            self.list.take_all(taken=not all(row.taken for row in self.rows))
        else:
            super().keyPressEvent(event)

    def _do(self) -> None:
        refusal = self._run([number for number, row in enumerate(self.rows) if row.taken])
        if refusal is None:
            self.close_sheet()
            return
        self.problem.setText(refusal.reason)
        self.problem.show()


def _noted(notes: Sequence[str]) -> str:
    shown = list(notes[:_MOST])
    if len(notes) > _MOST:
        shown.append(f"… and {len(notes) - _MOST:,} more.")
    return "\n".join(shown)
