"""What a document about the whole library is set with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator import resources
from facilitator.domain.records import Review
from facilitator.geometry.tokens import read_tokens
from facilitator.report.galley import Galley
from facilitator.report.sheet import SIZES, Sheet
from facilitator.report.typesetting import typesetter_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path


def library_galley(
    title: str, texts: Iterable[str], now: datetime, fonts: Path | None, paper: str
) -> Galley:
    """What a document about the whole library is set with; ValueError for another paper.

    It is about no review, so the review of the galley has a title and nothing else.
    """
    if paper not in SIZES:
        raise ValueError(f"There is no paper “{paper}”; there is {' and '.join(SIZES)}.")
    tokens = read_tokens(resources.read_text("theme.toml"))
    typesetter = typesetter_of(texts, fonts)
    return Galley(Review(id="", title=title), typesetter, Sheet(*SIZES[paper]), tokens, now)
