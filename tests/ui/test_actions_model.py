"""The table of actions follows deltas row by row; its cells are read and measured."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt

from facilitator.domain.edits.actions import add_action, change_action, move_action, remove_action
from facilitator.domain.records import ActionItem, Backlog, Participant, Review
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import Durability, Impact, Likelihood
from facilitator.ui.actions.cells import Setting, due_options, owner_options, read_place
from facilitator.ui.actions.columns import METER, Column, column_widths
from facilitator.ui.actions.model import ActionModel
from facilitator.ui.actions.underlines import LineRuler
from facilitator.ui.actions.wording import label_words
from facilitator.ui.fonts import load_typeface
from facilitator.ui.library.actions import columns as library
from facilitator.ui.theme import Theme
from tests.ui.follower import Follower

TODAY = date(2026, 3, 5)


def many(count: int) -> Review:
    actions = (ActionItem(id=f"a{n:03}", position=n, text=f"do {n}") for n in range(count))
    return Review(id="r1", actions=tuple(actions))


def follow(review: Review) -> Follower[ActionModel]:
    return Follower(review, ActionModel(review, lambda: TODAY))


@pytest.mark.parametrize("seed", range(5))
def test_many_edits_leave_the_rows_of_the_review(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - it picks edits
    follower = follow(many(12))
    for number in range(60):
        chosen = random.choice(follower.review.actions).id
        edit = random.choice(
            [
                add_action(ActionItem(id=f"n{random.random()}", text="new")),
                change_action(chosen, text=f"other {number}"),
                move_action(chosen, random.choice([-3, -1, 1, 4])),
                remove_action(chosen),
            ]
        )
        follower.apply(edit)
        if not follower.review.actions:
            break
        assert follower.rows == follower.review.actions
        assert follower.model.row_of(follower.rows[-1].id) == len(follower.rows) - 1
    assert follower.resets.count() == 0


def test_a_moved_action_keeps_its_selection() -> None:
    follower = follow(many(6))
    kept = QPersistentModelIndex(follower.model.index(2, Column.ACTION))
    follower.apply(move_action("a002", 2))
    assert kept.row() == 4
    follower.apply(move_action("a002", -4))
    assert kept.row() == 0


def test_markup_in_a_text_is_no_markup_in_its_tool_tip() -> None:
    review = Review(id="r1", actions=(ActionItem(id="a", text="<b>x</b> & y"),))
    model = ActionModel(review, lambda: TODAY)
    tip = model.index(0, Column.ACTION).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<span>&lt;b&gt;x&lt;/b&gt; &amp; y</span>"


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("PAY-1", Backlog(key="PAY-1")),
        (" #PAY-1 ", Backlog(key="PAY-1")),
        ("Jira PAY-1", Backlog(system="Jira", key="PAY-1")),
        (
            "https://x.example/browse/PAY-1",
            Backlog(key="PAY-1", url="https://x.example/browse/PAY-1"),
        ),
        (
            "Git Lab 77 http://x.example/77",
            Backlog(system="Git Lab", key="77", url="http://x.example/77"),
        ),
        ("https://x.example/77", Backlog(url="https://x.example/77")),
        ("", None),
        ("  #  ", None),
    ],
)
def test_a_place_in_the_backlog_is_read(typed: str, place: Backlog | None) -> None:
    assert read_place(typed) == place


def test_a_place_takes_web_links_only() -> None:
    with pytest.raises(RuleViolation, match="http"):
        read_place("javascript://x")


@given(st.text(max_size=60))
def test_any_place_is_read_or_refused(typed: str) -> None:
    try:
        place = read_place(typed)
    except RuleViolation:
        return
    assert place is None or place.key or place.url


@given(st.text(max_size=30))
def test_options_of_any_text_fit_it_or_say_what_it_means(typed: str) -> None:
    review = Review(id="r1", severity="SEV 1", participants=(Participant(id="p", name="Ada L"),))
    setting = Setting(review, TODAY)
    names = [each.typed for each in owner_options(typed, setting)]
    assert names in ([], ["Ada L"])
    for each in due_options(typed, setting):
        assert each.typed in {typed, each.words}


@given(st.floats(200, 2400), st.booleans())
def test_columns_fill_the_width_and_the_words_keep_their_room(width: float, wide: bool) -> None:
    widths = column_widths(width, wide=wide)
    assert sum(widths.values()) == pytest.approx(max(width, METER))
    if widths[Column.ACTION] < 300:
        assert all(widths[each] == 0 for each in Column if each > Column.DURABILITY)


def test_on_a_full_window_the_columns_are_those_of_the_look() -> None:
    widths = column_widths(1400, wide=True)
    assert [widths[each] for each in Column] == [522, 290, 162, 170, 138, 118]


@pytest.mark.usefixtures("qapp")
def test_no_word_of_ours_is_cut_on_a_full_window() -> None:
    load_typeface()
    theme = Theme()
    widths = column_widths(1400, wide=True)
    lasting = theme.metrics("label", weight=500).horizontalAdvance
    for label in Durability:
        assert lasting(label_words(label)) <= theme.px(widths[Column.DURABILITY]) - theme.px(68)
    risks = [f"{impact}, {likelihood}" for impact in Impact for likelihood in Likelihood]
    for risk in risks:
        room = theme.px(widths[Column.PRIORITY]) - theme.px(20)
        assert theme.metrics("label").horizontalAdvance(risk) <= room
    for label in Durability:
        room = theme.px(library.column_widths(1312)[library.Column.LASTING]) - theme.px(63)
        words = theme.metrics("text", "library").horizontalAdvance(label_words(label))
        assert words <= room
    for risk in risks:
        room = theme.px(library.column_widths(1312)[library.Column.PRIORITY]) - theme.px(20)
        assert theme.metrics("label", "library").horizontalAdvance(risk) <= room


@pytest.mark.usefixtures("qapp")
def test_a_token_is_measured_where_it_is_written() -> None:
    theme = Theme()
    font, metrics = theme.font("entry"), theme.metrics("entry")
    text = "Reject it @maria now"
    ruler = LineRuler(text, font)
    ((left, right),) = ruler.stretches(10, 16)
    assert left == pytest.approx(metrics.horizontalAdvance("Reject it "), abs=2)
    assert right == pytest.approx(metrics.horizontalAdvance("Reject it @maria"), abs=2)
    assert ruler.x(len(text)) == pytest.approx(metrics.horizontalAdvance(text), abs=2)


@pytest.mark.usefixtures("qapp")
def test_a_token_in_mixed_writing_is_measured_too() -> None:
    text = "לדחות @מריה now"
    ruler = LineRuler(text, Theme().font("entry"))
    start = text.index("@")
    assert all(left < right for left, right in ruler.stretches(start, start + 5))
