"""Fonts are cut once, kept whole, made anew when broken, and have digits of one width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from facilitator.report import cuts
from facilitator.report.cuts import cut_bytes, file_name, sound
from facilitator.report.typefaces import REPLACEMENT, Face

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def text_cut(fonts: Path) -> bytes:
    return cut_bytes(cuts.TEXT, fonts)


def test_a_cut_is_kept_under_the_version_of_its_font(fonts: Path, text_cut: bytes) -> None:
    path = fonts / file_name(cuts.TEXT)
    assert path.read_bytes() == text_cut
    assert sound(text_cut)
    assert "4.1" in path.name
    assert {each.suffix for each in fonts.iterdir()} - {".json"} == {".ttf"}


def test_a_kept_cut_is_not_made_again(
    fonts: Path, text_cut: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cuts, "_made", lambda _cut: pytest.fail("made again"))
    assert cut_bytes(cuts.TEXT, fonts) == text_cut


@pytest.mark.parametrize("spoil", ["cut short", "changed", "emptied", "a folder"])
def test_a_broken_cut_is_made_anew(tmp_path: Path, text_cut: bytes, spoil: str) -> None:
    folder = tmp_path / "fonts"
    folder.mkdir()
    path = folder / file_name(cuts.TEXT)
    if spoil == "a folder":
        path.mkdir()
    else:
        changed = text_cut[:5000] + b"\xff" + text_cut[5001:]
        path.write_bytes({"cut short": text_cut[:9000], "changed": changed}.get(spoil, b""))
    assert cut_bytes(cuts.TEXT, folder) == text_cut
    assert spoil == "a folder" or path.read_bytes() == text_cut
    assert list(folder.iterdir()) == [path]


def test_a_folder_that_cannot_be_made_costs_only_time(tmp_path: Path, text_cut: bytes) -> None:
    file = tmp_path / "file"
    file.write_text("in the way")
    assert cut_bytes(cuts.TEXT, file / "fonts") == text_cut


def test_without_a_folder_nothing_is_written(
    text_cut: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cuts, "keep", lambda *_: pytest.fail("written"))
    assert cut_bytes(cuts.TEXT, None) == text_cut


@pytest.mark.parametrize("weight", ["text", "medium", "strong", "display"])
def test_all_digits_have_one_width(fonts: Path, weight: str) -> None:
    face = Face(weight, fonts, {})
    assert len({face.width(digit) for digit in "0123456789"}) == 1
    assert face.width("11:11") == face.width("08:46")


def test_letters_stand_closer_where_they_should(fonts: Path) -> None:
    face = Face("text", fonts, {})
    assert face.width("To") < face.width("T") + face.width("o") - 30
    assert face.width("nn") == 2 * face.width("n")


def test_each_cut_has_a_name_of_its_own(fonts: Path) -> None:
    names = {Face(each, fonts, {}).font.ttf.face.name for each in ("text", "medium", "strong")}
    assert len(names) == 3


def test_a_face_finds_the_font_of_every_character(fonts: Path) -> None:
    missing: dict[str, None] = {}
    face = Face("display", fonts, missing)
    text = "Aж漢\u200d"
    assert face.width(text) > 0
    runs = [(font.ttf.fontName, run) for font, run in face.runs(text)]
    assert runs == [
        ("Inter-Display-600", "A"),
        ("Inter-Text-600", "ж"),
        ("Inter-Display-600", REPLACEMENT),
    ]
    assert list(missing) == ["漢"]
