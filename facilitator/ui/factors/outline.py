"""The outline of the factors: the standard twin of the tree, with the same keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTreeView

from facilitator.ui.factors.editor import FactorEditor
from facilitator.ui.factors.keys import run_key
from facilitator.ui.factors.outline_model import OutlineModel
from facilitator.ui.factors.outline_rows import RowPainter

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from facilitator.ui.desk import Desk
    from facilitator.ui.factors.asking import Asking
    from facilitator.ui.factors.state import TreeState

    Index = QModelIndex | QPersistentModelIndex

_INDENT, _OVERHANG, _BAR = 30, 16, 4
_SIDE_WIDTHS, _NARROW_WIDTHS = (252, 150, 244), (180, 150, 168)
"""Family, evidence and events; the words take the rest."""
_GOOD_WORDS, _LEAST_WORDS = 600, 380


class OutlineView(QTreeView):
    """Shows a TreeState as rows; ``refused`` carries why words were not kept."""

    refused = Signal(str)

    def __init__(self, desk: Desk, state: TreeState, asking: Asking) -> None:
        super().__init__()
        self._desk, self._theme, self._state, self._asking = desk, desk.theme, state, asking
        self._syncing = False
        self._folded: frozenset[str] = frozenset()
        self._tint = desk.theme.colour("accent_tint")
        self.setObjectName("factors.outline")
        self.setAccessibleName("Outline of the factors")
        self._look()
        self._model = OutlineModel(state)
        self.setModel(self._model)
        # Unfolding takes a while, so it waits until the outline is first shown.
        self._unfolded = False
        self._rows = RowPainter(desk, state)
        self.setItemDelegate(self._rows)
        self.editor = FactorEditor(self.viewport(), desk.theme, asking)
        self.editor.grown.connect(self._place_editor)
        self.editor.refused.connect(self.refused)
        state.changed.connect(self._changed)
        state.began.connect(self._begin)
        self.expanded.connect(lambda index: self._folded_by_hand(index, folded=False))
        self.collapsed.connect(lambda index: self._folded_by_hand(index, folded=True))
        self.selectionModel().selectionChanged.connect(self._selected_by_hand)

    def _look(self) -> None:
        theme = self._theme
        self.setIndentation(theme.px(_INDENT))
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setFont(theme.font("label", weight=600))
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStyleSheet(
            f"QHeaderView::section {{ background: {theme.colour('paper').name()}; border: none;"
            f" border-bottom: 2px solid {theme.colour('ink').name()};"
            f" padding: {theme.px(6)}px {theme.px(_OVERHANG)}px; }}"
        )

    # -- what the page asks --------------------------------------------------------------------

    def walk(self, direction: str) -> None:
        """Go up, down, left (fold, then towards the effect) or right (unfold, then behind)."""
        state = self._state
        visible = [each.id for each in state.index.visible(state.folded)]
        place = visible.index(state.current)
        below = state.index.children(state.current)
        parent = state.current_factor.parent
        if direction == "up":
            state.select(visible[max(0, place - 1)])
        elif direction == "down":
            state.select(visible[min(len(visible) - 1, place + 1)])
        elif direction == "right" and state.current in state.folded:
            state.fold(state.current, folded=False)
        elif direction == "right" and below:
            state.select(below[0].id)
        elif direction == "left" and parent in state.index.by_id:
            state.select(parent)

    def show_current(self) -> None:
        """Bring the current factor into view."""
        self.scrollTo(self._model.index_of(self._state.current))

    def current_rect(self) -> QRect:
        """Where the current factor's words stand on the viewport."""
        return self.visualRect(self._model.index_of(self._state.current))

    def show_names_anew(self) -> None:
        """Something else stands for names in all rows."""
        self._model.tell_names()

    def settle(self) -> bool:
        """Keep what is being typed."""
        return self.editor.settle()

    # -- following the state -------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was hidden."""
        super().showEvent(event)
        self._rebuild()
        self._follow_selection()
        if self._state.draft is not None and self.editor.isHidden():
            self._begin()

    def _changed(self, rebuilt: bool) -> None:
        if self._state.draft is None and not self.editor.isHidden():
            self.editor.leave()
        if self.isVisible():
            if rebuilt:
                self._rebuild()
                self.viewport().update()
            self._follow_selection()

    def _rebuild(self) -> None:
        self._syncing = True
        scrolled = self.verticalScrollBar().value()
        grown, folded = self._model.refresh(), self._state.folded
        afresh = grown is None or not self._unfolded
        if afresh:
            self._unfolded = True
            self.expandAll()
        for factor_id in (*self._folded - folded, *(grown or ())):
            self.expand(self._model.index_of(factor_id))
        for factor_id in folded if afresh else folded - self._folded:
            self.collapse(self._model.index_of(factor_id))
        self._folded = folded
        if afresh:
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setValue(scrolled)
        self._syncing = False

    def _follow_selection(self) -> None:
        self._syncing = True
        current = self._model.index_of(self._state.current)
        rows = QItemSelection()
        for factor in self._state.selected:
            index = self._model.index_of(factor.id)
            rows.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(current, flags.NoUpdate)
        self.selectionModel().select(rows, flags.ClearAndSelect | flags.Rows)
        if self._state.leading:
            self.scrollTo(current)
        self._syncing = False
        self._place_editor()

    def _selected_by_hand(self) -> None:
        if self._syncing:
            return
        chosen = {self._model.factor(index).id for index in self.selectionModel().selectedRows()}
        current = self.currentIndex()
        if current.isValid():
            self._state.select(self._model.factor(current).id, chosen)

    def _folded_by_hand(self, index: QModelIndex, *, folded: bool) -> None:
        if not self._syncing:
            self._state.fold(self._model.factor(index).id, folded=folded)

    # -- typing in place -----------------------------------------------------------------------

    def _begin(self) -> None:
        if not self.isVisible() or self._state.draft is None:
            return
        theme, px = self._theme, self._theme.px
        frame = (
            f"border: {px(3)}px solid {theme.colour('accent').name()};"
            f" border-radius: {px(6)}px; padding: {px(2)}px {px(5)}px;"
        )
        font, line = theme.font("text", weight=500), theme.line("text")
        self.editor.resize(self.current_rect().size())
        self.editor.dress(font, line, "sheet", "ink", frame)
        self.editor.start(self._asking.first_words())
        self._place_editor()

    def _place_editor(self) -> None:
        if self.editor.isHidden():
            return
        box, line, frame = self.current_rect(), self._theme.line("text"), self._theme.px(12)
        height = self.editor.lines * line + frame
        top = box.top() + (box.height() - line - frame) // 2
        # What stands too low for its lines covers those above.
        top = max(0, min(top, self.viewport().height() - height))
        self.editor.setGeometry(box.left(), top, box.width(), height)

    # -- events --------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """The page's keys come first, also Tab, which Qt keeps from ``keyPressEvent``."""
        return run_key(event, self._desk.registry) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only scrolling is left to the standard outline: typing does not search."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, _event: object) -> None:
        """A double click edits."""
        self._asking.edit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words take what is left; with little room families are short, and events go."""
        super().resizeEvent(event)
        px, room = self._theme.px, self.viewport().width()
        self._rows.short = room - px(sum(_SIDE_WIDTHS)) < px(_GOOD_WORDS)
        widths = [px(each) for each in (_NARROW_WIDTHS if self._rows.short else _SIDE_WIDTHS)]
        hidden = room - sum(widths) < px(_LEAST_WORDS)
        self.setColumnHidden(3, hidden)
        words = room - sum(widths[:2] if hidden else widths)
        for column, width in enumerate((max(px(240), words), *widths)):
            self.setColumnWidth(column, width)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row whole: the style would lay its own colours over a selected one."""
        box, bar = QRect(option.rect), self._theme.px(_BAR)
        if self.selectionModel().isSelected(index):
            painter.fillRect(0, box.y(), self.viewport().width(), box.height(), self._tint)
            painter.fillRect(0, box.y(), bar, box.height(), self._theme.colour("accent"))
        cell = QStyleOptionViewItem(option)
        for column in range(self._model.columnCount()):
            if not self.isColumnHidden(column):
                place = index.sibling(index.row(), column)
                cell.rect = self.visualRect(place)
                self._rows.paint(painter, cell, place)
        words = self.visualRect(index)
        self.drawBranches(painter, QRect(0, box.y(), words.left(), box.height()), index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """A triangle before what can fold."""
        if not self._model.rowCount(index):
            return
        size = self._theme.px(5)
        middle = QPointF(rect.right() - self._theme.px(_INDENT) / 2, rect.center().y())
        if self.isExpanded(index):
            points = [QPointF(-size, -size / 2), QPointF(size, -size / 2), QPointF(0, size * 0.8)]
        else:
            points = [QPointF(-size / 2, -size), QPointF(size * 0.8, 0), QPointF(-size / 2, size)]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("ink2"))
        painter.drawPolygon(QPolygonF([middle + point for point in points]))
        painter.restore()
