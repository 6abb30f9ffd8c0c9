"""Parts that the details of an action are put together from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QScrollArea, QWidget

from facilitator.domain.days import format_day
from facilitator.ui.kit import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from facilitator.domain.records import ActionItem
    from facilitator.ui.fields import BoundLine
    from facilitator.ui.theme import Theme

FIELD = 38
"""How high a field is."""


class FieldArea(QScrollArea):
    """Holds the fields, and scrolls where the window is too low for them."""

    def __init__(self, grid: QGridLayout) -> None:
        super().__init__()
        self._body = QWidget()
        self._body.setLayout(grid)
        self.setObjectName("actions.details.area")
        self.setAccessibleName("Details")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._body)

    def sizeHint(self) -> QSize:
        """As high as its fields."""
        return self._body.sizeHint()

    def ensure_shown(self, field: QWidget) -> None:
        """Scroll to a field that got the focus."""
        if self._body.isAncestorOf(field):
            self.ensureWidgetVisible(field, 0, 8)


def opening_button(theme: Theme, name: str, words: str, run: Callable[[], object]) -> QPushButton:
    """A button that looks like a field and opens what the field is chosen from."""
    button = QPushButton()
    button.setObjectName(name)
    button.setAccessibleName(words)
    button.setFont(theme.font("text"))
    button.setFixedHeight(theme.px(FIELD))
    wide, narrow = theme.px(12), theme.px(10)
    accent = theme.colour("accent").name()
    button.setStyleSheet(
        f"QPushButton {{ text-align: left; padding: 0 {wide}px; }}"
        f"QPushButton:focus {{ padding: 0 {narrow}px; border: 3px solid {accent}; }}"
    )
    button.clicked.connect(lambda _checked: run())
    return button


def side_by_side(
    theme: Theme,
    parts: Sequence[tuple[str, str, int]],
    line: Callable[[str, str], BoundLine],
    *,
    captions: bool = False,
) -> QWidget:
    """Fields in one row, each with name, words and share of the width; words over or in them."""
    both = QWidget()
    grid = QGridLayout(both)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(8))
    grid.setVerticalSpacing(0)
    for column, (name, words, stretch) in enumerate(parts):
        field = line(name, words)
        field.setPlaceholderText("" if captions else words)
        if captions:
            grid.addWidget(Label(theme, words, "label", "ink2"), 0, column)
        grid.addWidget(field, 1, column)
        grid.setColumnStretch(column, stretch)
    return both


def day_of(name: str) -> Callable[[ActionItem], str]:
    """Shows a day of an action by the name of its field."""

    def show(action: ActionItem) -> str:
        day: date | None = getattr(action, name)
        return "" if day is None else format_day(day)

    return show


def part_of(owner: object, name: str) -> str:
    """Shows a text or a day of a backlog place or a deferral; empty without one."""
    value: Any = getattr(owner, name, "")
    return value if isinstance(value, str) else format_day(value)


def button_words(words: str) -> str:
    """Words as a button takes them, where ``&`` would mark a letter."""
    return words.replace("&", "&&")
