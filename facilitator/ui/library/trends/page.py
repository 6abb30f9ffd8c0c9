"""The page of the trends, as charts or as tables, and where its keys lead."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.trend_tables import heed_table, tables
from facilitator.domain.trend_words import HEADLINE, fact_words
from facilitator.store.errors import LibraryUnusable
from facilitator.ui.kit import Banner, Label, PageHeader, underlined
from facilitator.ui.library.commands import TRENDS
from facilitator.ui.library.seeker import Seeker
from facilitator.ui.library.trends.board import LEAST, TrendsBoard
from facilitator.ui.library.trends.foot import TrendsFoot
from facilitator.ui.library.trends.spans import ALL, SPANS, YEAR, span_of, typed_span
from facilitator.ui.library.trends.tables import TrendTables

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from facilitator.domain.behind import Behind
    from facilitator.domain.trend_tables import Row, Table
    from facilitator.domain.trends import Trends
    from facilitator.geometry.trends.drawing import Spot
    from facilitator.ui.chooser import Choice
    from facilitator.ui.library.door import Door
    from facilitator.ui.registry import Registry
    from facilitator.ui.theme import Theme

_MARGIN, _ROOM, _FACT_SIDE = 40, 24, 6
_EMPTY = (
    "There is no review to tell anything from yet. Ctrl 1 leads to the reviews, and Ctrl I there "
    "imports those you have."
)
_READING = "Counting …"
_SPAN_LINE = "Choose, or type a day"
_NO_DAY = "No day that has passed. Write it like 2018-04-18, 18 Apr, Apr 2018 or 2018."


class TrendsPage(QWidget):
    """Reads in a thread; ``trends`` is what is shown, None until it is read."""

    def __init__(
        self,
        theme: Theme,
        registry: Registry,
        door: Door,
        show_behind: Callable[[frozenset[str], str], object],
    ) -> None:
        super().__init__()
        self.setObjectName("library.trends")
        self.setAccessibleName("Trends")
        self.theme = theme
        self._registry, self._door, self._show_behind = registry, door, show_behind
        self.trends: Trends | None = None
        self._found: dict[str, Table] = {}
        self.span = YEAR
        self._span_chosen = self._as_tables = False
        self._wanted: dict[str, Any] | None = None
        self._seeker = Seeker(lambda span: door.trends(span_of(span).since(door.today())), self)
        self._make_parts()
        self._lay_out()
        self._wire()

    # -- making --------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        theme, registry, px = self.theme, self._registry, self.theme.px
        self.banner = Banner(theme, self._dismiss)
        self.header = PageHeader(theme, HEADLINE)
        self.fact = underlined(
            theme, lambda: registry.run("trends.span"), name="library.trends.span", side=_FACT_SIDE
        )
        self.fact.setToolTip("From when on (S)")
        self.header.add_fact(self.fact)
        row = self.header.layout()
        if row is not None:
            # Its words end where the charts do, the ring around them does not.
            row.setContentsMargins(px(_MARGIN), px(6), px(_MARGIN) - px(_FACT_SIDE), 0)
        self.board = TrendsBoard(theme, registry, TRENDS)
        self.tables = TrendTables(theme, registry, TRENDS)
        self.said = Label(theme, _READING, "text", "ink2", wrap=True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.said.setContentsMargins(theme.px(_MARGIN), theme.px(8), theme.px(_MARGIN), 0)
        self.foot = TrendsFoot(theme)
        self.charts_area, self.tables_area = (
            self._scrolled(each) for each in (self.board, self.tables)
        )

    def _scrolled(self, inside: QWidget) -> QScrollArea:
        px = self.theme.px
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(px(_MARGIN), px(6), px(_MARGIN), px(_ROOM))
        column.addWidget(inside)
        inside.setMinimumWidth(px(LEAST))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(room)
        area.verticalScrollBar().installEventFilter(self)
        return area

    def _set_right(self, area: QScrollArea, right: int) -> None:
        room = area.widget()
        column = room.layout() if room is not None else None
        if column is not None:
            margins = column.contentsMargins()
            margins.setRight(right)
            column.setContentsMargins(margins)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A scroll bar takes its room of the margin, so that all ends at one line."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            for area in (self.charts_area, self.tables_area):
                # A bar that is hidden with the whole page still has its room.
                bar = area.verticalScrollBar()
                wide = bar.sizeHint().width() if bar.isVisibleTo(area) else 0
                self._set_right(area, self.theme.px(_MARGIN) - wide)
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._stack = QStackedWidget()
        for each in (self.said, self.charts_area, self.tables_area):
            self._stack.addWidget(each)
        column.addWidget(self.banner)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)

    def _wire(self) -> None:
        self._seeker.found.connect(self._show)
        self._seeker.troubled.connect(self._cannot)
        self.board.walked.connect(self._tell_spot)
        self.board.opened.connect(self._open_spot)
        self.board.shown_at.connect(lambda box: self._bring(self.charts_area, self.board, box))
        self.tables.came.connect(lambda box: self._bring(self.tables_area, self.tables, box))
        self.tables.opened.connect(self._open_row)

    # -- what the hall asks --------------------------------------------------------------------

    @property
    def since(self) -> date | None:
        """The day from which on is told, or None."""
        return self.span.since(self._door.today())

    def refresh(self) -> None:
        """Count anew; what is shown stays until that is done."""
        if self.trends is None:
            self._say(_READING)
        self._seeker.seek(self.span.id)

    def take_news(self) -> bool:
        """Count anew; the chosen mark or row stays."""
        self.refresh()
        return True

    def bind(self) -> None:
        """Bind the commands of the page."""
        for name, run in (
            ("open", self._open),
            ("tables", self._turn),
            ("span", self._ask_span),
            ("copy", self._copy),
            ("csv", self._ask_where),
            ("save", self._save_all),
        ):
            self._registry.bind(f"trends.{name}", run)

    def leave(self) -> None:
        """Take the commands back."""
        self._seeker.forget()
        self._registry.unbind("trends.")

    def focus_start(self) -> None:
        """To the charts, or to the tables."""
        if self._as_tables and self.tables.tables:
            self.tables.focus_chosen()
        else:
            self.board.setFocus()

    def complain(self, sentence: str) -> None:
        """Show a sentence in the banner."""
        self.banner.say(sentence)

    def state(self) -> dict[str, Any]:
        """What ``restore`` needs to look the same again."""
        return {
            "span": self.span.id,
            "chosen": self._span_chosen,
            "tables": self._as_tables,
            "chart": self._chosen(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take over the state of a page that this one replaces."""
        self.span, self._span_chosen = span_of(state["span"]), state["chosen"]
        self._as_tables, self._wanted = state["tables"], state
        self.refresh()

    # -- showing -------------------------------------------------------------------------------

    def _show(self, trends: Trends) -> None:
        if not trends.reviews and not self._span_chosen and self.span is not ALL:
            # What is old tells more than nothing.
            self.span = ALL
            self.refresh()
            return
        self.trends = trends
        self._found = {each.name: each for each in _all_tables(trends)}
        self.fact.setText(fact_words(trends))
        self.fact.setAccessibleName(f"{fact_words(trends)}. Choose from when on.")
        if not trends.reviews and trends.since is None and not trends.undated:
            self._say(_EMPTY)
            return
        self.board.show_trends(trends)
        had_keys = self.tables.isAncestorOf(_focus() or self)
        self.tables.show_tables(tuple(self._found.values()))
        self._show_current()
        if had_keys:
            self.tables.focus_chosen()
        self._go_on()

    def _go_on(self) -> None:
        """At the chart where a page was left, once there are figures."""
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        if wanted["chart"]:
            self._choose(wanted["chart"])
        self.focus_start()

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self._stack.setCurrentWidget(self.said)

    def _show_current(self) -> None:
        area = self.tables_area if self._as_tables else self.charts_area
        self._stack.setCurrentWidget(area)
        self.foot.show_tables(tables=self._as_tables)

    def _cannot(self, sentence: str) -> None:
        self.complain(sentence)
        if self.trends is None:
            self._say("The library cannot be read now.")

    def _bring(self, area: QScrollArea, inside: QWidget, box: QRect) -> None:
        middle = box.translated(inside.pos()).center()
        room = self.theme.px(_ROOM)
        area.ensureVisible(middle.x(), middle.y(), room, box.height() // 2 + room)

    def _tell_spot(self, spot: Spot | None) -> None:
        self.foot.say("" if spot is None else spot.words)

    def _dismiss(self) -> None:
        self.banner.hide()
        self.focus_start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The fact gives way to the question where there is little room."""
        super().resizeEvent(event)
        self.fact.setMaximumWidth(max(0, self.width() - self.theme.px(_MARGIN * 2 + 300)))

    # -- deeds ---------------------------------------------------------------------------------

    def _turn(self) -> None:
        """Charts to tables and back, at the same chart."""
        if self.trends is None:
            return
        chosen = self._chosen()
        self._as_tables = not self._as_tables
        self.foot.say("")
        # What is hidden gives its keys to whatever comes next, so it is chosen after that.
        self._show_current()
        if chosen:
            self._choose(chosen)
        self.focus_start()
        # Tables that were never shown have their places only after this.
        QTimer.singleShot(0, self, self._bring_chosen)

    def _bring_chosen(self) -> None:
        if self._as_tables:
            self.tables.tell_place()
        else:
            self.board.tell_place()

    def _open(self) -> None:
        table = self.tables.current
        if not self._as_tables:
            self.board.open()
        elif table is not None:
            table.open()

    def _open_spot(self, spot: Spot) -> None:
        self._go_behind(spot.behind, spot.words)

    def _open_row(self, row: Row) -> None:
        table = self.tables.current
        title = f"{table.table.title}: " if table is not None else ""
        self._go_behind(row.behind, title + next(filter(None, row.cells), ""))

    def _go_behind(self, behind: Behind, words: str) -> None:
        try:
            ids = behind.found(self._door.behind) if behind else frozenset()
        except LibraryUnusable as trouble:
            self.complain(trouble.sentence)
            return
        if ids:
            self._show_behind(ids, f"{words.rstrip('.')}.")
        else:
            self.foot.say(f"No review lies behind this: {words}")

    def _ask_span(self) -> None:
        from facilitator.ui.chooser import Choice, Chooser  # noqa: PLC0415 - when asked for

        today = self._door.today()

        def typed_day(typed: str) -> Choice | None:
            span = typed_span(typed, today)
            return None if span is None else Choice(span.id, span.words)

        spans = SPANS if self.span in SPANS else (*SPANS, self.span)
        chooser = Chooser(
            self.theme,
            "From when on?",
            [Choice(each.id, each.words) for each in spans],
            self._choose_span,
            current=self.span.id,
            more=typed_day,
            empty=_NO_DAY,
        )
        chooser.line.setPlaceholderText(_SPAN_LINE)
        chooser.open_over(self.window())

    def _choose_span(self, choice: Choice) -> None:
        self.span, self._span_chosen = span_of(choice.id), True
        self.refresh()

    # -- copies --------------------------------------------------------------------------------

    def _chosen(self) -> str:
        """The name of the chart or table that is chosen; empty if none is."""
        if self._as_tables:
            shown = self.tables.current
            return "" if shown is None else shown.table.name
        chart = self.board.chart
        return "" if chart is None else chart.name

    def _choose(self, name: str) -> None:
        (self.tables if self._as_tables else self.board).choose_chart(name)

    def _table(self) -> Table | None:
        """The table that is chosen, or that of the chosen chart; else the first."""
        return self._found.get(self._chosen(), next(iter(self._found.values()), None))

    def _copy(self) -> None:
        from facilitator.exchange.trends_csv import write_table_tabs  # noqa: PLC0415 - rarely

        shown = self.tables.current if self._as_tables else None
        table = self._table() if shown is None else shown.copied
        if table is not None:
            QGuiApplication.clipboard().setText(write_table_tabs(table))
            self.foot.say(f"Copied: {table.title}, with {len(table.rows)} rows.")

    def _ask_where(self) -> None:
        table = self._table()
        if table is None:
            return
        name, _form = QFileDialog.getSaveFileName(
            self, "Save this table", f"{table.name}.csv", "CSV (*.csv)"
        )
        if name:
            self._save(table, Path(name))
        self.focus_start()

    def _save_all(self) -> None:
        """The whole page, as it is told from the chosen day on."""
        from facilitator.ui.library.saving.deeds import save_trends  # noqa: PLC0415 - rarely

        save_trends(self.theme, self._door, self.since, self.window())

    def _save(self, table: Table, path: Path) -> None:
        from facilitator.app.files import write_atomically  # noqa: PLC0415 - rarely
        from facilitator.exchange.trends_csv import write_table_csv  # noqa: PLC0415 - rarely

        try:
            write_atomically(path, write_table_csv(table), overwrite=True)
        except OSError as problem:
            self.complain(f"{path} could not be written: {problem.strerror}.")
            return
        self.foot.say(f"Saved: {path}")


def _all_tables(trends: Trends) -> tuple[Table, ...]:
    """What there is to heed, then a table for every chart."""
    return (heed_table(trends), *tables(trends))


def _focus() -> QWidget | None:
    found = QGuiApplication.focusObject()
    return found if isinstance(found, QWidget) else None
