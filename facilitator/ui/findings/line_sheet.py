"""A sheet that asks for one line about a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from facilitator.domain.text import TEXT_LIMIT
from facilitator.ui.fields import mark
from facilitator.ui.kit import Label
from facilitator.ui.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from facilitator.domain.rules import RuleViolation
    from facilitator.ui.theme import Theme

_WIDTH = 820
_HELP = "Enter keeps it, Esc leaves it as it was."


class LineSheet(Sheet):
    """Enter gives the line to ``keep``; a refused one stays, with the reason below it."""

    def __init__(  # noqa: PLR0913, PLR0917 - what is asked, about what, and what then
        self,
        theme: Theme,
        title: str,
        about: str,
        lead: str,
        text: str,
        keep: Callable[[str], RuleViolation | None],
    ) -> None:
        super().__init__(theme, title, width=_WIDTH)
        self._keep = keep
        self.setObjectName("findings.sheet")
        self.card_column.addWidget(Label(theme, about, "text", "ink2", wrap=True))
        self.card_column.addWidget(Label(theme, lead, "named", wrap=True))
        self.line = QLineEdit(text)
        self.line.setObjectName("findings.sheet.line")
        self.line.setAccessibleName(lead)
        self.line.setMaxLength(TEXT_LIMIT)
        self.line.setFont(theme.font("entry"))
        self.line.selectAll()
        self.line.textEdited.connect(lambda _text: self._tell(""))
        self.card_column.addWidget(self.line)
        self._foot = Label(theme, _HELP, "label", "ink2", wrap=True)
        self._foot.setObjectName("findings.sheet.foot")
        self.card_column.addWidget(self._foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Escape closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            refusal = self._keep(self.line.text())
            self._tell(refusal.reason if refusal else "")
            if refusal is None:
                self.close_sheet()
        else:
            super().keyPressEvent(event)

    def _tell(self, reason: str) -> None:
        mark(self.line, reason)
        self._foot.setText(reason or _HELP)
        self._foot.set_colour("note" if reason else "ink2")
