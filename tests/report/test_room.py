"""Printing takes little room: small tables, nothing loaded that is not needed, nothing kept."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from array import array
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.report import drawn_pages, render
from facilitator.report.kerning import Kerning
from facilitator.report.packed import PackedMap, PackedPairs
from facilitator.report.styles import STRONG, TEXT
from facilitator.report.typesetting import Typesetter
from tests.report.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.domain.records import Review

LETTERS = st.integers(0, 0x7FFF)
PAIRS = st.dictionaries(
    st.tuples(LETTERS, LETTERS), st.integers(-0x8000, 0x7FFF).filter(bool), max_size=40
)
UNWANTED = {"sqlalchemy", "pydantic", "PySide6", "fontTools", "email", "ssl", "pikepdf", "lxml"}
_PRINTS = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from facilitator.domain.records import Review
from facilitator.report import render
now = datetime(2026, 3, 5, tzinfo=UTC)
render(Review(id="r", title="A review"), now=lambda: now, fonts=Path(sys.argv[1]))
print(*sorted({each.partition(".")[0] for each in sys.modules}))
"""


def _table(pairs: dict[tuple[int, int], int]) -> bytes:
    values = array("h", (number for pair, by in pairs.items() for number in (*pair, by)))
    if sys.byteorder == "little":
        values.byteswap()
    return values.tobytes()


@given(pairs=PAIRS, others=st.lists(st.tuples(st.characters(), st.characters())))
def test_every_pair_is_found_and_no_other(
    pairs: dict[tuple[int, int], int], others: list[tuple[str, str]]
) -> None:
    kerning = Kerning(_table(pairs), 2000)
    for (left, right), by in pairs.items():
        assert kerning[chr(left), chr(right)] == by * (1000 / 2000)
    for one, two in others:
        assert kerning[one, two] == pairs.get((ord(one), ord(two)), 0) * (1000 / 2000)


def test_pairs_that_stand_nowhere_are_not_kept() -> None:
    kerning = Kerning()
    assert [kerning["世", chr(code)] for code in range(0x4E00, 0x4E80)] == [0.0] * 128
    assert not kerning


@given(st.dictionaries(st.integers(0, 0x10FFFF), st.integers(0, 0xFFFF)))
def test_a_packed_map_is_as_the_plain_one(numbers: dict[int, int]) -> None:
    packed = PackedMap(numbers)
    assert dict(packed) == numbers
    assert all(isinstance(each, int) for each in packed.values())
    assert len(packed) == len(numbers)
    assert packed.get(-1) is None
    halves = {key: number / 2 + 0.25 for key, number in numbers.items()}
    assert dict(PackedMap(halves)) == halves


@given(st.lists(st.tuples(st.integers(0, 0xFFFF), st.integers(0, 0xFFFF))))
def test_packed_pairs_are_as_the_plain_ones(pairs: list[tuple[int, int]]) -> None:
    packed = PackedPairs(pairs)
    assert [packed[place] for place in range(len(pairs))] == pairs


def test_weights_of_a_typeface_share_their_kerning(fonts: Path) -> None:
    typesetter = Typesetter(fonts)
    text, strong = (typesetter.face(style).font for style in (TEXT, STRONG))
    assert text.kerning["T", "o"] < 0
    assert text.kerning is strong.kerning


def test_printing_loads_only_what_it_needs(fonts: Path, sample_pdf: bytes) -> None:
    assert sample_pdf
    done = subprocess.run(
        [sys.executable, "-c", _PRINTS, str(fonts)], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "reportlab" in loaded
    assert not loaded & UNWANTED


def test_nothing_of_the_canvas_is_left_for_the_collector(
    fonts: Path, sample: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvases: list[weakref.ref[Any]] = []
    made = drawn_pages.canvas_of

    def remembered(*what: Any) -> Any:
        canvas = made(*what)
        canvases.append(weakref.ref(vars(canvas)["_doc"]))
        return canvas

    def archival(data: bytes, *_what: object) -> bytes:
        assert [each() for each in canvases] == [None]
        return data

    monkeypatch.setattr(drawn_pages, "canvas_of", remembered)
    monkeypatch.setattr(drawn_pages, "archival", archival)
    assert render(sample, now=lambda: NOW, fonts=fonts)
    assert canvases


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_rests_while_a_document_is_made(
    fonts: Path, sample: Review, *, was_on: bool
) -> None:
    def stop(_done: int, _whole: int) -> None:
        assert not gc.isenabled()
        raise KeyboardInterrupt

    before = gc.isenabled()
    (gc.enable if was_on else gc.disable)()
    try:
        with pytest.raises(KeyboardInterrupt):
            render(sample, now=lambda: NOW, fonts=fonts, progress=stop)
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()
