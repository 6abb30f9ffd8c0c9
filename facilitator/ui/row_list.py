"""The base of the lists whose rows are painted and whose keys are the page's commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from facilitator.ui.row_keys import RowKeys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.ui.commands import Command
    from facilitator.ui.desk import Desk


def set_up_rows(view: QListView, name: str, words: str) -> None:
    """Make a list one of painted rows, of which one is current; it scrolls by pixels."""
    view.setObjectName(name)
    view.setAccessibleName(words)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setResizeMode(QListView.ResizeMode.Adjust)


class RowList(RowKeys, QListView):
    """Has one current row; tells ``attended`` when it gets or loses the keys."""

    attended = Signal()

    def __init__(self, desk: Desk, name: str, words: str, commands: Iterable[Command]) -> None:
        super().__init__()
        self.take_keys(desk, commands)
        set_up_rows(self, name, words)

    def choose_row(self, row: int) -> None:
        """Make a row current, or the nearest there is, and bring it into view."""
        count = self.model().rowCount()
        if count:
            self.setCurrentIndex(self.model().index(max(0, min(count - 1, row)), 0))
            self.show_current()

    def show_current(self) -> None:
        """Bring the current row into view."""
        self.scrollTo(self.currentIndex())

    def attention_moved(self) -> None:
        """Tell it."""
        self.attended.emit()
