"""Each kind of figure, defined once: rows of (review, key, number, day it is dated by).

The definitions read the cards, so those are written first. One definition gives what a single
review adds, what the whole library amounts to, and which reviews stand behind a mark. What depends
on the present day is a sum over days. Reviews in the trash are left out by whoever asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.store.kept.words import (
    FAMILY_ROWS,
    SOUND_ACTION,
    is_finished,
    is_fix,
    is_lasting,
    is_list,
    is_open,
    ordinal,
    perhaps_day,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

SPELLING = "\x1f"
"""Parts what spellings of a service have in common from how it is spelled."""

_FLAG = "CASE WHEN a.lasting THEN 'd' ELSE '-' END"
_FAMILIES = f"(VALUES {FAMILY_ROWS}) AS w ON c.families & w.column1"
_HELD = f"(r.held_on IS NOT NULL AND {perhaps_day('r.held_on')})"

KINDS = {
    # Reviews, with a durable action or without; the key of all others goes on from here.
    "review": "SELECT c.review_id, CASE WHEN c.lasting THEN 'd' ELSE '-' END, 0, c.day FROM c",
    "family": f"SELECT c.review_id, w.column2, 0, c.day FROM c JOIN {_FAMILIES}",  # noqa: S608
    # The families a service met are the bits of the number.
    "service": (
        f"SELECT c.review_id, s.folded || '{SPELLING}' || min(s.spelled), c.families, c.day"  # noqa: S608
        " FROM c JOIN s ON s.review_id = c.review_id GROUP BY c.review_id, s.folded"
    ),
    # From the incident to the meeting; a meeting before it is a clock gone wrong.
    "to_review": (
        f"SELECT c.review_id, '', {ordinal('r.held_on')} - {ordinal('c.incident')}, c.day"  # noqa: S608
        " FROM c JOIN review AS r ON r.id = c.review_id"
        f" WHERE {_HELD} AND r.held_on >= c.incident"
    ),
    "lost": "SELECT c.review_id, '', c.lost, NULL FROM c WHERE c.lost",
    "status": f"SELECT a.review_id, {_FLAG} || a.status, 0, a.day FROM a",  # noqa: S608
    "label": (
        "SELECT a.review_id, coalesce(a.label, 'none'), 0, a.day FROM a"
        " WHERE a.status <> 'cancelled'"
    ),
    "due": (
        f"SELECT a.review_id, {_FLAG}, {ordinal('a.due')}, a.day FROM a"  # noqa: S608
        f" WHERE a.due IS NOT NULL AND {is_open('a.status')}"
    ),
    "until": (
        f"SELECT a.review_id, {_FLAG}, {ordinal('a.until')}, a.day FROM a"  # noqa: S608
        " WHERE a.until IS NOT NULL AND a.status = 'deferred'"
    ),
    "check": (
        f"SELECT a.review_id, {_FLAG}, {ordinal('a.check_on')}, a.day FROM a"  # noqa: S608
        " WHERE a.check_on IS NOT NULL AND a.status = 'done'"
    ),
    # Open resilience actions by the day they date from; without one they have no age.
    "age": (
        f"SELECT a.review_id, '', coalesce({ordinal('a.day')}, 0), a.day FROM a"  # noqa: S608
        f" WHERE a.lasting AND {is_open('a.status')}"
    ),
    "took": (
        f"SELECT a.review_id, '', max(0, {ordinal('a.done_on')} - {ordinal('a.day')}), a.done_on"  # noqa: S608
        f" FROM a WHERE a.done_on IS NOT NULL AND a.day IS NOT NULL AND {is_finished('a.status')}"
    ),
    # What was done on a day that nobody knows is left out on both sides.
    "flow": (
        "SELECT a.review_id, 'in', 0, a.day FROM a WHERE a.day IS NOT NULL"  # noqa: S608
        f" AND a.status <> 'cancelled' AND (a.done_on IS NOT NULL OR NOT {is_finished('a.status')})"
        " UNION ALL SELECT a.review_id, 'out', 0, a.done_on FROM a WHERE a.day IS NOT NULL"
        f" AND a.done_on IS NOT NULL AND {is_finished('a.status')}"
    ),
    # When a failure class was fixed: all of its fixes matter, whatever is shown.
    "fixed": (
        f"SELECT a.review_id, a.failure_class, {ordinal('a.done_on')}, NULL FROM a"  # noqa: S608
        f" WHERE a.failure_class <> '' AND a.done_on IS NOT NULL AND {is_finished('a.status')}"
        f" AND {is_fix('a.label')}"
    ),
}
# Of these the months together hold far fewer numbers than each for itself.
WHOLE = {
    "service": "all_service",
    "took": "all_took",
    "due": "all_due",
    "until": "all_until",
    "check": "all_check",
}
"""Kinds that are kept without their month too, and the name that they have then."""
KINDS |= {
    whole: f"SELECT k.review_id, k.key, k.number, NULL FROM kind_{kind} AS k"  # noqa: S608
    for kind, whole in WHOLE.items()
}
"""The definitions, over the tables below."""

_TABLES = f"""
c AS (SELECT * FROM card AS c WHERE {{card}} AND NOT c.trashed),
a AS (
    SELECT a.review_id, a.id, a.status, coalesce(a.call, a.hint) AS label,
        {is_lasting("coalesce(a.call, a.hint)")} AS lasting,
        coalesce(a.agreed_on, a.proposed_on, c.day) AS day, c.failure_class,
        a.due, a.done_on, a.check_on, a.deferral_until AS until
    FROM action AS a JOIN c ON c.review_id = a.review_id
    WHERE {{action}} AND {SOUND_ACTION}
),
s AS (
    SELECT r.id AS review_id, spelled(CAST(j.value AS BLOB)) AS spelled,
        folded(CAST(j.value AS BLOB)) AS folded
    FROM review AS r, json_each(
        CASE WHEN {is_list("r.services")} THEN r.services ELSE '[]' END
    ) AS j
    WHERE {{review}} AND j.type = 'text' AND folded(CAST(j.value AS BLOB)) <> ''
)
"""  # noqa: S608 - our own words


def tables(key: str) -> str:
    """The tables of the reviews for which this holds; ``{}`` in it stands for a review's id."""
    names = {"card": "c.review_id", "action": "a.review_id", "review": "r.id"}
    return _TABLES.format(**{name: key.format(column) for name, column in names.items()})


