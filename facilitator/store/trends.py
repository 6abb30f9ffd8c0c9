"""Reads the page of trends from what is kept, and the reviews behind a mark on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.trends import Trends
from facilitator.store.kept import actions, reviews
from facilitator.store.kept.classes import classes
from facilitator.store.kept.figures import Figures
from facilitator.store.kept.patterns import patterns
from facilitator.store.mapper import Unreadable

if TYPE_CHECKING:
    import sqlite3
    from datetime import date


def read_trends(connection: sqlite3.Connection, today: date, since: date | None) -> Trends:
    """The page, without warnings, within a transaction; ``Unreadable`` for a damaged figure."""
    try:
        return _read(connection, Figures(connection, since), today, since)
    except (KeyError, TypeError, ValueError):
        raise Unreadable("figure", "that is kept", "key") from None


def _read(
    connection: sqlite3.Connection, figures: Figures, today: date, since: date | None
) -> Trends:
    every = Figures(connection, None)
    count, with_durable = reviews.counted(figures)
    totals, resilience = actions.totals(figures, today)
    took, taken = actions.taken(figures)
    durability, mix = actions.mixes(figures)
    family_reviews, families = reviews.families(figures)
    services, all_services = reviews.services(figures)
    class_lines, all_classes = classes(connection, since)
    return Trends(
        today=today,
        since=since,
        reviews=count,
        undated=reviews.undated(every),
        with_durable=with_durable,
        damaged=reviews.lost(every),
        totals=totals,
        resilience=resilience,
        took=took,
        to_review=reviews.to_review(figures),
        seen=reviews.seen(connection, since),
        family_reviews=family_reviews,
        families=families,
        services=services,
        all_services=all_services,
        classes=class_lines,
        all_classes=all_classes,
        age=actions.ages(figures, today),
        flow=actions.flow(figures, every, today, since),
        taken=taken,
        mix=mix,
        durability=durability,
        standing=actions.standing(every, today),
        patterns=patterns(connection, since),
    )
