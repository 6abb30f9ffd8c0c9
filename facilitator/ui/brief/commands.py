"""Commands of the Brief."""

from facilitator.ui.commands import Command, Where

COMMANDS = (
    Command("brief.details", "Facts of the incident", ("Ctrl+D",), Where.BRIEF),
    Command("brief.people", "People in the room", ("Ctrl+P",), Where.BRIEF),
)
"""Bound while the Brief is on the Stage."""
