"""HTML of messages as text."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.exchange.readers.chat.html_text import html_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain &amp; simple", "plain & simple"),
        ("<p>one</p>\n<p>two<br>three</p>", "one\ntwo\nthree"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ('<a href="https://a.example/x">graph</a>', "graph (https://a.example/x)"),
        ('<a href="https://a.example">https://a.example</a>', "https://a.example"),
        ('<a href="https://a.example"></a>', "https://a.example"),
        ('ok <emoji alt="👍"></emoji><img alt="graph" src="x">', "ok 👍graph"),
        ("a<script>b()</script><style>c</style>d", "ad"),
        ("1 &lt; 2 &nbsp; 3", "1 < 2 3"),
        ("<b>cut", "cut"),
        ("</a></script>x", "x"),
        ("<" * 3, "<<<"),
        ("a <!-- b <p> --> c <!-- d", "a c"),
        ("<!DOCTYPE html>a < b", "a < b"),
        ("down <![odd[ now", "down <![odd[ now"),
        ('<img alt="a > b">', "a > b"),
    ],
)
def test_html_is_written_out(html: str, text: str) -> None:
    assert html_text(html) == text


@pytest.mark.parametrize(
    "piece", ["<!--", "<", "<a ", "<?", "<![", "</", "<a b='", "<a b='>", "<script>"]
)
def test_no_html_takes_long(piece: str) -> None:
    begun = process_time()
    html_text(f"<p>a</p>{piece * 20_000}")
    assert process_time() - begun < 5


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<!", "[", "]>", "<a href", "=", "'", "&#x", ";", "x", "<?"]
        )
    )
)
def test_odd_html_is_read(pieces: list[str]) -> None:
    html_text("".join(pieces))
