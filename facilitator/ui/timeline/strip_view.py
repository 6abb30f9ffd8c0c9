"""The painted strip of the timeline: lanes, discs, flags and the axis, walked with the arrows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QHelpEvent,
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from facilitator.geometry.timeline import Window, seconds
from facilitator.ui.fields import as_tool_tip
from facilitator.ui.local_keys import LocalKeys
from facilitator.ui.timeline.commands import COMMANDS
from facilitator.ui.timeline.stamps import Stamps
from facilitator.ui.timeline.strip_paint import StripPicture, ring_box
from facilitator.ui.timeline.strip_painter import StripPainter
from facilitator.ui.timeline.strip_state import StripState
from facilitator.ui.timeline.wording import spoken

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from facilitator.domain.delta import Delta
    from facilitator.domain.records import TimelineEvent
    from facilitator.ui.desk import Desk

_WHEEL_STEP, _WHEEL_ZOOM = 120, 0.5
_MOST_TIPS, _FOUR_LANES = 8, 290
_ALONG = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}
_ACROSS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class StripView(QWidget):
    """Shows the events of a review along time; ``chosen`` tells the id of one that was chosen."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._theme = desk, desk.theme
        self._state = StripState(desk.theme, desk.review)
        self._stamps = Stamps(desk.theme, self.devicePixelRatioF())
        self._keys = LocalKeys(COMMANDS)
        self._current: str | None = None
        self._room = desk.theme.px(_FOUR_LANES)
        self._too_low, self._height = False, 0
        self._pressed: QPointF | None = None
        self._dragging = False
        self.setObjectName("timeline.strip")
        self.setAccessibleName("Strip of the timeline: arrows walk the events")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # As high as its lanes, but never what keeps the window from getting lower.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._arrange()

    # -- what the page asks --------------------------------------------------------------------

    def follow(self, delta: Delta) -> None:
        """Take over what an edit did to the events."""
        self._state.follow(delta)
        self._arrange()
        self._say_current()

    def select(self, event_id: str | None) -> None:
        """Ring an event and have it in view."""
        before, shown = self._ring(), self._state.zoomed
        self._current = event_id
        event = self._state.event(event_id)
        if event is not None:
            self._state.reveal(event)
        if self._state.zoomed != shown:
            self._arrange()
        else:
            for box in (before, self._ring()):
                self.update(box)
        self._say_current()

    @property
    def current_id(self) -> str | None:
        """The id of the event with the ring."""
        return self._current

    def zoom_by(self, step: float) -> None:
        """Closer (positive) or further away, around the chosen event if it is in view."""
        self._zoom(step, self._anchor())

    def fit(self) -> None:
        """Show every event."""
        self._state.show(None)
        self._arrange()

    def pan(self, step: float) -> None:
        """To later (positive) or earlier."""
        self._state.pan(step)
        self._arrange()

    @property
    def window_shown(self) -> Window | None:
        """The stretch of time that is shown, or None if it is the whole."""
        return self._state.zoomed

    def show_window(self, window: Window | None) -> None:
        """Show a stretch of time, or with None the whole."""
        self._state.show(window)
        self._arrange()

    def fit_height(self, height: int) -> None:
        """Take no more height than this; where it is too low for one lane the strip hides."""
        self._room = height
        self._arrange()

    # -- inside --------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._state.resize(self.width(), self._room)
        rows = self._state.rows
        if self._too_low is not (rows is None):
            self._too_low = rows is None
            self.setVisible(not self._too_low)
        height = 0 if rows is None else round(rows.height)
        if height != self._height:
            self._height = height
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as lanes and flags."""
        return QSize(self._theme.px(640), self._height)

    def minimumSizeHint(self) -> QSize:
        """It gives way."""
        return QSize(0, 0)

    def _zoom(self, steps: float, anchor: float) -> None:
        self._state.zoom_by(steps, anchor)
        self._arrange()

    def _anchor(self) -> float:
        window, event = self._state.window, self._state.event(self._current)
        if event is not None and event.at is not None:
            at = seconds(event.at)
            if window.start <= at <= window.end:
                return at
        return (window.start + window.end) / 2

    def _ring(self) -> QRect:
        """What must be painted anew when another event is chosen."""
        layout, event = self._state.layout, self._state.event(self._current)
        found = layout.mark_of(event) if layout is not None and event is not None else None
        return QRect() if found is None else ring_box(self._theme, *found).toAlignedRect()

    def _say_current(self) -> None:
        event = self._state.event(self._current)
        words = "" if event is None else self._spoken(event)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            told = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(told)
            if self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def show_names_anew(self) -> None:
        """Something else stands for names."""
        self.update()
        self._say_current()

    def _spoken(self, event: TimelineEvent) -> str:
        shown = self._desk.shown
        seen = replace(event, text=shown(event.text), lane=shown(event.lane))
        return spoken(seen, self._desk.review.time_zone)

    # -- keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the events; the page's keys work as in the table."""
        key, command = Qt.Key(event.key()), self._keys.command_of(event)
        if command is not None:
            self._desk.registry.run(command)
        elif key in _ALONG:
            self._walk(_ALONG[key])
        elif key in _ACROSS:
            self._walk_across(_ACROSS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            far = len(self._desk.review.events)
            self._walk(-far if key is Qt.Key.Key_Home else far)
        else:
            super().keyPressEvent(event)

    def _walk(self, steps: int) -> None:
        self._choose(self._state.along(self._current, steps))

    def _walk_across(self, step: int) -> None:
        self._choose(self._state.across(self._current, step))

    def _choose(self, event: TimelineEvent | None) -> None:
        if event is not None:
            self.chosen.emit(event.id)

    # -- mouse ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the strip; what is below the pointer is chosen when it is let go."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._dragging = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan."""
        if self._pressed is None:
            return
        way = self._pressed - event.position()
        if not self._dragging and way.manhattanLength() < QApplication.startDragDistance():
            return
        self._dragging, self._pressed = True, event.position()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._state.pan_px(way.x())
        self._arrange()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked; again on a heap chooses the next of it."""
        pressed, self._pressed = self._pressed, None
        self.unsetCursor()
        if pressed is None or self._dragging:
            return
        ids = [each.id for each in self._hit(event.position())]
        if ids:
            after = ids.index(self._current) + 1 if self._current in ids else 0
            self.chosen.emit(ids[after % len(ids)])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Change an event, or come so close that a heap falls apart."""
        found = self._hit(event.position())
        if len(found) == 1:
            self._desk.registry.run("timeline.edit")
        elif found:
            self._zoom(2, self._state.scale.at(event.position().x()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the pointer; with Shift, or sideways, pan."""
        across, along = event.angleDelta().x(), event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            across, along = across or along, 0
        if across:
            self.pan(-across / _WHEEL_STEP)
        elif along:
            anchor = self._state.scale.at(event.position().x())
            self._zoom(along / _WHEEL_STEP * _WHEEL_ZOOM, anchor)
        event.accept()

    def _hit(self, at: QPointF) -> tuple[TimelineEvent, ...]:
        layout = self._state.layout
        return () if layout is None else layout.hit(at.x(), at.y())

    # -- events --------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Tell what is below the pointer when it rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._hit(QPointF(event.pos()))
            lines = [self._spoken(each) for each in found[:_MOST_TIPS]]
            if len(found) > _MOST_TIPS:
                lines.append(f"and {len(found) - _MOST_TIPS:,} more")
            QToolTip.showText(event.globalPos(), as_tool_tip("\n".join(lines)), self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The time follows the width."""
        super().resizeEvent(event)
        self._arrange()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go; there is always a chosen event then."""
        super().focusInEvent(event)
        by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if self._state.event(self._current) is None and not by_mouse:
            self._walk(1)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what the exposed part shows."""
        layout = self._state.layout
        if layout is None:
            return
        if self._stamps.ratio != self.devicePixelRatioF():
            self._stamps = Stamps(self._theme, self.devicePixelRatioF())
        painter = QPainter(self)
        picture = StripPicture(painter, self._theme, self._stamps, layout, self._desk.shown)
        picture.draw(self._state.event(self._current), QRectF(event.rect()))
        self._draw_frame(painter)

    def _draw_frame(self, painter: QPainter) -> None:
        """How much of the whole is shown, and where the keys go."""
        strip = StripPainter(painter, self._theme)
        scale, whole = self._state.scale, self._state.whole
        if self._state.zoomed is not None:
            wide = (scale.right - scale.left) / whole.span
            left = scale.left + (scale.window.start - whole.start) * wide
            right = left + scale.window.span * wide
            strip.thumb(left, right, self._height - self._theme.px(7))
        if self.hasFocus():
            side = self._theme.px(24)
            box = QRectF(self.rect()).adjusted(side, 0, -side, 0)
            strip.focus(box)
