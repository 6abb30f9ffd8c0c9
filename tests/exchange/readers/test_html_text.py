"""HTML of messages as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.exchange.readers.html_text import html_text


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
    ],
)
def test_html_is_written_out(html: str, text: str) -> None:
    assert html_text(html) == text


def test_what_only_begins_like_a_declaration_keeps_its_text() -> None:
    assert html_text("down <![odd[ now").startswith("down")


def test_what_is_too_long_to_parse_is_read_roughly() -> None:
    html = "<p>a</p>" + "<!--" * 100_000
    assert html_text(html).startswith("a")


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<!", "[", "]>", "<a href", "=", "'", "&#x", ";", "x", "<?"]
        )
    )
)
def test_odd_html_is_read(pieces: list[str]) -> None:
    html_text("".join(pieces))
