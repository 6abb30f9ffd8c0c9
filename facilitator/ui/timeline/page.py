"""The Timeline page: what happened, and when?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from facilitator.domain.phase import Phase
from facilitator.ui.page import PhasePage
from facilitator.ui.row_table import TableFrame
from facilitator.ui.timeline.deeds import EventDeeds
from facilitator.ui.timeline.dock import TimelineDock
from facilitator.ui.timeline.drafting import Drafting
from facilitator.ui.timeline.empty import EmptyTimeline
from facilitator.ui.timeline.event_sheet import EventSheet
from facilitator.ui.timeline.header import Facts
from facilitator.ui.timeline.model import EventModel
from facilitator.ui.timeline.strip_view import StripView
from facilitator.ui.timeline.table import TimelineTable
from facilitator.ui.timeline.wording import days_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from facilitator.domain.delta import Delta
    from facilitator.ui.desk import Desk

_HINTS = (
    ("F2", "Edit"),
    ("Insert", "Add between"),
    ("F6", "Table"),
    ("Ctrl 3", "Factors"),
)
_ROWS = (
    ("F2", "Edit"),
    ("Insert", "Add between"),
    ("*", "Story"),
    ("M", "Marker"),
    ("Enter", "Details"),
    ("Space", "Spotlight"),
    ("Esc", "Entry line"),
)
_EDITING = (("Enter", "Keep"), ("Esc", "Leave it"))
_INSERTING = (("Enter", "Add here"), ("Esc", "Leave it"))
_LEAST_TABLE, _FOUR_LANES = 44 + 5 * 36 + 2 * 28, 290
"""For the table: its heads and five rows, of which the current one has three lines."""
_REMARKS_AFTER_MS = 300


class TimelinePage(PhasePage):
    """Strip and table of the events over the entry line."""

    phase = Phase.TIMELINE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._naming = desk.naming
        self.model = EventModel(desk.review, desk.shown)
        self.facts = Facts(desk.theme)
        self.strip = StripView(desk)
        self.table = TimelineTable(desk, self.model)
        self.dock = TimelineDock(desk)
        self.entry, self.preview = self.dock.entry, self.dock.preview
        self.drafting = Drafting(desk, self.model, self.table, self.dock)
        self.deeds = EventDeeds(desk, self.table, self.model, self.drafting.say)
        self._sheet: EventSheet | None = None
        self._lay_out()
        self._remarks_timer = QTimer(self)
        self._remarks_timer.setSingleShot(True)
        self._remarks_timer.setInterval(_REMARKS_AFTER_MS)
        self._wire()
        self._show_facts()
        self._show_remarks()

    def _lay_out(self) -> None:
        self._header = self.add_header()
        self._header.add_fact(self.facts)
        filled = (self.strip, TableFrame(self.table))
        self._stack = self.add_stack(filled, EmptyTimeline(self.theme))
        self.column.addWidget(self.dock)

    def _wire(self) -> None:
        self.table.chosen.connect(self._chosen)
        self.table.doubleClicked.connect(lambda _index: self.drafting.edit())
        self.strip.chosen.connect(self.table.choose)
        self.drafting.mode_changed.connect(self._mode_changed)
        self.drafting.left.connect(self.table.setFocus)
        self.entry.attended.connect(self._mode_changed)
        self.facts.remarks_asked.connect(self.show_remarks)
        self._remarks_timer.timeout.connect(self._show_remarks)
        self.entry.textEdited.connect(self._put_remarks_off)

    # -- PhasePage -----------------------------------------------------------------------------

    def follow(self, delta: Delta) -> None:
        """Take over changes of events, row by row, and bring what changed into view."""
        if delta.touches("participants", "names") and self.names_are_others():
            self.table.show_names_anew()
            self.strip.show_names_anew()
            self.drafting.show_names_anew()
        if not delta.touches("events", "time_zone", "services"):
            return
        change = partial(self.model.follow, delta)
        self.table.keep_current(change) if delta.leads else self.table.hold(change)
        self.strip.follow(delta)
        if self.strip.current_id != self.table.current_id:
            self.strip.select(self.table.current_id)
        self.drafting.follow(delta)
        if delta.leads and (rows := delta.rows.get("events")) is not None:
            self._lead_to(tuple(each.id for each in rows.added or rows.changed))
        if self._sheet is not None:
            self._sheet.follow(delta)
        self._show_facts()
        self._remarks_timer.start()

    def _lead_to(self, changed: tuple[str, ...]) -> None:
        """Have the current row in view if it is one of those that changed, or else the first."""
        current = self.table.current_id
        if changed:
            self.table.choose(current if current in changed else changed[0])

    def focus_start(self) -> None:
        """To the entry line."""
        self.entry.setFocus()

    def select(self, target: str) -> None:
        """Make an event current and give its row the keys."""
        if self.model.row_of(target) is not None:
            self.table.choose(target)
            self.table.setFocus()

    def selected(self) -> str | None:
        """The current event."""
        return self.table.current_id

    def hints(self) -> tuple[tuple[str, str], ...]:
        """The keys that change events, or those that end what was begun."""
        usual = _HINTS if self.entry.hasFocus() else _ROWS
        return {"edit": _EDITING, "insert": _INSERTING}.get(self.drafting.mode, usual)

    def panes(self) -> tuple[QWidget, ...]:
        """Entry line, table and strip."""
        return (self.entry, self.table, self.strip)

    def state(self) -> dict[str, Any]:
        """Selection, zoom and what is in the entry line."""
        return {
            "current": self.table.current_id,
            "zoom": self.strip.window_shown,
            "typing": self.drafting.state(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take over the state of the page this one replaces."""
        if state["current"] is not None:
            self.table.choose(state["current"])
        self.strip.show_window(state["zoom"])
        self.drafting.restore(state["typing"])

    def settle(self) -> bool:
        """Keep a changed event; a half-typed new one stays in the line."""
        return self.drafting.settle()

    def bind(self) -> None:
        """Bind the commands of this page."""
        for name, run in (*self._event_commands(), *self._view_commands()):
            self.desk.registry.bind(f"timeline.{name}", run)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The strip gives way to five rows of the table where the window is low."""
        super().resizeEvent(event)
        self._share_height()
        self._fit_facts()

    def _share_height(self) -> None:
        """Up to half for the strip, more if that is less than four lanes; then the table."""
        height = self._stack.height()
        wanted = max(height // 2, self.theme.px(_FOUR_LANES))
        self.strip.fit_height(min(wanted, height - self.theme.px(_LEAST_TABLE)))

    def _fit_facts(self) -> None:
        taken = self._header.question.sizeHint().width() + self.theme.px(2 * 40 + 32)
        self.facts.fit(self.width() - taken)

    # -- commands ------------------------------------------------------------------------------

    def _event_commands(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        deeds, drafting = self.deeds, self.drafting
        return (
            ("edit", drafting.edit),
            ("insert", drafting.insert),
            ("delete", deeds.delete),
            ("star", deeds.star),
            ("paste", drafting.paste),
            ("details", self.show_details),
            ("spotlight", deeds.spotlight),
            ("marker", deeds.choose_marker),
            ("kind", deeds.choose_kind),
            ("lane", deeds.choose_lane),
            ("precision", deeds.choose_precision),
        )

    def _view_commands(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        strip = self.strip
        return (
            ("remarks", self.show_remarks),
            ("entry", self.entry.setFocus),
            ("zoom_in", partial(strip.zoom_by, 1)),
            ("zoom_out", partial(strip.zoom_by, -1)),
            ("fit", strip.fit),
            ("earlier", partial(strip.pan, -1)),
            ("later", partial(strip.pan, 1)),
        )

    def show_details(self) -> None:
        """Open the details of the current event."""
        event = self.deeds.current()
        if event is None or not self.drafting.settle():
            return
        self._sheet = EventSheet(self.desk, event)
        self._sheet.closed.connect(self._details_closed)
        self._sheet.open_over(self.window(), self._sheet.text)

    def show_remarks(self) -> None:
        """Open the list of remarks on order and gaps."""
        from facilitator.ui.timeline.remarks_sheet import RemarksSheet  # noqa: PLC0415 - rarely shown

        sheet = RemarksSheet(self.desk, self.select, self._show_remarks)
        sheet.open_over(self.window(), sheet.list)

    # -- showing -------------------------------------------------------------------------------

    def _chosen(self, event_id: str) -> None:
        self.strip.select(event_id or None)
        self.drafting.selection_changed()
        self.desk.host.selection_changed()

    def _details_closed(self) -> None:
        self._sheet = None

    def _mode_changed(self) -> None:
        if self.isVisible():
            self.desk.host.hints_changed()

    def _show_facts(self) -> None:
        total = self.model.rowCount()
        self._stack.setCurrentIndex(0 if total else 1)
        self.facts.show_days(days_words(self.desk.review))
        self.facts.show_story(self.model.starred, total)
        self._fit_facts()

    def _put_remarks_off(self) -> None:
        """They are counted when nobody types: it takes a while with many events."""
        if self._remarks_timer.isActive():
            self._remarks_timer.start()

    def _show_remarks(self) -> None:
        from facilitator.domain.remarks import remarks  # noqa: PLC0415 - after the first frame

        minutes = self.desk.settings.gap_minutes
        found = remarks(self.desk.review, now=self.desk.now(), gap_minutes=minutes)
        self.facts.show_remarks(len(found))
