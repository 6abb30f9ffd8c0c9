"""The trends on paper: warnings first, every chart with its table, and nobody's name."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pypdf import PdfReader

from facilitator.domain.trend_tables import tables
from facilitator.domain.trends import Quarter, ServiceLine, Trends
from facilitator.report import render_trends
from facilitator.report.tags import ARTIFACT
from facilitator.report.trends import page
from tests.report.conftest import NOW
from tests.trends_values import TODAY, flow, picture, seen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.report.paging import Page


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
    # Two charts are tables themselves.
    assert read.count("/Figure") == len(tables(trends)) - 2
    assert read.index("/H1") < read.index("/Figure") < read.index("/Table")


def test_heads_of_columns_say_what_they_head(fonts: Path) -> None:
    data = printed(picture(), fonts)
    read = roles(data)
    assert read.count("/TH") >= len(tables(picture())[0].head)
    assert read.count("/TD") > read.count("/TH")


def laid(trends: Trends, fonts: Path, paper: str) -> list[Page]:
    """The pages, before they are drawn."""
    seen: list[Page] = []

    def drawn(_galley: object, pages: list[Page], *_rest: object) -> bytes:
        seen.extend(pages)
        return b""

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page, "drawn", drawn)
        render_trends(trends, now=lambda: NOW, fonts=fonts, paper=paper)
    return seen


def long() -> Trends:
    """Years of a large library: more rows in every table than are printed."""
    trends = picture()
    quarters = [Quarter(year, number) for year in range(2021, 2026) for number in range(1, 5)]
    services = [ServiceLine(service=f"Service {n}", reviews=40 - n, families=()) for n in range(30)]
    return replace(
        trends,
        flow=flow(70),
        taken=tuple(replace(trends.taken[0], quarter=each) for each in quarters),
        mix=tuple(replace(trends.mix[0], quarter=each) for each in quarters),
        families=tuple(
            replace(each, quarter=quarter) for quarter in quarters for each in trends.families[:5]
        ),
        classes=tuple(replace(trends.classes[0], name=f"Failure {n}") for n in range(20)),
        services=tuple(services),
    )


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("made", [picture, long])
def test_pages_are_full(fonts: Path, paper: str, made: Callable[[], Trends]) -> None:
    *pages, last = laid(made(), fonts, paper)
    assert len(pages) == 4
    assert all(each.room < 0.3 * each.sheet.body for each in pages)
    assert last.room < 0.75 * last.sheet.body


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_torn_table_goes_on_under_its_head_with_several_rows(fonts: Path, paper: str) -> None:
    for each in laid(long(), fonts, paper):
        first = each.placed[0][1]
        if first.tags == (ARTIFACT,):
            assert all(piece.head is not None for _, piece in each.placed[1:4])


def test_no_head_and_no_cell_is_cut_or_broken(fonts: Path) -> None:
    for trends in (picture(), long()):
        told = words_of(printed(trends, fonts))
        assert "…" not in told
        for table in tables(trends):
            # The days of each action are in the chart.
            heads = (each for each in table.head if not each.startswith("Days"))
            assert all(head in told for head in heads if table.name != "figures")


def test_what_there_is_not_yet_is_a_line_each(fonts: Path) -> None:
    data = printed(Trends(today=TODAY, reviews=1, seen=seen(1)), fonts)
    told = words_of(data)
    assert "Patterns to invest in No pattern is named yet." in told
    assert "How long do actions take? No action is finished yet." in told
    assert len(PdfReader(io.BytesIO(data)).pages) == 1


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
