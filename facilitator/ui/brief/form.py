"""What the forms of the Brief share: they follow the session, and lose nothing when they close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from facilitator.ui.fields import BoundLine
from facilitator.ui.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from facilitator.domain.delta import Delta
    from facilitator.ui.desk import Desk

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Form(Sheet):
    """Every field is an edit, undone with the document; Enter goes to the next."""

    def __init__(self, desk: Desk, title: str, width: int) -> None:
        super().__init__(desk.theme, title, width=width)
        self.desk = desk
        self.closed.connect(desk.session.subscribe(self.follow))

    def start(self, target: str) -> QWidget:
        """The field to begin with, by what it is about."""
        raise NotImplementedError

    def follow(self, delta: Delta) -> None:
        """Take over what the delta changed."""
        for field in self.lines():
            field.refresh(delta)

    def lines(self) -> list[BoundLine]:
        """The fields of one line that stand in the form."""
        return [field for field in self.findChildren(BoundLine) if not field.isHidden()]

    def close_sheet(self) -> None:
        """Take over what was typed; a refused text keeps the form open."""
        refused = None if self.isHidden() else self._refused()
        if refused is None:
            super().close_sheet()
        else:
            refused.setFocus()

    def _refused(self) -> BoundLine | None:
        return next((field for field in self.lines() if not field.settle()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field; undo and redo work on the document here too."""
        keys = QKeySequence.StandardKey
        if event.key() in _ENTER:
            self.go_on()
        elif event.matches(keys.Undo):
            self.desk.registry.run("edit.undo")
        elif event.matches(keys.Redo):
            self.desk.registry.run("edit.redo")
        else:
            super().keyPressEvent(event)

    def go_on(self) -> None:
        """To the next field, unless the text of this one was refused."""
        focus = QApplication.focusWidget()
        if not (isinstance(focus, BoundLine) and focus.pending):
            self.focusNextPrevChild(forward=True)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks inside the card, and scrolls to where it goes."""
        done = super().focusNextPrevChild(forward)
        focus = QApplication.focusWidget()
        for area in self.findChildren(QScrollArea):
            if focus is not None and area.isAncestorOf(focus):
                area.ensureWidgetVisible(focus)
        return done
