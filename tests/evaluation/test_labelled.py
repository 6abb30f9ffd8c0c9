"""Rows are read as they lie in files, and are none where there is no file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.evaluation import labelled
from tests.evaluation.figures import ACTION_LABELS, LANGUAGE_LABELS
from tests.evaluation.labelled import Labelled, row, training, unseen

if TYPE_CHECKING:
    from pathlib import Path

LABELS = {"actions": ACTION_LABELS, "language": LANGUAGE_LABELS}


def test_a_row_is_read_with_what_it_has() -> None:
    full = {
        "id": "A1",
        "text": "x",
        "label": "blame",
        "vague": True,
        "polite": True,
        "domain": "ml",
    }
    assert row(full) == Labelled("x", "blame", vague=True, polite=True, group="ml", id="A1")


def test_without_a_domain_neighbours_are_a_group() -> None:
    found = {"text": "x", "label": "clean", "confidence": "low"}
    groups = [row(found, number).group for number in range(60)]
    assert len(set(groups)) == 3
    assert groups == sorted(groups)


def test_absent_rows_are_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(labelled, "_CORPUS", tmp_path)
    assert labelled.published("actions") == ()


@pytest.mark.parametrize("kind", ["actions", "language"])
def test_the_labels_in_our_files_are_the_scale(kind: str) -> None:
    for rows in (training(kind), unseen(kind)):
        assert {each.label for each in rows} == set(LABELS[kind])


@pytest.mark.parametrize("kind", ["actions", "language"])
def test_nothing_is_asked_that_was_learnt(kind: str) -> None:
    learnt = {" ".join(each.text.lower().split()) for each in training(kind)}
    assert not [each.text for each in unseen(kind) if " ".join(each.text.lower().split()) in learnt]


@pytest.mark.parametrize("kind", ["actions", "language"])
def test_there_are_enough_groups_to_part(kind: str) -> None:
    assert len({each.group for each in training(kind)}) >= 8
