"""Commands of the Timeline page."""

from facilitator.ui.commands import Command, Where


def _c(name: str, words: str, *keys: str) -> Command:
    return Command(f"timeline.{name}", words, keys, Where.TIMELINE, local=True)


COMMANDS = (
    _c("edit", "Change the selected event", "F2"),
    _c("insert", "Add between this one and the next", "Ins"),
    _c("delete", "Remove the event", "Del"),
    _c("star", "Into or out of the story", "*"),
    _c("paste", "Paste a chat, a table or lines", "Ctrl+V"),
    _c("details", "Details and evidence", "Return", "Ctrl+Return"),
    _c("spotlight", "Spotlight: this one large and alone", "Space"),
    _c("marker", "Choose the marker", "M"),
    _c("kind", "Choose the kind", "K"),
    _c("lane", "Choose the lane", "L"),
    _c("precision", "How well the time is known", "T"),
    _c("remarks", "Remarks on order and gaps", "R", "Ctrl+R"),
    _c("entry", "Back to the entry line", "Esc"),
    _c("zoom_in", "Closer", "+", "=", "Ctrl+Shift+Right"),
    _c("zoom_out", "Further away", "-", "Ctrl+Shift+Left"),
    _c("fit", "Show the whole timeline", "0"),
    _c("earlier", "Pan to earlier", "Ctrl+Left"),
    _c("later", "Pan to later", "Ctrl+Right"),
)
"""Bound while the Timeline is on the Stage; keys belong to the table, some to the entry too."""
