"""What the commands on the whole review do: undo, find, park, export, go to a phase."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.phase import Phase
from facilitator.domain.rules import RuleViolation
from facilitator.store.errors import WriteFailed
from facilitator.ui.importing.deeds import ImportDeeds
from facilitator.ui.sharing.deeds import SharingDeeds

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.delta import Delta
    from facilitator.ui.desk import Desk
    from facilitator.ui.window import MainWindow

_SHARING = ("review.import", "review.sources", "review.words", "review.merge", "review.handover")
_BOUND = ("review.export", "review.park", "review.library", "edit.undo", "edit.redo", "edit.find")


class ReviewDeeds:
    """Bound while a review is on the Stage; keeps the words of undo and redo true."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._unsubscribe: Callable[[], None] | None = None

    def bind(self) -> None:
        """Bind the commands to the review that is on the Stage now."""
        self.unbind()
        desk, registry = self._desk, self._window.registry
        runs = (self.export, self.park, self.leave, self.undo, self.redo, self.find)
        for command, run in zip(_BOUND, runs, strict=True):
            registry.bind(command, run)
        for phase in Phase:
            registry.bind(f"go.{phase.name.lower()}", partial(self._window.go, phase))
        SharingDeeds(desk).bind()
        ImportDeeds(desk).bind()
        registry.bind("go.next_pane", lambda: self._next_pane(1))
        registry.bind("go.previous_pane", lambda: self._next_pane(-1))
        self._unsubscribe = desk.session.subscribe(self._follow)
        self._say_steps()

    def unbind(self) -> None:
        """Nothing of this can be done any more."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        for prefix in (*_BOUND, *_SHARING, "go."):
            self._window.registry.unbind(prefix)
        self._window.registry.say("edit.undo", "Undo", enabled=False)
        self._window.registry.say("edit.redo", "Redo", enabled=False)

    @property
    def _desk(self) -> Desk:
        desk = self._window.desk
        if desk is None:
            raise LookupError("no review is open")
        return desk

    # -- commands ------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last step back, whatever page it was made on."""
        session = self._desk.session
        self._step(session.undo, "undone", session.undo_label)

    def redo(self) -> None:
        """Do it again."""
        session = self._desk.session
        self._step(session.redo, "done again", session.redo_label)

    def find(self) -> None:
        """Choose a row by its words and go there; in the Console, look through the notes."""
        if self._window.room is not None and self._window.room.find():
            return
        from facilitator.ui.finding_rows import find_sheet  # noqa: PLC0415 - when asked for

        chooser = find_sheet(self._desk, self._window.go)
        chooser.open_over(self._window.front(), chooser.line)

    def park(self) -> None:
        """Open the line for an idea, in the window that has the keys."""
        if self._window.room is not None and self._window.room.park():
            return
        from facilitator.ui.parking_sheet import ParkingSheet  # noqa: PLC0415 - when asked for

        parking = ParkingSheet(self._desk)
        if self._window.stage is not None:
            parking.parked.connect(partial(self._window.stage.tell_step, "idea parked"))
        parking.open_over(self._window.front(), parking.line)

    def export(self) -> None:
        """Open the line for a file."""
        from facilitator.ui.export.house import House  # noqa: PLC0415 - when asked for
        from facilitator.ui.export.sheet import ExportSheet  # noqa: PLC0415 - the same

        if self._window.stage is not None and not self._window.stage.page.settle():
            return
        program = self._window.program
        house = House(
            program.opening.library,
            program.paths.fonts,
            program.paths.outlines,
            program.now,
            program.new_id,
        )
        exporting = ExportSheet(self._desk, house)
        exporting.open_over(self._window.front(), exporting.line)

    def leave(self) -> None:
        """Back to the list, with this review selected."""
        self._window.show_library(self._desk.review.id)

    # -- inside --------------------------------------------------------------------------------

    def _step(self, step: Callable[[], Delta | None], done: str, label: str | None) -> None:
        try:
            if step() is not None and label and self._window.stage is not None:
                self._window.stage.tell_step(f"{done}: {_small(label)}")
        except RuleViolation as refusal:
            self._window.complain(refusal.reason, until_saved=True)
        except WriteFailed as failure:
            self._window.complain(failure.sentence, until_saved=True)
        self._say_steps()

    def _next_pane(self, step: int) -> None:
        if self._window.stage is not None:
            self._window.stage.next_pane(step)

    def _follow(self, delta: Delta) -> None:
        self._say_steps()
        if delta.touches("title"):
            self._window.name()

    def _say_steps(self) -> None:
        session, registry = self._desk.session, self._window.registry
        for name, label in (("undo", session.undo_label), ("redo", session.redo_label)):
            words = f"{name.title()}: {_small(label)}" if label else name.title()
            registry.say(f"edit.{name}", words, enabled=label is not None)


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]
