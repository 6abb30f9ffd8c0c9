"""The tables that the program reads are those that people write."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from facilitator import resources
from facilitator.coach import language_rules
from facilitator.coach.framing import framing
from facilitator.coach.language import look
from facilitator.coach.language_model import model
from facilitator.coach.language_rules import Pattern, rules
from facilitator.coach.plain_text import plain_line
from facilitator.coach.tables import NAMES, table, written
from tests.scripts import script

REPEAT = "Run packaging/train_coach.py."
TEXTS = [
    json.loads(line)["text"]
    for line in resources.read_text("coach/en/language.jsonl").splitlines()[::3]
]


@pytest.mark.parametrize("name", sorted({*NAMES} - {"grammar", "language", "language_words"}))
def test_a_table_is_as_it_is_written(name: str) -> None:
    assert table(name) == written(name), REPEAT


def test_the_rules_for_language_are_as_they_are_written() -> None:
    assert table("language") == script("language_table").ready(written("language")), REPEAT


def test_the_leads_are_as_they_are_written() -> None:
    told = script("language_table").with_firsts(written("grammar"))
    assert table("grammar") == told, REPEAT


def test_no_lead_is_passed_over_that_would_fit() -> None:
    leads = written("grammar")["framing"]["leads"]
    pattern = re.compile(f"(?:(?:{'|'.join(leads)}) )*")
    for row in resources.read_text("coach/en/actions.jsonl").splitlines()[::5]:
        line = plain_line(json.loads(row)["text"]).strip() + " "
        found = pattern.match(line)
        assert found is not None
        assert framing().without_leads(line) == line[found.end() :]


def test_the_words_for_people_are_as_they_are_written() -> None:
    told = script("language_table").with_plurals(written("language_words"))
    assert table("language_words") == told, REPEAT


def test_no_rule_is_passed_over_that_would_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    quickly = list(map(seen, TEXTS))
    tried = tuple(each._replace(pattern=free(each.pattern)) for each in rules())
    monkeypatch.setattr(language_rules, "rules", lambda: tried)
    exempt = tuple(map(free, language_rules._exempt()))
    monkeypatch.setattr(language_rules, "_exempt", lambda: exempt)
    assert list(map(seen, TEXTS)) == quickly


def free(pattern: Pattern) -> Pattern:
    """The pattern, tried on every sentence."""
    return pattern._replace(needs=())


def seen(text: str) -> Any:
    """What the rules see in a sentence."""
    words, signs = look(text, (), model().vocabulary)
    return words, [(each.rule.name, each.first, each.after) for each in signs]


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("(?:a|b) (?:[^ ]+ ){0,3}c", [{"a", "b"}, {"c"}]),
        ("(?:very )?late", [{"late"}]),
        ("(?:too )*(?:late|soon)", [{"late", "soon"}]),
        ("(?<=^ )forgot(?! not)", [{"forgot"}]),
        ("[a-z]+ly", []),
        ("forg[eo]t", [{"forget", "forgot"}]),
        ("(?:one|[a-z]+) day", [{"day"}]),
    ],
)
def test_what_a_pattern_needs(pattern: str, needs: list[set[str]]) -> None:
    found = script("triggers").needed(pattern, {})
    assert sorted(map(sorted, found)) == sorted(map(sorted, needs))
