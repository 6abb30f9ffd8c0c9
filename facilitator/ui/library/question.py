"""A question before something is done that nothing takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from facilitator.ui.kit import Label, button
from facilitator.ui.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from facilitator.ui.theme import Theme


class Question(Sheet):
    """Two answers; the one that changes nothing has the focus first."""

    def __init__(  # noqa: PLR0913 - a question, its two answers, and what then
        self,
        theme: Theme,
        title: str,
        sentence: str,
        *,
        leave: str,
        do: str,
        then: Callable[[], object],
    ) -> None:
        super().__init__(theme, title)
        self.setObjectName("question")
        self._then = then
        self.leave = button(theme, leave, self.close_sheet, name="question.leave")
        self.do = button(theme, do, self._answer, name="question.do")
        self.card_column.addWidget(Label(theme, sentence, "text", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.leave)
        row.addWidget(self.do)
        row.addStretch(1)
        self.card_column.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives the answer that has the focus; arrows go to the other."""
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QPushButton):
            focus.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(forward=event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def _answer(self) -> None:
        self.close_sheet()
        self._then()
