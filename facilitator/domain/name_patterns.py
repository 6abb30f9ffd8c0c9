"""The pattern that finds names in a text, however they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.domain.name_forms import Form, Kind, is_unspaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_KEPT = (
    r"\b\w+://\S+|\bwww\.\S+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w/])(?:~|\.\.?)?/[\w.~-]+(?:/[\w.~-]*)*|\b[A-Za-z]:\\\S+"
)
"""Addresses and paths: they would lead nowhere with other words in them."""
_TITLE = r"(?:(?:mr|mrs|ms|mx|dr|prof)\.?\s+)?"
_BEFORE = r"(?<![\w@#])(?<!\w['’.\-])"
_AFTER = r"(?![\w]|@\w|-\w|\.\w|['’](?!(?:s|d|m|ll|re|ve)(?!\w))\w)"
_INITIAL_DOT = r"(?:\.(?=\s+(?-i:[a-z(])|[,;:)]))?"


def names_pattern(forms: Sequence[Form]) -> re.Pattern[str]:
    """A pattern with a group for what a match is: ``kept``, ``handle``, ``name`` and the like."""
    spaced = [each for each in forms if not is_unspaced(each.text)]
    names = _one_of(each for each in spaced if each.kind not in {Kind.HANDLE, Kind.LOGIN})
    logins = _one_of(each for each in spaced if each.kind is Kind.LOGIN)
    handles = _one_of(each for each in spaced if each.kind is Kind.HANDLE)
    others = _one_of(each for each in forms if is_unspaced(each.text))
    parts = [
        f"(?P<kept>{_KEPT})",
        rf"(?<![\w@.])@(?P<handle>{handles})(?![\w-]|\.\w)",
        f"{_BEFORE}{_TITLE}(?P<name>{names}){_AFTER}",
        f"(?<![\\w@#.-])(?P<login>{logins}){_AFTER}",
        f"(?P<other>{others})",
    ]
    return re.compile("|".join(parts), re.IGNORECASE)


def _one_of(forms: Iterable[Form]) -> str:
    """A pattern of all forms, the longest first; one that never fits if there are none.

    Grouped by their first letters: most words of a text begin with none of them.
    """
    longest = sorted(forms, key=lambda form: (-len(form.text), form.text))
    groups: dict[str, list[str]] = {}
    for fragment in dict.fromkeys(_fragment(each) for each in longest):
        first = fragment[0] if fragment[0].isalpha() else ""
        groups.setdefault(first.casefold(), []).append(fragment[len(first) :])
    return "|".join(f"{first}(?:{'|'.join(each)})" for first, each in groups.items()) or r"(?!)"


def _fragment(form: Form) -> str:
    if form.kind is Kind.HANDLE:
        return re.escape(form.text)
    if form.kind is Kind.LOGIN:
        return re.sub(r"\\?[._-]", "[._-]", re.escape(form.text))
    words = [
        re.sub("['’]", "['’]", re.escape(each)).replace("\\-", "[- ]") for each in form.text.split()
    ]
    if form.kind is Kind.INITIAL:
        words = [f"(?-i:{each})" if len(each) == 1 else each for each in words]
        if len(words[-1]) == len("(?-i:X)"):
            words[-1] += _INITIAL_DOT
    return r"\s+".join(words)
