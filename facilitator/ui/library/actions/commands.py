"""Commands of the library's page of actions."""

from facilitator.ui.commands import Command, Where


def _c(name: str, words: str, *keys: str, local: bool = True) -> Command:
    return Command(f"all_actions.{name}", words, keys, Where.ALL_ACTIONS, local)


COMMANDS = (
    _c("open", "Open the review at this action", "Return"),
    _c("follow", "Follow-up of a meeting, or all", "F"),
    _c("edit", "Change the cell with the frame", "F2"),
    _c("next_cell", "Next cell", "Tab"),
    _c("previous_cell", "Cell before", "Shift+Tab"),
    _c("left", "Go to the cell before", "Left"),
    _c("right", "Go to the next cell", "Right"),
    _c("owner", "Give it to an owner", "O"),
    _c("due", "Change the due date", "D"),
    _c("status", "Choose the status", "S"),
    _c("risk", "Rate the risk", "P"),
    _c("backlog", "Change its place in the backlog", "B"),
    _c("agree", "Agreed", "A"),
    _c("progress", "In progress", "W"),
    _c("done", "Done", "X"),
    _c("defer", "Put off: who, why, until when", "L"),
    _c("held", "It held, as was seen by…", "H"),
    _c("not_held", "It did not hold, as was seen by…", "N"),
    _c("again", "Look again later whether it holds", "G"),
    _c("select_all", "Select all", "Ctrl+A"),
    _c("line", "Back to the line that filters", "Esc"),
    _c("open_ones", "Open ones, or all", "Alt+1", local=False),
    _c("overdue", "Overdue ones, or all", "Alt+2", local=False),
    _c("durable", "Durable ones, or all", "Alt+3", local=False),
    _c("deferred", "Those put off, or all", "Alt+4", local=False),
    _c("back", "Those that are back, or all", "Alt+5", local=False),
    _c("check", "Those to ask about, or all", "Alt+6", local=False),
)
"""Bound while the page is shown; the keys of several rows change all of them at once."""
