"""The lines of the import sheet as a model: what is folded is in view only when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from facilitator.domain.shown_words import MARKER_WORDS
from facilitator.ui.importing.lines import several_days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from facilitator.ui.importing.lines import Line, Shown

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()


class LinesModel(QAbstractListModel):
    """``all`` are the lines, ``lines`` those in view."""

    def __init__(self) -> None:
        super().__init__()
        self.all: Sequence[Line] = ()
        self.lines: list[Line] = []
        self.unfolded = False
        self.zone, self.days, self.several = "UTC", False, False

    def show_lines(self, lines: Sequence[Line], zone: str, *, several: bool) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.all, self.zone, self.several = lines, zone, several
        self.days = several_days(lines, zone)
        self._choose()
        self.endResetModel()

    def unfold(self, *, unfolded: bool) -> None:
        """Show what is folded away, or no longer."""
        self.beginResetModel()
        self.unfolded = unfolded
        self._choose()
        self.endResetModel()

    def _choose(self) -> None:
        self.lines = [line for line in self.all if self.unfolded or not line.folded]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many are in view."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A line as it is read out."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        return spoken(self.shown(index.row()))

    def shown(self, row: int) -> Shown:
        """What stands in a line."""
        return self.lines[row].shown(self.zone, days=self.days, several=self.several)


def spoken(shown: Shown) -> str:
    """A line as it is read out."""
    state = {"✓": "taken", "↳": "joined to the one before"}.get(shown.mark, "left out")
    marker = MARKER_WORDS[shown.marker] if shown.marker else ""
    star = "starred" if shown.starred else ""
    head = f"{shown.head}: {shown.text}" if shown.head else shown.text
    return ", ".join(each for each in (state, star, shown.when, marker, head, shown.note) if each)
