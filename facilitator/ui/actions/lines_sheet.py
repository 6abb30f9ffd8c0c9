"""The base of the sheets with lines to fill: what is refused is told at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLineEdit

from facilitator.domain.text import TEXT_LIMIT
from facilitator.ui.fields import mark
from facilitator.ui.kit import Label
from facilitator.ui.sheet import Sheet

if TYPE_CHECKING:
    from facilitator.ui.theme import Theme


class LinesSheet(Sheet):
    """The names of its parts begin with ``name``."""

    def __init__(self, theme: Theme, title: str, name: str, width: int) -> None:
        super().__init__(theme, title, width=width)
        self.setObjectName(name)
        self._name = name
        self._problem = Label(theme, "", "label", "note", wrap=True)
        self._problem.setObjectName(f"{name}.problem")
        self._problem.hide()

    def _grid(self) -> QGridLayout:
        """For the heads and lines."""
        grid = QGridLayout()
        grid.setVerticalSpacing(self.theme.px(10))
        grid.setHorizontalSpacing(self.theme.px(20))
        return grid

    def _line(self, name: str, words: str, hint: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(f"{self._name}.{name}")
        line.setAccessibleName(words)
        line.setPlaceholderText(hint)
        line.setMaxLength(TEXT_LIMIT)
        line.setFont(self.theme.font("text"))
        line.textEdited.connect(lambda _text: self._tell(line, ""))
        return line

    def _tell(self, line: QLineEdit, reason: str) -> None:
        mark(line, reason)
        self._problem.setText(reason)
        self._problem.setVisible(bool(reason))
