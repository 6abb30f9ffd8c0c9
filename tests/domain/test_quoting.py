"""A quotation is told as far as the words beside it do not tell it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.quoting import unrepeated

WORDS = st.lists(st.text("abcxyz", min_size=1, max_size=6), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("quote", "text", "told"),
    [
        ("limits: block has no values", "The writers stop", "limits: block has no values"),
        ("the hub is restarted", "The hub is restarted.", ""),
        ("hub is\nrestarted", "The hub is restarted, by hand", ""),
        ("```\nthe hub is **restarted**\n```", "The hub is restarted", ""),
        ("logs are read. They show\nerrors.", "Logs are read. …", "… They show\nerrors."),
        ("logs are read for an hour", "Logs are read …", "… for an hour"),
        ("Logs are read.\nThey show errors.", "Logs are read", "… They show errors."),
        ("Hub is down since noon", "Hub", "Hub is down since noon"),
        ("logs are read. All of them.", "observer: logs are read. …", "… All of them."),
        ("", "The hub is restarted", ""),
        ("the hub", "", "the hub"),
        ("…", "The hub", "…"),
    ],
)
def test_what_is_left_of_a_quotation(quote: str, text: str, told: str) -> None:
    assert unrepeated(quote, text) == told


@given(quote=st.text(max_size=60), text=st.text(max_size=60))
def test_it_is_an_end_of_the_quotation(quote: str, text: str) -> None:
    told = unrepeated(quote, text)
    assert quote.rstrip().endswith(told.removeprefix("… ").strip())


@given(first=WORDS, then=WORDS)
def test_a_beginning_that_was_cut_is_told_once(first: list[str], then: list[str]) -> None:
    quote, text = " ".join([*first, *then]), f"{' '.join(first).capitalize()} …"
    assert f"{text} {unrepeated(quote, text)}".replace("…", "").lower().split() == [*first, *then]


@given(WORDS)
def test_what_is_said_is_not_said_again(words: list[str]) -> None:
    quote = " ".join(words)
    assert unrepeated(quote, f"Then: {quote}.") == ""
