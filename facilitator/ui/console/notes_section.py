"""The facilitator's private notes: one for each phase and one for the whole review."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QStackedWidget

from facilitator.ui.console.lock_sign import LockSign
from facilitator.ui.console.note_field import NoteField
from facilitator.ui.console.note_finder import NoteFinder
from facilitator.ui.console.note_place import PLACES, key_of, read_note, words_of
from facilitator.ui.console.note_search import matches, nearest
from facilitator.ui.console.place_button import PlaceButton
from facilitator.ui.console.section import Section
from facilitator.ui.kit import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from facilitator.domain.delta import Delta
    from facilitator.domain.phase import Phase
    from facilitator.ui.console.console_desk import ConsoleDesk
    from facilitator.ui.console.note_place import Place
    from facilitator.ui.console.note_search import Match

_STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class NotesSection(Section):
    """Shows the note of the phase on the Stage, or of another place that was chosen."""

    name = "notes"
    title = "Private notes"

    def __init__(self, console: ConsoleDesk) -> None:
        super().__init__(console)
        self._phase = self.desk.host.shown_phase()
        self.place: Place = self._phase
        self._began: tuple[Place, int] = (self.place, 0)
        self._found: tuple[Match, ...] = ()
        self._match = 0
        self.fields = {place: NoteField(self.desk, place) for place in PLACES}
        self.finder = NoteFinder(self.theme)
        self.finder.hide()
        self.problem = Label(self.theme, "", "label", "note", where="console", wrap=True)
        self.problem.hide()
        self.chooser = PlaceButton(self.theme)
        self._stack = QStackedWidget()
        self._lay_out()
        self._wire()
        self.say("in no export")
        self.show_place(self.place)

    def _lay_out(self) -> None:
        head: Any = self.column.itemAt(0)
        head.insertWidget(1, self.chooser)
        head.insertWidget(head.count() - 1, LockSign(self.theme))
        head.setSpacing(self.theme.px(8))
        for field in self.fields.values():
            self._stack.addWidget(field)
        for widget in (self.finder, self.problem):
            self.column.addWidget(widget)
        self.column.insertWidget(2, self._stack, 1)

    def _wire(self) -> None:
        for place, field in self.fields.items():
            field.stepped.connect(self.step)
            field.finding.connect(self.find_words)
            field.refused.connect(partial(self._refused, place))
        self.chooser.clicked.connect(lambda _checked: self.choose())
        self.finder.typed.connect(self._look)
        self.finder.stepped.connect(self.next_match)
        self.finder.left.connect(self._close_finder)

    @property
    def field(self) -> NoteField:
        """The note that is shown."""
        return self.fields[self.place]

    # -- Section -------------------------------------------------------------------------------

    def follow(self, delta: Delta) -> None:
        """A note was changed, perhaps by somebody else."""
        if delta.touches("phase_notes", "notes"):
            for field in self.fields.values():
                field.refresh(delta)

    def place_changed(self, phase: Phase, _selected: str | None) -> None:
        """The note goes with the phase; what is typed is kept."""
        if phase is not self._phase:
            self._phase = phase
            self.show_place(phase)

    def focus_start(self) -> None:
        """Typing begins in the note."""
        self.field.setFocus()

    def settle(self) -> bool:
        """Keep every note; one that is refused is shown."""
        refused = [place for place, field in self.fields.items() if not field.settle()]
        if refused:
            self.show_place(refused[0])
        return not refused

    # -- which note ----------------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Show the note of a phase, or with None that of the whole review."""
        typing = self.field.hasFocus()
        self.place = place
        self._stack.setCurrentWidget(self.field)
        if typing:
            self.field.setFocus()
        self.chooser.show_words(words_of(place))
        self._refused(place, self.field.accessibleDescription())

    def step(self, step: int) -> None:
        """Show the next note, or the one before."""
        index = PLACES.index(self.place) + step
        self.show_place(PLACES[index % len(PLACES)])

    def choose(self) -> None:
        """Offer every place, and say which have a note."""
        menu = QMenu(self)
        menu.setObjectName("console.notes.menu")
        menu.setFont(self.theme.font("text", "console"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place in PLACES:
            noted = ", with a note" if read_note(place, self.desk.review) else ""
            action = menu.addAction(f"{words_of(place)}{noted}", partial(self._chosen, place))
            action.setObjectName(f"console.notes.to.{key_of(place)}")
            if place == self.place:
                menu.setActiveAction(action)
        menu.popup(self.chooser.mapToGlobal(QPoint(0, self.chooser.height())))

    def _chosen(self, place: Place) -> None:
        self.show_place(place)
        self.field.setFocus()

    def _refused(self, place: Place, reason: str) -> None:
        if place == self.place:
            self.problem.setText(reason)
            self.problem.setVisible(bool(reason))

    # -- finding -------------------------------------------------------------------------------

    def find_words(self) -> None:
        """Open the line that looks for words in all notes."""
        self._began = (self.place, self.field.at())
        self.finder.open()
        self._look(self.finder.words)

    def next_match(self, step: int) -> None:
        """Show the next match, or the one before, in whatever note it stands."""
        self._search()
        if self._found:
            self._show_match((self._match + step) % len(self._found))

    def _look(self, _words: str) -> None:
        self._search()
        if self._found:
            self._show_match(nearest(self._found, PLACES, *self._began))
        else:
            self.finder.say(0, 0)

    def _search(self) -> None:
        notes = ((place, field.toPlainText()) for place, field in self.fields.items())
        self._found = matches(self.finder.words, notes)

    def _show_match(self, index: int) -> None:
        self._match, found = index, self._found[index]
        self.show_place(found.place)
        self.field.show_found(found.start, found.end)
        self.finder.say(index, len(self._found))

    def _close_finder(self) -> None:
        self.finder.hide()
        # What was found is not typed over by the next word.
        cursor = self.field.textCursor()
        cursor.clearSelection()
        self.field.setTextCursor(cursor)
        self.field.setFocus()

    # -- keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F3 goes on finding, Ctrl+PageUp and Ctrl+PageDown go to another note."""
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_F3 and not self.finder.isHidden():
            self.next_match(-1 if held & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key in _STEPS and held == Qt.KeyboardModifier.ControlModifier:
            self.step(_STEPS[key])
        else:
            super().keyPressEvent(event)
