"""Saved web pages: their text as Markdown, and the reports that they hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from facilitator.exchange.readers.document import web_page
from facilitator.exchange.readers.document.blocks import blocks_of
from facilitator.exchange.readers.document.web_page import markdown_of
from facilitator.exchange.refused import Refused
from tests.exchange.readers.documents_told import document, told

PAGE = """<!DOCTYPE html>
<html><head><title>Cold ovens in Lyon - Bakery wiki</title>
<style>p { color: red }</style><script>var t = "## no <b>";</script></head>
<body class="wiki"><nav><ul><li><a href="/">Home 10:00</a></li></ul></nav>
<div id="main-content"><h1>Cold ovens in Lyon</h1>
<p><strong>Date:</strong> 2026-03-04<br><strong>Severity:</strong> SEV-2</p>
<h2>Summary</h2><p>The ovens of <b>three</b> bakeries stayed
cold &amp; dark.</p>
<h2>Timeline</h2>
<table><tbody><tr><th><p>Time (UTC)</p></th><th><p>What</p></th></tr>
<tr><td><p>10:02</p></td><td><p>The heating fails</p></td></tr>
<tr><td>10:20</td><td><ul><li>A baker calls</li><li>Nobody answers</li></ul></td></tr></table>
<h2>What went well</h2><ul><li><p>The baker had a torch.</p></li>
<li>Neighbours helped<ul><li>With bread</li></ul></li></ul>
<h2>Action items</h2>
<ol>
  <li>
    <p><input type="checkbox" checked> Add an alert when an oven is cold
    (<a href="https://t.example/B-1">B-1</a>)</p>
  </li><li><input type="checkbox"> Write down who has the key</li></ol>
</div><footer>Powered by a <form>mill</footer></body></html>
"""


def test_a_page_is_read_like_the_same_text_in_markdown() -> None:
    found = document(PAGE, "ovens.html")
    assert told(found) == [
        ("2026-03-04 10:02", "The heating fails"),
        ("2026-03-04 10:20", "A baker calls; Nobody answers"),
    ]
    assert found.draft is not None
    assert (found.draft.title, found.draft.severity) == ("Cold ovens in Lyon", "SEV-2")
    assert found.draft.summary == "The ovens of three bakeries stayed cold & dark."
    assert [(each.text, each.done) for each in found.draft.actions] == [
        ("Add an alert when an oven is cold (B-1)", True),
        ("Write down who has the key", False),
    ]
    assert found.notes == ("Lines are counted in the text of the web page.",)
    assert "mill" not in found.draft.notes


@pytest.mark.parametrize(
    ("title", "called"),
    [
        ("No bread | Bakery status", "No bread"),
        ("No bread - 4 March 2026 - Wiki", "No bread - 4 March 2026"),
        ("No bread", "No bread"),
    ],
)
def test_a_page_without_a_heading_is_called_by_its_title(title: str, called: str) -> None:
    page = f"<html><title>{title}</title><body><h2>Timeline</h2><p>10:02 Cold</p></body></html>"
    found = document(page)
    assert found.draft is not None
    assert found.draft.title == called


def test_code_in_a_point_stays_in_it() -> None:
    page = "<html><ul><li>One<pre><code>10:02 a\n10:03 b</code></pre></li><li>Two</li></ul>"
    assert markdown_of(
        page
    ) == "- One\n\n   ```\n   10:02 a\n   10:03 b\n   ```\n\n\n- Two\n".replace("\n\n\n", "\n\n")


def test_a_table_in_a_table_loses_no_words() -> None:
    page = "<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>d"
    assert all(word in markdown_of(page) for word in "abcd")


def test_a_page_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_page, "MOST", 20)
    with pytest.raises(Refused, match="too long"):
        markdown_of(f"<html>{'a' * 20}")


@pytest.mark.parametrize(
    "page",
    [
        "<html>" + "<nav>" * 50_000 + "</form>" * 50_000,
        "<html>" + "<ul><li>" * 20_000 + "deep",
        "<html><pre>" + " " * 300_000 + "x",
        "<html>" + "<table><tr><td>" * 20_000 + "x",
        "<html>" + "**" * 100_000 + "<b></b>" * 50_000,
    ],
)
def test_damage_takes_no_time(page: str) -> None:
    assert isinstance(markdown_of(page), str)


TAGS = st.sampled_from(
    [
        "p",
        "div",
        "b",
        "s",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "pre",
        "a",
        "h1",
        "h3",
        "br",
        "nav",
        "form",
        "title",
        "input",
        "script",
    ]
)
PIECES = st.one_of(
    TAGS.map("<{}>".format), TAGS.map("</{}>".format), st.text("ab 1:|-#*`\n<&", max_size=9)
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_page_becomes_text_that_can_be_taken_apart(page: str) -> None:
    blocks_of(markdown_of(f"<html>{page}"))


WORDS = st.text("abcdefg", min_size=1, max_size=7)
MARKDOWN = st.one_of(
    st.builds("## {}\n\n".format, WORDS),
    st.builds("{} **{}** {}\n\n".format, WORDS, WORDS, WORDS),
    st.builds("- {}\n- {}\n  - {}\n- {}\n\n".format, WORDS, WORDS, WORDS, WORDS),
    st.builds("1. {}\n2. {}\n\n".format, WORDS, WORDS),
    st.builds("| {} | {} |\n|---|---|\n| 10:02 | {} |\n\n".format, WORDS, WORDS, WORDS),
)


@given(st.lists(MARKDOWN, min_size=1, max_size=6).map("".join))
def test_markdown_shown_as_a_page_has_the_same_blocks(text: str) -> None:
    page = MarkdownIt("commonmark").enable("table").render(text)

    def seen(markdown: str) -> list[tuple[str, int, str, tuple[str, ...]]]:
        return [(each.kind, each.level, each.text, each.cells) for each in blocks_of(markdown)]

    assert seen(markdown_of(f"<html>{page}</html>")) == seen(text)
