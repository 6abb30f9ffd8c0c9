"""The chapter of all events: most of the width for what happened, and nothing printed twice."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from facilitator.domain.audience import for_audience
from facilitator.domain.records import Evidence, Review, TimelineEvent
from facilitator.domain.words import Audience, EvidenceKind, Marker
from facilitator.report import render
from tests.report.conftest import NOW
from tests.report.printed import addresses, bookmarks, solid, solid_text, texts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.report.printed import Printer

AT = datetime(2026, 3, 3, 14, 3, tzinfo=UTC)
SOURCE = "a-channel-of-the-2026-03-03_outage.md, line 203"


def _events(number: int, **fields: object) -> tuple[TimelineEvent, ...]:
    made = TimelineEvent(id="e", text="It stops", at=AT)
    return tuple(
        replace(made, id=f"e{n}", at=AT + timedelta(minutes=n), **fields)  # type: ignore[arg-type]
        for n in range(number)
    )


def _quoted(text: str, quote: str) -> Review:
    proof = Evidence(id="q", kind=EvidenceKind.QUOTATION, text=quote)
    return Review(id="r", title="A review", events=_events(1, text=text, evidence=(proof,)))


def _chapter(data: bytes) -> str:
    start = dict(bookmarks(data))["All events"]
    text = "\n".join(texts(data)[start:])
    return text[text.rindex("All events") :]


def _right_edges(data: bytes, letter: str) -> list[float]:
    """Where the letters of this kind end on the page of all events."""
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        text = pdf[dict(bookmarks(data))["All events"]].get_textpage()
        places = range(text.count_chars())
        return [text.get_charbox(at)[2] for at in places if text.get_text_range(at, 1) == letter]


def test_what_happened_has_most_of_the_width(printer: Printer) -> None:
    """From a third of the width on up to the right edge, unless many events name a place."""
    long = "zz zzz zzzz " * 30
    plain = printer(Review(id="r", events=_events(13, text=long)))
    placed = printer(Review(id="r", events=_events(13, text=long, lane="Ledger")))
    assert max(_right_edges(plain, "z")) > 530
    assert 470 < max(_right_edges(placed, "z")) < 530


@pytest.mark.parametrize(("named", "column"), [(0, False), (3, False), (4, True), (13, True)])
def test_places_have_a_column_if_many_events_name_one(
    printer: Printer, named: int, column: bool
) -> None:
    events = [replace(each, lane="Ledger") for each in _events(13)[:named]] + list(
        _events(13)[named:]
    )
    printed = _chapter(printer(Review(id="r", events=tuple(events))))
    assert (re.search(r"What happened\s+Lane", printed) is not None) is column
    assert printed.count("Ledger") == named


def test_a_source_stands_below_in_one_piece(printer: Printer) -> None:
    event = replace(_events(1)[0], source=SOURCE, link="https://x.example/chat")
    data = printer(Review(id="r", events=(event,)))
    printed = _chapter(data)
    assert SOURCE in printed
    assert "https://x.example/chat" in printed
    assert "Source" not in printed
    assert addresses(data) == {"https://x.example/chat"}


def test_a_marker_and_the_source_share_a_line(printer: Printer) -> None:
    events = _events(1, source="Pager", marker=Marker.DETECTED)
    assert solid("It stops Detected Pager") in solid(
        _chapter(printer(Review(id="r", events=events)))
    )


def test_a_quotation_is_not_printed_again(printer: Printer) -> None:
    same = solid_text(printer(_quoted("The hub is restarted", "the hub is\nrestarted")))
    assert "“" not in same
    more = solid_text(printer(_quoted("The hub is restarted. …", "The hub is restarted. Why?")))
    assert solid("“… Why?”") in more
    other = solid_text(printer(_quoted("The hub is restarted", "ok, I kill it\n\n \n\nnow")))
    assert solid("“ok, I kill it now”") in other


def test_a_clock_that_shows_the_same_is_told_once(printer: Printer) -> None:
    def told(zone: str, number: int = 1) -> str:
        events = _events(number, zone=zone)
        review = Review(id="r", time_zone="Europe/Berlin", events=events)
        return _chapter(printer(review))

    assert "+01:00" not in told("+01:00")
    assert "14:03 UTC" in told("UTC")
    many = told("UTC", 9)
    assert "14:03" not in many
    assert solid("Times are Berlin time (Europe/Berlin); they were written down in UTC.") in solid(
        many
    )


def test_others_are_told_how_many_events_there_are_and_when(fonts: Path) -> None:
    """The review of an outage that has events is never said to have none."""
    events = _events(20, text="The ledger stops", source=SOURCE)
    events = (*events, replace(events[0], id="last", at=AT + timedelta(days=2)))
    review = Review(id="r", title="A review", events=events)
    for audience in (Audience.WIDE, Audience.BRIEF):
        shown = for_audience(review, audience)
        data = render(shown, now=lambda: NOW, fonts=fonts, audience=audience)
        printed = solid_text(data)
        assert solid("21 events; none was chosen for the story") in printed
        assert solid("3 to 5 March 2026") in printed
        assert solid("No event yet") not in printed
        assert solid("Incident no day yet") not in printed
        assert solid("The ledger stops") not in printed
        assert solid(SOURCE) not in printed


def test_a_single_event_that_was_not_chosen_is_told_of_as_one(fonts: Path) -> None:
    review = for_audience(Review(id="r", title="A review", events=_events(1)), Audience.WIDE)
    data = render(review, now=lambda: NOW, fonts=fonts, audience=Audience.WIDE)
    assert solid("One event; it was not chosen for the story") in solid_text(data)


def test_others_read_the_events_that_were_chosen(fonts: Path) -> None:
    plain, marked = _events(2)
    marked = replace(marked, text="Pages go out", marker=Marker.DETECTED)
    review = for_audience(Review(id="r", title="A review", events=(plain, marked)), Audience.WIDE)
    data = render(review, now=lambda: NOW, fonts=fonts, audience=Audience.WIDE)
    printed = solid_text(data)
    assert solid("Pages go out") in printed
    assert solid("It stops") not in printed
    assert solid("chosen") not in printed
    assert printed.count("14:03") == 0
