"""The factors of one moment, in the order of the outline, with the ways between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain import tree

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from facilitator.domain.records import Factor


class FactorIndex:
    """Answers questions about one tree; made anew for every change, never changed.

    ``only`` is the factor that is shown with what is behind it, and nothing else; None for all.
    ``whole`` holds every factor by id, also what is not shown.
    """

    def __init__(
        self, factors: tuple[Factor, ...], spare_effect: Factor, only: str | None = None
    ) -> None:
        """Take what hangs on the effect; a review without one is shown with the spare."""
        self._below = tree.by_parent(factors or (spare_effect,))
        self.factors = self._in_order(self._below[None])
        self.whole = self.by_id = {each.id: each for each in self.factors}
        if only in self.whole:
            self.factors = self._in_order([self.whole[only]])
            self.by_id = {each.id: each for each in self.factors}
        self.root = self.factors[0]

    def _in_order(self, tops: list[Factor]) -> tuple[Factor, ...]:
        found: list[Factor] = []
        stack = list(reversed(tops))
        while stack:
            factor = stack.pop()
            found.append(factor)
            stack.extend(reversed(self._below.get(factor.id, [])))
        return tuple(found)

    def children(self, factor_id: str) -> list[Factor]:
        """Factors directly behind one, in order."""
        return self._below.get(factor_id, [])

    def ids_below(self, folded: AbstractSet[str]) -> dict[str, list[str]]:
        """Ids of the factors directly behind every one that has some and is not folded."""
        return {
            parent: [each.id for each in below]
            for parent, below in self._below.items()
            if parent is not None and parent not in folded
        }

    def siblings(self, factor_id: str) -> list[Factor]:
        """A factor and those shown beside it, in order."""
        if factor_id == self.root.id:
            return [self.root]
        return self._below[self.by_id[factor_id].parent]

    def place(self, factor_id: str) -> int:
        """Index of a factor among its siblings."""
        return next(i for i, each in enumerate(self.siblings(factor_id)) if each.id == factor_id)

    def ancestors(self, factor_id: str) -> list[str]:
        """Ids from the parent up to the effect, also of what is not shown."""
        found, parent = [], self.by_id[factor_id].parent
        while parent is not None:
            found.append(parent)
            parent = self.whole[parent].parent
        return found

    def count_below(self, factor_id: str) -> int:
        """How many factors are behind one, at any depth."""
        total, stack = 0, [factor_id]
        while stack:
            below = self.children(stack.pop())
            total += len(below)
            stack.extend(each.id for each in below)
        return total

    def visible(self, folded: AbstractSet[str]) -> list[Factor]:
        """The factors that no fold hides, in the order of the outline."""
        hidden: set[str] = set()
        shown = []
        for each in self.factors:
            if each.parent in hidden or each.parent in folded:
                hidden.add(each.id)
            else:
                shown.append(each)
        return shown

    def neighbours_of(self, factor_id: str) -> list[str]:
        """Where to go when a factor goes: what is behind it, beside it, before it."""
        if factor_id not in self.by_id or self.by_id[factor_id].parent is None:
            return []
        siblings = [each.id for each in self._below[self.by_id[factor_id].parent]]
        place = siblings.index(factor_id)
        beside = [*siblings[place + 1 :], *reversed(siblings[:place])]
        below = self.children(factor_id)
        return [*(each.id for each in below), *beside, *self.ancestors(factor_id)]
