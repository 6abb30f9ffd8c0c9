"""The line in which events are typed: Enter adds, arrows walk the table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QLineEdit

from facilitator.domain.text import LINE_LIMIT
from facilitator.ui.fields import leave_undo_to_window
from facilitator.ui.kit import draw_key_cap
from facilitator.ui.local_keys import LocalKeys
from facilitator.ui.timeline.commands import COMMANDS

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QDropEvent, QPaintEvent

    from facilitator.ui.desk import Desk

_WIDTH, _HEIGHT, _RING = 640, 52, 4
_CAP, _CAP_HEIGHT = "Enter", 26
_MOST = 2 * LINE_LIMIT
"""Characters of the line: time and signs come on top of the words."""
_TYPES_NOTHING = ("Ctrl+", "F2", "Ins")
"""How the keys begin that are the page's here too; the others are typing."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class EntryLine(QLineEdit):
    """Tells ``entered``, ``stepped`` (rows), ``paged`` (pages), ``left`` (Escape) and ``pasted``.

    ``pasted`` carries several lines at once, or one that is too long; others are pasted as ever.
    """

    entered = Signal()
    stepped = Signal(int)
    paged = Signal(int)
    left = Signal()
    pasted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = self._theme = desk.theme
        self._desk = desk
        self._keys = LocalKeys(replace(each, keys=_quiet(each.keys)) for each in COMMANDS)
        self.setObjectName("timeline.entry")
        self.show_purpose("Add an event: time and what happened", "14:03 what happened")
        self.setMaxLength(_MOST)
        self.setFont(theme.font("entry"))
        self.setFixedHeight(theme.px(_HEIGHT + 2 * _RING))
        self.setMaximumWidth(theme.px(_WIDTH + 2 * _RING))
        self._cap = round(theme.metrics("label", weight=500).horizontalAdvance(_CAP)) + theme.px(14)
        self.setTextMargins(theme.px(6), 0, self._cap + theme.px(18), 0)
        self.setStyleSheet(self._looks())

    def _looks(self) -> str:
        theme = self._theme
        accent, line, note = (theme.colour(role).name() for role in ("accent", "line", "note"))
        radius, pad, gap = theme.px(8), theme.px(8), theme.px(_RING) - 1
        return (
            f"QLineEdit {{ border: 1px solid {line}; border-radius: {radius}px;"
            f" margin: {gap}px; padding: 0 {pad}px; }}"
            f"QLineEdit:focus {{ border: 3px solid {accent}; margin: 0; padding: 0 {pad + 1}px; }}"
            f'QLineEdit[wrong="true"]:focus {{ border: 3px solid {note}; }}'
        )

    def show_purpose(self, name: str, example: str) -> None:
        """Say what is typed here now, and how it may look."""
        self.setAccessibleName(name)
        self.setPlaceholderText(example)

    def set_text(self, text: str) -> None:
        """Start with a text; the cursor stands behind it and there is nothing to undo yet."""
        self.setText(text)
        self.end(False)

    def event(self, event: QEvent) -> bool:
        """Undo belongs to the document once there is no typing left."""
        if (
            leave_undo_to_window(event)
            and isinstance(event, QKeyEvent)
            and not self._has_typing(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, arrows, Escape and the page's keys that type nothing; the rest is typing."""
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not _held(event):
            self.entered.emit()
        elif key in _STEPS and not _held(event):
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.paged.emit(1 if key is Qt.Key.Key_PageDown else -1)
        elif key is Qt.Key.Key_Escape:
            self.left.emit()
        elif self._is_undo(event) and not self._has_typing(event):
            event.ignore()
        elif (command := self._command(event)) is not None:
            self._desk.registry.run(command)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, but several lines pasted are several events."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self._paste)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def dropEvent(self, event: QDropEvent) -> None:
        """Dropped lines are pasted lines."""
        if _is_much(event.mimeData().text()):
            self.pasted.emit(event.mimeData().text())
            event.acceptProposedAction()
        else:
            super().dropEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The key that adds stands in the line."""
        super().paintEvent(event)
        theme = self._theme
        height = theme.px(_CAP_HEIGHT)
        left = self.width() - self._cap - theme.px(17)
        box = QRect(left, (self.height() - height) // 2, self._cap, height)
        draw_key_cap(QPainter(self), theme, box, _CAP)

    # -- inside --------------------------------------------------------------------------------

    def _command(self, event: QKeyEvent) -> str | None:
        command = self._keys.command_of(event)
        # Ctrl and an arrow walk the words while there are some.
        walking = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.text()
        return None if walking else command

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if _is_much(text):
            self.pasted.emit(text)
        else:
            self.insert(text.strip("\r\n"))

    def _is_undo(self, event: QKeyEvent) -> bool:
        keys = QKeySequence.StandardKey
        return event.matches(keys.Undo) or event.matches(keys.Redo)

    def _has_typing(self, event: QKeyEvent) -> bool:
        redo = event.matches(QKeySequence.StandardKey.Redo)
        return self.isRedoAvailable() if redo else self.isUndoAvailable()


def _is_much(text: str) -> bool:
    return len(text) > _MOST or len(text.strip().splitlines()) > 1


def _quiet(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in keys if each.startswith(_TYPES_NOTHING))


def _held(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
