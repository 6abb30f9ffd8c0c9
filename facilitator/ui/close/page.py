"""The Close page: are we ready to close?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.coach.readiness import in_place, lacks
from facilitator.domain.phase import Phase
from facilitator.domain.words import LessonSide, ReviewStatus
from facilitator.ui.chooser import Choice, Chooser
from facilitator.ui.close.commands import COMMANDS
from facilitator.ui.close.drawing import SIGN, Drawing
from facilitator.ui.close.parts import Columns, HandOn, Lessons, Readiness
from facilitator.ui.close.wording import STATUS_WORDS, count_words, phase_of
from facilitator.ui.kit import Label
from facilitator.ui.local_keys import LocalKeys
from facilitator.ui.page import PhasePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent

    from facilitator.domain.delta import Delta
    from facilitator.ui.desk import Desk
    from facilitator.ui.theme import Theme

_LACK_HINTS = (("Enter", "Go there"), ("N", "Lesson"), ("S", "Status"), ("Ctrl E", "Export"))
_LESSON_HINTS = (("Enter", "What else?"), ("F2", "Edit"), ("Del", "Remove"), ("Ctrl E", "Export"))
_HAND_HINTS = (("Y P N", "One hand more"), ("Backspace", "One fewer"), ("Ctrl E", "Export"))
_STATUS_HINTS = (("Enter", "Choose"), ("D", "Held on"), ("Ctrl E", "Export"))
_HINTS = (("Ctrl E", "Export"), ("Ctrl L", "Library"))
_TYPING_HINTS = (("Enter", "Keep"), ("Esc", "Leave it"))


class LackFact(QWidget):
    """The fact on the right of the head: how much is lacking."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(SIGN + 12), theme.px(2), 0, 0)
        self.words = Label(theme, "", "label", weight=500)
        self.words.setObjectName("close.count")
        row.addWidget(self.words)
        self._count, self._room = 0, 0
        # It says less rather than keep the window wide.
        self.setMinimumWidth(1)

    def show_count(self, count: int) -> None:
        """Take how much is lacking."""
        self._count = count
        self.setAccessibleName(count_words(count))
        self.fit(self._room)
        self.update()

    def fit(self, width: int) -> None:
        """Leave the number to the sign alone where the words have no room."""
        self._room = width
        self.words.setText(count_words(self._count))
        if self.sizeHint().width() > width:
            self.words.setText(str(self._count) if self._count else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dashed square, or a tick once nothing is."""
        size = self._theme.px(SIGN)
        top = self.words.geometry().center().y() - size / 2
        box = QRectF(0, top, size, size)
        draw = Drawing(QPainter(self), self._theme)
        if self._count:
            draw.missing(box)
        else:
            draw.tick(box)


class ClosePage(PhasePage):
    """Readiness, lessons, and what is handed on."""

    phase = Phase.CLOSE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._naming = desk.naming
        self.fact = LackFact(desk.theme)
        self.readiness, self.learned, self.hand_on = Readiness(desk), Lessons(desk), HandOn(desk)
        self.lacks, self.lessons = self.readiness.lacks, self.learned.list
        self.hands, self.status = self.hand_on.hands, self.hand_on.status
        self.held, self.export = self.hand_on.held, self.hand_on.export
        self._keys = LocalKeys(COMMANDS)
        self.columns = Columns(desk.theme, (self.readiness, self.learned, self.hand_on))
        self._header = self.add_header()
        self._header.add_fact(self.fact)
        self.column.addWidget(self.columns, 1)
        self._stale = False
        self._wire()
        self._show()

    def _wire(self) -> None:
        for part in (self.lacks, self.lessons, self.hands, self.status):
            part.attended.connect(self._hints_changed)
            part.moved.connect(partial(self.columns.show_rect, part))
        self.columns.show_focus(self.held, self.export)
        self.lessons.refused.connect(self.learned.tell)
        for change in (self.lessons.editor.began, self.lessons.editor.ended):
            change.connect(self._hints_changed)
        for first, second in zip(self.panes(), self.panes()[1:], strict=False):
            QWidget.setTabOrder(first, second)

    # -- PhasePage -----------------------------------------------------------------------------

    def follow(self, delta: Delta) -> None:
        """Show everything anew: whatever changed may have been lacking."""
        rows = delta.rows.get("lessons")
        if rows is not None:
            one = delta.leads and len(rows.added) == 1
            self.lessons.refresh(rows.added[0].id if one else None)
        if delta.touches("poll"):
            self.hands.refresh()
        if delta.touches("status"):
            self.status.refresh()
        if delta.touches("held_on"):
            self.held.refresh(delta)
        if delta.touches("participants", "names") and self.names_are_others():
            self.lessons.refresh()
        self._stale = True
        if self.isVisible():
            self._show()

    def focus_start(self) -> None:
        """To the first lack, or to the export when nothing is lacking."""
        if self.lessons.editor.typing:
            self.lessons.editor.setFocus()
        elif self.lacks.current is not None:
            self.lacks.setFocus()
        else:
            self.export.setFocus()

    def select(self, target: str) -> None:
        """Go to a lesson, to the lessons, the hands, the status or the day it was held."""
        places = {
            "poll": self.hands.setFocus,
            "status": self.go_to_status,
            "held_on": self.held.setFocus,
        }
        if self.lessons.choose(target) or target == "lessons":
            self.lessons.setFocus()
        elif target in places:
            places[target]()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """The keys that work where the focus is."""
        if self.lessons.editor.typing:
            return _TYPING_HINTS
        shown = {
            self.lacks: _LACK_HINTS,
            self.lessons: _LESSON_HINTS,
            self.hands: _HAND_HINTS,
            self.status: _STATUS_HINTS,
        }
        return next((hints for part, hints in shown.items() if part.hasFocus()), _HINTS)

    def panes(self) -> tuple[QWidget, ...]:
        """Lacks, lessons, hands, status, day and export."""
        return (self.lacks, self.lessons, self.hands, self.status, self.held, self.export)

    def state(self) -> dict[str, Any]:
        """Which rows are current, and the words half typed."""
        lesson, editor = self.lessons.current, self.lessons.editor
        return {
            "lack": self.lacks.currentIndex().row(),
            "lesson": lesson.lesson.id if lesson.lesson else "",
            "side": lesson.side,
            "typing": editor.toPlainText() if editor.typing else None,
            "pane": next((i for i, each in enumerate(self.panes()) if each.hasFocus()), None),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take over the state of the page this one replaces."""
        self.lacks.choose_row(state["lack"])
        found = self.lessons.choose(state["lesson"])
        if state["typing"] is not None:
            if found:
                self.lessons.edit_current()
            else:
                self.lessons.add(state["side"])
            self.lessons.editor.put(state["typing"])
        elif state["pane"] is not None:
            self.panes()[state["pane"]].setFocus()

    def settle(self) -> bool:
        """Keep what is being typed."""
        return self.lessons.settle()

    def bind(self) -> None:
        """Bind the commands of this page."""
        for name, run in self._commands():
            self.desk.registry.bind(f"close.{name}", partial(self._run, run))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The head says less where there is little room."""
        super().resizeEvent(event)
        taken = self._header.question.sizeHint().width() + self.theme.px(2 * 40 + 32)
        self.fact.fit(self.width() - taken)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was hidden."""
        super().showEvent(event)
        if self._stale:
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page's keys work on the button too."""
        command = self._keys.command_of(event)
        if command is not None and command != "close.jump":
            self.desk.registry.run(command)
        else:
            super().keyPressEvent(event)

    # -- commands ------------------------------------------------------------------------------

    def _commands(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        lessons = self.lessons
        return (
            ("jump", self.jump),
            ("lacks", self.focus_start),
            ("add", lessons.add),
            ("well", partial(lessons.add, LessonSide.WELL)),
            ("badly", partial(lessons.add, LessonSide.BADLY)),
            ("lucky", partial(lessons.add, LessonSide.LUCKY)),
            ("edit", lessons.edit_current),
            ("remove", self.remove),
            ("hands", self.hands.setFocus),
            ("status", self.choose_status),
            ("held", self.go_to_held),
        )

    def _run(self, run: Callable[[], object]) -> None:
        if self.settle():
            run()

    def jump(self) -> None:
        """Go where the current lack is."""
        lack = self.lacks.current
        if lack is None:
            return
        phase = phase_of(lack)
        if phase is Phase.CLOSE:
            self.select(lack.target or lack.where.rsplit(".", 1)[-1])
        else:
            self.desk.host.go(phase, lack.target)

    def remove(self) -> None:
        """Remove the current lesson."""
        if self.lessons.hasFocus():
            refusal = self.lessons.remove_current()
            self.learned.tell(refusal.reason if refusal else "")

    def choose_status(self) -> None:
        """Choose how far the review is, by typing."""
        choices = [Choice(each, *STATUS_WORDS[each]) for each in ReviewStatus]
        chooser = Chooser(
            self.theme,
            "How far is it?",
            choices,
            lambda choice: self.status.set_status(ReviewStatus(choice.id)),
            current=self.desk.review.status,
        )
        chooser.open_over(self.window())

    def go_to_status(self) -> None:
        """Go to the status the review has."""
        self.status.refresh()
        self.status.setFocus()

    def go_to_held(self) -> None:
        """Type when the review was held."""
        self.held.setFocus()
        self.held.selectAll()

    # -- showing -------------------------------------------------------------------------------

    def _show(self) -> None:
        self._stale = False
        review = self.desk.review
        # What is quiet is for the facilitator alone; everybody sees this page.
        lacking = lacks(review, self.desk.today(), quiet=False)
        self.lacks.refresh(lacking)
        self.lacks.setVisible(bool(lacking))
        self.readiness.nothing.setVisible(not lacking)
        self.readiness.show_placed(in_place(review))
        self.fact.show_count(len(lacking))

    def _hints_changed(self) -> None:
        if self.isVisible():
            self.desk.host.hints_changed()
