"""The library in a window, a door that remembers, and hands to work it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMainWindow

from facilitator.app.searching import Answer, Hit
from facilitator.domain.rules import RuleViolation
from facilitator.domain.search_words import read_search
from facilitator.domain.trends import Trends
from facilitator.domain.words import Durability, Family, ReviewStatus
from facilitator.store.listing import Summary
from facilitator.store.search.searcher import Found
from facilitator.ui.commands import COMMANDS
from facilitator.ui.library.commands import COMMANDS as LIBRARY
from facilitator.ui.library.hall import LibraryHall
from facilitator.ui.library.model import PAGE
from facilitator.ui.library.wording import day_of, trashed_with
from facilitator.ui.registry import Registry
from facilitator.ui.style import sheet
from facilitator.ui.theme import Theme
from tests.ui.hands import NONE, Hands, bring_up, top_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from threading import Event

    from PySide6.QtCore import Qt
    from pytestqt.qtbot import QtBot

    from facilitator.app.importing import Intake
    from facilitator.app.library import Library
    from facilitator.app.patterns import PatternBook
    from facilitator.domain.every_text import TextPlace
    from facilitator.domain.records import Review
    from facilitator.domain.search_words import Wanted
    from facilitator.domain.trends import Mark
    from facilitator.store.search.lines import FoundLine
    from facilitator.ui.library.door import Place, Sought
    from facilitator.ui.library.view import LibraryView

NOW = datetime(2026, 3, 5, 14, 0, tzinfo=UTC)


def summary(number: int, **fields: Any) -> Summary:
    """Review number so and so, each a week older than the one before."""
    own = {
        "id": f"r{number}",
        "title": f"Incident number {number}",
        "incident": f"INC-{number}",
        "severity": "SEV 2",
        "services": ("Ledger",),
        "status": ReviewStatus.DRAFT,
        "held_on": date(2026, 3, 5) - timedelta(days=7 * number),
        "revision": 1,
        "created": NOW,
        "updated": NOW,
        "trashed_at": None,
        "open_actions": 3,
        "done_actions": 2,
        "families": (Family.DESIGN_DECISION,),
        "strongest": Durability.GUARDRAIL,
    }
    return Summary(**{**own, **fields})


def _age(summary: Summary) -> tuple[Any, ...]:
    """Newest last; of those in the trash the one last moved there."""
    if summary.trashed_at is not None:
        return (date.max, summary.trashed_at, summary.id)
    return (day_of(summary) or date.min, summary.updated or NOW, summary.id)


class MemoryDoor:
    """A library in memory; ``trouble`` is raised by the next deed instead of doing it."""

    def __init__(self, summaries: Sequence[Summary] = ()) -> None:
        self.live = list(summaries)
        self.gone: list[Summary] = []
        self.opened: list[str] = []
        self.places: list[Place | None] = []
        self.made: list[tuple[str, str]] = []
        self.trouble: Exception | None = None
        self.behind_it: Library | None = None
        self.fonts = Path()
        self.news = False
        self.book: PatternBook | None = None
        self.lines: dict[str, FoundLine] = {}
        self.found_at: list[TextPlace] = []
        self.searched: list[str] = []
        self.held: Event | None = None
        self.ranked, self.waiting, self.pages = False, 0, 0
        self.kept: list[tuple[str, str]] = []
        self._numbers = count(1)
        self.told: Callable[[date | None], Trends] = lambda since: Trends(
            today=NOW.date(), since=since
        )
        self.asked_since: list[date | None] = []
        self.marks: list[Mark] = []

    def _check(self) -> None:
        if self.trouble is not None:
            trouble, self.trouble = self.trouble, None
            raise trouble

    def _place(self, rows: list[Summary], review_id: str) -> int:
        return next(place for place, each in enumerate(rows) if each.id == review_id)

    def library(self) -> Library:
        if self.behind_it is not None:
            return self.behind_it
        raise LookupError("this door has no library behind it")

    def has_news(self) -> bool:
        told, self.news = self.news, False
        return told

    def open_actions(self) -> int | None:
        return sum(each.open_actions for each in self.live)

    def order(self, *, trashed: bool) -> Sequence[str]:
        self._check()
        return [each.id for each in sorted(self._rows(trashed=trashed), key=_age, reverse=True)]

    def _rows(self, *, trashed: bool) -> list[Summary]:
        return self.gone if trashed else self.live

    def page(self, ids: Sequence[str]) -> Sequence[Summary]:
        there = {each.id: each for each in (*self.live, *self.gone)}
        self.pages += 1
        return [there[each] for each in ids if each in there]

    def find(self, line: str) -> Sought:
        """As the library, over what a summary says; ``lines`` has what is found in a review."""
        if self.held is not None:
            self.held.wait()
        self.searched.append(line)
        self._check()
        wanted = read_search(line, NOW.date())
        plain = " ".join(term.text for term in wanted.terms)
        ids = trashed_with(plain, self.page(self.order(trashed=False)))
        found = Found(tuple(ids), ranked=self.ranked, of=len(self.live), waiting=self.waiting)
        return Answer(wanted, found), self.hits(wanted, ids[:PAGE])

    def hits(self, _wanted: Wanted, ids: Sequence[str]) -> Sequence[Hit]:
        return [Hit(each, self.lines.get(each.id)) for each in self.page(ids)]

    def open_at(self, review_id: str, place: TextPlace) -> None:
        self._check()
        self.opened.append(review_id)
        self.found_at.append(place)

    def open(self, review_id: str, place: Place | None = None) -> None:
        self._check()
        self.opened.append(review_id)
        self.places.append(place)

    def create(self, template_id: str, title: str) -> str:
        self._check()
        self.made.append((template_id, title))
        self.live.append(summary(0, id="made", title=title, held_on=None))
        return "made"

    def add_all(self, reviews: Sequence[Review]) -> list[str]:
        self._check()
        for review in reviews:
            self.live.insert(0, replace(summary(0), id=review.id, title=review.title))
        return [review.id for review in reviews]

    def keep_source(self, review_id: str, intake: Intake) -> None:
        self.kept.append((review_id, intake.reading.source))

    def trends(self, since: date | None) -> Trends:
        self._check()
        self.asked_since.append(since)
        return self.told(since)

    def behind(self, mark: Mark) -> Sequence[str]:
        self._check()
        self.marks.append(mark)
        return [each.id for each in self.live]

    def now(self) -> datetime:
        return NOW

    def today(self) -> date:
        return NOW.date()

    def new_id(self) -> str:
        return f"n{next(self._numbers)}"

    def add_sample(self) -> str:
        self._check()
        self.live.append(summary(0, id="sample", title="The sample"))
        return "sample"

    def rename(self, review_id: str, title: str) -> None:
        self._check()
        if not title.strip():
            raise RuleViolation("title", "Say what the review is about.")
        place = self._place(self.live, review_id)
        self.live[place] = replace(self.live[place], title=title)

    def duplicate(self, review_id: str) -> str:
        self._check()
        own = self.live[self._place(self.live, review_id)]
        self.live.append(replace(own, id="copy", title=f"{own.title} (copy)"))
        return "copy"

    def trash(self, review_id: str) -> None:
        self._check()
        gone = self.live.pop(self._place(self.live, review_id))
        self.gone.append(replace(gone, trashed_at=NOW + timedelta(minutes=len(self.gone))))

    def restore(self, review_id: str) -> None:
        self._check()
        back = self.gone.pop(self._place(self.gone, review_id))
        self.live.append(replace(back, trashed_at=None))

    def delete(self, review_id: str) -> None:
        self._check()
        self.gone.pop(self._place(self.gone, review_id))

    def patterns(self) -> PatternBook:
        self._check()
        assert self.book is not None
        return self.book

    def count_patterns(self) -> int:
        return self.book.count() if self.book is not None else 0


@dataclass
class Room(Hands):
    """The view and its door."""

    qtbot: QtBot
    hall: LibraryHall
    view: LibraryView
    door: MemoryDoor
    registry: Registry

    @property
    def titles(self) -> list[str]:
        model = self.view.model
        return [model.at(row).summary.title for row in range(model.rowCount())]

    @property
    def ids(self) -> list[str]:
        return list(self.view.model.ids)

    def type(self, text: str) -> None:
        super().type(text)
        self.wait_for_search()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        super().press(key, held)
        self.wait_for_search()

    def hurry(self, text: str) -> None:
        """Type without waiting for what is found."""
        super().type(text)

    def hurry_to(self, key: Qt.Key) -> None:
        """Press a key without waiting either."""
        super().press(key)

    def wait_for_search(self) -> None:
        """Until what was typed is searched for."""
        if self.door.held is None:
            self.qtbot.waitUntil(lambda: not self.view.lister.busy)

    @property
    def current(self) -> str | None:
        return self.view.current_id

    @property
    def count(self) -> str:
        return self.view.filter._count

    @property
    def banner(self) -> str:
        banner = self.view.banner
        return banner.sentence.text() if banner.isVisible() else ""

    @property
    def told(self) -> str:
        told = self.view.told
        return told.sentence.text() if told.isVisible() else ""

    @property
    def sheet(self) -> Any:
        return top_sheet(self.view)


def open_library(
    qtbot: QtBot, summaries: Sequence[Summary] = (), theme: Theme | None = None
) -> Room:
    """The library with these reviews, in an active window."""
    window = QMainWindow()
    qtbot.addWidget(window)
    registry = Registry(window, (*COMMANDS, *LIBRARY))
    theme = theme or Theme()
    window.setStyleSheet(sheet(theme))
    door = MemoryDoor(summaries)
    hall = LibraryHall(theme, registry, door)
    window.setCentralWidget(hall)
    window.resize(1600, 1000)
    bring_up(qtbot, window)
    hall.focus_start()
    return Room(qtbot, hall, hall.reviews, door, registry)
