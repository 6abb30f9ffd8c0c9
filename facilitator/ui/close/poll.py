"""The show of hands: a row a question, with a dot a hand, counted by letters or by the mouse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
)

from facilitator.domain.edits.meeting import count_hands
from facilitator.domain.poll import ASKED_WORDS, Answer, Asked, counts, hand_words
from facilitator.ui.close.drawing import OVERHANG, Drawing, Style
from facilitator.ui.close.grown_list import GrownList

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from facilitator.domain.records import Poll
    from facilitator.ui.desk import Desk

    Index = QModelIndex | QPersistentModelIndex

NOT_COUNTED = "No hand counted yet"
_QUESTION, _WORDS, _CHOSEN = Style("text"), Style("label", "ink2"), Style("label", weight=600)
_PAD, _LINE, _PITCH, _LEAST_PITCH, _DOT, _GAP = 9, 26, 20, 12, 0.8, 14
_COUNT_KEY = "H"
_PER_LINE, _MOST_DOTS = 18, 54
"""More dots than three lines of them say less than the number does."""
_ASKED, _ANSWERS = tuple(Asked), tuple(Answer)
_MERGE = "hands"


@dataclass(frozen=True, slots=True)
class Said:
    """An answer with its number, and where that stands."""

    answer: Answer
    words: str
    box: QRectF


class PollModel(QAbstractListModel):
    """The questions with their counts."""

    def __init__(self) -> None:
        super().__init__()
        self.poll: Poll | None = None

    def rowCount(self, parent: Index | None = None) -> int:
        """A row a question."""
        return 0 if parent is not None and parent.isValid() else len(_ASKED)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words to see and to hear."""
        asked = _ASKED[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return ASKED_WORDS[asked]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{ASKED_WORDS[asked]} {hand_words(self.poll, asked) or NOT_COUNTED}."
        return None


class PollList(GrownList):
    """Y, P and N count a hand, Backspace takes the last one away; arrows and + and - do too."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "close.hands", "Show of hands, nobody named")
        self._poll = PollModel()
        self._answer = Answer.YES
        self._last: list[tuple[Asked, Answer]] = []
        self.setModel(self._poll)
        self.setAccessibleDescription("Y, P and N count a hand for yes, partly and no.")
        self.refresh()

    def refresh(self) -> None:
        """Show the counts the review has now."""
        self._poll.poll = self.desk.review.poll
        self._poll.dataChanged.emit(self._poll.index(0, 0), self._poll.index(len(_ASKED) - 1, 0))
        self.fit()

    @property
    def asked(self) -> Asked:
        """The question of the current row."""
        return _ASKED[max(0, self.currentIndex().row())]

    # -- counting ------------------------------------------------------------------------------

    def add(self, answer: Answer) -> None:
        """Count a hand for an answer to the current question."""
        self._answer = answer
        self._last.append((self.asked, answer))
        self._count(answer, 1)

    def take_away(self) -> None:
        """Take the hand away that was counted last, if it was here; else one of the answer."""
        mine = [place for place, each in enumerate(self._last) if each[0] is self.asked]
        answer = self._last.pop(mine[-1])[1] if mine else self._answer
        self._count(answer, -1)

    def _count(self, answer: Answer, more: int) -> None:
        edit = count_hands(self.asked, answer, more)
        self.desk.apply("Count hands", edit, f"{_MERGE}:{self.asked}")
        self.viewport().update()

    def _turn(self, step: int) -> None:
        place = _ANSWERS.index(self._answer) + step
        self._answer = _ANSWERS[max(0, min(len(_ANSWERS) - 1, place))]
        self.viewport().update()

    # -- events --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that count come before those of the page."""
        key, typed = Qt.Key(event.key()), event.text().lower()
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        letters = {each[0]: each for each in Answer}
        if held:
            super().keyPressEvent(event)
        elif typed in letters:
            self.add(letters[typed])
        elif typed == "+" or key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.add(self._answer)
        elif typed in {"-", "−"}:
            self._count(self._answer, -1)
        elif key is Qt.Key.Key_Backspace:
            self.take_away()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._turn(-1 if key is Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on an answer counts a hand; elsewhere it chooses the question."""
        at = event.position()
        index = self.indexAt(at.toPoint())
        pressed = event.button() is Qt.MouseButton.LeftButton and index.isValid()
        said = self._said(index.row(), QRectF(self.visualRect(index))) if pressed else ()
        super().mousePressEvent(event)
        for each in said:
            if each.box.contains(at):
                self.add(each.answer)

    # -- looks ---------------------------------------------------------------------------------

    def row_height(self, row: int) -> float:
        """The question, and a line of dots and words; many dots have lines of their own."""
        lines = 1 + self._lines_of_dots(row)
        return self.theme.line(_QUESTION.role) + self.theme.px(2 * _PAD + lines * _LINE)

    def draw_row(self, draw: Drawing, row: int, box: QRectF, *, chosen: bool) -> None:
        """The question, the dots, and the numbers."""
        px, asked = self.theme.px, _ASKED[row]
        if chosen:
            draw.ground(box, chosen=True)
        width = box.width() - px(2 * OVERHANG)
        at = QPointF(box.left() + px(OVERHANG), box.top() + px(_PAD))
        question = self.measure.lines(_QUESTION, ASKED_WORDS[asked], width, 1)
        draw.words(_QUESTION, question, at, width)
        self._draw_dots(draw, row, box)
        said = self._said(row, box)
        for each in said:
            style = _CHOSEN if chosen and each.answer is self._answer else _WORDS
            lines = self.measure.lines(style, each.words, each.box.width(), 1)
            draw.words(style, lines, each.box.topLeft(), each.box.width())
            if style is _CHOSEN:
                draw.under(each.box)
        if not said:
            nothing = self.measure.lines(_WORDS, NOT_COUNTED, width, 1)
            draw.words(_WORDS, nothing, QPointF(at.x(), self._foot(box)), width)
        if row == 0 and self._poll.poll is None and not self.hasFocus():
            draw.key(_COUNT_KEY, box.right() - px(OVERHANG), self._foot(box))

    def _draw_dots(self, draw: Drawing, row: int, box: QRectF) -> None:
        px, hands = self.theme.px, self._hands(row)
        if len(hands) > _MOST_DOTS:
            return
        pitch, top = self._pitch(row), box.top() + px(_PAD) + self.theme.line(_QUESTION.role)
        size, left = pitch * _DOT, box.left() + px(OVERHANG)
        for place, answer in enumerate(hands):
            down, along = divmod(place, _PER_LINE)
            x, y = left + along * pitch, top + down * px(_LINE) + (px(_LINE) - size) / 2
            draw.hand(answer, QRectF(x, y, size, size))

    def _said(self, row: int, box: QRectF) -> tuple[Said, ...]:
        """The numbers at the right end; all three where the keys are, else those that count."""
        here = self.hasFocus() and row == self.currentIndex().row()
        numbers = counts(self._poll.poll, _ASKED[row])
        shown = [(each, number) for each, number in numbers.items() if number or here]
        right, top = box.right() - self.theme.px(OVERHANG), self._foot(box)
        found: list[Said] = []
        for answer, number in reversed(shown):
            words = f"{number} {answer}{'' if here or not found else ','}"
            width = self._advance(words)
            high = self.theme.line(_WORDS.role)
            found.append(Said(answer, words, QRectF(right - width, top, width, high)))
            right -= width + self.theme.px(_GAP if here else _GAP // 3)
        return tuple(reversed(found))

    def _foot(self, box: QRectF) -> float:
        return box.bottom() - self.theme.px(_PAD + _LINE) + self.theme.px(1)

    def _hands(self, row: int) -> list[Answer]:
        numbers = counts(self._poll.poll, _ASKED[row])
        return [answer for answer, number in numbers.items() for _ in range(number)]

    def _lines_of_dots(self, row: int) -> int:
        """Lines that the dots take for themselves; none while they fit beside the numbers."""
        count = len(self._hands(row))
        if count > _MOST_DOTS or count * self.theme.px(_LEAST_PITCH) <= self._room(row):
            return 0
        return -(-count // _PER_LINE)

    def _pitch(self, row: int) -> float:
        count = len(self._hands(row))
        usual = float(self.theme.px(_PITCH))
        if self._lines_of_dots(row) or not count:
            return min(usual, (self.width() - self.theme.px(2 * OVERHANG)) / _PER_LINE)
        return min(usual, self._room(row) / count)

    def _room(self, row: int) -> float:
        """What all three numbers leave to the dots beside them."""
        numbers = counts(self._poll.poll, _ASKED[row])
        words = sum(self._advance(f"{number} {each}") for each, number in numbers.items())
        beside = self.theme.px(2 * OVERHANG + len(Answer) * _GAP)
        return float(self.width() - beside - words)

    def _advance(self, words: str) -> float:
        return self.theme.metrics("label", weight=600).horizontalAdvance(words)
