"""A card a review: what the list, the row of reviews and every figure need of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.store.kept.words import (
    FAMILY_BIT,
    RANKS,
    SOUND_ACTION,
    SOUND_EVENT,
    SOUND_FACTOR,
    is_finished,
    is_lasting,
    is_list,
    is_unfinished,
    perhaps_day,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COLUMNS = (
    "trashed",
    "incident",
    "day",
    "failure_class",
    "open_actions",
    "done_actions",
    "families",
    "strongest",
    "lasting",
    "lost_events",
    "lost_factors",
    "lost_actions",
    "lost",
)

# A limit, even of none, keeps SQLite from asking anew for every column whether a row is sound.
# The day of the mark, or else of the earliest event.
_TOLD = f"""
    SELECT e.review_id,
        substr(coalesce(
            min(CASE WHEN e.sound AND e.marker = 'impact_start' THEN e.at END),
            min(CASE WHEN e.sound THEN e.at END)
        ), 1, 10) AS incident,
        sum(NOT e.sound) AS lost_events
    FROM (
        SELECT e.review_id, e.at, e.marker, ({SOUND_EVENT}) AS sound
        FROM event AS e WHERE {{key}} LIMIT -1
    ) AS e {{group}}
"""  # noqa: S608 - our own words
_MET = f"""
    SELECT f.review_id, coalesce(sum(NOT f.sound), 0) AS lost_factors,
        coalesce(sum(DISTINCT CASE WHEN f.sound AND f.kind <> 'effect'
            AND f.evidence_status <> 'ruled_out' THEN CASE f.family {FAMILY_BIT} END END), 0)
            AS families
    FROM (
        SELECT f.review_id, f.kind, f.family, f.evidence_status, ({SOUND_FACTOR}) AS sound
        FROM factor AS f WHERE {{key}} LIMIT -1
    ) AS f {{group}}
"""  # noqa: S608 - our own words
_ACTS = f"""
    SELECT a.review_id,
        coalesce(sum(a.sound AND {is_unfinished("a.status")} > 0), 0) AS open_actions,
        coalesce(sum(a.sound AND {is_finished("a.status")} > 0), 0) AS done_actions,
        min(CASE WHEN a.sound AND a.status <> 'cancelled' THEN CASE a.label {RANKS} END END)
            AS strongest,
        coalesce(max(a.sound AND a.status <> 'cancelled' AND {is_lasting("a.label")}), 0)
            AS lasting,
        coalesce(sum(NOT a.sound), 0) AS lost_actions
    FROM (
        SELECT a.review_id, a.status, coalesce(a.call, a.hint) AS label, ({SOUND_ACTION}) AS sound
        FROM action AS a WHERE {{key}} LIMIT -1
    ) AS a {{group}}
"""  # noqa: S608 - our own words
_CARDS = f"""
WITH told AS ({{told}}), acts AS ({{acts}}), met AS ({{met}}),
heads AS (
    SELECT r.id, r.trashed_at IS NOT NULL AS trashed,
        CASE WHEN {perhaps_day("r.held_on")} THEN r.held_on END AS held_on,
        folded(CAST(r.failure_class AS BLOB)) AS failure_class,
        NOT ({perhaps_day("r.held_on")}) AS no_day,
        NOT ({is_list("r.services")}) AS no_services
    FROM review AS r WHERE {{reviews}}
)
SELECT r.id, r.trashed, t.incident, coalesce(t.incident, r.held_on), coalesce(r.failure_class, ''),
    coalesce(a.open_actions, 0), coalesce(a.done_actions, 0), coalesce(m.families, 0), a.strongest,
    coalesce(a.lasting, 0), coalesce(t.lost_events, 0), coalesce(m.lost_factors, 0),
    coalesce(a.lost_actions, 0), coalesce(t.lost_events, 0) + coalesce(m.lost_factors, 0)
        + coalesce(a.lost_actions, 0) + (r.no_day OR r.no_services OR r.failure_class IS NULL)
FROM heads AS r LEFT JOIN told AS t ON t.review_id = r.id
    LEFT JOIN acts AS a ON a.review_id = r.id LEFT JOIN met AS m ON m.review_id = r.id
"""  # noqa: S608 - our own words


def _written(key: str) -> str:
    """The statement that writes the cards of one review, or of all."""
    select = _CARDS.format(
        told=_part(_TOLD, "e", key),
        met=_part(_MET, "f", key),
        acts=_part(_ACTS, "a", key),
        reviews=key.format("r.id"),
    )
    return (
        f"INSERT INTO card (review_id, {', '.join(COLUMNS)}) {select}"
        f" WHERE true ON CONFLICT (review_id) DO UPDATE SET {_taken(COLUMNS, 'excluded')}"
        f" WHERE {_other(COLUMNS, 'excluded')}"
    )


def _part(select: str, alias: str, key: str) -> str:
    group = f"GROUP BY {alias}.review_id"
    return select.format(key=key.format(f"{alias}.review_id"), group=group)


def _taken(columns: Iterable[str], source: str) -> str:
    return ", ".join(f"{name} = {source}.{name}" for name in columns)


def _other(columns: Iterable[str], source: str) -> str:
    """A card that is as it was is not written."""
    return f"({' OR '.join(f'card.{name} IS NOT {source}.{name}' for name in columns)})"


def _changed(select: str, alias: str, lost: str, columns: Sequence[str]) -> str:
    """The statement that writes one part of a review's card."""
    # Without a group there is a row also when there is nothing to count.
    part = select.format(key=f"{alias}.review_id = :id", group="")
    return (
        f"UPDATE card SET {_taken(columns, 'new')},"  # noqa: S608 - our own words
        f" lost = card.lost - card.{lost} + new.{lost}"
        f" FROM ({part}) AS new WHERE card.review_id = :id AND {_other(columns, 'new')}"
    )


ALL_CARDS = _written("1")
"""Writes all cards anew."""
ONE_CARD = _written("{} = :id")
"""Writes the card of one review."""
CARD_OF_FACTORS = _changed(_MET, "f", "lost_factors", ("families", "lost_factors"))
"""Writes what an edit of factors alone may change in it."""
