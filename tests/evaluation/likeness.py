"""How much sentences resemble those that were learnt from: what is alike is easily guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.evaluation.plain_model import terms_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.evaluation.labelled import Labelled

_ALIKE = 0.5


def alike(rows: Sequence[Labelled], learnt: Sequence[Labelled]) -> int:
    """How many rows share at least half of their words and pairs with one that was learnt."""
    known = [set(terms_of(each.text)) for each in learnt]
    return sum(_is_alike(set(terms_of(row.text)), known) for row in rows)


def _is_alike(terms: set[str], known: Sequence[set[str]]) -> bool:
    return any(len(terms & other) >= _ALIKE * len(terms | other) for other in known)
