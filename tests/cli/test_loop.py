"""``patterns``, ``similar`` and ``asked`` on the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from facilitator.domain.records import Addressee, Factor, Finding, Review
from facilitator.domain.words import FactorKind
from facilitator.exchange.review_json import write_review

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell


def _review(key: str, text: str, service: str) -> Review:
    return Review(
        id=key,
        title=f"Outage of {service}",
        services=(service,),
        failure_class="Bad settings",
        factors=(
            Factor(id="f0", parent=None, kind=FactorKind.EFFECT, text="It failed"),
            Factor(id="f1", parent="f0", text=text),
        ),
        findings=(Finding(id="n1", text="Pushes go everywhere", factors=("f1",)),),
        addressees=(Addressee(id="q1", finding="n1", whom="Maps"),),
    )


@pytest.fixture
def filled(shell: Shell, tmp_path: Path) -> Shell:
    for key, text, service in (
        ("r1", "The config push had no canary stage", "Ledger"),
        ("r2", "No canary stage before a config push", "Search"),
    ):
        path = tmp_path / f"{key}.json"
        path.write_bytes(write_review(_review(key, text, service)))
        shell.done("import", path)
    return shell


def test_patterns_are_told_and_scripted(filled: Shell) -> None:
    assert filled.done("patterns").out == (
        "proposed: Config push had no canary stage\tin 2 reviews\t"
        "share: config, push, canary, stage\n"
    )
    found: dict[str, Any] = json.loads(filled.done("patterns", "--json").out)
    assert found["patterns"] == []
    (proposed,) = found["proposed"]
    assert proposed["seen"] == 2
    assert {each["review"] for each in proposed["factors"]} == {"r1", "r2"}


def test_similar_reviews_come_with_the_reason(filled: Shell) -> None:
    out = filled.done("similar", "Outage of Ledger").out
    assert out.startswith("r2\tOutage of Search\tSame failure class; factors alike: ")
    (found,) = filled.done("similar", "r1", "--json").json
    assert found["id"] == "r2"
    assert "No review" in filled.fails(3, "similar", "nothing")


def test_who_was_asked_is_listed(filled: Shell) -> None:
    lines = filled.done("asked").out.splitlines()
    assert lines[0] == "Maps\tNot known yet\t-\tPushes go everywhere\tOutage of Ledger"
    assert len(filled.done("asked", "--open", "--json").json) == 2


def test_an_empty_library_has_none(shell: Shell) -> None:
    assert shell.done("patterns").out == ""
    assert shell.done("asked", "--json").json == []
