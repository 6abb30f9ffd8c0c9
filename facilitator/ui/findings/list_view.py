"""The list of findings: cards with their brackets and arrows, then the rows that are recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Signal
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from facilitator.domain.edits.findings import change_finding
from facilitator.ui.findings.commands import COMMANDS
from facilitator.ui.findings.faces import Faces
from facilitator.ui.findings.grid import Grid, grid_of
from facilitator.ui.findings.painter import FindingPainter
from facilitator.ui.row_list import RowList
from facilitator.ui.words_editor import WordsEditor

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent

    from facilitator.domain.records import Finding
    from facilitator.ui.desk import Desk
    from facilitator.ui.findings.faces import Face
    from facilitator.ui.findings.model import FindingsModel
    from facilitator.ui.findings.rows import Row
    from facilitator.ui.words_editor import Keep

    Index = QModelIndex | QPersistentModelIndex

_BOTTOM = 16
_REACH = 3
"""The editor is a little wider than its words, for the cursor behind the last of them."""


class FindingsList(RowList):
    """``chosen`` tells the id of the current finding.

    ``lost`` carries what was typed into a finding that is no longer there.
    """

    chosen = Signal(str)
    lost = Signal(str)

    def __init__(self, desk: Desk, model: FindingsModel) -> None:
        super().__init__(desk, "findings.list", "Findings", COMMANDS)
        self._findings = model
        self._faces = Faces(desk.theme)
        self._current = ""
        self.verticalScrollBar().setSingleStep(desk.theme.px(40))
        self.setModel(model)
        self._delegate = _RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self.editor = WordsEditor(
            self.viewport(), desk.theme, "findings.editor", "Words of the finding"
        )
        self.editor.grown.connect(self._make_room)
        self.editor.ended.connect(self._make_room)
        self.selectionModel().currentChanged.connect(self._tell_current)

    # -- which finding -------------------------------------------------------------------------

    @property
    def current(self) -> Finding | None:
        """The current finding, as it was typed."""
        row = self._row
        return None if row is None else self._as_typed(row)

    def _as_typed(self, row: Row) -> Finding | None:
        findings = self.desk.review.findings
        return next((each for each in findings if each.id == row.finding.id), None)

    def choose(self, finding_id: str) -> None:
        """Make a finding current and bring it into view."""
        row = self._findings.row_of(finding_id)
        if row is not None:
            self.choose_row(row)

    def step(self, rows: int) -> None:
        """Go some rows down, or up if negative."""
        self.choose_row(self.currentIndex().row() + rows)

    def refresh(self, lead: str | None, *, foreign: bool = False) -> None:
        """Show the findings as they are now; ``lead`` becomes current if it is there.

        What is in view stays where it is if it was somebody else who changed them.
        """
        places = self._places() if foreign else ()
        self._refresh(lead)
        for finding_id, top in places:
            row = self._findings.row_of(finding_id)
            if row is not None:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + self._top(row) - top)
                break

    def _places(self) -> list[tuple[str, int]]:
        """The findings from the first in view on, and where they begin."""
        first = max(0, self.indexAt(QPoint(1, 1)).row())
        rows = range(first, len(self._findings.rows))
        return [(self._findings.rows[row].finding.id, self._top(row)) for row in rows]

    def _top(self, row: int) -> int:
        return self.visualRect(self._findings.index(row, 0)).top()

    def _refresh(self, lead: str | None) -> None:
        row = self.currentIndex().row()
        kept = self._current
        self._findings.refresh(self.desk.review)
        place = self._findings.row_of(lead or kept)
        if place is None:
            place = self._findings.row_of(kept)
        self.choose_row(max(0, row) if place is None else place)
        if self.editor.typing and self._current != kept:
            words = self.editor.toPlainText() if self.editor.touched else ""
            self.editor.drop()
            self.lost.emit(words)
        elif (now := self.current) is not None:
            self.editor.others_wrote(now.text)
        self._make_room()

    def _tell_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._current = self._findings.rows[current.row()].finding.id
            self.chosen.emit(self._current)

    # -- typing in place -----------------------------------------------------------------------

    def edit_current(self, *, whole: bool = False) -> None:
        """Type the words of the current finding in its place."""
        row = self._row
        finding = None if row is None else self._as_typed(row)
        if row is None or finding is None:
            return
        role = "finding" if row.finding.focus else "label"
        weight = None if row.finding.focus else 500
        self._place_editor()
        self.editor.open(
            finding.text,
            self.theme.font(role, weight=weight),
            self.theme.line(role),
            self._reword(row.finding.id),
            whole=whole,
        )
        self._make_room()
        self.scrollTo(self.currentIndex())

    def _reword(self, finding_id: str) -> Keep:
        return lambda text: self.desk.apply("Change words", change_finding(finding_id, text=text))

    @property
    def _row(self) -> Row | None:
        index = self.currentIndex()
        return self._findings.rows[index.row()] if index.isValid() else None

    def _make_room(self) -> None:
        """Lay the rows out anew for the lines of the editor."""
        self.doItemsLayout()
        self._place_editor()
        self.viewport().update()

    def _place_editor(self) -> None:
        row = self._row
        if row is not None:
            place = self.visualRect(self.currentIndex())
            box = self.face(row).text.box.translated(QPointF(place.topLeft()))
            self.editor.setGeometry(box.adjusted(0, 0, self.theme.px(_REACH), 0).toRect())

    # -- looks ---------------------------------------------------------------------------------

    @property
    def grid(self) -> Grid:
        """Where the columns stand; the scroll bar takes nothing away from them."""
        return grid_of(self.width() / self.theme.scale)

    def face(self, row: Row) -> Face:
        """What stands in a row."""
        typed = self.editor.lines if self.typing(row) else None
        return self._faces.face(row, self.grid, typed)

    def typing(self, row: Row) -> bool:
        """Whether the words of a row are being typed."""
        return self.editor.typing and row.finding.id == self._current

    def is_current(self, row: Row) -> bool:
        """Whether a row is the current one."""
        return row.finding.id == self._current

    def row_at(self, index: Index) -> Row:
        """The row of an index."""
        return self._findings.rows[index.row()]

    # -- events --------------------------------------------------------------------------------

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """A double click edits."""
        self.desk.registry.run("findings.edit")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns, and so the heights of the rows, follow the width."""
        super().resizeEvent(event)
        self._make_room()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The editor goes with its card."""
        super().scrollContentsBy(dx, dy)
        self._place_editor()


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, view: FindingsList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        high = self._view.face(self._view.row_at(index)).height
        last = index.row() == index.model().rowCount() - 1
        return QSize(200, round(high + (_BOTTOM if last else 0)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self._view
        row = view.row_at(index)
        typing = view.typing(row)
        place: QRect = option.rect
        painter.save()
        painter.translate(QRectF(place).topLeft())
        FindingPainter(painter, view.theme).row(
            row,
            view.face(row),
            view.grid,
            chosen=view.is_current(row),
            focused=view.hasFocus(),
            typing=typing,
        )
        painter.restore()
