"""Asks over the entry line what a typed time leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.ui.kit import Label
from facilitator.ui.timeline.choice_row import ChoiceRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from facilitator.ui.theme import Theme


class QuestionRow(QWidget):
    """A sentence over answers side by side.

    ``chosen`` tells the answer that the arrows are at, ``taken`` the one that Enter or a click
    takes, ``left`` that Escape went back; ``grown`` that it takes more room or less.
    """

    grown = Signal()
    chosen = Signal(str)
    taken = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("timeline.question")
        self._asked: tuple[str, tuple[tuple[str, str], ...]] = ("", ())
        self._sentence = Label(theme, "", "label", wrap=True)
        self._row: ChoiceRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(4), theme.px(10), 0, 0)
        self._column.setSpacing(theme.px(6))
        self._column.addWidget(self._sentence)
        self.hide()

    @property
    def open(self) -> bool:
        """Whether something is asked."""
        return not self.isHidden()

    def ask(
        self, sentence: str, answers: Sequence[tuple[str, str]], chosen: str | None = None
    ) -> None:
        """Ask; ``answers`` are values and words, ``chosen`` is the value that is on, if one is."""
        if self._asked != (sentence, tuple(answers)):
            self._asked = sentence, tuple(answers)
            self._sentence.setText(sentence)
            self._put(ChoiceRow(self._theme, "timeline.answers", sentence, answers))
            self.grown.emit()
        if self._row is not None and chosen is not None:
            self._row.show_value(chosen)
        if not self.open:
            self.show()
            self.grown.emit()

    def close_row(self) -> None:
        """Ask nothing."""
        if self.open:
            self.hide()
            self.grown.emit()

    def focus_answers(self) -> None:
        """Give the answers the keys; the first is on if none was."""
        if self._row is None:
            return
        if self._row.current is None:
            self._row.show_value(self._asked[1][0][0])
            self.chosen.emit(self._row.value)
        self._row.focus_chosen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The mouse takes an answer at once; the arrows, which click too, only look at it."""
        if event.type() == QEvent.Type.MouseButtonPress and self._row is not None:
            for value, button in self._row.buttons.items():
                if button is watched:
                    self._row.show_value(value)
                    self.chosen.emit(value)
                    self.taken.emit(value)
                    return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the answer that is on, Escape goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._row is not None:
            self.taken.emit(self._row.value)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _put(self, row: ChoiceRow) -> None:
        if self._row is not None:
            self._column.removeWidget(self._row)
            self._row.hide()
            self._row.deleteLater()
        self._row = row
        self._column.addWidget(row)
        row.chosen.connect(self.chosen)
        for button in row.buttons.values():
            button.installEventFilter(self)
