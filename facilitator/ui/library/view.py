"""The reviews of the library: line, list and foot."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from facilitator.store.errors import LibraryUnusable
from facilitator.ui.kit import Banner, Label, button
from facilitator.ui.library.columns import OVERHANG, columns
from facilitator.ui.library.deeds import LibraryDeeds
from facilitator.ui.library.empty import NOTHING_FITS, NOTHING_TRASHED, TRASH_EMPTY, EmptyLibrary
from facilitator.ui.library.filter_line import FilterLine
from facilitator.ui.library.foot import Foot
from facilitator.ui.library.heads import Heads
from facilitator.ui.library.lister import Choice, Lister
from facilitator.ui.library.model import ReviewModel
from facilitator.ui.library.row_painter import RowPainter
from facilitator.ui.library.told import Told
from facilitator.ui.library.wording import count_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from facilitator.domain.every_text import TextPlace
    from facilitator.store.listing import Summary
    from facilitator.ui.library.door import Door
    from facilitator.ui.library.lister import Listing
    from facilitator.ui.registry import Registry
    from facilitator.ui.theme import Theme

_MARGIN, _SCROLL_BAR = 40, 10


class LibraryView(QWidget):
    """Lists the reviews, or those in the trash; what is typed always filters.

    ``counted`` tells how many there are of both after each listing, ``turned`` which are listed.
    """

    counted = Signal(int, int)
    turned = Signal(bool)

    def __init__(self, theme: Theme, registry: Registry, door: Door) -> None:
        super().__init__()
        self.setObjectName("library.reviews")
        self.setAccessibleName("Reviews")
        self.theme = theme
        self.trashed = False
        self._registry, self._door = registry, door
        self._back: Callable[[], object] | None = None
        self._back_to: Callable[[], object] | None = None
        self.model = ReviewModel()
        self.lister = Lister(door, self)
        self.deeds = LibraryDeeds(theme, door, self)
        self._make_parts()
        self._lay_out()
        self._wire()
        self.bind()
        self.refresh()

    # -- making --------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        theme = self.theme
        self.foot = Foot(theme)
        self.banner = Banner(theme, self._dismiss)
        self.filter, self.heads, self.told = FilterLine(theme), Heads(theme), Told(theme)
        self.new = button(
            theme,
            "New review",
            lambda: self._registry.run("library.new"),
            name="library.new",
            main=True,
        )
        self.new.setFixedHeight(theme.px(46))
        self.empty = EmptyLibrary(theme, self._registry.run)
        self.nothing = Label(theme, "", "text", "ink2", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setContentsMargins(theme.px(OVERHANG), theme.px(24), theme.px(OVERHANG), 0)
        self.list = self._make_list()
        self.narrowed = Label(theme, "", "label", "note", wrap=True)
        self.narrowed.setObjectName("library.narrowed")
        self.narrowed.setContentsMargins(theme.px(_MARGIN), 0, theme.px(_MARGIN), theme.px(12))
        self.narrowed.hide()
        self.said = Label(theme, "", "label", "note", wrap=True)
        self.said.setObjectName("library.said")
        self.said.setContentsMargins(theme.px(_MARGIN), 0, theme.px(_MARGIN), theme.px(12))
        self.said.hide()

    def _make_list(self) -> QListView:
        view = QListView()
        view.setObjectName("library.list")
        view.setAccessibleName("Reviews")
        view.setModel(self.model)
        self._painter = RowPainter(self.theme)
        view.setItemDelegate(self._painter)
        view.setUniformItemSizes(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        return view

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(self._head())
        column.addWidget(self.narrowed)
        column.addWidget(self.said)
        column.addLayout(self._body(), 1)
        column.addWidget(self.told)
        column.addWidget(self.foot)

    def _head(self) -> QHBoxLayout:
        px = self.theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(_MARGIN - 4), px(24), px(_MARGIN), px(20))
        head.setSpacing(px(16))
        head.addWidget(self.filter, 1)
        head.addWidget(self.new)
        return head

    def _body(self) -> QVBoxLayout:
        px = self.theme.px
        listed = QWidget()
        inside = QVBoxLayout(listed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.heads)
        inside.addWidget(self.list, 1)
        inside.addWidget(self.nothing, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed)
        self._stack.addWidget(self.empty)
        body = QVBoxLayout()
        side = px(_MARGIN - OVERHANG)
        body.setContentsMargins(side, 0, side - px(_SCROLL_BAR), 0)
        body.addWidget(self._stack)
        return body

    def _wire(self) -> None:
        run = self._registry.run
        self.filter.textChanged.connect(lambda typed: self.lister.list(typed, Choice()))
        self.filter.stepped.connect(
            lambda *step: self.lister.when_found(partial(self._step, *step))
        )
        self.filter.open_asked.connect(
            lambda: self.lister.when_found(lambda: run(self._own("open", "restore")))
        )
        self.filter.removal_asked.connect(
            lambda: self.lister.when_found(lambda: run(self._own("trash", "delete")))
        )
        self.filter.pasted.connect(self.deeds.paste)
        self.filter.files_pasted.connect(self.deeds.bring_in)
        self.filter.left.connect(self._go_back)
        self.list.doubleClicked.connect(lambda _index: run(self._own("open", "restore")))
        self.list.selectionModel().currentChanged.connect(lambda _now, _was: self._speak())
        self.model.troubled.connect(self.complain, Qt.ConnectionType.QueuedConnection)
        self.lister.listed.connect(self._show_listing)
        self.lister.refused.connect(self._show_needed)
        self.lister.troubled.connect(self.complain)
        self.lister.again.connect(lambda: self._list_anew(self._as_it_is()))

    def _own(self, of_reviews: str, of_trash: str) -> str:
        return f"library.{of_trash if self.trashed else of_reviews}"

    # -- what the window asks ------------------------------------------------------------------

    def bind(self) -> None:
        """Bind the commands that work on what is listed now."""
        deeds = self.deeds
        self._registry.unbind("library.")
        everywhere = (
            ("new", deeds.new),
            ("sample", deeds.sample),
            ("import", deeds.import_files),
            ("import_folder", deeds.import_folder),
        )
        of_reviews = (
            ("open", deeds.open),
            ("rename", deeds.rename),
            ("duplicate", deeds.duplicate),
            ("trash", deeds.trash),
        )
        of_trash = (("restore", deeds.restore), ("delete", deeds.delete))
        for name, run in (*everywhere, *(of_trash if self.trashed else of_reviews)):
            self._registry.bind(f"library.{name}", partial(self._do, run))
        if "edit.find" in self._registry.commands:
            self._registry.bind("edit.find", self._begin_search)
        self._registry.bind("library.show_trash", lambda: self.show_trash(not self.trashed))

    def leave(self) -> None:
        """Take the commands back; the window shows something else."""
        self._forget()
        self.lister.leave()
        self._registry.unbind("library.")
        self._registry.unbind("edit.find")

    def focus_start(self) -> None:
        """To the line that is typed in."""
        self.filter.setFocus()

    @property
    def current(self) -> Summary | None:
        """The selected review."""
        row = self._current_row()
        return None if row is None else self.model.at(row).summary

    @property
    def current_place(self) -> TextPlace | None:
        """Where what was found stands in it."""
        row = self._current_row()
        line = None if row is None else self.model.at(row).line
        return None if line is None else line.place

    @property
    def current_id(self) -> str | None:
        """Its id."""
        row = self._current_row()
        return None if row is None else self.model.ids[row]

    def _current_row(self) -> int | None:
        index = self.list.currentIndex()
        return index.row() if index.isValid() else None

    def select(self, review_id: str) -> None:
        """Select a review, if it is listed."""
        self.lister.when_found(lambda: self._select(review_id))

    def _select(self, review_id: str) -> None:
        row = self.model.row_of(review_id)
        if row is not None:
            self._choose(row)

    def search(self, line: str) -> None:
        """Type a line, as somebody would."""
        self.filter.setText(line)
        self.filter.setFocus()

    def state(self) -> dict[str, Any]:
        """What ``restore`` needs to look the same again."""
        current = self._as_it_is().wanted
        return {"trashed": self.trashed, "typed": self.filter.text(), "current": current}

    def restore(self, state: dict[str, Any]) -> None:
        """Take over the state of a list that this one replaces."""
        if state["trashed"]:
            self.show_trash(True)
        blocker = QSignalBlocker(self.filter)
        self.filter.setText(state["typed"])
        blocker.unblock()
        self._list_anew(Choice(state["current"]))

    def refresh(self, select: str | None = None) -> None:
        """List anew; the selection stays, or goes to ``select``."""
        choice = self._as_it_is()
        try:
            self.lister.read()
        except LibraryUnusable as trouble:
            self.complain(trouble.sentence)
            return
        self.counted.emit(*self.lister.counts)
        self._list_anew(choice if select is None else Choice(select, choice.row, needed=True))

    def take_news(self) -> bool:
        """List anew: the line, the selection and what is in view stay."""
        self.refresh()
        return True

    def complain(self, sentence: str) -> None:
        """Show a sentence in the banner."""
        self.banner.say(sentence)

    def tell(self, sentence: str, back: Callable[[], object], then: str = "brings it back") -> None:
        """Say what was done; Ctrl+Z calls ``back`` and does ``then``."""
        self._back = back
        self.told.say(sentence, then)
        if "edit.undo" in self._registry.commands:
            self._registry.bind("edit.undo", self._bring_back)

    def show_trash(self, trashed: bool) -> None:
        """List what is in the trash, or the reviews."""
        self.trashed = self.lister.trashed = trashed
        self._forget()
        self._widen()
        self.filter.clear()
        self.foot.show_trash(trashed=trashed)
        self.new.setVisible(not trashed)
        self.bind()
        self.refresh()
        self.filter.setFocus()
        self.turned.emit(trashed)

    def show_only(self, ids: frozenset[str], words: str, back: Callable[[], object]) -> None:
        """List only these reviews, and say why; Esc goes ``back``."""
        self.show_trash(False)
        self._back_to, self.lister.only = back, ids
        self.narrowed.setText(f"{words} Esc goes back.")
        self.narrowed.show()
        self._list_anew(Choice())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns follow the width."""
        super().resizeEvent(event)
        theme = self.theme
        side = 2 * theme.px(_MARGIN - OVERHANG)
        place = columns(self.width() - side, theme.scale)
        self._painter.columns = place
        self.heads.show_columns(place)
        self._show_counts()

    # -- inside --------------------------------------------------------------------------------

    def _do(self, run: Callable[[], object]) -> None:
        self._forget()
        run()

    def _bring_back(self) -> None:
        back = self._back
        self._forget()
        if back is not None:
            back()

    def _forget(self) -> None:
        """What was done last can no longer be taken back here."""
        self.told.hide()
        if self._back is not None:
            self._back = None
            self._registry.unbind("edit.undo")

    def _go_back(self) -> None:
        """Out of the trash, or to where these reviews were asked for."""
        back = self._back_to
        self.show_trash(False)
        if back is not None:
            back()

    def _widen(self) -> None:
        self._back_to = None
        self.lister.only = None
        self.narrowed.hide()

    # -- listing -------------------------------------------------------------------------------

    def _as_it_is(self) -> Choice:
        """List so that the selection stays, or is what it will be."""
        row = max(0, self.list.currentIndex().row())
        return self.lister.awaited or Choice(self.current_id, row)

    def _list_anew(self, choice: Choice) -> None:
        self.lister.list(self.filter.text(), choice)

    def _show_listing(self, listing: Listing) -> None:
        self._painter.found = listing.lines
        self.list.verticalScrollBar().setSingleStep(self._painter.height // 2)
        top = self.list.verticalScrollBar().value()
        self.model.show_ids(listing.ids, listing.read, listing.first)
        self.list.verticalScrollBar().setValue(top)
        self.heads.show_order(listing.order)
        self.said.setText(listing.said)
        self.said.setVisible(bool(listing.said))
        self._show_counts()
        found = self.model.row_of(listing.choice.wanted)
        self._choose(listing.choice.row if found is None else found)

    def _show_needed(self, review_id: str) -> None:
        """A review that was just made is shown, whatever was searched for."""
        self.filter.clear()
        self._select(review_id)

    def _begin_search(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def _step(self, step: int, page: bool) -> None:
        rows = max(1, self.list.viewport().height() // self._painter.height - 1) if page else 1
        self._choose(self.list.currentIndex().row() + step * rows)

    def _choose(self, row: int) -> None:
        count = self.model.rowCount()
        if count:
            index = self.model.index(max(0, min(count - 1, row)), 0)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        self._speak()

    def _speak(self) -> None:
        words = self.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        self.filter.setAccessibleDescription(words or "")

    def _show_counts(self) -> None:
        shown, total = self.model.rowCount(), self.lister.total
        self.filter.show_count(count_words(shown, total, trashed=self.trashed))
        fits = NOTHING_TRASHED if self.trashed else NOTHING_FITS
        self.nothing.setText(fits if total else TRASH_EMPTY)
        self.list.setVisible(shown > 0)
        self.nothing.setVisible(shown == 0)
        self._stack.setCurrentIndex(0 if total or self.trashed else 1)
        families = shown > 0 and self._painter.columns.families is not None
        self.foot.show_families(shown=families)

    def _dismiss(self) -> None:
        self.banner.hide()
        self.filter.setFocus()
