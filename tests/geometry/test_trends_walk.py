"""What there is to heed stands first, and arrows reach every spot of the page and stay on it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.trends import Mark, Trends, Warned
from facilitator.geometry.trends import heed
from facilitator.geometry.trends.drawing import Area
from facilitator.geometry.trends.page import arrange, with_heed
from facilitator.geometry.trends.walking import (
    Way,
    box_at,
    every,
    found_again,
    next_chart,
    next_spot,
    spot_at,
    under,
)
from tests.geometry.test_trends_charts import kit
from tests.trends_values import TODAY, picture

WIDTHS = st.floats(min_value=300, max_value=1500)
MARK = Mark("age", "", None, 3)


def warned(*sentences: str) -> Trends:
    warnings = tuple(Warned(rule=each, sentence=each, why=f"Why {each}") for each in sentences)
    return replace(picture(), warnings=warnings)


@given(WIDTHS, st.lists(st.text(alphabet="ab ", max_size=200), min_size=1, max_size=3))
def test_no_word_of_a_warning_is_lost_or_leaves_the_plate(width: float, said: list[str]) -> None:
    trends = warned(*said)
    drawing = heed.lay_out(trends, width, kit())
    plate, bar = [part for part in drawing.parts if isinstance(part, Area)]
    assert (plate.fill, bar.fill) == ("note_tint", "note")
    shown = " ".join(text.words for text in drawing.texts)
    if "…" not in shown:
        expected = " ".join(f"{each.sentence} {each.why}" for each in trends.warnings)
        assert shown.split() == expected.split()
    for text in drawing.texts:
        assert bar.box.right <= text.box.x
        assert text.box.right <= plate.box.right + 0.01
        assert text.box.bottom <= plate.box.bottom
    assert [each.row for each in drawing.spots] == list(range(len(said)))


def test_sentences_are_strong_and_their_reasons_are_not() -> None:
    drawing = heed.lay_out(warned("Look out."), 800, kit())
    assert [(each.words, each.role) for each in drawing.texts] == [
        ("Look out.", "warning_strong"),
        ("Why Look out.", "warning"),
    ]
    # Side by side on one line, with a space between them.
    first, second = drawing.texts
    assert second.box.x == first.box.right + kit().width(" ", "warning")


def test_a_warning_leads_to_what_is_behind_it() -> None:
    trends = replace(picture(), warnings=(Warned(rule="r", sentence="S", why="", mark=MARK),))
    (spot,) = heed.lay_out(trends, 800, kit()).spots
    assert spot.behind.marks == (MARK,)


def test_without_a_warning_that_is_said_and_what_is_lost_is_told() -> None:
    calm = replace(picture(), warnings=(), calm="All is well.", undated=1, damaged=2)
    shown = " ".join(each.words for each in heed.lay_out(calm, 900, kit()).texts)
    assert shown.startswith("All is well.")
    assert "1 review of the library has no day" in shown
    assert "2 rows of the library are damaged and counted nowhere" in shown
    nothing = replace(calm, calm="", undated=0, damaged=0)
    assert not heed.lay_out(nothing, 900, kit()).height
    assert with_heed(nothing, 900, kit()).charts == arrange(nothing, 900, kit()).charts


@given(WIDTHS)
def test_the_charts_stand_below_it_as_they_do_alone(width: float) -> None:
    whole, alone = with_heed(picture(), width, kit()), arrange(picture(), width, kit())
    first, *charts = whole.charts
    assert first.drawing.name == "heed"
    down = {round(each.y - own.y, 3) for each, own in zip(charts, alone.charts, strict=True)}
    assert len(down) == 1
    assert down.pop() > first.drawing.height
    assert {each.x for each in charts} == {each.x for each in alone.charts}


@given(WIDTHS, st.lists(st.sampled_from(Way), max_size=60), st.integers(min_value=0))
def test_arrows_never_leave_the_page(width: float, ways: list[Way], start: int) -> None:
    board = with_heed(picture(), width, kit())
    places = list(every(board))
    at = places[start % len(places)]
    for way in ways:
        there = next_spot(board, at, way)
        assert there in places
        at = there


@pytest.mark.parametrize("width", [420, 980, 1300])
def test_arrows_and_tab_reach_every_spot(width: float) -> None:
    board = with_heed(picture(), width, kit())
    reached = {first} if (first := next_chart(board, None, 1)) else set()
    waiting = list(reached)
    while waiting:
        at = waiting.pop()
        ways = {next_spot(board, at, way) for way in Way}
        ways |= {each for step in (1, -1) if (each := next_chart(board, at, step))}
        waiting.extend(ways - reached)
        reached |= ways
    assert reached == set(every(board))


def test_right_goes_along_a_row_and_left_comes_back() -> None:
    board = with_heed(picture(), 1300, kit())
    at = found_again(board, "families", "")
    assert at is not None
    row = spot_at(board, at).row
    there = next_spot(board, at, Way.RIGHT)
    assert box_at(board, there).x > box_at(board, at).x
    assert spot_at(board, there).row == row
    assert next_spot(board, there, Way.LEFT) == at
    below = next_spot(board, at, Way.DOWN)
    assert spot_at(board, below).row == row + 1


def test_tab_goes_from_chart_to_chart_and_ends() -> None:
    board = with_heed(picture(), 1300, kit())
    at, names = next_chart(board, None, 1), []
    while at is not None:
        names.append(board.charts[at.chart].drawing.name)
        at = next_chart(board, at, 1)
    assert names[:3] == ["heed", "families", "again"]
    assert names == [each.drawing.name for each in board.charts if each.drawing.spots]


def test_the_innermost_spot_is_under_the_pointer() -> None:
    board = with_heed(picture(), 1300, kit())
    for at in every(board):
        box = box_at(board, at)
        found = under(board, box.x + box.width / 2, box.y + box.height / 2)
        assert found is not None
        there = box_at(board, found)
        assert there.width * there.height <= box.width * box.height
    assert under(board, -50, -50) is None


def test_a_spot_is_found_again_or_the_first_of_its_chart() -> None:
    board = with_heed(picture(), 1300, kit())
    at = found_again(board, "mix", "")
    assert at is not None
    assert found_again(board, "mix", "said by none") == at
    other = next_spot(board, at, Way.RIGHT)
    assert found_again(board, "mix", spot_at(board, other).words) == other
    assert found_again(board, "no chart", "") is None


def test_nothing_to_heed_and_no_review_leave_a_page() -> None:
    board = with_heed(Trends(today=TODAY), 700, kit())
    assert board.height > 0
    assert next_chart(board, None, 1) is not None
