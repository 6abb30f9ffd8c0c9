"""The words that the coach knows, and the rules over them."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from facilitator.coach.lexicon import NOTHING, concepts
from facilitator.coach.rules import Rule, rules
from facilitator.coach.tables import listed
from facilitator.coach.vocabulary import tagged
from facilitator.coach.word_forms import plural, verb_forms

CONCEPTS, RULES = concepts(), (*rules().shapes, *rules().targets, *rules().last)
NAMES = {concept.name for concept in CONCEPTS}
PATTERNS = sorted({written for rule in RULES for written in (rule.when, rule.unless)} - {""})


def shown(text: str) -> str:
    return " ".join(tag.shown for tag in tagged(text.split()))


def test_no_two_concepts_claim_a_word() -> None:
    nouns = Counter(
        form
        for concept in CONCEPTS
        for form in {
            *listed(concept.phrases),
            *listed(concept.nouns),
            *map(plural, listed(concept.nouns)),
        }
    )
    verbs = Counter(
        form
        for concept in CONCEPTS
        for form in {form for verb in listed(concept.verbs) for form in verb_forms(verb)}
    )
    assert [word for word, count in nouns.items() if count > 1] == []
    assert [word for word, count in verbs.items() if count > 1] == []


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda concept: concept.name)
def test_a_concept_lists_words_as_they_are_read(concept: object) -> None:
    words = [
        word for name in ("nouns", "verbs", "phrases") for word in listed(getattr(concept, name))
    ]
    assert words
    assert [word for word in words if not re.fullmatch(r"[a-z0-9]+( [a-z0-9]+)*", word)] == []
    assert [word for word in words if re.search(r"[a-z]{3}[iy]z(e|es|ed|ing|ation)\b", word)] == []


@pytest.mark.parametrize("written", PATTERNS)
def test_a_pattern_names_concepts_that_exist(written: str) -> None:
    items = [item.strip("*?").partition("=")[0] for item in written.split()]
    named = [name for item in items for name in item.split("|")]
    concepts = [each for name in named for each in rules().groups.get(name, name).split("|")]
    known = {name.replace(" ", "_") for name in NAMES - {NOTHING}}
    assert set(concepts) <= known | {"^", ".", "..", "~", ""}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.when)
def test_a_reason_shows_words_only_if_some_are_marked(rule: Rule) -> None:
    assert ("{}" in rule.because) == ("*" in rule.when)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("add backup alert rules", "<make> backup <alert>"),
        ("add a backup and alerts", "<make> a <spare> and <alert>"),
        ("add tests for alerts", "<make> <test> for <alert>"),
        ("test backups", "<try> <spare>"),
        ("write tests that test it", "<make> <test> that <try> it"),
        ("rate limit the export", "<limit> the export"),
        ("an email address", "an email_address"),
        ("rolled back", "<revert>"),
        ("double checking", "<care>"),
        ("unheard of", "unheard of"),
    ],
)
def test_words_are_tagged(text: str, wanted: str) -> None:
    assert shown(text) == wanted


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("stop", "stop stops stopped stopping"),
        ("write", "write writes wrote written writing"),
        ("retry", "retry retries retried retrying"),
        ("patch", "patch patches patched patching"),
        ("free", "free frees freed freeing"),
        ("limit", "limit limits limited limiting"),
        ("log", "log logs logged logging"),
        ("fix", "fix fixes fixed fixing"),
        ("validate", "validate validates validated validating"),
    ],
)
def test_a_verb_bends(verb: str, forms: str) -> None:
    assert verb_forms(verb) == tuple(forms.split())


def test_of_several_words_the_first_bends() -> None:
    assert verb_forms("roll back")[2:] == ("rolled back", "rolling back")
    assert verb_forms("re run") == ("re run", "re runs", "re ran", "re run", "re running")


@pytest.mark.parametrize(
    ("noun", "wanted"), [("policy", "policies"), ("day", "days"), ("switch", "switches")]
)
def test_a_noun_has_a_plural(noun: str, wanted: str) -> None:
    assert plural(noun) == wanted
