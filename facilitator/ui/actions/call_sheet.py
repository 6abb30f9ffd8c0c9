"""A person's own call on how lasting an action is, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidgetItem,
)

from facilitator.coach.durability import assess
from facilitator.coach.wording import strength_of
from facilitator.domain.edits import actions as edits
from facilitator.domain.text import TEXT_LIMIT
from facilitator.domain.words import Durability
from facilitator.ui.actions.coaching import label_of
from facilitator.ui.actions.wording import LABEL_HELP, label_words
from facilitator.ui.fields import mark
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.kit import Label
from facilitator.ui.sheet import Sheet
from facilitator.ui.sheet_rows import ROW, SheetRows
from facilitator.ui.writing import Writing
from facilitator.ui.yielding import YieldingList

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent

    from facilitator.domain.records import ActionItem
    from facilitator.ui.desk import Desk
    from facilitator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_WIDTH, _WORDS_AT, _HELP_AT, _BAND_AT = 980, 74, 310, 790
_FOOT = (
    "At the right is the band in the action hierarchy of healthcare. "
    "Enter takes a label, Tab goes between label and reason, Esc leaves it as it is."
)


class CallSheet(Sheet):
    """The eight labels and a line for the reason; the coach's own label needs none."""

    def __init__(self, desk: Desk, action: ActionItem) -> None:
        super().__init__(desk.theme, "How lasting will it be?", width=_WIDTH)
        self.setObjectName("actions.call")
        self._desk, self._action = desk, action
        self._hint = action.hint or assess(action.text).label
        theme = desk.theme
        self.list = LabelList(theme, label_of(action))
        self.list.taken.connect(self._label_taken)
        self.reason = QLineEdit(action.call_reason)
        self.reason.setObjectName("actions.call.reason")
        self.reason.setAccessibleName("Why you see it differently")
        self.reason.setPlaceholderText("Why do you see it differently?")
        self.reason.setMaxLength(TEXT_LIMIT)
        self.reason.setFont(theme.font("text"))
        self.reason.textEdited.connect(lambda _text: self._tell(""))
        self.reason.returnPressed.connect(self._take)
        self._problem = Label(theme, "", "label", "note", wrap=True)
        self._problem.hide()
        self._add_all(theme)

    def _add_all(self, theme: Theme) -> None:
        column = self.card_column
        column.addWidget(Label(theme, self._desk.shown(self._action.text), "text", wrap=True))
        column.addWidget(Label(theme, self._said(), "label", "ink2", wrap=True))
        column.addWidget(self.list)
        column.addWidget(self.reason)
        column.addWidget(self._problem)
        column.addWidget(Label(theme, _FOOT, "label", "ink2", wrap=True))

    def _said(self) -> str:
        hint = assess(self._action.text)
        known = hint.label is self._hint
        label = label_words(self._hint, sure=hint.sure or not known)
        said = f"By its words: {label}. {hint.because if known else ''}".strip()
        return self._desk.shown(said)

    def _label_taken(self) -> None:
        if self.list.label is self._hint or self.reason.text().strip():
            self._take()
        else:
            self.reason.setFocus()

    def _take(self) -> None:
        label = self.list.label
        call = None if label is self._hint else label
        edit = edits.call_durability(self._action.id, call, self.reason.text())
        refusal = self._desk.apply("How lasting", edit)
        if refusal is None:
            self.close_sheet()
        else:
            self._tell(refusal.reason)
            self.reason.setFocus()

    def _tell(self, reason: str) -> None:
        mark(self.reason, reason)
        self._problem.setText(reason)
        self._problem.setVisible(bool(reason))


class LabelList(YieldingList):
    """The labels with their steps, strongest first; ``taken`` tells that Enter was pressed."""

    taken = Signal()

    def __init__(self, theme: Theme, current: Durability) -> None:
        super().__init__()
        self.setObjectName("actions.call.labels")
        self.setAccessibleName("How lasting")
        self.setProperty("boxed", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._painter = _LabelPainter(theme)
        self.setItemDelegate(self._painter)
        for label in Durability:
            item = QListWidgetItem(label_words(label))
            item.setData(Qt.ItemDataRole.UserRole, label.value)
            words = f"{label_words(label)}: {LABEL_HELP[label]}; {strength_of(label)}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            self.addItem(item)
        self.setCurrentRow(list(Durability).index(current))
        self.want(theme.px(ROW) * len(Durability) + 4, 3 * theme.px(ROW))
        self.itemDoubleClicked.connect(lambda _item: self.taken.emit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The current one stays in view."""
        super().resizeEvent(event)
        self.scrollToItem(self.currentItem())

    @property
    def label(self) -> Durability:
        """The label that is chosen."""
        return list(Durability)[max(0, self.currentRow())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes; arrows and letters choose."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)


class _LabelPainter(SheetRows):
    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        theme, write = self.theme, Writing(painter, self.theme)
        label = Durability(index.data(Qt.ItemDataRole.UserRole))
        top = round(box.center().y() - theme.px(11))
        Glyphs(painter, theme).meter(label.value, box.x() + theme.px(16), top)
        for left, words, colour, weight in (
            (_WORDS_AT, label_words(label), "ink", 500),
            (_HELP_AT, LABEL_HELP[label], "ink2", None),
            (_BAND_AT, strength_of(label), "ink2", None),
        ):
            room = box.adjusted(theme.px(left), 0, -theme.px(12), 0)
            write.line(room, words, "label", colour, weight)
