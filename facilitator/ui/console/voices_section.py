"""Who has spoken and who has not: a light tally for the facilitator, gone at close."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.edits import brief as edits
from facilitator.domain.edits import rows
from facilitator.domain.records import Participant
from facilitator.ui.console.inset import GAP, inset
from facilitator.ui.console.line import ConsoleLine
from facilitator.ui.console.section import Section
from facilitator.ui.console.voices_list import VoicesList, VoicesModel
from facilitator.ui.console.voices_words import telling
from facilitator.ui.fields import mark
from facilitator.ui.kit import Label

if TYPE_CHECKING:
    from facilitator.domain.delta import Delta
    from facilitator.domain.edits import Edit
    from facilitator.domain.phase import Phase
    from facilitator.domain.records import Review
    from facilitator.ui.console.console_desk import ConsoleDesk

_KEYS = "Space or a number: has spoken, Backspace: one less, P: here or not, Insert: somebody more"
_LINE = 40


class VoicesSection(Section):
    """The people by role, who of them has not spoken, and a way to invite one."""

    name = "voices"
    title = "Voices"

    def __init__(self, console: ConsoleDesk) -> None:
        super().__init__(console)
        theme, review = self.theme, self.desk.review
        self._voices, self._phase = console.voices, self.desk.host.shown_phase()
        self._people = VoicesModel(review, self._voices)
        self.list = VoicesList(theme, self._people)
        self.list.setAccessibleDescription(_KEYS)
        self.sentence = Label(theme, "", "label", "ink2", where="console", wrap=True)
        self.sentence.setObjectName("console.voices.sentence")
        self.line = ConsoleLine(theme, "console.voices.line")
        self.line.ask("Role of somebody who is here")
        self.line.setMinimumHeight(theme.px(_LINE))
        self.problem = Label(theme, "", "label", "note", where="console", wrap=True)
        self._whole.addSpacing(theme.px(GAP))
        self.add_wide(self.list)
        self.add_wide(inset(theme, self.line, self.problem, self.sentence))
        for hidden in (self.problem, self.line):
            hidden.hide()
        self.say("cleared at close")
        self._wire()
        self._show()

    def _wire(self) -> None:
        self.list.spoke.connect(partial(self._tally, 1))
        self.list.unspoke.connect(partial(self._tally, -1))
        self.list.moved.connect(self._mark_present)
        self.list.adding.connect(self._open_line)
        self.list.attended.connect(lambda here: self.tell_keys(_KEYS if here else ""))
        self.list.walked.connect(partial(self.bring_into_view, self.list))
        self.line.returnPressed.connect(self._add)
        self.line.left.connect(self._close_line)
        self.line.textEdited.connect(lambda _text: self._refuse(""))

    # -- Section -------------------------------------------------------------------------------

    def follow(self, delta: Delta) -> None:
        """People came, went, or are called otherwise."""
        if not delta.touches("participants", "names"):
            return
        current = self._current()
        row = self.list.currentIndex().row()
        self._people.load(delta.after)
        stays = self._people.row_of(current.id) if current else None
        self.list.choose_row(row if stays is None else stays)
        self._show()

    def place_changed(self, phase: Phase, _selected: str | None) -> None:
        """Another phase asks otherwise."""
        self._phase = phase
        self._show_sentence()

    def focus_start(self) -> None:
        """The list, or the line while nobody is on it."""
        (self.list if self._people.people else self.line).setFocus()

    # -- the tally -----------------------------------------------------------------------------

    def _tally(self, step: int, row: int) -> None:
        person = self._people.people[row]
        if not person.attended:
            # Whoever speaks is here.
            self._mark_present(row)
            row = self._people.row_of(person.id) or 0
        (self._voices.spoke if step > 0 else self._voices.unspoke)(person.id)
        self._people.counted(row)
        self._show_sentence()

    # -- who is here ---------------------------------------------------------------------------

    def _current(self) -> Participant | None:
        row = self.list.currentIndex().row()
        return self._people.people[row] if 0 <= row < len(self._people.people) else None

    def _mark_present(self, row: int) -> None:
        person = self._people.people[row]
        edit = edits.change_participant(person.id, attended=not person.attended)
        refusal = self.desk.apply("Mark who is present", edit)
        self._refuse(refusal.reason if refusal else "")

    def _open_line(self) -> None:
        self.line.show()
        self.line.setFocus()

    def _close_line(self) -> None:
        self._refuse("")
        if self._people.people:
            self.list.setFocus()
            self.line.hide()

    def _add(self) -> None:
        role = self.line.text()
        if not role.strip():
            self._close_line()
            return
        new_id = self.desk.new_id()
        refusal = self.desk.apply("Add somebody", _arriving(new_id, role))
        self._refuse(refusal.reason if refusal else "")
        if refusal is None:
            self.line.setText("")
            self._close_line()
            row = self._people.row_of(new_id)
            self.list.choose_row(self.list.currentIndex().row() if row is None else row)

    # -- showing -------------------------------------------------------------------------------

    def _show(self) -> None:
        anybody = bool(self._people.people)
        self.list.setVisible(anybody)
        self.line.setVisible(not anybody or self.line.hasFocus() or bool(self.line.text()))
        self.list.fit()
        self._show_sentence()

    def _show_sentence(self) -> None:
        self.sentence.setText(telling(self.desk.review, self._voices, self._phase))

    def _refuse(self, reason: str) -> None:
        mark(self.line, reason)
        self.problem.setText(reason)
        self.problem.setVisible(bool(reason))


def _arriving(new_id: str, role: str) -> Edit:
    """Whoever has this role and is not here comes; else it is somebody more."""

    def edit(review: Review) -> Review:
        said = " ".join(role.split()).casefold()
        for person in review.participants:
            known = said in (person.role.casefold(), person.alias.casefold())
            if known and not person.attended:
                return rows.replaced(review, "participants", replace(person, attended=True))
        new = Participant(id=new_id, role=role, attended=True)
        return edits.add_participant(new)(review)

    return edit
