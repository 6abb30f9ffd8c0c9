"""The list of those who were asked about a finding, and of those who could be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QListWidgetItem

from facilitator.domain.asked import ANSWERS
from facilitator.domain.words import Answer, EvidenceStatus
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.sheet_rows import ROW, SheetRows
from facilitator.ui.writing import Writing
from facilitator.ui.yielding import YieldingList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter

    from facilitator.domain.records import Addressee
    from facilitator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_MOST_ROWS, _LEAST_ROWS = 9, 3
_ROLE = Qt.ItemDataRole.UserRole
_WHOM, _SIGN = 0.28, 18
"""The share of the width that names have, and how large a sign is."""
_SIGNS = {
    Answer.UNKNOWN: EvidenceStatus.UNKNOWN,
    Answer.APPLIES: EvidenceStatus.SUPPORTED,
    Answer.DOES_NOT_APPLY: EvidenceStatus.RULED_OUT,
}
_COULD = "Could be asked"


@dataclass(frozen=True, slots=True)
class Line:
    """A row: somebody who was asked, with ``id`` and ``answer``, or who could be.

    ``words`` are what they say, or why they come to mind.
    """

    whom: str
    words: str
    id: str = ""
    answer: Answer | None = None

    @property
    def spoken(self) -> str:
        """For screen readers."""
        told = _COULD if self.answer is None else ANSWERS[self.answer]
        return ". ".join(filter(None, (self.whom, told, self.words)))


class AskedList(YieldingList):
    """Shows who was asked first, then who could be; ``walked`` tells that another is current."""

    walked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("findings.asked.list")
        self.setAccessibleName("Who was asked, and who could be")
        self.setProperty("boxed", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._painter = _Painter(theme)
        self.setItemDelegate(self._painter)
        self.currentRowChanged.connect(lambda _row: self.walked.emit())

    @property
    def line(self) -> Line | None:
        """The current row."""
        item: QListWidgetItem | None = self.currentItem()
        return None if item is None else item.data(_ROLE)

    def show_rows(
        self, asked: Sequence[Addressee], could: Sequence[Line], current: str = ""
    ) -> None:
        """Show these; ``current`` is the id or the name of the row that is current then."""
        kept = self.line
        wanted = current or (kept.id or kept.whom if kept else "")
        self.blockSignals(True)
        self.clear()
        for each in asked:
            self._add(Line(each.whom, each.note, each.id, each.answer))
        if could:
            self._head()
        for line in could:
            self._add(line)
        self.blockSignals(False)
        self._choose(wanted)
        rows = max(1, min(_MOST_ROWS, self.count()))
        high = self._theme.px(ROW)
        self.want(rows * high + 4, min(rows, _LEAST_ROWS) * high + 4)
        self.setVisible(self.count() > 0)
        self.walked.emit()

    def _head(self) -> None:
        head = QListWidgetItem(_COULD)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(head)

    def _add(self, line: Line) -> None:
        item = QListWidgetItem(line.whom)
        item.setData(_ROLE, line)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, line.spoken)
        self.addItem(item)

    def _choose(self, wanted: str) -> None:
        lines = [self.item(row).data(_ROLE) for row in range(self.count())]
        rows = [row for row, line in enumerate(lines) if line is not None]
        fits = (row for row in rows if wanted in {lines[row].id, lines[row].whom} - {""})
        row = next(fits, rows[0] if rows else -1)
        self.setCurrentRow(row)


class _Painter(SheetRows):
    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        theme, write = self.theme, Writing(painter, self.theme)
        inside = box.adjusted(theme.px(16), 0, -theme.px(12), 0)
        line: Line | None = index.data(_ROLE)
        if line is None:
            write.line(inside, str(index.data()), "heading", "ink2")
            return
        gap, whom = theme.px(12), inside.width() * _WHOM
        write.line(_part(inside, 0, whom - gap), line.whom, "text", "ink", 500)
        if line.answer is None:
            write.line(_part(inside, whom, inside.width() - whom), line.words, "label", "ink2")
            return
        size = theme.px(_SIGN)
        widest = max(write.advance(each, "label") for each in ANSWERS.values())
        sign = QRectF(inside.left() + whom, box.center().y() - size / 2, size, size)
        Glyphs(painter, theme).evidence(_SIGNS[line.answer], sign, theme.colour("ink2"))
        said = _part(inside, whom + size + theme.px(8), widest + 2)
        write.line(said, ANSWERS[line.answer], "label", "ink")
        start = whom + size + theme.px(8) + widest + 2 * gap
        write.line(_part(inside, start, inside.width() - start), line.words, "label", "ink2")


def _part(box: QRectF, start: float, width: float) -> QRectF:
    return QRectF(box.left() + start, box.top(), max(0.0, width), box.height())
