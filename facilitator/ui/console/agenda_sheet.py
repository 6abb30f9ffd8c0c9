"""The sheet to choose an agenda from those of the program and one's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.ui.chooser import Choice, Chooser

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from facilitator.app.meeting import Meeting
    from facilitator.domain.agenda import Agenda
    from facilitator.ui.console.console_desk import ConsoleDesk
    from facilitator.ui.theme import Theme

_WIDTH = 760
_EDIT = Choice("edit", "Change this agenda…", "Slots, minutes, words")
_RESET = Choice("reset", "Begin anew", "What was used is forgotten")


def dressed(console: ConsoleDesk) -> tuple[Theme, QWidget]:
    """The window that has the keys, and the theme of what is asked over it."""
    front = console.desk.host.front()
    own = front.objectName() == "console"
    return (console.theme if own else console.stage_desk.theme), front


def choose_agenda(console: ConsoleDesk) -> Chooser:
    """Ask which agenda the meeting shall have; it can be changed, and begun anew, here too."""
    theme, front = dressed(console)
    meeting = console.meeting
    agendas = {each.id: each for each in meeting.shelf.agendas()}
    choices = [_choice(agenda) for agenda in agendas.values()]
    choices += [_EDIT, _RESET] if meeting.begun else [_EDIT]
    sheet = Chooser(
        theme,
        "Agenda",
        choices,
        partial(_take, console, agendas),
        empty="No agenda is called so.",
        current=meeting.agenda.id,
        width=_WIDTH,
    )
    sheet.open_over(front)
    return sheet


def _choice(agenda: Agenda) -> Choice:
    return Choice(agenda.id, agenda.words, agenda.about or f"{agenda.minutes} min")


def _take(console: ConsoleDesk, agendas: dict[str, Agenda], choice: Choice) -> None:
    from facilitator.ui.console.agenda_editor import edit_agenda  # noqa: PLC0415 - opens rarely

    meeting: Meeting = console.meeting
    if choice == _EDIT:
        edit_agenda(console)
    elif choice == _RESET:
        meeting.reset()
    else:
        meeting.choose(agendas[choice.id])
