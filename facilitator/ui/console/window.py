"""The Console's window: the clock, the sections, and a line that says what the room can see."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from facilitator.ui.console.body import Body
from facilitator.ui.console.foot import Foot
from facilitator.ui.console.parts import Parts, make_parts
from facilitator.ui.console.places import WANTED
from facilitator.ui.fronts import bring_to_front
from facilitator.ui.open_sheets import half_typed
from facilitator.ui.style import sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from facilitator.domain.delta import Delta
    from facilitator.domain.phase import Phase
    from facilitator.ui.console.console_desk import ConsoleDesk
    from facilitator.ui.console.section import Section

_HEADER, _LEAST_WIDTH, _LEAST_WORDS = 76, 420, 300
_UNKEPT = "Something typed here is not kept yet. Close the Console again to leave without it."


class ConsoleWindow(QWidget):
    """A window of its own, so that a shared Stage never contains it.

    Its sections follow the review by ``follow`` and the Stage by ``place_changed``. ``closed`` is
    emitted once it is off the screen; what was typed is kept by then.
    """

    closed = Signal()

    def __init__(
        self, console: ConsoleDesk, make: Callable[[ConsoleDesk], Parts] = make_parts
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.console, self.theme = console, console.theme
        self._warned = False
        self.setObjectName("console")
        self.setAccessibleName("Console")
        self.setWindowTitle("Console – only for you – Facilitator")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setMinimumSize(max(_LEAST_WIDTH, self.theme.px(_LEAST_WORDS)), 480)
        self.setPalette(self.theme.palette())
        self.setStyleSheet(sheet(self.theme))
        self._parts = make(console)
        self.body = Body(self.theme, self._parts.sections)
        self.foot = Foot(self.theme)
        for section in self._parts.sections.values():
            section.keys_told.connect(self._show_keys)
        self._lay_out()
        self.resize(*WANTED)

    def _lay_out(self) -> None:
        header = self._parts.header
        header.setMinimumHeight(self.theme.px(_HEADER))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self.body, 1)
        column.addWidget(self.foot)
        for section in self.sections:
            section.emptied.connect(partial(self.next_section, 1, section))

    # -- what happens elsewhere ----------------------------------------------------------------

    def follow(self, delta: Delta) -> None:
        """Redraw what a delta changed; an edit that was kept takes a warning back."""
        if self._warned and not delta.foreign:
            self._warned = False
            self.foot.warn("")
        for section in self.sections:
            section.follow(delta)

    def place_changed(self, phase: Phase, selected: str | None) -> None:
        """The Stage shows another phase, or another row is current there."""
        for section in self.sections:
            section.place_changed(phase, selected)

    def settle(self) -> bool:
        """Keep what is being typed anywhere; False if something cannot be and must stay."""
        refused = [section for section in self.sections if not section.settle()]
        return not refused and not half_typed(self)

    def leave(self) -> None:
        """Stop timers and following."""
        for section in self.sections:
            section.leave()

    # -- telling -------------------------------------------------------------------------------

    def warn(self) -> None:
        """Say that something is not kept yet; closing again leaves without it."""
        self._warned = True
        self.foot.warn(_UNKEPT)

    def show_saved(self, words: str) -> None:
        """Show when the last edit was saved, e.g. ``Saved 14:02``."""
        self.foot.say_saved(words)

    def say_frozen(self, frozen: bool) -> None:
        """Say whether the Stage stands still."""
        self.foot.say_frozen(frozen)

    @property
    def prompts(self) -> Any:
        """The section of the prompts."""
        return self._parts.sections["prompts"]

    @property
    def parking(self) -> Any:
        """The section of the parking lot."""
        return self._parts.sections["parking"]

    @property
    def notes(self) -> Any:
        """The section of the private notes."""
        return self._parts.sections["notes"]

    # -- sections ------------------------------------------------------------------------------

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections as they are read now."""
        return tuple(self._parts.sections[name] for name in self.body.order)

    @property
    def current(self) -> Section | None:
        """The section that has the keys."""
        focus = QApplication.focusWidget()
        return next((each for each in self.sections if focus and _inside(each, focus)), None)

    def focus_section(self, name: str) -> None:
        """Come to the front and give the keys to a section."""
        bring_to_front(self)
        self._enter(self._parts.sections[name])

    def next_section(self, step: int, here: Section | None = None) -> None:
        """Give the keys to the next section that takes them (F6), from the one that has them."""
        sections = [each for each in self.sections if each.isVisible()]
        here = here or self.current
        start = sections.index(here) if here in sections else (-1 if step > 0 else 0)
        for away in range(1, len(sections) + 1):
            if self._enter(sections[(start + away * step) % len(sections)]):
                return

    def _enter(self, section: Section) -> bool:
        section.focus_start()
        focus: QWidget | None = self.focusWidget()
        if focus is None or not _inside(section, focus):
            return False
        section.bring_into_view(section)
        return True

    # -- keys ----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """The Console's own keys come before those of the commands, which mean the Stage."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._run_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F6 walks the sections, Escape goes back to a section's list, Ctrl+W closes."""
        run = self._run_of(event)
        if run is None:
            super().keyPressEvent(event)
        else:
            run()

    def _run_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        match event.key(), held:
            case Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier:
                return lambda: self.next_section(1)
            case Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier:
                return lambda: self.next_section(-1)
            case Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier:
                return self._back_to_list
            case Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier:
                return self.close
        return None

    def _show_keys(self, _words: str) -> None:
        """One section loses the keys before another gets them, or after."""
        told = (section.keys for section in self._parts.sections.values())
        self.foot.tell_keys(next(filter(None, told), ""))

    def _back_to_list(self) -> None:
        if self.current is not None:
            self._enter(self.current)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed; what a rule refuses may be left by closing again."""
        if not self.settle() and not self._warned:
            self.warn()
            event.ignore()
            return
        event.accept()
        self.hide()
        self.closed.emit()


def _inside(section: Section, widget: QWidget) -> bool:
    return section is widget or section.isAncestorOf(widget)
