"""Tables that are looked up in their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from facilitator.coach import lines

if TYPE_CHECKING:
    import pytest

WORDS = st.text(st.characters(exclude_characters="\t\n", exclude_categories=["Cs"]))


@given(st.dictionaries(WORDS, WORDS, min_size=1), WORDS)
def test_what_is_written_is_found_and_nothing_else(table: dict[str, str], other: str) -> None:
    found = lines.read(lines.written(table))
    for _ in ("in the text", "in its parts"):
        assert {key: found[key] for key in table} == table
        assert found.get(other) == table.get(other)
        assert (other in found) == (other in table)
        assert dict(found) == table
        assert len(found) == len(table)


def test_a_table_that_is_asked_often_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_FEW", 3)
    found = lines.read(lines.written({"an oven": "hot", "oven": "cold", "": "none"}))
    assert [found.get(key) for key in ("oven", "ove", "", "an oven", "ovens", "oven")] == [
        "cold",
        None,
        "none",
        "hot",
        None,
        "cold",
    ]
