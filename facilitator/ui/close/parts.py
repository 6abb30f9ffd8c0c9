"""The three parts of the Close page, and how they stand beside or below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.day_words import format_day
from facilitator.domain.days import read_day
from facilitator.domain.edits.brief import set_field
from facilitator.ui.close import wording
from facilitator.ui.close.drawing import OVERHANG
from facilitator.ui.close.lacks import InPlace, LacksList
from facilitator.ui.close.lessons import LessonsList
from facilitator.ui.close.poll import PollList
from facilitator.ui.close.statuses import StatusList
from facilitator.ui.fields import BoundLine
from facilitator.ui.kit import KeyCap, Label, Rule, button

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Review
    from facilitator.ui.desk import Desk
    from facilitator.ui.theme import Theme

_SHARES = (472, 476, 404)
_MARGIN, _TOP, _SPACING, _SECTION_GAP, _BOTTOM = 24, 6, 20, 36, 24
_THREE, _TWO = 960, 700
"""From these widths on there are three columns, or two; in px at type size 100 %."""


class Part(QWidget):
    """Sections below each other; each begins with its heading."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def add_heading(self, words: str) -> Label:
        """Begin a section."""
        heading = Label(self.theme, words, "heading", "ink2")
        heading.setContentsMargins(self.theme.px(OVERHANG), 0, 0, self.theme.px(6))
        if self.column.count():
            self.column.addSpacing(self.theme.px(_SECTION_GAP))
        self.column.addWidget(heading)
        return heading

    def indented(self, widget: QWidget) -> QWidget:
        """A widget whose left edge stands below the words of the rows."""
        margin = self.theme.px(OVERHANG)
        widget.setContentsMargins(margin, 0, margin, 0)
        return widget


class Readiness(Part):
    """Still lacking, then in place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self.lacks = LacksList(desk)
        self.nothing = Label(desk.theme, f"{wording.NOTHING_LACKING}.", "named", wrap=True)
        self.in_place = InPlace(desk.theme)
        self.add_heading("Still lacking")
        self.column.addWidget(self.lacks)
        self.column.addWidget(self.indented(self.nothing))
        self._placed = self.add_heading("In place")
        self.column.addWidget(self.in_place)
        self.column.addStretch(1)

    def show_placed(self, words: tuple[str, ...]) -> None:
        """Take what is in place."""
        self._placed.setVisible(bool(words))
        self.in_place.setVisible(bool(words))
        self.in_place.show_words(words)


class Lessons(Part):
    """What was learned."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self.list = LessonsList(desk)
        self.add_heading("What we learned")
        self.column.addWidget(self.list)
        self.reason = Label(desk.theme, "", "label", "note", wrap=True)
        self.reason.setObjectName("close.reason")
        self.column.addWidget(self.indented(self.reason))
        self.reason.hide()
        self.column.addStretch(1)

    def tell(self, reason: str) -> None:
        """Say why words were not kept; nothing once they are fine."""
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))


