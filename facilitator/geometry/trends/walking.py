"""Where an arrow leads on the page of the trends: from one spot to the next."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from facilitator.geometry.box import Box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.geometry.trends.drawing import Spot
    from facilitator.geometry.trends.page import Board


class Way(Enum):
    """Which way an arrow points: (right, down)."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


class At(NamedTuple):
    """A spot: the place of its chart on the board, and its place among those of the chart."""

    chart: int
    spot: int


def spot_at(board: Board, at: At) -> Spot:
    """The spot itself, where its chart has it."""
    return board.charts[at.chart].drawing.spots[at.spot]


def box_at(board: Board, at: At) -> Box:
    """Where it is on the board."""
    placed = board.charts[at.chart]
    box = placed.drawing.spots[at.spot].box
    return Box(box.x + placed.x, box.y + placed.y, box.width, box.height)


def every(board: Board) -> Iterator[At]:
    """All spots, chart by chart."""
    for chart, placed in enumerate(board.charts):
        for spot, _spot in enumerate(placed.drawing.spots):
            yield At(chart, spot)


def under(board: Board, x: float, y: float) -> At | None:
    """The smallest spot under a point: what lies within another is meant alone."""
    found = [each for each in every(board) if _holds(box_at(board, each), x, y)]
    return min(found, key=lambda each: _area(box_at(board, each)), default=None)


def _holds(box: Box, x: float, y: float) -> bool:
    return box.x <= x <= box.right and box.y <= y <= box.bottom


def _area(box: Box) -> float:
    return box.width * box.height


def next_spot(board: Board, at: At, way: Way) -> At:
    """The next one in its row, or the nearest of the next row; at the end of a chart the next.

    Where nothing lies that way it stays.
    """
    own = spot_at(board, at)
    spots = board.charts[at.chart].drawing.spots
    if way in (Way.LEFT, Way.RIGHT):
        row = [place for place, each in enumerate(spots) if each.row == own.row]
        row.sort(key=lambda place: _middle(spots[place].box)[0])
        along = row.index(at.spot) + way.value[0]
        if 0 <= along < len(row):
            return At(at.chart, row[along])
    else:
        rows = sorted({each.row for each in spots})
        along = rows.index(own.row) + way.value[1]
        if 0 <= along < len(rows):
            return At(at.chart, _nearest_in_row(spots, own, rows[along]))
    return _beyond(board, at, way)


def _nearest_in_row(spots: list[Spot], own: Spot, row: int) -> int:
    x = _middle(own.box)[0]
    of_row = [place for place, each in enumerate(spots) if each.row == row]
    return min(of_row, key=lambda place: abs(_middle(spots[place].box)[0] - x))


def _beyond(board: Board, at: At, way: Way) -> At:
    """The nearest spot of another chart that lies that way."""
    own = _middle(box_at(board, at))
    found: list[tuple[float, At]] = []
    for each in every(board):
        if each.chart == at.chart:
            continue
        there = _middle(box_at(board, each))
        right, down = there[0] - own[0], there[1] - own[1]
        ahead = right * way.value[0] + down * way.value[1]
        aside = abs(right * way.value[1]) + abs(down * way.value[0])
        if ahead > 0 and (aside <= ahead or way in (Way.UP, Way.DOWN)):
            found.append((ahead + 2 * aside, each))
    return min(found)[1] if found else at


def _middle(box: Box) -> tuple[float, float]:
    return box.x + box.width / 2, box.y + box.height / 2


def next_chart(board: Board, at: At | None, step: int) -> At | None:
    """The first spot of the next chart that has one, or of the one before; None beyond them."""
    charts = [place for place, each in enumerate(board.charts) if each.drawing.spots]
    if at is None:
        return At(charts[0 if step > 0 else -1], 0) if charts else None
    along = charts.index(at.chart) + step
    return At(charts[along], 0) if 0 <= along < len(charts) else None


def found_again(board: Board, name: str, words: str) -> At | None:
    """The spot of a chart that says this, or its first one; None if the chart has none."""
    of_chart = [each for each in every(board) if board.charts[each.chart].drawing.name == name]
    same = [each for each in of_chart if spot_at(board, each).words == words]
    return next(iter(same or of_chart), None)
