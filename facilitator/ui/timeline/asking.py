"""Asks what a typed time leaves open: which zone, which of two hours, which day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.domain import event_line
from facilitator.domain.day_words import format_weekday

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.event_line import EventLine
    from facilitator.domain.time_values import Choice
    from facilitator.ui.timeline.question_row import QuestionRow
    from facilitator.ui.timeline.typing_context import TypingContext

_DAYS_OFFERED = 7
_WHICH_DAY = "Which day was it? It can be typed too, like 3 March 14:03."


class Asking(QObject):
    """Opens the question row while the line needs it.

    ``looked_at`` tells how the line would read with an answer, ``answered`` the line with it,
    ``day_chosen`` that a first event gets another day, ``left`` that Escape went back.
    """

    looked_at = Signal(object)
    answered = Signal(str)
    day_chosen = Signal()
    left = Signal()

    def __init__(
        self, row: QuestionRow, context: TypingContext, read: Callable[[str], EventLine]
    ) -> None:
        super().__init__(row)
        self._row, self._context, self._read = row, context, read
        self._line: EventLine | None = None
        row.chosen.connect(self._chosen)
        row.taken.connect(self._taken)
        row.left.connect(self.left)

    def follow(self, line: EventLine, *, fresh: bool) -> None:
        """Ask what a line leaves open; ``fresh`` if it adds an event."""
        self._line = line
        question = None if line.problem else line.question
        if question is not None:
            answers = [(str(i), each.label) for i, each in enumerate(question.choices)]
            self._row.ask(question.text, answers)
        elif fresh and self._lacks_day(line):
            day = self._context.day_for(line.typed)
            days = {self._context.today - timedelta(days=back) for back in range(_DAYS_OFFERED)}
            answers = [(str(each), self._day_words(each)) for each in sorted(days | {day})[::-1]]
            self._row.ask(_WHICH_DAY, answers, str(day))
        else:
            self._row.close_row()

    def focus(self) -> None:
        """Give the answers the keys."""
        self._row.focus_answers()

    def _lacks_day(self, line: EventLine) -> bool:
        """Whether the line is the first with a time, and another day would be as good."""
        if self._context.placed or line.at is None or line.problem:
            return False
        context = self._context.of(text=line.typed)
        other = replace(context, day=context.day - timedelta(days=1))
        return event_line.read(line.typed, other).at != line.at

    def _day_words(self, day: date) -> str:
        back = (self._context.today - day).days
        name = {0: "Today, ", 1: "Yesterday, "}.get(back, "")
        return f"{name}{format_weekday(day)}"

    def _choice(self, value: str) -> Choice | None:
        question = self._line.question if self._line is not None else None
        return question.choices[int(value)] if question is not None else None

    def _chosen(self, value: str) -> None:
        choice = self._choice(value)
        if choice is None:
            self._context.chosen_day = date.fromisoformat(value)
            self.day_chosen.emit()
        elif self._line is not None:
            self.looked_at.emit(self._read(self._line.answer(choice)))

    def _taken(self, value: str) -> None:
        choice = self._choice(value)
        if self._line is not None:
            self.answered.emit(self._line.answer(choice) if choice else self._line.typed)
