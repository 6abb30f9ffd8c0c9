"""Finds the local command of a page that a key press in one of its views asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

    from facilitator.ui.commands import Command

_SAME_KEY = {Qt.Key.Key_Backtab: Qt.Key.Key_Tab, Qt.Key.Key_Enter: Qt.Key.Key_Return}
_HELD = Qt.KeyboardModifier


class LocalKeys:
    """The keys of some commands.

    Signs and letters are found by what they type, for on many keyboards ``*`` and ``+`` need
    Shift; the others by key and modifiers.
    """

    def __init__(self, commands: Iterable[Command]) -> None:
        self._ids = {_combined(keys): each.id for each in commands for keys in each.keys}

    def command_of(self, event: QKeyEvent) -> str | None:
        """Id of the command for a key press, or None."""
        typed = event.text().upper()
        if len(typed) == 1 and typed.isprintable() and typed != " " and not _commanding(event):
            return self._ids.get(_combined(typed))
        key = _SAME_KEY.get(Qt.Key(event.key()), Qt.Key(event.key()))
        held = event.modifiers() & ~_HELD.KeypadModifier
        return self._ids.get(QKeyCombination(held, key).toCombined())


def _combined(keys: str) -> int:
    sequence: Any = QKeySequence(keys)
    return int(sequence[0].toCombined())


def _commanding(event: QKeyEvent) -> bool:
    held = _HELD.ControlModifier | _HELD.AltModifier | _HELD.MetaModifier
    return bool(event.modifiers() & held)
