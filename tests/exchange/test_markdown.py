"""The review as Markdown: everything for the team, nothing private, text stays text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings

from facilitator import resources
from facilitator.domain.audience import for_audience
from facilitator.domain.records import (
    ActionItem,
    Backlog,
    Factor,
    Finding,
    Participant,
    Review,
    TimelineEvent,
)
from facilitator.domain.words import Audience, FactorKind, Precision
from facilitator.exchange.markdown import write_markdown
from facilitator.exchange.markup import escaped, link, mermaid_label, paragraphs
from facilitator.exchange.review_json import read_review
from tests.strategies import ids, reviews

SAMPLE = read_review(resources.path("sample.json").read_bytes(), ids("n"))
AT = datetime(2026, 7, 4, 22, 30, tzinfo=UTC)


def markdown(review: Review) -> str:
    """The Markdown of a review."""
    return write_markdown(review).decode()


def test_the_sample_has_every_part() -> None:
    text = markdown(SAMPLE)
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == [
        "In short",
        "Impact",
        "How long it took",
        "In the room, by role",
        "What happened, and when",
        "What made it possible",
        "What we found",
        "What we will change",
        "What we learned",
        "Parked",
    ]
    assert text.startswith("# Shops could not take payments")
    assert "| 1 h 47 min | to resolve |" in text
    assert "| 15:10 to 15:46 | Action |" in text


def test_private_notes_and_names_stay_out() -> None:
    text = markdown(SAMPLE)
    assert "dropped them" not in text
    assert "Lena Vogt" not in text
    assert "Support lead" in text


def test_the_owner_of_an_action_is_named() -> None:
    assert "Maria Kovač" in markdown(SAMPLE)


def test_somebody_without_a_role_is_not_named() -> None:
    review = Review(id="r", participants=(Participant(id="p", name="Ada"),))
    assert "Ada" not in markdown(review)


def test_what_is_missing_is_told() -> None:
    text = markdown(Review(id="r", actions=(ActionItem(id="a", text="Do it"),)))
    for words in ("*No owner*", "*Not rated*", "*No date*", "*No ticket*"):
        assert words in text


def test_others_are_told_how_many_events_there_are_if_none_was_chosen() -> None:
    events = tuple(TimelineEvent(id=each, text=f"Step {each}", at=AT) for each in "ab")
    text = markdown(for_audience(Review(id="r", events=events), Audience.WIDE))
    assert "2 events; none was chosen for the story." in text
    assert "Step" not in text
    starred = (*events[:1], replace(events[1], starred=True))
    text = markdown(for_audience(Review(id="r", events=starred), Audience.WIDE))
    assert "Step b" in text
    assert "chosen for the story" not in text
    assert "Step a" in markdown(Review(id="r", events=events))


def test_times_are_in_the_zone_of_the_review_with_the_day_if_there_are_several() -> None:
    events = (
        TimelineEvent(id="a", text="a", at=AT),
        TimelineEvent(id="b", text="b", at=AT.replace(day=5), precision=Precision.ABOUT),
    )
    text = markdown(Review(id="r", time_zone="Europe/London", events=events))
    assert "| 2026-07-04 23:30 |" in text
    assert "| about 2026-07-05 23:30 |" in text


def test_the_tree_is_a_list_and_a_picture() -> None:
    factors = (
        Factor(id="a", parent=None, kind=FactorKind.EFFECT, text="Down"),
        Factor(id="b", parent="a", text='Says "no" <b>'),
    )
    text = markdown(Review(id="r", factors=factors))
    assert '- Down (Effect)\n  - Says "no" &lt;b&gt; (unknown)' in text
    assert '  n1["Says #34;no#34; #60;b#62; (unknown)"]\n  n0 -.- n1' in text


def test_a_deep_tree_does_not_grow_without_bound() -> None:
    chain = tuple(
        Factor(id=f"{i:05}", parent=f"{i - 1:05}" if i else None, text="x") for i in range(5_000)
    )
    assert len(markdown(Review(id="r", factors=chain))) < 1_000_000


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<img src=x>", "&lt;img src=x&gt;"),
        ("a|b", "a\\|b"),
        ("*bold* _too_ `code`", "\\*bold\\* \\_too\\_ \\`code\\`"),
        ("# head", "\\# head"),
        ("1. one", "1\\. one"),
        ("- one", "\\- one"),
        ("4.2 goes out", "4.2 goes out"),
        ("[x](javascript:y)", "\\[x\\](javascript:y)"),
        ("AT&T", "AT&amp;T"),
        ("two\nlines", "two lines"),
        ("@all see #12, !7", "@\u2060all see \\#\u206012, !\u20607"),
        ("ops@x.example in #ops!", "ops@x.example in \\#ops!"),
    ],
)
def test_text_stays_text(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_paragraphs_keep_their_breaks() -> None:
    assert paragraphs("a\nb\n\n    # c") == "a  \nb\n\n\\# c"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://x.example/a_(b)|c", "[see](https://x.example/a_%28b%29%7Cc)"),
        ("mailto:ops@x.example", "[see](mailto:ops@x.example)"),
        ("javascript:alert(1)", "see javascript:alert(1)"),
        ("file:///etc/passwd", "see file:///etc/passwd"),
    ],
)
def test_only_safe_addresses_become_links(url: str, shown: str) -> None:
    assert link("see", url) == shown


def test_a_mermaid_label_holds_no_quotes_or_markup() -> None:
    assert not set('"<>`;{}[]|#&\\') & set(re.sub(r"#\d+;", "", mermaid_label('"<>`;{}[]|#&\\')))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reviews())
def test_any_review_can_be_written_without_raw_markup(review: Review) -> None:
    assert "<" not in markdown(review)


def test_links_of_the_backlog_are_links() -> None:
    place = Backlog(key="PAY-1", url="https://x.example/PAY-1")
    review = Review(id="r", actions=(ActionItem(id="a", text="Do it", backlog=place),))
    assert "[PAY-1](https://x.example/PAY-1)" in markdown(review)


def test_a_finding_tells_where_it_comes_from() -> None:
    factor = Factor(id="a", parent=None, kind=FactorKind.EFFECT, text="Down")
    finding = Finding(id="g", text="Nothing reads it", factors=("a",), focus=True, elsewhere="Fees")
    text = markdown(replace(SAMPLE, factors=(factor,), findings=(finding,), actions=()))
    assert "1. **Nothing reads it**\n   - Because of: Down\n" in text
