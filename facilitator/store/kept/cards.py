"""A card a review: what the list, the row of reviews and every figure need of it."""

from __future__ import annotations

from facilitator.store.kept.words import (
    FAMILY_BIT,
    FINISHED,
    LASTING,
    RANKS,
    SOUND_ACTION,
    SOUND_EVENT,
    SOUND_FACTOR,
    UNFINISHED,
    is_list,
    perhaps_day,
)

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
    "lost",
)

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
        FROM event AS e WHERE {{events}}
    ) AS e GROUP BY e.review_id
"""  # noqa: S608 - our own words
# An edit that leaves the timeline as it was need not read it again.
_KEPT = "SELECT c.review_id, c.incident, c.lost_events FROM card AS c WHERE {cards}"
_CARDS = f"""
WITH told AS ({{told}}),
acts AS (
    SELECT a.review_id,
        sum(a.sound AND a.status IN ({UNFINISHED})) AS unfinished,
        sum(a.sound AND a.status IN ({FINISHED})) AS done,
        min(CASE WHEN a.sound AND a.status <> 'cancelled' THEN CASE a.label {RANKS} END END)
            AS strongest,
        max(a.sound AND a.status <> 'cancelled' AND coalesce(a.label IN ({LASTING}), 0)) AS lasting,
        sum(NOT a.sound) AS lost
    FROM (
        SELECT a.review_id, a.status, coalesce(a.call, a.hint) AS label, ({SOUND_ACTION}) AS sound
        FROM action AS a WHERE {{actions}}
    ) AS a GROUP BY a.review_id
),
met AS (
    SELECT f.review_id, sum(DISTINCT f.bit) AS families, sum(NOT f.sound) AS lost
    FROM (
        SELECT f.review_id, ({SOUND_FACTOR}) AS sound,
            CASE WHEN f.kind <> 'effect' AND f.evidence_status <> 'ruled_out' AND ({SOUND_FACTOR})
                THEN CASE f.family {FAMILY_BIT} END END AS bit
        FROM factor AS f WHERE {{factors}}
    ) AS f GROUP BY f.review_id
),
heads AS (
    SELECT r.id, r.trashed_at IS NOT NULL AS trashed,
        CASE WHEN {perhaps_day("r.held_on")} THEN r.held_on END AS held_on,
        folded(CAST(r.failure_class AS BLOB)) AS failure_class,
        NOT ({perhaps_day("r.held_on")}) AS no_day,
        NOT ({is_list("r.services")}) AS no_services
    FROM review AS r WHERE {{reviews}}
)
SELECT r.id, r.trashed, t.incident, coalesce(t.incident, r.held_on), coalesce(r.failure_class, ''),
    coalesce(a.unfinished, 0), coalesce(a.done, 0), coalesce(m.families, 0), a.strongest,
    coalesce(a.lasting, 0), coalesce(t.lost_events, 0),
    coalesce(t.lost_events, 0) + coalesce(a.lost, 0) + coalesce(m.lost, 0)
        + (r.no_day OR r.no_services OR r.failure_class IS NULL)
FROM heads AS r LEFT JOIN told AS t ON t.review_id = r.id
    LEFT JOIN acts AS a ON a.review_id = r.id LEFT JOIN met AS m ON m.review_id = r.id
"""  # noqa: S608 - our own words


def _written(told: str, key: str) -> str:
    """The statement that writes the cards of one review, or of all."""
    select = _CARDS.format(
        told=told.format(
            events=key.format("e.review_id"),
            cards=key.format("c.review_id"),
        ),
        actions=key.format("a.review_id"),
        factors=key.format("f.review_id"),
        reviews=key.format("r.id"),
    )
    names = ", ".join(COLUMNS)
    theirs = ", ".join(f"{name} = excluded.{name}" for name in COLUMNS)
    other = " OR ".join(f"card.{name} IS NOT excluded.{name}" for name in COLUMNS)
    return (
        f"INSERT INTO card (review_id, {names}) {select}"
        # A card that is as it was is not written.
        f" WHERE true ON CONFLICT (review_id) DO UPDATE SET {theirs} WHERE {other}"
    )


ALL_CARDS = _written(_TOLD, "1")
"""Writes all cards anew."""
ONE_CARD = _written(_TOLD, "{} = :id")
"""Writes the card of one review."""
SAME_TIMELINE = _written(_KEPT, "{} = :id")
"""The same after an edit that changed no time and no marker."""
