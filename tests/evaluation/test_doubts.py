"""Doubted labels are told by number, with what each side says."""

from __future__ import annotations

import re

import pytest

from tests.evaluation import doubts
from tests.evaluation.figures import ACTION_LABELS, LANGUAGE_LABELS
from tests.evaluation.labelled import Answer, Labelled, published

DOUBTS = [
    {"id": "A1", "ours": "remind", "why": "a request"},
    {"id": "A2", "ours": "not vague", "why": "an artefact"},
]
TOLD = [
    (Labelled("x", "detect", id="A1"), Answer("remind")),
    (Labelled("y", "detect", vague=True, id="A2"), Answer("detect", vague=True)),
]


def test_the_table_says_what_each_side_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doubts, "doubts", lambda _kind: DOUBTS)
    lines = doubts.doubts_table("actions", TOLD).splitlines()[2:]
    assert lines == [
        "| A1 | detect | remind | remind | a request |",
        "| A2 | vague | not vague | vague | an artefact |",
    ]
    assert doubts.doubted_share("actions", TOLD) == "with the file in 0, with us in 1 of 1"


@pytest.mark.parametrize(
    ("kind", "labels"), [("actions", ACTION_LABELS), ("language", LANGUAGE_LABELS)]
)
def test_doubts_name_a_row_a_label_and_a_reason(kind: str, labels: tuple[str, ...]) -> None:
    found = doubts.doubts(kind)
    assert len({each["id"] for each in found}) == len(found)
    for each in found:
        assert re.fullmatch(r"[AL]\d{4}", each["id"])
        assert each["ours"] in (*labels, "vague", "not vague")
        assert each["why"]


@pytest.mark.parametrize("kind", ["actions", "language"])
def test_we_differ_from_the_file_where_we_doubt_it(kind: str) -> None:
    rows = {row.id: row for row in published(kind)}
    if not rows:
        pytest.skip("The published rows lie beside the checkout; they are absent.")
    for each in doubts.doubts(kind):
        row = rows[each["id"]]
        assert each["ours"] not in (row.label, "vague" if row.vague else "not vague")
