"""The brief: one page, and nothing of the impact is dropped without a word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain.audience import for_audience
from facilitator.domain.words import Audience
from facilitator.report import render
from tests.report.conftest import NOW
from tests.report.printed import solid, texts

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.domain.records import Review

IMPACT = (
    "41,300 payments arrived late\nNobody could pay by card\n2 shops\n3 desks\n5 teams\nAll day"
)


def _page(review: Review, fonts: Path) -> str:
    shown = for_audience(review, Audience.BRIEF)
    data = render(shown, now=lambda: NOW, fonts=fonts, audience=Audience.BRIEF)
    (page,) = texts(data)
    return solid(page)


def test_the_impact_is_told_whether_its_lines_begin_with_a_number_or_not(
    sample: Review, fonts: Path
) -> None:
    printed = _page(replace(sample, impact=IMPACT), fonts)
    for line in IMPACT.splitlines():
        assert solid(line) in printed


def test_a_full_page_has_the_impact_in_fewer_lines(sample: Review, fonts: Path) -> None:
    long = tuple(
        replace(each, text=f"{each.text}, which takes long to tell. " * 3)
        for each in sample.actions
    )
    printed = _page(replace(sample, impact=IMPACT, actions=long * 4), fonts)
    for line in IMPACT.splitlines()[:3]:
        assert solid(line) in printed


def test_a_due_day_of_another_year_has_its_year(sample: Review, fonts: Path) -> None:
    actions = tuple(
        replace(each, due=each.due and each.due.replace(year=2027)) for each in sample.actions
    )
    printed = _page(replace(sample, actions=actions), fonts)
    assert solid("Due 20 March 2027") in printed
    assert solid("Due 20 March 2027") not in _page(sample, fonts)
