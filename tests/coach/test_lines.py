"""Tables that are looked up in their lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.coach import lines

WORDS = st.text(st.characters(exclude_characters="\t\n", exclude_categories=["Cs"]))


@given(st.dictionaries(WORDS, WORDS, min_size=1), WORDS)
def test_what_is_written_is_found_and_nothing_else(table: dict[str, str], other: str) -> None:
    found = lines.read(lines.written(table))
    assert {key: found[key] for key in table} == dict(found) == table
    assert found.get(other) == table.get(other)
    assert (other in found) == (other in table)
    assert len(found) == len(table)
