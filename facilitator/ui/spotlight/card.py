"""The spotlight: one event, factor, finding or action, with its neighbours by the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from facilitator.ui.painted_card import PaintedCard
from facilitator.ui.spotlight.face import SIZES
from facilitator.ui.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter

    from facilitator.domain.delta import Delta
    from facilitator.ui.desk import Desk
    from facilitator.ui.flow import Flow
    from facilitator.ui.spotlight.face import Face

_WAYS = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_CORNER, _HEAD = 20, 52


class SpotlightCard(PaintedCard):
    """Shows one row of a face's kind; ``choose`` makes the last one shown current on its page."""

    sizes, scrolling_size, head = len(SIZES), 1, _HEAD

    def __init__(
        self, desk: Desk, face: Face, row_id: str, choose: Callable[[str], object]
    ) -> None:
        super().__init__(desk, "spotlight", f"{face.words}, large and alone")
        self._face, self._choose = face, choose
        self.row_id = row_id
        self._left = False
        self.show_anew()

    def follow(self, delta: Delta) -> None:
        """Show the row as it is now; if it is gone the one beside it, or the page again."""
        if not delta.touches(*self._face.shown_on):
            return
        if not self._face.there(delta.after, self.row_id):
            found = self._nearest(delta)
            if found is None:
                self._left = True
                self.desk.host.close_card()
                return
            self.row_id = found
        self.show_anew()

    def _nearest(self, delta: Delta) -> str | None:
        """The row to show instead of one that went."""
        wanted = self._face.instead(delta.before, self.row_id)
        return next((each for each in wanted if self._face.there(delta.after, each)), None)

    def selected(self) -> str | None:
        """The row that stands alone."""
        return self.row_id

    def hints(self) -> tuple[tuple[str, str], ...]:
        """How to walk, to change it, and to leave."""
        return (self._face.walk_hint, *self.scroll_hints(), ("Esc", "Back"), ("F2", "Edit"))

    def show_anew(self) -> None:
        """Compose the row, and where it stands among the others."""
        ids = self._face.order(self.desk.review, self.row_id)
        self.place = f"{ids.index(self.row_id) + 1} of {len(ids)}" if len(ids) > 1 else ""
        super().show_anew()

    # -- keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Space leaves, F2 leaves and edits."""
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _WAYS and not held:
            self.walk(_WAYS[key])
        elif key in {Qt.Key.Key_Space, Qt.Key.Key_V}:
            self.desk.host.close_card()
        elif key is Qt.Key.Key_F2:
            self.desk.host.close_card()
            self.desk.registry.run(f"{self._face.page}.edit")
        else:
            super().keyPressEvent(event)

    def walk(self, way: str) -> None:
        """Show a row beside this one, if there is one."""
        found = self._face.beside(self.desk.review, self.row_id, way)
        if found is not None:
            self.row_id = found
            self.show_anew()

    def hideEvent(self, event: QHideEvent) -> None:
        """However it is left: the row shown last becomes current on its page."""
        super().hideEvent(event)
        if not self._left and not event.spontaneous():
            self._left = True
            self._choose(self.row_id)

    # -- content -------------------------------------------------------------------------------

    def compose(self, width: float, height: float, size: int) -> Flow:
        """What the face makes of the row."""
        return self._face.flow(self.row_id, width, height, size)

    def spoken(self) -> str:
        """The row in a sentence, and its place."""
        words = self._face.spoken(self.row_id).rstrip(".")
        return ". ".join(filter(None, (words, self.place))) + "."

    def paint_around(self, painter: QPainter) -> None:
        """Its place among the others, quietly in the corner."""
        px, room = self.theme.px, self.room
        box = QRectF(room.left(), px(_CORNER), room.width(), self.theme.line("label"))
        Writing(painter, self.theme).at_right(box, self.place, "label", "ink2")


def show_spotlight(desk: Desk, page: str, row_id: str, choose: Callable[[str], object]) -> None:
    """Put a row of a page into the spotlight."""
    from facilitator.ui.spotlight.actions import ActionFace  # noqa: PLC0415 - one at a time
    from facilitator.ui.spotlight.events import EventFace  # noqa: PLC0415 - the same
    from facilitator.ui.spotlight.factors import FactorFace  # noqa: PLC0415 - the same
    from facilitator.ui.spotlight.findings import FindingFace  # noqa: PLC0415 - the same

    kinds: tuple[type[Face], ...] = (EventFace, FactorFace, FindingFace, ActionFace)
    face = next(each for each in kinds if each.page == page)(desk)
    desk.host.show_card(SpotlightCard(desk, face, row_id, choose))
