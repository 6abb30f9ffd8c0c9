"""The quiet list of loose ends: factors that no action answers, actions without a cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
)

from facilitator.domain.orphans import causeless_actions, unanswered_factors
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.kit import KeyCap, Label
from facilitator.ui.sheet import Sheet
from facilitator.ui.sheet_rows import ROW, SheetRows
from facilitator.ui.theme import tokens
from facilitator.ui.writing import Writing
from facilitator.ui.yielding import YieldingList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPainter

    from facilitator.domain.records import Review
    from facilitator.domain.words import Family
    from facilitator.ui.desk import Desk

    Index = QModelIndex | QPersistentModelIndex

FACTOR, ACTION = "factor", "action"
_NONE = "Every factor has an action, and every action has a cause."
_HEADS = {FACTOR: "Factors without an action", ACTION: "Actions without a cause"}
_HINTS = {
    FACTOR: (("Enter", "Make an action"), ("→", "Show it in the tree"), ("Esc", "Close")),
    ACTION: (("Enter", "Link its factors"), ("→", "Show it"), ("Esc", "Close")),
    "": (("Esc", "Close"),),
}
_WIDTH, _MOST_ROWS = 860, 12
_KIND, _ID, _FAMILY = (Qt.ItemDataRole.UserRole + number for number in range(3))


def count(review: Review) -> int:
    """How many loose ends a review has."""
    return len(unanswered_factors(review)) + len(causeless_actions(review))


class LooseEndsSheet(Sheet):
    """``answered`` and ``shown`` tell kind and id of what Enter and the right arrow chose."""

    answered = Signal(str, str)
    shown = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "Loose ends", width=_WIDTH)
        self.setObjectName("actions.loose_ends.sheet")
        self.list = _List(desk)
        self.list.taken.connect(lambda: self._leave(self.answered.emit))
        self.list.jumped.connect(lambda: self._leave(self.shown.emit))
        self._hints = QHBoxLayout()
        self._hints.setSpacing(desk.theme.px(8))
        if self.list.count():
            self.card_column.addWidget(self.list)
        else:
            self.card_column.addWidget(Label(desk.theme, _NONE, "text", "ink2", wrap=True))
        self.card_column.addLayout(self._hints)
        self.list.currentItemChanged.connect(lambda *_items: self._show_hints())
        self._show_hints()

    def _leave(self, tell: object) -> None:
        chosen = self.list.chosen
        if chosen is not None:
            self.close_sheet()
            tell(*chosen)  # type: ignore[operator]

    def _show_hints(self) -> None:
        while (item := self._hints.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        chosen = self.list.chosen
        for keys, words in _HINTS[chosen[0] if chosen else ""]:
            self._hints.addWidget(KeyCap(self.theme, keys))
            self._hints.addWidget(Label(self.theme, words, "label", "ink2"))
            self._hints.addSpacing(self.theme.px(12))
        self._hints.addStretch(1)


class _List(YieldingList):
    """Rows under two heads; Enter answers one, the right arrow shows it where it stands."""

    taken = Signal()
    jumped = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("actions.loose_ends.list")
        self.setAccessibleName("Loose ends")
        self.setProperty("boxed", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._painter = _RowPainter(desk.theme)
        self.setItemDelegate(self._painter)
        review, shown = desk.review, desk.shown
        factors = unanswered_factors(review)
        self._add(FACTOR, [(each.id, shown(each.text), each.family) for each in factors])
        causeless = causeless_actions(review)
        self._add(ACTION, [(each.id, shown(each.text), None) for each in causeless])
        rows = min(_MOST_ROWS, self.count())
        self.want(rows * desk.theme.px(ROW) + 4, 3 * desk.theme.px(ROW))
        self.setCurrentRow(1 if self.count() else -1)
        self.itemDoubleClicked.connect(lambda _item: self.taken.emit())

    def _add(self, kind: str, rows: Sequence[tuple[str, str, Family | None]]) -> None:
        if rows:
            head = QListWidgetItem(_HEADS[kind])
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(head)
        for row_id, text, family in rows:
            item = QListWidgetItem(text)
            item.setData(_KIND, kind)
            item.setData(_ID, row_id)
            item.setData(_FAMILY, None if family is None else family.value)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}: {_HEADS[kind].lower()}")
            self.addItem(item)

    @property
    def chosen(self) -> tuple[str, str] | None:
        """Kind and id of the current row."""
        item: QListWidgetItem | None = self.currentItem()
        if item is None or item.data(_KIND) is None:
            return None
        return item.data(_KIND), item.data(_ID)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the right arrow; the rest walks."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Right:
            self.jumped.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _RowPainter(SheetRows):
    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        if index.data(_KIND) is None:
            self._draw(painter, box, str(index.data()), "heading", "ink2")
        else:
            self._draw_row(painter, box, index)

    def _draw_row(self, painter: QPainter, box: QRectF, index: Index) -> None:
        theme, family = self.theme, index.data(_FAMILY)
        right = 0
        if family:
            word = tokens()["family"][family]["short"]
            right = round(theme.metrics("label").horizontalAdvance(word)) + theme.px(38)
            side = box.adjusted(box.width() - right, 0, 0, 0)
            sign = QRectF(side.x(), side.center().y() - theme.px(8), theme.px(16), theme.px(16))
            Glyphs(painter, theme).family(family, sign)
            self._draw(
                painter, side.adjusted(theme.px(8), 0, theme.px(16), 0), word, "label", "ink2"
            )
        self._draw(painter, box.adjusted(0, 0, -right, 0), str(index.data()), "text", "ink")

    def _draw(self, painter: QPainter, box: QRectF, words: str, role: str, colour: str) -> None:
        room = box.adjusted(self.theme.px(16), 0, -self.theme.px(16), 0)
        Writing(painter, self.theme).line(room, words, role, colour)