class HandOn(Part):
    """The show of hands, how far the review is, when it was held, and the export."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self.hands = PollList(desk)
        self.add_heading("Show of hands, nobody named")
        self.column.addWidget(self.hands)
        self.status = StatusList(desk)
        self.add_heading("How far it is")
        self.column.addWidget(self.status)
        self.add_heading("Held on")
        self.held = self._held(desk)
        self.column.addLayout(self._framed(self.held))
        self.reason = Label(desk.theme, "", "label", "note", wrap=True)
        self.reason.setObjectName("close.held.reason")
        self.column.addWidget(self.indented(self.reason))
        self.reason.hide()
        self.held.refused.connect(self._tell)
        self._add_export(desk)
        self.column.addStretch(1)

    def _held(self, desk: Desk) -> BoundLine:
        line = BoundLine(
            desk, "close.held", "Held on", _held_words, _held_edit(desk), quiet=False, live=False
        )
        line.setPlaceholderText(wording.HELD_HINT)
        line.editingFinished.connect(line.refresh)
        return line

    def _framed(self, widget: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        margin = self.theme.px(OVERHANG)
        row.setContentsMargins(margin, self.theme.px(4), margin, 0)
        row.setSpacing(self.theme.px(16))
        row.addWidget(widget)
        return row

    def _add_export(self, desk: Desk) -> None:
        theme = desk.theme
        self.add_heading("Hand it on")
        self.column.addWidget(self.indented(Label(theme, wording.PDF_FOR, "named", wrap=True)))
        self.column.addSpacing(theme.px(3))
        holds = Label(theme, wording.PDF_HOLDS, "label", "ink2", wrap=True)
        self.column.addWidget(self.indented(holds))
        self.column.addSpacing(theme.px(14))
        self.export = button(
            theme,
            "Export PDF",
            lambda: desk.registry.run("review.export"),
            name="close.export",
            main=True,
        )
        self.export.setAutoDefault(True)
        self.export.setFixedHeight(theme.px(46))
        row = self._framed(self.export)
        row.addWidget(KeyCap(theme, desk.registry.keys("review.export")))
        row.addStretch(1)
        self.column.addLayout(row)

    def _tell(self, reason: str) -> None:
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))


class Columns(QScrollArea):
    """The parts side by side with rules between, in two columns or in one, as the width allows."""

    def __init__(self, theme: Theme, parts: tuple[Part, Part, Part]) -> None:
        super().__init__()
        self._theme, self._parts = theme, parts
        self._body = QWidget()
        self.setObjectName("close.columns")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        margin = theme.px(_MARGIN)
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(margin, theme.px(_TOP), margin, theme.px(_BOTTOM))
        self._grid.setHorizontalSpacing(theme.px(_SPACING))
        self._grid.setVerticalSpacing(theme.px(_SECTION_GAP))
        self._rules = (Rule(theme, vertical=True), Rule(theme, vertical=True))
        for part in (*parts, *self._rules):
            part.setParent(self._body)
        self._count = 0
        self.setWidget(self._body)
        self.verticalScrollBar().rangeChanged.connect(lambda _least, most: self._make_room(most))
        self._arrange(3)

    def show_focus(self, *widgets: QWidget) -> None:
        """Have these widgets in view when they get the keys."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll to what gets the keys."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.show_rect(watched, watched.rect())
        return super().eventFilter(watched, event)

    def _make_room(self, most: int) -> None:
        """The scroll bar stands in the margin, so that the words keep their edge."""
        margin, bar = self._theme.px(_MARGIN), self.verticalScrollBar().sizeHint().width()
        right = margin - bar if most > 0 else margin
        top = self._theme.px(_TOP)
        self._grid.setContentsMargins(margin, top, right, self._theme.px(_BOTTOM))

    def show_rect(self, widget: QWidget, rect: QRect) -> None:
        """Scroll just enough to have a place of a widget in view."""
        margin = self._theme.px(24)
        top = widget.mapTo(self._body, rect.topLeft())
        middle, half = top.y() + rect.height() // 2, rect.height() // 2
        self.ensureVisible(top.x(), middle, 0, min(half + margin, self.viewport().height() // 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        width = self.width() / self._theme.scale
        self._arrange(3 if width >= _THREE else 2 if width >= _TWO else 1)

    def _arrange(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        for part in (*self._parts, *self._rules):
            self._grid.removeWidget(part)
        ready, lessons, hand_on = self._parts
        first, second = self._rules
        places = {3: (0, 4), 2: (1, 2), 1: (2, 0)}
        self._grid.addWidget(ready, 0, 0, 2 if count == 2 else 1, 1)
        self._grid.addWidget(lessons, *((1, 0) if count == 1 else (0, 2)))
        self._grid.addWidget(hand_on, *places[count])
        first.setVisible(count > 1)
        second.setVisible(count > 2)
        if count > 1:
            self._grid.addWidget(first, 0, 1, 2 if count == 2 else 1, 1)
        if count > 2:
            self._grid.addWidget(second, 0, 3)
        for column, share in enumerate((_SHARES[0], 0, _SHARES[1], 0, _SHARES[2])):
            used = column == 0 or (count > 1 and column == 2) or (count > 2 and column == 4)
            self._grid.setColumnStretch(column, share if used else 0)


def _held_words(review: Review) -> str:
    return format_day(review.held_on) if review.held_on else ""


def _held_edit(desk: Desk) -> Callable[[str], Edit]:
    def made(text: str) -> Edit:
        def edit(review: Review) -> Review:
            day = read_day(text, desk.today()) if text.strip() else None
            return set_field("held_on", day)(review)

        return edit

    return made
