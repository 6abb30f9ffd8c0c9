"""Makes the tables with patterns quick to load.

Macros are put in, needed words are told, and people stand there in the plural too.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from triggers import firsts, needed  # noqa: E402 - found once the path is set

from facilitator.coach.word_forms import plural  # noqa: E402 - the same

_PEOPLE = ("role", "customer", "team", "vendor", "serving", "mate")
_MACRO = re.compile(r"\{([a-z_]+[0-9]?)\}")
_WORD = re.compile(r"[\w']+|[.,;:]")


def ready(told: dict[str, Any]) -> dict[str, Any]:
    """``language.toml`` as the program reads it."""
    macros: dict[str, str] = {}
    for name, pattern in told["macros"].items():
        macros[name] = _expanded(pattern, macros)
    counts = _counts()
    return {
        "rules": [_ready(each, macros, counts) for each in told["rule"]],
        "exempt": [_ready(each, macros, counts) for each in told["exempt"]],
        "asks": told["asks"],
        "fallback": told["fallback"],
    }


def with_firsts(told: dict[str, Any]) -> dict[str, Any]:
    """``grammar.toml`` as the program reads it: with the words that each lead may begin with."""
    framing = told["framing"]
    leads = [[lead, " ".join(sorted(firsts(lead)))] for lead in framing["leads"]]
    return {**told, "framing": {**framing, "leads": leads}}


def with_plurals(told: dict[str, Any]) -> dict[str, Any]:
    """``language_words.toml`` as the program reads it: ``roles`` beside ``role``."""
    people = told["people"]
    several = {f"{name}s": " ".join(map(plural, people[name].split())) for name in _PEOPLE}
    return {**told, "people": {**people, **several}}


def _ready(rule: dict[str, str], macros: dict[str, str], counts: Counter[str]) -> dict[str, Any]:
    pattern = _expanded(rule["pattern"], macros)
    needs = [" ".join(sorted(words)) for words in needed(pattern, counts)]
    return {**rule, "pattern": pattern, "needs": needs}


def _expanded(pattern: str, macros: dict[str, str]) -> str:
    return _MACRO.sub(lambda found: macros.get(found[1], found[0]), pattern)


def _counts() -> Counter[str]:
    """How often our own sentences have each word."""
    lines = (ROOT / "resources/coach/en/language.jsonl").read_text("utf-8").splitlines()
    texts = (json.loads(line)["text"].casefold() for line in lines)
    return Counter(word for text in texts for word in _WORD.findall(text))
