"""Which of the people that are known a name may mean."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from facilitator.domain.name_forms import forms_of, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable


def namesakes(said: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names that ``said`` may stand for: it is a form of them, or they are one of it.

    None if one of them is ``said`` itself: then nothing is open.
    """
    names = tuple(names)
    key = key_of(said)
    if not key or any(key_of(name) == key for name in names):
        return ()
    written = _keys(said)
    return tuple(name for name in names if key in _keys(name) or key_of(name) in written)


@lru_cache(maxsize=1024)
def _keys(name: str) -> frozenset[str]:
    return frozenset(key_of(form.text) for form in forms_of(name))
