"""Works out what is to be listed: all reviews, the trash, or what a typed line finds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.ui.library.heads import RANKED, REVIEWS, TRASH
from facilitator.ui.library.model import Listed
from facilitator.ui.library.seeker import Seeker
from facilitator.ui.library.wording import said_words, trashed_with

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from facilitator.ui.library.door import Door, Sought
    from facilitator.ui.library.model import Read

_AGAIN = 1_000
"""Milliseconds until it is searched again, while more and more reviews become searchable."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What to select in the next list: a review, or else a row.

    ``needed`` says that the review must be in the list, whatever is typed.
    """

    wanted: str | None = None
    row: int = 0
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """What to list: ``read`` tells what rows show, ``first`` is what the first of them do.

    ``lines`` says whether rows have a found line, ``order`` is one of the heads, ``said`` a
    sentence on what could not be searched.
    """

    ids: Sequence[str]
    read: Read
    choice: Choice
    order: str
    first: Sequence[Listed] = ()
    lines: bool = False
    said: str = ""


class Lister(QObject):
    """``listed`` brings the next list: at once, or once what was typed has been searched for.

    ``refused`` tells that a review that is needed is not among what the line finds, ``troubled``
    in a sentence why the library cannot be read. ``again`` asks for the same list anew, for there
    is more to be found now.
    """

    listed = Signal(object)
    refused = Signal(str)
    troubled = Signal(str)
    again = Signal()

    def __init__(self, door: Door, parent: QObject) -> None:
        super().__init__(parent)
        self._door = door
        self._orders: dict[bool, Sequence[str]] = {False: (), True: ()}
        self._line, self._choice = "", Choice()
        self._then: tuple[Callable[[], object], ...] = ()
        self.trashed = False
        self.only: frozenset[str] | None = None
        self._seeker = Seeker(door.find, self)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN)
        self._again.timeout.connect(self.again.emit)
        self._seeker.found.connect(self._found)
        self._seeker.troubled.connect(self._not_found)

    def read(self) -> None:
        """Take over what the library holds now; LibraryUnusable if it cannot be read."""
        self._orders = {trashed: self._door.order(trashed=trashed) for trashed in (False, True)}

    @property
    def counts(self) -> tuple[int, int]:
        """How many reviews there are, and how many in the trash."""
        return len(self._orders[False]), len(self._orders[True])

    @property
    def total(self) -> int:
        """How many there are of what is listed."""
        return len(self._orders[self.trashed])

    @property
    def awaited(self) -> Choice | None:
        """What will be selected once the search is done; None if none is running."""
        return self._choice if self.busy else None

    @property
    def busy(self) -> bool:
        """Whether what was typed is still being searched for."""
        return self._seeker.busy and bool(self._line)

    def leave(self) -> None:
        """Search no longer."""
        self._again.stop()
        self._line, self._then = "", ()
        self._seeker.close()

    def list(self, typed: str, choice: Choice) -> None:
        """List what is asked for now."""
        self._again.stop()
        line, busy = typed.strip(), self.busy
        self._line = "" if self.trashed else line
        self._choice = choice
        self._then = self._then if busy else ()
        if self._line:
            self._seeker.seek(line)
            return
        self._seeker.forget()
        ids = self._kept(self._orders[self.trashed])
        if line:
            ids = trashed_with(line, self._door.page(ids))
        order = TRASH if self.trashed else REVIEWS
        self._tell(Listing(ids, self._read, choice, order))

    def when_found(self, do: Callable[[], object]) -> None:
        """Do something to the list; what was typed before it is searched for first."""
        if self.busy:
            self._then = (*self._then, do)
        else:
            do()

    def _tell(self, listing: Listing) -> None:
        then, self._then = self._then, ()
        self.listed.emit(listing)
        for each in then:
            each()

    def _found(self, sought: Sought) -> None:
        answer, first = sought
        found, wanted = answer.found, answer.wanted
        if self._choice.needed and self._choice.wanted not in found.ids:
            self.refused.emit(self._choice.wanted or "")
            return

        def read(ids: Sequence[str]) -> Sequence[Listed]:
            return [Listed(hit.summary, hit.line) for hit in self._door.hits(wanted, ids)]

        listing = Listing(
            self._kept(found.ids),
            read,
            self._choice,
            RANKED if found.ranked else REVIEWS,
            lines=bool(wanted.sought),
            said=said_words(answer),
        )
        if self.only is None:
            ready = [Listed(hit.summary, hit.line) for hit in first]
            listing = replace(listing, first=ready)
        if found.waiting:
            self._again.start()
        self._tell(listing)

    def _not_found(self, sentence: str) -> None:
        self._then = ()
        self.troubled.emit(sentence)

    def _kept(self, ids: Sequence[str]) -> Sequence[str]:
        only = self.only
        return ids if only is None else [each for each in ids if each in only]

    def _read(self, ids: Sequence[str]) -> Sequence[Listed]:
        return [Listed(each) for each in self._door.page(ids)]
