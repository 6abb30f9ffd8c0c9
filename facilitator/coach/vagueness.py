"""Whether nobody else could tell when an action is done: a second hint, apart from the label."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from facilitator.coach.tables import table
from facilitator.domain.words import Durability

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.coach.phrasing import Clause

_NEAR = 5
"""Comparatives ask for something within so many words; later, they tell how or what for."""
_FEWEST = 2


class _Signs(NamedTuple):
    """Patterns of ``vague.toml``, which says what each is."""

    compared: re.Pattern[str]
    wished: re.Pattern[str]
    open: re.Pattern[str]
    pointed: re.Pattern[str]
    telling: re.Pattern[str]
    condition: re.Pattern[str]
    unnamed: re.Pattern[str]


@cache
def _signs() -> _Signs:
    told = table("vague")
    return _Signs(
        compared=re.compile(rf"\b(?:{'|'.join(told['compared'])})\b"),
        wished=re.compile(rf"\b(?:{'|'.join(told['wished'])})\b"),
        open=re.compile(rf"(?:{'|'.join(told['open'])})\b"),
        pointed=re.compile(rf"\b(?:{told['pointed']})\b"),
        telling=re.compile(rf"\d|\b(?:{told['telling']})\b"),
        condition=re.compile(told["condition"]),
        unnamed=re.compile(told["unnamed"]),
    )


def is_vague(
    line: str, main: Sequence[Clause], label: Durability, *, open_ended: bool = False
) -> bool:
    """No object, threshold or artefact in its main clauses tells that it is done."""
    if len(line.split()) < _FEWEST:
        return True
    signs = _signs()
    words = [word for clause in main for tag in clause.tags for word in tag.words]
    told = " ".join(words)
    if signs.unnamed.fullmatch(told):
        return True
    if signs.telling.search(told):
        return False
    if label is Durability.INVESTIGATE and signs.open.match(told):
        return not signs.pointed.search(told)
    if signs.condition.search(told):
        return False
    compared = signs.compared.search(" ".join(words[:_NEAR]))
    return open_ended or bool(compared or signs.wished.search(told))
