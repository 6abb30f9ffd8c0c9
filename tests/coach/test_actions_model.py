"""The weights for actions, and the sentences that they were learnt from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from facilitator import resources
from facilitator.coach import lines
from facilitator.coach.action_signs import pairs_of_words, signs_of_word
from facilitator.coach.actions_model import LABELS, WEIGHTS, WORDS, read, weights_kept
from facilitator.coach.durability import assess, looked
from facilitator.coach.linear import Linear, linear
from facilitator.coach.matching import speaking
from facilitator.coach.plain_text import plain_line
from facilitator.coach.vocabulary import FORMS, forms
from facilitator.domain.words import Durability

ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in resources.read_text("coach/en/actions.jsonl").splitlines()
]
UNSEEN = sorted((Path(__file__).parent / "unseen").glob("actions*.jsonl"))
RATED = {"second"}
"""What a second person said, of actions in the manner of a real report."""
REPEAT = "Run packaging/train_coach.py."


def test_every_sentence_is_whole_and_there_once() -> None:
    labels = {label.value for label in Durability}
    for row in ROWS:
        assert set(row) - RATED | {"vague"} == {"text", "label", "vague", "domain"}
        assert {row["label"], row.get("second", row["label"])} <= labels
    assert len({plain_line(row["text"]) + row["text"] for row in ROWS}) == len(ROWS)
    assert len(ROWS) >= 600


def test_what_is_held_out_is_not_learnt_from() -> None:
    lines = [line for path in UNSEEN for line in path.read_text("utf-8").splitlines()]
    held = {json.loads(line)["text"].lower() for line in lines}
    assert len(held) > 1000
    assert not held & {row["text"].lower() for row in ROWS}


def test_the_weights_are_small_and_have_a_column_for_each_label() -> None:
    assert resources.path(f"coach/en/{WEIGHTS}.txt").stat().st_size < 500_000
    model = linear(WEIGHTS)
    assert model.columns == (*(label.value for label in LABELS), "size", "vague")
    assert {len(model.row(sign) or ()) for sign in model.kept} == {len(model.columns)}


def test_the_weights_of_bare_words_are_small_too() -> None:
    assert resources.path(f"coach/en/{WORDS}.txt").stat().st_size < 700_000
    model = linear(WORDS)
    assert model.columns == (*(label.value for label in LABELS), "size")
    assert {len(model.row(sign) or ()) for sign in model.kept} == {len(model.columns)}


@pytest.mark.parametrize(
    ("word", "signs"),
    [
        ("page", ["page"]),
        ("paged", ["paged", "page*", "*ged"]),
        ("replica", ["replica", "repl*", "*ica", "replic*"]),
    ],
)
def test_a_bare_word_tells_how_it_begins_and_ends(word: str, signs: list[str]) -> None:
    assert signs_of_word(word) == signs
    assert pairs_of_words(["a", word]) == ["^ a", f"a {word}", f"{word} $"]


def test_what_the_bare_words_say_is_added() -> None:
    seen, kept = looked("Document how to restore a table"), weights_kept()
    silent = kept._replace(words=Linear.of(kept.words.columns, [0] * 9, {}))
    shares = [
        read(seen.signs, seen.words, seen.found.rule, weights, vague=False).share
        for weights in (kept, silent)
    ]
    assert shares[0] != shares[1]


def test_the_forms_are_those_of_the_lexicon() -> None:
    assert dict(lines.read(resources.read_text(FORMS))) == forms(), REPEAT


def test_most_of_what_was_learnt_is_known() -> None:
    pairs = [(row["label"], assess(row["text"]).label) for row in ROWS[::7]]
    assert sum(wanted == told for wanted, told in pairs) >= 0.9 * len(pairs), REPEAT


def test_a_rule_that_fits_and_the_words_are_weighed_together() -> None:
    seen = looked("Document how to restore a table")
    reading = read(seen.signs, seen.words, seen.found.rule, weights_kept(), vague=seen.vague)
    assert reading.label is Durability.DOCUMENT
    assert reading.share > 0.9
    assert not reading.vague


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("investigate", "Should we hold back the release?"),
        ("investigate", "Would a lock have helped"),
        ("investigate", "Should the retention be raised?"),
        ("repair", "Turn the import off until the supplier has fixed the feed"),
    ],
)
def test_a_question_or_a_stopgap_is_none_of_what_it_names(wanted: str, text: str) -> None:
    assert assess(text).label == wanted


def test_what_is_pinned_already_is_no_pin() -> None:
    assert "pin" not in looked("Renew the pinned certificates").found.rule.when
    assert looked("Pin the certificates").found.rule.when == "pin"


def test_a_chart_bump_is_no_dashboard() -> None:
    assert assess("Chart bump to 4.2").label is not Durability.DETECT


def test_only_words_that_name_a_control_of_the_label_are_quoted() -> None:
    for row in ROWS[::5]:
        hint, seen = assess(row["text"]), looked(row["text"])
        if hint.label is not seen.found.rule.label and hint.because.startswith("“"):
            words = hint.because[1:].partition("”")[0]
            assert words == speaking(seen.main, hint.label)


@pytest.mark.parametrize(
    "text",
    [
        "Rehearse a rollback on a copy of production data",
        "Hire a second database administrator",
    ],
)
def test_no_chance_word_is_quoted(text: str) -> None:
    assert not assess(text).because.startswith("“")


@pytest.mark.parametrize("text", ["Fix the bug", "Fix all the remaining issues", "Resolve it"])
def test_a_fix_of_nothing_that_is_named_is_vague(text: str) -> None:
    assert assess(text).vague


def test_a_fix_of_what_is_named_is_not_vague() -> None:
    assert not assess("Fix the bug in the retry loop").vague
