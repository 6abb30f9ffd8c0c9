"""Patterns: factors of several reviews that a person said are the same, and what answers them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from facilitator.domain.trends import PatternLine
from facilitator.store.kept.kinds import tables
from facilitator.store.kept.names import teach
from facilitator.store.kept.reviews import text

if TYPE_CHECKING:
    import sqlite3

_PATTERNS = "SELECT p.id, CAST(p.name AS BLOB) FROM pattern AS p ORDER BY p.id"
_TABLES = tables("{} IN (SELECT p.review_id FROM pattern_factor AS p)")
_SEEN = f"""
WITH {_TABLES}
SELECT DISTINCT p.pattern_id, c.review_id, c.day
FROM pattern_factor AS p JOIN c ON c.review_id = p.review_id
WHERE :since = '' OR c.day >= :since ORDER BY c.day IS NOT NULL, c.day, c.review_id
"""  # noqa: S608 - our own words
_SERVICES = f"""
WITH {_TABLES}
SELECT p.pattern_id, min(s.spelled)
FROM pattern_factor AS p JOIN c ON c.review_id = p.review_id JOIN s ON s.review_id = p.review_id
WHERE :since = '' OR c.day >= :since GROUP BY p.pattern_id, s.folded ORDER BY s.folded
"""  # noqa: S608 - our own words
_ANSWERS = f"""
WITH {_TABLES}
SELECT p.pattern_id, count(DISTINCT a.review_id || ' ' || a.id)
FROM pattern_factor AS p
    JOIN action_factor AS l ON l.review_id = p.review_id AND l.factor_id = p.factor_id
    JOIN a ON a.review_id = l.review_id AND a.id = l.action_id
WHERE a.lasting AND a.status <> 'cancelled' GROUP BY p.pattern_id
"""  # noqa: S608 - our own words


def patterns(connection: sqlite3.Connection, since: date | None) -> tuple[PatternLine, ...]:
    """The patterns that were seen since then, those in most reviews first.

    Their durable actions are those that answer one of the factors, whenever they were agreed.
    """
    names = connection.execute(_PATTERNS).fetchall()
    if not names:
        return ()
    teach(connection)
    values = {"since": since.isoformat() if since else ""}
    seen = _by_pattern(connection.execute(_SEEN, values).fetchall())
    services = _by_pattern(connection.execute(_SERVICES, values).fetchall())
    answers = dict(connection.execute(_ANSWERS).fetchall())
    lines = (
        _line(pattern_id, text(name), seen[pattern_id], services, answers.get(pattern_id, 0))
        for pattern_id, name in names
        if pattern_id in seen
    )
    return tuple(sorted(lines, key=lambda line: (-len(line.reviews), line.pattern_id)))


def _by_pattern(rows: list[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for pattern_id, *rest in rows:
        found.setdefault(pattern_id, []).append(rest)
    return found


def _line(
    pattern_id: str, name: str, seen: list[Any], services: dict[str, list[Any]], answers: int
) -> PatternLine:
    last = seen[-1][1]
    return PatternLine(
        pattern_id=pattern_id,
        name=name,
        reviews=tuple(review_id for review_id, _day in seen),
        services=tuple(service for (service,) in services.get(pattern_id, [])),
        durable_actions=answers,
        last_seen=date.fromisoformat(last) if last else None,
    )
