"""What closing the loop needs: who was asked elsewhere, patterns, kept figures, a search index."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add a column, seven tables and the index."""
    _add_column()
    _add_addressees()
    _add_patterns()
    _add_figures()
    _add_search()


def _add_column() -> None:
    with op.batch_alter_table("action") as action:
        action.add_column(sa.Column("held_because", sa.String, nullable=False, server_default=""))


def _add_addressees() -> None:
    op.create_table(
        "addressee",
        _text("review_id", key=True),
        _text("id", key=True),
        *map(_text, ("finding", "whom", "answer", "note")),
        _text("asked_on", nullable=True),
        _text("answered_on", nullable=True),
        _belongs(["review_id"], ["review.id"]),
        _points(["review_id", "finding"], ["finding.review_id", "finding.id"]),
    )
    op.create_index("ix_addressee_finding", "addressee", ["review_id", "finding"])


def _add_patterns() -> None:
    op.create_table("pattern", _text("id", key=True), _text("name"), _text("created"))
    op.create_table(
        "pattern_factor",
        _text("review_id", key=True),
        _text("factor_id", key=True),
        _text("pattern_id"),
        _belongs(["review_id", "factor_id"], ["factor.review_id", "factor.id"]),
        _belongs(["pattern_id"], ["pattern.id"]),
    )
    op.create_index("ix_pattern_factor_pattern", "pattern_factor", ["pattern_id"])
    op.create_table("declined_pattern", _text("digest", key=True))


def _add_figures() -> None:
    op.create_table(
        "card",
        _text("review_id", key=True),
        sa.Column("trashed", sa.Boolean, nullable=False),
        _text("incident", nullable=True),
        _text("day", nullable=True),
        _text("failure_class"),
        *(_number(name) for name in ("open_actions", "done_actions", "families")),
        _number("strongest", nullable=True),
        sa.Column("lasting", sa.Boolean, nullable=False),
        *(_number(name) for name in ("lost_events", "lost_factors", "lost_actions", "lost")),
        _belongs(["review_id"], ["review.id"]),
    )
    op.create_index("ix_card_day", "card", ["trashed", "day", "review_id"])
    op.create_index("ix_card_class", "card", ["trashed", "failure_class", "day", "review_id"])
    op.create_table(
        "figure",
        _text("kind", key=True),
        _text("key", key=True),
        sa.Column("day", sa.Integer, primary_key=True),
        _number("n"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "figures_of",
        _text("review_id", key=True),
        _text("figures"),
        _belongs(["review_id"], ["review.id"]),
    )


def _add_search() -> None:
    op.create_table(
        "searched",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("review_id", sa.String, nullable=False, unique=True),
        _number("revision"),
    )
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5("
        "title, why, what, story, rest, notes, service, class, owner, places UNINDEXED,"
        " tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')"
    )


def _text(name: str, *, key: bool = False, nullable: bool = False) -> Any:
    return sa.Column(name, sa.String, primary_key=key, nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> Any:
    return sa.Column(name, sa.Integer, nullable=nullable)


def _belongs(columns: list[str], to: list[str]) -> Any:
    return sa.ForeignKeyConstraint(
        columns, to, ondelete="CASCADE", deferrable=True, initially="DEFERRED"
    )


def _points(columns: list[str], to: list[str]) -> Any:
    return sa.ForeignKeyConstraint(columns, to, deferrable=True, initially="DEFERRED")
