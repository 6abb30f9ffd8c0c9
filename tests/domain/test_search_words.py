"""Whatever is typed to search can be read, and nothing of it is lost."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.found_words import spans
from facilitator.domain.search_words import MOST_TERMS, Term, Wanted, read_search
from facilitator.domain.word_tokens import folded, tokens
from facilitator.domain.words import Family, ReviewStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = date(2026, 3, 5)
_PARTS = (
    *("rollout", '"', "-", "service:", "before:", "after:2026-01-01", "family:safe", "open", "*"),
    *("notes:", "c++", "AND", "NEAR(", "it's", "what?", "\x00", "\ud800", "é", "status:"),
)
TYPED = st.text(max_size=60) | st.lists(st.sampled_from(_PARTS), max_size=8).map(" ".join)


def read(line: str) -> Wanted:
    return read_search(line, TODAY)


def words(terms: list[Term]) -> list[str]:
    return [f"{' '.join(term.words)}{'…' if term.begins else ''}" for term in terms]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("", []),
        ("rollout", ["rollout…"]),
        ("rollout ", ["rollout"]),
        ("same rollout", ["same", "rollout…"]),
        ('"same rollout"', ["same rollout"]),
        ('"same rollout', ["same rollout…"]),
        ("“same rollout” step ", ["same rollout", "step"]),
        ("INC-2118", ["inc 2118…"]),
        ("c++", ["c"]),
        ("Ärger", ["arger…"]),
        ("it's what? ", ["it s", "what"]),
        ("AND ( * ) NEAR(", ["and", "near"]),
        ("http://a.b/c ", ["http a b c"]),
        ("team:red ", ["team red"]),
        ('"open" overduely ', ["open", "overduely"]),
    ],
)
def test_words_and_phrases(line: str, found: list[str]) -> None:
    wanted = read(line)
    assert words(wanted.terms) == found
    assert not wanted.trouble


def test_operators_and_their_values() -> None:
    line = 'rollout service:led class:"bad config" owner:Mar family:safeguard open overdue -x '
    wanted = read(line)
    assert words(wanted.terms) == ["rollout"]
    assert words(wanted.services) == ["led…"]
    assert words(wanted.classes) == ["bad config"]
    assert words(wanted.owners) == ["mar…"]
    assert words(wanted.without) == ["x"]
    assert wanted.families == [(Family.MISSING_SAFEGUARD,)]
    assert wanted.open
    assert wanted.overdue
    assert read("severity:1").severities == ["SEV 1"]
    assert read("status:cl").statuses == [(ReviewStatus.CLOSED,)]
    assert read("STATUS:re").statuses == [(ReviewStatus.READY, ReviewStatus.REVIEWED)]


def test_private_notes_are_sought_only_when_asked_for() -> None:
    assert not read("ask ada").private
    assert words(read("notes:ada x ").notes) == ["ada"]
    assert not read("notes:ada").private
    assert read("notes: ada").private


def test_days_leave_themselves_out_and_the_narrowest_counts() -> None:
    wanted = read('before:"1 Mar 2026" before:2026-02-01 after:2025-01-01 after:yesterday')
    assert wanted.before == date(2026, 2, 1)
    assert wanted.after == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("before:someday x", "before: Write the day like 5 Mar, 2026-03-05 or today."),
        ("after:2026-02-31", "after: There is no 2026-02-31 in the calendar."),
        ("after:03/04/2026", "after: “03/04/2026” leaves open which is the day."),
        ("family:zzz", "family: There is no family “zzz”"),
        ("status:gone", "status: There is no status “gone”"),
        ("severity:" + "x" * 60, "severity: "),
    ],
)
def test_a_value_that_cannot_be_read_is_told_and_the_rest_still_counts(
    line: str, told: str
) -> None:
    wanted = read(f"rollout {line}")
    assert wanted.trouble.startswith(told)
    assert words(wanted.terms)[0].startswith("rollout")


@pytest.mark.parametrize("name", ["before", "after", "family", "status", "severity", "service"])
def test_an_operator_that_is_still_being_typed_is_no_trouble(name: str) -> None:
    assert read(f"{name}:").is_empty
    assert not read(f"{name}:").trouble


def test_a_page_of_words_is_cut_and_says_so() -> None:
    wanted = read("word " * 1000)
    assert len(wanted.terms) == MOST_TERMS
    assert wanted.trouble == "Only the first 40 words are looked for."


@given(TYPED)
def test_any_text_parses_and_every_word_of_it_counts(line: str) -> None:
    wanted = read(line)
    for term in (*wanted.sought, *wanted.without):
        assert term.words
        assert term.text.encode("utf-8")
        assert "\x00" not in term.text


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=1, max_size=6))
def test_plain_words_are_all_kept(typed: list[str]) -> None:
    kept = [word for word in typed if word not in {"open", "overdue"}]
    assert [term.text for term in read(" ".join(typed) + " ").terms] == kept


# -- as the index has them -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def vocabulary() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'unicode61 remove_diacritics 2')"
    )
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, 'instance')")
    yield connection
    connection.close()


LATIN = st.characters(max_codepoint=0x24F, exclude_characters="\x00µ")
LETTERS = LATIN | st.sampled_from("жЖйλΛאب中\u0301")


@given(st.text(LETTERS, max_size=40))
def test_words_are_told_apart_as_the_index_does(vocabulary: sqlite3.Connection, text: str) -> None:
    vocabulary.execute("DELETE FROM t")
    vocabulary.execute("INSERT INTO t VALUES (?)", (text,))
    indexed = [row[0] for row in vocabulary.execute("SELECT term FROM v ORDER BY offset")]
    assert [token.folded for token in tokens(text)] == indexed


def test_folding_takes_case_and_accents_and_nothing_else() -> None:
    assert folded("ÉCLAIR") == "eclair"
    assert folded("e\u0301") == "e"
    assert folded("Straße") == "straße"
    assert folded("ёлка") == "ёлка"


# -- where they stand ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "text", "marked"),
    [
        ("roll", "Rollout, the rollout.", ["Rollout", "rollout"]),
        ("rollout ", "rollouts", []),
        ('"rollout step"', "The Rollout-step as before", ["Rollout-step"]),
        ("inc-2", "Same as INC-2118: every", ["INC-2118"]),
        ("eclair", "Éclairs", ["Éclairs"]),
        ("pay", "repay", []),
    ],
)
def test_words_are_marked_where_they_stand(line: str, text: str, marked: list[str]) -> None:
    (term,) = read(line).terms
    assert [text[start:end] for start, end in spans(text, term)] == marked


@given(st.text(max_size=40), st.text(max_size=10))
def test_marks_lie_within_the_text(text: str, line: str) -> None:
    found: list[Any] = [span for term in read(line).terms for span in spans(text, term)]
    assert all(0 <= start < end <= len(text) for start, end in found)
