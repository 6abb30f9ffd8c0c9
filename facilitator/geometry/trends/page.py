"""The page of the trends: which charts stand beside each other, and the rules between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from facilitator.geometry.trends import (
    again,
    age,
    factors,
    families,
    figures,
    flow,
    heed,
    mix,
    patterns,
    taken,
)
from facilitator.geometry.trends.drawing import Line

if TYPE_CHECKING:
    from facilitator.domain.trends import Trends
    from facilitator.geometry.trends.drawing import Drawing, Kit

LayOut = Callable[["Trends", float, "Kit"], "Drawing"]

CHARTS: dict[str, LayOut] = {
    "families": families.lay_out,
    "again": again.lay_out,
    "age": age.lay_out,
    "taken": taken.lay_out,
    "mix": mix.lay_out,
    "figures": figures.lay_out,
    "flow": flow.lay_out,
    "quarters": factors.by_quarter,
    "services": factors.by_service,
    "patterns": patterns.lay_out,
}
"""Every chart by its name, in the order of the page."""
_GUTTER, _BETWEEN = 36.0, 28.0
_TWO_FROM, _THREE_FROM = 900.0, 1040.0


class Band(NamedTuple):
    """Charts beside each other, with the share of the width of each."""

    names: tuple[str, ...]
    shares: tuple[float, ...]


class Placed(NamedTuple):
    """A chart with its top left corner."""

    drawing: Drawing
    x: float
    y: float


@dataclass
class Board:
    """All charts of the page, the rules between them, and how high it is."""

    charts: list[Placed] = field(default_factory=list)
    rules: list[Line] = field(default_factory=list)
    height: float = 0.0


def bands(trends: Trends, width: float, kit: Kit) -> list[Band]:
    """Which charts stand beside each other in a width."""
    wide = width / kit.unit
    rows: list[Band] = [Band(("families", "again"), (0.565, 0.435))]
    rows.append(Band(("age", "taken", "mix"), (1 / 3, 1 / 3, 1 / 3)))
    rows.append(Band(("figures",), (1.0,)))
    rows.append(Band(("flow", "quarters"), (0.5, 0.5)))
    last = ("services", "patterns") if trends.patterns else ("services",)
    rows.append(Band(last, (0.5,) * len(last)))
    if wide < _TWO_FROM:
        return [Band((name,), (1.0,)) for each in rows for name in each.names]
    if wide < _THREE_FROM:
        rows[1:2] = [Band(("age", "taken"), (0.45, 0.55)), Band(("mix",), (1.0,))]
    return rows


def arrange(trends: Trends, width: float, kit: Kit) -> Board:
    """Lay all charts out in this width."""
    board = Board()
    for band in bands(trends, width, kit):
        _put(board, band, trends, width, kit)
    return board


def with_heed(trends: Trends, width: float, kit: Kit) -> Board:
    """The same, below what there is to heed."""
    first = heed.lay_out(trends, width, kit)
    below = arrange(trends, width, kit)
    if not first.height:
        return below
    down = first.height + _BETWEEN * kit.unit
    charts = [each._replace(y=each.y + down) for each in below.charts]
    rules = [
        each._replace(points=tuple((x, y + down) for x, y in each.points)) for each in below.rules
    ]
    return Board([Placed(first, 0.0, 0.0), *charts], rules, below.height + down)


def _put(board: Board, band: Band, trends: Trends, width: float, kit: Kit) -> None:
    px = kit.unit
    if board.charts:
        y = board.height + _BETWEEN * px / 2
        board.rules.append(Line(((0.0, y), (width, y)), "rule", px))
        board.height += _BETWEEN * px
    gutters = 2 * _GUTTER * px * (len(band.names) - 1)
    x, bottom = 0.0, board.height
    for name, share in zip(band.names, band.shares, strict=True):
        wide = (width - gutters) * share
        drawing = CHARTS[name](trends, wide, kit)
        board.charts.append(Placed(drawing, x, board.height))
        bottom = max(bottom, board.height + drawing.height)
        x += wide + 2 * _GUTTER * px
    for placed in board.charts[-len(band.names) + 1 :] if len(band.names) > 1 else ():
        line = placed.x - _GUTTER * px
        board.rules.append(Line(((line, board.height), (line, bottom)), "rule", px))
    board.height = bottom
