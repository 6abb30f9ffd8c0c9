"""How lasting an action is, by its words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator import resources
from facilitator.coach.durability import Hint, assess
from facilitator.coach.lexicon import concepts
from facilitator.coach.plain_text import READ_LIMIT
from facilitator.coach.rules import rules
from facilitator.coach.tables import listed
from facilitator.coach.wording import question_of, tier_of
from facilitator.domain.words import Durability
from tests.coach import plain_cases, varied_cases
from tests.evaluation.scores import f1

PLAIN = [(label, text) for label, texts in plain_cases.CASES.items() for text in texts]
VARIED = [(label, text) for label, texts in varied_cases.CASES.items() for text in texts]
texts = st.sampled_from([text for _, text in PLAIN + VARIED])
SAMPLE = json.loads(resources.path("sample.json").read_bytes())["review"]["actions"]


def label(text: str) -> str:
    return assess(text).label.value


@pytest.mark.parametrize(("wanted", "text"), PLAIN)
def test_a_plain_case(wanted: str, text: str) -> None:
    assert label(text) == wanted


@pytest.mark.parametrize("wanted", [each.value for each in Durability])
def test_every_label_has_plain_cases_enough(wanted: str) -> None:
    assert len(set(plain_cases.CASES[wanted])) >= 15


def test_most_of_the_harder_cases_are_read_right() -> None:
    pairs = tuple((wanted, label(text)) for wanted, text in VARIED)
    scores = {each.value: f1(pairs, each.value) for each in Durability}
    assert sum(scores.values()) / len(scores) >= 0.85, scores
    assert min(scores.values()) >= 0.7, scores


@pytest.mark.parametrize("action", SAMPLE, ids=lambda action: action["id"])
def test_the_sample_has_the_labels_it_shows(action: dict[str, object]) -> None:
    hint = assess(str(action["text"]))
    assert (hint.label, hint.vague) == (action["hint"], action["vague"])


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        # Alert and reaction.
        ("guardrail", "Alert on errors and roll back automatically"),
        ("guardrail", "When the alarm sounds, the supply is shut off automatically"),
        ("detect", "Alert that pages the on-call engineer"),
        ("detect", "Alert when the deploy gate is bypassed"),
        # Tests by machine and by hand.
        ("guardrail", "Add tests to CI"),
        ("document", "Manual smoke test after the release"),
        ("document", "Test the rollback by hand before each release"),
        ("investigate", "Load-test the queue once"),
        # What a question would lead to is not there yet.
        ("investigate", "Investigate using quotas to prevent a full disk"),
        ("investigate", "Find out how to detect and block it"),
        ("investigate", "Look into alerts; block deploys is another idea"),
        ("eliminate", "Find and fix the leak in the session cache"),
        ("document", "Agree on a procedure for manual payments"),
        ("document", "Come up with guidelines for large migrations"),
        # What is denied does not count, what it comes to does.
        ("guardrail", "Don't just add an alert; block it"),
        ("guardrail", "Not only document the limit but enforce it"),
        ("guardrail", "No more alerts, but a hard limit"),
        ("guardrail", "Enforce the limit, not just an alert"),
        ("guardrail", "We must be more careful, i.e. more end-to-end tests in CI"),
        ("remind", "We must be more careful"),
        # Several controls: the strongest that is committed to.
        ("guardrail", "Update the runbook and add a timeout"),
        ("guardrail", "Restore the table and add a guard against bulk deletes"),
        ("detect", "Document the thresholds and add an alert"),
        ("detect", "Add an alert. This would have told us earlier than the new gate."),
        # A title lies, what follows it does not.
        ("document", "Comprehensive monitoring: document which dashboards exist"),
        ("detect", "Monitoring: add an alert on replication lag"),
        ("investigate", "Better failover: investigate why it took so long"),
        # What is quoted is spoken of.
        ("document", 'Add "reject bad files" to the wiki page'),
        ("document", "Add `block deploys` to the checklist"),
        ("guardrail", '"Reject bad files"'),
        # Aims are not controls, means are.
        ("guardrail", "Prevent full disks by adding quotas"),
        ("detect", "Improve recovery with an alert on failed backups"),
        ("guardrail", "Make sure that this can't happen again"),
        ("document", "Write a runbook so that the alert can block deploys"),
        # The last noun of a compound says what it is.
        ("document", "Write the backup alert runbook"),
        ("detect", "Add rate limit alerts for the gateway"),
        ("guardrail", "Runbook link check in CI"),
        # Reverted by people, and by the machine.
        ("repair", "Roll back to version 4.1"),
        ("guardrail", "Roll back whenever the error rate doubles"),
        ("repair", "Rotate the leaked key"),
        ("automate", "Rotate the keys automatically"),
        ("document", "Rotate the keys once a quarter"),
        # Rights, and mails.
        ("guardrail", "Remove write access to production"),
        ("remind", "Send a mail to all engineers about the new region names"),
        ("detect", "Send a mail when the file is late"),
        ("detect", "Remove noisy alerts"),
        ("automate", "Remove the manual copying step"),
        # A ticket that says the same, and one for somebody else.
        ("detect", "Created a ticket to add an alert on queue age"),
        ("investigate", "Open a ticket with the vendor"),
    ],
)
def test_a_border(wanted: str, text: str) -> None:
    assert label(text) == wanted


def test_a_hint_says_all_of_it() -> None:
    assert assess("Page on-call when the queue grows for 3 minutes") == Hint(
        label=Durability.DETECT,
        tier="assist",
        vague=False,
        because="A person still has to wake up and act",
        question="Who must act, and what if they are asleep? Could the system act?",
    )


def test_the_reason_shows_the_words_that_decided() -> None:
    assert "“circuit breaker”" in assess("Add a circuit-breaker to the gateway").because
    assert "“maybe”" in assess("Maybe a second link").because


@pytest.mark.parametrize("text", ["", " ", "?", "…", "\x00", "\ud800", "#PAY-123", "@maria !p1"])
def test_nothing_said_is_no_action_yet(text: str) -> None:
    hint = assess(text)
    assert (hint.label, hint.vague) == (Durability.INVESTIGATE, True)


def changed_case(text: str) -> st.SearchStrategy[str]:
    return st.sampled_from([text.upper(), text.lower(), text.title(), text.swapcase()])


@given(texts.flatmap(lambda text: st.tuples(st.just(text), changed_case(text))))
def test_capitals_change_no_hint(pair: tuple[str, str]) -> None:
    assert same_hint(*pair)


@given(texts, st.lists(st.sampled_from([" ", "  ", "\t", "\n", "\u00a0"]), min_size=1))
def test_spacing_changes_no_hint(text: str, spaces: list[str]) -> None:
    words = text.split(" ")
    spaced = "".join(word + spaces[index % len(spaces)] for index, word in enumerate(words))
    assert same_hint(text, spaces[0] + spaced)


@given(texts, st.text(alphabet=".,;:!?… )–-", max_size=4))
def test_what_ends_a_sentence_changes_no_hint(text: str, end: str) -> None:
    assert same_hint(text, text.rstrip(".,;:!?") + end)


@given(
    texts,
    st.from_regex(r"[A-Z]{2,6}-[1-9][0-9]{0,4}", fullmatch=True),
    st.sampled_from(
        ["{1} {0}", "{1}: {0}", "[{1}] {0}", "{0} {1}", "{0} ({1})", "{0} #{1}", "{0} (#441)"]
    ),
)
def test_a_ticket_number_changes_no_hint(text: str, ticket: str, place: str) -> None:
    assert same_hint(text, place.format(text, ticket))


def same_hint(one: str, other: str) -> bool:
    # The words that the reason shows may be written otherwise: Straße, STRASSE.
    first, second = assess(one), assess(other)
    return (first.label, first.vague, first.sure) == (second.label, second.vague, second.sure)


@given(st.text())
def test_any_text_has_a_hint(text: str) -> None:
    hint = assess(text)
    assert hint == assess(text)
    assert (hint.tier, hint.question) == (tier_of(hint.label), question_of(hint.label))
    assert hint.because


PHRASES = [
    phrase
    for concept in concepts()
    for field in ("nouns", "verbs", "phrases")
    for phrase in listed(getattr(concept, field))
]


@given(
    st.lists(st.sampled_from([*PHRASES, "to", "the", "and", ",", ";", "not", "i.e."]), max_size=12)
)
def test_any_row_of_known_words_has_a_short_reason(words: list[str]) -> None:
    assert len(assess(" ".join(words)).because) <= 66


@pytest.mark.parametrize("piece", ["a ", "and ", "to prevent ", '"', "not just a ", "x", "alert: "])
def test_a_long_text_is_read_to_its_limit(piece: str) -> None:
    long = (piece * 100_000)[:100_000]
    assert assess(long) == assess(long[:READ_LIMIT])


def test_no_reason_is_long() -> None:
    for rule in (*rules().shapes, *rules().targets, *rules().last, rules().none):
        assert len(rule.because) <= 52
        assert not rule.because.endswith(".")
    for _, text in PLAIN:
        assert len(assess(text).because) <= 60
