"""Commands of the Factors page."""

from facilitator.ui.commands import Command, Where


def _c(name: str, words: str, *keys: str) -> Command:
    return Command(f"factors.{name}", words, keys, Where.FACTORS, local=True)


COMMANDS = (
    _c("why", "Why? One behind this one", "Tab"),
    _c("else", "What else? One beside this one", "Return"),
    _c("insert_parent", "Insert a factor before this one", "Shift+Tab"),
    _c("edit", "Change the words", "F2"),
    _c("family", "Choose the family", "F"),
    _c("evidence", "Next evidence status", "E"),
    _c("trigger", "Trigger, or condition", "T"),
    _c("events", "Link events of the timeline", "L"),
    _c("joint", "Needed jointly, or each alone", "J"),
    _c("finding", "Finding from what is selected", "N"),
    _c("action", "Action from what is selected", "A"),
    _c("delete", "Delete with everything behind it", "Del"),
    _c("delete_only", "Delete this one only", "Shift+Backspace"),
    _c("move_up", "Move up", "Ctrl+Up"),
    _c("move_down", "Move down", "Ctrl+Down"),
    _c("promote", "Move towards the effect", "Ctrl+Left"),
    _c("demote", "Move behind the factor above", "Ctrl+Right"),
    _c("left", "Go towards the effect", "Left"),
    _c("right", "Go to what is behind", "Right"),
    _c("up", "Go up", "Up"),
    _c("down", "Go down", "Down"),
    _c("mark", "Into or out of the selection", "Ctrl+Space", "Shift+Space"),
    _c("unmark", "Select this one only, or show the whole tree", "Esc"),
    _c("mark_up", "Extend the selection up", "Shift+Up"),
    _c("mark_down", "Extend the selection down", "Shift+Down"),
    _c("fold", "Fold or unfold", "/"),
    _c("spotlight", "Spotlight: this one large and alone", "Space"),
    _c("focus_subtree", "Only this one and what is behind it", "Ctrl+Return"),
    _c("zoom_in", "Closer", "+", "="),
    _c("zoom_out", "Further away", "-"),
    _c("zoom_full", "Full size", "1"),
    _c("fit", "Show the whole tree", "0", "Home"),
    _c("outline", "Tree or outline", "O"),
    _c("next_design_decision", "Next design decision"),
    _c("next_missing_safeguard", "Next missing safeguard"),
    _c("next_observability_gap", "Next observability gap"),
    _c("next_false_assumption", "Next false assumption"),
    _c("next_organisational_pressure", "Next organisational pressure"),
)
"""Bound while the tree or its outline is on the Stage; keys belong to the view with the focus."""
