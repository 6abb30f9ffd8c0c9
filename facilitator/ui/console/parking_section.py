"""The parking lot in the Console: ideas put aside, and what is made of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.domain.edits import close as edits
from facilitator.domain.records import ParkedIdea
from facilitator.domain.rules import RuleViolation
from facilitator.ui.console import promoting
from facilitator.ui.console.inset import GAP, inset
from facilitator.ui.console.park_line import ParkLine
from facilitator.ui.console.parking_list import ParkingList, ParkingModel
from facilitator.ui.console.section import Section
from facilitator.ui.fields import mark
from facilitator.ui.kit import Label, button

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.delta import Delta
    from facilitator.ui.console.console_desk import ConsoleDesk
    from facilitator.ui.console.promoting import Promotion
    from facilitator.ui.desk import Desk

_KEYS = "E event, F factor, N finding, A action, F2 changes the words, Delete takes it out"
_WAYS: dict[str, Callable[[Desk, ParkedIdea], Promotion]] = {
    "event": promoting.to_event,
    "factor": promoting.to_factor,
    "finding": promoting.to_finding,
    "action": promoting.to_action,
}


class ParkingSection(Section):
    """The ideas, what became of the last one, and the line that parks another."""

    name = "parking"
    title = "Parking lot"

    def __init__(self, console: ConsoleDesk) -> None:
        super().__init__(console)
        theme = self.theme
        self._back: QWidget | None = None
        self._gone: Promotion | None = None
        self._ideas = ParkingModel(self.desk.review)
        self.list = ParkingList(self.desk, self._ideas)
        self.list.setAccessibleDescription(_KEYS)
        self.told = _Told(self.desk, self.go)
        self.problem = Label(theme, "", "label", "note", where="console", wrap=True)
        self.problem.setObjectName("console.parking.problem")
        self.line = ParkLine(theme, self.desk.registry.keys("review.park"))
        for hidden in (self.told, self.problem):
            hidden.hide()
        self._lay_out()
        self._wire()
        self.say(str(len(self._ideas.ideas)))

    def _lay_out(self) -> None:
        self._whole.addSpacing(self.theme.px(GAP))
        self.add_wide(self.list)
        self.add_wide(inset(self.theme, self.told, self.problem))
        # What is left of the column stands between the ideas and the line at the foot.
        self._whole.setStretchFactor(self.column, 0)
        self._whole.addStretch(1)
        self.add_wide(inset(self.theme, self.line))

    def _wire(self) -> None:
        self.list.promoting.connect(self.promote)
        self.list.removing.connect(self._take_out)
        self.list.going.connect(self.go)
        self.list.refused.connect(self._refuse)
        self.list.attended.connect(lambda _here: self._show_keys())
        self.list.walked.connect(partial(self.bring_into_view, self.list))
        self.line.returnPressed.connect(self._park)
        self.line.left.connect(self._give_back)
        self.line.textEdited.connect(lambda _text: self._refuse(""))

    # -- Section -------------------------------------------------------------------------------

    def follow(self, delta: Delta) -> None:
        """Ideas came or went, or what became of one did."""
        if delta.touches("parking"):
            self.list.refresh(delta.after)
            self.say(str(len(delta.after.parking)))
            self._show_keys()
        if self._gone is not None and not self._is_there(self._gone.target):
            self._forget()

    def focus_start(self) -> None:
        """The ideas, or the line if there is none."""
        (self.list if self._ideas.ideas else self.line).setFocus()

    def settle(self) -> bool:
        """Keep words that are typed in place; what is in the line stays there."""
        return self.list.editor.settle()

    # -- parking -------------------------------------------------------------------------------

    def begin(self, back: QWidget | None) -> None:
        """Type an idea in the line; Enter and Escape give the keys back to ``back``."""
        self._back = None if back is self.line else back
        self.line.setFocus()
        self.bring_into_view(self.line)

    def _park(self) -> None:
        idea = ParkedIdea(id=self.desk.new_id(), text=self.line.text())
        refusal = self.desk.apply("Park an idea", edits.park(idea))
        mark(self.line, refusal.reason if refusal else "")
        self._refuse(refusal.reason if refusal else "")
        if refusal is None:
            self.line.setText("")
            self._forget()
            if self._back is not None:
                self._give_back()

    def _give_back(self) -> None:
        back, self._back = self._back, None
        keys = back if back is not None and back.isVisible() else self.list
        keys.setFocus()
        section = _section_of(keys)
        if section is not None:
            section.bring_into_view(keys)

    # -- what becomes of an idea ---------------------------------------------------------------

    def promote(self, kind: str) -> None:
        """Make an event, factor, finding or action of the current idea, and say where it went."""
        idea = self.list.current
        if idea is None:
            return
        try:
            made = _WAYS[kind](self.desk, idea)
        except RuleViolation as refusal:
            self._refuse(refusal.reason)
            return
        refused = self.desk.apply(made.label, made.edit)
        self._refuse(refused.reason if refused else "")
        if refused is None:
            self._gone = made
            self.told.say(made.told)

    def go(self) -> None:
        """Show what the last idea became on the Stage."""
        if self._gone is not None:
            gone = self._gone
            self._forget()
            self.go_there(gone.phase, gone.target)

    def _take_out(self) -> None:
        idea = self.list.current
        if idea is not None:
            refusal = self.desk.apply("Take out of the parking lot", edits.unpark(idea.id))
            self._refuse(refusal.reason if refusal else "")
            self._forget()

    def _show_keys(self) -> None:
        """What can be done with an idea, if there is one."""
        useful = self.list.hasFocus() and self._ideas.ideas
        self.tell_keys(_KEYS if useful else "")

    def _is_there(self, row_id: str) -> bool:
        review = self.desk.review
        rows = (review.events, review.factors, review.findings, review.actions)
        return any(each.id == row_id for some in rows for each in some)

    def _forget(self) -> None:
        self._gone = None
        if self.told.button.hasFocus():
            self.list.setFocus()
        self.told.hide()

    def _refuse(self, reason: str) -> None:
        if not reason:
            mark(self.line, "")
        self.problem.setText(reason)
        self.problem.setVisible(bool(reason))


def _section_of(widget: QWidget) -> Section | None:
    above: QWidget | None = widget
    while above is not None and not isinstance(above, Section):
        above = above.parentWidget()
    return above


class _Told(QWidget):
    """Where the last idea went, and a way there."""

    def __init__(self, desk: Desk, go: Callable[[], None]) -> None:
        super().__init__()
        self.words = Label(desk.theme, "", "label", "ink", where="console", wrap=True)
        self.words.setObjectName("console.parking.told")
        self.button = button(desk.theme, "Go there", go, name="console.parking.go")
        self.button.setFont(desk.theme.font("label", "console"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(desk.theme.px(12))
        row.addWidget(self.words, 1)
        row.addWidget(self.button)

    def say(self, words: str) -> None:
        """Say it."""
        self.words.setText(f"{words} Enter goes there.")
        self.show()
