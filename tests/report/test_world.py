"""Text of the whole world in print: borrowed characters, joined letters, lines from the right."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from facilitator.report import missing_characters, render
from facilitator.report.borrowed import _file, borrow
from facilitator.report.directions import drawn, has_from_right, reads_from_right
from facilitator.report.installed import Place, covering
from tests.report.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.domain.records import Review

SIGN, OTHER = "\U00010380", "\U00010381"
"""Two letters of Ugaritic, which neither our fonts nor DejaVu have."""


def font(path: Path, characters: str, *, postscript: bool = False) -> None:
    """A small font in which every character is the same square."""
    names = [".notdef", *(f"u{ord(each):X}" for each in characters)]
    builder = FontBuilder(1000, isTTF=not postscript)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(each): f"u{ord(each):X}" for each in characters})
    pen = T2CharStringPen(600, None) if postscript else TTGlyphPen(None)
    for number, point in enumerate(((100, 0), (100, 700), (500, 700), (500, 0))):
        (pen.lineTo if number else pen.moveTo)(point)
    pen.closePath()
    if postscript:
        shape = pen.getCharString()
        builder.setupCFF("Test", {"FullName": "Test"}, dict.fromkeys(names, shape), {})
    else:
        builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 100)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Test", "styleName": "Regular", "psName": "Test"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


@pytest.mark.parametrize("postscript", [False, True])
def test_characters_are_borrowed_from_fonts_of_either_kind(
    tmp_path: Path, *, postscript: bool
) -> None:
    font(tmp_path / "Regular.otf", SIGN + OTHER, postscript=postscript)
    found = borrow([SIGN, "\U00010382"], None, [tmp_path])
    assert set(found) == {SIGN}
    assert found[SIGN].widths[ord(SIGN)] == pytest.approx(600)
    assert ord(OTHER) not in found[SIGN].widths


def test_a_borrowed_font_is_the_same_file_whenever_it_is_cut_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    font(tmp_path / "Regular.otf", SIGN)
    place = Place(str(tmp_path / "Regular.otf"), 0)
    before = _file(place, SIGN, "a")
    monkeypatch.setattr("fontTools.ttLib.tables._h_e_a_d.timestampNow", lambda: 4_000_000_000)
    assert _file(place, SIGN, "a") == before


def test_a_damaged_font_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "A-Regular.ttf").write_bytes(b"no font at all")
    font(tmp_path / "B-Regular.ttf", SIGN)
    (place,) = covering([SIGN], None, [tmp_path])
    assert place.path.endswith("B-Regular.ttf")


def test_what_fonts_have_is_remembered_until_they_change(tmp_path: Path) -> None:
    fonts, folder = tmp_path / "fonts", tmp_path / "kept"
    fonts.mkdir()
    font(fonts / "Regular.ttf", SIGN)
    assert len(covering([SIGN], folder, [fonts])) == 1
    assert (folder / "installed-fonts.json").exists()
    (folder / "installed-fonts.json").write_text("{damaged")
    assert len(covering([SIGN], folder, [fonts])) == 1
    font(fonts / "Regular.ttf", OTHER * 1)
    assert covering([SIGN], folder, [fonts]) == {}


def test_plain_fonts_come_before_bold_and_slanted_ones(tmp_path: Path) -> None:
    for name in ("A-BoldItalic.ttf", "B-Regular.ttf", "C-Light.ttf"):
        font(tmp_path / name, SIGN)
    (place,) = covering([SIGN], None, [tmp_path])
    assert place.path.endswith("B-Regular.ttf")


# -- from the right ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain (text)", "plain (text)"),
        ("שלום", "םולש"),
        ("abc שלום def", "abc םולש def"),
        ("שלום (abc) 14:03", "14:03 (abc) םולש"),
    ],
)
def test_lines_are_turned_for_drawing(text: str, shown: str) -> None:
    assert drawn(text) == shown


def test_arabic_letters_are_joined() -> None:
    joined = drawn("سجل")
    assert joined != "سجل"
    assert all("\ufe70" <= each <= "\ufeff" for each in joined)


@pytest.mark.parametrize(
    ("text", "right"),
    [("שלום abc", True), ("abc שלום", False), ("14:03 שלום", True), ("abc", False), ("", False)],
)
def test_the_first_letter_says_where_a_paragraph_begins(text: str, *, right: bool) -> None:
    assert reads_from_right(text) is right


@given(st.text(alphabet="ab (1)שלתم .", max_size=30))
def test_nothing_is_lost_by_turning(text: str) -> None:
    if "م" not in text:
        assert sorted(drawn(text)) == sorted(text) or not has_from_right(text)


def test_what_was_written_can_be_copied(sample: Review, fonts: Path) -> None:
    first, second, *rest = sample.events
    hebrew = replace(first, text="שלום עולם", starred=True)
    greek = replace(second, text="η ουρά и очередь", starred=True)
    review = replace(sample, events=(hebrew, greek, *rest))
    data = render(review, now=lambda: NOW, fonts=fonts)
    text = PdfReader(io.BytesIO(data)).pages[0].extract_text()
    assert "η ουρά и очередь" in text
    assert "שלום" in text or "םולש" in text


def test_what_cannot_be_shown_is_told_once(sample: Review, fonts: Path) -> None:
    review = replace(sample, title=f"Lost {SIGN}{SIGN} ❤\ufe0f", summary=SIGN)
    missing = missing_characters(review, now=lambda: NOW, fonts=fonts)
    assert "\ufe0f" not in missing
    assert missing.count(SIGN) <= 1
