"""Finds which actions are to be listed, in a thread: as one list, or as the parts of a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.domain.action_filter import ActionState, lately
from facilitator.domain.action_filter_line import read_filter
from facilitator.domain.follow_up import each_once, part_filters
from facilitator.ui.library.actions.wording import part_words
from facilitator.ui.library.seeker import Seeker

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from facilitator.app.library import Library

CHIPS = (
    ActionState.OPEN,
    ActionState.OVERDUE,
    ActionState.DURABLE,
    ActionState.DEFERRED,
    ActionState.BACK,
    ActionState.CHECK_DUE,
)
"""The states that are counted beside the line."""
_LIST, _FOLLOW = "=", "+"


@dataclass(frozen=True, slots=True)
class Section:
    """Rows below a head; without words they have none."""

    words: str
    numbers: Sequence[int]


@dataclass(frozen=True, slots=True)
class Found:
    """What a line finds; ``since`` and ``met`` (whether there was a meeting) for the follow-up."""

    sections: tuple[Section, ...]
    counts: Mapping[ActionState, int]
    since: date
    met: bool = False

    @property
    def total(self) -> int:
        """How many actions."""
        return sum(len(each.numbers) for each in self.sections)


class Lister(QObject):
    """``found`` brings a Found for the newest line, ``counted`` how many each state has.

    ``troubled`` says why neither can be told.
    """

    found = Signal(object)
    counted = Signal(object)
    troubled = Signal(str)

    def __init__(
        self, library: Callable[[], Library], today: Callable[[], date], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library, self._today = library, today
        self._counts: tuple[int, Mapping[ActionState, int]] | None = None
        self._edits = 0
        self._seeker = Seeker(self._find, self)
        self._seeker.found.connect(self.found)
        self._seeker.troubled.connect(self.troubled)
        self._counter = Seeker(lambda _line: self._counted(), self)
        self._counter.found.connect(self.counted)
        self._counter.troubled.connect(self.troubled)

    @property
    def busy(self) -> bool:
        """Whether what was typed is still being looked for."""
        return self._seeker.busy or self._counter.busy

    def list(self, typed: str, *, follow: bool) -> None:
        """Begin to look for what a line asks for."""
        self._seeker.seek(f"{_FOLLOW if follow else _LIST}{typed}")

    def recount(self) -> None:
        """The counts of the states are others now."""
        self._edits += 1

    def count(self) -> None:
        """Begin to count; what is listed stays."""
        self._counter.seek(_LIST)

    def leave(self) -> None:
        """Look no longer."""
        self._seeker.close()
        self._counter.close()

    # -- in the thread -------------------------------------------------------------------------

    def _find(self, line: str) -> Found:
        library, today, counts = self._library(), self._today(), self._counted()
        mode, typed = line[0], line[1:]
        wanted = read_filter(typed, today)
        if mode == _LIST:
            numbers = library.find_actions(wanted, today)
            return Found((Section("", numbers),), counts, lately(wanted, today))
        met = wanted.since or library.last_held(today)
        since = met or lately(wanted, today)
        parts = part_filters(wanted, since)
        found = {part: library.find_actions(each, today) for part, each in parts.items()}
        sections = tuple(
            Section(part_words(part, len(numbers), since, today), numbers)
            for part, numbers in each_once(found)
        )
        return Found(sections, counts, since, met=met is not None and wanted.since is None)

    def _counted(self) -> Mapping[ActionState, int]:
        # An edit that comes while it is counted makes the count old at once.
        edits, kept = self._edits, self._counts
        if kept is None or kept[0] != edits:
            today = self._today()
            kept = self._counts = edits, self._library().action_states(CHIPS, today, today)
        return kept[1]
