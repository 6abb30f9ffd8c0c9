"""What a screen reader hears of a window: every name, description and value below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAccessible

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_KINDS = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)


def heard(widget: QWidget) -> list[str]:
    """All texts of the accessible tree of a widget."""
    found: list[str] = []
    stack: list[Any] = [QAccessible.queryAccessibleInterface(widget)]
    while stack:
        here = stack.pop()
        if here is None or not here.isValid():
            continue
        found += [text for kind in _KINDS if (text := here.text(kind))]
        stack += [here.child(number) for number in range(here.childCount())]
    return found
