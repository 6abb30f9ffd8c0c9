"""A PDF against the same pages as bare flowables."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from facilitator.report import render
from tests.benchmarks.measure import Row, in_turn, ratio_row
from tests.benchmarks.reviews import review

if TYPE_CHECKING:
    from facilitator.domain.records import Review

_NOW = datetime(2026, 3, 5, tzinfo=UTC)
_CHUNK = 50


def measure_print() -> Row:
    """300 events, 60 factors, 40 actions; the floor prints the same texts as plain tables."""
    source = review(events=300, factors=60, actions=40, findings=8)
    with TemporaryDirectory() as fonts:
        pages = _pages(render(source, now=lambda: _NOW, fonts=Path(fonts)))

        def ours() -> None:
            render(source, now=lambda: _NOW, fonts=Path(fonts))

        extra = _extra(source, pages)
        found = in_turn(ours, lambda: _bare(source, extra), 5)
    words = f"the same texts on as many pages ({pages}) as bare reportlab tables"
    return ratio_row("PDF of 300 events, 60 factors, 40 actions", *found, 1.5, words)


def _pages(data: bytes) -> int:
    from pypdf import PdfReader  # noqa: PLC0415 - to count only

    return len(PdfReader(io.BytesIO(data)).pages)


def _bare(source: Review, extra: int) -> bytes:
    """The texts that a full document has as plain tables, and ``extra`` tables more."""
    style = getSampleStyleSheet()["BodyText"]
    rows = [
        [f"{event.at:%H:%M}", event.kind.value, Paragraph(event.text, style), event.lane]
        for event in source.events
        if event.at
    ]
    rows += [["", "", Paragraph(factor.text, style), ""] for factor in source.factors * 2]
    rows += [["", each.owner, Paragraph(each.text, style), ""] for each in source.actions]
    rows += rows[: extra * _CHUNK]
    story: list[Flowable] = [
        Table(rows[start : start + _CHUNK], colWidths=(50, 80, 300, 60))
        for start in range(0, len(rows), _CHUNK)
    ]
    target = io.BytesIO()
    SimpleDocTemplate(target, pagesize=A4).build(story)
    return target.getvalue()


def _extra(source: Review, pages: int) -> int:
    """How many tables more make the bare document as long."""
    extra = 0
    while _pages(_bare(source, extra)) < pages:
        extra += 1
    return extra
