"""Commands of the library."""

from facilitator.ui.commands import Command, Where
from facilitator.ui.library.actions.commands import COMMANDS as ALL_ACTIONS
from facilitator.ui.library.patterns.commands import COMMANDS as PATTERNS


def _c(name: str, words: str, *keys: str, local: bool = False) -> Command:
    return Command(f"library.{name}", words, keys, Where.LIBRARY, local)


def _t(name: str, words: str, *keys: str, local: bool = False) -> Command:
    return Command(f"trends.{name}", words, keys, Where.TRENDS, local)


TRENDS = (
    _t("open", "Open the reviews behind it", "Return", local=True),
    _t("tables", "Charts or tables", "Ctrl+T"),
    _t("span", "From when on…", "S", local=True),
    _t("copy", "Copy the table", "Ctrl+C", local=True),
    _t("csv", "Save the table as CSV…", "Ctrl+Shift+E"),
    _t("save", "Save the trends…", "Ctrl+E"),
)
"""Bound while the trends are shown."""
COMMANDS = (
    _c("open", "Open the review", "Return", local=True),
    _c("new", "New review", "Ctrl+N"),
    _c("sample", "Open the sample review", "Ctrl+Shift+N"),
    _c("import", "Import chats, alerts, post-mortems…", "Ctrl+I"),
    _c("import_folder", "Import a folder…", "Ctrl+Shift+I"),
    _c("rename", "Rename", "F2"),
    _c("duplicate", "Duplicate", "Ctrl+D"),
    _c("trash", "Move to the trash", "Del", local=True),
    _c("show_trash", "Trash or reviews", "Ctrl+Shift+T"),
    _c("restore", "Take out of the trash", "Return", local=True),
    _c("delete", "Delete for good", "Del", local=True),
    Command("hall.reviews", "Reviews", ("Ctrl+1",), Where.LIBRARY),
    Command("hall.actions", "Actions", ("Ctrl+2",), Where.LIBRARY),
    *ALL_ACTIONS,
    Command("hall.trends", "Trends", ("Ctrl+3",), Where.LIBRARY),
    Command("hall.digest", "Save the learning digest…", ("Ctrl+Shift+D",), Where.LIBRARY),
    *TRENDS,
    Command("hall.patterns", "Patterns: what keeps coming back", ("Ctrl+4",), Where.LIBRARY),
    *PATTERNS,
)
"""Bound while the library is shown; keys of its own belong to the line that is typed in."""
