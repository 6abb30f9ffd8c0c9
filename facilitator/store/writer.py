"""Writes a delta: exactly the rows it names, within the transaction it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam

from facilitator.domain.earlier import earlier
from facilitator.store.columns import EVIDENCE, PLANS, REVIEW
from facilitator.store.errors import WriteFailed
from facilitator.store.mapper import to_values
from facilitator.store.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, Table

    from facilitator.domain.delta import Delta, Rows
    from facilitator.domain.records import Review, TimelineEvent
    from facilitator.store.plan import Links, Plan

Values = list[dict[str, Any]]

MISSING = (
    "The edit was not saved: the library does not hold all that it changes. Close the review and "
    "open it again."
)


class Statements:
    """The three statements on a table of rows, made once so that SQLAlchemy compiles them once."""

    def __init__(self, rows: Table, key: Sequence[str]) -> None:
        there = [rows.c[name] == bindparam(f"its_{name}") for name in key]
        self.insert = rows.insert()
        self.update = rows.update().where(*there)
        self.delete = rows.delete().where(*there)


class Writer:
    """Writes to the tables of reviews."""

    def __init__(self) -> None:
        self._rows = {
            name: Statements(table(plan.table), ("review_id", "id")) for name, plan in PLANS.items()
        }
        self._links = {
            links.table: Statements(table(links.table), ("review_id", links.owner))
            for plan in PLANS.values()
            for links in plan.links
        }
        self._evidence = Statements(table("evidence"), ("review_id", "id"))
        review = table("review")
        self._add_review = review.insert()
        self._change_head = review.update().where(
            review.c.id == bindparam("its_id"), review.c.revision == bindparam("its_revision")
        )

    def insert_head(self, connection: Connection, review: Review) -> None:
        """Write the head of a new review."""
        connection.execute(self._add_review, to_values(REVIEW, review) | {"trashed_at": None})

    def update_head(
        self, connection: Connection, delta: Delta, revision: int, stamp: dict[str, Any]
    ) -> bool:
        """Write the head of a review that stands at ``revision``; False if it does not."""
        values = to_values(REVIEW, delta.after)
        names = [column.name for column in REVIEW.columns if column.field in delta.header]
        changed = {name: values[name] for name in names} | stamp
        key = {"its_id": delta.after.id, "its_revision": revision}
        return connection.execute(self._change_head, changed | key).rowcount == 1

    def write_rows(self, connection: Connection, delta: Delta) -> None:
        """Write the rows added and changed, then remove those removed.

        Rows that moved away are written first: what is removed takes along what hangs on it.
        """
        review_id = delta.after.id
        for name, rows in delta.rows.items():
            self._write(connection, name, rows, review_id)
        for name, rows in delta.rows.items():
            self._write_beside(connection, name, rows, delta)
        for name, rows in delta.rows.items():
            gone = [{"its_review_id": review_id, "its_id": row.id} for row in rows.removed]
            _hit(connection, self._rows[name].delete, gone)

    def _write(self, connection: Connection, name: str, rows: Rows, review_id: str) -> None:
        plan, statements = PLANS[name], self._rows[name]
        added = [_row(plan, row, review_id) for row in rows.added]
        changed = [
            to_values(plan, row) | {"its_review_id": review_id, "its_id": row.id}
            for row in rows.changed
        ]
        _run(connection, statements.insert, added)
        _hit(connection, statements.update, changed)

    def _write_beside(self, connection: Connection, name: str, rows: Rows, delta: Delta) -> None:
        """Write what stands in other tables: links and evidence."""
        plan, review_id = PLANS[name], delta.after.id
        if not plan.links and name != "events":
            return
        was = earlier(delta, name)
        pairs: list[tuple[Any, Any]] = [(None, row) for row in rows.added]
        pairs += [(was[row.id], row) for row in rows.changed]
        for links in plan.links:
            self._write_links(connection, links, pairs, review_id)
        if name == "events":
            # Evidence may have moved on from an event that is removed.
            pairs += [(row, None) for row in rows.removed]
            self._write_evidence(connection, pairs, review_id)

    def _write_links(
        self,
        connection: Connection,
        links: Links,
        pairs: Iterable[tuple[Any, Any]],
        review_id: str,
    ) -> None:
        gone: Values = []
        added: Values = []
        for was, row in pairs:
            before = getattr(was, links.field, ())
            after = getattr(row, links.field)
            if before != after:
                if before:
                    gone.append({"its_review_id": review_id, f"its_{links.owner}": row.id})
                added += _link_rows(links, row.id, after, review_id)
        _run(connection, self._links[links.table].delete, gone)
        _run(connection, self._links[links.table].insert, added)

    def _write_evidence(
        self, connection: Connection, pairs: Iterable[tuple[Any, Any]], review_id: str
    ) -> None:
        """Write evidence anew where it changed; a picture that stays where it was is not."""
        gone: Values = []
        added: Values = []
        for was, event in pairs:
            before, after = _placed(was), _placed(event)
            gone += [
                {"its_review_id": review_id, "its_id": row_id}
                for row_id, placed in before.items()
                if after.get(row_id) != placed
            ]
            added += [
                _row(EVIDENCE, each, review_id) | {"event_id": event.id, "position": place}
                for place, each in after.values()
                if before.get(each.id) != (place, each)
            ]
        _run(connection, self._evidence.delete, gone)
        _run(connection, self._evidence.insert, added)


def _placed(event: TimelineEvent | None) -> dict[str, tuple[int, Any]]:
    evidence = event.evidence if event else ()
    return {each.id: (place, each) for place, each in enumerate(evidence)}


def _row(plan: Plan, record: Any, review_id: str) -> dict[str, Any]:
    return to_values(plan, record) | {"review_id": review_id}


def _link_rows(links: Links, owner: str, targets: tuple[str, ...], review_id: str) -> Values:
    return [
        {"review_id": review_id, links.owner: owner, links.target: target, "position": place}
        for place, target in enumerate(targets)
    ]


def _run(connection: Connection, statement: Any, values: Values) -> int:
    """Execute the statement once for each of the values; the number of rows it touched."""
    if not values:
        return 0
    return int(connection.execute(statement, values if len(values) > 1 else values[0]).rowcount)


def _hit(connection: Connection, statement: Any, values: Values) -> None:
    """The same for values that name a row each; WriteFailed if one of them is not there."""
    if _run(connection, statement, values) != len(values):
        raise WriteFailed(MISSING)
