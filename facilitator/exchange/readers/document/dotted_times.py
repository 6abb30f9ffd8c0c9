"""Times with a dot, ``9.59``: which lists of a document mean them, for one may be a version."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.exchange.readers.document.parts import Part

_DOTTED = re.compile(r"^\W{0,4}(?:[01]?\d|2[0-3])\.[0-5]\d(?!\d|[.,]\d|\s?%)(?P<alone>\s*$)?")
_APART = re.compile(r"^\W{0,4}(?:[01]\d|2[0-3])\.[0-5]\d\s*(?:[–—:]|-\s)")
_MANY = 3
"""Lines like ``09.59 - The lamp goes out`` that are a list of times wherever they stand."""
_LEAST = 2
"""Lines that must begin like ``9.59`` before such a number is a time: one may be a version."""


def is_dotted(part: Part) -> bool:
    """Whether a timeline writes its times like ``9.59``."""
    lines = [line for block in part.blocks for line in block.text.split("\n")]
    if part.kind != "timeline":
        return dotted_lines(lines)
    found = [match for match in map(_DOTTED.match, lines) if match]
    return len(found) >= _LEAST or any(each["alone"] is not None for each in found)


def dotted_lines(lines: Sequence[str]) -> bool:
    """Whether several lines begin with ``09.59 -``, which is no number of a version."""
    return sum(_APART.match(line) is not None for line in lines) >= _MANY
