"""The rows of the list: their ids are known, what they show is read when it is looked at."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from facilitator.domain.words import ReviewStatus
from facilitator.store.errors import LibraryUnusable
from facilitator.store.listing import Summary
from facilitator.ui.library.wording import UNREAD, spoken, spoken_line, title_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from facilitator.store.search.lines import FoundLine

    Index = QModelIndex | QPersistentModelIndex
    Read = Callable[[Sequence[str]], Sequence["Listed"]]

PAGE = 40
"""So many rows are read at once."""
_KEPT = 8
"""So many pages are kept: a few more than can be seen."""
LINE_ROLE = Qt.ItemDataRole.UserRole + 1


class Listed(NamedTuple):
    """A row: a review, and the line that was found in it."""

    summary: Summary
    line: FoundLine | None = None


class ReviewModel(QAbstractListModel):
    """``troubled`` tells in a sentence why rows cannot be read."""

    troubled = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.ids: tuple[str, ...] = ()
        self._read: Read | None = None
        self._pages: OrderedDict[int, dict[str, Listed]] = OrderedDict()

    def show_ids(self, ids: Sequence[str], read: Read, first: Sequence[Listed] = ()) -> None:
        """List these; ``read`` gives what they show, ``first`` is what the first page shows."""
        self.beginResetModel()
        self.ids, self._read = tuple(ids), read
        self._pages.clear()
        if first:
            self._pages[0] = {each.summary.id: each for each in first}
        self.endResetModel()

    def row_of(self, review_id: str | None) -> int | None:
        """Where a review stands, if it is shown."""
        return self.ids.index(review_id) if review_id in self.ids else None

    def at(self, row: int) -> Listed:
        """What a row shows."""
        page = row // PAGE
        if page not in self._pages:
            self._pages[page] = self._page(page)
            while len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page].get(self.ids[row]) or _unread(self.ids[row])

    def _page(self, page: int) -> dict[str, Listed]:
        wanted = self.ids[page * PAGE : (page + 1) * PAGE]
        try:
            found = self._read(wanted) if self._read is not None else ()
        except LibraryUnusable as trouble:
            self.troubled.emit(trouble.sentence)
            return {}
        return {each.summary.id: each for each in found}

    def rowCount(self, parent: Index | None = None) -> int:
        """One row a review."""
        return 0 if parent is not None and parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, the row read aloud, the Summary itself or the line that was found."""
        if role not in _ROLES:
            return None
        summary, line = self.at(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return title_words(summary)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{spoken(summary)}{spoken_line(line)}"
        return summary if role == Qt.ItemDataRole.UserRole else line


_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.UserRole,
        LINE_ROLE,
    }
)


def _unread(review_id: str) -> Listed:
    """Stands for a review that is gone meanwhile, or that cannot be read now."""
    return Listed(
        Summary(
            id=review_id,
            title="",
            incident="",
            severity="",
            services=(),
            status=ReviewStatus.DRAFT,
            held_on=None,
            revision=0,
            created=None,
            updated=None,
            trashed_at=None,
            damage=UNREAD,
        )
    )
