"""The line over a row in which a pattern gets its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from facilitator.ui.fields import mark
from facilitator.ui.kit import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from facilitator.ui.library.patterns.lists import PatternList
    from facilitator.ui.theme import Theme

_HINT = "Enter keeps the name, Esc leaves it."


class NameLine(QFrame):
    """Enter calls ``take(name)``, which gives the reason why it cannot be, empty if it can.

    It stays until Enter or Esc, wherever the focus goes: what was typed is not lost.
    """

    def __init__(self, theme: Theme, view: PatternList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._take: Callable[[str], str] = lambda _name: ""
        self._done: Callable[[], object] = lambda: None
        self.setObjectName("patterns.naming")
        sheet, line = theme.colour("sheet").name(), theme.colour("line").name()
        self.setStyleSheet(
            f"#patterns\\.naming {{ background: {sheet}; border: 1px solid {line}; }}"
        )
        self.setAutoFillBackground(True)
        self.line = QLineEdit()
        self.line.setObjectName("patterns.name")
        self.line.setAccessibleName("Name of the pattern")
        self.line.setFont(theme.font("row_title", "library"))
        self.reason = Label(theme, _HINT, "label", "ink2", where="library", wrap=True)
        self.reason.setObjectName("patterns.reason")
        column = QVBoxLayout(self)
        column.setContentsMargins(*4 * (theme.px(8),))
        column.setSpacing(theme.px(4))
        column.addWidget(self.line)
        column.addWidget(self.reason)
        self.line.textEdited.connect(lambda _text: self._tell(""))
        self.hide()

    @property
    def open(self) -> bool:
        """Whether a name is being asked for."""
        return not self.isHidden()

    def ask(self, name: str, take: Callable[[str], str], done: Callable[[], object]) -> None:
        """Ask at the current row; ``done`` is called when it closes."""
        self._take, self._done = take, done
        self._tell("")
        self.line.setText(name)
        self.line.selectAll()
        self.show()
        self.place()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """Stand over the current row, within what is seen of the list."""
        if not self.open:
            return
        view = self._view
        width = view.viewport().width()
        height = max(self.heightForWidth(width), self.sizeHint().height())
        view.make_room(height)
        view.scrollTo(view.currentIndex())
        row = view.visualRect(view.currentIndex())
        top = max(0, min(row.top(), view.viewport().height() - height))
        corner = view.viewport().mapTo(view, QPoint(0, top))
        self.setGeometry(corner.x(), corner.y(), width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the name, Esc leaves all as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            reason = self._take(self.line.text())
            if reason:
                self._tell(reason)
            else:
                self._close()
        else:
            super().keyPressEvent(event)

    def _close(self) -> None:
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self._view.make_room(0)
        self._done()

    def _tell(self, reason: str) -> None:
        mark(self.line, reason)
        self.reason.setText(reason or _HINT)
        self.reason.set_colour("note" if reason else "ink2")
        self.place()
