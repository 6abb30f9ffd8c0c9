"""Lines of text: none too wide, nothing lost, breaks where they should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.report.styles import LABEL, TEXT, TITLE
from facilitator.report.typesetting import Typesetter

if TYPE_CHECKING:
    from pathlib import Path

LETTERS = st.text(alphabet="abcdefgXYZ0123 -/–.,é\n", max_size=200)


@pytest.fixture(scope="module")
def typesetter(fonts: Path) -> Typesetter:
    return Typesetter(fonts)


@given(text=LETTERS, width=st.floats(20, 400))
def test_no_line_is_too_wide_and_nothing_is_lost(
    typesetter: Typesetter, text: str, width: float
) -> None:
    lines = typesetter.lines(text, TEXT, width)
    assert all(typesetter.width(line, TEXT) <= width + 0.5 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(text=LETTERS, width=st.floats(40, 400))
def test_balanced_lines_are_as_few(typesetter: Typesetter, text: str, width: float) -> None:
    text = " ".join(text.split())
    balanced = typesetter.balanced(text, TITLE, width)
    assert len(balanced) == len(typesetter.lines(text, TITLE, width))
    assert "".join("".join(balanced).split()) == "".join(text.split())


def test_balanced_lines_are_about_as_long(typesetter: Typesetter) -> None:
    text = "Shops could not take payments after a limits rollout"
    one, two = typesetter.balanced(text, TITLE, 460)
    assert abs(typesetter.width(one, TITLE) - typesetter.width(two, TITLE)) < 120


def test_paragraphs_begin_new_lines(typesetter: Typesetter) -> None:
    assert typesetter.lines("one\n\ntwo", TEXT, 300) == ["one", "", "two"]


def test_a_word_breaks_behind_a_hyphen_or_a_stroke(typesetter: Typesetter) -> None:
    lines = typesetter.lines("https://charts.example/queue-depth", LABEL, 90)
    assert lines == ["https://", "charts.example/", "queue-depth"]


def test_a_long_word_is_broken_anywhere(typesetter: Typesetter) -> None:
    lines = typesetter.lines("m" * 100, TEXT, 50)
    assert len(lines) > 10
    assert "".join(lines) == "m" * 100


def test_a_limit_ends_in_an_ellipsis(typesetter: Typesetter) -> None:
    lines = typesetter.lines("word " * 50, TEXT, 100, limit=3)
    assert len(lines) == 3
    assert lines[-1].endswith("word…")
    assert typesetter.width(lines[-1], TEXT) <= 100


@given(text=LETTERS, width=st.floats(30, 300))
def test_what_is_cut_fits_on_a_line(typesetter: Typesetter, text: str, width: float) -> None:
    cut = typesetter.cut(text, TEXT, width)
    assert typesetter.width(cut, TEXT) <= width + 0.5
    whole = " ".join(text.split())
    assert cut == whole or (cut.endswith("…") and whole.startswith(cut[:-1]))
