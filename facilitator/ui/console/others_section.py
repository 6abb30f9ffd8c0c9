"""The base of the sections about other reviews: asked for in a thread, away while there is none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer

from facilitator.ui.console.inset import GAP
from facilitator.ui.console.section import Section
from facilitator.ui.console.told_rows import ToldRows
from facilitator.ui.errand import Errand

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from facilitator.domain.delta import Delta
    from facilitator.domain.records import Review
    from facilitator.ui.console.console_desk import ConsoleDesk
    from facilitator.ui.console.told_rows import Told

_GROWN_MS = 30
"""So long the column needs to make room for a row that grew."""


class OthersSection(Section):
    """Asks again once typing has paused, after an edit of one of ``followed``."""

    followed: ClassVar[tuple[str, ...]]
    wait_ms: ClassVar[int]
    words: ClassVar[str]

    def __init__(self, console: ConsoleDesk) -> None:
        super().__init__(console)
        self.list = ToldRows(self.theme, f"console.{self.name}.list", self.words)
        self.list.chosen.connect(self.choose)
        self.list.left.connect(self.put_off)
        self.list.current_moved.connect(partial(self.bring_into_view, self.list))
        self.list.attended.connect(self._attended)
        self._grown = QTimer(self)
        self._grown.setSingleShot(True)
        self._grown.timeout.connect(self._show_current)
        self._whole.addSpacing(self.theme.px(GAP))
        self.add_wide(self.list)
        self._errand: Errand[object] = Errand(self)
        self._errand.came.connect(self.found)
        self._load: Errand[Review] = Errand(self)
        self._load.came.connect(self._show_glance)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(self.wait_ms)
        self._later.timeout.connect(self._begin)
        self.hide()
        if console.others is not None:
            self._later.start()

    # -- what a section is made of -------------------------------------------------------------

    def question(self) -> Callable[[], object]:
        """What is asked, in a thread, about the review as it is now."""
        raise NotImplementedError

    def found(self, answer: object) -> None:
        """Take the answer."""
        raise NotImplementedError

    def choose(self, row: Told) -> None:
        """Do what Enter does."""
        raise NotImplementedError

    def put_off(self, row: Told) -> None:
        """Not now."""
        raise NotImplementedError

    # -- Section -------------------------------------------------------------------------------

    def follow(self, delta: Delta) -> None:
        """Ask again, but not while somebody types."""
        if self.console.others is not None and delta.touches(*self.followed):
            self._later.start()

    @property
    def waits(self) -> bool:
        """Whether an answer is still to come."""
        return self._later.isActive() or self._errand.busy or self._load.busy

    def focus_start(self) -> None:
        """Take the keys."""
        self.list.setFocus()

    def leave(self) -> None:
        """Ask no more."""
        self._later.stop()
        self._grown.stop()
        self._errand.close()
        self._load.close()

    # -- showing -------------------------------------------------------------------------------

    def show_rows(self, rows: tuple[Told, ...]) -> None:
        """Show them, or go away if there is none."""
        self.list.refresh(rows)
        focus: QWidget | None = self.window().focusWidget()
        if not rows and focus is not None and self.isAncestorOf(focus):
            self.emptied.emit()
        self.setVisible(bool(rows))

    def _attended(self, here: bool) -> None:
        """The current row grows with the keys: all of it is in view once there is room."""
        if here:
            self._grown.start(_GROWN_MS)

    def _show_current(self) -> None:
        current = self.list.currentIndex()
        if self.list.hasFocus() and current.isValid():
            self.bring_into_view(self.list, self.list.visualRect(current))

    def look_into(self, review_id: str) -> None:
        """Show another review over the Console, once it is read."""
        others = self.console.others
        if others is not None:
            self._load.ask(partial(others.load, review_id))

    def _show_glance(self, review: Review) -> None:
        from facilitator.ui.console.glance_sheet import GlanceSheet  # noqa: PLC0415 - when asked for

        others = self.console.others
        sheet = GlanceSheet(self.theme, review, self.desk.today())
        if others is not None:
            # Once it is closed: the Console goes with the review.
            opening = partial(QTimer.singleShot, 0, partial(others.visit, review.id))
            sheet.wanted.connect(opening)
        sheet.open_over(self.window(), sheet.words)

    def _begin(self) -> None:
        self._errand.ask(self.question())
