"""The learning digest on paper: every chapter, few pages, and sources behind the lines."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pypdf import PdfReader

from facilitator.domain.digest_content import Material, digest_of
from facilitator.domain.trends import Quarter, Trends
from facilitator.report import render_digest
from tests.app.test_digest import TODAY, told_review
from tests.report.conftest import NOW
from tests.report.test_trends_in_print import roles, words_of

if TYPE_CHECKING:
    from pathlib import Path


def printed(count: int, fonts: Path) -> bytes:
    reviews = [told_review(number, TODAY.replace(month=2)) for number in range(1, count + 1)]
    digest = digest_of(Material(Quarter(2026, 1), reviews, Trends(today=TODAY)))
    return render_digest(digest, now=lambda: NOW, fonts=fonts)


def test_every_chapter_with_its_lines(fonts: Path) -> None:
    data = printed(2, fonts)
    told = words_of(data)
    for words in ("What we learned, Q1 2026", "What changed", "What we accepted", "INC-2"):
        assert words in told
    assert "People do not appear in it." in told
    assert {"/H1", "/H2", "/H3", "/L", "/LI"} <= set(roles(data))


def test_twenty_reviews_take_three_pages_at_most(fonts: Path) -> None:
    assert len(PdfReader(io.BytesIO(printed(20, fonts))).pages) <= 3


def test_an_empty_quarter_is_one_page(fonts: Path) -> None:
    data = printed(0, fonts)
    assert len(PdfReader(io.BytesIO(data)).pages) == 1
    assert "No review in the first quarter of 2026." in words_of(data)
