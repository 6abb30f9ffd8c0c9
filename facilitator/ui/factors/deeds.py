"""What the keys of the Factors page do, the same for the tree and for its outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.edits import actions, chain, factors, findings
from facilitator.domain.phase import Phase
from facilitator.domain.records import ActionItem, Factor, Finding
from facilitator.domain.tree import subtree_ids
from facilitator.domain.words import EvidenceStatus, FactorKind, Family
from facilitator.ui.deeds import ADD_FINDING
from facilitator.ui.deleting import tell_deleted
from facilitator.ui.factors.wording import (
    FAMILY_HELP,
    evidence_word,
    family_word,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from facilitator.domain.edits import Edit
    from facilitator.domain.rules import RuleViolation
    from facilitator.ui.chooser import Choice
    from facilitator.ui.desk import Desk
    from facilitator.ui.factors.state import TreeState

_CYCLE = (
    EvidenceStatus.UNKNOWN,
    EvidenceStatus.HYPOTHESIS,
    EvidenceStatus.SUPPORTED,
    EvidenceStatus.RULED_OUT,
)
_NOT_EFFECT = "The effect is what is asked about; choose a factor."


class FactorDeeds:
    """Edits on the selection; ``say`` shows a sentence at the factor it is about."""

    def __init__(
        self, desk: Desk, state: TreeState, page: QWidget, say: Callable[[str], object]
    ) -> None:
        self.desk, self.state = desk, state
        self._page, self._say = page, say

    # -- what a factor is ----------------------------------------------------------------------

    def choose_family(self) -> None:
        """Ask for the family of the selected factors."""
        from facilitator.ui.chooser import Choice, Chooser  # noqa: PLC0415 - not needed to show

        chosen = self._wanted()
        if not chosen:
            return
        current = chosen[0].family
        choices = [
            Choice(each.value, family_word(each), FAMILY_HELP[each.value]) for each in Family
        ]
        choices.append(Choice("", "No family"))
        sheet = Chooser(
            self.desk.theme,
            "Which family?",
            choices,
            lambda choice: self.set_family(Family(choice.id) if choice.id else None),
            current=current.value if current else None,
        )
        sheet.open_over(self._page.window())

    def set_family(self, family: Family | None) -> None:
        """Give the selected factors a family."""
        self._change("Choose family", family=family)

    def next_evidence(self) -> None:
        """Give the selected factors the evidence status after the current one's."""
        chosen = self._wanted()
        if chosen:
            now = (
                self.state.current_factor if self.state.current_factor in chosen else chosen[0]
            ).evidence_status
            status = _CYCLE[(_CYCLE.index(now) + 1) % len(_CYCLE)]
            label = f"Evidence: {evidence_word(status).lower()}"
            self._change(label, f"evidence:{self.state.current}", evidence_status=status)

    def toggle_trigger(self) -> None:
        """Say that the current factor set it off, or that it made it possible."""
        factor = self.state.current_factor
        if factor.parent is None:
            self._say(_NOT_EFFECT)
            return
        trigger = factor.kind is FactorKind.TRIGGER
        kind = FactorKind.CONDITION if trigger else FactorKind.TRIGGER
        self._tell(self._apply("Change kind", factors.change_factor(factor.id, kind=kind)))

    def toggle_joint(self) -> None:
        """Say that what is behind the current factor is needed jointly, or each on its own."""
        factor = self.state.current_factor
        if not factor.joint and len(self.state.index.children(factor.id)) < 2:
            self._say("Needed jointly takes at least two factors behind this one.")
            return
        edit = factors.change_factor(factor.id, joint=not factor.joint)
        self._tell(self._apply("Needed jointly", edit))

    def link_events(self) -> None:
        """Choose the events of the timeline that belong to the current factor."""
        from facilitator.ui.chooser import Choice, Chooser  # noqa: PLC0415 - as above

        factor, review = self.state.current_factor, self.state.review
        linked, shown = self.state.linked, self.state.shown
        if not review.events:
            self._say("The timeline has no events yet.")
            return
        sheet = Chooser(
            self.desk.theme,
            "Which events belong to it?",
            [
                Choice(each.id, shown(each.text), linked.chip(each).words, also=each.text)
                for each in review.events
            ],
            lambda choice: self._toggle_event(factor.id, choice),
            checked=set(factor.events),
        )
        sheet.open_over(self._page.window())

    def _toggle_event(self, factor_id: str, choice: Choice) -> None:
        self._tell(self._apply("Link event", factors.toggle_event(factor_id, choice.id)))

    # -- where a factor stands -----------------------------------------------------------------

    def shift(self, step: int) -> None:
        """Move the current factor among those beside it."""
        edit = factors.shift_factor(self.state.current, step)
        self._tell(self._apply("Move factor", edit))

    def promote(self) -> None:
        """Move the current factor beside the one before it."""
        parent = self.state.current_factor.parent
        beside = self.state.index.by_id[parent].parent if parent is not None else None
        if parent is None or beside is None:
            self._say("It stands directly beside the effect.")
            return
        self.move(self.state.current, beside, self.state.index.place(parent) + 1)

    def demote(self) -> None:
        """Move the current factor behind the one above it."""
        place = self.state.index.place(self.state.current)
        if place == 0:
            self._say("No factor stands above this one, to move behind.")
            return
        above = self.state.index.siblings(self.state.current)[place - 1]
        self.move(self.state.current, above.id, None)

    def move(self, factor_id: str, parent_id: str, index: int | None) -> None:
        """Move a factor with all that is behind it; a refusal is told."""
        edit = factors.move_factor(factor_id, parent_id, index)
        self._tell(self._apply("Move factor", edit))

    def delete(self) -> None:
        """Remove the selected factors with all that is behind them."""
        chosen = [each for each in self.state.topmost if each.parent is not None]
        if not chosen:
            self._say("The effect stays: it is what the review asks about.")
            return
        label = "Delete factor" if len(chosen) == 1 else f"Delete {len(chosen)} factors"
        behind = set[str]().union(
            *(subtree_ids(self.state.review.factors, each.id) for each in chosen)
        )
        # Those that were selected first: they are what somebody looked at.
        gone = [*chosen, *(self.state.index.by_id[each] for each in behind)]
        texts = list({each.id: each.text for each in gone}.values())
        edits = [factors.remove_subtree(each.id) for each in chosen]
        if not self._tell(self._apply(label, chain(*edits))):
            tell_deleted(self.desk, texts)

    def delete_only(self) -> None:
        """Remove the current factor; what was behind it takes its place."""
        text, edit = self.state.current_factor.text, factors.remove_only(self.state.current)
        if not self._tell(self._apply("Delete this factor only", edit)):
            tell_deleted(self.desk, [text])

    # -- what is shown -------------------------------------------------------------------------

    def fold(self) -> None:
        """Hide what is behind the current factor, or show it again."""
        current = self.state.current
        if not self.state.index.children(current):
            self._say("Nothing is behind this factor yet.")
            return
        self.state.fold(current, folded=current not in self.state.folded)

    def mark(self) -> None:
        """Add the current factor to the selection, or take it out."""
        state = self.state
        state.select(state.current, state.marked ^ {state.current})

    def unmark(self) -> None:
        """Select the current factor only."""
        self.state.select(self.state.current, ())

    def spotlight(self) -> None:
        """Show the current factor large and alone, with what is behind it."""
        from facilitator.ui.spotlight.card import show_spotlight  # noqa: PLC0415 - when asked for

        if self.state.draft is None:
            show_spotlight(self.desk, "factors", self.state.current, self.state.select)

    # -- where it leads ------------------------------------------------------------------------

    def finding(self) -> None:
        """Make a finding of the selected factors and go there; one that is there is shown."""
        chosen = self._worded()
        if not chosen:
            return
        ids = tuple(each.id for each in chosen)
        there = [each for each in self.desk.review.findings if set(each.factors) == set(ids)]
        if there:
            self.desk.host.go(Phase.FINDINGS, there[0].id)
            return
        room = sum(each.focus for each in self.desk.review.findings) < findings.FOCUS_LIMIT
        new = Finding(id=self.desk.new_id(), text=self._headline(chosen), factors=ids, focus=room)
        if not self._tell(self._apply(ADD_FINDING, findings.add_finding(new))):
            self.desk.host.go(Phase.FINDINGS, new.id)

    def action(self) -> None:
        """Make an action against the selected factors and go there to word it."""
        from facilitator.coach.hinting import with_hint  # noqa: PLC0415 - not needed to show

        chosen = self._worded()
        if not chosen:
            return
        new = ActionItem(
            id=self.desk.new_id(),
            text=self._headline(chosen),
            factors=tuple(each.id for each in chosen),
            proposed_on=self.desk.today(),
        )
        if not self._tell(self._apply("Add action", actions.add_action(with_hint(new)))):
            self.desk.host.go(Phase.ACTIONS, new.id)

    def _headline(self, chosen: list[Factor]) -> str:
        texts = {each.id: each.text for each in chosen}
        return texts.get(self.state.current, chosen[0].text)

    def _worded(self) -> list[Factor]:
        chosen = self._wanted()
        if any(not each.text for each in chosen):
            self._say("Put this factor into words first.")
            return []
        return chosen

    # -- shared steps --------------------------------------------------------------------------

    def _wanted(self) -> list[Factor]:
        """The selected factors without the effect; says so if nothing is left."""
        chosen = [each for each in self.state.selected if each.parent is not None]
        if not chosen:
            self._say(_NOT_EFFECT)
        return chosen

    def _change(self, label: str, merge_key: str | None = None, **fields: object) -> None:
        edits = [factors.change_factor(each.id, **fields) for each in self._wanted()]
        if edits:
            self._tell(self._apply(label, chain(*edits), merge_key))

    def _apply(self, label: str, edit: Edit, merge_key: str | None = None) -> RuleViolation | None:
        return self.desk.apply(label, self.state.with_effect(edit), merge_key)

    def _tell(self, refusal: RuleViolation | None) -> bool:
        if refusal is not None:
            self._say(refusal.reason)
        return refusal is not None