EVERY = tables("1")
"""The tables that the definitions read: of the whole library."""
OF_ONE = tables("{} = :id")
"""The same of one review."""

# Months of four digits and two sort as they come; what has no day stands before them.
_KEY = "coalesce(substr(k.dated, 1, 7), '0000-00') || k.key"


def _counted(tables: str, kinds: Iterable[str], key: str = "", where: str = "") -> str:
    """Rows of (kind, key, number, how many), perhaps with a key before them."""
    defined = ", ".join(
        f"kind_{kind}(review_id, key, number, dated) AS ({KINDS[kind]})" for kind in kinds
    )
    union = " UNION ALL ".join(
        f"SELECT {key}'{kind}' AS kind, k.key, k.number, k.dated FROM kind_{kind} AS k"  # noqa: S608
        for kind in kinds
    )
    by = ", ".join("1234"[: 3 + bool(key)])
    return (
        f"WITH {tables}, {defined}"  # noqa: S608 - our own words
        f" SELECT {key}k.kind, {_KEY} AS key, k.number, count(*) FROM ({union}) AS k"
        f" {where} GROUP BY {by}"
    )


OF_FACTORS = frozenset({"family", "service", WHOLE["service"], "lost"})
"""The kinds that an edit of factors alone may change."""

COUNT_ONE = _counted(OF_ONE, KINDS)
"""What one review adds: rows of (kind, key, number, how many)."""
COUNT_OF_FACTORS = _counted(OF_ONE, [kind for kind in KINDS if kind in OF_FACTORS])
"""The same, of the kinds that depend on its factors."""
COUNT_EACH = _counted(EVERY, KINDS, "k.review_id, ")
"""What each review adds, one after the other."""
COUNT_SINCE = _counted(EVERY, KINDS, where="WHERE k.dated >= :since")
"""What the whole library amounts to from a day on."""
