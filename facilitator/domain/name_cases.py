"""How names of other languages end in a sentence: ``Kowalskiego``, ``Ивановым``, ``Nováka``."""

# Letters of other scripts are what this is about.
# ruff: noqa: RUF001

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


# How a surname ends, how much of that goes, and what stands there instead.
_SURNAMES: tuple[tuple[re.Pattern[str], int, str], ...] = (
    (re.compile(r"(?:sk|ck|dzk)i$"), 1, "iego iemu im ich imi"),
    (re.compile(r"(?:sk|ck|dzk)a$"), 1, "iej ą"),
    (re.compile(r"(?:sk|ck)ý$"), 1, "ého ému ým ém"),
    (re.compile(r"ová$"), 1, "é ou"),
    (re.compile(r"[^aeiouyáéíóúý]ý$"), 1, "ého ému ým ém"),
    (re.compile(r"(?:ов|ев|ёв|ин|ын)$"), 0, "а у ым е ых"),
    (re.compile(r"(?:ов|ев|ёв|ин|ын)а$"), 1, "ой у ою"),
    (re.compile(r"(?:ий|ый|ой)$"), 2, "ого ому им ым ом"),
    (re.compile(r"(?:ая)$"), 2, "ой ую"),
    (re.compile(r"(?:енко)$"), 0, ""),
)
_ENDINGS = frozenset(
    """
    s es a e i o u y m n t
    ou em om ie im ym um am an en in un ov ej ow ja je ju ya ye yi nu na ne
    owi ovi iem ami ach ova ove ego emu iej ich ych imi ymi ich nak nek val vel nin nun
    iego iemu
    а у е ы и я ю о ом ем ой ей ою ею ым им ых их ам ях ями ами ах ов ев ию ии ия ие ией иею ого ому
    """.replace("й", "и").split()
)
"""What a word may end in that begins like a name and is a form of it; bare, so ``й`` is ``и``."""
_VOWELS = frozenset("aeiouyаеиоуыюяь")
_FLEETING = re.compile(r"[eе][klcrкцлр]$")
_LEAST, _SURE = 3, 4
"""Letters of what comes before an ending; of fewer only longer endings tell a form."""


def surnames(last: str) -> Iterator[str]:
    """The surname as it stands in other places of a sentence, where its language says how."""
    for ending, gone, others in _SURNAMES:
        if ending.search(last):
            stem = last[: len(last) - gone]
            yield from (stem + other for other in others.split())


def is_form(word: str, name: str) -> bool:
    """Whether a word begins like a name and ends as names do in a sentence; both are bare."""
    return any(_goes_on(word, stem) for stem in _stems(name))


def _goes_on(word: str, stem: str) -> bool:
    if len(stem) < _LEAST or not word.startswith(stem):
        return False
    ending = word[len(stem) :]
    return ending in _ENDINGS and (len(stem) >= _SURE or len(ending) > 1)


def _stems(name: str) -> Iterator[str]:
    """The name, and what stays of it before an ending."""
    yield name
    if name[-1:] in _VOWELS:
        yield name[:-1]
    if name.endswith(("ia", "ии", "ия", "ея")):
        yield name[:-2]
    if _FLEETING.search(name):
        yield f"{name[:-2]}{name[-1]}"
    if name.endswith(("ski", "cki")):
        yield f"{name[:-2]}c"
