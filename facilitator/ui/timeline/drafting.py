"""What the entry line is for: adding an event, changing one, or adding one in between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from facilitator.domain import event_line
from facilitator.domain.edits import timeline as edits
from facilitator.domain.event_rewording import line_of
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line
from facilitator.ui.clipboard import copied_files, is_sent
from facilitator.ui.fields import mark
from facilitator.ui.preview import Reading
from facilitator.ui.timeline.asking import Asking
from facilitator.ui.timeline.draft import Draft
from facilitator.ui.timeline.telling import Telling
from facilitator.ui.timeline.typing_context import TypingContext

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.domain.delta import Delta
    from facilitator.domain.edits import Edit
    from facilitator.domain.event_line import EventLine
    from facilitator.domain.records import TimelineEvent
    from facilitator.ui.desk import Desk
    from facilitator.ui.timeline.dock import TimelineDock
    from facilitator.ui.timeline.model import EventModel
    from facilitator.ui.timeline.table import TimelineTable

_ADD = ("Add an event: time and what happened", "14:03 what happened")
_EDIT = ("Change the event: time and what happened", "14:03 what happened")
_CHANGED = "Somebody else has changed this event. Enter keeps what you type, Esc leaves theirs."
_GONE = "This event is no longer there. Enter adds the line as a new one."


class Drafting(QObject):
    """Reads the line as it is typed and keeps it on Enter.

    ``mode`` is ``add``, ``edit`` or ``insert``; ``mode_changed`` tells of another, ``left`` that
    the keys shall go to the table.
    """

    mode_changed = Signal()
    left = Signal()

    def __init__(
        self, desk: Desk, model: EventModel, table: TimelineTable, dock: TimelineDock
    ) -> None:
        super().__init__(dock)
        self._desk, self._model, self._table = desk, model, table
        self._dock, self._entry, self._preview = dock, dock.entry, dock.preview
        self._context = TypingContext(desk, model, lambda: table.current_id)
        self._asking = Asking(dock.question, self._context, self._reading)
        self._telling = Telling(model, self._context)
        self._draft = Draft()
        self._filling = self._applying = False
        self._wire()
        self._read()

    def _wire(self) -> None:
        entry, asking = self._entry, self._asking
        entry.textChanged.connect(self._typed)
        entry.entered.connect(self._enter)
        entry.stepped.connect(self._step)
        entry.paged.connect(lambda pages: self._step(pages * self._table.page_rows()))
        entry.left.connect(self._leave)
        entry.pasted.connect(self._paste)
        entry.files_pasted.connect(self._bring_in)
        asking.looked_at.connect(self._show)
        asking.day_chosen.connect(self._read)
        asking.answered.connect(self._answered)
        asking.left.connect(entry.setFocus)

    # -- what the page asks --------------------------------------------------------------------

    @property
    def mode(self) -> str:
        """``add``, ``edit`` or ``insert``."""
        return self._draft.mode

    def edit(self) -> None:
        """Change the current event."""
        event = self._current_or_last()
        if event is None:
            self.say("There is no event yet. Type one here, like 14:03 deploy starts.")
        elif self._begin("edit", event):
            self._entry.describe(*_EDIT)
            self._fill(line_of(event, self._model.zone))
            self._entry.show_beginning()
            self._draft.before = self._reading(self._entry.text())
            self._read()

    def insert(self) -> None:
        """Add an event between the current one and the next."""
        event = self._current_or_last()
        if event is None:
            self._entry.setFocus()
        elif self._begin("insert", event):
            name = f"Add an event {self._telling.between(event)}"
            self._entry.describe(name, "what happened in between; a time if it is known")
            self._fill("")

    def settle(self) -> bool:
        """Keep a changed event; False if it was refused. A new one stays in the line."""
        if self._draft.mode == "edit":
            return self._keep()
        return True

    def show_names_anew(self) -> None:
        """Something else stands for names in what is told of the line."""
        self._read()

    def follow(self, delta: Delta) -> None:
        """Take over what happened to the event that is being changed, and read anew."""
        event, behind = self._draft.event, False
        if event is not None and not self._applying:
            now = self._model.record_of(event.id)
            if now is None:
                self._give_up()
                return
            self._draft.event = now
            behind = now != event and not self._refresh(now)
        if delta.touches("events", "time_zone", "services"):
            self._read()
        if behind and delta.foreign:
            self.say(_CHANGED)

    def selection_changed(self) -> None:
        """Another event is current: what is being changed is kept, what is new counts from it."""
        event = self._draft.event
        current = self._table.current_id
        if self._applying or event is None or current in (None, event.id):
            self._read()
        elif self._draft.mode == "insert":
            self._draft.event = self._model.record_of(str(current))
            self._read()
        elif self._keep() and current is not None:
            # Keeping it has made it current again.
            self._table.choose(current)

    def state(self) -> dict[str, Any]:
        """What ``restore`` needs to go on."""
        return self._draft.state() | {
            "text": self._entry.text(),
            "cursor": self._entry.cursorPosition(),
            "day": self._context.chosen_day,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go on where another left off."""
        self._context.chosen_day = state["day"]
        event = self._model.record_of(state["event"] or "")
        if event is not None:
            self._table.choose(event.id)
            {"edit": self.edit, "insert": self.insert}[state["mode"]]()
        self._draft.kept = state["kept"]
        self._fill(state["text"])
        self._entry.setCursorPosition(state["cursor"])

    def say(self, sentence: str) -> None:
        """Show why something was not done; the next key takes it away."""
        self._preview.show_reading(Reading(note=sentence))

    # -- beginning and ending ------------------------------------------------------------------

    def _current_or_last(self) -> TimelineEvent | None:
        """The current event; where there is none, the last becomes it."""
        if self._table.current_id is None and self._model.rowCount():
            self._table.choose_row(self._model.rowCount() - 1)
        return self._context.current()

    def _begin(self, mode: str, event: TimelineEvent) -> bool:
        if self._draft.mode == "edit" and not self._keep():
            return False
        from_table = not self._entry.hasFocus()
        kept = self._entry.text() if self._draft.mode == "add" else self._draft.kept
        self._draft = Draft(mode, event, kept=kept, from_table=from_table)
        self._dock.show_wide(wide=mode == "edit")
        self._entry.setFocus()
        self.mode_changed.emit()
        return True

    def _end(self) -> None:
        """Back to adding, with the new event as far as it was typed."""
        draft, self._draft = self._draft, Draft()
        self._dock.show_wide(wide=False)
        self._entry.describe(*_ADD)
        self._fill(draft.kept)
        if draft.mode != "add":
            self.mode_changed.emit()
        if draft.from_table and self._entry.hasFocus():
            self.left.emit()

    def _leave(self) -> None:
        if self._draft.mode == "add":
            self._read()
            if self._model.rowCount():
                self.left.emit()
        else:
            self._end()

    def _give_up(self) -> None:
        """The event has been removed; words that were typed are not lost with it."""
        before, text = self._draft.before, self._entry.text()
        if text and (before is None or text != before.typed):
            self._draft.kept = text
        self._end()
        if self._entry.text():
            self.say(_GONE)

    def _refresh(self, event: TimelineEvent) -> bool:
        """Show the changed event if nothing else was typed yet; False leaves what is typed."""
        before = self._draft.before
        if self._draft.mode != "edit" or before is None:
            return True
        untouched = self._entry.text() == before.typed
        line = line_of(event, self._model.zone)
        self._draft.before = self._reading(line)
        if untouched:
            self._fill(line)
        return untouched

    # -- typing --------------------------------------------------------------------------------

    def _fill(self, text: str) -> None:
        self._filling = True
        self._entry.set_text(text)
        self._filling = False
        self._read()

    def _typed(self) -> None:
        if not self._filling:
            self._read()

    def _read(self) -> None:
        """Read the line and show what it says so far."""
        if self._applying:
            return
        line = self._reading(self._entry.text())
        mark(self._entry, "")
        self._asking.follow(line, fresh=self._draft.mode == "add")
        self._show(line)

    def _reading(self, text: str) -> EventLine:
        return self._context.read(self._draft, text)

    def _show(self, line: EventLine) -> None:
        self._preview.show_reading(self._telling.reading(line, self._draft, self._entry.text()))

    # -- keeping -------------------------------------------------------------------------------

    def _enter(self) -> None:
        text = self._entry.text()
        if self._draft.mode == "edit":
            self._keep()
        elif text.strip():
            self._add(self._reading(text))

    def _keep(self) -> bool:
        """Change the event as the line says; False if it was refused."""
        text, draft = self._entry.text(), self._draft
        line = self._reading(text)
        changes = draft.changes(line)
        if draft.event is not None and text.strip() and (changes or not line.ready):
            if not self._check(line):
                return False
            edit = edits.change_taking(draft.event.id, **changes)
            if not self._apply("Change event", edit):
                return False
        self._end()
        return True

    def _add(self, line: EventLine) -> None:
        if not self._check(line):
            return
        event = event_line.event(line, self._desk.new_id())
        if self._apply("Add event", edits.add_taking(event)):
            self._draft.kept = self._draft.kept if self._draft.mode == "insert" else ""
            self._end()
            self._table.choose(event.id)

    def _apply(self, label: str, edit: Edit) -> bool:
        """Meanwhile the page follows; the line has done its part and is not read."""
        self._applying = True
        refusal = self._desk.apply(label, edit)
        self._applying = False
        return refusal is None or self._refuse(refusal.reason)

    def _check(self, line: EventLine) -> bool:
        """Whether the line can be kept; else what is missing is asked or said."""
        if line.question is not None and not line.problem:
            self._asking.focus()
            return False
        if line.ready:
            return True
        return self._refuse(line.problem or "Say what happened.")

    def _refuse(self, reason: str) -> bool:
        mark(self._entry, reason)
        self.say(reason)
        return False

    def paste(self) -> None:
        """What is in the clipboard: many lines are events or sorted out, one goes to the line."""
        text = QGuiApplication.clipboard().text()
        if files := copied_files():
            self._bring_in(files)
        elif self._entry.is_much(text):
            self._paste(text)
        elif text.strip():
            self._entry.setFocus()
            self._entry.insert(text.strip("\r\n"))

    def _paste(self, text: str) -> None:
        """Several lines are several events, all of them or none."""
        if is_sent(text) and self._import(text):
            return
        try:
            if self._draft.mode == "edit":
                self._entry.insert(clean_line(text))
            else:
                self._add_lines(text)
        except RuleViolation as refusal:
            if not self._import(text):
                self.say(f"Nothing was pasted. {refusal.reason}")

    def _bring_in(self, files: list[Path]) -> None:
        """Show what files that were copied would bring in."""
        from facilitator.ui.importing import deeds  # noqa: PLC0415 - when they are pasted

        deeds.bring_into(self._desk, files)

    def _import(self, text: str) -> bool:
        """Whether it is no list of events but a chat, a table or alerts; those are sorted out."""
        from facilitator.ui.importing import deeds  # noqa: PLC0415 - when it is pasted

        first = text.strip().splitlines()[0]
        if self._draft.mode == "edit" or self._context.read(self._draft, first).ready:
            # A list of events in which one line is none: that line is told.
            return False
        return deeds.paste_into(self._desk, text)

    def _add_lines(self, text: str) -> None:
        lines = self._context.read_lines(self._draft, text)
        events = [event_line.event(line, self._desk.new_id()) for line in lines]
        words = f"{len(events):,} events"
        refusal = self._desk.apply(f"Add {words}", edits.add_events(*events))
        if refusal is not None:
            raise refusal
        if not self._entry.text():
            self._end()
        self._table.choose(events[-1].id)
        self._preview.show_reading(Reading(quiet=f"{words} were added."))

    # -- moving and answering ------------------------------------------------------------------

    def _step(self, rows: int) -> None:
        if self.settle():
            self._table.step(rows)

    def _answered(self, text: str) -> None:
        """Say the time in the line the way the answer says it, and go on."""
        self._entry.setFocus()
        if text != self._entry.text():
            self._entry.selectAll()
            self._entry.insert(text)
        self._enter()
