"""Large and lopsided reviews: nothing is cut, nothing overflows, everything refers to its rest."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from facilitator.domain.records import Review
from facilitator.domain.words import ActionStatus
from facilitator.report.document import lay_out
from tests.report.big_reviews import big, chain, siblings
from tests.report.printed import bookmarks, jumps, reader, solid, solid_text, strays, texts
from tests.strategies import reviews

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.domain.records import Factor
    from tests.report.printed import Printer

NOW = datetime(2026, 3, 5, 16, 0, tzinfo=UTC)
WORD = "x" * 5_000


@pytest.fixture(scope="module")
def big_pdf(printer: Printer) -> bytes:
    return printer(big())


def _with_tree(factors: tuple[Factor, ...]) -> Review:
    return Review(id="r", title="A tree", factors=factors)


def test_a_large_review_is_whole(big_pdf: bytes) -> None:
    review = big()
    printed = solid_text(big_pdf)
    for rows in (review.events, review.factors, review.actions, review.findings):
        assert all(solid(row.text) in printed for row in rows)
    assert 25 <= len(reader(big_pdf).pages) <= 40
    assert strays(big_pdf) == []


def test_every_event_has_its_row(big_pdf: bytes) -> None:
    start = dict(bookmarks(big_pdf))["All events"]
    kinds = "Change|Alert|Observation|Decision|Action|Message"
    row = rf"^(\d\d:\d\d)(?:\s*to \d\d:\d\d)?(?:\s*about)?\s*(?:{kinds})"
    times = re.findall(row, "\n".join(texts(big_pdf)[start:]), re.MULTILINE)
    assert len(times) == 300
    assert times == sorted(times)


def test_heads_of_tables_stand_on_every_page(big_pdf: bytes) -> None:
    pages = texts(big_pdf)
    start = dict(bookmarks(big_pdf))["All events"]
    assert len(pages) - start > 8
    for text in pages[start:]:
        assert re.search(r"Time\s+Kind\s+What happened\s+Lane", text)


def test_the_parts_of_a_large_tree_refer_to_each_other(big_pdf: bytes) -> None:
    pages, found = texts(big_pdf), jumps(big_pdf)
    references = [
        (number, words, int(page) - 1)
        for number, text in enumerate(pages)
        for words, page in re.findall(r"(continues on|from|more on|before:) page (\d+)", text)
    ]
    there = {(at, to) for at, words, to in references if words in {"continues on", "more on"}}
    back = {(to, at) for at, words, to in references if words in {"from", "before:"}}
    assert there == back
    assert len(there) >= 5
    assert there | {(to, at) for at, to in back} <= found


def test_a_deep_chain_is_printed_in_full(printer: Printer) -> None:
    factors = chain(40)
    data = printer(_with_tree(factors))
    printed = solid_text(data)
    for factor in factors:
        # In the drawing and in words.
        assert printed.count(solid(factor.text)) >= 2
    assert solid("continues below") in printed
    assert solid("Level 40") in printed
    assert strays(data) == []


def test_many_causes_of_one_effect_are_printed_in_full(printer: Printer) -> None:
    data = printer(_with_tree(siblings(100)))
    printed = solid_text(data)
    assert all(printed.count(f"Cause{number}") >= 2 for number in (1, 50, 99))
    assert solid("more on page") in printed
    assert strays(data) == []


@pytest.mark.parametrize("depth", [5, 6])
def test_a_deep_tree_that_is_high_enough_lies_on_its_side(printer: Printer, depth: int) -> None:
    factors = list(chain(depth))
    last = factors[-1]
    factors += [replace(last, id=f"g{n}", position=n, text=f"Leaf {n}") for n in range(1, 7)]
    sizes = {tuple(page.mediabox[2:]) for page in reader(printer(_with_tree(tuple(factors)))).pages}
    assert len(sizes) == 2


def test_long_words_and_texts_are_broken(printer: Printer) -> None:
    review = big(4, 5, 4)
    review = replace(
        review,
        title=WORD,
        incident=WORD,
        severity=WORD,
        failure_class=WORD,
        services=(WORD,),
        summary="word " * 20_000,
        impact=f"{WORD}\n12 {WORD}",
        participants=tuple(replace(person, role=WORD) for person in review.participants[:2]),
        events=tuple(replace(event, text=WORD, lane=WORD) for event in review.events),
        factors=tuple(replace(factor, text=WORD) for factor in review.factors),
        findings=tuple(replace(each, text=WORD, reason=WORD) for each in review.findings[:7]),
        actions=tuple(
            replace(action, text=WORD, owner=WORD, status=ActionStatus.AGREED)
            for action in review.actions
        ),
        lessons=tuple(replace(lesson, text=WORD) for lesson in review.lessons),
    )
    data = printer(review)
    assert strays(data) == []
    printed = solid_text(data)
    assert printed.count("word") >= 20_000
    assert printed.count("x") > 20 * len(WORD)


def test_a_summary_of_one_endless_word(printer: Printer) -> None:
    data = printer(Review(id="r", summary="y" * 100_000))
    assert solid_text(data).count("y") >= 100_000
    assert strays(data) == []


@pytest.mark.parametrize("title", ["", "A review with nothing but a title"])
def test_an_empty_review_is_one_good_page(printer: Printer, title: str) -> None:
    data = printer(Review(id="r", title=title))
    (page,) = texts(data)
    assert title in page
    for words in ("Not written yet", "No event yet", "No factor yet", "No action yet"):
        assert words in page
    assert "1 of 1" in page


def test_pieces_lie_below_each_other_on_every_page(fonts: Path) -> None:
    for page in lay_out(big(), NOW, fonts=fonts).pages:
        foot = page.sheet.top
        for top, piece in page.placed:
            assert top >= foot - 0.01
            foot = top + piece.height
        assert foot <= page.sheet.bottom + 0.01


@settings(max_examples=25)
@given(review=reviews())
def test_any_review_can_be_printed(fonts: Path, review: Review) -> None:
    document = lay_out(review, NOW, fonts=fonts)
    data = document.draw(lambda *_: None)
    assert len(reader(data).pages) == len(document.pages)
    for page in document.pages:
        for top, piece in page.placed:
            assert top + piece.height <= page.sheet.bottom + 0.01


@pytest.mark.parametrize(("number", "times"), [(3, 2), (40, 1)])
def test_a_short_timeline_without_stars_is_a_story(
    printer: Printer, number: int, times: int
) -> None:
    """Short ones stand in the story and in the appendix, long ones in the appendix alone."""
    events = tuple(
        replace(each, starred=False, text=f"Step{place}of all")
        for place, each in enumerate(big().events[:number])
    )
    printed = solid_text(printer(Review(id="r", title="T", events=events)))
    assert printed.count("Step0ofall") == times
    assert ("Noeventisstarred" in printed) is (times == 1)


def test_no_word_of_the_effect_is_broken_if_it_fits(printer: Printer) -> None:
    effect, *causes = chain(3)
    printed = texts(printer(_with_tree((replace(effect, text="Announcements swamp it"), *causes))))
    # In the drawing, and in words.
    assert sum(page.split().count("Announcements") for page in printed) == 2
    long = printer(_with_tree((replace(effect, text=WORD), *causes)))
    assert strays(long) == []
