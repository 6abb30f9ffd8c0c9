"""The base of the cards that are painted: as large as fits, and scrolled where nothing does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from facilitator.ui.stage_card import StageCard

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from facilitator.ui.desk import Desk
    from facilitator.ui.flow import Flow

_WIDE, _SIDE, _NARROW_SIDE = 1200, 96, 40
"""From this width on, in px at type size 100 %, there is more room beside the content."""
_EDGE, _FROM_TOP = 36, 0.36
"""Room above and below; and the share above of what is left over."""
_SCROLL_HINT = ("PgDn", "Scroll")
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_OVERLAP, _THUMB, _THUMB_EDGE = 40, 6, 4


class PaintedCard(StageCard):
    """Shows what ``compose`` makes of the review; call ``show_anew`` once all is there for that.

    Of the ``sizes`` of type, counted from 0 for the largest, it takes the first that fits, and
    ``scrolling_size`` if none does.
    """

    sizes, scrolling_size = 1, 0
    head = 0
    """Height in px at type size 100 % of what stands above the content and never scrolls."""

    def __init__(self, desk: Desk, name: str, words: str) -> None:
        super().__init__(desk, name, words)
        self._flow: Flow | None = None
        self._scrolled = 0.0

    def compose(self, width: float, height: float, size: int) -> Flow:
        """The content in a room of so many px, at one of the sizes."""
        raise NotImplementedError

    def spoken(self) -> str:
        """The content in a sentence, for those who listen."""
        raise NotImplementedError

    def show_anew(self) -> None:
        """Compose again, from the top."""
        self._scrolled = 0.0
        self._compose()
        self.setAccessibleDescription(self.spoken())

    @property
    def room(self) -> QRectF:
        """Where content may stand."""
        px = self.theme.px
        side = px(_SIDE if self.width() >= px(_WIDE) else _NARROW_SIDE)
        return QRectF(self.rect()).adjusted(side, px(max(_EDGE, self.head)), -side, -px(_EDGE))

    @property
    def overflow(self) -> float:
        """How far the content reaches beyond its room, in px."""
        return max(0.0, self._flow.height - self.room.height()) if self._flow else 0.0

    @property
    def scrolled(self) -> float:
        """How far the content is scrolled, in px."""
        return self._scrolled

    def scroll_by(self, way: float) -> None:
        """Scroll so many px, as far as there is content."""
        self._scrolled = max(0.0, min(self.overflow, self._scrolled + way))
        self.update()

    def _compose(self) -> None:
        room = self.room
        for size in (*range(self.sizes), self.scrolling_size):
            self._flow = self.compose(room.width(), room.height(), size)
            if self._flow.height <= room.height():
                break
        self.scroll_by(0)
        self._tell_hints()

    def _tell_hints(self) -> None:
        if self.desk.host.card() is self:
            self.desk.host.hints_changed()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Keys and words for the status line."""
        return (*self.scroll_hints(), *super().hints())

    def scroll_hints(self) -> tuple[tuple[str, str], ...]:
        """How to see the rest, if there is more than fits."""
        return (_SCROLL_HINT,) if self.overflow else ()

    # -- events --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words break anew."""
        super().resizeEvent(event)
        self._compose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys scroll what does not fit."""
        if event.key() in _PAGES:
            page = self.room.height() - self.theme.px(_OVERLAP)
            self.scroll_by(_PAGES[Qt.Key(event.key())] * page)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """So does the wheel."""
        self.scroll_by(-event.angleDelta().y())
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The content, a little above the middle."""
        super().paintEvent(event)
        if self._flow is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_around(painter)
        room = self.room
        spare = max(0.0, room.height() - self._flow.height)
        top = room.top() + spare * _FROM_TOP - self._scrolled
        painter.setClipRect(self.rect().adjusted(0, self.theme.px(self.head), 0, 0))
        self._flow.draw(painter, room.left(), round(top))
        painter.setClipping(False)
        self._paint_thumb(painter)

    def paint_around(self, painter: QPainter) -> None:
        """What stands beside the content."""

    def _paint_thumb(self, painter: QPainter) -> None:
        if not self.overflow or self._flow is None:
            return
        px, high = self.theme.px, float(self.height())
        share = high / (high + self.overflow)
        top = (high - high * share) * (self._scrolled / self.overflow)
        thumb = QRectF(0, 0, px(_THUMB), high * share - 2 * px(_THUMB_EDGE))
        thumb.moveTopLeft(QPointF(self.width() - px(_THUMB + _THUMB_EDGE), top + px(_THUMB_EDGE)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("step_off"))
        painter.drawRoundedRect(thumb, px(_THUMB) / 2, px(_THUMB) / 2)
