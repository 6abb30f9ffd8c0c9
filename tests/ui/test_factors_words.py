"""Words of the Factors page: linked events, durations, and text broken into lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextLayout, QTextOption

from facilitator.domain.records import Factor, Review
from facilitator.domain.words import FactorKind, Marker, Precision
from facilitator.ui.factors.linked import LinkedEvents
from facilitator.ui.factors.wording import Chip, effect_words, family_short, joint_words
from facilitator.ui.factors.wrapping import Wrapper, reads_from_right
from facilitator.ui.fonts import load_typeface
from facilitator.ui.theme import Theme
from tests.ui.factors_room import example

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

WIDTH = 264.0


@pytest.fixture(scope="module")
def wrapper(qapp: QApplication) -> Wrapper:  # noqa: ARG001 - fonts need the application
    load_typeface()
    theme = Theme()
    return Wrapper(theme.font("node"), theme.metrics("node"))


def by_qt(text: str) -> list[str]:
    """The lines that Qt's own layout makes, as in the editor."""
    layout = QTextLayout(text, Theme().font("node"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(WIDTH)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return lines or [""]


WORDS = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGKLTVW0123456789.,’'-", min_size=1, max_size=12)


@given(st.lists(WORDS, min_size=1, max_size=20).map(" ".join))
def test_lines_break_where_the_editor_breaks_them(wrapper: Wrapper, text: str) -> None:
    assert [line.text for line in wrapper.lines(text, WIDTH, 99)] == by_qt(text)


@given(WORDS)
def test_a_word_is_as_wide_as_its_pairs_of_letters(wrapper: Wrapper, word: str) -> None:
    whole = Theme().metrics("node").horizontalAdvance(word)
    assert wrapper.advance(word) == pytest.approx(whole, abs=0.1)


@given(st.text(max_size=120))
def test_any_text_fits_its_lines(wrapper: Wrapper, text: str) -> None:
    lines = wrapper.lines(text, WIDTH, 4)
    assert 1 <= len(lines) <= 4
    assert all(line.width <= WIDTH + 1 for line in lines)


def test_more_than_fits_ends_in_an_ellipsis(wrapper: Wrapper) -> None:
    lines = wrapper.lines("what made it possible " * 20, WIDTH, 4)
    assert len(lines) == 4
    assert lines[-1].text.endswith("…")
    assert lines[-1].width <= WIDTH


def test_scripts_that_run_from_the_right_are_seen() -> None:
    assert [reads_from_right(each) for each in ("abc", "1 שלום", "é", "العربية abc", "日本")] == [
        False,
        True,
        False,
        True,
        False,
    ]


def linked(factor_events: tuple[str, ...], review: Review) -> tuple[Chip, ...]:
    return LinkedEvents(review).of(Factor(id="x", parent="f0", events=factor_events))


def test_chips_stand_in_the_order_of_the_timeline_and_carry_markers() -> None:
    chips = linked(("e3", "e1", "gone"), example())
    assert chips == (Chip("14:03", Marker.IMPACT_START), Chip("14:50", Marker.RESOLVED))


def test_chips_are_in_the_zone_of_the_review() -> None:
    review = replace(example(), time_zone="Asia/Tokyo")
    assert [each.words for each in linked(("e1",), review)] == ["23:03"]


def test_chips_say_how_well_a_time_is_known_and_of_which_day_it_is() -> None:
    events = example().events
    at = events[0].at
    assert at is not None
    others = (
        replace(events[1], id="x1", precision=Precision.ABOUT),
        replace(events[1], id="x2", precision=Precision.UNKNOWN),
        replace(events[1], id="x3", at=at + timedelta(days=1)),
        replace(events[1], id="x4", at=None),
    )
    review = replace(example(), events=(*events, *others))
    words = [each.words for each in linked(("x1", "x2", "x3", "x4"), review)]
    assert words == ["~14:04", "?14:04", "5 Mar 14:03", "No time"]


def test_how_long_it_took() -> None:
    review = example()
    assert LinkedEvents(review).how_long == "47 min"
    assert LinkedEvents(replace(review, events=review.events[:2])).how_long == ""
    about = (*review.events[:2], replace(review.events[2], precision=Precision.ABOUT))
    assert LinkedEvents(replace(review, events=about)).how_long == "about 47 min"
    mitigated = (*review.events[:2], replace(review.events[2], marker=Marker.MITIGATED))
    assert LinkedEvents(replace(review, events=mitigated)).how_long == "47 min"


def test_words_of_the_effect_come_from_the_title_until_it_has_some() -> None:
    effect = Factor(id="f0", parent=None, kind=FactorKind.EFFECT)
    assert effect_words(effect, example()) == "Shops could not pay"
    assert effect_words(replace(effect, text="No pay"), example()) == "No pay"
    assert effect_words(effect, Review(id="r")) == "What went wrong"


def test_joint_words() -> None:
    assert [joint_words(count) for count in range(4)] == ["", "", "Both needed", "All 3 needed"]


def test_a_factor_without_family_has_no_word_for_it() -> None:
    assert family_short(Factor(id="x", parent="f0")) == ""
