"""The base of the sheets that show every field of one record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from facilitator.ui.kit import Label
from facilitator.ui.sheet import Sheet
from facilitator.ui.yielding import FieldArea

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from facilitator.ui.desk import Desk


class FieldSheet(Sheet):
    """Named fields one below the other, then why one was refused.

    Every change is an edit, undone with the document. Add the fields, then call ``lay_out``.
    """

    def __init__(
        self, desk: Desk, name: str, *, width: int, head_width: int, title: str = "Details"
    ) -> None:
        """``head_width`` is what the names of the fields take."""
        super().__init__(desk.theme, title, width=width)
        self.setObjectName(name)
        self._desk = desk
        px = desk.theme.px
        self.grid = QGridLayout()
        self.grid.setContentsMargins(0, 0, px(8), 0)
        self.grid.setHorizontalSpacing(px(20))
        self.grid.setVerticalSpacing(px(8))
        self.grid.setColumnMinimumWidth(0, px(head_width))
        self.grid.setColumnStretch(1, 1)
        self._reason = Label(desk.theme, "", "label", "note", wrap=True)
        self._reason.setObjectName(f"{name}.reason")

    def add_row(self, words: str, widget: QWidget) -> Label:
        """Put a field below the others; its name in words."""
        row = self.grid.rowCount()
        label = Label(self.theme, words, "label", "ink2")
        label.setBuddy(widget)
        self.grid.addWidget(label, row, 0)
        self.grid.addWidget(widget, row, 1)
        return label

    def lay_out(self) -> None:
        """Put the fields on the card."""
        self._area = FieldArea(self.grid, f"{self.objectName()}.area")
        self.card_column.addWidget(self._area)
        self.card_column.addWidget(self._reason)
        self._reason.hide()

    def tell(self, reason: str) -> None:
        """Show why a field was refused; an empty reason clears it."""
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo work here too."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._desk.registry.run("edit.undo")
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._desk.registry.run("edit.redo")
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks inside the card, and scrolls to the field it comes to."""
        walked = super().focusNextPrevChild(forward)
        if (field := QApplication.focusWidget()) is not None:
            self._area.ensure_shown(field)
        return walked
