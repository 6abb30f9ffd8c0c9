"""What went well, went badly and got lucky: three short lists in one, typed in place."""

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
    Signal,
)

from facilitator.domain.edits.close import add_lesson, change_lesson, remove_lesson
from facilitator.domain.records import Lesson
from facilitator.domain.shown_words import SIDE_WORDS
from facilitator.domain.words import LessonSide
from facilitator.ui.close.drawing import INDENT, OVERHANG, SIGN, Drawing, Style
from facilitator.ui.close.grown_list import GrownList
from facilitator.ui.deleting import tell_deleted
from facilitator.ui.fields import as_tool_tip
from facilitator.ui.words_editor import WordsEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QMouseEvent, QResizeEvent

    from facilitator.domain.records import Review
    from facilitator.domain.rules import RuleViolation
    from facilitator.ui.desk import Desk
    from facilitator.ui.factors.wrapping import Line
    from facilitator.ui.words_editor import Keep

    Index = QModelIndex | QPersistentModelIndex

_HEAD, _LESSON, _QUIET = Style("finding"), Style("text"), Style("label", "ink2")
_HEAD_PAD, _PAD, _SIDE_GAP, _GHOST_DOWN, _REACH, _MOST = 7, 11, 54, 9, 3, 4
_GHOST, _NOTHING = "what else?", "Nothing yet"
_GONE = "This lesson is no longer there. Enter keeps your words as a new one."


@dataclass(frozen=True, slots=True)
class LessonRow:
    """The head of a side (``lesson`` None), a lesson, or with ``draft`` a place to type one."""

    side: LessonSide
    lesson: Lesson | None = None
    draft: bool = False
    last: bool = False


def rows_of(review: Review, draft: LessonSide | None) -> tuple[LessonRow, ...]:
    """All rows in order; ``draft`` is the side to which a lesson is being typed."""
    rows: list[LessonRow] = []
    for side in LessonSide:
        lessons = [LessonRow(side, each) for each in review.lessons if each.side is side]
        typed = [LessonRow(side, draft=True)] if side is draft else []
        own = [LessonRow(side), *lessons, *typed]
        end = own[-1]
        rows += [*own[:-1], LessonRow(side, end.lesson, end.draft, last=True)]
    return tuple(rows)


class LessonsModel(QAbstractListModel):
    """The rows of one review's lessons, with words as ``shown`` has them."""

    def __init__(self, review: Review, shown: Callable[[str], str] = str) -> None:
        super().__init__()
        self._shown = shown
        self.rows = rows_of(review, None)

    def refresh(self, review: Review, draft: LessonSide | None) -> None:
        """Take over the lessons as they are now."""
        self.beginResetModel()
        self.rows = rows_of(review, draft)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Heads, lessons and the draft."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words to see, to hear and to point at."""
        row = self.rows[index.row()]
        side = SIDE_WORDS[row.side]
        text = self._shown(row.lesson.text) if row.lesson else side
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{side}: {text}" if row.lesson else side
        return as_tool_tip(text) if role == Qt.ItemDataRole.ToolTipRole else None


