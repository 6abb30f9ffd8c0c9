"""The question bar of the import sheet: one open question at a time, with its answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.days import past_day
from facilitator.domain.rules import RuleViolation
from facilitator.domain.zone_names import clocks_named
from facilitator.ui.kit import Label, button

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from facilitator.exchange.readers.asking import Asked
    from facilitator.ui.theme import Theme

_WAYS = {
    "zone": ("Berlin, Europe/Berlin, UTC or +02:00", "Time zone"),
    "date": ("4 Mar 2026 or 2026-03-04", "Day"),
}


_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_ALONE = "Enter answers for all {} files, Shift Enter for this one alone."


def _is_alone() -> bool:
    """Whether the answer is meant for one file only."""
    return bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)


class _Line(QLineEdit):
    """Keeps the Enter that has answered: what is asked next is not answered by it too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key ends here."""
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()


class QuestionBar(QFrame):
    """``answered`` carries the id of the question, the answer, and whether it is for one file."""

    answered = Signal(str, str, bool)

    def __init__(self, theme: Theme, today: date, usual_zone: str) -> None:
        super().__init__()
        self.setObjectName("import.question")
        self._theme, self._today, self._usual_zone = theme, today, usual_zone
        self._asked: Asked | None = None
        tint, note = theme.colour("note_tint").name(), theme.colour("note").name()
        self.setStyleSheet(
            f"QFrame#import\\.question {{ background: {tint};"
            f" border-left: {theme.px(4)}px solid {note}; }}"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(8))
        self.words = Label(theme, "", "text", weight=600, wrap=True)
        self.where = Label(theme, "", "label", "ink2", wrap=True)
        self.line = _Line(self)
        self.line.setObjectName("import.answer")
        self.line.setFont(theme.font("text"))
        self.line.setFixedWidth(theme.px(420))
        self.line.returnPressed.connect(self._typed)
        self.problem = Label(theme, "", "label", "note", wrap=True)
        self.problem.hide()
        self._row = QBoxLayout(_ACROSS)
        self._row.setSpacing(theme.px(12))
        for widget in (self.words, self.where):
            column.addWidget(widget)
        column.addLayout(self._row)
        column.addWidget(self.problem)
        self._options: list[QWidget] = []

    def ask(
        self, name: str, asked: Asked, *, files: int, rest: int, day: date | None = None
    ) -> None:
        """Show a question that so many files ask; so many are left after it.

        ``day`` is proposed where a day is asked.
        """
        self._asked = asked
        usual = {"zone": self._usual_zone, "date": day.isoformat() if day else ""}
        self.words.setText(asked.text)
        more = f" {rest} more after this." if rest else ""
        times = f"{asked.count:,} times" if asked.count > 1 else "once"
        only = f" {_ALONE.format(files)}" if files > 1 else ""
        self.where.setText(f"{name}, {asked.example}; asked {times}.{more}{only}")
        self._lay_out(asked, usual.get(asked.id, ""))
        self.tell("")

    def first(self) -> QWidget:
        """Where the answer is given."""
        return self._options[0] if self._options else self.line

    def tell(self, sentence: str) -> None:
        """Say why an answer cannot be."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose; Enter answers here and never takes in at once."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focus = self.focusWidget()
            if isinstance(focus, QPushButton):
                focus.click()
            return
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(self._options) and self._asked is not None and self._asked.options:
            self._choose(self._asked.options[number].value)
        else:
            super().keyPressEvent(event)

    def _lay_out(self, asked: Asked, usual: str) -> None:
        for old in self._options:
            self._row.removeWidget(old)
            old.deleteLater()
        self._options = []
        while self._row.count():
            self._row.takeAt(0)
        self.line.setVisible(not asked.options)
        for number, option in enumerate(asked.options, 1):
            words = f"{number}  {option.words}"
            made = button(
                self._theme,
                words,
                partial(self._choose, option.value),
                name=f"import.option.{number}",
            )
            self._options.append(made)
            self._row.addWidget(made)
            made.setMinimumHeight(made.sizeHint().height())
            # Only what is shown can get the keys.
            made.show()
        if not asked.options:
            hint, name = _WAYS.get(asked.id, ("", "Answer"))
            self.line.setAccessibleName(f"{name}: {asked.text}")
            self.line.setPlaceholderText(hint)
            self.line.setText(usual)
            self.line.selectAll()
            self._row.addWidget(self.line)
        self._row.addStretch(1)
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The answers stand below each other where they do not fit beside each other."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        margins = self.contentsMargins()
        room = self.width() - margins.left() - margins.right() - 2 * self._theme.px(16)
        wanted = sum(each.sizeHint().width() for each in self._options)
        wanted += self._row.spacing() * len(self._options)
        self._row.setDirection(_ACROSS if wanted <= room else _DOWN)

    def _choose(self, value: str) -> None:
        if self._asked is not None:
            self.answered.emit(self._asked.id, value, _is_alone())

    def _typed(self) -> None:
        if self._asked is None:
            return
        try:
            value = self._read(self.line.text().strip())
        except RuleViolation as refusal:
            self.tell(refusal.reason)
            return
        self.answered.emit(self._asked.id, value, _is_alone())

    def _read(self, typed: str) -> str:
        if self._asked is not None and self._asked.id == "date":
            return past_day(typed, self._today).isoformat()
        return clocks_named(typed)
