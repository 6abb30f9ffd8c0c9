"""Chapters follow the outline, and nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from facilitator.app.outlines import outlines
from facilitator.report import render
from tests.report.conftest import NOW
from tests.report.printed import bookmarks, solid, solid_text

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.domain.outline import Outline
    from facilitator.domain.records import Review


@pytest.mark.parametrize("outline", outlines(), ids=lambda each: each.id)
def test_headings_and_order(sample: Review, fonts: Path, outline: Outline) -> None:
    data = render(sample, now=lambda: NOW, fonts=fonts, arrangement=outline)
    heads = [title for title, _ in bookmarks(data)]
    wanted = [
        outline.headings[part]
        for part in outline.order
        if part in outline.headings and part != "words"
    ]
    assert [head for head in heads if head in wanted] == wanted
    told = solid_text(data)
    for rows in (sample.events, sample.factors, sample.actions):
        assert all(solid(row.text) in told for row in rows)
