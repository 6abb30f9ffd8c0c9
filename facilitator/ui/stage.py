"""The Stage: rail, the page of the current phase and the status line of one open review."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facilitator.domain.phase import Phase
from facilitator.ui.kit import Banner
from facilitator.ui.progress import phases_done
from facilitator.ui.rail import Rail
from facilitator.ui.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.delta import Delta
    from facilitator.ui.desk import Desk
    from facilitator.ui.page import PhasePage
    from facilitator.ui.progress_line import ProgressLine
    from facilitator.ui.stage_card import StageCard


class Stage(QWidget):
    """Shows one phase at a time, and tells ``moved``; pages are made when first needed."""

    moved = Signal(object)

    def __init__(self, desk: Desk, make_page: Callable[[Phase, Desk], PhasePage]) -> None:
        super().__init__()
        self.setObjectName("stage")
        self.setAccessibleName("Stage")
        self._desk, self._make_page = desk, make_page
        self._pages: dict[Phase, PhasePage] = {}
        self._states: dict[str, dict[str, Any]] = {}
        self.phase = Phase.BRIEF
        self._until_saved = False
        self.card: StageCard | None = None
        self.hints_over: Callable[[], tuple[tuple[str, str], ...]] = tuple
        """The keys of a line over the foot of the page; none while there is no such line."""
        self.progress: ProgressLine | None = None
        self._back: QWidget | None = None
        self.rail = Rail(desk.theme)
        self.banner = Banner(desk.theme, self._dismiss)
        self.stack = QStackedWidget()
        self.stack.installEventFilter(self)
        self.status = StatusLine(desk.theme)
        self._lay_out()
        self.rail.chosen.connect(self.show_phase)
        self._unsubscribe = desk.session.subscribe(self._follow)
        self._show_rail()
        self._show_names()
        self._show_saved()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = self._column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status)
        row.addLayout(column, 1)

    @property
    def page(self) -> PhasePage:
        """The page on the Stage."""
        return self._page(self.phase)

    def show_phase(self, phase: Phase, target: str | None = None) -> None:
        """Show a phase and put the focus where typing begins, or on ``target``."""
        if self.stack.count() and not self.page.settle():
            return
        self.close_card()
        self._desk.registry.unbind(f"{self.phase.name.lower()}.")
        self.phase = phase
        page = self._page(phase)
        self.stack.setCurrentWidget(page)
        self._show_progress()
        page.bind()
        self.show_hints()
        page.focus_start()
        if target is not None:
            page.select(target)
        self.moved.emit(phase)

    def show_hints(self) -> None:
        """Show the keys of what lies over the page, or of the page, in the status line."""
        self.status.show_hints(self.hints_over() or (self.card or self.page).hints())

    # -- cards ---------------------------------------------------------------------------------

    def show_card(self, card: StageCard) -> None:
        """Put a card over the page, in the place of one that may be there.

        It takes the keys, and gives them back; the window itself does not come to the front.
        """
        back = self._back if self.card is not None else self.focusWidget()
        self._drop_card()
        self.card, self._back = card, back
        card.setParent(self)
        card.setGeometry(self.stack.geometry())
        card.show()
        card.raise_()
        card.focus_start()
        self.show_hints()

    def close_card(self) -> None:
        """Take the card away, and give the keys back to where they were."""
        if self.card is None:
            return
        self._drop_card()
        back = self._back
        # A line that is typed in place goes when the keys go.
        if back is not None and shiboken6.isValid(back) and self.page.isAncestorOf(back):
            back.setFocus()
        else:
            self.page.focus_start()
        self._back = None
        self.show_hints()

    def _drop_card(self) -> None:
        card, self.card = self.card, None
        if card is not None:
            card.hide()
            card.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The card covers the page wherever that is."""
        moved = event.type() in {QEvent.Type.Resize, QEvent.Type.Move}
        if moved and watched is self.stack and self.card is not None:
            self.card.setGeometry(self.stack.geometry())
        return False

    # -- telling -------------------------------------------------------------------------------

    def complain(self, sentence: str, *, until_saved: bool = False) -> None:
        """Show a sentence above the page; ``until_saved`` takes it away with the next edit."""
        self._until_saved = until_saved
        self.banner.say(sentence)

    def tell_step(self, words: str, *, done: bool = True) -> None:
        """Say what was done that this page may not show, or why not, until the next edit."""
        self.status.say_saved(self.saved_words(), words, done=done)

    def show_progress(self, share: float | None, words: str) -> None:
        """Show how much of the phase's time is used by one thin line; None for no line."""
        if self.progress is None:
            if share is None:
                return
            from facilitator.ui.progress_line import ProgressLine  # noqa: PLC0415 - in meetings

            self.progress = ProgressLine(self._desk.theme)
            self._column.insertWidget(0, self.progress)
        self.progress.show_share(share, words)

    def next_pane(self, step: int) -> None:
        """Move the focus to the next pane of the page (F6)."""
        panes = [pane for pane in self.page.panes() if pane.isVisible()]
        if not panes:
            return
        focus = QApplication.focusWidget()
        inside = [
            i
            for i, pane in enumerate(panes)
            if focus and (pane is focus or pane.isAncestorOf(focus))
        ]
        index = inside[0] + step if inside else 0
        panes[index % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def state(self) -> dict[str, Any]:
        """What ``restore`` needs to look the same again."""
        states = {phase.name: page.state() for phase, page in self._pages.items()}
        return {"phase": self.phase, "pages": self._states | states}

    def restore(self, state: dict[str, Any]) -> None:
        """Take over the state of a Stage that this one replaces."""
        self._states = dict(state["pages"])
        self.show_phase(state["phase"])

    def leave(self) -> bool:
        """Commit what is being typed and stop following; False if a field refused."""
        if self.stack.count() and not self.page.settle():
            return False
        self._unsubscribe()
        for phase in Phase:
            self._desk.registry.unbind(f"{phase.name.lower()}.")
        return True

    def _page(self, phase: Phase) -> PhasePage:
        if phase not in self._pages:
            page = self._make_page(phase, self._desk)
            self._pages[phase] = page
            self.stack.addWidget(page)
            if phase.name in self._states:
                page.restore(self._states.pop(phase.name))
        return self._pages[phase]

    def _follow(self, delta: Delta) -> None:
        for page in self._pages.values():
            page.follow(delta)
        if self.card is not None:
            self.card.follow(delta)
        if self._until_saved and not delta.foreign:
            self.banner.hide()
        self._show_rail()
        self._show_names()
        self._show_saved()

    def _show_rail(self) -> None:
        self.rail.show_review(self._desk.review)
        self._show_progress()

    def _show_progress(self) -> None:
        self.rail.show_phase(self.phase, phases_done(self._desk.review, self.phase))

    def _show_names(self) -> None:
        self.status.show_names(self._desk.review.names)

    def _show_saved(self) -> None:
        self.status.say_saved(self.saved_words())

    def saved_words(self) -> str:
        """When the last edit was saved, e.g. ``Saved 14:02``; empty before the first."""
        saved = self._desk.session.saved_at
        return f"Saved {saved.astimezone():%H:%M}" if saved else ""

    def _dismiss(self) -> None:
        self.banner.hide()
        self.page.focus_start()
