"""The first schema."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables as they were then, whatever ``tables`` says by now."""
    _review()
    _people_and_lines()
    _timeline()
    _tree()
    _findings()
    _actions()
    _links("factor", "event")
    _links("finding", "factor")
    _links("action", "factor")
    _links("action", "finding")


def _review() -> None:
    op.create_table(
        "review",
        sa.Column("id", sa.String, primary_key=True),
        *_texts("title", "incident", "severity", "services", "failure_class", "summary", "impact"),
        *_texts("time_zone", "status"),
        *_perhaps("held_on"),
        *_texts("notes"),
        _number("revision"),
        *_perhaps("created", "updated", "trashed_at"),
    )


def _people_and_lines() -> None:
    _of_review("participant", *_texts("name", "role", "alias"), _flag("attended"))
    _of_review("lesson", *_texts("side", "text"))
    _of_review("parked", *_texts("text"))


def _timeline() -> None:
    _of_review(
        "event",
        *_texts("text"),
        *_perhaps("at", "end"),
        *_texts("precision", "typed", "zone", "kind"),
        *_perhaps("marker"),
        *_texts("lane", "source", "link"),
        _flag("starred"),
    )
    op.create_table(
        "evidence",
        *_key("id"),
        *_texts("event_id"),
        _number("position"),
        *_texts("kind", "text", "link", "media_type", "sha256"),
        sa.Column("data", sa.LargeBinary, nullable=False),
        _belongs("event_id", "event"),
    )
    op.create_index("ix_evidence_event", "evidence", ["review_id", "event_id", "position"])


def _tree() -> None:
    _of_review(
        "factor",
        *_perhaps("parent"),
        _number("position"),
        *_texts("text", "kind"),
        *_perhaps("family"),
        *_texts("evidence_status"),
        _flag("joint"),
        _points("parent", "factor"),
    )
    op.create_index("ix_factor_parent", "factor", ["review_id", "parent"])
    family = ["review_id", "family", "kind", "evidence_status"]
    op.create_index("ix_factor_family", "factor", family)


def _findings() -> None:
    _of_review(
        "finding",
        _number("position"),
        *_texts("text"),
        _flag("focus"),
        *_perhaps("disposition"),
        *_texts("reason", "elsewhere"),
    )


def _actions() -> None:
    _of_review(
        "action",
        _number("position"),
        *_texts("text", "owner"),
        *_perhaps("impact", "likelihood", "stated_priority", "due"),
        *_texts("status"),
        *_perhaps("hint"),
        sa.Column("vague", sa.Boolean),
        *_perhaps("call"),
        *_texts("call_reason"),
        *_perhaps("stopgap_for", "backlog_system", "backlog_key", "backlog_url"),
        *_perhaps("proposed_on", "agreed_on", "done_on", "check_on"),
        *_perhaps("deferral_accepted_by", "deferral_reason", "deferral_until"),
        _points("stopgap_for", "action"),
    )
    op.create_index("ix_action_stopgap", "action", ["review_id", "stopgap_for"])
    op.create_index("ix_action_state", "action", ["review_id", "status", "call", "hint"])


def _links(owner: str, target: str) -> None:
    name, its_owner, its_target = f"{owner}_{target}", f"{owner}_id", f"{target}_id"
    op.create_table(
        name,
        *_key(its_owner, its_target),
        _number("position"),
        _belongs(its_owner, owner),
        _points(its_target, target),
    )
    op.create_index(f"ix_{name}_{target}", name, ["review_id", its_target])


def _of_review(name: str, *columns: Any) -> None:
    deferred: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}
    review = sa.ForeignKeyConstraint(["review_id"], ["review.id"], ondelete="CASCADE", **deferred)
    op.create_table(name, *_key("id"), *columns, review)


def _key(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.String, primary_key=True) for name in ("review_id", *names)]


def _texts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.String, nullable=False) for name in names]


def _perhaps(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.String) for name in names]


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=False)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean, nullable=False)


def _belongs(column: str, table: str) -> sa.ForeignKeyConstraint:
    return _foreign(column, table, "CASCADE")


def _points(column: str, table: str) -> sa.ForeignKeyConstraint:
    return _foreign(column, table, None)


def _foreign(column: str, table: str, ondelete: str | None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["review_id", column],
        [f"{table}.review_id", f"{table}.id"],
        ondelete=ondelete,
        deferrable=True,
        initially="DEFERRED",
    )
