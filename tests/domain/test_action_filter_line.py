"""What the line that filters the actions means, also while it is being typed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.action_filter import ActionFilter, ActionState, Order
from facilitator.domain.action_filter_line import doubts, read_filter
from facilitator.domain.words import Family, Priority

TODAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ActionFilter()),
        (
            "open overdue durable",
            ActionFilter(
                states=frozenset({ActionState.OPEN, ActionState.OVERDUE, ActionState.DURABLE})
            ),
        ),
        (
            "OPEN -durable",
            ActionFilter(
                states=frozenset({ActionState.OPEN}), without=frozenset({ActionState.DURABLE})
            ),
        ),
        ('owner:"Maria K" pool', ActionFilter(owners=("Maria K",), words=("pool",))),
        ("service:pay class:conf", ActionFilter(services=("pay",), classes=("conf",))),
        ("family:design", ActionFilter(families=(Family.DESIGN_DECISION,))),
        (
            "family:safeguard family:gap",
            ActionFilter(families=(Family.MISSING_SAFEGUARD, Family.OBSERVABILITY_GAP)),
        ),
        ("family:nothing", ActionFilter(families=())),
        ("p1 P2", ActionFilter(priorities=(Priority.P1, Priority.P2))),
        (
            "done since:2026-02-01",
            ActionFilter(states=frozenset({ActionState.DONE_LATELY}), since=date(2026, 2, 1)),
        ),
        ('since:"1 Feb"', ActionFilter(since=date(2026, 2, 1))),
        ("by:age", ActionFilter(order=Order.AGE)),
        ('"open"', ActionFilter(words=("open",))),
        ("PAY-123 -word x:y", ActionFilter(words=("PAY-123", "-word", "x:y"))),
    ],
)
def test_what_is_typed_is_meant(typed: str, meant: ActionFilter) -> None:
    assert read_filter(typed, TODAY) == meant


@pytest.mark.parametrize(
    "typed", ["owner:", "service:", "class: ", "family:", "since:", "by:", "-", '"']
)
def test_a_word_that_is_still_to_come_asks_for_nothing(typed: str) -> None:
    assert read_filter(typed, TODAY) == ActionFilter()


@pytest.mark.parametrize("typed", ["since:soon", "by:mood"])
def test_what_cannot_be_read_asks_for_nothing(typed: str) -> None:
    assert read_filter(typed, TODAY) == ActionFilter()


@given(st.text(alphabet='ab :"-\t:openwr12', max_size=40) | st.text(max_size=30))
def test_nothing_that_is_typed_is_refused(typed: str) -> None:
    wanted = read_filter(typed, TODAY)
    assert all(wanted.words)


def test_a_priority_may_be_said_as_in_a_review() -> None:
    assert read_filter("!p1 P2", TODAY).priorities == (Priority.P1, Priority.P2)


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("open owner:maria p1 since:2026-01-01 by:age", ""),
        ("family:", ""),
        ("https://jira/x", ""),
        ("family:zzz", "No family reads like “zzz”. There are: design decision,"),
        ("since:zzz", "“zzz” is not a day."),
        ("by:zzz", "“by:zzz” is no order. There are: due, age,"),
        ("open foo:bar", "“foo:” is not known here, so “foo:bar” is looked for as it stands."),
    ],
)
def test_what_a_line_does_not_know_is_told(line: str, begins: str) -> None:
    told = doubts(line, TODAY)
    assert told.startswith(begins)
    assert bool(told) is bool(begins)
