"""Paints what the capture line would add: with the signs of events, factors and actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from facilitator.ui.actions.preview import ActionsPreview
from facilitator.ui.glyphs import Glyphs

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from facilitator.ui.preview import Part
    from facilitator.ui.theme import Theme

_SIZES = {"kind": 22, "marker": 15, "family": 17}
_AFTER = 9


class CapturePreview(ActionsPreview):
    """A part with a sign has it before its words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setObjectName("capture.preview")

    def sign_width(self, sign: tuple[str, str]) -> float:
        """Icons are narrower than the meter."""
        size = _SIZES.get(sign[0])
        return super().sign_width(sign) if size is None else self.theme.px(size + _AFTER)

    def draw_sign(self, painter: QPainter, box: QRectF, part: Part) -> None:
        """An icon of its group, or the meter."""
        group, name = part.sign or ("", "")
        if group not in _SIZES:
            super().draw_sign(painter, box, part)
            return
        theme, size = self.theme, self.theme.px(_SIZES[group])
        place = QRectF(box.left(), box.center().y() - size / 2, size, size)
        glyphs = Glyphs(painter, theme)
        if group == "family":
            glyphs.family(name, place)
        elif group == "kind":
            glyphs.kind(name, place, theme.colour("ink"))
        else:
            glyphs.marker(name, place, theme.colour("ink"))
