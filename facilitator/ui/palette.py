"""The palette: every command that can be run now, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.ui.chooser import Choice, Chooser

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.ui.registry import Registry
    from facilitator.ui.theme import Theme


FIND = "library.find"
"""The entry that searches for what is typed; no command, for it needs words."""


def palette(theme: Theme, registry: Registry, find: Callable[[str], object]) -> Chooser:
    """A sheet that runs the chosen command after it has closed.

    What is typed can also be searched for in all reviews: then ``find`` is called with it.
    """
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
        lambda choice: find(choice.also) if choice.id == FIND else registry.run(choice.id),
        more=_search,
        empty="No command has these words.",
    )


def _search(typed: str) -> Choice | None:
    line = " ".join(typed.split())
    return Choice(FIND, f"Find in all reviews: {line}", also=line) if line else None
