"""Commands of the Actions page."""

from facilitator.ui.commands import Command, Where


def _c(name: str, words: str, *keys: str) -> Command:
    return Command(f"actions.{name}", words, keys, Where.ACTIONS, local=True)


COMMANDS = (
    _c("edit", "Change the selected action", "F2"),
    _c("next_cell", "Next cell", "Tab"),
    _c("previous_cell", "Cell before", "Shift+Tab"),
    _c("cell", "Change the cell with the frame", "Return"),
    _c("left", "Go to the cell before", "Left"),
    _c("right", "Go to the next cell", "Right"),
    _c("details", "Details of the action", "Ctrl+Return"),
    _c("spotlight", "Spotlight: this one large and alone", "Space"),
    _c("durability", "How lasting: your own call", "C"),
    _c("owner", "Change the owner", "O"),
    _c("risk", "Rate the risk", "P"),
    _c("due", "Change the due date", "D"),
    _c("backlog", "Change its place in the backlog", "B"),
    _c("agree", "Agree on the action, or propose it again", "A"),
    _c("soak", "Let it soak for two working days, or no longer", "K"),
    _c("status", "Choose the status, or put it off", "S"),
    _c("held", "Did it hold? What was seen, or when to look again", "H"),
    _c("factors", "Link factors", "F"),
    _c("findings", "Link findings", "N"),
    _c("stronger", "Make it stronger: words to begin with", "U", "Ctrl+U"),
    _c("stopgap", "Stopgap for another action", "G"),
    _c("move_up", "Move the action up", "Ctrl+Up"),
    _c("move_down", "Move the action down", "Ctrl+Down"),
    _c("delete", "Remove the action", "Del"),
    _c("loose_ends", "Loose ends: no action, or no cause", "R", "Ctrl+R"),
    _c("entry", "Back to the entry line", "Esc"),
)
"""Bound while Actions is on the Stage; keys belong to the table, some to the entry line too."""
