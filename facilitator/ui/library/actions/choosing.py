"""Which actions the keys work on: the selected rows, as they are stored now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.store.errors import LibraryUnusable
from facilitator.ui.library.actions.desk import Chosen
from facilitator.ui.library.actions.wording import UNREAD, count_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from facilitator.domain.listed_action import ListedAction
    from facilitator.ui.library.actions.desk import ActionDesk
    from facilitator.ui.library.actions.model import ActionListModel
    from facilitator.ui.library.actions.table import AllActionsTable

MOST = 1_000
"""So many rows are changed at once: what was changed can still be looked over."""
NOBODY = "No action is chosen. Down leads into the list."
_DAMAGED = "A damaged action cannot be changed."
_TOO_MANY = "{} are chosen. At most {:,} are changed at once, so that they can be looked over."


class Choosing:
    """Calling it gives the chosen rows and hands them to the desk, or None after telling why."""

    def __init__(
        self,
        table: AllActionsTable,
        model: ActionListModel,
        desk: ActionDesk,
        say: Callable[[str], object],
    ) -> None:
        self._table, self._model, self._desk, self._say = table, model, desk, say

    def __call__(self) -> Chosen | None:
        """What the keys work on now."""
        count = self._table.count_chosen()
        if self._table.row is None or not count:
            self._say(NOBODY)
        elif count > MOST:
            self._say(_TOO_MANY.format(count_words(count), MOST))
        else:
            chosen = self._read()
            return chosen if chosen is not None and self._desk.take(chosen) else None
        return None

    def _read(self) -> Chosen | None:
        rows = self._table.chosen_rows()
        try:
            listed = self._model.every(rows)
        except LibraryUnusable as trouble:
            self._say(trouble.sentence)
            return None
        if not listed:
            self._model.read_anew()
            self._say(UNREAD)
            return None
        return self._whole(listed, self._table.row)

    def _whole(self, listed: Mapping[int, ListedAction], row: int | None) -> Chosen | None:
        """Damaged rows are left out; without others a sentence says so."""
        whole = {place: each for place, each in listed.items() if each.action is not None}
        current = whole.get(row if row in whole else min(whole, default=-1))
        if current is None or current.action is None:
            self._say(_DAMAGED)
            return None
        return Chosen(tuple(whole.values()), current, current.action)
