"""The reviews of the library: line, list and foot."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
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
from facilitator.ui.library.empty import NOTHING_FITS, TRASH_EMPTY, EmptyLibrary
from facilitator.ui.library.filter_line import FilterLine
from facilitator.ui.library.foot import Foot
from facilitator.ui.library.heads import Heads
from facilitator.ui.library.model import ReviewModel
from facilitator.ui.library.row_painter import ROW, RowPainter
from facilitator.ui.library.told import Told
from facilitator.ui.library.wording import count_words, spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from facilitator.store.listing import Summary
    from facilitator.ui.library.door import Door
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
        self._reviews: tuple[Summary, ...] = ()
        self._trash: tuple[Summary, ...] = ()
        self.model = ReviewModel()
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
        view.verticalScrollBar().setSingleStep(self.theme.px(ROW) // 2)
        return view

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(self._head())
        column.addWidget(self.narrowed)
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
        self.filter.textChanged.connect(self._filter)
        self.filter.stepped.connect(self._step)
        self.filter.open_asked.connect(lambda: run(self._own("open", "restore")))
        self.filter.removal_asked.connect(lambda: run(self._own("trash", "delete")))
        self.filter.pasted.connect(self.deeds.paste)
        self.filter.left.connect(self._go_back)
        self.list.doubleClicked.connect(lambda _index: run(self._own("open", "restore")))
        self.list.selectionModel().currentChanged.connect(lambda _now, _was: self._speak())

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
        self._registry.bind("library.show_trash", lambda: self.show_trash(not self.trashed))

    def leave(self) -> None:
        """Take the commands back; the window shows something else."""
        self._forget()
        self._registry.unbind("library.")

    def focus_start(self) -> None:
        """To the line that is typed in."""
        self.filter.setFocus()

    @property
    def current(self) -> Summary | None:
        """The selected review."""
        index = self.list.currentIndex()
        return self.model.shown[index.row()] if index.isValid() else None

    @property
    def current_id(self) -> str | None:
        """Its id."""
        summary = self.current
        return summary.id if summary is not None else None

    def select(self, review_id: str) -> None:
        """Select a review, if it is listed."""
        row = self.model.row_of(review_id)
        if row is not None:
            self._choose(row)

    def state(self) -> dict[str, Any]:
        """What ``restore`` needs to look the same again."""
        return {"trashed": self.trashed, "typed": self.filter.text(), "current": self.current_id}

    def restore(self, state: dict[str, Any]) -> None:
        """Take over the state of a list that this one replaces."""
        if state["trashed"]:
            self.show_trash(True)
        self.filter.setText(state["typed"])
        if state["current"] is not None:
            self.select(state["current"])

    def refresh(self, select: str | None = None) -> None:
        """List anew; the selection stays, or goes to ``select``."""
        wanted, row = select or self.current_id, self.list.currentIndex().row()
        try:
            self._reviews = tuple(self._door.reviews(trashed=False))
            self._trash = tuple(self._door.reviews(trashed=True))
        except LibraryUnusable as trouble:
            self.complain(trouble.sentence)
            return
        self.model.show_reviews(self._trash if self.trashed else self._reviews)
        if select is not None and self.model.row_of(select) is None and self.filter.text():
            self.filter.clear()
        self._show_counts()
        found = self.model.row_of(wanted)
        self._choose(found if found is not None else max(0, row))

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
        self.trashed = trashed
        self._forget()
        self._widen()
        self.filter.clear()
        self.heads.show_trash(trashed=trashed)
        self.foot.show_trash(trashed=trashed)
        self.new.setVisible(not trashed)
        self.bind()
        self.refresh()
        self.filter.setFocus()
        self.turned.emit(trashed)

    def show_only(self, ids: frozenset[str], words: str, back: Callable[[], object]) -> None:
        """List only these reviews, and say why; Esc goes ``back``."""
        self.show_trash(False)
        self._back_to = back
        self.model.narrow(ids)
        self.narrowed.setText(f"{words} Esc goes back.")
        self.narrowed.show()
        self._show_counts()
        self._choose(0)

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
        self.narrowed.hide()
        self.model.narrow(None)

    def _filter(self, text: str) -> None:
        self.model.filter(text)
        self._show_counts()
        self._choose(0)

    def _step(self, step: int, page: bool) -> None:
        rows = max(1, self.list.viewport().height() // self.theme.px(ROW) - 1) if page else 1
        self._choose(self.list.currentIndex().row() + step * rows)

    def _choose(self, row: int) -> None:
        count = self.model.rowCount()
        if count:
            index = self.model.index(max(0, min(count - 1, row)), 0)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        self._speak()

    def _speak(self) -> None:
        summary = self.current
        self.filter.setAccessibleDescription(spoken(summary) if summary is not None else "")

    def _show_counts(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        self.filter.show_count(count_words(shown, total, trashed=self.trashed))
        self.counted.emit(len(self._reviews), len(self._trash))
        self.nothing.setText(NOTHING_FITS if total else TRASH_EMPTY)
        self.list.setVisible(shown > 0)
        self.nothing.setVisible(shown == 0)
        self._stack.setCurrentIndex(0 if total or self.trashed else 1)
        families = shown > 0 and self._painter.columns.families is not None
        self.foot.show_families(shown=families)

    def _dismiss(self) -> None:
        self.banner.hide()
        self.filter.setFocus()
