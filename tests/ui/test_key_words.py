"""How key sequences read on a key cap."""

import pytest

from facilitator.ui.registry import key_words


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("Ctrl+Return", "Ctrl Enter"),
        ("Ctrl+Shift+Z", "Ctrl Shift Z"),
        ("Ctrl++", "Ctrl +"),
        ("+", "+"),
        ("-", "-"),
        ("Del", "Delete"),
    ],
)
def test_keys_read_as_people_call_them(keys: str, words: str) -> None:
    assert key_words(keys) == words
