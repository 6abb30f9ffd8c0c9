"""What is typed into each cell of the table, and what may be chosen there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from facilitator.domain.action_line import owner_named
from facilitator.domain.action_line import read as read_line
from facilitator.domain.day_words import format_day, format_weekday
from facilitator.domain.due import presets, read_due
from facilitator.domain.edits import actions as edits
from facilitator.domain.records import Backlog
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line
from facilitator.ui.actions.coaching import hinted
from facilitator.ui.actions.columns import Column
from facilitator.ui.actions.wording import owners_known, people_known, typed_place

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import ActionItem, Review


@dataclass(frozen=True, slots=True)
class Setting:
    """What reading a cell depends on besides the action."""

    review: Review
    today: date


@dataclass(frozen=True, slots=True)
class Option:
    """Something that may be chosen instead of typing it: ``typed`` is what it stands for."""

    typed: str
    words: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that is typed in place.

    ``show`` gives the text to start with, ``edit`` the edit that a typed text means
    (RuleViolation if it means none), ``options`` what may be chosen for what is typed so far;
    ``said`` is how the entry line says it.
    """

    words: str
    label: str
    width: int
    show: Callable[[ActionItem], str]
    edit: Callable[[ActionItem, str, Setting], Edit]
    options: Callable[[str, Setting], tuple[Option, ...]]
    hint: str = ""
    said: str = "{}"


def _no_options(_typed: str, _setting: Setting) -> tuple[Option, ...]:
    return ()


def text_edit(action: ActionItem, typed: str, _setting: Setting) -> Edit:
    """Other words, with the coach's hint on them."""
    return hinted(edits.change_action(action.id, text=typed), action.id)


def owner_edit(action: ActionItem, typed: str, setting: Setting) -> Edit:
    """An owner: a person in the room by the beginning of a name, or as typed."""
    word = clean_line(typed, "owner").removeprefix("@").strip('" ')
    owner = owner_named(word, people_known(setting.review)) if word else ""
    return edits.change_action(action.id, owner=owner)


def due_edit(action: ActionItem, typed: str, setting: Setting) -> Edit:
    """A due date, or none."""
    return edits.change_action(action.id, due=read_due(typed, setting.today))


def backlog_edit(action: ActionItem, typed: str, _setting: Setting) -> Edit:
    """A place in the backlog, or none."""
    return edits.set_backlog(action.id, read_place(typed))


def read_place(typed: str) -> Backlog | None:
    """A place as typed: system, key and link in any order, ``#`` or not; None for nothing.

    The last word is the key, what stands before it the system.
    """
    words = clean_line(typed, "backlog").split()
    url = next((each for each in words if _is_link(each)), "").removeprefix("#")
    rest = [each.removeprefix("#") for each in words if not _is_link(each)]
    if any("://" in each for each in rest):
        raise RuleViolation("backlog", "A link begins with http:// or https://.")
    key = rest[-1] if rest else _key_of(url)
    return Backlog(system=" ".join(rest[:-1]), key=key, url=url) if key or url else None


def owner_options(typed: str, setting: Setting) -> tuple[Option, ...]:
    """Names of the people in the room and the owners so far that hold what is typed."""
    wanted = typed.casefold().strip().removeprefix("@").split()
    return tuple(
        Option(name, name)
        for name in owners_known(setting.review)
        if all(word in name.casefold() for word in wanted)
    )


def due_options(typed: str, setting: Setting) -> tuple[Option, ...]:
    """The day that is typed, and the usual times; that of the severity comes first."""
    severity = setting.review.severity
    wanted = typed.casefold().split()
    usual = [
        Option(each.words, each.words, _preset_detail(each.day(setting.today), number, severity))
        for number, each in enumerate(presets(severity))
        if all(word in each.words for word in wanted)
    ]
    exact = any(each.words == " ".join(wanted) for each in usual)
    return (*(() if exact else _typed_day(typed, setting.today)), *usual)


def _preset_detail(day: date, number: int, severity: str) -> str:
    suits = f", for {severity}" if number == 0 and severity else ""
    return f"{format_weekday(day)}{suits}"


def _typed_day(typed: str, today: date) -> tuple[Option, ...]:
    try:
        day = read_due(typed, today)
    except RuleViolation:
        return ()
    return () if day is None else (Option(typed, format_weekday(day), str(day.year)),)


def _is_link(word: str) -> bool:
    return word.removeprefix("#").casefold().startswith(("http://", "https://"))


def _key_of(url: str) -> str:
    place = read_line(f"#{url}", date.min).backlog if url else None
    return place.key if place is not None else ""


def _due_shown(action: ActionItem) -> str:
    return format_day(action.due) if action.due is not None else ""


CELLS: dict[Column, Cell] = {
    Column.ACTION: Cell(
        "What will be changed",
        "Change action",
        0,
        lambda action: action.text,
        text_edit,
        _no_options,
    ),
    Column.OWNER: Cell(
        "Owner",
        "Change owner",
        300,
        lambda action: action.owner,
        owner_edit,
        owner_options,
        "Name",
        '@"{}"',
    ),
    Column.DUE: Cell(
        "Due date",
        "Change due date",
        340,
        _due_shown,
        due_edit,
        due_options,
        "+14d, 19 Mar",
        "due {}",
    ),
    Column.BACKLOG: Cell(
        "Place in the backlog",
        "Change backlog place",
        420,
        lambda action: typed_place(action.backlog),
        backlog_edit,
        _no_options,
        "PAY-123 or a link",
        "#{}",
    ),
}
"""The cells that are typed in place; the others open a sheet."""
