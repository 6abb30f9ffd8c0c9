"""What a meeting leaves: notes by phase, the opening card, the show of hands, roles or names."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add columns to the reviews, and a table."""
    names = sa.Column("names", sa.String, nullable=False, server_default="roles")
    op.add_column("review", names)
    for part in ("purpose", "directive", "rules"):
        op.add_column("review", sa.Column(f"opening_{part}", sa.String))
    for question in ("learned", "again"):
        for answer in ("yes", "partly", "no"):
            op.add_column("review", sa.Column(f"poll_{question}_{answer}", sa.Integer))
    _phase_notes()


def _phase_notes() -> None:
    review = sa.ForeignKeyConstraint(
        ["review_id"], ["review.id"], ondelete="CASCADE", deferrable=True, initially="DEFERRED"
    )
    op.create_table(
        "phase_note",
        sa.Column("review_id", sa.String, primary_key=True),
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("text", sa.String, nullable=False),
        review,
    )
