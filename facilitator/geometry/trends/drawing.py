"""What a chart consists of: texts, areas, lines, signs, and the spots that can be chosen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

from facilitator.domain.behind import NOTHING, Behind
from facilitator.geometry.box import Box

if TYPE_CHECKING:
    from facilitator.domain.words import Family

Point = tuple[float, float]


class Measure(Protocol):
    """How large texts are.

    Roles are ``title``, ``text``, ``strong``, ``label``, ``label_strong``, ``figure``; those of
    what there is to heed are ``warning`` and ``warning_strong``.
    """

    def width(self, words: str, role: str) -> float:
        """Width of a text on one line."""

    def line(self, role: str) -> float:
        """Height of a line."""

    def cut(self, words: str, role: str, width: float) -> str:
        """The text, if need be shortened with an ellipsis to this width."""


class Text(NamedTuple):
    """One line of text in the middle of a box; ``align`` is left, right or centre."""

    box: Box
    words: str
    role: str = "text"
    colour: str = "ink"
    align: str = "left"


class Area(NamedTuple):
    """A rectangle: colour roles (empty for none), pen, corners and dashes."""

    box: Box
    fill: str = ""
    stroke: str = ""
    pen: float = 1.0
    radius: float = 0.0
    dash: tuple[float, ...] = ()


class Line(NamedTuple):
    """Straight pieces from point to point."""

    points: tuple[Point, ...]
    colour: str = "ink"
    pen: float = 1.0
    round_ends: bool = False

    @property
    def box(self) -> Box:
        """What it takes."""
        return around(self.points)


class Shape(NamedTuple):
    """A closed shape with straight sides."""

    points: tuple[Point, ...]
    fill: str = ""
    stroke: str = ""
    pen: float = 1.0

    @property
    def box(self) -> Box:
        """What it takes."""
        return around(self.points)


class Disc(NamedTuple):
    """A circle."""

    centre: Point
    radius: float
    fill: str = ""
    stroke: str = ""
    pen: float = 1.0

    @property
    def box(self) -> Box:
        """What it takes."""
        (x, y), radius = self.centre, self.radius
        return Box(x - radius, y - radius, 2 * radius, 2 * radius)


class FamilySign(NamedTuple):
    """The solid shape of a family, in a square box."""

    box: Box
    family: Family


class FamilyBar(NamedTuple):
    """A bar in the colour of a family."""

    box: Box
    family: Family


Part = Text | Area | Line | Shape | Disc | FamilySign | FamilyBar


class Spot(NamedTuple):
    """Something that can be chosen: where it is, what it says, and what lies behind it.

    Spots of one ``row`` are walked with left and right, rows with up and down.
    """

    box: Box
    words: str
    behind: Behind = NOTHING
    row: int = 0


@dataclass
class Drawing:
    """A chart of this width; parts are drawn in their order."""

    name: str
    title: str
    lead: str
    width: float
    height: float = 0.0
    parts: list[Part] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)

    @property
    def texts(self) -> list[Text]:
        """The texts."""
        return [part for part in self.parts if isinstance(part, Text)]


@dataclass(frozen=True)
class Kit:
    """What every chart is laid out with: the measure, and px or points in a px of the look."""

    measure: Measure
    unit: float = 1.0

    def line(self, role: str) -> float:
        """Height of a line."""
        return self.measure.line(role)

    def width(self, words: str, role: str = "text") -> float:
        """Width of a text."""
        return self.measure.width(words, role)

    def text(  # noqa: PLR0913 - a text is all about how it is set
        self,
        drawing: Drawing,
        words: str,
        at: Point,
        *,
        role: str = "text",
        colour: str = "ink",
        align: str = "left",
        room: float | None = None,
    ) -> Box:
        """Put a text with its middle line at a height, cut to ``room``; its box.

        ``at`` is its left end, its right end or its centre, as ``align`` says.
        """
        shown = words if room is None else self.measure.cut(words, role, room)
        wide, high = self.width(shown, role), self.line(role)
        left = at[0] - {"left": 0.0, "right": wide, "centre": wide / 2}[align]
        box = Box(left, at[1] - high / 2, wide, high)
        drawing.parts.append(Text(box, shown, role, colour, align))
        return box

    def begin(self, name: str, title: str, lead: str, width: float) -> Drawing:
        """A chart with its title and what it says below; ``height`` is where the rest begins."""
        drawing = Drawing(name, title, lead, width)
        high = self.line("title")
        self.text(drawing, title, (0, high / 2), role="title", room=width)
        drawing.height = high
        self.say(drawing, lead)
        drawing.height += 12 * self.unit
        return drawing

    def say(self, drawing: Drawing, words: str, *, role: str = "label") -> None:
        """Put a sentence below what is there, in as many lines as it takes."""
        high = self.line(role)
        for words_of_line in wrapped(self, words, role, drawing.width):
            middle = drawing.height + high / 2
            self.text(drawing, words_of_line, (0.0, middle), role=role, colour="ink2")
            drawing.height += high


def wrapped(kit: Kit, words: str, role: str, width: float) -> list[str]:
    """Lines no wider than a width; a word that is wider is cut."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and kit.width(longer, role) <= width:
            lines[-1] = longer
        else:
            lines.append(kit.measure.cut(word, role, width))
    return lines


def around(points: tuple[Point, ...]) -> Box:
    """The box around points."""
    left, top = min(x for x, _ in points), min(y for _, y in points)
    right, bottom = max(x for x, _ in points), max(y for _, y in points)
    return Box(left, top, right - left, bottom - top)
