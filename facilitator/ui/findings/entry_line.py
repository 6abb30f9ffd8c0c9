"""The line in which findings are typed: Enter adds, arrows walk the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QLineEdit

from facilitator.domain.text import TEXT_LIMIT
from facilitator.ui.fields import leave_undo_to_window
from facilitator.ui.findings.commands import COMMANDS
from facilitator.ui.kit import draw_key_cap
from facilitator.ui.local_keys import LocalKeys

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent

    from facilitator.ui.desk import Desk

_HEIGHT, _RING = 52, 4
_CAP, _CAP_HEIGHT = "Enter", 26
_HERE = ("findings.edit", "findings.from_factors")
"""Commands that also work from the entry line: their keys type nothing."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class EntryLine(QLineEdit):
    """Tells ``entered``, ``stepped`` (rows), ``left`` (Escape) and ``attended`` (by the keys)."""

    entered = Signal()
    stepped = Signal(int)
    left = Signal()
    attended = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = self._theme = desk.theme
        self._desk = desk
        self._keys = LocalKeys(
            each for each in COMMANDS if each.id in _HERE or each.keys[0].startswith("Ctrl+")
        )
        self.setObjectName("findings.entry")
        self.setAccessibleName("Add a finding: what was found")
        self.setPlaceholderText("Type a finding")
        self.setMaxLength(TEXT_LIMIT)
        self.setFont(theme.font("entry"))
        self.setFixedHeight(theme.px(_HEIGHT + 2 * _RING))
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

    def event(self, event: QEvent) -> bool:
        """Undo belongs to the document once there is no typing left."""
        if leave_undo_to_window(event) and not self._has_typing(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, arrows, Escape and the page's keys that type nothing; the rest is typing."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif plain and key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key is Qt.Key.Key_Escape:
            self.left.emit()
        elif _is_undo(event) and not self._has_typing(event):
            event.ignore()
        elif (command := self._keys.command_of(event)) is not None:
            self._desk.registry.run(command)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that typing begins."""
        super().focusInEvent(event)
        self.attended.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The key that adds stands in the line."""
        super().paintEvent(event)
        high = self._theme.px(_CAP_HEIGHT)
        left = self.width() - self._cap - self._theme.px(17)
        box = QRect(left, (self.height() - high) // 2, self._cap, high)
        draw_key_cap(QPainter(self), self._theme, box, _CAP)

    def _has_typing(self, event: QEvent) -> bool:
        redo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Redo)
        return self.isRedoAvailable() if redo else self.isUndoAvailable()


def _is_undo(event: QKeyEvent) -> bool:
    keys = QKeySequence.StandardKey
    return event.matches(keys.Undo) or event.matches(keys.Redo)
