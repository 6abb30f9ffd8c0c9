"""The findings as a list model: one row a finding, in the order of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from facilitator.ui.fields import as_tool_tip
from facilitator.ui.findings.rows import Row, rows_of
from facilitator.ui.findings.wording import spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.records import Review

    Index = QModelIndex | QPersistentModelIndex


class FindingsModel(QAbstractListModel):
    """Shows the findings of one review after another, with words as ``shown`` has them."""

    def __init__(self, review: Review, shown: Callable[[str], str] = str) -> None:
        super().__init__()
        self._shown = shown
        self.rows: tuple[Row, ...] = rows_of(review, shown)

    def refresh(self, review: Review) -> None:
        """Take over the findings as they are now; few rows, so all of them at once."""
        self.beginResetModel()
        self.rows = rows_of(review, self._shown)
        self.endResetModel()

    def row_of(self, finding_id: str) -> int | None:
        """The row of a finding."""
        found = (i for i, each in enumerate(self.rows) if each.finding.id == finding_id)
        return next(found, None)

    @property
    def focused(self) -> int:
        """How many findings are in focus."""
        return sum(each.finding.focus for each in self.rows)

    def rowCount(self, parent: Index | None = None) -> int:
        """As many as there are findings."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words to see, to hear and to point at."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.finding.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tool_tip(row.finding.text)
        return None
