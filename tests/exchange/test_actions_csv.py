"""The actions as CSV: a row each, ids kept, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest

from facilitator.domain.records import ActionItem, Backlog, Deferral, Review
from facilitator.domain.words import ActionStatus, Durability, Impact, Likelihood
from facilitator.exchange.actions_csv import COLUMNS, guarded, write_actions_csv

ACTION = ActionItem(
    id="a1",
    text="=HYPERLINK(“x”), and more",
    owner="Maria Kovač",
    impact=Impact.SEVERE,
    likelihood=Likelihood.LIKELY,
    due=date(2026, 3, 19),
    status=ActionStatus.DEFERRED,
    hint=Durability.GUARDRAIL,
    vague=False,
    factors=("f1", "f2"),
    backlog=Backlog(system="Jira", key="PAY-1"),
    deferral=Deferral(accepted_by="@cto", reason="later", until=date(2026, 6, 30)),
)
REVIEW = Review(id="r1", incident="INC-1", actions=(ACTION, ActionItem(id="a2", text="x")))


def rows(review: Review) -> list[dict[str, str]]:
    """The rows as a reader of CSV sees them."""
    return list(csv.DictReader(StringIO(write_actions_csv(review).decode())))


def test_a_row_an_action_with_every_column() -> None:
    first, second = rows(REVIEW)
    assert tuple(first) == COLUMNS
    assert first["id"] == "a1"
    assert (first["review"], first["incident"]) == ("r1", "INC-1")
    assert (first["owner"], first["priority"], first["due"]) == (
        "Maria Kovač",
        "P1",
        "2026-03-19",
    )
    assert (first["durability"], first["vague"]) == ("guardrail", "no")
    assert first["factors"] == "f1 f2"
    assert (first["backlog_system"], first["backlog_key"]) == ("Jira", "PAY-1")
    assert first["deferral_until"] == "2026-06-30"
    assert second["due"] == second["held"] == second["backlog_key"] == ""


def test_formulas_are_guarded() -> None:
    first = rows(REVIEW)[0]
    assert first["text"] == "'=HYPERLINK(“x”), and more"
    assert first["deferral_accepted_by"] == "'@cto"


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1"])
def test_what_a_spreadsheet_would_run(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "1=1", "a-b", "'=1"])
def test_what_is_only_text(cell: str) -> None:
    assert guarded(cell) == cell


def test_no_actions_give_the_heading_alone() -> None:
    assert write_actions_csv(Review(id="r1")).decode().splitlines() == [",".join(COLUMNS)]
