"""The Coach's rows as a list for eyes, keys and screen readers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from facilitator.ui.console.coach_words import left_words, more_words, second_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.coach.lack import Lack

    Index = QModelIndex | QPersistentModelIndex

MOST = 3
"""So many are shown at a time: the notes below need room too."""


class Kind(Enum):
    """What a row stands for."""

    LACK = "lack"
    MORE = "more"
    FEWER = "fewer"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a lack, or what brings others into view."""

    kind: Kind
    heading: str
    second: str = ""
    lack: Lack | None = None


def rows_of(lacks: Sequence[Lack], left: int, *, unfolded: bool) -> tuple[Row, ...]:
    """The rows for what is lacking, and for what was left alone."""
    shown = lacks if unfolded else lacks[:MOST]
    rows = [Row(Kind.LACK, each.message, second_line(each), each) for each in shown]
    hidden = len(lacks) - len(shown)
    if hidden:
        rows.append(Row(Kind.MORE, more_words(hidden)))
    elif len(lacks) > MOST:
        rows.append(Row(Kind.FEWER, "Show fewer"))
    if left:
        rows.append(Row(Kind.LEFT, left_words(left), "Enter brings it back."))
    return tuple(rows)


class CoachModel(QAbstractListModel):
    """The rows as a list of words."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def refresh(self, rows: tuple[Row, ...]) -> bool:
        """Take these rows; False if they are the same, and nothing is read out again."""
        if rows == self.rows:
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def rowCount(self, parent: Index | None = None) -> int:
        """As many as there are rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words to see and to hear."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.heading}. {row.second}".strip()
        return None
