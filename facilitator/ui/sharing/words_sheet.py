"""The words list of a review: what readers who do not know the system need explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QLineEdit, QListView

from facilitator.domain.edits.sharing import add_term, change_term, remove_term
from facilitator.domain.records import Term
from facilitator.ui.fields import mark
from facilitator.ui.kit import Label
from facilitator.ui.one_row import OneRow
from facilitator.ui.row_list import set_up_rows
from facilitator.ui.sheet import Sheet
from facilitator.ui.sheet_rows import ROW, SheetRows
from facilitator.ui.writing import Writing

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
    from PySide6.QtGui import QKeyEvent, QPainter

    from facilitator.domain.rules import RuleViolation
    from facilitator.ui.desk import Desk

    Index = QModelIndex | QPersistentModelIndex

_WIDTH, _MOST, _WORD_SHARE = 860, 8, 0.3
_HINT = (
    "Enter explains a word. In the list F2 changes it, Delete takes it out, Ctrl Z brings it back. "
    "The list is printed in the document for the wider organisation."
)
_FORM = "Write the word, a colon, and what it means: Ledger: where every payment is booked"


class WordsSheet(Sheet):
    """A line, and below it the words so far."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "Words for readers", width=_WIDTH)
        self._desk = desk
        self._changing: Term | None = None
        self.line = QLineEdit()
        self.line.setObjectName("words.line")
        self.line.setAccessibleName("Word, colon, meaning")
        self.line.setPlaceholderText("Word: what it means")
        self.line.setFont(self.theme.font("entry"))
        self.problem = Label(self.theme, "", "label", "note", wrap=True)
        self.problem.setObjectName("words.problem")
        self.problem.hide()
        self.list = _Words(desk, self)
        hint = Label(self.theme, _HINT, "label", "ink2", wrap=True)
        for widget in (self.line, self.problem, self.list, hint):
            self.card_column.addWidget(widget)
        self.line.returnPressed.connect(self._keep)
        self.line.textEdited.connect(lambda _text: self._tell(""))
        self.closed.connect(desk.session.subscribe(lambda _delta: self.list.refresh()))
        self.list.refresh()

    def change(self, term: Term) -> None:
        """Put a word into the line, to be said otherwise."""
        self._changing = term
        self.line.setText(f"{term.word}: {term.meaning}")
        self.line.setFocus()
        self.line.selectAll()

    def remove(self, term: Term) -> None:
        """Take a word out."""
        self._complain(self._desk.apply("Take out a word", remove_term(term.id)))

    def undo(self) -> None:
        """Take the last step of the review back."""
        self._desk.session.undo()

    def _keep(self) -> None:
        word, colon, meaning = self.line.text().partition(":")
        if not colon:
            self._tell(_FORM)
            return
        was = self._changing
        term = Term(id=was.id if was else self._desk.new_id(), word=word, meaning=meaning)
        there = was is not None and any(each.id == was.id for each in self._desk.review.glossary)
        edit = change_term(term) if there else add_term(term)
        if self._complain(self._desk.apply("Explain a word", edit)):
            self._changing = None
            self.line.clear()

    def _complain(self, refusal: RuleViolation | None) -> bool:
        self._tell(refusal.reason if refusal else "")
        return refusal is None

    def _tell(self, reason: str) -> None:
        mark(self.line, reason)
        self.problem.setText(reason)
        self.problem.setVisible(bool(reason))


class _Rows(SheetRows):
    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        word, _, meaning = str(index.data()).partition("\n")
        px, write = self.theme.px, Writing(painter, self.theme)
        inner = box.adjusted(px(16), 0, -px(16), 0)
        left = inner.adjusted(0, 0, -inner.width() * (1 - _WORD_SHARE), 0)
        write.line(left, word, "text", "ink", 600)
        write.line(inner.adjusted(left.width() + px(12), 0, 0, 0), meaning, "text")


class _Words(OneRow, QListView):
    def __init__(self, desk: Desk, sheet: WordsSheet) -> None:
        super().__init__()
        set_up_rows(self, "words.list", "Words that are explained")
        self._desk, self._sheet = desk, sheet
        self._words, self._rows = QStringListModel(), _Rows(desk.theme)
        self.setModel(self._words)
        self.setItemDelegate(self._rows)
        self.doubleClicked.connect(lambda _index: self._change())

    def refresh(self) -> None:
        terms, row = self._desk.review.glossary, max(0, self.currentIndex().row())
        self._words.setStringList([f"{term.word}\n{term.meaning}" for term in terms])
        if terms:
            self.setCurrentIndex(self._words.index(min(row, len(terms) - 1), 0))
        high = self._desk.theme.px(ROW)
        self.setFixedHeight(min(_MOST, len(terms)) * high)
        self.setVisible(bool(terms))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Z and held:
            self._sheet.undo()
        elif event.key() in {Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._change()
        elif event.key() == Qt.Key.Key_Delete and row >= 0:
            self._sheet.remove(self._desk.review.glossary[row])
        else:
            super().keyPressEvent(event)

    def _change(self) -> None:
        row = self.currentIndex().row()
        if row >= 0:
            self._sheet.change(self._desk.review.glossary[row])
