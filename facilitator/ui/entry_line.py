"""The base of the lines in which rows are typed: Enter adds, arrows walk the rows above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter
from PySide6.QtWidgets import QLineEdit

from facilitator.ui.fields import UndoGivesWay
from facilitator.ui.kit import draw_key_cap
from facilitator.ui.local_keys import LocalKeys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import (
        QContextMenuEvent,
        QDragEnterEvent,
        QDropEvent,
        QFocusEvent,
        QKeyEvent,
        QPaintEvent,
    )

    from facilitator.ui.commands import Command
    from facilitator.ui.desk import Desk
    from facilitator.ui.theme import Theme

_HEIGHT, _RING = 52, 4
_CAP, _CAP_HEIGHT = "Enter", 26
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryLine(UndoGivesWay, QLineEdit):
    """Tells ``entered``, ``stepped`` (rows), ``paged`` (pages) and ``left`` (Escape).

    ``attended`` tells that the keys came here. The keys of ``commands`` are the page's here too:
    they type nothing.
    """

    entered = Signal()
    stepped = Signal(int)
    paged = Signal(int)
    left = Signal()
    attended = Signal()

    def __init__(self, desk: Desk, name: str, commands: Iterable[Command], most: int) -> None:
        """``most`` is how many characters it takes."""
        super().__init__()
        theme = self.theme = desk.theme
        self.registry = desk.registry
        self._keys = LocalKeys(commands)
        self.setObjectName(name)
        self.setMaxLength(most)
        self.setFont(theme.font("entry"))
        self.setFixedHeight(theme.px(_HEIGHT + 2 * _RING))
        self._cap = round(theme.metrics("label", weight=500).horizontalAdvance(_CAP)) + theme.px(14)
        self.leave_room(0)
        self.setStyleSheet(_looks(theme))

    def describe(self, name: str, example: str) -> None:
        """Say what is typed here now, and how it may look."""
        self.setAccessibleName(name)
        self.setPlaceholderText(example)

    def set_text(self, text: str) -> None:
        """Start with a text; the cursor stands behind it and there is nothing to undo yet."""
        self.setText(text)
        self.end(False)

    def leave_room(self, more: int) -> None:
        """End the words before the key, and before so many px more."""
        px = self.theme.px
        self.setTextMargins(px(6), 0, self._cap + px(18) + more, 0)

    @property
    def cap(self) -> QRect:
        """Where the key stands that adds."""
        high = self.theme.px(_CAP_HEIGHT)
        left = self.width() - self._cap - self.theme.px(17)
        return QRect(left, (self.height() - high) // 2, self._cap, high)

    def command_of(self, event: QKeyEvent) -> str | None:
        """The page's command for a key that types nothing."""
        return self._keys.command_of(event)

    # -- events --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, arrows, Escape and the page's keys that type nothing; the rest is typing."""
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ENTER and not held:
            self.entered.emit()
        elif key in _STEPS and not held:
            self.stepped.emit(_STEPS[key])
        elif key in _PAGES:
            self.paged.emit(_PAGES[key])
        elif key is Qt.Key.Key_Escape:
            self.left.emit()
        elif (command := self.command_of(event)) is not None:
            self.registry.run(command)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is typed now comes here."""
        super().focusInEvent(event)
        self.attended.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The key that adds stands in the line."""
        super().paintEvent(event)
        draw_key_cap(QPainter(self), self.theme, self.cap, _CAP)


class ManyLines(EntryLine):
    """An entry line for which several lines at once are several rows: ``pasted`` carries them."""

    pasted = Signal(str)

    def is_much(self, text: str) -> bool:
        """Whether a text is pasted as rows."""
        return len(text.strip().splitlines()) > 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pasting comes first."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, but it pastes as the keys do."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self._paste)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are for the window."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Dropped lines are pasted lines."""
        if self.is_much(event.mimeData().text()):
            self.pasted.emit(event.mimeData().text())
            event.acceptProposedAction()
        else:
            super().dropEvent(event)

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if self.is_much(text):
            self.pasted.emit(text)
        else:
            self.insert(text.strip("\r\n"))


def _looks(theme: Theme) -> str:
    accent, line, note = (theme.colour(role).name() for role in ("accent", "line", "note"))
    radius, pad, gap = theme.px(8), theme.px(8), theme.px(_RING) - 1
    return (
        f"QLineEdit {{ border: 1px solid {line}; border-radius: {radius}px;"
        f" margin: {gap}px; padding: 0 {pad}px; }}"
        f"QLineEdit:focus {{ border: 3px solid {accent}; margin: 0; padding: 0 {pad + 1}px; }}"
        f'QLineEdit[wrong="true"]:focus {{ border: 3px solid {note}; }}'
    )
