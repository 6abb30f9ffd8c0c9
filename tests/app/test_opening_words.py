"""What a meeting opens with: the review's words, the user's, or ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.app.opening_words import FILE, OpeningWords, our_words
from facilitator.domain.edits.meeting import set_opening
from facilitator.domain.records import Opening, Review

if TYPE_CHECKING:
    from pathlib import Path

OWN = Opening(purpose="Why we meet", directive="How we see it", rules=("One thing at a time.",))


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def test_ours_say_everything_in_a_few_words() -> None:
    ours = our_words()
    assert ours.purpose
    assert ours.directive
    assert len(ours.rules) == 4


def test_without_a_file_ours_are_usual(settings: Path) -> None:
    words = OpeningWords(settings)
    assert (words.usual, words.problem) == (our_words(), "")
    assert words.of(Review(id="r1")) == our_words()


def test_the_words_of_the_review_come_first(settings: Path) -> None:
    review = set_opening(OWN)(Review(id="r1"))
    assert OpeningWords(settings).of(review) == OWN


def test_what_is_kept_is_usual_from_now_on(settings: Path) -> None:
    assert OpeningWords(settings).keep(OWN)
    assert OpeningWords(settings).usual == OWN
    assert settings.with_name(FILE).stat().st_mode & 0o777 == 0o600


def test_words_that_cannot_be_written_change_nothing(settings: Path) -> None:
    settings.parent.parent.mkdir(exist_ok=True)
    settings.parent.write_text("in the way", encoding="utf-8")
    words = OpeningWords(settings)
    assert not words.keep(OWN)
    assert words.usual == our_words()


def test_without_a_place_nothing_is_kept() -> None:
    words = OpeningWords(None)
    assert not words.can_keep
    assert not words.keep(OWN)
    assert words.usual == our_words()


@pytest.mark.parametrize(
    "text",
    [
        "not toml [",
        'purpose = "x"',
        'purpose = 1\ndirective = "x"\nrules = []',
        'purpose = "x"\ndirective = "y"\nrules = "z"',
        'purpose = "x"\ndirective = "y"\nrules = [1]',
        f'purpose = "{"x" * 100_001}"\ndirective = ""\nrules = []',
    ],
)
def test_a_broken_file_is_told_and_ours_stand_in(settings: Path, text: str) -> None:
    settings.parent.mkdir()
    settings.with_name(FILE).write_text(text, encoding="utf-8")
    words = OpeningWords(settings)
    assert words.usual == our_words()
    assert str(settings.with_name(FILE)) in words.problem
    assert settings.with_name(FILE).read_text(encoding="utf-8") == text


def test_bytes_that_are_no_text_are_told(settings: Path) -> None:
    settings.parent.mkdir()
    settings.with_name(FILE).write_bytes(b"\xff\xfe\x00")
    assert OpeningWords(settings).problem


def test_keeping_words_mends_a_broken_file(settings: Path) -> None:
    settings.parent.mkdir()
    settings.with_name(FILE).write_text("broken [", encoding="utf-8")
    words = OpeningWords(settings)
    assert words.keep(OWN)
    assert words.problem == ""
    assert OpeningWords(settings).usual == OWN


LINES = st.text(max_size=40)


@given(st.builds(Opening, purpose=LINES, directive=LINES, rules=st.tuples(LINES, LINES)))
def test_kept_words_come_back_as_a_review_would_hold_them(
    tmp_path_factory: pytest.TempPathFactory, opening: Opening
) -> None:
    cleaned = set_opening(opening)(Review(id="r1")).opening
    assert cleaned is not None
    path = tmp_path_factory.mktemp("config") / "settings.toml"
    assert OpeningWords(path).keep(cleaned)
    assert OpeningWords(path).usual == cleaned


def test_what_an_editor_puts_before_the_text_is_passed_over(settings: Path) -> None:
    settings.parent.mkdir()
    text = '\ufeffpurpose = "x"\ndirective = "y"\nrules = []'
    settings.with_name(FILE).write_text(text, encoding="utf-8")
    assert OpeningWords(settings).usual.purpose == "x"
