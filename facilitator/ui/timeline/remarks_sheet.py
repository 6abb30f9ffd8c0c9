"""The remarks on order and gaps: a quiet list that leads to the events, never a gate."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidgetItem

from facilitator.domain.remarks import remarks
from facilitator.ui.kit import Label
from facilitator.ui.sheet import Sheet
from facilitator.ui.yielding import YieldingList

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.ui.desk import Desk

_ROW, _MOST_ROWS, _MINUTES_WIDE = 44, 9, 90
_MOST_MINUTES, _STEP = 24 * 60, 5
_NOTHING = "Nothing to remark: the markers are in order and there are no gaps."


class RemarksSheet(Sheet):
    """Enter on a remark calls ``select`` with its event; ``changed`` is told of other minutes."""

    def __init__(
        self, desk: Desk, select: Callable[[str], object], changed: Callable[[], object]
    ) -> None:
        super().__init__(desk.theme, "Remarks on order and gaps", width=760)
        self.setObjectName("timeline.remarks.sheet")
        self._desk, self._select, self._told = desk, select, changed
        self.list = self._make_list()
        self._nothing = Label(desk.theme, _NOTHING, "text", "ink2", wrap=True)
        self.minutes = self._make_minutes()
        self.card_column.addWidget(self._nothing)
        self.card_column.addWidget(self.list)
        self.card_column.addLayout(self._minutes_row())
        self.show_remarks()

    def _make_list(self) -> YieldingList:
        made = YieldingList()
        made.setObjectName("timeline.remarks.list")
        made.setAccessibleName("Remarks; Enter goes to the event")
        made.setProperty("boxed", True)
        made.setFont(self.theme.font("text"))
        made.setWordWrap(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.installEventFilter(self)
        made.itemClicked.connect(self._go)
        return made

    def _make_minutes(self) -> QLineEdit:
        line = QLineEdit(str(self._desk.settings.gap_minutes))
        line.setObjectName("timeline.remarks.minutes")
        line.setAccessibleName("Minutes of silence during the impact that are a gap; 0 for never")
        line.setFont(self.theme.font("text"))
        line.setFixedWidth(self.theme.px(_MINUTES_WIDE))
        line.setValidator(QIntValidator(0, _MOST_MINUTES, line))
        line.installEventFilter(self)
        line.textEdited.connect(self._set_minutes)
        return line

    def _minutes_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(10))
        row.addWidget(Label(self.theme, "A gap is a silence of more than", "label", "ink2"))
        row.addWidget(self.minutes)
        row.addWidget(Label(self.theme, "minutes during the impact; 0 for never", "label", "ink2"))
        row.addStretch(1)
        return row

    def show_remarks(self) -> None:
        """Show what there is to remark now."""
        desk = self._desk
        seen = tuple(replace(each, text=desk.shown(each.text)) for each in desk.review.events)
        review = replace(desk.review, events=seen)
        found = remarks(review, now=desk.now(), gap_minutes=desk.settings.gap_minutes)
        self.list.clear()
        for remark in found:
            item = QListWidgetItem(remark.message)
            item.setData(Qt.ItemDataRole.UserRole, remark.event_ids[:1])
            self.list.addItem(item)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        # One more, for a remark that takes two lines.
        rows = min(len(found) + 1, _MOST_ROWS)
        self.list.want(self.theme.px(_ROW) * rows + 8, self.theme.px(3 * _ROW))
        self.list.setCurrentRow(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the event; arrows change the minutes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.list and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go()
                return True
            steps = {Qt.Key.Key_Up: _STEP, Qt.Key.Key_Down: -_STEP}
            if watched is self.minutes and event.key() in steps:
                self._step_minutes(steps[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    def _go(self) -> None:
        """Go to the event of the current remark, if it is about one."""
        item = self.list.currentItem()
        ids = item.data(Qt.ItemDataRole.UserRole) if self.list.count() else ()
        if ids:
            self.close_sheet()
            self._select(ids[0])

    def _step_minutes(self, step: int) -> None:
        minutes = self._desk.settings.gap_minutes + step
        self.minutes.setText(str(max(0, min(_MOST_MINUTES, minutes))))
        self._set_minutes(self.minutes.text())

    def _set_minutes(self, text: str) -> None:
        if text and int(text) <= _MOST_MINUTES:
            self._desk.settings.change(gap_minutes=int(text))
            self.show_remarks()
            self._told()
