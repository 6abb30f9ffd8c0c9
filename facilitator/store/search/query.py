"""Puts what is wanted into the words of the full-text index and of SQL."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from facilitator.domain.words import ActionStatus
from facilitator.store.kept.words import BITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from facilitator.domain.search_words import Term, Wanted

WEIGHTS = {
    "title": 5.0,
    "why": 1.5,
    "what": 0.7,
    "story": 0.25,
    "rest": 0.1,
    "notes": 0.1,
    "service": 0.7,
    "class": 1.0,
    "owner": 0.2,
    "places": 0.0,
}
"""How much it counts to be found in a column of the index, in its order."""

SHORT = 2
"""A beginning of so few letters is not ranked by: nearly every review has it."""

_AWAITED = (
    ActionStatus.PROPOSED,
    ActionStatus.AGREED,
    ActionStatus.IN_BACKLOG,
    ActionStatus.IN_PROGRESS,
)
_DAY = 'coalesce(c."day", substr(r."created", 1, 10))'


def matching(wanted: Wanted) -> str:
    """What the index is asked for; empty if the words leave it no question."""
    everywhere = "" if wanted.private else "- {notes} : "
    parts = [
        (everywhere, wanted.terms),
        ("{notes} : ", wanted.notes),
        ("{service} : ", wanted.services),
        ("{class} : ", wanted.classes),
        ("{owner} : ", wanted.owners),
    ]
    asked = (f"{where}({_all(terms)})" for where, terms in parts if terms)
    return " AND ".join(asked)


def ranking(wanted: Wanted) -> str:
    """The same without the short beginnings, by which nothing is ranked."""
    return matching(
        replace(
            wanted,
            terms=_long(wanted.terms),
            notes=_long(wanted.notes),
            services=_long(wanted.services),
            classes=_long(wanted.classes),
            owners=_long(wanted.owners),
        )
    )


def in_title(wanted: Wanted) -> str:
    """What the index is asked for to have all words in the title; empty without words."""
    terms = _long(wanted.terms)
    return f"{{title}} : ({_all(terms)})" if terms else ""


def excluding(wanted: Wanted) -> str:
    """What the index is asked for to be left out; empty for nothing."""
    everywhere = "" if wanted.private else "- {notes} : "
    return f"{everywhere}({' OR '.join(map(_quoted, wanted.without))})" if wanted.without else ""


def _all(terms: Iterable[Term]) -> str:
    return " AND ".join(map(_quoted, terms))


def _quoted(term: Term) -> str:
    """Within quotes nothing has a meaning of its own but the quote."""
    quoted = term.text.replace('"', '""')
    return f'"{quoted}"{" *" if term.begins else ""}'


def _long(terms: Iterable[Term]) -> list[Term]:
    return [each for each in terms if not each.begins or len("".join(each.words)) > SHORT]


def conditions(wanted: Wanted, today: date) -> tuple[str, list[Any]]:
    """What rows of reviews (as r) and their cards (as c) must fulfil, with its parameters."""
    found = [*_of_review(wanted), *_of_rows(wanted, today)]
    parameters = [str(each) for _condition, values in found for each in values]
    return " AND ".join(condition for condition, _values in found), parameters


def _of_review(wanted: Wanted) -> Iterator[tuple[str, Sequence[Any]]]:
    for severity in wanted.severities:
        yield 'r."severity" = ? COLLATE NOCASE', (severity,)
    for statuses in wanted.statuses:
        yield f'r."status" IN ({_marks(statuses)})', statuses
    if wanted.before is not None:
        yield f"{_DAY} < ?", (wanted.before.isoformat(),)
    if wanted.after is not None:
        yield f"{_DAY} > ?", (wanted.after.isoformat(),)


def _of_rows(wanted: Wanted, today: date) -> Iterator[tuple[str, Sequence[Any]]]:
    for families in wanted.families:
        bits = sum(bit for bit, family in BITS if family in families)
        yield f'c."families" & {bits}', ()
    if wanted.open:
        yield 'c."open_actions" > 0', ()
    if wanted.overdue:
        late = f't."due" < ? AND t."status" IN ({_marks(_AWAITED)})'
        yield (
            f'r."id" IN (SELECT t."review_id" FROM "action" AS t WHERE {late})',  # noqa: S608
            (today.isoformat(), *_AWAITED),
        )


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))
