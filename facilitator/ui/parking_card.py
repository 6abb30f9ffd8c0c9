"""The parking lot on the Stage, for the room to see when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator.ui.kit import Label, PageHeader
from facilitator.ui.parking_plate import draw_plate
from facilitator.ui.stage_card import StageCard

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from facilitator.domain.delta import Delta
    from facilitator.ui.desk import Desk
    from facilitator.ui.theme import Theme

_MARGIN, _WIDEST, _PLATE, _GAP, _BETWEEN = 40, 1100, 30, 18, 20
_SCROLLS = {
    Qt.Key.Key_Down: 60,
    Qt.Key.Key_Up: -60,
    Qt.Key.Key_PageDown: 400,
    Qt.Key.Key_PageUp: -400,
}
_QUESTION, _NOTHING = "What did we put aside?", "Nothing is parked. Ctrl J parks an idea."


class ParkingCard(StageCard):
    """The ideas in large type, with names as the review shows them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "parking", "Parking lot")
        self._header = PageHeader(self.theme, _QUESTION)
        self._fact = Label(self.theme, "", "label", "ink2")
        self._header.add_fact(self._fact)
        self.area = QScrollArea()
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = self.area.verticalScrollBar()
        bar.rangeChanged.connect(lambda _low, _high: desk.host.hints_changed())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self.area, 1)
        self._fill()

    def follow(self, delta: Delta) -> None:
        """Ideas came or went, or people are shown otherwise."""
        if delta.touches("parking", "participants", "names"):
            self._fill()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Keys and words for the status line."""
        scrolls = (("↑ ↓", "Scroll"),) if self.area.verticalScrollBar().maximum() else ()
        return (*scrolls, ("Esc", "Back"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and pages scroll."""
        step = _SCROLLS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar = self.area.verticalScrollBar()
            bar.setValue(bar.value() + self.theme.px(step))

    def _fill(self) -> None:
        ideas = self.desk.review.parking
        many = f"{len(ideas)} ideas" if len(ideas) > 1 else "1 idea"
        self._fact.setText(many if ideas else "")
        body, px = QWidget(), self.theme.px
        column = QVBoxLayout(body)
        column.setContentsMargins(px(_MARGIN), px(12), px(_MARGIN), px(_MARGIN))
        column.setSpacing(px(_BETWEEN))
        for idea in ideas:
            column.addWidget(_Idea(self.theme, self.desk.shown(idea.text)))
        if not ideas:
            column.addWidget(Label(self.theme, _NOTHING, "lead", "ink2", wrap=True))
        column.addStretch(1)
        at = self.area.verticalScrollBar().value()
        self.area.setWidget(body)
        self.area.verticalScrollBar().setValue(at)


class _Idea(QWidget):
    """A plate and the words of an idea."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self.setMaximumWidth(theme.px(_WIDEST))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(_GAP))
        row.addWidget(_Plate(theme), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(theme, text, "directive", wrap=True), 1)


class _Plate(QWidget):
    """The sign, as high as the first line of words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._high = round(theme.metrics("directive").lineSpacing())
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_PLATE), self._high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self._theme.px(_PLATE)
        draw_plate(QPainter(self), self._theme, QRectF(0, (self._high - side) / 2, side, side))
