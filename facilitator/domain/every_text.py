"""Every text of a review, in whatever field of whatever row: to be read, or to be rewritten."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from facilitator.domain.records import COLLECTIONS, Review

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HEAD = "brief"
"""Stands for the collection of texts that belong to the review itself."""
_NO_TEXTS = frozenset(
    {"id", "parent", "finding", "stopgap_for", "time_zone", "zone", "sha256", "media_type"}
)
_LINKS = frozenset({"events", "factors", "findings"})
"""In rows these hold ids; in a review they hold the rows."""


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where a text stands: a collection, the id of a row there, and the path of the field.

    In the head of a review the collection is ``HEAD`` and the row is the field. Inside of a field
    things are told by id, or else by number: ``evidence[x7].text``, ``services[0]``.
    """

    collection: str
    row: str
    field: str


def every_text(review: Review) -> Iterator[tuple[TextPlace, str]]:
    """All texts that have words in them, with their places, in the order of the review."""
    for name in _names(Review, frozenset(COLLECTIONS)):
        for path, text in _texts(getattr(review, name), name):
            yield TextPlace(HEAD, name, path), text
    for collection in COLLECTIONS:
        for row in getattr(review, collection):
            for path, text in _texts(row, ""):
                yield TextPlace(collection, row.id, path), text


def rewritten(review: Review, applied: Callable[[str], str]) -> Review:
    """The review with every text through ``applied``."""
    names = _names(Review, frozenset())
    return replace(review, **{name: _through(getattr(review, name), applied) for name in names})


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if _is_text(value):
        if value.strip():
            yield path, value
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _texts(each, f"{path}[{getattr(each, 'id', index)}]")
    elif is_dataclass(value):
        for name in _names(value.__class__, _LINKS):
            yield from _texts(getattr(value, name), f"{path}.{name}".lstrip("."))


def _through(value: Any, applied: Callable[[str], str]) -> Any:
    if _is_text(value):
        return applied(value)
    if isinstance(value, tuple):
        return tuple(_through(each, applied) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    names = _names(value.__class__, _LINKS)
    return replace(value, **{name: _through(getattr(value, name), applied) for name in names})


def _is_text(value: Any) -> bool:
    """The words of closed lists are no texts."""
    return type(value) is str


@cache
def _names(record: type[Any], apart: frozenset[str]) -> list[str]:
    kept = (each.name for each in fields(record))
    return [name for name in kept if name not in _NO_TEXTS and name not in apart]
