"""How sentences speak of people, and which words decided."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitator import resources
from facilitator.coach.language import Judged, judge, look
from facilitator.coach.language_line import READ_LIMIT, unquoted
from facilitator.coach.language_model import LABELS, model
from facilitator.coach.language_rules import fallback, question, rules

TRAINED = [json.loads(line) for line in resources.read_text("coach/en/language.jsonl").splitlines()]
CASES = {
    "blame": [
        "The intern didn't follow the runbook",
        "With all respect, classic team X",
        "Priya could have been a little more careful",
        "The on-call engineer forgot to acknowledge the page",
        "It was my fault",
        "That's on us",
        "The vendor is incompetent",
        "The payments team was careless with the keys",
        "@lena forgot to mute the alarm",
        "Tomasz Wójcik failed to check the backup",
        "Nguyễn didn't ask anybody",
        "The operator should have waited",
        "Developers are too lazy to read the docs",
        "He pressed the wrong button",
    ],
    "human_error": [
        "We forgot to renew the certificate",
        "Someone accidentally deleted the bucket",
        "An engineer dropped the wrong table",
        "The renewal slipped our minds",
        "The second site was overlooked",
        "Root cause: human error",
        "We forgott the second node",
        "The step was left out by mistake",
    ],
    "counterfactual": [
        "We should have tested the restore",
        "We should of tested the restore",
        "It shouldve been tested",
        "The team failed to escalate in time",
        "Nobody noticed the growing queue",
        "The warning went unnoticed for a week",
        "This could have been avoided",
        "Had we asked, we would have known",
        "If only the drill had been held",
        "The rollback wasn't tried",
    ],
    "clean": [
        "The pod failed to start",
        "Requests should be rejected",
        "The alert should have fired",
        "The default timeout is 30 seconds",
        "Nobody is to blame",
        "This is not about who did it",
        "We expected the failover to be quick",
        "No checklist exists",
        "What did the operator see at that moment?",
        "The operator console froze",
        "Users failed to log in",
        "The Kubernetes operator failed to reconcile",
        "Priya restarted the broker at 14:03",
        "The us-east-1 region failed over",
        "us-east-1 failed to answer",
        "git blame shows the line",
        "We should add an alert",
        "",
        "   ",
        "...",
        "12:03",
    ],
}


def label(text: str, people: tuple[str, ...] = ()) -> str:
    return judge(text, people).label


@pytest.mark.parametrize(
    ("wanted", "text"), [(wanted, text) for wanted, texts in CASES.items() for text in texts]
)
def test_a_plain_case(wanted: str, text: str) -> None:
    assert label(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        'The report said "Priya was careless" and we changed it',
        "The report said “Priya was careless” and we changed it",
        "The report said «Priya was careless» and we changed it",
        "The report said „Priya was careless“ and we changed it",
        '"It was my fault"',
    ],
)
def test_a_quotation_is_spoken_of(text: str) -> None:
    assert label(text) == "clean"


def test_an_apostrophe_opens_no_quotation() -> None:
    assert label("It's Priya's fault and the others' problem") == "blame"


def test_words_outside_the_quotation_count() -> None:
    judged = judge('Priya was careless and said "the pod failed"')
    assert judged.label == "blame"
    assert all(span.end <= 19 for span in judged.spans)


def test_the_names_of_those_who_take_part_are_people() -> None:
    assert label("Quorra forgot to mute the alarm", ("Quorra Flynn",)) == "blame"
    assert label("quorra forgot to mute the alarm", ("Quorra Flynn",)) == "blame"
    assert label("Will forgot to mute the alarm", ("Will Stone",)) == "blame"


def test_a_name_is_known_by_its_capital() -> None:
    assert label("Oluwadamilare forgot to mute the alarm") == "blame"
    assert label("Jenkins forgot its workspace") == "clean"


def test_the_words_that_decided_are_shown() -> None:
    text = "At nine the intern forgot to lock the valve"
    judged = judge(text)
    assert [text[span.start : span.end] for span in judged.spans] == ["the intern forgot"]
    assert all(span.why.endswith(".") for span in judged.spans)
    assert judged.sure


def test_doubt_is_told() -> None:
    assert {judge(each["text"]).sure for each in TRAINED} == {True, False}


def test_a_clean_sentence_asks_nothing() -> None:
    assert judge("The pod failed to start") == Judged("clean")


def test_questions_differ_by_what_was_found() -> None:
    asked = {(judged.label, judged.ask) for each in TRAINED if (judged := judge(each["text"])).ask}
    for each in LABELS[:-1]:
        assert len({ask for told, ask in asked if told == each}) > 3


def test_every_rule_has_a_reason_and_a_question() -> None:
    for rule in rules():
        assert rule.label in LABELS
        assert rule.why.endswith(".")
        assert question(rule.ask, ()).endswith("?")
    for each in LABELS[:-1]:
        assert question(fallback(each)["ask"], ()).endswith("?")


def test_rules_have_names_of_their_own() -> None:
    names = [rule.name for rule in rules()]
    assert len(set(names)) == len(names)


def test_the_sentences_are_many_and_half_of_them_clean() -> None:
    counts = {each: sum(row["label"] == each for row in TRAINED) for each in LABELS}
    assert len({row["text"] for row in TRAINED}) == len(TRAINED) > 500
    assert min(counts.values()) > 200
    assert counts["clean"] > 0.4 * len(TRAINED)


sentences = st.sampled_from([row["text"] for row in TRAINED])


def _check(text: str, judged: Judged) -> None:
    """Spans lie in the text, in order, and outside quotations."""
    assert judged.label in LABELS
    assert (judged.label == "clean") == (not judged.spans) == (not judged.ask)
    last = 0
    for span in judged.spans:
        assert last <= span.start < span.end <= min(len(text), READ_LIMIT)
        assert "\0" not in unquoted(text)[span.start : span.end]
        last = span.end


@given(st.text(max_size=300) | st.lists(sentences, min_size=1, max_size=3).map('" “'.join))
def test_nothing_breaks_it(text: str) -> None:
    _check(text, judge(text))


@given(sentences, sentences, st.sampled_from(['"{}"', "“{}”", "«{}»", "„{}“"]))
def test_spans_are_never_inside_a_quotation(said: str, quoted: str, marks: str) -> None:
    assume(not re.search(r"[\"“”„«»]", said + quoted))
    text = f"{said}, {marks.format(quoted)}, {said}"
    _check(text, judge(text))


# Where the capital is the only sign of a name, it counts: those sentences stay out.
_CAPITALS = re.compile(r"(?<!^)(?<![.:!?] )\b(?!I\b)[A-Z]")


def _needs_capital(text: str) -> bool:
    words, _ = look(text, (), model().vocabulary)
    return bool(_CAPITALS.search(text)) or any(word.text == "CAP" for word in words)


plain = st.sampled_from([row["text"] for row in TRAINED if not _needs_capital(row["text"])])


@given(
    plain,
    st.sampled_from([str.upper, str.lower, str.title]),
    st.sampled_from(["", ".", "...", "!", " !!", " ;", ","]),
    st.sampled_from(["{}", " {} ", "\n{}\t", "{} #4711", "PAY-123: {}", "{} (OPS-9)"]),
)
def test_dress_changes_no_label(text: str, dress: object, end: str, frame: str) -> None:
    assert callable(dress)
    wider = re.sub(" ", "  ", frame.format(text + end))
    assert label(wider) == label(text)
    if dress is not str.title:
        assert label(dress(text)) == label(text)


def test_long_texts_are_read_up_to_a_limit() -> None:
    assert label("word " * 100_000 + "it was my fault") == "clean"
