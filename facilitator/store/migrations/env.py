"""Runs the missing steps within the transaction that the store has begun."""

from __future__ import annotations

from alembic import context


def run() -> None:
    """All steps on one connection; whoever began its transaction commits or rolls back."""
    connection = context.config.attributes["connection"]
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()


run()
