"""The form of the facts: reference, severity, services, failure class, zone, day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from facilitator.app.templates import failure_classes
from facilitator.domain.days import nearest_such, scan_date
from facilitator.domain.edits import brief as edits
from facilitator.domain.rules import RuleViolation
from facilitator.domain.zone_names import zone_named
from facilitator.ui.brief.form import Form
from facilitator.ui.brief.reason import Reason
from facilitator.ui.brief.suggestions import suggest
from facilitator.ui.fields import BoundLine
from facilitator.ui.kit import Label

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Review
    from facilitator.ui.desk import Desk

_WIDTH, _LINE = 760, 44
_HINT = "Enter goes on and closes after the last. Esc takes back, then closes."
_DAY = "Write the day like 2026-03-05 or 5 March 2026."


@dataclass(frozen=True, slots=True)
class _Field:
    """A fact: its name in the review, its words, an example, and whether typing takes it over."""

    name: str
    words: str
    example: str
    live: bool = True


_FIELDS = (
    _Field("incident", "Incident reference", "INC-2291"),
    _Field("severity", "Severity", "SEV 1", live=False),
    _Field("services", "Services", "Ledger, Limits, Checkout"),
    _Field("failure_class", "Failure class", "Bad settings"),
    _Field("time_zone", "Time zone", "Europe/London", live=False),
    _Field("held_on", "Review held on", "2026-03-05", live=False),
)
FIELDS = frozenset(field.name for field in _FIELDS)
"""Fields of a review that are typed here."""


class FactsForm(Form):
    """One line a fact; why a text was refused stands below it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Facts of the incident", _WIDTH)
        self.setObjectName("brief.facts_form")
        self._lines = {field.name: self._line(field) for field in _FIELDS}
        suggest(self._lines["failure_class"], failure_classes(), desk.theme)
        suggest(self._lines["time_zone"], sorted(available_timezones()), desk.theme)
        self._lay_out()

    def start(self, target: str) -> BoundLine:
        """A field by its name in the review, or the first."""
        return self._lines.get(target) or self._lines[_FIELDS[0].name]

    def go_on(self) -> None:
        """Past the last fact there is nothing more to say."""
        last = self._lines[_FIELDS[-1].name]
        if last.hasFocus() and not last.pending:
            self.close_sheet()
        else:
            super().go_on()

    def _line(self, field: _Field) -> BoundLine:
        read, edit = self._ways(field.name)
        name = f"facts.{field.name}"
        line = BoundLine(self.desk, name, field.words, read, edit, quiet=False, live=field.live)
        line.setPlaceholderText(f"e.g. {field.example}")
        return line

    def _ways(self, name: str) -> tuple[Callable[[Review], str], Callable[[str], Edit]]:
        if name == "services":
            return _services_text, _set_services
        if name == "held_on":
            return _day_text, self._set_day
        if name == "time_zone":
            return partial(_plain_text, name), _set_zone
        return partial(_plain_text, name), partial(edits.set_field, name)

    def _set_day(self, text: str) -> Edit:
        def edit(review: Review) -> Review:
            return edits.set_field("held_on", read_day(text, self.desk.today()))(review)

        return edit

    def _lay_out(self) -> None:
        px = self.theme.px
        grid = QGridLayout()
        grid.setVerticalSpacing(px(10))
        grid.setHorizontalSpacing(px(20))
        for row, field in enumerate(_FIELDS):
            line = self._lines[field.name]
            label = Label(self.theme, field.words, "label", "ink2")
            label.setBuddy(line)
            line.setMinimumHeight(px(_LINE))
            cell = QVBoxLayout()
            cell.setSpacing(px(2))
            cell.addWidget(line)
            cell.addWidget(Reason(self.theme, line.objectName(), line.refused))
            label.setMinimumHeight(px(_LINE))
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(cell, row, 1)
        self.card_column.addLayout(grid)
        self.card_column.addWidget(Label(self.theme, _HINT, "label", "ink2", wrap=True))


def read_day(text: str, today: date) -> date | None:
    """A day as typed, the nearest such if it names no year; None for an empty text."""
    text = text.strip()
    if not text:
        return None
    if text.casefold() == "today":
        return today
    try:
        found = scan_date(text, 0, lambda month, day: nearest_such(today, month, day))
    except RuleViolation as refusal:
        raise RuleViolation("held_on", refusal.reason) from None
    if found is None or found[1] != len(text):
        raise RuleViolation("held_on", _DAY)
    return found[0]


def _plain_text(name: str, review: Review) -> str:
    return str(getattr(review, name))


def _day_text(review: Review) -> str:
    return review.held_on.isoformat() if review.held_on else ""


def _set_zone(text: str) -> Edit:
    def edit(review: Review) -> Review:
        return edits.set_field("time_zone", zone_named(text))(review)

    return edit


def _services_text(review: Review) -> str:
    return ", ".join(review.services)


def _set_services(text: str) -> Edit:
    return edits.set_field("services", text.split(","))
