"""What tree and outline share: the factors as shown, the selection, the folds and the draft."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.domain import tree
from facilitator.domain.edits.factors import add_factor
from facilitator.domain.records import Factor
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import FactorKind
from facilitator.ui.factors.index import FactorIndex
from facilitator.ui.factors.linked import LinkedEvents
from facilitator.ui.factors.wording import (
    evidence_word,
    factor_words,
    family_short,
    joint_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from facilitator.domain.delta import Delta, Rows
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Review


@dataclass(frozen=True, slots=True)
class Draft:
    """A factor whose words are being typed.

    ``place`` gives the edit that keeps it; ``back`` is the factor to return to without it.
    ``typed`` are words that were half typed on another page.
    """

    factor: Factor
    label: str
    place: Callable[[Factor], Edit]
    back: str
    new: bool = True
    typed: str | None = None

    def edit(self, text: str) -> Edit:
        """The edit that keeps this factor with these words."""
        return self.place(replace(self.factor, text=text))


class TreeState(QObject):
    """The factors on the page; the views draw it, the deeds change it.

    ``changed`` tells that the selection (False) or also the factors, the folds or the draft
    (True) are others; ``began`` that words are to be typed into the draft. ``only`` is the factor
    that is shown with what is behind it and nothing else, None for the whole tree.
    """

    changed = Signal(bool)
    began = Signal()

    def __init__(
        self,
        review: Review,
        new_id: Callable[[], str],
        shown: Callable[[str], str] = str,
    ) -> None:
        """``shown`` gives texts as the room sees them, with roles for names."""
        super().__init__()
        self.shown = shown
        self._spare_effect = Factor(id=new_id(), parent=None, kind=FactorKind.EFFECT)
        self.review = review
        self._linked = LinkedEvents(review)
        self.draft: Draft | None = None
        self.leading = True
        """Whether a view shall bring the selection into view: not for what came from elsewhere."""
        self.only: str | None = None
        self.folded: frozenset[str] = frozenset()
        self.marked: frozenset[str] = frozenset()
        self.index = FactorIndex(review.factors, self._spare_effect)
        self.current = self.index.root.id

    # -- questions ---------------------------------------------------------------------------

    @property
    def current_factor(self) -> Factor:
        """The factor that the keys work on."""
        return self.index.by_id[self.current]

    @property
    def selected(self) -> list[Factor]:
        """The current factor and those marked with it, in the order of the outline."""
        wanted = self.marked | {self.current}
        return [each for each in self.index.factors if each.id in wanted]

    @property
    def topmost(self) -> list[Factor]:
        """The selected factors without those that stand behind another selected one."""
        wanted = self.marked | {self.current}
        return [each for each in self.selected if wanted.isdisjoint(self.index.ancestors(each.id))]

    @property
    def linked(self) -> LinkedEvents:
        """The events that factors may be linked with."""
        if not self._linked.are_those_of(self.review):
            self._linked = LinkedEvents(self.review)
        return self._linked

    def jointly(self, factor: Factor) -> str:
        """What says that the factors behind one are needed jointly; empty if they are not."""
        return joint_words(len(self.index.children(factor.id))) if factor.joint else ""

    def words(self, factor: Factor) -> str:
        """A factor's words as they are shown; those of the effect may come from the review."""
        return self.shown(factor_words(factor, self.review))

    def spoken(self, factor: Factor) -> str:
        """A factor in one sentence, for those who listen."""
        words = self.words(factor) or "No words yet"
        if factor.parent is None:
            about = [f"Effect: {words}", self.linked.how_long]
        else:
            about = [words, family_short(factor), evidence_word(factor.evidence_status)]
            about += [each.words for each in self.linked.of(factor)]
        behind = len(self.index.children(factor.id))
        folded = ", folded" if factor.id in self.folded else ""
        about.append(f"{behind} behind it{folded}" if behind else "")
        about.append(self.jointly(factor).lower())
        return ", ".join(part for part in about if part)

    # -- changes -----------------------------------------------------------------------------

    def select(self, factor_id: str, marked: Iterable[str] | None = None) -> None:
        """Make a factor the current one; folds that hide it open, marks stay unless given.

        One that is not shown brings the whole tree back.
        """
        if factor_id not in self.index.by_id and factor_id in self.index.whole:
            self.show_only(None)
        if factor_id not in self.index.by_id:
            return
        marks = self.marked if marked is None else frozenset(marked)
        hiding = self.folded.intersection(self.index.ancestors(factor_id))
        if factor_id == self.current and marks == self.marked and not hiding:
            return
        self.current, self.marked = factor_id, marks
        self.folded -= hiding
        self.changed.emit(bool(hiding))

    def fold(self, factor_id: str, *, folded: bool) -> None:
        """Hide what is behind a factor, or show it; what has nothing behind it cannot fold."""
        nothing = not self.index.children(factor_id)
        if folded == (factor_id in self.folded) or (folded and nothing):
            return
        self.folded ^= {factor_id}
        if folded and factor_id in self.index.ancestors(self.current):
            self.current, self.marked = factor_id, frozenset()
        self.changed.emit(True)

    def show_only(self, factor_id: str | None) -> None:
        """Show a factor with what is behind it, and nothing else; None for the whole tree."""
        only = (
            None if factor_id is None or self.index.whole[factor_id].parent is None else factor_id
        )
        if only == self.only:
            return
        self.only = only
        self._show()
        if self.current not in self.index.by_id:
            self.current = self.index.root.id
        self.marked &= self.index.by_id.keys()
        self.folded -= {*self.index.ancestors(self.current), self.index.root.id}
        self.changed.emit(True)

    def begin(self, draft: Draft) -> None:
        """Show a factor whose words are about to be typed, and make it current."""
        self.put(draft)
        self.began.emit()

    def put(self, draft: Draft) -> None:
        """Give the words that are typed this place, and make it current."""
        self.draft = draft
        self._show()
        self.current, self.marked = draft.factor.id, frozenset()
        self.folded -= frozenset(self.index.ancestors(draft.factor.id))
        self.changed.emit(True)

    def end(self, current: str) -> None:
        """The draft is kept or dropped."""
        self.draft = None
        self._show()
        self.current = current if current in self.index.by_id else self.index.root.id
        self.changed.emit(True)

    def follow(self, delta: Delta, *, lead: bool) -> bool:
        """Take over a changed review; False if the draft has lost its place.

        With ``lead`` the selection goes to what was changed, so that undo shows what it did.
        """
        self.review, kept = delta.after, True
        if "factors" in delta.rows:
            kept = self._follow_factors(delta.rows["factors"], lead=lead)
        self.leading = lead
        self.changed.emit(True)
        self.leading = True
        return kept

    def _follow_factors(self, rows: Rows, *, lead: bool) -> bool:
        wanted = (self.current, *self.index.neighbours_of(self.current))
        kept = self._show()
        if self.only is not None and lead and self.draft is None and self._is_elsewhere(rows):
            self.only = None
            self._show()
        there = self.index.by_id
        self.current = next((each for each in wanted if each in there), self.index.root.id)
        if lead and self.draft is None:
            self.current = self._of_interest(rows, self.current)
        self.marked &= there.keys()
        open_now = self.index.ancestors(self.current)
        self.folded = frozenset(
            each for each in self.folded if self.index.children(each) and each not in open_now
        )
        return kept

    def with_effect(self, edit: Edit) -> Edit:
        """The edit, on a review that may have no effect yet."""

        def both(review: Review) -> Review:
            if tree.root(review.factors) is None:
                review = add_factor(self._spare_effect)(review)
            return edit(review)

        return both

    def _is_elsewhere(self, rows: Rows) -> bool:
        """Whether all that was changed is there, and nothing of it is shown."""
        there = rows.ids & self.index.whole.keys()
        return bool(there) and there.isdisjoint(self.index.by_id)

    def _of_interest(self, rows: Rows, otherwise: str) -> str:
        """What was changed, unless that is current already: the first added, or the only other."""
        if otherwise in rows.ids:
            return otherwise
        added = {row.id for row in rows.added}
        for each in self.index.factors if added else ():
            if each.id in added:
                return each.id
        changed = [row.id for row in rows.changed if row.id in self.index.by_id]
        return changed[0] if not rows.removed and len(changed) == 1 else otherwise

    def _show(self) -> bool:
        """Index the review with the draft in its place; False if it has none any more."""
        shown, kept = self.review, True
        if self.draft is not None and self.draft.new:
            try:
                shown = self.with_effect(self.draft.place(self.draft.factor))(self.review)
            except RuleViolation:
                kept = False
        self.index = FactorIndex(shown.factors, self._spare_effect, self.only)
        if self.index.root.id != self.only:
            self.only = None
        if self.draft is not None and not self.draft.new:
            kept = self.draft.factor.id in self.index.by_id
        return kept
