"""What sharing needs: a review's own words, what was released, and the library's masks."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add three tables."""
    _of_review("term", ("word", sa.String), ("meaning", sa.String))
    _of_review(
        "release",
        ("audience", sa.String),
        ("form", sa.String),
        ("at", sa.String),
        ("revision", sa.Integer),
        ("found", sa.Integer),
        ("accepted", sa.String),
    )
    op.create_table(
        "mask",
        sa.Column("text", sa.String, primary_key=True),
        sa.Column("use", sa.String, nullable=False),
        sa.Column("shown", sa.String, nullable=False),
    )


def _of_review(name: str, *columns: tuple[str, Any]) -> None:
    review = sa.ForeignKeyConstraint(
        ["review_id"], ["review.id"], ondelete="CASCADE", deferrable=True, initially="DEFERRED"
    )
    op.create_table(
        name,
        sa.Column("review_id", sa.String, primary_key=True),
        sa.Column("id", sa.String, primary_key=True),
        *(sa.Column(column, kind, nullable=False) for column, kind in columns),
        review,
    )
