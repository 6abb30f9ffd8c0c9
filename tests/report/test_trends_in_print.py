"""The trends on paper: warnings first, every chart with its table, and nobody's name."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pypdf import PdfReader

from facilitator.domain.trend_tables import tables
from facilitator.domain.trends import Trends
from facilitator.report import render_trends
from tests.report.conftest import NOW
from tests.trends_values import TODAY, picture, seen

if TYPE_CHECKING:
    from pathlib import Path


def printed(trends: Trends, fonts: Path) -> bytes:
    return render_trends(trends, now=lambda: NOW, fonts=fonts)


def words_of(data: bytes) -> str:
    pages = PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def roles(data: bytes) -> list[str]:
    """The roles of all parts, in the order in which they are read out."""
    found: list[str] = []

    def walk(part: pikepdf.Object | None) -> None:
        if isinstance(part, pikepdf.Dictionary) and "/S" in part:
            found.append(str(part.S))
            walk(part.get("/K"))
        elif isinstance(part, pikepdf.Array):
            for each in part:
                walk(each)

    with pikepdf.open(io.BytesIO(data)) as pdf:
        walk(pdf.Root.StructTreeRoot.K)
    return found


def test_heed_first_then_every_chart_with_its_table(fonts: Path) -> None:
    trends = picture()
    data = printed(trends, fonts)
    told = words_of(data)
    first = told.index(" ".join(trends.warnings[0].sentence.split()))
    for table in tables(trends):
        assert first < told.index(table.title)
    assert "Counts are about actions and systems, never about people." in told
    read = roles(data)
    assert read.count("/Table") == sum(
        bool(each.rows) for each in tables(trends) if each.name != "figures"
    )
    assert read.count("/Figure") == len(tables(trends))
    assert read.index("/H1") < read.index("/Figure") < read.index("/Table")


def test_heads_of_columns_say_what_they_head(fonts: Path) -> None:
    data = printed(picture(), fonts)
    read = roles(data)
    assert read.count("/TH") >= len(tables(picture())[0].head)
    assert read.count("/TD") > read.count("/TH")


def test_few_are_said_to_be_few(fonts: Path) -> None:
    told = words_of(printed(Trends(today=TODAY, reviews=1, seen=seen(1)), fonts))
    assert "There is only 1 review: read the figures as examples" in told


def test_nothing_yet_is_one_page(fonts: Path) -> None:
    data = printed(Trends(today=TODAY), fonts)
    assert len(PdfReader(io.BytesIO(data)).pages) == 1
    assert "No review has a day yet." in words_of(data)


def test_the_same_trends_are_the_same_bytes(fonts: Path) -> None:
    trends = replace(picture(), undated=2, damaged=1)
    assert printed(trends, fonts) == printed(trends, fonts)
    assert "2 reviews without a day are counted nowhere." in words_of(printed(trends, fonts))


def test_no_other_paper(fonts: Path) -> None:
    with pytest.raises(ValueError, match="There is no paper “A5”"):
        render_trends(Trends(today=TODAY), now=lambda: NOW, fonts=fonts, paper="A5")
