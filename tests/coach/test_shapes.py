"""Stronger shapes for weak actions, and the question for what a vague one lacks."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.coach.articles import with_a
from facilitator.coach.durability import assess
from facilitator.coach.grams import grams, stem, words_of
from facilitator.coach.shape_data import Shape, shapes_about, shapes_of, subjects
from facilitator.coach.shapes import DONE_WHEN, missing, stronger
from facilitator.coach.things import Thing, filled, plural_of, things
from facilitator.domain.words import DURABLE, Durability
from tests.coach import plain_cases, varied_cases

D = Durability
WEAK = tuple(label for label in Durability if label not in DURABLE)
TEXTS = [
    text
    for cases in (plain_cases.CASES, varied_cases.CASES)
    for texts in cases.values()
    for text in texts
]
SHAPES = [
    *(shape for subject in subjects().order for shape in shapes_about(subject)),
    *(shape for label in Durability for shape in shapes_of(label)),
]
MOST_CHARACTERS = 100
SUBJECTS = """access, backups, capacity, certificates, clinical steps, communication, configuration,
data deletion, database migrations, dependency, deploys, documentation of limits, factory steps,
feature flags, finance batches, manual steps, monitoring, on-call and paging, queues, redundancy,
secrets, tests, time and dates"""

# An article that does not fit, a blank too many, a slot, a word twice, a stop.
_CLUMSY = (
    re.compile(r"\ba (?:[aei]|o(?!ne)|u(?!ni|se|sa))", re.IGNORECASE),
    re.compile(r"\ban (?![aeiou]|hour|[AEFHILMNORSX][A-Z])", re.IGNORECASE),
    re.compile(r"  |[{}]|[.?!:;]$|\b(?:a|an|the|every|each) (?:a|an|the)\b"),
    re.compile(r"\b(\w+) \1\b", re.IGNORECASE),
    re.compile(r"\w*(?:sss|xs|chs)\b"),
)


def clumsy(sentence: str) -> bool:
    """Whether a sentence reads badly, as far as a machine can tell."""
    return not sentence[:1].isupper() or any(each.search(sentence) for each in _CLUMSY)


def fillings(shape: Shape) -> set[str]:
    """A shape without and with every noun that its slots take: bare, several, with words before."""
    found = {filled(shape.say, {})[0]}
    for noun in subjects().grammar.nouns.values():
        for kind in noun.kinds:
            for before in ("", "payments ", "EU claims "):
                thing = Thing(before + noun.singular, noun.several, noun.countable)
                sentence = filled(shape.say, {kind: thing})[0]
                found |= {sentence} if len(sentence) <= MOST_CHARACTERS else set()
    return found


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.say)
def test_a_shape_reads_well_and_is_what_it_says(shape: Shape) -> None:
    for sentence in fillings(shape):
        assert not clumsy(sentence), sentence
        assert len(sentence) <= MOST_CHARACTERS
        hint = assess(sentence)
        wanted = {"durable"} if shape.label in DURABLE else {"assist", "durable"}
        assert hint.tier in wanted, (sentence, hint.label)


def test_every_subject_has_shapes_enough() -> None:
    order = subjects().order
    assert {" ".join(each.split()) for each in SUBJECTS.split(",")} <= set(order)
    for name in order:
        assert sum(shape.label in DURABLE for shape in shapes_about(name)) >= 2, name


@pytest.mark.parametrize("label", WEAK)
def test_every_weak_label_has_general_shapes(label: Durability) -> None:
    assert len(shapes_of(label)) == 3
    assert any(shape.label in DURABLE for shape in shapes_of(label))


@pytest.mark.parametrize(
    ("text", "label", "first"),
    [
        ("Send a reminder to check the region", D.REMIND, "Make the tool refuse a missing region"),
        (
            "Add an alert for certificate expiry",
            D.DETECT,
            "Refuse a deploy whose certificate expires within 14 days",
        ),
        (
            "Keep an eye on TLS certificates",
            D.REMIND,
            "Renew TLS certificates automatically 30 days before they expire",
        ),
        (
            "Document how to restart the payments gateway",
            D.DOCUMENT,
            "Restart the payments gateway automatically when a health check fails",
        ),
        (
            "Remind everybody not to deploy on Fridays",
            D.REMIND,
            "Make the pipeline refuse deploys outside working hours",
        ),
        (
            "Be careful when you delete an index",
            D.REMIND,
            "Make the tool refuse to delete an index that is still in use",
        ),
        (
            "Add a checklist for schema migrations",
            D.DOCUMENT,
            "Run every migration against a copy of production in CI, and block it if it fails",
        ),
        (
            "Train nurses to check the wristband before a transfusion",
            D.REMIND,
            "Block the order in the system until the wristband is scanned",
        ),
        (
            "Tell operators to watch the oven",
            D.REMIND,
            "Add an interlock, so that the oven cannot start in the wrong state",
        ),
        (
            "Investigate why the payment file was sent twice",
            D.INVESTIGATE,
            "Stop the payment run automatically when the totals differ from the ledger",
        ),
        (
            "Ask the supplier to be more careful",
            D.REMIND,
            "Add a timeout and a fallback to every call to the supplier",
        ),
        (
            "Document the maximum batch size",
            D.DOCUMENT,
            "Enforce the limit in the code: reject what exceeds it",
        ),
        (
            "Put the API keys on the wiki page",
            D.DOCUMENT,
            "Delete stored API keys; only short-lived ones that expire by themselves are accepted",
        ),
        (
            "Add alerts for replication lag",
            D.DETECT,
            "Stop reads from a replica automatically when it lags by 10 seconds",
        ),
        ("Add an alarm", D.DETECT, "Roll a release back automatically when an alarm fires"),
        (
            "Talk to people",
            D.REMIND,
            "Make the tool refuse to go on while the check has not passed",
        ),
        ("Refund everybody", D.REPAIR, "Add a constraint that rejects such records"),
    ],
)
def test_the_first_shape(text: str, label: Durability, first: str) -> None:
    assert stronger(text, label)[0] == first


@pytest.mark.parametrize("label", sorted(DURABLE))
def test_what_is_durable_needs_no_shape(label: Durability) -> None:
    assert stronger("Reject limits files that fail the schema", label) == ()


@given(text=st.sampled_from(TEXTS) | st.text(max_size=200), label=st.sampled_from(WEAK))
def test_a_weak_action_gets_two_or_three_sentences(text: str, label: Durability) -> None:
    found = stronger(text, label)
    assert 2 <= len(found) <= 3
    assert len(set(found)) == len(found)
    tiers = [assess(each).tier for each in found]
    assert "durable" in tiers
    assert label not in {D.AUTOMATE, D.DETECT} or set(tiers) == {"durable"}
    for sentence in found:
        assert not clumsy(sentence), sentence
        assert len(sentence) <= MOST_CHARACTERS
        assert sentence.casefold() != text.casefold()


@given(
    st.sampled_from(TEXTS), st.sampled_from([" {}", "{} ", "{}.", "{}!", "{} (PAY-123)", "{} #42"])
)
def test_blanks_stops_and_tickets_change_no_shape(text: str, around: str) -> None:
    changed = around.format(text)
    assert stronger(changed, D.REMIND) == stronger(text, D.REMIND)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.say)
def test_an_action_is_not_told_to_itself(shape: Shape) -> None:
    text = filled(shape.say, {})[0]
    assert text not in stronger(text, D.REMIND)


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("Restart the payments gateway", "component", "payments gateway"),
        ("Restart payments gateway", "component", "gateway"),
        ("Watch out for the restarting service", "component", "restarting service"),
        ("Be careful on restarting services", "component", "service"),
        ("Check the failed EU orders worker", "component", "EU orders worker"),
        ("Check the new broken worker", "component", "worker"),
        ("Look at the very slow core search worker", "component", "core search worker"),
        ("Ask Maria's server", "component", "server"),
        ("Tell the Maria server", "component", "server"),
        ("Write down how to reach the Kafka broker", "component", "broker"),
        ("Look after keys/certificates", "certificate", "certificate"),
        ("Put “the old gateway” in the wiki again", "component", None),
        ("Send a reminder to check regions", "value", "region"),
        ("Watch the connection pool size of the pool", "resource", "connection pool"),
        ("CHECK THE EU REGION", "value", "eu region"),
    ],
)
def test_things_are_found(text: str, kind: str, told: str | None) -> None:
    found = things(text, words_of(text), subjects().grammar).get(kind)
    assert (found.words if found else None) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("region", "a region"),
        ("environment", "an environment"),
        ("API key", "an API key"),
        ("URL", "a URL"),
        ("SSH key", "an SSH key"),
        ("RAM disk", "a RAM disk"),
        ("user", "a user"),
        ("unit", "a unit"),
        ("hour", "an hour"),
        ("index", "an index"),
        ("one-way valve", "a one-way valve"),
        ("update", "an update"),
    ],
)
def test_the_article_is_mended(words: str, told: str) -> None:
    assert with_a(words) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [("index", "indexes"), ("EU region", "EU regions"), ("API", "APIs"), ("policy", "policies")],
)
def test_the_plural_is_formed(words: str, told: str) -> None:
    assert plural_of(words) == told


def test_the_number_of_the_action_stays() -> None:
    assert "Restart the gateways auto" in stronger("Say how to restart the gateways", D.REMIND)[0]
    assert filled("Use {a resource:disk}", {"resource": Thing("memory", countable=False)}) == (
        "Use a disk",
        False,
    )


@pytest.mark.parametrize(
    "forms",
    [
        "deploy deploys deployed deploying",
        "log logs logged logging",
        "copy copies copied copying",
        "release releases released releasing",
        "setting settings",
        "queue queues queued queuing",
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len(set(map(stem, forms.split()))) == 1


def test_a_setting_is_not_what_is_set() -> None:
    assert stem("setting") != stem("set")


def test_rows_of_words_are_known_with_the_words_themselves() -> None:
    found = grams(words_of("Feature flags, again"))
    assert found["featur flag"] == "feature flags"
    assert len(found) == 3 + 2 + 1 + 1 + 1 + 1


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Improve the handling of errors", "“improve” from what to what?"),
        ("Better alerts on the queue", "“better” than what? At which value?"),
        ("Do something about it", "“something”: which one exactly, and where?"),
        ("Be more careful", "“careful” about what, and what could check it instead?"),
        ("More tests", "“more”: how much, and than what now?"),
        ("Think about ownership", "“think about”: what will exist once we know, and by when"),
        ("Make failover robust", "“robust”: what will exist, a check, an alert or a page?"),
        ("Make sure that this can't happen again", "“make sure” by what? What will check it"),
        ("Failover", DONE_WHEN),
        ("", DONE_WHEN),
    ],
)
def test_what_a_vague_action_lacks(text: str, question: str) -> None:
    assert assess(text).vague
    assert missing(text).startswith(question)


@pytest.mark.parametrize(
    "text", ["Reject files that fail the schema", "Page on-call after 3 minutes"]
)
def test_a_clear_action_lacks_nothing(text: str) -> None:
    assert missing(text) == ""


@given(st.sampled_from(TEXTS) | st.text(max_size=200))
def test_the_question_is_there_if_it_is_vague(text: str) -> None:
    question = missing(text)
    assert bool(question) == assess(text).vague
    assert not question or question.endswith("?")
    assert "{}" not in question
