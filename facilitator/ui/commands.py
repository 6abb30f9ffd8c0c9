"""The one table of commands: menus, palette, key card and shortcuts are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from facilitator.domain.phase import Phase


class Where(Enum):
    """Where a command is at home: its heading on the key card and its menu."""

    REVIEW = "Review"
    EDIT = "Edit"
    GO = "Go to"
    VIEW = "View"
    MEETING = "Meeting"
    STAGE = "Stage"
    CAPTURE = "Write down"
    LIBRARY = "Library"
    ALL_ACTIONS = "Actions of all reviews"
    SEARCH = "Search all reviews"
    ACTION_FILTER = "Filter the actions"
    TRENDS = "Trends"
    PATTERNS = "Patterns"
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
    _c("review.import", "Import chats, alerts, logs, tables…", "Ctrl+I"),
    _c("review.import_folder", "Import a folder…", "Ctrl+Shift+I"),
    _c("review.sources", "What was left out of the sources…", "Ctrl+Alt+I"),
    _c("review.words", "Words for readers…"),
    _c("review.merge", "Take over from another file…"),
    _c("review.handover", "Read a tracker’s file back…"),
    _c("review.park", "Park an idea", "Ctrl+J"),
    _c("review.library", "Back to the library", "Ctrl+L"),
    _c("review.back", "Back to the review before", "Alt+Left"),
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
    _c("meeting.console", "Console", "Ctrl+Shift+C"),
    _c("meeting.beside", "Console beside the Stage"),
    _c("meeting.clock", "Start or pause the clock", "Ctrl+Shift+P"),
    _c("meeting.next", "Next on the agenda", "Ctrl+Shift+N"),
    _c("meeting.more_1", "One minute more", "Ctrl+Alt+1"),
    _c("meeting.more_5", "Five minutes more", "Ctrl+Alt+5"),
    _c("meeting.agenda", "Choose or change the agenda…"),
    _c("meeting.coupled", "Agenda and Stage move together, or apart"),
    _c("meeting.progress", "Progress line on the Stage, or none"),
    _c("meeting.prompt", "Prompt to the Stage, or away", "Ctrl+Shift+Q"),
    _c("meeting.prompts", "Change the prompts…"),
    _c("meeting.agree", "Agree on the action", "Ctrl+Shift+A"),
    _c("meeting.soak", "Let the action soak for two working days", "Ctrl+Shift+S"),
    _c("meeting.hide", "Keep the Console out of captures, or not"),
    _c("meeting.share", "Why to share the window, not the screen"),
    _c("stage.opening", "Opening card", "Ctrl+Shift+O"),
    _c("stage.edit_opening", "Change the opening card…"),
    _c("stage.parking", "Parking lot on the Stage", "Ctrl+Shift+J"),
    _c("stage.names", "Roles or names on the Stage"),
    _c("stage.blank", "Blank: title and phase alone", "Ctrl+B"),
    _c("stage.freeze", "Freeze the Stage, or let it go on", "Ctrl+Shift+F"),
    _c("stage.pointer", "Ring around the pointer", "Ctrl+Shift+M"),
    _c("capture.line", "Write something down", "Ctrl+."),
    _c("capture.event", "Write down an event", "Ctrl+Alt+E"),
    _c("capture.factor", "Write down a factor", "Ctrl+Alt+F"),
    _c("capture.finding", "Write down a finding", "Ctrl+Alt+N"),
    _c("capture.action", "Write down an action", "Ctrl+Alt+A"),
    _c("capture.park", "Write down an idea to park", "Ctrl+Alt+P"),
    _c("help.keys", "All keys", "F1"),
    _c("help.about", "About Facilitator"),
)
"""Commands of the windows; the pages add theirs in ``page_commands``."""
