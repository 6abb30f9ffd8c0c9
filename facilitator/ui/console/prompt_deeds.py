"""What the commands about prompts do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.ui.console.console_desk import ConsoleDesk
    from facilitator.ui.console.prompts_section import PromptsSection


class PromptDeeds:
    """Binds them to the section of the Console that shows the questions."""

    def __init__(self, console: ConsoleDesk, section: PromptsSection) -> None:
        self._desk, self._section = console.desk, section

    def bind(self) -> None:
        """Say what each command does."""
        registry = self._desk.registry
        registry.bind("meeting.prompt", self.prompt)
        registry.bind("meeting.prompts", self._section.open_sheet)

    def prompt(self) -> None:
        """Send the current question to the Stage; if one is there, take it away."""
        if self._section.on_stage is not None:
            self._section.take_away()
        else:
            self._section.send()
