"""The details of one action: every field that a person may set."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from facilitator.domain.day_words import format_short
from facilitator.domain.due import read_day, read_due
from facilitator.domain.edits import actions as edits
from facilitator.domain.held_words import ASK, held_words
from facilitator.domain.words import FINISHED_STATUSES, Impact, Likelihood, Priority
from facilitator.ui.actions.cells import Setting, owner_edit, text_edit
from facilitator.ui.actions.coaching import reason_of
from facilitator.ui.actions.details_parts import (
    FIELD,
    button_words,
    day_of,
    deferral_edit,
    opening_button,
    part_of,
    place_edit,
    side_by_side,
)
from facilitator.ui.actions.wording import STATUS_WORDS, cause_words, lasting_words
from facilitator.ui.field_sheet import FieldSheet
from facilitator.ui.fields import BoundLine
from facilitator.ui.timeline.choice_row import ChoiceRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from facilitator.domain.delta import Delta
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import ActionItem, Review
    from facilitator.ui.actions.deeds import ActionDeeds
    from facilitator.ui.desk import Desk
    from facilitator.ui.kit import Label

    Make = Callable[[ActionItem, str], Edit]

_WIDTH, _HEAD_WIDTH = 1000, 110
_NOT_RATED, _UNSTATED = ("", "Not rated"), ("", "Not stated")
_DAYS = (
    ("proposed_on", "Proposed"),
    ("agreed_on", "Agreed"),
    ("done_on", "Done"),
    ("check_on", "To be checked on"),
)
_PLACE = (("system", "System", 2), ("key", "Key", 2), ("url", "Link", 5))
_DEFERRAL = (("accepted_by", "Accepted by", 3), ("reason", "Why", 5), ("until", "Until", 3))


class DetailsSheet(FieldSheet):
    """Fields of an action."""

    def __init__(self, desk: Desk, action: ActionItem, deeds: ActionDeeds) -> None:
        super().__init__(desk, "actions.details", width=_WIDTH, head_width=_HEAD_WIDTH)
        self._id, self._last, self._deeds = action.id, action, deeds
        self._lines: list[BoundLine] = []
        self._rows: dict[str, tuple[QWidget, QWidget]] = {}
        self._add_fields()
        self.lay_out()
        self._show()

    # -- Sheet ---------------------------------------------------------------------------------

    def follow(self, delta: Delta) -> None:
        """Show the fields anew; close if the action is gone."""
        if all(each.id != self._id for each in delta.after.actions):
            self.close_sheet()
            return
        for line in self._lines:
            line.refresh(delta)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a list or goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_or_go_on(QApplication.focusWidget())
        else:
            super().keyPressEvent(event)

    def _open_or_go_on(self, field: QWidget | None) -> None:
        if isinstance(field, QPushButton) and not field.isCheckable():
            field.click()
        else:
            self.focusNextPrevChild(True)

    # -- fields --------------------------------------------------------------------------------

    def _add_fields(self) -> None:
        self.text = self._line("text", "What will be changed", self._make_text, live=True)
        self.add_row("Action", self.text)
        self.durability = self._button("durability", "How lasting", self._deeds.call_durability)
        self.add_row("How lasting", self.durability)
        self.owner = self._line("owner", "Owner", self._make_owner)
        self.add_row("Owner", self.owner)
        self._add_risk()
        self.due = self._line("due", "Due date", self._make_due, show=day_of("due"))
        self.add_row("Due", self.due)
        self._add_status()
        self.add_row("Backlog", side_by_side(self.theme, _PLACE, self._place_line))
        self._add_links()
        label = self.add_row("Days", self._days())
        # Its fields stand below their captions.
        label.setFixedHeight(self.theme.px(FIELD))
        self.grid.setAlignment(label, Qt.AlignmentFlag.AlignBottom)

    def _add_risk(self) -> None:
        self.impact = self._choices(
            "impact", "Impact", [_NOT_RATED, *((each, each.value.capitalize()) for each in Impact)]
        )
        self.impact.chosen.connect(lambda _value: self._rate())
        self.add_row("How bad", self.impact)
        words = [_NOT_RATED, *((each, each.value.capitalize()) for each in Likelihood)]
        self.likelihood = self._choices("likelihood", "Likelihood", words)
        self.likelihood.chosen.connect(lambda _value: self._rate())
        self.add_row("How likely", self.likelihood)
        self.stated = self._choices(
            "priority",
            "Priority as stated",
            [_UNSTATED, *((each, each.value) for each in Priority)],
        )
        self.stated.chosen.connect(self._state)
        self.add_row("Priority", self.stated)

    def _add_status(self) -> None:
        self.status = self._button("status", "Status", self._deeds.choose_status)
        self.add_row("Status", self.status)
        self.held = self._button("held", ASK, self._deeds.answer_held)
        self.add_row(ASK, self.held)
        self.add_row("Put off", side_by_side(self.theme, _DEFERRAL, self._deferral_line))

    def _add_links(self) -> None:
        self.factors = self._button("factors", "Factors", self._deeds.link_factors)
        self.findings = self._button("findings", "Findings", self._deeds.link_findings)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(8))
        row.addWidget(self.factors)
        row.addWidget(self.findings)
        row.addStretch(1)
        self.add_row("Answers", both)
        self.stopgap = self._button("stopgap", "Stopgap", self._deeds.choose_stopgap)
        self.add_row("Stopgap for", self.stopgap)

    def _line(
        self,
        name: str,
        words: str,
        make: Make,
        *,
        show: Callable[[ActionItem], str] | None = None,
        live: bool = False,
    ) -> BoundLine:
        shown = show or (lambda action: str(getattr(action, name)))
        line = BoundLine(
            self._desk,
            f"action.{name}",
            words,
            lambda review: shown(self._find(review)),
            lambda typed: lambda review: make(self._find(review), typed)(review),
            quiet=False,
            live=live,
        )
        line.setFixedHeight(self.theme.px(FIELD))
        line.home(False)
        line.refused.connect(lambda reason: self._told(line, reason))
        self._lines.append(line)
        return line

    def _place_line(self, name: str, words: str) -> BoundLine:
        make, words = partial(place_edit, name), f"Backlog {words.lower()}"
        return self._line(name, words, make, show=lambda each: part_of(each.backlog, name))

    def _deferral_line(self, name: str, words: str) -> BoundLine:
        def make(action: ActionItem, typed: str) -> Edit:
            return deferral_edit(name, action, typed, self._desk.today())

        return self._line(
            f"deferral.{name}", words, make, show=lambda each: part_of(each.deferral, name)
        )

    def _days(self) -> QWidget:
        parts = tuple((name, words, 1) for name, words in _DAYS)
        return side_by_side(self.theme, parts, self._day_line, captions=True)

    def _day_line(self, name: str, words: str) -> BoundLine:
        def make(action: ActionItem, typed: str) -> Edit:
            return edits.change_action(action.id, **{name: read_day(typed, self._desk.today())})

        return self._line(name, words, make, show=day_of(name, format_short))

    def _choices(self, name: str, words: str, choices: Sequence[tuple[str, str]]) -> ChoiceRow:
        return ChoiceRow(self.theme, f"action.{name}", words, choices)

    def _button(self, name: str, words: str, run: Callable[[], object]) -> QPushButton:
        return opening_button(self.theme, f"action.{name}", words, run)

    def add_row(self, words: str, widget: QWidget) -> Label:
        """Some rows are shown only where they say something."""
        label = super().add_row(words, widget)
        self._rows[words] = (label, widget)
        return label

    # -- edits ---------------------------------------------------------------------------------

    def _setting(self) -> Setting:
        return Setting(self._desk.review, self._desk.today())

    def _make_text(self, action: ActionItem, typed: str) -> Edit:
        return text_edit(action, typed, self._setting())

    def _make_owner(self, action: ActionItem, typed: str) -> Edit:
        return owner_edit(action, typed, self._setting())

    def _make_due(self, action: ActionItem, typed: str) -> Edit:
        return edits.change_action(action.id, due=read_due(typed, self._desk.today()))

    def _rate(self) -> None:
        impact = Impact(self.impact.value) if self.impact.value else None
        likelihood = Likelihood(self.likelihood.value) if self.likelihood.value else None
        self._apply("Rate risk", edits.rate(self._id, impact, likelihood))

    def _state(self, value: str) -> None:
        stated = Priority(value) if value else None
        edit = edits.change_action(self._id, stated_priority=stated, impact=None, likelihood=None)
        self._apply("State priority", edit)

    def _apply(self, label: str, edit: Edit) -> None:
        refusal = self._desk.apply(label, edit)
        self.tell(refusal.reason if refusal else "")
        self._show()

    # -- showing -------------------------------------------------------------------------------

    @property
    def _action(self) -> ActionItem:
        return self._find(self._desk.review)

    def _find(self, review: Review) -> ActionItem:
        found = next((each for each in review.actions if each.id == self._id), None)
        self._last = self._last if found is None else found
        return self._last

    def _show(self) -> None:
        action = self._action
        self.impact.show_value(action.impact or "")
        self.likelihood.show_value(action.likelihood or "")
        self.stated.show_value(action.stated_priority or "")
        self.status.setText(STATUS_WORDS[action.status])
        self.status.setAccessibleName(f"Status: {STATUS_WORDS[action.status]}")
        self._show_durability(action)
        self._show_links(action)
        held = self._desk.shown(held_words(action, self._desk.today()))
        self.held.setText(button_words(held))
        self.held.setAccessibleName(f"{ASK} {held}")
        for widget in self._rows[ASK]:
            widget.setVisible(action.status in FINISHED_STATUSES)
        for widget in self._rows["Put off"]:
            widget.setVisible(action.deferral is not None)

    def _show_durability(self, action: ActionItem) -> None:
        reason = self._desk.shown(reason_of(action))
        own = " (our own call)" if action.call is not None else ""
        words = f"{lasting_words(action)}{own}"
        self.durability.setText(button_words(f"{words}: {reason}" if reason else words))
        self.durability.setAccessibleName(f"How lasting: {words}")

    def _show_links(self, action: ActionItem) -> None:
        factors = cause_words(replace(action, findings=())) or "No factor"
        findings = cause_words(replace(action, factors=())) or "No finding"
        self.factors.setText(factors)
        self.findings.setText(findings)
        other = next((e for e in self._desk.review.actions if e.id == action.stopgap_for), None)
        words = self._desk.shown(other.text) if other is not None else "No other action"
        self.stopgap.setText(button_words(words))
        self.stopgap.setAccessibleName(f"Stopgap for: {words}")

    def _told(self, line: BoundLine, reason: str) -> None:
        self.tell(reason)
        if not reason:
            line.refresh()
