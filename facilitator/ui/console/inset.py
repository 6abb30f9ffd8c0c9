"""Puts what stands below a wide list in line with the heading above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.ui.console.section import OVERHANG

if TYPE_CHECKING:
    from facilitator.ui.theme import Theme

GAP = 7
"""Between a heading and the first row of a wide list, in px at type size 100 %."""
_ABOVE = 4


def inset(theme: Theme, *widgets: QWidget) -> QWidget:
    """The widgets one below the other, as far from the edges as the words of a section."""
    made = QWidget()
    column = QVBoxLayout(made)
    over = theme.px(OVERHANG)
    column.setContentsMargins(over, theme.px(_ABOVE), over, 0)
    column.setSpacing(theme.px(6))
    for widget in widgets:
        column.addWidget(widget)
    return made
