"""Type to choose what a finding stands on, and what will be done about it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain import tree
from facilitator.domain.edits import actions as action_edits
from facilitator.domain.edits import findings as edits
from facilitator.domain.records import Finding
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import EvidenceStatus
from facilitator.ui.chooser import Choice, Chooser
from facilitator.ui.deeds import ADD_FINDING, Deeds
from facilitator.ui.findings.wording import detail_words, lasting_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import ActionItem, Factor, Review
    from facilitator.ui.desk import Desk
    from facilitator.ui.findings.list_view import FindingsList

_NO_FACTORS = "The tree has no factors yet. Ctrl+3 goes there."
_ALL_FOUND = "Every factor has its finding. L links more factors to this one."
_KEPT = "Your words are kept: Enter goes on with them."
_NEW_ACTION = "Enter adds this as a new action."


class Linking(Deeds["FindingsList"]):
    """Opens the choosers; every choice is an edit at once, undone with the document.

    A new action that is half typed when its chooser closes is there again the next time.
    """

    def __init__(self, desk: Desk, view: FindingsList, say: Callable[[str], object]) -> None:
        super().__init__(desk, view, say)
        self._half_typed: dict[str, str] = {}

    def factors(self, finding: Finding) -> None:
        """Link factors to a finding, or unlink them."""
        found = factors_to_link(self._desk.review)
        if not found:
            self._say(_NO_FACTORS)
            return

        def chosen(choice: Choice) -> None:
            self.apply("Link factor", edits.toggle_factor(finding.id, choice.id))

        self._ask(
            "Because of which factors?",
            _choices(found, self._desk.shown),
            chosen,
            set(finding.factors),
        )

    def finding_of_factors(self) -> None:
        """Make one finding of the factors that are chosen, then type its words."""
        review = self._desk.review
        found = factors_without_finding(review)
        if not found:
            self._say(_ALL_FOUND if factors_to_link(review) else _NO_FACTORS)
            return
        gathering = Gathering(self._desk, self._view, self.apply)
        title = "A finding from which factors?"
        sheet = self._ask(title, _choices(found, self._desk.shown), gathering.toggle, set())
        sheet.closed.connect(gathering.word_it)

    def actions(self, finding: Finding, typed: str = "", refused: str = "") -> None:
        """Link actions to a finding, or type a new one; one that was refused is there again."""
        review = self._desk.review

        def chosen(choice: Choice) -> None:
            self.apply("Link action", action_edits.toggle_finding(choice.id, finding.id))

        chooser = Chooser(
            self._desk.theme,
            "So we will: which actions?",
            [
                Choice(each.id, self._desk.shown(each.text), lasting_words(each), also=each.text)
                for each in review.actions
            ],
            chosen,
            checked={each.id for each in review.actions if finding.id in each.findings},
            other=lambda text: self._add_action(finding, text),
            empty=refused or _NEW_ACTION,
        )
        chooser.line.setPlaceholderText("Type a new action, or some words of one that is there")
        chooser.line.setText(typed or self._half_typed.pop(finding.id, ""))
        chooser.closed.connect(lambda: self._keep_typed(finding, chooser))
        self.open(chooser)

    def _keep_typed(self, finding: Finding, chooser: Chooser) -> None:
        """What was typed and not taken; taken words stand selected, for the next ones."""
        typed, line = chooser.line.text(), chooser.line
        if typed.strip() and not chooser.answered and line.selectedText() != typed:
            self._half_typed[finding.id] = typed
            self._say(_KEPT)

    def _add_action(self, finding: Finding, text: str) -> None:
        try:
            new = self._read_action(text)
        except RuleViolation as refused:
            self.actions(finding, text, refused.reason)
            return
        linked = replace(new, findings=(finding.id,), factors=finding.factors)
        refusal = self._desk.apply("Add action", action_edits.add_action(linked))
        if refusal is not None:
            self.actions(finding, text, refusal.reason)

    def _read_action(self, text: str) -> ActionItem:
        from facilitator.coach.hinting import with_hint  # noqa: PLC0415 - not needed to show
        from facilitator.domain import action_line  # noqa: PLC0415 - as above

        today = self._desk.today()
        line = action_line.read(text, today, self._desk.review.participants)
        return with_hint(action_line.action(line, self._desk.new_id(), today))

    def _ask(
        self,
        title: str,
        choices: list[Choice],
        chosen: Callable[[Choice], object],
        checked: set[str],
    ) -> Chooser:
        chooser = Chooser(self._desk.theme, title, choices, chosen, checked=checked)
        self.open(chooser)
        return chooser


class Gathering:
    """A finding that grows with the factors chosen for it and goes with the last of them."""

    def __init__(
        self, desk: Desk, view: FindingsList, apply: Callable[[str, Edit], object]
    ) -> None:
        self._desk, self._view, self._apply = desk, view, apply
        self._id = ""

    def toggle(self, choice: Choice) -> None:
        """Link a factor, or take it out again."""
        finding = next((each for each in self._desk.review.findings if each.id == self._id), None)
        if finding is None:
            self._begin(choice)
        elif finding.factors == (choice.id,):
            self._apply("Remove finding", edits.remove_finding(finding.id))
        else:
            self._apply("Link factor", edits.toggle_factor(finding.id, choice.id))

    def word_it(self) -> None:
        """Type the words of what was made; they begin as those of its first factor."""
        if any(each.id == self._id for each in self._desk.review.findings):
            self._view.choose(self._id)
            self._view.edit_current(whole=True)

    def _begin(self, choice: Choice) -> None:
        self._id = self._desk.new_id()
        new = Finding(
            id=self._id,
            text=choice.also,
            factors=(choice.id,),
            focus=room_in_focus(self._desk.review),
        )
        self._apply(ADD_FINDING, edits.add_finding(new))


def room_in_focus(review: Review) -> bool:
    """Whether one more finding fits into the focus."""
    return sum(each.focus for each in review.findings) < edits.FOCUS_LIMIT


def factors_to_link(review: Review) -> list[Factor]:
    """All worded factors but the effect, in the order of the tree."""
    walked = (factor for factor, _depth in tree.walk(review.factors))
    return [each for each in walked if each.parent is not None and each.text]


def factors_without_finding(review: Review) -> list[Factor]:
    """Those that no finding stands on yet, without what was ruled out."""
    linked = {factor_id for finding in review.findings for factor_id in finding.factors}
    return [
        each
        for each in factors_to_link(review)
        if each.id not in linked and each.evidence_status is not EvidenceStatus.RULED_OUT
    ]


def _choices(factors: list[Factor], shown: Callable[[str], str]) -> list[Choice]:
    return [
        Choice(each.id, shown(each.text), detail_words(each), also=each.text) for each in factors
    ]
