"""The sample, printed: everything is in it, and nothing that is private."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from facilitator.domain.day_words import MONTHS
from facilitator.domain.order import event_key
from facilitator.domain.records import Participant
from facilitator.domain.words import Marker, Precision, ReviewStatus
from facilitator.report import render
from facilitator.report.galley import Galley
from tests.report.printed import (
    addresses,
    bookmarks,
    jumps,
    reader,
    solid,
    solid_text,
    strays,
    texts,
)
from tests.report.printed import (
    fonts as fonts_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.domain.records import Review, TimelineEvent
    from tests.report.printed import Printer

NOW = datetime(2026, 3, 5, 16, 0, tzinfo=UTC)
CHAPTERS = (
    "In short",
    "Impact",
    "How long it took",
    "The story",
    "What made it possible",
    "What we found",
    "What we will change",
    "What we learned",
    "Parking lot",
    "In the room, by role",
    "The tree in words",
    "All events",
)


def _page_of(data: bytes, title: str) -> int:
    return dict(bookmarks(data))[title]


def test_every_text_is_printed(sample: Review, sample_pdf: bytes) -> None:
    told = [sample.title, sample.incident, sample.severity, sample.failure_class, sample.summary]
    told += [*sample.services, *sample.impact.split("\n"), sample.time_zone]
    told += [person.role for person in sample.participants]
    for event in sample.events:
        told += [event.text, event.lane, event.source, event.link]
        told += [text for each in event.evidence for text in (each.text, each.link)]
    told += [factor.text for factor in sample.factors]
    for finding in sample.findings:
        told += [finding.text, finding.reason, finding.elsewhere]
    for action in sample.actions:
        told += [action.text, action.owner, action.call_reason]
        told += [action.backlog.system, action.backlog.key] if action.backlog else []
        told += [action.deferral.accepted_by, action.deferral.reason] if action.deferral else []
    told += [lesson.text for lesson in sample.lessons] + [idea.text for idea in sample.parking]
    printed = solid_text(sample_pdf)
    assert [text for text in told if solid(text) not in printed] == []


def test_every_day_and_rating_is_printed(sample: Review, sample_pdf: bytes) -> None:
    printed = solid_text(sample_pdf)
    for action in sample.actions:
        days = [action.due, action.agreed_on, action.check_on]
        days += [action.deferral.until] if action.deferral else []
        for day in filter(None, days):
            assert solid(f"{day.day} {MONTHS[day.month - 1]}") in printed
    for words in ("P1, severe, likely", "P3, minor, possible", "not rated yet", "no date yet"):
        assert solid(words) in printed


def test_durations_and_evidence_are_told_in_words(sample_pdf: bytes) -> None:
    printed = solid_text(sample_pdf)
    for words in ("17 min", "1 h 04 min", "1 h 47 min", "Hypothesis", "Ruled out", "Trigger"):
        assert solid(words) in printed
    assert solid("Four of seven actions are durable") in printed
    assert solid("Head of Payments accepts until 30 June that it can happen again.") in printed
    assert solid("We check on 2 June whether these fixes held.") in printed


def test_durations_say_what_is_not_exact_and_what_was_on_another_day(
    sample: Review, printer: Printer
) -> None:
    def other(event: TimelineEvent) -> TimelineEvent:
        if event.marker is Marker.IMPACT_START:
            return replace(event, precision=Precision.ABOUT)
        if event.marker is Marker.RESOLVED and event.at is not None:
            return replace(event, at=event.at + timedelta(days=1), end=None)
        return event

    events = tuple(sorted(map(other, sample.events), key=event_key))
    printed = solid_text(printer(replace(sample, events=events)))
    assert solid("Detected 14:21, from about 14:04") in printed
    assert solid("Resolved 4 March 15:51, from about 14:04") in printed


def test_the_events_of_a_factor_stand_as_on_the_timeline(sample: Review) -> None:
    told = [event.id for event in sample.events if event.at is not None][:3]
    factor = replace(sample.factors[1], events=tuple(reversed(told)))
    unused: Any = None
    galley = Galley(sample, unused, unused, unused, NOW)
    assert [event.id for event in galley.linked(factor)] == told


def test_people_are_roles_and_owners_have_names(sample: Review, printer: Printer) -> None:
    stranger = Participant(id="p-x", name="Quentin Fabricius", role="", alias="Visitor")
    review = replace(sample, participants=(*sample.participants, stranger))
    printed = solid_text(printer(review))
    owners = {action.owner for action in review.actions}
    for person in review.participants:
        assert (solid(person.name) in printed) == (person.name in owners), person.name
    assert "Visitor" in printed


def test_private_notes_change_nothing(sample: Review, sample_pdf: bytes, printer: Printer) -> None:
    assert printer(replace(sample, notes="Nobody may read this.")) == sample_pdf


def test_same_review_and_time_give_the_same_bytes(
    sample: Review, sample_pdf: bytes, printer: Printer
) -> None:
    assert printer(sample) == sample_pdf


def test_several_can_be_printed_at_once(
    sample: Review, sample_pdf: bytes, printer: Printer
) -> None:
    with ThreadPoolExecutor(3) as pool:
        assert set(pool.map(printer, [sample] * 6)) == {sample_pdf}


def test_pages_are_numbered(sample_pdf: bytes) -> None:
    pages = texts(sample_pdf)
    assert len(pages) == 7
    for number, text in enumerate(pages, 1):
        assert f"{number} of {len(pages)}" in text
        assert "Incident review" in text
    assert "People appear by role." in pages[0]


def test_every_font_is_embedded(sample_pdf: bytes) -> None:
    found = fonts_of(sample_pdf)
    assert {name.split("+")[1] for name in found} == {
        "Inter-Display-600",
        "Inter-Text-400",
        "Inter-Text-500",
        "Inter-Text-600",
    }
    assert all(found.values())


def test_the_outline_leads_to_every_part(sample: Review, sample_pdf: bytes) -> None:
    found = bookmarks(sample_pdf)
    titles = [title for title, _ in found]
    assert [title for title in titles if title in CHAPTERS] == list(CHAPTERS)
    assert [page for _, page in found] == sorted(page for _, page in found)
    for finding in sample.findings[:4]:
        assert finding.text in titles
    for action in sample.actions:
        assert action.text in titles


def test_links_lead_from_findings_to_factors_events_and_actions(sample_pdf: bytes) -> None:
    found = jumps(sample_pdf)
    story, tree, words, findings, actions, events = (
        _page_of(sample_pdf, title)
        for title in (
            "The story",
            "What made it possible",
            "The tree in words",
            "What we found",
            "What we will change",
            "All events",
        )
    )
    assert {
        (findings, words),
        (findings, actions),
        (actions, findings),
        (actions, words),
        (tree, words),
        (tree, events),
        (words, events),
        (story, events),
    } <= found


def test_links_out_are_those_of_the_review(sample: Review, sample_pdf: bytes) -> None:
    wanted = {event.link for event in sample.events}
    wanted |= {each.link for event in sample.events for each in event.evidence}
    wanted |= {action.backlog.url for action in sample.actions if action.backlog}
    assert addresses(sample_pdf) == wanted - {""}


def test_metadata_say_what_it_is_and_not_who_printed_it(sample: Review, sample_pdf: bytes) -> None:
    pdf = reader(sample_pdf)
    assert pdf.metadata is not None
    assert pdf.metadata.title == sample.title
    assert pdf.metadata.subject == "Incident review, INC-2291, version 1, for the team"
    assert pdf.metadata.author == ""
    assert pdf.metadata.creation_date == NOW
    assert str(pdf.root_object["/Lang"]) == "en"
    assert b"/tmp" not in sample_pdf
    assert b"/home" not in sample_pdf


def test_nothing_stands_in_the_margins(sample_pdf: bytes) -> None:
    assert strays(sample_pdf) == []


def test_no_page_is_nearly_empty(sample_pdf: bytes) -> None:
    *full, last = texts(sample_pdf)
    assert all(len(text) > 800 for text in full)
    # The last one holds what is left: a few rows of the table of all events.
    assert len(last) > 500


def test_a_draft_is_called_one(sample: Review, printer: Printer) -> None:
    draft = printer(replace(sample, status=ReviewStatus.DRAFT))
    assert all("Incident review for the team, draft" in text for text in texts(draft))


def test_other_paper(sample: Review, fonts: Path) -> None:
    letter = render(sample, now=lambda: NOW, fonts=fonts, paper="Letter")
    assert reader(letter).pages[0].mediabox[2:] == [612, 792]
    assert strays(letter) == []
    with pytest.raises(ValueError, match="A4 and Letter"):
        render(sample, now=lambda: NOW, fonts=fonts, paper="A0")


def test_progress_is_told_page_by_page(sample: Review, fonts: Path) -> None:
    told: list[tuple[int, int]] = []
    render(sample, now=lambda: NOW, fonts=fonts, progress=lambda *at: told.append(at))
    assert told[-8:] == [(number, 7) for number in range(8)]
    assert all(done == 0 for done, _ in told[:-7])


@pytest.mark.parametrize("page", [0, 3])
def test_progress_can_end_it(sample: Review, fonts: Path, page: int) -> None:
    def cancel(done: int, whole: int) -> None:
        if done == page and (page == 0 or whole == 7):
            raise InterruptedError

    with pytest.raises(InterruptedError):
        render(sample, now=lambda: NOW, fonts=fonts, progress=cancel)


def test_the_room_is_light_until_something_is_printed() -> None:
    code = "import sys, facilitator.report; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_it_is_one_that_archives_take(sample_pdf: bytes) -> None:
    root: Any = reader(sample_pdf).root_object
    pages: Any = reader(sample_pdf).pages
    xmp = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert "Shops could not take payments" in xmp
    (intent,) = root["/OutputIntents"]
    assert intent.get_object()["/OutputConditionIdentifier"] == "sRGB"
    notes = [note.get_object() for page in pages for note in page.get("/Annots", ())]
    assert all(note["/F"] == 4 and note["/Contents"] for note in notes)
