"""The library on the screen: the rail, and beside it the page that it leads to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from facilitator.store.errors import LibraryUnusable
from facilitator.ui.commands import Where
from facilitator.ui.library.rail import LibraryRail
from facilitator.ui.library.view import LibraryView

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.ui.library.deeds import LibraryDeeds
    from facilitator.ui.library.door import Door
    from facilitator.ui.registry import Registry
    from facilitator.ui.theme import Theme

_REVIEWS = "reviews"
LOOK_MS = 1_000
"""How often it is looked whether others have written to the library."""


class LibraryPage(Protocol):
    """A page beside the rail; it is a QWidget too."""

    def refresh(self) -> None:
        """Show what the library holds now."""

    def take_news(self) -> bool:
        """Show what others have written; False if that would be in the way of what is typed."""

    def bind(self) -> None:
        """Bind the commands of the page; it is shown."""

    def leave(self) -> None:
        """Take the commands back; something else is shown."""

    def focus_start(self) -> None:
        """To where the keys begin."""

    def complain(self, sentence: str) -> None:
        """Show a sentence in the banner."""


class LibraryHall(QWidget):
    """Leads from page to page; every page is made when it is first asked for."""

    def __init__(self, theme: Theme, registry: Registry, door: Door) -> None:
        super().__init__()
        self.setObjectName("library")
        self.setAccessibleName("Library")
        self.theme, self.registry, self.door = theme, registry, door
        self.rail = LibraryRail(theme)
        self._stack = QStackedWidget()
        self._pages: dict[str, Any] = {}
        self.shown = _REVIEWS
        self._news = False
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK_MS)
        self.reviews = LibraryView(theme, registry, door)
        self._keep(_REVIEWS, self.reviews)
        self._lay_out()
        self._wire()
        self._bind()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)
        self.rail.show_current(_REVIEWS)

    def _wire(self) -> None:
        self.rail.chosen.connect(self._go)
        self.reviews.counted.connect(self._show_counts)
        self.reviews.turned.connect(lambda _trashed: self._show_current())
        self.reviews.refresh()
        self._count_soon()
        self._looks.timeout.connect(self.look)
        self._looks.start()

    # -- pages ---------------------------------------------------------------------------------

    @property
    def page(self) -> Any:
        """The page that is shown."""
        return self._pages[self.shown]

    def show_page(self, name: str) -> None:
        """Show a page, as the library now is."""
        if name not in self._pages:
            self._keep(name, _MAKERS[name](self))
        if name != self.shown:
            self.page.leave()
            self.shown = name
            self._stack.setCurrentWidget(self.page)
            self._bind()
            self.page.bind()
            self.page.refresh()
        self._show_current()
        self.page.focus_start()

    def show_behind(self, ids: frozenset[str], words: str) -> None:
        """List only these reviews and say why; Esc leads back to the page that asked."""
        asked = self.shown
        self.show_page(_REVIEWS)
        self.reviews.show_only(ids, words, partial(self.show_page, asked))

    @property
    def place(self) -> Where:
        """Where the commands of the page are at home."""
        return _PLACES.get(self.shown, Where.LIBRARY)

    def _keep(self, name: str, page: QWidget) -> None:
        self._pages[name] = page
        self._stack.addWidget(page)

    def _go(self, name: str) -> None:
        if name == "import":
            self.show_page(_REVIEWS)
            self.registry.run("library.import")
        elif name in ("trash", _REVIEWS):
            self.show_page(_REVIEWS)
            self.reviews.show_trash(name == "trash")
        else:
            self.show_page(name)

    def _bind(self) -> None:
        for name in (_REVIEWS, *_MAKERS):
            self.registry.bind(f"hall.{name}", partial(self._go, name))
        self.registry.bind("hall.digest", self._save_digest)

    def _show_counts(self, reviews: int, trash: int) -> None:
        self.rail.show_count(_REVIEWS, reviews)
        self.rail.show_count("trash", trash)
        self.count_patterns()

    def count_patterns(self) -> None:
        """Show in the rail how many patterns there are."""
        try:
            self.rail.show_count("patterns", self.door.count_patterns())
        except LibraryUnusable as trouble:
            self.complain(trouble.sentence)

    def _show_current(self) -> None:
        trashed = self.shown == _REVIEWS and self.reviews.trashed
        self.rail.show_current("trash" if trashed else self.shown)

    def _save_digest(self) -> None:
        """Ask of which quarter, and where to."""
        from facilitator.store.errors import LibraryUnusable  # noqa: PLC0415 - when asked for
        from facilitator.ui.library.saving.deeds import save_digest  # noqa: PLC0415 - the same

        try:
            save_digest(self.theme, self.door, self.window())
        except LibraryUnusable as trouble:
            self.complain(trouble.sentence)

    # -- what the window asks ------------------------------------------------------------------

    @property
    def deeds(self) -> LibraryDeeds:
        """What can be done with reviews."""
        return self.reviews.deeds

    def focus_start(self) -> None:
        """To where the keys begin."""
        self.page.focus_start()

    def leave(self) -> None:
        """Take the commands back; the window shows something else."""
        self._looks.stop()
        self.page.leave()
        self.registry.unbind("hall.")

    def select(self, review_id: str) -> None:
        """Select a review, if it is listed."""
        self.reviews.select(review_id)

    def search(self, line: str) -> None:
        """Search all reviews for a line."""
        self.show_page(_REVIEWS)
        if self.reviews.trashed:
            self.reviews.show_trash(False)
        self.reviews.search(line)

    def refresh(self) -> None:
        """Show what the library holds now."""
        self.reviews.refresh()
        self._count_soon()
        if self.shown != _REVIEWS:
            self.page.refresh()

    def look(self) -> None:
        """Show what others have written meanwhile; a dialog, or what is typed, is waited for."""
        self._news = self.door.has_news() or self._news
        if self._news and QApplication.activeModalWidget() is None:
            self._news = not self._take_news()

    def _take_news(self) -> bool:
        if not self.page.take_news():
            return False
        if self.shown != _REVIEWS:
            self.reviews.refresh()
        self._count_soon()
        return True

    def event(self, event: QEvent) -> bool:
        """Who comes back to the window sees at once what has changed."""
        if event.type() == QEvent.Type.WindowActivate and self._looks.isActive():
            QTimer.singleShot(0, self, self.look)
        return super().event(event)

    def _count_soon(self) -> None:
        """The list is drawn before it is counted what else there is."""
        QTimer.singleShot(0, self, self.count_actions)

    def count_actions(self) -> None:
        """Show how many actions are open, once that can be told at once."""
        try:
            count = self.door.open_actions()
        except LibraryUnusable as trouble:
            self.complain(trouble.sentence)
            return
        if count is not None:
            self.rail.show_count("actions", count)

    def complain(self, sentence: str) -> None:
        """Show a sentence in the banner."""
        self.page.complain(sentence)

    def state(self) -> dict[str, Any]:
        """What ``restore`` needs to look the same again."""
        # A page that has nothing to go on with has no state.
        own: dict[str, Any] = {} if self.shown == _REVIEWS else getattr(self.page, "state", dict)()
        return {"page": self.shown, "reviews": self.reviews.state(), "own": own}

    def restore(self, state: dict[str, Any]) -> None:
        """Take over the state of a library that this one replaces."""
        self.reviews.restore(state["reviews"])
        self.go_on(state)

    def go_on(self, state: dict[str, Any]) -> None:
        """Go on where a library was left, if that was beside its reviews."""
        if state["page"] == _REVIEWS:
            return
        self.show_page(state["page"])
        if state["own"]:
            self.page.restore(state["own"])


def _actions(hall: LibraryHall) -> QWidget:
    from facilitator.ui.library.actions.view import ActionsView  # noqa: PLC0415 - when asked for

    return ActionsView(
        hall.theme, hall.registry, hall.door, partial(hall.rail.show_count, "actions")
    )


def _trends(hall: LibraryHall) -> QWidget:
    from facilitator.ui.library.trends.page import TrendsPage  # noqa: PLC0415 - see below

    return TrendsPage(hall.theme, hall.registry, hall.door, hall.show_behind)


def _patterns(hall: LibraryHall) -> QWidget:
    from facilitator.ui.library.patterns.page import PatternsPage  # noqa: PLC0415 - when asked for

    return PatternsPage(hall)


_MAKERS: dict[str, Callable[[LibraryHall], QWidget]] = {
    "actions": _actions,
    "trends": _trends,
    "patterns": _patterns,
}
"""Makes a page that is not there from the beginning; its modules load when it is asked for."""
_PLACES = {"actions": Where.ALL_ACTIONS, "patterns": Where.PATTERNS}
"""Pages whose commands are not those of the library."""
