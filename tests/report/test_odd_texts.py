"""Text stays text, whatever it looks like; what cannot be printed is said."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from facilitator.domain.records import Backlog, Evidence, Factor, Review, TimelineEvent
from facilitator.domain.words import EvidenceKind, FactorKind
from facilitator.report import missing_characters
from facilitator.report.addresses import linked
from facilitator.report.images import read_image
from tests.report.images import png
from tests.report.printed import addresses, reader, solid, solid_text, texts
from tests.report.printed import fonts as fonts_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.report.printed import Printer

NOW = datetime(2026, 3, 5, 16, 0, tzinfo=UTC)
MARKUP = 'List<String> & <img src="/etc/passwd"> <b>bold</b> <a href="javascript:x">y</a> &lt;'


def _event(**fields: object) -> TimelineEvent:
    at = datetime(2026, 3, 3, 14, 3, tzinfo=UTC)
    return replace(TimelineEvent(id="e1", text="It stops", at=at), **fields)  # type: ignore[arg-type]


def test_markup_is_printed_as_it_was_typed(sample: Review, printer: Printer) -> None:
    marked_up = replace(
        sample,
        title=MARKUP,
        summary=MARKUP,
        events=tuple(replace(event, text=MARKUP) for event in sample.events),
        factors=tuple(replace(factor, text=MARKUP) for factor in sample.factors),
        findings=tuple(replace(finding, text=MARKUP) for finding in sample.findings),
        actions=tuple(replace(action, text=MARKUP, owner=MARKUP) for action in sample.actions),
    )
    data = printer(marked_up)
    assert solid_text(data).count(solid(MARKUP)) > 60
    assert not any("javascript" in address for address in addresses(data))
    assert reader(data).metadata.title == MARKUP  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://x.example",
        "https://x.example/a b",
        "",
        "https://x.example/" + "a" * 5000,
    ],
)
def test_only_web_and_mail_addresses_become_links(printer: Printer, address: str) -> None:
    assert linked(address) == ""
    evidence = Evidence(id="x", kind=EvidenceKind.LINK, text="Chart", link=address)
    review = Review(id="r", events=(_event(link=address, evidence=(evidence,)),))
    assert addresses(printer(review)) == set()


def test_addresses_are_written_safely() -> None:
    assert linked("https://x.example/a(b)?c=ü") == "https://x.example/a(b)?c=%C3%BC"
    assert linked("MAILTO:sam@x.example") == "MAILTO:sam@x.example"


def test_a_ticket_without_a_safe_address_is_text(sample: Review, printer: Printer) -> None:
    backlog = Backlog(system="Jira", key="PAY-1", url="javascript:alert(1)")
    review = Review(id="r", actions=(replace(sample.actions[0], backlog=backlog),))
    data = printer(review)
    assert addresses(data) == set()
    assert solid("Jira PAY-1") in solid_text(data)


@pytest.mark.parametrize(
    ("words", "font"),
    [("Привет, мир", "Inter"), ("καλημέρα", "Inter"), ("नमस्ते", "Noto-Sans")],
)
def test_other_scripts_are_printed(printer: Printer, words: str, font: str) -> None:
    data = printer(Review(id="r", summary=words))
    assert solid(words) in solid_text(data)
    assert any(font in name for name in fonts_of(data))
    assert all(fonts_of(data).values())
    assert "□" not in solid_text(data)


def test_what_no_font_has_is_shown_as_a_box_and_told(printer: Printer, fonts: Path) -> None:
    review = Review(id="r", title="漢字 in a title", summary="\U00013080 twice \U00013080 and once")
    data = printer(review)
    printed = solid_text(data)
    assert solid("□□ in a title") in printed
    assert solid("□ twice □ and once") in printed
    assert solid("These characters could not be printed") in printed
    assert solid("U+6F22 cjk unified ideograph-6f22") in printed
    assert solid("U+13080 egyptian hieroglyph d010") in printed
    missing = missing_characters(review, now=lambda: NOW, fonts=fonts)
    assert missing == ("漢", "字", "\U00013080")


def test_nothing_is_told_when_nothing_is_missing(sample: Review, fonts: Path) -> None:
    assert missing_characters(sample, now=lambda: NOW, fonts=fonts) == ()


@pytest.mark.parametrize(
    "words",
    [
        "שלום עולם",
        "مرحبا",
        "👩‍🚒 pages",
        "e\u0301",
        "a\u200bb\u00adc\ufeff",
        "\ud800 lone",
        "tab\tand\x00control",
        "\u2028line",
        "   ",
        "-",
        "/" * 300,
    ],
)
def test_odd_characters_break_nothing(printer: Printer, words: str) -> None:
    factor = Factor(id="f", parent=None, kind=FactorKind.EFFECT, text=words)
    cause = Factor(id="g", parent="f", text=words)
    review = Review(
        id="r",
        title=words,
        incident=words,
        summary=words,
        impact=words,
        services=(words,),
        factors=(factor, cause),
        events=(_event(text=words, lane=words, source=words, starred=True),),
    )
    assert texts(printer(review))


def test_images_are_scaled_and_drawn_once(printer: Printer) -> None:
    images = tuple(
        Evidence(id=f"i{n}", kind=EvidenceKind.IMAGE, text="Queue", data=data)
        for n, data in enumerate((png(3000, 500), png(40, 40, "RGBA"), png(30, 4000, "L")))
    )
    data = printer(Review(id="r", events=(_event(evidence=images),)))
    pictures = [image for page in reader(data).pages for image in page.images]
    assert len(pictures) == 3
    assert all(max(image.image.size) <= 1600 for image in pictures if image.image)
    assert solid_text(data).count("Queue") == 3


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n", png(50, 50)[:60], b"\xff\xd8\xff\xe0", b"<svg/>"]
)
def test_an_image_that_is_not_sound_is_told(printer: Printer, data: bytes) -> None:
    assert read_image(data) is None
    broken = Evidence(id="i", kind=EvidenceKind.IMAGE, data=data)
    printed = solid_text(printer(Review(id="r", events=(_event(evidence=(broken,)),))))
    assert solid("This image cannot be shown") in printed


def test_events_of_several_days_say_which(printer: Printer) -> None:
    first = _event(starred=True)
    assert first.at is not None
    second = replace(first, id="e2", at=first.at + timedelta(days=1), end=first.at + timedelta(2.5))
    printed = solid_text(printer(Review(id="r", events=(first, second))))
    for words in ("Tue 3 Mar", "Wed 4 Mar", "to 02:03, 6 March"):
        assert solid(words) in printed


def test_an_event_typed_in_another_zone_shows_both_times(printer: Printer) -> None:
    event = _event(zone="Asia/Kolkata")
    printed = solid_text(printer(Review(id="r", time_zone="Europe/London", events=(event,))))
    assert solid("19:33 Kolkata time") in printed
    assert solid("Times are London time (Europe/London).") in printed


def test_a_zone_that_there_is_not_is_said_to_be_unknown(printer: Printer) -> None:
    printed = solid_text(printer(Review(id="r", events=(_event(zone="Mars"),))))
    assert solid("UTC, for Mars is unknown here") in printed


def test_sixteen_bits_of_grey_are_as_bright_as_they_were() -> None:
    image = Image.new("I;16", (4, 1))
    for x in range(4):
        image.putpixel((x, 0), x * 0x4000)
    target = io.BytesIO()
    image.save(target, "PNG")
    found = read_image(target.getvalue())
    assert found is not None
    told: bytes = found.getRGBData()  # type: ignore[no-untyped-call]
    assert list(told) == [0, 64, 128, 192]
