"""Tables of actions: which column holds what, and the action of each row."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.exchange.readers.document.action_points import is_empty
from facilitator.exchange.readers.document.action_words import (
    IS_DONE,
    action_of,
    day_said,
    short_key,
    without_year,
)
from facilitator.exchange.readers.document.section_words import column_of, plain, says_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.exchange.readers.document.blocks import Block
    from facilitator.exchange.readers.found import FoundAction

_COLUMNS = ("action", "owner", "due", "key", "status", "priority", "kind")
_PRIORITY = re.compile(r"[Pp]?([0-4])")
_SHORTEST = 3
"""Characters of a text that is an action."""
_NAME_WORDS = 5


def words_of_kinds(rows: Sequence[Block]) -> frozenset[str]:
    """The words of the columns that say of which kind or how urgent an action is."""
    words: set[str] = set()
    places: dict[str, int] = {}
    for row in rows:
        places = _places(row) if row.first else places
        found = (places[role] for role in ("kind", "priority") if role in places)
        words.update(plain(row.cells[at]) for at in found if at < len(row.cells))
    return frozenset(filter(None, words))


def actions_of_tables(rows: Sequence[Block]) -> Iterator[FoundAction]:
    """The actions that the rows of tables tell."""
    places: dict[str, int] = {}
    number = -1
    for row in rows:
        if row.number != number:
            number, places = row.number, _places(row)
            if row.first:
                continue
        action = _of_row(row, places) if places else None
        if action is not None:
            yield action


def _places(row: Block) -> dict[str, int]:
    """Which column holds what, nothing for a table that is none of actions.

    The action stands in the first column that may hold it.
    """
    roles: list[str] = []
    for head in row.cells if row.first else ():
        # After the column with the actions, “Issue” or “Description” is another one.
        roles.append(column_of(head, tuple(each for each in _COLUMNS if each not in roles)))
    places = {role: roles.index(role) for role in _COLUMNS if role in roles}
    if row.first and not places.keys() - {"kind"}:
        # “Type | Name” heads a list of things, and none of what is to do with them.
        return {}
    if "action" not in places:
        free = [place for place, role in enumerate(roles) if not role]
        places["action"] = free[0] if free else 0
    return places


def _of_row(row: Block, places: dict[str, int]) -> FoundAction | None:
    def cell(role: str) -> str:
        place = places.get(role)
        return row.cells[place].strip() if place is not None and place < len(row.cells) else ""

    text = cell("action")
    if is_empty(text) or len(text) < _SHORTEST:
        return None
    found = action_of(row.line, text, row.links)
    due = day_said(cell("due"))
    key = cell("key")
    linked = (each.target for each in row.links if each.target.startswith("http"))
    return replace(
        found,
        owner=found.owner or _owner_cell(cell("owner")),
        due=(due.day if due else None) or found.due,
        key=found.key or ("" if says_nothing(key) or key.startswith("http") else short_key(key)),
        url=found.url or next(linked, ""),
        # Where others keep the ticket, some only say that it is done.
        done=found.done or bool(IS_DONE.search(cell("status")) or IS_DONE.fullmatch(key)),
        priority=_priority(cell("priority")),
        due_said=without_year(due) or found.due_said,
    )


def _priority(text: str) -> str:
    """``P0`` to ``P4``, as high, medium and low are no more than words."""
    match = _PRIORITY.fullmatch(text.strip())
    return f"P{max(1, int(match[1]))}" if match else ""


def _owner_cell(text: str) -> str:
    """Who a cell names; a whole sentence names nobody."""
    named = not says_nothing(text) and len(text.split()) <= _NAME_WORDS
    return text.lstrip("@").rstrip(".") if named else ""
