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
    """``found`` brings a Found for the newest line, ``troubled`` says why it cannot be told."""

    found = Signal(object)
    troubled = Signal(str)

    def __init__(
        self, library: Callable[[], Library], today: Callable[[], date], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library, self._today = library, today
        self._counts: Mapping[ActionState, int] | None = None
        self._seeker = Seeker(self._find, self)
        self._seeker.found.connect(self.found)
        self._seeker.troubled.connect(self.troubled)

    @property
    def busy(self) -> bool:
        """Whether what was typed is still being looked for."""
        return self._seeker.busy

    def list(self, typed: str, *, follow: bool) -> None:
        """Begin to look for what a line asks for."""
        self._seeker.seek(f"{_FOLLOW if follow else _LIST}{typed}")

    def recount(self) -> None:
        """The counts of the states are others now."""
        self._counts = None

    def leave(self) -> None:
        """Look no longer."""
        self._seeker.close()

    # -- in the thread -------------------------------------------------------------------------

    def _find(self, line: str) -> Found:
        library, today = self._library(), self._today()
        counts = self._counts
        if counts is None:
            counts = self._counts = library.action_states(CHIPS, today, today)
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
