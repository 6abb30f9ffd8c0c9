"""Asks why and what else: opens a factor for its words, keeps it or leaves no trace."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.edits import factors
from facilitator.domain.records import Factor
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import FactorKind
from facilitator.ui.factors.state import Draft
from facilitator.ui.factors.wording import effect_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.edits import Edit
    from facilitator.domain.words import Family
    from facilitator.ui.desk import Desk
    from facilitator.ui.factors.state import TreeState

_NO_WORDS = RuleViolation("text", "Say what it is. Esc keeps the old words; Delete removes it.")
_GONE = "What you are wording is no longer there. Enter keeps your words as a new factor."


class Asking:
    """Drafts on the selection; ``say`` shows a sentence at the factor it is about."""

    def __init__(self, desk: Desk, state: TreeState, say: Callable[[str], object]) -> None:
        self._desk, self._state, self._say = desk, state, say

    def why(self) -> None:
        """Ask what is behind the current factor."""
        parent = self._state.current_factor
        first = parent.parent is None and not self._state.index.children(parent.id)
        # The room starts with what set it off and goes on to what made it possible.
        self._add_below(FactorKind.TRIGGER if first else FactorKind.CONDITION, None)

    def why_in(self, family: Family) -> None:
        """Ask what of one family is behind the current factor."""
        self._add_below(FactorKind.CONDITION, family)

    def what_else(self) -> None:
        """Ask what stands beside the current factor; beside the effect there is nothing."""
        beside = self._state.current_factor
        if beside.parent is None:
            self.why()
            return
        new = Factor(id=self._desk.new_id(), parent=beside.parent)
        place = partial(factors.add_factor, index=self._state.index.place(beside.id) + 1)
        self._state.begin(Draft(new, "Add factor", place, beside.id))

    def insert_parent(self) -> None:
        """Put a factor between the current one and the one before it."""
        child = self._state.current_factor
        if child.parent is None:
            self._say("Nothing stands before the effect.")
            return
        new = Factor(id=self._desk.new_id(), parent=child.parent)
        place = partial(factors.insert_parent, child.id)
        self._state.begin(Draft(new, "Insert factor", place, child.id))

    def edit(self) -> None:
        """Change the words of the current factor."""
        factor = self._state.current_factor
        label = "Change the effect" if factor.parent is None else "Reword factor"
        self._state.begin(Draft(factor, label, _reword, factor.id, new=False))

    def first_words(self) -> str:
        """What stands in the editor when it opens."""
        draft = self._state.draft
        if draft is None:
            return ""
        return self._old_words(draft) if draft.typed is None else draft.typed

    def _old_words(self, draft: Draft) -> str:
        if draft.factor.parent is None:
            return effect_words(draft.factor, self._state.review)
        return draft.factor.text

    def keep(self, text: str) -> RuleViolation | None:
        """Keep the draft with these words; an empty new one leaves no trace."""
        draft = self._state.draft
        if draft is None:
            return None
        if not text.strip() and draft.factor.parent is not None:
            if not draft.new:
                return _NO_WORDS
            self.drop()
            return None
        if not draft.new and text == self._old_words(draft):
            self.drop()
            return None
        before, self._state.draft = self._state.review, None
        edit = self._state.with_effect(draft.edit(text))
        refusal = self._desk.apply(draft.label, edit)
        if refusal is not None:
            self._state.draft = draft
        elif self._state.review is before:
            self._state.end(draft.factor.id)
        return refusal

    def words_now(self) -> str | None:
        """The words that the review has for the factor that is reworded; None for a new one."""
        draft, there = self._state.draft, self._state.index.by_id
        if draft is None or draft.new or draft.factor.id not in there:
            return None
        return self._old_words(replace(draft, factor=there[draft.factor.id]))

    def displaced(self, words: str) -> None:
        """The place of the draft is gone; what was typed into it goes on as a new factor."""
        draft, there = self._state.draft, self._state.index
        if draft is None:
            return
        if not words.strip():
            # The selection has gone to what is nearest.
            self._state.end(self._state.current)
            return
        above = draft.factor.parent
        parent = above if above is not None and above in there.by_id else there.root.id
        new = Factor(id=self._desk.new_id(), parent=parent, family=draft.factor.family)
        self._state.put(Draft(new, "Add factor", factors.add_factor, parent))
        self._say(_GONE)

    def drop(self) -> None:
        """Forget the draft."""
        if self._state.draft is not None:
            self._state.end(self._state.draft.back)

    def _add_below(self, kind: FactorKind, family: Family | None) -> None:
        parent = self._state.current
        new = Factor(id=self._desk.new_id(), parent=parent, kind=kind, family=family)
        self._state.begin(Draft(new, "Add factor", factors.add_factor, parent))


def _reword(factor: Factor) -> Edit:
    return factors.change_factor(factor.id, text=factor.text)
