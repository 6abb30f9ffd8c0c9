"""What people type is cleaned: signs that nobody sees do not part a name or a key."""

from __future__ import annotations

import pytest

from facilitator.domain.text import clean_line


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u2060", "\ufeff", "\ufffe", "\uffff"])
def test_what_nobody_sees_is_taken_out(sign: str) -> None:
    assert clean_line(f"Zbi{sign}gniew") == "Zbigniew"


@pytest.mark.parametrize("text", ["م\u200cم", "👩\u200d🚒", "क्\u200dष"])
def test_joiners_that_a_script_needs_stay(text: str) -> None:
    assert clean_line(text) == text
