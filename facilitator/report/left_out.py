"""Says at the end which characters could not be printed."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from facilitator.report.styles import LABEL
from facilitator.report.typefaces import REPLACEMENT

if TYPE_CHECKING:
    from facilitator.report.galley import Galley
    from facilitator.report.pieces import Pieces

_TOLD = 40


def left_out(galley: Galley) -> Pieces:
    """Nothing, unless a character of the chapters before is in no font."""
    missing = list(galley.type.missing)
    if not missing:
        return []
    names = [_name(each) for each in missing[:_TOLD]]
    if len(missing) > _TOLD:
        names.append(f"and {len(missing) - _TOLD:,} more")
    words = f"These characters could not be printed; {REPLACEMENT} stands for them: "
    column = galley.beside().text(f"{words}{', '.join(names)}.", LABEL)
    return galley.section("Left out", column.pieces, bookmark=False)


def _name(character: str) -> str:
    """``U+6F22 cjk unified ideograph-6f22``."""
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X} {name}".rstrip()
