"""Outlines head and order a document, and lose none of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.app.outlines import chosen, outlines, own_outlines, read_file
from facilitator.domain.outline import PARTS, Outline, read_outline
from facilitator.domain.rules import RuleViolation

if TYPE_CHECKING:
    from pathlib import Path


def test_those_of_the_program_are_sound() -> None:
    known = outlines()
    assert known[0] == Outline("plain", "As usual", "In the words of this program")
    assert len({each.id for each in known}) == len(known) >= 4


@given(st.lists(st.sampled_from(PARTS), unique=True))
def test_no_part_is_lost(order: list[str]) -> None:
    arranged = [part for part, _ in Outline(order=tuple(order)).arranged((p, 0) for p in PARTS)]
    assert arranged[: len(order)] == order
    assert arranged[len(order) :] == [part for part in PARTS if part not in order]


@pytest.mark.parametrize(
    ("found", "key"),
    [
        ([], "outline"),
        ({"colour": 1}, "colour"),
        ({"order": "summary"}, "order"),
        ({"order": ["lunch"]}, "order"),
        ({"headings": {"lunch": "x"}}, "order"),
        ({"headings": {"summary": 1}}, "summary"),
        ({"headings": {"summary": " "}}, "summary"),
        ({"words": 1}, "words"),
    ],
)
def test_what_is_no_outline_is_refused(found: Any, key: str) -> None:
    with pytest.raises(RuleViolation) as refused:
        read_outline(found)
    assert refused.value.field == key


def test_own_ones_are_files(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text('order = ["actions"]\nheadings = { actions = "To do" }\n')
    (tmp_path / "broken.toml").write_text("order = [")
    (ours,) = own_outlines(tmp_path)
    assert (ours.id, ours.heading("actions", "x"), ours.heading("story", "x")) == (
        "ours",
        "To do",
        "x",
    )
    assert chosen("ours", tmp_path) == ours
    with pytest.raises(RuleViolation, match="broken"):
        read_file(tmp_path / "broken.toml")
    with pytest.raises(RuleViolation, match="no outline"):
        chosen("nothing", tmp_path)
    with pytest.raises(RuleViolation, match="cannot be read"):
        read_file(tmp_path / "absent.toml")
