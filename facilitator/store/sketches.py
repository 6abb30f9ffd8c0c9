"""Reads what tells one review from another: a few texts of each, and only of those that changed."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from facilitator.domain.words import EvidenceStatus, FactorKind
from facilitator.store.patterns import services_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from facilitator.store.plan import Select

    Head = tuple[str, str, str, str, tuple[str, ...], str, date | None]

_REVISIONS = 'SELECT t."id", t."revision" FROM "review" AS t WHERE t."trashed_at" IS NULL'
_HEADS = (
    'SELECT t."id", t."title", t."incident", t."failure_class", t."services", t."summary",'
    ' coalesce(c."day", t."held_on", substr(t."created", 1, 10))'
    ' FROM "review" AS t LEFT JOIN "card" AS c ON c."review_id" = t."id"'
)
_TEXTS = (
    'SELECT t."review_id", t."text" FROM "factor" AS t'
    ' WHERE t."kind" = ? AND t."evidence_status" <> ?'
)
_CONDITIONS = (FactorKind.CONDITION.value, EvidenceStatus.RULED_OUT.value)
_ALL = 300
"""Of more reviews than this, everything is read at once."""


def revisions(select: Select) -> dict[str, int]:
    """The revision of every review that is not in the trash."""
    return dict(select(_REVISIONS, ()))


def sketched(ids: Sequence[str]) -> Callable[[Select], list[tuple[Head, tuple[str, ...]]]]:
    """Reads these reviews: id, title, incident, class, services, summary, day; and their factors.

    What is damaged in a row is left out; the rest is no worse for it.
    """

    def read(select: Select) -> list[tuple[Head, tuple[str, ...]]]:
        wanted = set(ids)
        texts: dict[str, list[str]] = defaultdict(list)
        for review_id, text in _rows(select, _TEXTS, _CONDITIONS, "review_id", " AND", ids):
            if isinstance(text, str):
                texts[review_id].append(text)
        heads = _rows(select, _HEADS, (), "id", " WHERE", ids)
        return [(_head(row), tuple(texts[row[0]])) for row in heads if row[0] in wanted]

    return read


def _rows(  # noqa: PLR0913, PLR0917 - a SELECT, and how it is narrowed
    select: Select,
    sql: str,
    parameters: tuple[str, ...],
    key: str,
    joined: str,
    ids: Sequence[str],
) -> Iterable[tuple[Any, ...]]:
    if len(ids) > _ALL:
        return select(sql, parameters)
    marks = ", ".join("?" * len(ids))
    return select(f'{sql}{joined} t."{key}" IN ({marks})', (*parameters, *ids))


def _head(row: tuple[Any, ...]) -> Head:
    review_id, title, incident, failure_class, services, summary, day = row
    return (
        review_id,
        str(title),
        str(incident),
        str(failure_class),
        services_of(services),
        str(summary),
        _day(day),
    )


def _day(stored: Any) -> date | None:
    try:
        return date.fromisoformat(stored)
    except (TypeError, ValueError):
        return None
