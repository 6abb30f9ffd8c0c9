"""The one table of commands: menus, palette, key card and shortcuts are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from facilitator.ui.phase import Phase


class Where(Enum):
    """Where a command is at home: its heading on the key card and its menu."""

    REVIEW = "Review"
    EDIT = "Edit"
    GO = "Go to"
    VIEW = "View"
    LIBRARY = "Library"
    BRIEF = "Brief"
    TIMELINE = "Timeline"
    FACTORS = "Factors"
    FINDINGS = "Findings"
    ACTIONS = "Actions"
    CLOSE = "Close"
    HELP = "Help"


PHASE_OF = {
    Where.BRIEF: Phase.BRIEF,
    Where.TIMELINE: Phase.TIMELINE,
    Where.FACTORS: Phase.FACTORS,
    Where.FINDINGS: Phase.FINDINGS,
    Where.ACTIONS: Phase.ACTIONS,
    Where.CLOSE: Phase.CLOSE,
}
"""Commands of these places work only in that phase."""


def place_of(phase: Phase) -> Where:
    """The place of a phase's commands."""
    return next(place for place, each in PHASE_OF.items() if each is phase)


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can ask for.

    ``keys`` are Qt key sequences, the first one is shown. ``local`` keys belong to the view that
    has the focus (Tab, Enter, letters) and are not claimed by the window.
    """

    id: str
    words: str
    keys: tuple[str, ...] = ()
    where: Where = Where.VIEW
    local: bool = False


def _c(name: str, words: str, keys: str = "", *, local: bool = False) -> Command:
    place = Where[name.split(".", maxsplit=1)[0].upper()]
    return Command(name, words, tuple(keys.split()), place, local)


COMMANDS: tuple[Command, ...] = (
    _c("review.export", "Export…", "Ctrl+E"),
    _c("review.park", "Park an idea", "Ctrl+J"),
    _c("review.library", "Back to the library", "Ctrl+L"),
    _c("review.quit", "Quit", "Ctrl+Q"),
    _c("edit.undo", "Undo", "Ctrl+Z"),
    _c("edit.redo", "Redo", "Ctrl+Shift+Z Ctrl+Y"),
    _c("edit.find", "Find", "Ctrl+F"),
    *(_c(f"go.{phase.name.lower()}", phase.word, f"Ctrl+{phase.number}") for phase in Phase),
    _c("go.next_pane", "Next pane", "F6"),
    _c("go.previous_pane", "Previous pane", "Shift+F6"),
    _c("view.palette", "Do anything by name", "Ctrl+K"),
    _c("view.larger", "Larger type", "Ctrl++ Ctrl+="),
    _c("view.smaller", "Smaller type", "Ctrl+-"),
    _c("view.normal", "Normal type", "Ctrl+0"),
    _c("view.dark", "Light or dark", "Ctrl+Shift+L"),
    _c("view.full_screen", "Full screen", "F11"),
    _c("view.menu", "Menu", "F10"),
    _c("help.keys", "All keys", "F1"),
    _c("help.about", "About Facilitator"),
)
"""Commands of the windows; the pages add theirs in ``page_commands``."""
