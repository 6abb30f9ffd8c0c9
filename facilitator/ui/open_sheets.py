"""The sheets that lie open over a window which is about to go, or to be made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from facilitator.ui.chooser import Chooser
from facilitator.ui.fields import BoundLine, BoundText
from facilitator.ui.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def open_sheets(window: QWidget) -> list[Sheet]:
    """Those over a window, the topmost last."""
    found = window.findChildren(Sheet, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [each for each in found if not each.isHidden()]


def close_sheets(window: QWidget) -> None:
    """Close them as Escape would, so that each lets go of what it follows."""
    for each in reversed(open_sheets(window)):
        each.close_sheet()


def half_typed(window: QWidget) -> bool:
    """Whether words stand in one of them that are kept nowhere; those that choose are none."""
    asking = (each for each in open_sheets(window) if not isinstance(each, Chooser))
    return any(_holds_words(each) for each in asking)


def move_sheets(old: QWidget, new: QWidget) -> None:
    """Let them go along to another window."""
    for each in open_sheets(old):
        each.move_over(new)


def _holds_words(sheet: Sheet) -> bool:
    lines = (each for each in sheet.findChildren(QLineEdit) if each.isVisibleTo(sheet))
    texts = (each for each in sheet.findChildren(QPlainTextEdit) if each.isVisibleTo(sheet))
    return any(
        line.pending if isinstance(line, BoundLine) else line.isModified() and line.text().strip()
        for line in lines
    ) or any(
        text.pending
        if isinstance(text, BoundText)
        else text.document().isModified() and text.toPlainText().strip()
        for text in texts
    )
