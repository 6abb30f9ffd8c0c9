"""The reviews of the list: newest first, and of them those that hold the typed words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from facilitator.ui.library.wording import day_of, searched, spoken, title_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.store.listing import Summary

    Index = QModelIndex | QPersistentModelIndex

_NEVER = datetime.min.replace(tzinfo=UTC)


def newest_first(summaries: Iterable[Summary]) -> list[Summary]:
    """By day, the latest first; of one day the last changed first. The trash: last moved first."""
    return sorted(summaries, key=_age, reverse=True)


def _age(summary: Summary) -> tuple[date, datetime, str]:
    if summary.trashed_at is not None:
        return (date.max, summary.trashed_at, summary.id)
    return (day_of(summary) or date.min, summary.updated or _NEVER, summary.id)


class ReviewModel(QAbstractListModel):
    """Rows are Summary objects; ``shown`` are those that are not filtered out."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Summary] = []
        self._searched: list[str] | None = None
        self._words: list[str] = []
        self._only: frozenset[str] | None = None
        self.shown: list[Summary] = []

    @property
    def total(self) -> int:
        """How many reviews there are, shown or not."""
        return len(self._all)

    def show_reviews(self, summaries: Iterable[Summary]) -> None:
        """Take other reviews; the words that filter them stay."""
        self.beginResetModel()
        self._all = newest_first(summaries)
        self._searched = None
        self.shown = self._fitting()
        self.endResetModel()

    def filter(self, text: str) -> None:
        """Show the reviews that hold every one of these words."""
        self.beginResetModel()
        self._words = text.casefold().split()
        self.shown = self._fitting()
        self.endResetModel()

    def narrow(self, ids: frozenset[str] | None) -> None:
        """Show these reviews only, or again all."""
        if ids == self._only:
            return
        self.beginResetModel()
        self._only = ids
        self._searched = None
        self.shown = self._fitting()
        self.endResetModel()

    def row_of(self, review_id: str | None) -> int | None:
        """Where a review stands, if it is shown."""
        return next((row for row, each in enumerate(self.shown) if each.id == review_id), None)

    def rowCount(self, parent: Index | None = None) -> int:
        """One row a review."""
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, the row read aloud, or the Summary itself."""
        summary = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return title_words(summary)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(summary)
        return summary if role == Qt.ItemDataRole.UserRole else None

    def _fitting(self) -> list[Summary]:
        there = self._all
        if self._only is not None:
            there = [each for each in there if each.id in self._only]
        if not self._words:
            return list(there)
        if self._searched is None:
            self._searched = [searched(each) for each in there]
        words = self._words
        return [
            each
            for each, text in zip(there, self._searched, strict=True)
            if all(word in text for word in words)
        ]
