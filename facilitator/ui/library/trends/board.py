"""The charts, painted on one board: arrows walk their spots, Enter opens what is behind one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QKeyEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from facilitator.geometry.trends.drawing import Kit
from facilitator.geometry.trends.page import Board, with_heed
from facilitator.geometry.trends.walking import (
    Way,
    box_at,
    every,
    found_again,
    next_chart,
    next_spot,
    spot_at,
    under,
)
from facilitator.ui.library.trends.brush import ChartBrush, rect
from facilitator.ui.library.trends.measure import ChartMeasure
from facilitator.ui.local_keys import LocalKeys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QHelpEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from facilitator.domain.trends import Trends
    from facilitator.geometry.trends.drawing import Drawing, Spot
    from facilitator.geometry.trends.walking import At
    from facilitator.ui.commands import Command
    from facilitator.ui.registry import Registry
    from facilitator.ui.theme import Theme

_WAYS = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
}
_STEPS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_RING, _RING_GAP, _RADIUS = 3, 4, 4
LEAST = 420
"""The board is at least so wide, in px at type size 100 %."""


class TrendsBoard(QWidget):
    """``walked`` tells the spot that is chosen now (or None), ``opened`` the one to open."""

    walked = Signal(object)
    opened = Signal(object)
    shown_at = Signal(QRect)

    def __init__(self, theme: Theme, registry: Registry, commands: Iterable[Command]) -> None:
        super().__init__()
        self.setObjectName("library.trends.board")
        self.setAccessibleName("Charts of the trends")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme, self._registry = theme, registry
        self._keys = LocalKeys(each for each in commands if each.local)
        self._measure = ChartMeasure(theme)
        self._kit = Kit(self._measure, theme.scale)
        self._trends: Trends | None = None
        self._wide = 0
        self.board = Board()
        self.at: At | None = None
        self._told = ""

    # -- what is shown -------------------------------------------------------------------------

    def show_trends(self, trends: Trends) -> None:
        """Draw another page; the spot that was chosen stays, if it is there."""
        self._trends = trends
        self._arrange()

    @property
    def chart(self) -> Drawing | None:
        """The chart with the chosen spot."""
        return None if self.at is None else self.board.charts[self.at.chart].drawing

    @property
    def spot(self) -> Spot | None:
        """The spot that is chosen."""
        return None if self.at is None else spot_at(self.board, self.at)

    def choose(self, at: At | None) -> None:
        """Choose a spot; it is brought into view, and told."""
        self.at = at
        spot = self.spot
        self._say("" if spot is None else spot.words)
        self.update()
        self.walked.emit(spot)
        self.tell_place()

    def tell_place(self) -> None:
        """Tell where the chosen spot is."""
        if self.at is not None:
            self.shown_at.emit(self._seen_with(self.at).toAlignedRect())

    def _seen_with(self, at: At) -> QRectF:
        """The spot; one in the first row with the title of its chart."""
        box = self._ring(at)
        if spot_at(self.board, at).row == 0:
            box.setTop(self.board.charts[at.chart].y)
        return box

    def choose_chart(self, name: str) -> None:
        """Choose the first spot of a chart."""
        self.choose(found_again(self.board, name, ""))

    def _arrange(self) -> None:
        if self._trends is None or not self.width():
            return
        was = (self.chart.name, self.spot.words) if self.chart and self.spot else None
        self._wide = self.width()
        self.board = with_heed(self._trends, self.width(), self._kit)
        self.at = found_again(self.board, *was) if was else None
        if self.at is None:
            self._say("")
        height = round(self.board.height) + self._theme.px(_RING_GAP + _RING)
        self.setMinimumHeight(height)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the charts."""
        return QSize(self._theme.px(LEAST), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The charts flow anew into another width."""
        super().resizeEvent(event)
        if self.width() != self._wide:
            self._arrange()

    # -- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only what is seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = QRectF(event.rect())
        brush = ChartBrush(painter, self._theme, self._measure)
        for rule in self.board.rules:
            brush.draw(rule)
        for placed in self.board.charts:
            painter.save()
            painter.translate(placed.x, placed.y)
            near = seen.translated(-placed.x, -placed.y).adjusted(-8, -8, 8, 8)
            for part in placed.drawing.parts:
                box = rect(part.box)
                if near.intersects(box.adjusted(0, 0, 1, 1)):
                    brush.draw(part)
            painter.restore()
        if self.at is not None:
            self._draw_ring(painter, self._ring(self.at))

    def _ring(self, at: At) -> QRectF:
        out = self._theme.px(_RING_GAP)
        return rect(box_at(self.board, at)).adjusted(-out, -out, out, out)

    def _draw_ring(self, painter: QPainter, box: QRectF) -> None:
        colour = self._theme.colour("accent" if self.hasFocus() else "line")
        painter.setPen(QPen(colour, _RING if self.hasFocus() else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self._theme.px(_RADIUS)
        painter.drawRoundedRect(box, radius, radius)

    # -- keys ----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Tab goes from chart to chart, and leaves after the last; tool tips are plain."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                there = next_chart(self.board, self.at, step)
                if there is not None:
                    self.choose(there)
                    return True
        if event.type() == QEvent.Type.ToolTip:
            self._tell_at(event)  # type: ignore[arg-type]
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter opens; the page's own keys work too."""
        key, command = Qt.Key(event.key()), self._keys.command_of(event)
        if command is not None:
            self._registry.run(command)
        elif key in _WAYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._walk(_WAYS[key])
        elif key == Qt.Key.Key_Home:
            self.choose(next_chart(self.board, None, 1))
        elif key == Qt.Key.Key_End:
            self.choose(next_chart(self.board, None, -1))
        else:
            super().keyPressEvent(event)

    def open(self) -> None:
        """Ask for what is behind the chosen spot."""
        if self.spot is not None:
            self.opened.emit(self.spot)

    def _walk(self, way: Way) -> None:
        first = next_chart(self.board, None, 1)
        self.choose(first if self.at is None else next_spot(self.board, self.at, way))

    def focusInEvent(self, event: object) -> None:
        """The ring shows where the keys are."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.update()

    def focusOutEvent(self, event: object) -> None:
        """And that they are elsewhere."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.update()

    # -- mouse and ears ------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer."""
        at = self._under(event.position())
        if at is not None:
            self.setFocus()
            self.choose(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open it."""
        if self._under(event.position()) is not None:
            self.open()

    def _under(self, point: QPointF) -> At | None:
        return under(self.board, point.x(), point.y())

    def _tell_at(self, event: QHelpEvent) -> None:
        at = under(self.board, event.x(), event.y())
        if at is None:
            QToolTip.hideText()
            return
        # Text with a tag in it would be read as markup, unless it is told to be plain.
        words = spot_at(self.board, at).words.replace("&", "&amp;").replace("<", "&lt;")
        QToolTip.showText(event.globalPos(), f"<p>{words}</p>", self)

    def _say(self, words: str) -> None:
        chart = self.chart
        if chart is None:
            told = " ".join(_summary(each.drawing) for each in self.board.charts)
        elif chart.name == self._told:
            told = f"{chart.title}: {words}"
        else:
            told = f"{_summary(chart)} {words}"
        self._told = "" if chart is None else chart.name
        self.setAccessibleDescription(told)
        changed = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(changed)
        if self.hasFocus() and words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    @property
    def spots(self) -> list[Spot]:
        """All spots, in the order in which Tab and the arrows can reach them."""
        return [spot_at(self.board, each) for each in every(self.board)]


def _summary(chart: Drawing) -> str:
    """The title of a chart and what it says, for those who listen."""
    said = [each for each in (chart.title, chart.lead) if each]
    return " ".join(each if each.endswith((".", "?")) else f"{each}." for each in said)
