"""The palette: every command that can be run now, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.ui.chooser import Choice, Chooser

if TYPE_CHECKING:
    from facilitator.ui.registry import Registry
    from facilitator.ui.theme import Theme


def palette(theme: Theme, registry: Registry) -> Chooser:
    """A sheet that runs the chosen command after it has closed."""
    commands = [
        command
        for command in registry.commands.values()
        if registry.enabled(command.id) and command.id != "view.palette"
    ]
    # The first one is a mere Enter away.
    commands.sort(key=lambda command: command.id == "review.quit")
    choices = [
        Choice(
            command.id,
            registry.action(command.id).text(),
            command.where.value,
            registry.keys(command.id),
        )
        for command in commands
    ]
    return Chooser(
        theme,
        "What would you like to do?",
        choices,
        lambda choice: registry.run(choice.id),
        empty="No command has these words.",
    )
