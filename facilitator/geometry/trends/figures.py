"""The key figures in a line: how much is done, late, lasting and accepted, and how soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.key_figures import key_figures
from facilitator.domain.trend_words import TITLES
from facilitator.geometry.box import Box
from facilitator.geometry.trends.drawing import Drawing, Kit, Spot, wrapped

if TYPE_CHECKING:
    from facilitator.domain.key_figures import KeyFigure
    from facilitator.domain.trends import Trends

_LEAST, _GAP = 190.0, 24.0


def lay_out(trends: Trends, width: float, kit: Kit) -> Drawing:
    """As many figures side by side as have room, the others below."""
    px = kit.unit
    drawing = kit.begin("figures", TITLES["figures"], "", width)
    found = key_figures(trends)
    columns = max(1, min(len(found), int((width + _GAP * px) // ((_LEAST + _GAP) * px))))
    # As many in each row, as far as it can be.
    rows = -(-len(found) // columns)
    columns = -(-len(found) // rows)
    pitch = (width + _GAP * px) / columns
    for row in range(rows):
        part = found[row * columns : (row + 1) * columns]
        top = drawing.height
        ends = [
            _draw(drawing, kit, each, Box(pitch * index, top, pitch - _GAP * px, 0.0), row)
            for index, each in enumerate(part)
        ]
        drawing.height = max(ends) + (12 * px if row < rows - 1 else 0.0)
    return drawing


def _draw(drawing: Drawing, kit: Kit, figure: KeyFigure, place: Box, row: int) -> float:
    high = kit.line("figure")
    kit.text(drawing, figure.figure, (place.x, place.y + high / 2), role="figure", room=place.width)
    y = place.y + high
    for words in wrapped(kit, figure.words, "label", place.width):
        line = kit.line("label")
        kit.text(drawing, words, (place.x, y + line / 2), role="label", colour="ink2")
        y += line
    box = Box(place.x, place.y, place.width, y - place.y)
    drawing.spots.append(Spot(box, f"{figure.figure}: {figure.words}", figure.behind, row))
    return y
