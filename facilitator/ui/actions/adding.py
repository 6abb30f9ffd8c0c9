"""Adds what is typed into the entry line, linked to what it is for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from facilitator.coach.hinting import with_hint
from facilitator.domain.action_line import action as action_of
from facilitator.domain.action_line import read
from facilitator.domain.edits import chain
from facilitator.domain.edits.actions import add_action
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import shortened
from facilitator.ui.actions.late_hint import LateHint
from facilitator.ui.actions.reading import HELP, question_of, reading_of
from facilitator.ui.actions.wording import people_known
from facilitator.ui.fields import mark
from facilitator.ui.preview import Reading

if TYPE_CHECKING:
    from facilitator.domain.action_line import ActionLine
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import ActionItem, Review
    from facilitator.ui.actions.dock import ActionsDock
    from facilitator.ui.actions.model import ActionModel
    from facilitator.ui.actions.table import ActionsTable
    from facilitator.ui.desk import Desk

MOST_LINES = 50
"""So many lines are pasted as actions at once."""
_LINKED = "What is added now is linked to it. Esc ends that."
_ONE_WORD = "“{}” would be a new action. Enter again adds it, F6 goes back to the table."
_BULLET = re.compile(r"\s*(?:[-*•–]|[0-9]{1,3}[.)])\s+(?:\[[ xX]?\]\s+)?")


@dataclass(frozen=True, slots=True)
class Purpose:
    """Factors and findings that added actions are linked to."""

    factors: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.factors or self.findings)

    def within(self, review: Review) -> Purpose:
        """What of it is still there."""
        factors = {each.id for each in review.factors}
        findings = {each.id for each in review.findings}
        return Purpose(
            tuple(each for each in self.factors if each in factors),
            tuple(each for each in self.findings if each in findings),
        )

    def words(self, review: Review) -> str:
        """``for: Limits have no staged rollout``; empty if it is nothing."""
        texts = [each.text for each in review.findings if each.id in self.findings]
        texts += [each.text for each in review.factors if each.id in self.factors]
        more = f" and {len(texts) - 1} more" if len(texts) > 1 else ""
        return f"for: {texts[0]}{more}" if texts else ""


class Adding(QObject):
    """The entry line at work; ``mode_changed`` tells that its keys mean something else."""

    mode_changed = Signal()

    def __init__(
        self, desk: Desk, model: ActionModel, table: ActionsTable, dock: ActionsDock
    ) -> None:
        super().__init__()
        self._desk, self._model, self._table = desk, model, table
        self._entry, self._preview = dock.entry, dock.preview
        self.purpose = Purpose()
        self._escaped = False
        self.late = LateHint(dock)
        self.late.came.connect(self._hint_came)
        self._entry.textChanged.connect(self.show)
        self._entry.entered.connect(self.add)
        self._entry.stepped.connect(table.step)
        self._entry.paged.connect(lambda pages: table.step(pages * table.page_rows()))
        self._entry.left.connect(self.end_purpose)
        self._entry.pasted.connect(self.add_lines)
        self.show()

    # -- what added actions are for ------------------------------------------------------------

    def begin_for(self, factors: tuple[str, ...] = (), findings: tuple[str, ...] = ()) -> None:
        """Link what is added from now on; Escape in the entry line ends it."""
        self._set_purpose(Purpose(factors, findings).within(self._desk.review))

    def end_purpose(self) -> None:
        """Link nothing any more."""
        self._set_purpose(Purpose())

    def _set_purpose(self, purpose: Purpose) -> None:
        self.purpose = purpose
        self._entry.show_purpose(self._desk.shown(purpose.words(self._desk.review)))
        self.show()
        self.mode_changed.emit()

    def follow(self) -> None:
        """Take over changed words of what added actions are for, and forget what is gone."""
        if self.purpose:
            self._set_purpose(self.purpose.within(self._desk.review))
        else:
            self.show()

    # -- adding --------------------------------------------------------------------------------

    def add(self) -> None:
        """Add the action that is typed."""
        if not self._entry.text().strip():
            self.show()
            return
        line = self._read(self._entry.text())
        if self._escaped and line.text and " " not in line.text:
            # Whoever presses the keys of the table here would have made an action of them.
            self._escaped = False
            self._refuse(_ONE_WORD.format(shortened(line.text)))
            return
        try:
            new = self._made(line)
        except RuleViolation as refusal:
            self._refuse(refusal.reason)
            return
        refused = self._desk.apply("Add action", add_action(new))
        if refused is None:
            self._escaped = False
            self._entry.set_text("")
        else:
            self._refuse(refused.reason)

    def come_from_table(self) -> None:
        """Escape was pressed in the table: what is typed now may be meant for that."""
        self._escaped = True
        self._entry.setFocus()

    def add_lines(self, text: str) -> None:
        """Add several lines at once, all of them or none; refused ones stay in the entry line."""
        lines = [each for each in map(_unlisted, text.splitlines()) if each]
        try:
            edits = self._edits_of(lines)
        except RuleViolation as refusal:
            self._entry.insert(" ".join(lines))
            self._refuse(f"{refusal.reason} Nothing was added.")
            return
        refused = self._desk.apply(f"Add {len(edits)} actions", chain(*edits))
        if refused is not None:
            self._entry.insert(" ".join(lines))
            self._refuse(refused.reason)

    def _edits_of(self, lines: list[str]) -> list[Edit]:
        if len(lines) > MOST_LINES:
            raise RuleViolation(
                "text", f"These are {len(lines):,} lines; at most {MOST_LINES} are added at once."
            )
        return [add_action(self._made_of(number, each)) for number, each in enumerate(lines, 1)]

    def _made_of(self, number: int, typed: str) -> ActionItem:
        try:
            return self._made(self._read(typed))
        except RuleViolation as refusal:
            reason = f"Line {number}, “{shortened(typed)}”: {refusal.reason}"
            raise RuleViolation(refusal.field, reason) from None

    def _made(self, line: ActionLine) -> ActionItem:
        new = action_of(line, self._desk.new_id(), self._desk.today())
        linked = replace(new, factors=self.purpose.factors, findings=self.purpose.findings)
        return with_hint(linked)

    def _read(self, typed: str) -> ActionLine:
        review = self._desk.review
        return read(typed, self._desk.today(), people_known(review))

    # -- telling -------------------------------------------------------------------------------

    def show(self, *_typed: object) -> None:
        """Show what is understood of the line, or what to ask of the current action."""
        mark(self._entry, "")
        if self._entry.text().strip():
            self._show_typed()
        else:
            self.late.on("")
            self._entry.show_spans(())
            self._preview.show_reading(self._resting())

    def _hint_came(self) -> None:
        # A sentence about a problem stays until something else is typed.
        if self._entry.text().strip() and not self._preview.reading.note:
            self._show_typed()

    def _show_typed(self) -> None:
        line = self._read(self._entry.text())
        self._entry.show_spans(line.spans)
        self._preview.show_reading(reading_of(line, self.late.on(line.text)))

    def resized(self) -> None:
        """Narrow windows tell more of the current action."""
        if not self._entry.text().strip() and not self._preview.reading.note:
            self._preview.show_reading(self._resting())

    def show_reading(self, reading: Reading) -> None:
        """Show another reading until something is typed or chosen."""
        self._preview.show_reading(reading)

    def say(self, sentence: str) -> None:
        """Show a sentence below the entry line."""
        self.show_reading(Reading(note=sentence))

    def _resting(self) -> Reading:
        if self.purpose:
            return Reading(quiet=_LINKED)
        action = self._model.record_of(self._table.current_id or "")
        if action is None:
            return Reading(quiet=HELP)
        until = self._model.until(action)
        return question_of(
            action, self._model.today, self._model.shown, until, wide=self._table.wide
        )

    def _refuse(self, reason: str) -> None:
        mark(self._entry, reason)
        self.say(reason)

    # -- state ---------------------------------------------------------------------------------

    def settle(self) -> None:
        """The page is left: what nobody began to type is for nothing any more."""
        if self.purpose and not self._entry.text().strip():
            self.end_purpose()

    def state(self) -> dict[str, Any]:
        """What is typed, and what it is for."""
        return {"text": self._entry.text(), "purpose": self.purpose}

    def restore(self, state: dict[str, Any]) -> None:
        """Take over the line that this one replaces."""
        self._entry.set_text(state["text"])
        self._set_purpose(state["purpose"].within(self._desk.review))


def _unlisted(line: str) -> str:
    """A line without the bullet, number or box of a list."""
    return _BULLET.sub("", line, count=1).strip() if _BULLET.match(line) else line.strip()
