"""How an action reads among those of all reviews."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.listed_action import ListedAction, OfReview
from facilitator.domain.records import ActionItem, Deferral
from facilitator.domain.words import ActionStatus
from facilitator.ui.actions.wording import NO_OWNER, NO_TICKET, NOT_RATED
from facilitator.ui.library.actions.columns import Column, column_widths
from facilitator.ui.library.actions.lister import Section
from facilitator.ui.library.actions.model import PAGE, ActionListModel
from facilitator.ui.library.actions.wording import (
    age_words,
    due_beside,
    due_in_words,
    review_words,
    span,
    told_words,
)
from facilitator.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TODAY = date(2026, 3, 5)


def listed(**fields: object) -> ListedAction:
    review = OfReview(id="r1", title="Shops could not pay", incident="INC-72")
    own = {"id": "a1", "text": "Limit retries", "status": ActionStatus.AGREED}
    return ListedAction(review=review, id="a1", action=ActionItem(**{**own, **fields}))  # type: ignore[arg-type]


def in_days(number: int) -> date:
    return TODAY + timedelta(days=number)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-400, "13 months late"),
        (-12, "12 days late"),
        (-1, "1 day late"),
        (0, "due today"),
        (1, "due tomorrow"),
        (3, "due in 3 days"),
        (27, "due in 27 days"),
        (28, "due in 4 weeks"),
        (119, "due in 17 weeks"),
        (120, "due in 4 months"),
        (1000, "due in 2 years"),
    ],
)
def test_due(days: int, words: str) -> None:
    action = listed(due=in_days(days)).action
    assert action is not None
    assert due_in_words(action, TODAY) == words


def test_what_is_done_or_put_off_tells_other_days() -> None:
    done = listed(status=ActionStatus.DONE, due=in_days(-9), done_on=in_days(-5)).action
    early = listed(status=ActionStatus.HELD, due=in_days(-1), done_on=in_days(-5)).action
    gone = listed(status=ActionStatus.CANCELLED, due=in_days(-9)).action
    assert done is not None
    assert early is not None
    assert gone is not None
    assert (due_in_words(done, TODAY), due_beside(done, TODAY)) == ("done 28 Feb", "4 days late")
    assert due_beside(early, TODAY) == "in time"
    assert (due_in_words(gone, TODAY), due_beside(gone, TODAY)) == ("", "")


def test_a_deferral_says_what_is_accepted_and_when_it_is_back() -> None:
    deferral = Deferral(accepted_by="Head of Payments", reason="moves", until=in_days(1))
    put_off = listed(status=ActionStatus.DEFERRED, deferral=deferral)
    until = "Accepted by Head of Payments until 6 March 2026: "
    assert told_words(put_off, TODAY) == f"{until}until then it may happen again."
    assert told_words(put_off, in_days(1)) == f"{until}that day has come, decide again."


@pytest.mark.parametrize(
    ("agreed", "words"),
    [(0, "new today"), (-1, "1 day old"), (-60, "8 weeks old"), (7, "dated 12 Mar")],
)
def test_age(agreed: int, words: str) -> None:
    assert age_words(listed(agreed_on=in_days(agreed)), TODAY) == words


def test_what_has_no_title_and_no_incident_still_says_so() -> None:
    assert review_words(ListedAction(review=OfReview(id="r"), id="a", action=None)) == (
        "No title yet"
    )


@given(st.integers(0, 20_000))
def test_a_span_never_says_none(days: int) -> None:
    count, word = span(days).split()
    assert int(count) > 0 or days == 0
    assert word.endswith("s") is (count != "1")


@given(st.floats(300, 3000))
def test_columns_fill_the_width(width: float) -> None:
    widths = column_widths(width)
    assert widths[Column.DUE] > 0
    assert sum(widths.values()) == pytest.approx(max(width, sum(widths.values())))


@pytest.mark.usefixtures("qapp")
@given(width=st.floats(300, 3000), size=st.sampled_from([100, 150]))
def test_a_chip_has_room_between_its_words_and_its_frame(width: float, size: int) -> None:
    theme, widths = Theme(size=size), column_widths(width)
    chips = {Column.OWNER: NO_OWNER, Column.PRIORITY: NOT_RATED, Column.BACKLOG: NO_TICKET}
    for column, words in chips.items():
        if widths[column]:
            wide = theme.metrics("label", "library", 500).horizontalAdvance(words)
            assert theme.px(round(widths[column])) >= wide + theme.px(2 * 11 + 10), words


# -- the model -----------------------------------------------------------------------------------


class Reads:
    """Remembers what was read."""

    def __init__(self) -> None:
        self.pages: list[list[int]] = []

    def __call__(self, numbers: Iterable[int]) -> Mapping[int, ListedAction]:
        wanted = list(numbers)
        self.pages.append(wanted)
        return {each: listed(text=f"Action {each}") for each in wanted if each != 13}


def test_rows_are_read_a_page_at_a_time_when_looked_at() -> None:
    reads = Reads()
    model = ActionListModel(reads, lambda: TODAY)
    model.show_sections((Section("", range(100_000)),))
    assert model.rowCount() == 100_000
    assert reads.pages == []
    assert model.index(99_999, Column.ACTION).data() == "Action 99999"
    assert model.index(99_998, Column.ACTION).data() == "Action 99998"
    assert len(reads.pages) == 1
    assert len(reads.pages[0]) == PAGE
    assert model.row_of(4711) == 4711


def test_heads_are_rows_of_their_own() -> None:
    model = ActionListModel(Reads(), lambda: TODAY)
    model.show_sections((Section("One", [7, 8]), Section("None", []), Section("Two", [9])))
    heads = [model.head_at(row) for row in range(model.rowCount())]
    assert heads == ["One", "", "", "None", "Two", ""]
    assert [model.number_at(row) for row in (1, 2, 5)] == [7, 8, 9]
    assert model.row_of(9) == 5
    assert model.row_of(10) is None
    assert not model.flags(model.index(3, 0))
    assert model.heads == [0, 3, 4]


def test_what_is_gone_meanwhile_is_told() -> None:
    model = ActionListModel(Reads(), lambda: TODAY)
    model.show_sections((Section("", [12, 13]),))
    assert str(model.index(1, Column.ACTION).data()).startswith("This action is not there any more")
    assert list(model.every([0, 1])) == [0]
