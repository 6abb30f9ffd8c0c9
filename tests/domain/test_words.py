"""Text, durations, priority, severity, impact and the questions about the tree."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain import tree
from facilitator.domain.durations import durations, span_words
from facilitator.domain.impact import Figure, read_impact
from facilitator.domain.places import zone_words
from facilitator.domain.priority import MATRIX, priority
from facilitator.domain.records import ActionItem, Factor, TimelineEvent
from facilitator.domain.rules import RuleViolation
from facilitator.domain.severity import normal_severity, severity_number, severity_words
from facilitator.domain.text import (
    blanked,
    capitalised,
    clean_line,
    clean_text,
    shortened,
)
from facilitator.domain.words import (
    EvidenceStatus,
    FactorKind,
    Family,
    Impact,
    Likelihood,
    Marker,
    Precision,
    Priority,
)
from facilitator.domain.zones import check_zone, zone

AT = datetime(2026, 3, 3, 14, 0, tzinfo=UTC)
AWKWARD = st.text(
    st.characters(exclude_categories=())
    | st.sampled_from("\ud800\udfff\x00\x1b\x85\u2028\u202e\u2066\ufeff\t\r\n \u0301"),
    max_size=60,
)


@given(AWKWARD)
def test_clean_text_can_be_stored_printed_and_cleaned_again(text: str) -> None:
    for clean in (clean_text, clean_line):
        found = clean(text)
        found.encode()
        assert clean(found) == found
        assert not any(ord(each) < 32 and each != "\n" for each in found)
        assert not set(found) & set("\x7f\x85\u2028\u2029\u202a\u202e\u2066\ufeff")
    assert "\n" not in clean_line(text)


@given(AWKWARD)
def test_blanking_keeps_every_place(text: str) -> None:
    assert len(blanked(text)) == len(text)
    plain = [(a, b) for a, b in zip(text, blanked(text), strict=True) if b != " "]
    assert all(a == b for a, b in plain)


def test_what_is_text_stays() -> None:
    text = "<b>שלום</b> \u200f👩‍🚒 =1+1"
    assert clean_line(text) == text
    assert clean_text("a\r\nb\u2028c") == "a\nb\nc"
    assert clean_line("e\u0301") == "\u00e9"


def test_length_is_bounded() -> None:
    assert len(clean_text("x" * 100_000)) == 100_000
    with pytest.raises(RuleViolation, match="100,001 characters; at most 100,000") as refused:
        clean_text("x" * 100_001, "summary")
    assert refused.value.field == "summary"
    with pytest.raises(RuleViolation, match="at most 2,000"):
        clean_line("x" * 2001)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("deploy starts", "Deploy starts"),
        ("élan", "Élan"),
        ("on-call engineer", "On-call engineer"),
        ("iOS", "iOS"),
        ("pg_dump fails", "pg_dump fails"),
        ("k8s", "k8s"),
        ("https://x", "https://x"),
        ("", ""),
    ],
)
def test_a_capital_letter_begins_a_sentence_but_no_name(text: str, shown: str) -> None:
    assert capitalised(text) == shown


def test_shortened() -> None:
    assert shortened("x" * 40) == "x" * 40
    assert shortened("x" * 41) == "x" * 39 + "…"


def marked(marker: Marker, minute: int | None, about: bool = False) -> TimelineEvent:
    at = None if minute is None else AT + timedelta(minutes=minute)
    precision = Precision.ABOUT if about else Precision.EXACT
    precision = Precision.UNKNOWN if minute is None else precision
    return TimelineEvent(id=marker, text="x", at=at, marker=marker, precision=precision)


def test_durations_count_from_the_impact_start() -> None:
    events = [
        marked(Marker.IMPACT_START, 0),
        marked(Marker.DETECTED, 17, about=True),
        marked(Marker.ACKNOWLEDGED, None),
        marked(Marker.RESOLVED, -5),
    ]
    found = {each.marker: each for each in durations(events)}
    assert list(found) == [
        Marker.DETECTED,
        Marker.ACKNOWLEDGED,
        Marker.MITIGATED,
        Marker.RESOLVED,
    ]
    assert (found[Marker.DETECTED].span, found[Marker.DETECTED].about) == (
        timedelta(minutes=17),
        True,
    )
    assert found[Marker.ACKNOWLEDGED].span is None
    assert found[Marker.MITIGATED].span is None
    assert found[Marker.RESOLVED].span == timedelta(minutes=-5)
    assert all(each.span is None for each in durations(events[1:]))


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(seconds=45), "45 s"),
        (timedelta(minutes=17, seconds=59), "17 min"),
        (timedelta(minutes=64), "1 h 04 min"),
        (timedelta(hours=47, minutes=59), "47 h 59 min"),
        (timedelta(hours=51), "2 d 03 h"),
        (timedelta(minutes=-5), "−5 min"),
        (timedelta(0), "0 s"),
    ],
)
def test_how_a_duration_reads(span: timedelta, words: str) -> None:
    assert span_words(span) == words


def test_a_greater_risk_never_has_a_lower_priority() -> None:
    assert len(MATRIX) == len(Impact) * len(Likelihood)
    impacts, chances = list(Impact), list(Likelihood)
    for (impact, chance), found in MATRIX.items():
        for less in impacts[impacts.index(impact) :]:
            for rarer in chances[chances.index(chance) :]:
                assert MATRIX[less, rarer] >= found


def test_without_a_risk_the_stated_priority_stands() -> None:
    assert priority(ActionItem(id="t")) is None
    assert priority(ActionItem(id="t", stated_priority=Priority.P3)) is Priority.P3
    rated = ActionItem(id="t", impact=Impact.SEVERE, likelihood=Likelihood.LIKELY)
    assert priority(rated) is Priority.P1


def test_severity() -> None:
    for typed in ("1", "sev1", "SEV-1", "s1", "P1", "Severity 1", " sev 1 "):
        assert normal_severity(typed) == "SEV 1"
    assert normal_severity("Major") == "Major"
    assert (severity_number("SEV 3"), severity_number("Major")) == (3, None)
    assert severity_words("SEV 1") == "Severity 1"


@pytest.mark.parametrize(
    ("line", "number", "words"),
    [
        ("21 h degraded service", "21 h", "degraded service"),
        ("2 h 15 min without payments", "2 h 15 min", "without payments"),
        ("about 40 min for everybody", "about 40 min", "for everybody"),
        ("12 GB of logs", "12 GB", "of logs"),
        ("3 d of delay", "3 d", "of delay"),
        ("6 shops closed", "6", "shops closed"),
        ("7 hosts restarted", "7", "hosts restarted"),
    ],
)
def test_a_unit_stays_with_its_figure(line: str, number: str, words: str) -> None:
    assert read_impact(line) == ((Figure(number, words),), ())


def test_only_the_time_that_is_not_exact_is_called_so() -> None:
    events = (marked(Marker.IMPACT_START, 0, about=True), marked(Marker.DETECTED, 17))
    detected = durations(events)[0]
    assert (detected.about, detected.about_at) == (True, False)


def test_figures_of_the_impact() -> None:
    figures, plain = read_impact("41,300 payments arrived late\n\nabout 3 % of shops\nMany calls")
    assert figures == (
        Figure("41,300", "payments arrived late"),
        Figure("about 3 %", "of shops"),
    )
    assert plain == ("Many calls",)


def test_places() -> None:
    assert zone_words("America/New_York") == "New York time"
    assert zone_words("UTC") == "UTC"
    assert zone_words("+05:30") == "+05:30"
    assert zone_words("Mars/Base") == "UTC, for Mars/Base is unknown here"
    assert zone("Mars/Base") is UTC
    assert check_zone("Europe/London") == "Europe/London"
    of_one_machine = ("localtime", "posixrules", "Factory", "right/UTC", "posix/UTC")
    for name in ("", "Europe", "../etc/passwd", "Mars/Base", "a\x00b", "\ud800", *of_one_machine):
        with pytest.raises(RuleViolation, match="not a time zone"):
            check_zone(name)


def test_questions_about_the_tree() -> None:
    told = (
        Factor(id="a", parent=None, kind=FactorKind.EFFECT, family=Family.DESIGN_DECISION),
        Factor(id="b", parent="a", position=1, family=Family.OBSERVABILITY_GAP),
        Factor(id="c", parent="a", position=0),
        Factor(
            id="d",
            parent="b",
            family=Family.FALSE_ASSUMPTION,
            evidence_status=EvidenceStatus.RULED_OUT,
        ),
    )
    assert tree.root(told) is told[0]
    assert tree.root(()) is None
    assert [(each.id, depth) for each, depth in tree.walk(told)] == [
        ("a", 0),
        ("c", 1),
        ("b", 1),
        ("d", 2),
    ]
    assert tree.subtree_ids(told, "b") == {"b", "d"}
    counts = tree.coverage(told)
    assert counts[Family.OBSERVABILITY_GAP] == 1
    assert sum(counts.values()) == 1


def test_a_damaged_tree_does_not_hang() -> None:
    ring = (Factor(id="a", parent="b"), Factor(id="b", parent="a"))
    assert tree.subtree_ids(ring, "a") == {"a", "b"}
    assert list(tree.walk(ring)) == []
