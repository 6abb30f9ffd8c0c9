"""The line in which findings are typed: Enter adds, arrows walk the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.text import TEXT_LIMIT
from facilitator.ui.entry_line import EntryLine
from facilitator.ui.findings.commands import COMMANDS

if TYPE_CHECKING:
    from facilitator.ui.desk import Desk

_HERE = ("findings.edit", "findings.from_factors")
"""Commands that also work from the entry line: their keys type nothing."""


class FindingsEntry(EntryLine):
    """Takes the keys of the page that begin with Ctrl, too."""

    def __init__(self, desk: Desk) -> None:
        here = [each for each in COMMANDS if each.id in _HERE or each.keys[0].startswith("Ctrl+")]
        super().__init__(desk, "findings.entry", here, TEXT_LIMIT)
        self.describe("Add a finding: what was found", "Type a finding")
