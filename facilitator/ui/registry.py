"""Binds the command table to what runs: one QAction a command, shared by menu, palette and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from facilitator.ui.commands import Command


class Registry(QObject):
    """The actions of one window, by command id; each is made when it is first needed."""

    def __init__(self, window: QWidget, commands: Iterable[Command]) -> None:
        super().__init__(window)
        self._windows = [window]
        self.commands = {command.id: command for command in commands}
        self._actions: dict[str, QAction] = {}
        self._runs: dict[str, Callable[[], object]] = {}

    def _make(self, command: Command) -> QAction:
        action = QAction(command.words, self)
        action.setObjectName(command.id)
        if command.keys and not command.local:
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda: self.run(command.id))
        action.setEnabled(False)
        for window in self._windows:
            window.addAction(action)
        return action

    def serve(self, window: QWidget) -> None:
        """Let the keys work in one window more."""
        self._windows.append(window)
        for action in self._actions.values():
            window.addAction(action)

    def release(self, window: QWidget) -> None:
        """Let them no longer work there."""
        self._windows.remove(window)
        for action in self._actions.values():
            window.removeAction(action)

    def bind(self, command_id: str, run: Callable[[], object]) -> None:
        """Say what a command does; it is enabled from now on."""
        self._runs[command_id] = run
        self.action(command_id).setEnabled(True)

    def unbind(self, prefix: str) -> None:
        """Disable the commands whose id begins so, e.g. ``timeline.``."""
        for command_id in [each for each in self._runs if each.startswith(prefix)]:
            del self._runs[command_id]
            self._actions[command_id].setEnabled(False)

    def run(self, command_id: str) -> None:
        """Run a command, if it is bound."""
        if command_id in self._runs:
            self._runs[command_id]()

    def say(self, command_id: str, words: str, *, enabled: bool = True) -> None:
        """Show a command by other words for now, e.g. what will be undone."""
        self.action(command_id).setText(words)
        self.action(command_id).setEnabled(enabled and command_id in self._runs)

    def enabled(self, command_id: str) -> bool:
        """Whether a command can be run now."""
        return command_id in self._actions and self._actions[command_id].isEnabled()

    def action(self, command_id: str) -> QAction:
        """The action of a command, for menus."""
        if command_id not in self._actions:
            self._actions[command_id] = self._make(self.commands[command_id])
        return self._actions[command_id]

    def keys(self, command_id: str) -> str:
        """The first key sequence of a command as a person reads it, e.g. ``Ctrl+E``."""
        keys = self.commands[command_id].keys
        return key_words(keys[0]) if keys else ""


_WORDS = {
    "Return": "Enter",
    "Ins": "Insert",
    "Del": "Delete",
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
}


def key_words(keys: str) -> str:
    """A key sequence as on a key cap: ``Ctrl+Return`` reads ``Ctrl Enter``."""
    if keys == "+":
        return keys
    if keys.endswith("++"):
        return "Ctrl +"
    return " ".join(_WORDS.get(part, part) for part in keys.split("+"))
