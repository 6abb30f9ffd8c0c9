"""The coach's tables of words and rules: TOML for people to write, JSON for the program to read."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from facilitator import resources

FOLDER = "coach/en"
"""Where all that the coach knows of a language lies: another language is another folder."""
TABLES = f"{FOLDER}/tables.json"
"""Made by packaging/train_coach.py: to read the TOML takes six times as long at every start."""
NAMES = (
    "analysis",
    "grammar",
    "lacks",
    "language",
    "language_words",
    "likeness",
    "rules",
    "shapes",
    "trends",
    "vague",
)


def table(name: str) -> dict[str, Any]:
    """The table ``<name>.toml``, as it was when the tables were made."""
    found: dict[str, Any] = _tables()[name]
    return found


def listed(words: str) -> tuple[str, ...]:
    """Words or phrases that commas part, one by one."""
    return tuple(" ".join(each.split()) for each in words.split(",") if each.strip())


def written(name: str) -> dict[str, Any]:
    """The table as it is written now."""
    import tomllib  # noqa: PLC0415 - the program itself reads no TOML of the coach's

    return tomllib.loads(resources.read_text(f"{FOLDER}/{name}.toml"))


@cache
def _tables() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resources.read_text(TABLES))
    return found
