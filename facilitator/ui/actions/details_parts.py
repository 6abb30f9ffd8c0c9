"""Parts that the details of an action are put together from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from facilitator.domain.day_words import format_day
from facilitator.domain.due import read_due
from facilitator.domain.edits import actions as edits
from facilitator.domain.records import Backlog
from facilitator.ui.kit import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import ActionItem
    from facilitator.ui.fields import BoundLine
    from facilitator.ui.theme import Theme

FIELD = 38
"""How high a field is."""


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


def day_of(name: str, words: Callable[[date], str] = format_day) -> Callable[[ActionItem], str]:
    """Shows a day of an action by the name of its field, in such words."""

    def show(action: ActionItem) -> str:
        day: date | None = getattr(action, name)
        return "" if day is None else words(day)

    return show


def part_of(owner: object, name: str) -> str:
    """Shows a text or a day of a backlog place or a deferral; empty without one."""
    value: Any = getattr(owner, name, "")
    return value if isinstance(value, str) else format_day(value)


def place_edit(name: str, action: ActionItem, typed: str) -> Edit:
    """Changes one part of the place in the backlog."""
    place = replace(action.backlog or Backlog(), **{name: typed})
    return edits.set_backlog(action.id, place)


def deferral_edit(name: str, action: ActionItem, typed: str, today: date) -> Edit:
    """Changes one part of what puts an action off; without a day it stays until when it was."""
    put_off = action.deferral
    if put_off is None:
        return lambda review: review
    value: Any = typed
    if name == "until":
        value = read_due(typed, today) or put_off.until
    return edits.defer(action.id, replace(put_off, **{name: value}))


def button_words(words: str) -> str:
    """Words as a button takes them, where ``&`` would mark a letter."""
    return words.replace("&", "&&")
