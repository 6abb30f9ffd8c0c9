"""A library of an older version that never was, and the steps that lead from it to this one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from facilitator.store import schema
from facilitator.store.store import open_store
from facilitator.store.versions import VERSION
from tests.store.support import Clock, full_review

if TYPE_CHECKING:
    from pathlib import Path

ENV = (schema.MIGRATIONS / "env.py").read_text("utf-8")
FIRST = """
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = {down!r}

def upgrade():
{body}
"""
ADD_COLUMN = 'op.add_column("review", sa.Column("trashed_at", sa.String))'
ADD_TABLE = """
op.create_table(
    "parked",
    sa.Column("review_id", sa.String, primary_key=True),
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("text", sa.String, nullable=False),
    sa.ForeignKeyConstraint(
        ["review_id"], ["review.id"], ondelete="CASCADE", deferrable=True, initially="DEFERRED"
    ),
)
"""
REBUILD = """
with op.batch_alter_table("event", recreate="always") as batch:
    batch.alter_column("team", new_column_name="lane")
op.execute("UPDATE review SET incident = incident || '!'")
"""
STEPS = {"0000": "pass", "0000b": ADD_COLUMN, "0000c": ADD_TABLE, VERSION: REBUILD}
"""Every way to change a schema: a column, a table, and a table made anew under links to it."""


def write_steps(folder: Path, steps: dict[str, str]) -> None:
    """Write the steps, each leading on from the one before, where alembic finds them."""
    versions = folder / "versions"
    versions.mkdir(parents=True)
    (folder / "env.py").write_text(ENV, encoding="utf-8")
    down = None
    for revision, body in steps.items():
        indented = "\n".join(f"    {line}" for line in body.strip().splitlines())
        text = FIRST.format(revision=revision, down=down, body=indented)
        (versions / f"{revision}_step.py").write_text(text, encoding="utf-8")
        down = revision


def make_older(path: Path) -> None:
    """Make a library of version 0000 that holds a review."""
    store = open_store(path, Clock())
    store.create(full_review())
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            """
            DROP TABLE parked;
            ALTER TABLE review DROP COLUMN trashed_at;
            ALTER TABLE event RENAME COLUMN lane TO team;
            UPDATE alembic_version SET version_num = '0000';
            """
        )
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
