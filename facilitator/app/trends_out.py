"""Writes the page of the trends in the form that a file's name asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.trend_tables import tables

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from facilitator.domain.trends import Trends

SUFFIXES = ("pdf", "md", "csv")
"""What the trends can be written as, by the ending of the file."""


def rendered_trends(
    trends: Trends,
    suffix: str,
    now: Callable[[], datetime],
    fonts: Path,
    progress: Callable[[int, int], None] | None = None,
) -> bytes:
    """The page in one of the forms; ``progress`` gets what is done and the whole of a PDF."""
    if suffix == "pdf":
        from facilitator.report import render_trends  # noqa: PLC0415 - only a PDF needs it

        return render_trends(trends, now=now, fonts=fonts, progress=progress)
    from facilitator.exchange import trends_csv  # noqa: PLC0415 - only a file needs it

    found = tables(trends)
    if suffix == "md":
        return trends_csv.write_trends_markdown(trends, found)
    return trends_csv.write_trends_csv(found)
