"""The parts of the trends on paper: each chart with its table, and what there is not yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from facilitator.geometry.trends.drawing import Kit
from facilitator.geometry.trends.page import CHARTS
from facilitator.report.pieces import Bookmark, Piece, joined, named, together
from facilitator.report.styles import FACT, FACT_STRONG, LABEL
from facilitator.report.tags import Tag
from facilitator.report.trends.chart import drawing_of
from facilitator.report.trends.measure import STYLES, PaperMeasure
from facilitator.report.trends.table import table_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.trend_tables import Table
    from facilitator.domain.trends import Trends
    from facilitator.geometry.trends.drawing import Drawing
    from facilitator.report.galley import Galley
    from facilitator.report.pieces import Pieces

_UNIT = 0.6
"""Points of a px of the look."""
_ABOVE, _BELOW, _TABLE = 26.0, 20.0, 10.0
_IN_WORDS = frozenset({"figures"})
"""Charts that are words already: their table would say the same twice."""
_IN_NUMBERS = frozenset({"quarters", "services"})
"""Charts that are tables on the screen, too: on paper their table alone says it all."""
_BESIDE = {"age": 0.58, "taken": 0.52, "flow": 0.56}
"""Charts whose table is so narrow that it stands beside them; their share of the width."""
_GUTTER, _TITLE, _LINES = 28.0, 60.0, 2.5
_ENDLESS = 1e6
"""A width in which every sentence is one line."""


class Setting(NamedTuple):
    """What every part is made of, and how wide apart they stand: 1 for as usual."""

    galley: Galley
    trends: Trends
    apart: float = 1.0

    def chart(self, name: str, width: float) -> Drawing:
        """A chart, laid out in a width."""
        return CHARTS[name](self.trends, width, Kit(PaperMeasure(self.galley.type), _UNIT))

    def named(self, table: Table, content: Piece) -> Pieces:
        """A piece that the outline of the document leads to."""
        return named([content], self.galley.anchor("chart", table.name), Bookmark(table.title))

    def below_rule(self, content: Piece) -> Piece:
        """A piece with a rule above it."""
        edges, down = self.galley.edges, _BELOW * self.apart
        rule = Piece(0.0, lambda pen, top: pen.rule(*edges, top))
        inside = ((0.0, rule), (down, content))
        return Piece(content.height + down, inside=inside, above=_ABOVE * self.apart)


def chart_of(setting: Setting, table: Table, most: int) -> Pieces:
    """A rule, the chart, and its table beside it if both have room there, else below."""
    galley = setting.galley
    left, right = galley.edges
    if table.name in _BESIDE:
        middle = left + (right - left) * _BESIDE[table.name]
        drawing = setting.chart(table.name, middle - _GUTTER / 2 - left)
        rows = table_of(galley, table, (middle + _GUTTER / 2, right), most)
        return _begun(setting, table, joined([[_drawn(drawing, left)], rows]))
    drawing = setting.chart(table.name, right - left)
    alone = table.name in _IN_NUMBERS
    chart = _begun(setting, table, _heading(galley, drawing) if alone else _drawn(drawing, left))
    if table.name in _IN_WORDS:
        return chart
    first, *rest = table_of(galley, table, galley.edges, most)
    return [*together([*chart, Piece(_TABLE), first]), *rest]


def not_yet(setting: Setting, empty: Sequence[Table]) -> Pieces:
    """A line for each chart that has nothing to show: with a part of its own it takes a page."""
    pieces: Pieces = []
    galley = setting.galley
    for table in empty:
        title = galley.column(right=galley.sheet.inner + _TITLE)
        title.text(table.title, FACT_STRONG, tag=Tag("H2"))
        words = galley.column(galley.sheet.inner + _TITLE + _GUTTER)
        words.text(_sentence(setting, table), FACT)
        line = joined([title.pieces, words.pieces])
        line = line.lowered(_LINES) if pieces else setting.below_rule(line)
        pieces += setting.named(table, line)
    return together(pieces)


def _drawn(drawing: Drawing, left: float) -> Piece:
    return Piece(drawing.height, drawing_of(drawing, left))


def _heading(galley: Galley, drawing: Drawing) -> Piece:
    """What stands over a table that is its own chart."""
    column = galley.column().text(drawing.title, STYLES["title"], tag=Tag("H2"))
    return joined([column.text(drawing.lead, LABEL).pieces])


def _begun(setting: Setting, table: Table, content: Piece) -> Pieces:
    return setting.named(table, setting.below_rule(content))


def _sentence(setting: Setting, table: Table) -> str:
    """What a chart says instead of what it would show."""
    return setting.chart(table.name, _ENDLESS).texts[-1].words
