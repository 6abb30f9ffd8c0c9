"""Reads the impact text: lines that begin with a number become figures."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FIGURE = re.compile(
    r"[-•*]?\s*((?:about |~\s?|over |up to )?[€$£¥]?\d[\d.,\u00a0\u202f]*"
    r"\s?(?:%|(?:bn|min|ms|[kKMGT]B|[kKmMdhs])\b)?(?:(?<=[dhn]) \d+ ?(?:h|min|s)\b)?)"
    r"\s+(\S.*)"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the impact: ``41,300`` and ``payments arrived late``."""

    number: str
    words: str


def read_impact(text: str) -> tuple[tuple[Figure, ...], tuple[str, ...]]:
    """Figures, and the lines that are plain text."""
    figures, plain = [], []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        match = _FIGURE.fullmatch(line)
        if match:
            figures.append(Figure(match[1].strip(), match[2].strip()))
        else:
            plain.append(line)
    return tuple(figures), tuple(plain)
