"""The page of all actions: the line, the states, the table, and the follow-up of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.action_filter import ActionState
from facilitator.domain.action_filter_line import doubts, read_filter
from facilitator.domain.phase import Phase
from facilitator.ui.kit import Banner, Label, PageHeader
from facilitator.ui.library.actions.chips import StateChips
from facilitator.ui.library.actions.choosing import NOBODY, Choosing
from facilitator.ui.library.actions.deeds import ActionDeeds
from facilitator.ui.library.actions.desk import ActionDesk
from facilitator.ui.library.actions.detail import Detail
from facilitator.ui.library.actions.editing import CellWalk
from facilitator.ui.library.actions.foot import ActionFoot
from facilitator.ui.library.actions.line import ActionLine
from facilitator.ui.library.actions.lister import Lister
from facilitator.ui.library.actions.model import ActionListModel
from facilitator.ui.library.actions.outcome import TROUBLE, Outcome
from facilitator.ui.library.actions.runs import runs
from facilitator.ui.library.actions.table import AllActionsTable
from facilitator.ui.library.actions.wording import (
    UNREAD,
    UNREADABLE,
    count_words,
    second_line,
    since_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QResizeEvent

    from facilitator.ui.library.actions.lister import Found
    from facilitator.ui.library.door import Door
    from facilitator.ui.registry import Registry
    from facilitator.ui.theme import Theme

_MARGIN, _OVERHANG, _SCROLL = 40, 16, 10
_DETAIL_FROM = 680
"""From this height on, in px at type size 100 %, the current action is shown in full too."""
_ALL, _FOLLOW = "What was promised?", "What came of it?"
_BEGIN = "open"
"""What the line asks for at first."""
_EMPTY = "No review has an action yet. Ctrl 1 leads to the reviews, where they are agreed on."
_NONE_OPEN = "No action is open. Esc lists all; Ctrl 1 leads to the reviews, where they begin."
_NOTHING = "No action fits the line. Esc empties it."
_NOTHING_SINCE = "Nothing to walk through: nothing was promised, done or due. F leads back."
_NOTHING_HERE = "Nothing to walk through: nothing fits the line. Esc empties it."


class ActionsView(QWidget):
    """A LibraryPage; rows stay where they are when they are changed, until it is listed anew."""

    def __init__(
        self,
        theme: Theme,
        registry: Registry,
        door: Door,
        show_open: Callable[[int], object] = lambda _count: None,
    ) -> None:
        """``show_open`` is told how many actions are open, whenever that is counted."""
        super().__init__()
        self.setObjectName("library.actions")
        self.setAccessibleName("Actions of all reviews")
        self.theme = theme
        self._registry, self._door, self._show_open = registry, door, show_open
        self.follow, self._typed = False, {False: _BEGIN, True: ""}
        self._want_table = False
        self._since, self._stay = "", False
        self._number: int | None = None
        self.lister = Lister(door.library, door.today, self)
        self.model = ActionListModel(lambda numbers: door.library().actions(numbers), door.today)
        self._make_parts()
        self._lay_out()
        self._wire()

    # -- making --------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        theme = self.theme
        self.banner = Banner(theme, self._dismiss)
        self.header = PageHeader(theme, _ALL)
        self.since = Label(theme, "", "text", "ink2", where="library")
        self.header.add_fact(self.since)
        self.line, self.chips = ActionLine(theme), StateChips(theme)
        self.line.setText(_BEGIN)
        self.doubt = self._label("note", "all_actions.doubt")
        self.nothing = self._label("ink2", "all_actions.nothing", "text")
        self.table = AllActionsTable(theme, self._registry, self.model)
        self.outcome = Outcome(theme, lambda step: self._door.library().take_back(step), self)
        self.detail, self.foot = Detail(theme), ActionFoot(theme)
        say = self.outcome.say
        desk = ActionDesk(theme, self._door, self.outcome)
        begin = Choosing(self.table, self.model, desk, say)
        self.deeds = ActionDeeds(desk, self.window, begin, say)
        self.cells = CellWalk(desk, self, self.table, self.deeds, begin)

    def _label(self, colour: str, name: str, role: str = "label") -> Label:
        label = Label(self.theme, "", role, colour, where="library", wrap=True)
        label.setObjectName(name)
        label.hide()
        return label

    def _lay_out(self) -> None:
        px = self.theme.px
        margin, side = px(_MARGIN), px(_MARGIN - _OVERHANG)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.header)
        column.addLayout(self._padded(self.line, margin - px(4), margin))
        for label in (self.doubt, self.outcome.said):
            label.setContentsMargins(margin, px(8), margin, 0)
            column.addWidget(label)
        column.addSpacing(px(12))
        column.addLayout(self._padded(self.chips, margin - px(4), margin))
        column.addSpacing(px(8))
        self._listed = QWidget()
        self._listed.setLayout(self._padded(self.table, side, side - px(_SCROLL)))
        column.addWidget(self._listed, 1)
        self.nothing.setContentsMargins(margin, px(40), margin, 0)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.nothing, 1)
        for widget in (self.detail, self.outcome.told, self.outcome.untold, self.foot):
            column.addWidget(widget)

    def _padded(self, widget: QWidget, left: int, right: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(left, 0, right, 0)
        row.addWidget(widget)
        return row

    def _wire(self) -> None:
        self.line.textChanged.connect(lambda _text: self._list())
        self.line.stepped.connect(lambda _step, _page: self._into_table())
        self.line.left.connect(self._into_table)
        self.line.installEventFilter(self)
        self.table.installEventFilter(self)
        self.table.moved.connect(self._show_current)
        self.model.dataChanged.connect(self._show_detail)
        self.outcome.changed.connect(self._changed)
        self.lister.counted.connect(self._show_counts)
        self.table.selectionModel().selectionChanged.connect(lambda _now, _was: self._show_chosen())
        self.table.doubleClicked.connect(lambda _index: self.open())
        self.chips.asked.connect(self.line.toggle)
        self.lister.found.connect(self._show)
        self.lister.troubled.connect(self.complain)
        self.model.troubled.connect(self.complain, Qt.ConnectionType.QueuedConnection)

    # -- LibraryPage ---------------------------------------------------------------------------

    def refresh(self) -> None:
        """List anew; the row with the frame stays, if it is listed still."""
        self.lister.recount()
        if self.cells.settle():
            self._list(stay=True)

    def take_news(self) -> bool:
        """List anew, unless a cell is being typed; of several that are chosen the rows stay."""
        if self.cells.typing:
            return False
        if self.table.count_chosen() > 1:
            self._changed()
        else:
            self.refresh()
        return True

    def bind(self) -> None:
        """Bind the commands of the page."""
        for name, run in runs(self).items():
            self._registry.bind(f"all_actions.{name}", run)
        edit = {"find": self.begin_line, "undo": self.outcome.undo, "redo": self.outcome.redo}
        for name, run in edit.items():
            if f"edit.{name}" in self._registry.commands:
                self._registry.bind(f"edit.{name}", run)

    def leave(self) -> None:
        """Take the commands back; what is typed is kept, or dropped where it is refused."""
        self.cells.settle()
        self.cells.editor.drop()
        self.lister.leave()
        for prefix in ("all_actions.", "edit.find", "edit.undo", "edit.redo"):
            self._registry.unbind(prefix)

    def focus_start(self) -> None:
        """Into the table, once there is something in it."""
        self._want_table = True
        if self.lister.busy or not self.model.rowCount():
            self.line.setFocus()
        else:
            self._into_table()

    def complain(self, sentence: str) -> None:
        """Show a sentence in the banner."""
        self.banner.say(sentence)

    def state(self) -> dict[str, Any]:
        """What ``restore`` needs to go on where one was."""
        self._typed[self.follow] = self.line.text()
        row = self.table.row
        number = None if row is None else self.model.number_at(row)
        return {
            "follow": self.follow,
            "typed": dict(self._typed),
            "number": number,
            "steps": self.outcome.steps,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go on where another page like this one was left."""
        self.follow, self._typed = state["follow"], dict(state["typed"])
        self.outcome.steps, self._number = state["steps"], state["number"]
        self.header.question.setText(_FOLLOW if self.follow else _ALL)
        blocker = QSignalBlocker(self.line)
        self.line.setText(self._typed[self.follow])
        blocker.unblock()
        self._want_table = True
        self._list(stay=True)

    # -- commands ------------------------------------------------------------------------------

    def open(self) -> None:
        """Open the review of the row with the frame, at this action."""
        row = self.table.row
        listed = None if row is None else self.model.at(row)
        if listed is None or not listed.review.id:
            self.outcome.say(NOBODY if listed is None else UNREAD)
            return
        try:
            self._door.open(listed.review.id, (Phase.ACTIONS, listed.id))
        except TROUBLE as trouble:
            self.complain(trouble.sentence)

    def turn(self) -> None:
        """From all actions to the follow-up of the last meeting, or back."""
        if not self.cells.settle():
            return
        self._typed[self.follow] = self.line.text()
        self.follow = not self.follow
        self.header.question.setText(_FOLLOW if self.follow else _ALL)
        self._show_keys()
        self.table.clear_current()
        self._want_table = True
        if self.line.text() == self._typed[self.follow]:
            self._list()
        else:
            self.line.setText(self._typed[self.follow])

    def begin_line(self) -> None:
        """To the line that filters."""
        if self.cells.settle():
            self.line.setFocus()
            self.line.selectAll()

    def _into_table(self) -> None:
        if self.model.rowCount():
            self.table.setFocus()

    # -- showing -------------------------------------------------------------------------------

    def _list(self, *, stay: bool = False) -> None:
        """List what the line asks for; the frame stays, or goes to the first row."""
        self._stay = stay
        self.cells.editor.drop()
        doubt = doubts(self.line.text(), self._door.today())
        self.doubt.setText(doubt)
        self.doubt.setVisible(bool(doubt))
        self.lister.list(self.line.text(), follow=self.follow)

    def _asked(self) -> frozenset[ActionState]:
        return read_filter(self.line.text(), self._door.today()).states

    def _changed(self) -> None:
        self.model.read_anew()
        self.lister.recount()
        self.lister.count()

    def _show_counts(self, counts: Mapping[ActionState, int]) -> None:
        self.chips.show_counts(counts, self._asked())
        self._show_open(counts[ActionState.OPEN])

    def _show(self, found: Found) -> None:
        row = self.table.row
        if not self._stay:
            row = None
        elif row is not None:
            self._number = self.model.number_at(row)
        number, self._number = self._number, None
        column = self.table.column
        self.model.show_sections(found.sections)
        self.table.fit_heads()
        self._show_counts(found.counts)
        self.line.show_count(count_words(found.total))
        today = self._door.today()
        self._since = since_words(found.since, today, met=found.met) if self.follow else ""
        self._show_chosen()
        self._show_nothing(found)
        stays = self.model.row_of(number)
        if found.total:
            start = 0 if row is None else row
            self.table.choose_row(start if stays is None else stays, column)
        if self._want_table and found.total:
            self._want_table = False
            self._into_table()

    def _show_current(self) -> None:
        self.outcome.said.hide()
        self._show_detail()

    def _show_detail(self, *_changed: object) -> None:
        row = self.table.row
        listed = None if row is None else self.model.at(row)
        if listed is None:
            self.detail.show_action("", "")
        else:
            words = "" if listed.action is None else listed.action.text
            told = second_line(listed, self._door.today())
            self.detail.show_action(words or UNREADABLE, told)

    def _show_chosen(self) -> None:
        """Beside the question: from when on, or how many are chosen where there are several."""
        count = self.table.count_chosen()
        self.since.setText(f"{count:,} chosen" if count > 1 else self._since)

    def _show_nothing(self, found: Found) -> None:
        empty = found.total == 0
        self.nothing.setText(self._words_for_nothing(self.line.text().strip()))
        self.nothing.setVisible(empty)
        self._listed.setVisible(not empty)
        self._show_room()
        if empty and not self.table.hasFocus():
            return
        if empty:
            self.line.setFocus()

    def _words_for_nothing(self, typed: str) -> str:
        if self.follow:
            return _NOTHING_HERE if typed else _NOTHING_SINCE
        return {"": _EMPTY, _BEGIN: _NONE_OPEN}.get(typed, _NOTHING)

    def _dismiss(self) -> None:
        self.banner.hide()
        self.focus_start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The foot shows the keys of what has the focus."""
        if event.type() == event.Type.FocusIn:
            self._show_keys()
        return super().eventFilter(watched, event)

    def _show_keys(self) -> None:
        table = "follow" if self.follow else "table"
        self.foot.show_mode("line" if self.line.hasFocus() else table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A cell that is typed stays over its place."""
        super().resizeEvent(event)
        self._show_room()
        self.cells.place()

    def _show_room(self) -> None:
        """In a low window the rows have what there is."""
        high = self.height() >= self.theme.px(_DETAIL_FROM)
        self.detail.setVisible(high and not self._listed.isHidden())
