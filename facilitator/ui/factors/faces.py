"""What stands on a node and how high that makes it; measured once a factor."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

from facilitator.domain.words import FactorKind
from facilitator.ui.factors import plates
from facilitator.ui.factors.wording import evidence_word, family_short
from facilitator.ui.factors.wrapping import Line, Wrapper
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from facilitator.domain.records import Factor
    from facilitator.ui.factors.state import TreeState
    from facilitator.ui.factors.wording import Chip
    from facilitator.ui.theme import Theme

META_ABOVE, META, CHIPS_ABOVE, CHIP_GAP, JOINT_GAP = 2, 24, 5, 8, 12
EFFECT_PAD, EFFECT_ABOVE, EFFECT_LINE, EFFECT_BELOW, EFFECT_END = 16, 43, 27, 6, 19
_TRIGGER_PAD, _EFFECT_LINES = 10, 8


class Size(NamedTuple):
    """Width and height of a node, and what was measured for it.

    What stands on the effect may come from the review: ``words`` and ``how_long``.
    """

    box: tuple[float, float]
    factor: Factor
    chips: tuple[Chip, ...]
    jointly: str
    words: str = ""
    how_long: str = ""


class Face(NamedTuple):
    """The words on a node; boxes are in px from the node's top left corner.

    ``jointly`` says that what is behind it is needed together; on the effect it is a line.
    """

    lines: tuple[Line, ...]
    text: QRectF
    meta_top: float
    family: str
    evidence: str
    chips: tuple[tuple[Chip, QRectF], ...]
    jointly: tuple[str, QRectF]


class Faces:
    """Measures the nodes of one theme."""

    def __init__(self, theme: Theme, state: TreeState) -> None:
        self._theme, self._state = theme, state
        self._tree = tokens()["tree"]
        self._wrapper = Wrapper(theme.font("node"), theme.metrics("node"))
        strong = theme.metrics("node", weight=600)
        self._effect_wrapper = Wrapper(theme.font("node", weight=600), strong)
        self._sizes: dict[str, Size] = {}
        self._faces: dict[str, tuple[Size, Face]] = {}
        self._chip_widths: dict[Chip, float] = {}
        self._top, self._right, self._bottom, self._left = map(theme.px, self._tree["node_padding"])
        self._trigger_left = theme.px(self._tree["trigger_point"] + _TRIGGER_PAD)
        self._line = theme.line("node")
        self._width = theme.px(self._tree["node_width"])
        self._bare_height: float = self._top + theme.px(META_ABOVE) + theme.px(META)

    def forget(self) -> None:
        """Measure all words anew."""
        self._sizes.clear()
        self._faces.clear()

    # -- how large -----------------------------------------------------------------------------

    def sizes(self, typed_lines: int | None = None) -> dict[str, Size]:
        """The size of every factor; ``typed_lines`` while the current one's are being typed."""
        state, known = self._state, self._sizes
        root = state.index.root
        effect = (root,) if root.parent is None else ()
        for factor in state.index.factors[len(effect) :]:
            size = known.get(factor.id)
            if size is None or size.factor is not factor or factor.events or factor.joint:
                known[factor.id] = self._size(factor, size)
        self._forget_others()
        sizes = known | {each.id: self._effect_size(each) for each in effect}
        if typed_lines is not None:
            sizes[state.current] = self._grown(sizes[state.current], typed_lines)
        return sizes

    def _forget_others(self) -> None:
        there = self._state.index.by_id
        if len(self._sizes) > 2 * len(there):
            self._sizes = {each: size for each, size in self._sizes.items() if each in there}
            self._faces = {each: face for each, face in self._faces.items() if each in there}

    def _size(self, factor: Factor, before: Size | None) -> Size:
        chips, jointly = self._plates(factor)
        if before and before.factor is factor and before[2:4] == (chips, jointly):
            return before
        left, width = self._room(factor)
        height = self._bare_height + len(self._lines(factor, width)) * self._line
        if chips or jointly:
            height = self._place_plates(chips, jointly, left, height, width)[-1].bottom()
        return Size((self._width, height + self._bottom), factor, chips, jointly)

    def _plates(self, factor: Factor) -> tuple[tuple[Chip, ...], str]:
        if factor.events or factor.joint:
            return self._state.linked.of(factor), self._state.jointly(factor)
        return (), ""

    def _effect_size(self, effect: Factor) -> Size:
        px, jointly = self._theme.px, self._state.jointly(effect)
        words, how_long = self._state.words(effect), self._how_long()
        more = bool(how_long) + bool(jointly)
        height = px(EFFECT_ABOVE) + len(self._effect_lines(words)) * px(EFFECT_LINE)
        height += (px(EFFECT_BELOW) + more * px(META) if more else 0) + px(EFFECT_END)
        return Size((px(self._tree["root_width"]), height), effect, (), jointly, words, how_long)

    def _grown(self, size: Size, typed_lines: int) -> Size:
        factor, (width, height) = size.factor, size.box
        if factor.parent is None:
            more = typed_lines - len(self._effect_lines(size.words))
            line = self._theme.px(EFFECT_LINE)
        else:
            more = typed_lines - len(self._lines(factor, self._room(factor)[1]))
            line = self._line
        return size._replace(box=(width, height + more * line))

    def _room(self, factor: Factor) -> tuple[int, int]:
        """Where the words of a factor begin and how wide they may be."""
        left = self._trigger_left if factor.kind is FactorKind.TRIGGER else self._left
        return left, self._width - left - self._right

    def _lines(self, factor: Factor, width: int) -> tuple[Line, ...]:
        return self._wrapper.lines(self._state.shown(factor.text), width, self._tree["max_lines"])

    def _how_long(self) -> str:
        words = self._state.linked.how_long
        fits = self._theme.metrics("label").horizontalAdvance(words) <= self._effect_width
        return words if fits else words.replace("about ", "~", 1)

    def _effect_lines(self, words: str) -> tuple[Line, ...]:
        return self._effect_wrapper.lines(words, self._effect_width, _EFFECT_LINES)

    @property
    def _effect_width(self) -> int:
        # The last letters may come a little nearer to the edge than the first.
        px = self._theme.px
        return px(self._tree["root_width"]) - px(2 * EFFECT_PAD) + px(8)

    # -- what stands where ---------------------------------------------------------------------

    def face(self, size: Size, typed_lines: int | None = None) -> Face:
        """Lay out the words of a factor that was measured."""
        factor = size.factor
        if factor.parent is None:
            return self._effect(size, typed_lines)
        known = self._faces.get(factor.id)
        if known is None or known[0] is not size:
            self._faces[factor.id] = known = (size, self._factor(size, typed_lines))
        return known[1]

    def _factor(self, size: Size, typed_lines: int | None) -> Face:
        factor = size.factor
        left, width = self._room(factor)
        lines = self._lines(factor, width)
        text = QRectF(left, self._top, width, (typed_lines or len(lines)) * self._line)
        meta_top = text.bottom() + self._theme.px(META_ABOVE)
        end = meta_top + self._theme.px(META)
        *chips, jointly = self._place_plates(size.chips, size.jointly, left, end, width)
        return Face(
            lines,
            text,
            meta_top,
            family_short(factor),
            evidence_word(factor.evidence_status),
            tuple(zip(size.chips, chips, strict=True)),
            (size.jointly, jointly),
        )

    def _place_plates(
        self, chips: tuple[Chip, ...], jointly: str, left: float, end: float, width: float
    ) -> list[QRectF]:
        """The boxes of the chips and of what says *jointly*, in rows below ``end``."""
        px, placed = self._theme.px, []
        widths = [self._chip_width(chip) for chip in chips]
        widths.append(plates.joint_width(self._theme, jointly) if jointly else 0)
        x, y = left, end + px(CHIPS_ABOVE)
        for place, each in enumerate(widths):
            if place and place == len(chips):
                x += px(JOINT_GAP - CHIP_GAP)
            wide = min(width, each)
            if wide and x > left and x + wide > left + width:
                x, y = left, y + px(plates.HEIGHT + CHIPS_ABOVE)
            placed.append(QRectF(x, y, wide, px(plates.HEIGHT)))
            x += wide + px(CHIP_GAP)
        return placed

    def _chip_width(self, chip: Chip) -> float:
        if chip not in self._chip_widths:
            self._chip_widths[chip] = plates.chip_width(self._theme, chip)
        return self._chip_widths[chip]

    def _effect(self, size: Size, typed_lines: int | None) -> Face:
        px, lines = self._theme.px, self._effect_lines(size.words)
        height = (typed_lines or len(lines)) * px(EFFECT_LINE)
        text = QRectF(px(EFFECT_PAD), px(EFFECT_ABOVE), self._effect_width, height)
        meta_top = text.bottom() + px(EFFECT_BELOW)
        jointly = QRectF(px(EFFECT_PAD), meta_top, self._effect_width, px(META))
        if size.how_long:
            jointly.translate(0, px(META))
        return Face(lines, text, meta_top, "Effect", size.how_long, (), (size.jointly, jointly))
