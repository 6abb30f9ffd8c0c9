"""Chooses which column of an imported table is read as what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.app.columns import ROLES, columns_of, read_again
from facilitator.domain.text import shortened
from facilitator.exchange.refused import Refused
from facilitator.ui.chooser import Choice, Chooser

if TYPE_CHECKING:
    from facilitator.app.basket import Taken
    from facilitator.app.columns import Columns
    from facilitator.ui.importing.sheet import ImportSheet

_NONE = "none"


def choose_columns(sheet: ImportSheet) -> None:
    """Ask what to read otherwise, then which column it is; the table is read again at once."""
    taken = next((each for each in sheet.basket.taken if _has_columns(each)), None)
    found = columns_of(taken.intake) if taken is not None and taken.intake is not None else None
    if taken is None or found is None:
        sheet.complain("Only a table has columns to choose.")
        return
    choices = [Choice(role, words, _named(found, role)) for role, words in ROLES.items()]
    chooser = Chooser(
        sheet.theme,
        "What is read from another column?",
        choices,
        lambda choice: _choose_column(sheet, taken, found, choice.id),
    )
    chooser.open_over(sheet.window(), chooser.line)


def _has_columns(taken: Taken) -> bool:
    return taken.intake is not None and taken.intake.table is not None


def _named(columns: Columns, role: str) -> str:
    number = columns.of(role)
    return columns.names[number] if number is not None else ""


def _choose_column(sheet: ImportSheet, taken: Taken, columns: Columns, role: str) -> None:
    choices = [Choice(_NONE, "No column")]
    choices += [
        Choice(str(number), shortened(name), shortened(example))
        for number, (name, example) in enumerate(zip(columns.names, columns.examples, strict=True))
    ]
    number = columns.of(role)
    chooser = Chooser(
        sheet.theme,
        f"{ROLES[role]}: which column?",
        choices,
        lambda choice: _read(sheet, taken, columns, role, choice.id),
        current=_NONE if number is None else str(number),
    )
    chooser.open_over(sheet.window(), chooser.line)


def _read(sheet: ImportSheet, taken: Taken, columns: Columns, role: str, chosen: str) -> None:
    mapping = columns.with_role(role, None if chosen == _NONE else int(chosen))
    assert taken.intake is not None  # noqa: S101 - it has columns
    try:
        taken.intake = read_again(taken.intake, mapping)
    except Refused as problem:
        sheet.complain(f"{problem.sentence} The columns stay as they were.")
        return
    sheet.complain("")
    sheet.settle_again()
