"""Where the columns of the list stand; what has no room goes, the title last."""

from __future__ import annotations

from dataclasses import dataclass

OVERHANG = 16
"""How far a row reaches beyond its text, on both sides."""
_STATUS, _ACTIONS, _METER, _WORDS, _FAMILIES, _TITLE = 115, 191, 110, 188, 172, 340


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges in a row, in px; None for a column that has no room. ``right`` ends the text."""

    title: float
    title_width: float
    families: float | None
    meter: float | None
    meter_words: bool
    actions: float | None
    status: float | None
    right: float


def columns(width: float, scale: float) -> Columns:
    """Columns of a row of this width at this type size."""
    text = width / scale - 2 * OVERHANG
    sizes = {
        "families": _FAMILIES,
        "meter": _METER,
        "words": _WORDS,
        "actions": _ACTIONS,
        "status": _STATUS,
    }
    for name in ("words", "families", "meter", "actions", "status"):
        if text - sum(sizes.values()) >= _TITLE:
            break
        del sizes[name]
    lefts: dict[str, float] = {}
    left = OVERHANG + text - sum(sizes.values())
    for name, size in sizes.items():
        lefts[name] = left * scale
        left += size
    title_end = min(lefts.values(), default=(OVERHANG + text) * scale)
    return Columns(
        title=OVERHANG * scale,
        title_width=title_end - OVERHANG * scale,
        families=lefts.get("families"),
        meter=lefts.get("meter"),
        meter_words="words" in lefts,
        actions=lefts.get("actions"),
        status=lefts.get("status"),
        right=width - OVERHANG * scale,
    )
