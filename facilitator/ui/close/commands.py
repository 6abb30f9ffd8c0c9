"""Commands of the Close page."""

from facilitator.ui.commands import Command, Where


def _c(name: str, words: str, *keys: str) -> Command:
    return Command(f"close.{name}", words, keys, Where.CLOSE, local=True)


COMMANDS = (
    _c("jump", "Go to what is lacking", "Return"),
    _c("lacks", "Back to what is lacking", "Esc"),
    _c("add", "Add a lesson", "N", "Ins"),
    _c("well", "Add what went well", "+", "W"),
    _c("badly", "Add what went badly", "-", "B"),
    _c("lucky", "Add where we got lucky", "L"),
    _c("edit", "Change the words of the lesson", "F2"),
    _c("remove", "Remove the lesson", "Del"),
    _c("hands", "Count hands", "H"),
    _c("status", "How far the review is", "S"),
    _c("held", "When it was held", "D"),
)
"""Bound while Close is on the Stage; keys belong to the list with the focus."""
