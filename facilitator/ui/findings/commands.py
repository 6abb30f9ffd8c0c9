"""Commands of the Findings page."""

from facilitator.ui.commands import Command, Where


def _c(name: str, words: str, *keys: str) -> Command:
    return Command(f"findings.{name}", words, keys, Where.FINDINGS, local=True)


COMMANDS = (
    _c("new", "Type a new finding", "N", "Esc"),
    _c("from_factors", "Make one from factors", "Ins"),
    _c("edit", "Change the words", "F2"),
    _c("focus", "Into or out of focus", "Space", "*", "F"),
    _c("spotlight", "Spotlight: this one large and alone", "V", "Shift+Space"),
    _c("record", "Record it, with why not now", "R"),
    _c("accept", "Accept the risk, with a reason", "A"),
    _c("elsewhere", "Where else could this happen?", "W"),
    _c("asked", "Where else: whom to ask, and what they say", "E"),
    _c("factors", "Because of: link factors", "L"),
    _c("actions", "So we will: link or add an action", "Return"),
    _c("show_action", "Go to its first action", "Ctrl+Return"),
    _c("delete", "Remove the finding", "Del"),
    _c("move_up", "Move up", "Ctrl+Up"),
    _c("move_down", "Move down", "Ctrl+Down"),
)
"""Bound while the Findings are on the Stage; keys belong to the list, some to the entry too."""
