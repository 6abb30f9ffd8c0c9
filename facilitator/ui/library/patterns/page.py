"""The page of patterns: what keeps coming back, where it was seen, and what was tried."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from facilitator.ui.kit import Banner, Label, PageHeader, Rule
from facilitator.ui.library.patterns.deeds import PatternDeeds
from facilitator.ui.library.patterns.foot import PatternFoot
from facilitator.ui.library.patterns.gathering import Gathering
from facilitator.ui.library.patterns.lists import PatternList
from facilitator.ui.library.patterns.name_line import NameLine
from facilitator.ui.library.patterns.rows import (
    LOOKING,
    Kind,
    empty_words,
    left_rows,
    right_rows,
    told_of,
)
from facilitator.ui.library.told import Told

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from facilitator.app.patterns import Gathered
    from facilitator.coach.patterns import Proposal
    from facilitator.domain.pattern_words import Known
    from facilitator.ui.library.hall import LibraryHall

_SIDE, _NARROW = 24, 860


class PatternsPage(QWidget):
    """Patterns and proposals on the left, the factors of the chosen one on the right.

    ``side`` is the list that had the keys last: what a command works on.
    """

    def __init__(self, hall: LibraryHall) -> None:
        super().__init__()
        self.setObjectName("patterns")
        self.setAccessibleName("Patterns")
        self.hall, self.theme = hall, hall.theme
        self.known: tuple[Known, ...] = ()
        self.proposals: tuple[Proposal, ...] = ()
        self.wanted = ""
        self._gathered: Gathered | None = None
        self._looking = True
        self._left_off: dict[str, Any] | None = None
        self.gathering = Gathering(hall.door, self)
        self._make_parts()
        self.deeds = PatternDeeds(self)
        self._lay_out()
        self._wire()

    # -- making --------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        theme = self.theme
        self.banner = Banner(theme, self._dismiss)
        self.header = PageHeader(theme, "What keeps coming back?")
        self.fact = Label(theme, "", "label", "ink2")
        self.header.add_fact(self.fact)
        self.left = PatternList(theme, "patterns.list", "Patterns, and what may be one")
        self.right = PatternList(theme, "patterns.factors", "Factors and actions")
        self.title = Label(theme, "", "row_title", where="library", weight=600, wrap=True)
        self.about = Label(theme, "", "text", "ink2", where="library", wrap=True)
        self.about.setObjectName("patterns.about")
        self.side = self.left
        self.calm = Label(theme, LOOKING, "text", "ink2", wrap=True)
        self.calm.setObjectName("patterns.calm")
        self.calm.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.naming = NameLine(theme, self.left)
        self.told = Told(theme)
        self.foot = PatternFoot(theme)

    def _lay_out(self) -> None:
        px = self.theme.px
        self.calm.setContentsMargins(px(40), px(8), px(40), 0)
        self._both = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._both)
        self._columns.setContentsMargins(px(_SIDE), 0, px(_SIDE), 0)
        self._columns.setSpacing(px(16))
        self._columns.addWidget(self.left, 5)
        self._columns.addWidget(self._detail(), 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.header)
        column.addWidget(self.calm, 1)
        column.addWidget(self._both, 1)
        for widget in (self.told, self.foot):
            column.addWidget(widget)
        self._both.hide()

    def _detail(self) -> QWidget:
        px = self.theme.px
        detail = QWidget()
        column = QVBoxLayout(detail)
        column.setContentsMargins(0, px(14), 0, 0)
        column.setSpacing(px(2))
        for label in (self.title, self.about):
            label.setContentsMargins(px(16), 0, px(16), 0)
            column.addWidget(label)
        column.addSpacing(px(10))
        column.addWidget(Rule(self.theme))
        column.addWidget(self.right, 1)
        return detail

    def _wire(self) -> None:
        run = self.hall.registry.run
        self.gathering.gathered.connect(self._take_known)
        self.gathering.proposed.connect(self._take_proposals)
        self.gathering.troubled.connect(self._take_trouble)
        self.left.chosen.connect(self._show_chosen)
        for view in (self.left, self.right):
            view.entered.connect(lambda: run("patterns.enter"))
            view.removed.connect(lambda: run("patterns.remove"))
            view.renamed.connect(lambda: run("patterns.rename"))
            view.behind.connect(lambda: run("patterns.behind"))
            view.across.connect(self._across)
            view.attended.connect(partial(self._attend, view))
            view.chosen.connect(self._show_keys)

    # -- what the hall asks --------------------------------------------------------------------

    def refresh(self) -> None:
        """Gather anew; what is shown stays meanwhile."""
        self._looking = True
        self.gathering.begin()
        self.show_all()

    def take_news(self) -> bool:
        """Gather anew, unless a name is being typed."""
        if not self.naming.open:
            self.refresh()
        return not self.naming.open

    def bind(self) -> None:
        """Bind the commands of the page."""
        for name, run in self.deeds.commands().items():
            self.hall.registry.bind(f"patterns.{name}", run)
        self.deeds.bind_steps()

    def leave(self) -> None:
        """Take the commands back."""
        for prefix in ("patterns.", "edit.undo", "edit.redo"):
            self.hall.registry.unbind(prefix)

    def focus_start(self) -> None:
        """To the list that had the keys last, or to the name that is being typed."""
        if self.naming.open:
            self.naming.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.side.setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        """What ``restore`` needs to go on where one was, with what was done and what was typed."""
        return {
            "left": self._key(self.left),
            "right": self._key(self.right),
            "at_right": self.side is self.right,
            "typed": self.naming.line.text() if self.naming.open else None,
            "steps": self.deeds.steps,
        }

    def _key(self, view: PatternList) -> str:
        return "" if view.current is None else view.current.key

    def restore(self, state: dict[str, Any]) -> None:
        """Go on where another page like this one was left, once the rows are there."""
        self.deeds.steps = state["steps"]
        self.deeds.bind_steps()
        self._left_off = state
        self.show_all()

    def _go_on(self) -> None:
        state = self._left_off
        if state is None or not self.left.choose_key(state["left"]):
            return
        self._left_off = None
        if state["typed"] is not None:
            self.deeds.ask_again(state["typed"])
        elif state["at_right"] and self.right.choose_key(state["right"]):
            self.side = self.right
            self.right.setFocus(Qt.FocusReason.OtherFocusReason)

    def complain(self, sentence: str) -> None:
        """Show a sentence in the banner."""
        self.banner.say(sentence)

    # -- what is shown -------------------------------------------------------------------------

    def show_all(self) -> None:
        """Show what is known; while a name is being typed the rows stay where they are."""
        if self.naming.open:
            return
        rows = left_rows(self.known, self.proposals, busy=self._looking)
        some = any(row.kind in (Kind.PATTERN, Kind.PROPOSAL) for row in rows)
        at_left = self.left.hasFocus() or not self._both.isVisible()
        self.left.show_rows(rows)
        if self.wanted and self.left.choose_key(self.wanted):
            self.wanted = ""
        met = self._gathered.met if self._gathered is not None else ()
        self.calm.setText(LOOKING if self._looking else empty_words(met))
        self.calm.setVisible(not some)
        self._both.setVisible(some)
        count = len(self.known)
        self.fact.setText("1 pattern" if count == 1 else f"{count:,} patterns" if count else "")
        self.hall.rail.show_count("patterns", count)
        if some and at_left and self.isVisible() and self.hall.page is self:
            self.left.setFocus(Qt.FocusReason.OtherFocusReason)
        self._go_on()

    def strike(self, record: object) -> None:
        """Take out at once what the next gathering will not bring again."""
        self.known = tuple(each for each in self.known if each is not record)
        self.proposals = tuple(each for each in self.proposals if each is not record)

    def _show_chosen(self) -> None:
        row = self.left.current
        record = None if row is None else row.record
        self.title.setText("" if row is None else row.words)
        self.about.setText("" if record is None else told_of(record))
        self.right.show_rows(right_rows(record))

    def _take_known(self, gathered: Gathered, known: tuple[Known, ...]) -> None:
        self._gathered, self.known = gathered, known
        taken = gathered.patterns.taken
        self.proposals = tuple(
            each
            for each in self.proposals
            if not any(met.place in taken for met in each.met)
            and not each.digests & gathered.patterns.declined
        )
        self.show_all()

    def _take_proposals(self, proposals: tuple[Proposal, ...]) -> None:
        self.proposals, self._looking = proposals, False
        self.show_all()
        self._left_off = None

    def _take_trouble(self, sentence: str) -> None:
        self._looking = False
        self.complain(sentence)
        self.show_all()

    def _attend(self, view: PatternList) -> None:
        self.side = view
        self._show_keys()

    def _show_keys(self) -> None:
        row = self.side.current
        chosen = self.left.current
        proposed = chosen is not None and chosen.kind is Kind.PROPOSAL
        self.foot.show_keys(None if row is None else row.kind, proposed=proposed)

    def _across(self, to_right: bool) -> None:
        (self.right if to_right else self.left).setFocus(Qt.FocusReason.OtherFocusReason)

    def _dismiss(self) -> None:
        self.banner.hide()
        self.focus_start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below each other where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < self.theme.px(_NARROW)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self.naming.place()
