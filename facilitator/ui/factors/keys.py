"""Runs the command of the Factors page that a key press asks for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent

from facilitator.ui.factors.commands import COMMANDS
from facilitator.ui.local_keys import LocalKeys

if TYPE_CHECKING:
    from facilitator.ui.registry import Registry


@lru_cache(maxsize=1)
def _keys() -> LocalKeys:
    return LocalKeys(COMMANDS)


def run_key(event: QEvent, registry: Registry) -> bool:
    """Run the command of a key press; False if it is none, or not a key press."""
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    command = _keys().command_of(event)
    if command is None:
        return False
    registry.run(command)
    return True
