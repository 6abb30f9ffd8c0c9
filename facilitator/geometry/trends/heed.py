"""What there is to heed, first on the page: each warning with the numbers behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.behind import NOTHING, any_of
from facilitator.domain.trend_words import HEED, lost_words
from facilitator.geometry.box import Box
from facilitator.geometry.trends.drawing import Area, Drawing, Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from facilitator.domain.trends import Trends, Warned
    from facilitator.geometry.trends.drawing import Kit

_BAR, _SIDE, _EDGE, _BETWEEN = 4.0, 24.0, 14.0, 8.0
_SMALL_GAP = 10.0

Said = tuple[str, str]
"""Words, and the role they are set in."""


class _Word(NamedTuple):
    """A word of a paragraph, with its role and how far it stands from the left."""

    words: str
    role: str
    x: float


def lay_out(trends: Trends, width: float, kit: Kit) -> Drawing:
    """The warnings on a tinted plate, or the sentence that there are none; then what is lost."""
    drawing = Drawing("heed", HEED, "", width)
    if trends.warnings:
        _put_warnings(drawing, trends.warnings, kit)
    elif trends.calm:
        _put(drawing, [(trends.calm, "warning")], kit, 0.0, width)
    for words in lost_words(trends):
        drawing.height += _SMALL_GAP * kit.unit if drawing.height else 0.0
        kit.say(drawing, words)
    return drawing


def _put_warnings(drawing: Drawing, warnings: Iterable[Warned], kit: Kit) -> None:
    px = kit.unit
    left, right = (_BAR + _SIDE) * px, drawing.width - _SIDE * px
    plate = len(drawing.parts)
    drawing.height += _EDGE * px
    for row, each in enumerate(warnings):
        drawing.height += _BETWEEN * px if row else 0.0
        top = drawing.height
        said = [(each.sentence, "warning_strong"), (each.why, "warning")]
        _put(drawing, said, kit, left, right)
        box = Box(left, top, right - left, drawing.height - top)
        behind = any_of(each.mark) if each.mark is not None else NOTHING
        drawing.spots.append(Spot(box, f"{each.sentence} {each.why}".strip(), behind, row))
    drawing.height += _EDGE * px
    whole = Box(0.0, 0.0, drawing.width, drawing.height)
    bar = Box(0.0, 0.0, _BAR * px, drawing.height)
    drawing.parts[plate:plate] = [Area(whole, "note_tint"), Area(bar, "note")]


def _put(drawing: Drawing, said: Iterable[Said], kit: Kit, left: float, right: float) -> None:
    """Put a paragraph whose words are of several roles."""
    high = kit.line("warning")
    for line in _lines(said, kit, right - left):
        middle = drawing.height + high / 2
        for each in line:
            kit.text(drawing, each.words, (left + each.x, middle), role=each.role)
        drawing.height += high


def _lines(said: Iterable[Said], kit: Kit, room: float) -> Iterator[list[_Word]]:
    """Words of one role that stand side by side are one."""
    line: list[_Word] = []
    x = 0.0
    for role, word in ((role, word) for words, role in said for word in words.split()):
        space = kit.width(" ", role)
        wide = kit.width(word, role)
        if line and x + space + wide > room:
            yield line
            line, x = [], 0.0
        if line and line[-1].role == role:
            longer = f"{line[-1].words} {word}"
            line[-1] = line[-1]._replace(words=longer)
            x = line[-1].x + kit.width(longer, role)
            continue
        start = x + space if line else 0.0
        shown = kit.measure.cut(word, role, room)
        line.append(_Word(shown, role, start))
        x = start + kit.width(shown, role)
    if line:
        yield line
