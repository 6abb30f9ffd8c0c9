"""The list of the import sheet: sorted out by single keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListView

from facilitator.domain.words import Marker
from facilitator.exchange.source_rows import Fate, Standing
from facilitator.ui.importing.line_painter import ROW, LinePainter
from facilitator.ui.importing.lines import EventLine, FileLine
from facilitator.ui.importing.lines_model import LinesModel
from facilitator.ui.one_row import OneRow
from facilitator.ui.row_list import set_up_rows

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from facilitator.exchange.source_rows import Row
    from facilitator.ui.importing.lines import Line
    from facilitator.ui.theme import Theme

_LEAST = 1
_SHEETS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab}
OTHERWISE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""With one of these a letter is none of the list's keys: Ctrl Z is not Z."""
_MARKERS: tuple[Marker | None, ...] = (None, *Marker)


class LinesList(OneRow, QListView):
    """Space takes or leaves, * stars, J joins to the one before, M marks.

    ``changed`` is emitted after every decision.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        set_up_rows(self, "import.list", "What would come")
        self._theme = theme
        self.lines = LinesModel()
        self._painter = LinePainter(theme, self.lines)
        self.setModel(self.lines)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setMinimumHeight(_LEAST * theme.px(ROW))
        self._marking: Row | None = None
        self._lent: list[tuple[Row, Marker]] = []

    def sizeHint(self) -> QSize:
        """As many rows as there are; the sheet gives what room there is."""
        high = max(_LEAST, self.lines.rowCount()) * self._theme.px(ROW)
        return QSize(super().sizeHint().width(), min(high, self._theme.px(4_000)))

    def current_line(self) -> Line | None:
        """The line that is current."""
        index = self.currentIndex()
        return self.lines.lines[index.row()] if index.isValid() else None

    def choose(self, row: int) -> None:
        """Make a line current."""
        last = self.lines.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self.lines.index(max(0, min(row, last)), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the list; Enter and Escape are the sheet's."""
        deed = {
            Qt.Key.Key_Space: self.toggle,
            Qt.Key.Key_Asterisk: self.star,
            Qt.Key.Key_J: self.join,
            Qt.Key.Key_M: self.mark,
        }.get(Qt.Key(event.key()))
        if deed is not None and not event.modifiers() & OTHERWISE:
            deed()
        elif event.key() in _SHEETS or event.text().isalpha():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """As Space."""
        self.toggle()

    # -- decisions -----------------------------------------------------------------------------

    def toggle(self) -> None:
        """Take the line or leave it, and go on to the next."""
        line = self.current_line()
        if isinstance(line, FileLine):
            line.file.wanted = not line.file.wanted
        elif isinstance(line, EventLine) and line.row.standing is not Standing.THERE:
            line.row.fate = Fate.LEAVE if line.row.fate is Fate.TAKE else Fate.TAKE
            if line.row.fate is Fate.LEAVE:
                line.row.starred, line.row.marker = False, None
            line.row.decided = True
        self._decided(step=True)

    def star(self) -> None:
        """Put the line into the story, or take it out; a starred line is taken."""
        line = self.current_line()
        if isinstance(line, EventLine) and line.row.standing is Standing.NEW:
            line.row.starred = not line.row.starred
            if line.row.starred:
                line.row.fate = Fate.TAKE
            line.row.decided = True
        self._decided()

    def join(self) -> None:
        """Join the line to the one before it that is taken from the same source, or part them."""
        line = self.current_line()
        if self._may_join(line):
            joined = line.row.fate is Fate.JOIN
            line.row.fate = Fate.TAKE if joined else Fate.JOIN
            line.row.starred, line.row.marker = False, None
            line.row.decided = True
        self._decided(step=True)

    def mark(self) -> None:
        """The next marker; each stands once, so that it leaves the line that had it.

        That line gets it back when this one goes on to the next.
        """
        line = self.current_line()
        if not isinstance(line, EventLine) or line.row.standing is not Standing.NEW:
            return
        following = (_MARKERS.index(line.row.marker) + 1) % len(_MARKERS)
        marker = _MARKERS[following]
        self._give_back(line.row)
        for other in self.lines.all:
            if marker is not None and isinstance(other, EventLine) and other.row.marker is marker:
                other.row.marker, other.row.decided = None, True
                self._lent.append((other.row, marker))
        line.row.marker, line.row.decided = marker, True
        if marker is not None:
            line.row.fate = Fate.TAKE
        self._decided()

    def _give_back(self, row: Row) -> None:
        """Give the lines their markers that only went by on this row."""
        if row is self._marking:
            for other, marker in self._lent:
                other.marker = marker
        self._marking, self._lent = row, []

    def take_all(self, *, proposed: bool) -> None:
        """Take every line that is no noise, or only those that are proposed."""
        for line in self.lines.all:
            if isinstance(line, FileLine):
                line.file.wanted = not proposed and line.file.usable
            elif isinstance(line, EventLine) and line.row.standing is Standing.NEW:
                noise = bool(line.row.placed.entry.noise)
                wanted = (line.proposed or line.row.starred if proposed else True) and not noise
                line.row.fate = Fate.TAKE if wanted else Fate.LEAVE
        self._decided()

    def take_none(self) -> None:
        """Leave all lines where they are."""
        for line in self.lines.all:
            if isinstance(line, EventLine):
                line.row.fate, line.row.starred, line.row.marker = Fate.LEAVE, False, None
        self._decided()

    def _may_join(self, line: Line | None) -> TypeGuard[EventLine]:
        """Whether one before it is taken from the same source."""
        if not isinstance(line, EventLine) or line.row.standing is not Standing.NEW:
            return False
        rows = line.intake.rows
        place = next(index for index, row in enumerate(rows) if row is line.row)
        return any(row.fate is Fate.TAKE for row in rows[:place])

    def _decided(self, *, step: bool = False) -> None:
        self.viewport().update()
        if step:
            self.choose(self.currentIndex().row() + 1)
        self.changed.emit()
