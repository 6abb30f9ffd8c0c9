"""What every part of the Console works with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from facilitator.app.not_now import NotNow
from facilitator.ui.console.memory import ConsoleMemory

if TYPE_CHECKING:
    from facilitator.app.meeting import Meeting
    from facilitator.app.prompts import PromptBook
    from facilitator.app.voices import Voices
    from facilitator.ui.console.others import Others
    from facilitator.ui.desk import Desk
    from facilitator.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class ConsoleDesk:
    """The desk of the open review, in the Console's own theme, and what a meeting needs.

    ``stage_desk`` is the same desk in the theme of the Stage: cards are made with it.
    ``not_now`` are the hints that were put off. ``others`` tells of the other reviews; without it
    nothing is said of them.
    """

    desk: Desk
    meeting: Meeting
    prompts: PromptBook
    voices: Voices
    stage_desk: Desk
    memory: ConsoleMemory = field(default_factory=ConsoleMemory)
    not_now: NotNow = field(default_factory=NotNow)
    others: Others | None = None

    @property
    def theme(self) -> Theme:
        """The Console's theme; its type is under ``console``."""
        return self.desk.theme