class LessonsList(GrownList):
    """Enter adds to the side of the current row; ``refused`` says why words were not kept."""

    refused = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "close.lessons", "What we learned")
        self._lessons = LessonsModel(desk.review, desk.shown)
        self._draft: LessonSide | None = None
        self.setModel(self._lessons)
        self.editor = WordsEditor(
            self.viewport(), desk.theme, "close.editor", "Words of the lesson"
        )
        self.editor.grown.connect(self._make_room)
        self.editor.ended.connect(self._ended)
        self.editor.refused.connect(self.refused)

    # -- what the page asks --------------------------------------------------------------------

    @property
    def current(self) -> LessonRow:
        """The current row; the first head before there is one."""
        return self._lessons.rows[max(0, self.currentIndex().row())]

    def choose(self, lesson_id: str) -> bool:
        """Make a lesson current; False if it is not there."""
        for row, each in enumerate(self._lessons.rows):
            if each.lesson is not None and each.lesson.id == lesson_id:
                self.choose_row(row)
                return True
        return False

    def refresh(self, added: str | None = None) -> None:
        """Show the lessons as they are now; one that was just added becomes current."""
        row, was = self.currentIndex().row(), self.current
        self._lessons.refresh(self.desk.review, self._draft)
        self.fit()
        place = self._row_like(was)
        if not (added and self.choose(added)):
            self.choose_row(max(0, row) if place is None else place)
        if self.editor.typing and was.lesson is not None:
            self._follow_typed(was, None if place is None else self._lessons.rows[place].lesson)
        self._make_room()

    def _row_like(self, was: LessonRow) -> int | None:
        """Where the lesson, the head or the draft of a row stands now."""
        found = (row for row, each in enumerate(self._lessons.rows) if _what(each) == _what(was))
        return next(found, None)

    def _follow_typed(self, was: LessonRow, lesson: Lesson | None) -> None:
        """Somebody else may have changed the lesson that is typed here, or have removed it."""
        if lesson is not None:
            self.editor.others_wrote(lesson.text)
            return
        words = self.editor.toPlainText() if self.editor.touched else ""
        self.editor.drop()
        if words.strip():
            self.add(was.side)
            self.editor.put(words)
            self.refused.emit(_GONE)

    def activate(self) -> None:
        """Enter asks what else."""
        self.desk.registry.run("close.add")

    def add(self, side: LessonSide | None = None) -> None:
        """Type a new lesson at the end of a side, or of the current row's."""
        self._draft = side or self.current.side
        self._lessons.refresh(self.desk.review, self._draft)
        self.fit()
        self.choose_row(next(i for i, each in enumerate(self._lessons.rows) if each.draft))
        self._open("", self._keep_new)

    def edit_current(self) -> None:
        """Type the words of the current lesson; on a head, those of a new one."""
        lesson = self.current.lesson
        if lesson is None:
            self.add()
        else:
            self._open(
                lesson.text,
                lambda text: self.desk.apply("Change lesson", change_lesson(lesson.id, text)),
            )

    def remove_current(self) -> RuleViolation | None:
        """Remove the current lesson; a head stays."""
        lesson = self.current.lesson
        if lesson is None:
            return None
        refusal = self.desk.apply("Remove lesson", remove_lesson(lesson.id))
        if refusal is None:
            tell_deleted(self.desk, [lesson.text])
        return refusal

    def settle(self) -> bool:
        """Keep what is being typed."""
        return self.editor.settle()

    # -- typing in place -----------------------------------------------------------------------

    def _open(self, text: str, keep: Keep) -> None:
        self._place_editor()
        line = self.theme.line(_LESSON.role)
        self.editor.open(text, self.theme.font(_LESSON.role), line, keep)
        self._make_room()

    def _keep_new(self, text: str) -> RuleViolation | None:
        side, self._draft = self._draft or self.current.side, None
        lesson = Lesson(id=self.desk.new_id(), side=side, text=text)
        refusal = self.desk.apply("Add lesson", add_lesson(lesson))
        if refusal is not None:
            self._draft = side
        return refusal

    def _ended(self) -> None:
        if self._draft is not None:
            self._draft = None
            row = self.currentIndex().row()
            self._lessons.refresh(self.desk.review, None)
            self.choose_row(row - 1)
        self._make_room()

    def _make_room(self) -> None:
        self.fit()
        self._place_editor()
        self.tell_place()

    def _place_editor(self) -> None:
        place = self.visualRect(self.currentIndex())
        px = self.theme.px
        left, top = place.left() + px(OVERHANG + INDENT), place.top() + px(_PAD)
        wide, high = round(self.words_width()) + px(_REACH), round(self._text_height(self.current))
        self.editor.setGeometry(left, top, wide, high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The editor goes with its row."""
        super().resizeEvent(event)
        self._place_editor()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """A double click edits."""
        self.desk.registry.run("close.edit")

    # -- looks ---------------------------------------------------------------------------------

    def row_height(self, row: int) -> float:
        """Words and air; the last row of a side leaves room for asking what else."""
        each, px = self._lessons.rows[row], self.theme.px
        if each.lesson is None and not each.draft:
            high = float(self.theme.line(_HEAD.role) + px(2 * _HEAD_PAD))
        else:
            high = self._text_height(each) + px(2 * _PAD) + 1
        return high + (px(_SIDE_GAP) if each.last else 0)

    def draw_row(self, draw: Drawing, row: int, box: QRectF, *, chosen: bool) -> None:
        """A head with its sign, or a lesson over its rule."""
        each, px = self._lessons.rows[row], self.theme.px
        typing = self.editor.typing and row == self.currentIndex().row()
        if each.last:
            box = box.adjusted(0, 0, 0, -px(_SIDE_GAP))
            self._draw_end(draw, each, box)
        if each.lesson is None and not each.draft:
            self._draw_head(draw, each, box, chosen=chosen)
            return
        draw.ground(box, chosen=chosen or typing, typing=typing, indent=px(INDENT))
        if not typing and each.lesson is not None:
            at = QPointF(box.left() + px(OVERHANG + INDENT), box.top() + px(_PAD))
            draw.words(_LESSON, self._lines(each.lesson), at, self.words_width())

    def _draw_head(self, draw: Drawing, row: LessonRow, box: QRectF, *, chosen: bool) -> None:
        px = self.theme.px
        if chosen:
            draw.ground(box, chosen=True)
        left, high = box.left() + px(OVERHANG), self.theme.line(_HEAD.role)
        top = box.top() + px(_HEAD_PAD)
        draw.side(row.side, QRectF(left, top + (high - px(SIGN)) / 2, px(SIGN), px(SIGN)))
        lines = self.measure.lines(_HEAD, SIDE_WORDS[row.side], self.words_width(), 1)
        draw.words(_HEAD, lines, QPointF(left + px(INDENT), top), self.words_width())

    def _draw_end(self, draw: Drawing, row: LessonRow, box: QRectF) -> None:
        """Below the side that has the keys, how to go on; below an empty one, that it is empty."""
        px = self.theme.px
        at = QPointF(box.left() + px(OVERHANG + INDENT), box.bottom() + px(_GHOST_DOWN))
        if self.hasFocus() and not self.editor.typing and self.current.side is row.side:
            draw.ghost(at, "Enter", _GHOST if row.lesson else _first_words(row.side))
        elif row.lesson is None and not row.draft:
            lines = self.measure.lines(_QUIET, _NOTHING, self.words_width(), 1)
            draw.words(_QUIET, lines, at - QPointF(0, px(6)), self.words_width())

    def _text_height(self, row: LessonRow) -> float:
        line = self.theme.line(_LESSON.role)
        if self.editor.typing and row == self.current:
            return float(self.editor.lines * line)
        return self.measure.height(_LESSON, self._lines(row.lesson)) if row.lesson else float(line)

    def _lines(self, lesson: Lesson) -> tuple[Line, ...]:
        return self.measure.lines(_LESSON, self.desk.shown(lesson.text), self.words_width(), _MOST)


def _what(row: LessonRow) -> object:
    """What a row shows, wherever it stands."""
    return row.lesson.id if row.lesson is not None else (row.side, row.draft)


def _first_words(side: LessonSide) -> str:
    words = {
        LessonSide.WELL: "what went well?",
        LessonSide.BADLY: "what went badly?",
        LessonSide.LUCKY: "where did we get lucky?",
    }
    return words[side]
