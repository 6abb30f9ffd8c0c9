"""What the commands of the page of actions run."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.words import ActionStatus
from facilitator.ui.library.actions.columns import Column
from facilitator.ui.library.actions.lister import CHIPS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from facilitator.ui.library.actions.view import ActionsView

_CHIP_NAMES = ("open_ones", "overdue", "durable", "deferred", "back", "check")


def runs(view: ActionsView) -> Mapping[str, Callable[[], object]]:
    """What to run, by the last part of a command's id."""
    return {**_of_page(view), **_of_cells(view), **_of_actions(view)}


def _of_page(view: ActionsView) -> dict[str, Callable[[], object]]:
    states = zip(_CHIP_NAMES, CHIPS, strict=True)
    return {
        "open": view.open,
        "follow": view.turn,
        "select_all": view.table.selectAll,
        "line": view.begin_line,
        **{name: partial(view.line.toggle, state) for name, state in states},
    }


def _of_cells(view: ActionsView) -> dict[str, Callable[[], object]]:
    cells = view.cells
    begun = {
        "owner": Column.OWNER,
        "due": Column.DUE,
        "status": Column.STATUS,
        "risk": Column.PRIORITY,
        "backlog": Column.BACKLOG,
    }
    return {
        "edit": cells.edit_cell,
        "next_cell": partial(cells.go_on, 1),
        "previous_cell": partial(cells.go_on, -1),
        "left": partial(cells.move, -1),
        "right": partial(cells.move, 1),
        **{name: partial(cells.begin, column) for name, column in begun.items()},
    }


def _of_actions(view: ActionsView) -> dict[str, Callable[[], object]]:
    deeds = view.deeds
    return {
        "agree": partial(deeds.set_status, ActionStatus.AGREED),
        "progress": partial(deeds.set_status, ActionStatus.IN_PROGRESS),
        "done": partial(deeds.set_status, ActionStatus.DONE),
        "defer": deeds.put_off,
        "held": partial(deeds.answer, ActionStatus.HELD),
        "not_held": partial(deeds.answer, ActionStatus.DID_NOT_HOLD),
        "again": partial(deeds.answer, ActionStatus.DONE),
    }
