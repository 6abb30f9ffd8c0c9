"""Commands of the page of patterns."""

from facilitator.ui.commands import Command, Where


def _c(name: str, words: str, *keys: str, local: bool = False) -> Command:
    return Command(f"patterns.{name}", words, keys, Where.PATTERNS, local)


COMMANDS = (
    _c("enter", "Name the pattern, or open a review", "Return", local=True),
    _c("remove", "Not the same, or dissolve it", "Del", local=True),
    _c("rename", "Rename the pattern", "F2", local=True),
    _c("behind", "The reviews behind the pattern", "Ctrl+Return", local=True),
    _c("plan", "Plan this investment: copy it as text", "Ctrl+P"),
)
"""Bound while the page is shown; keys of its own belong to the list that has the focus."""
