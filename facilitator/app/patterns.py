"""Patterns of a library: proposed, confirmed with a name, changed, taken back and planned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.coach.patterns import apart, proposals
from facilitator.domain import patterns as edits
from facilitator.domain.pattern_words import Known
from facilitator.domain.patterns import Pattern
from facilitator.store.patterns import count_patterns, met_of, met_rows, read_patterns, read_tried
from facilitator.store.quick import Reader
from facilitator.store.values import instant_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from facilitator.coach.patterns import Proposal
    from facilitator.domain.patterns import Change, Met, Patterns, Place, Tried
    from facilitator.store.plan import Select
    from facilitator.store.store import Store

    Undo = Callable[[], "Undo"]


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that is to be said of patterns, as the library stood at one moment."""

    patterns: Patterns
    met: tuple[Met, ...]
    tried: Mapping[str, tuple[Tried, ...]]

    def known(self) -> tuple[Known, ...]:
        """The patterns, the one seen most often first."""
        taken = self.patterns.taken
        behind: dict[str, list[Met]] = {each.id: [] for each in self.patterns.each}
        for each in self.met:
            if each.place in taken:
                behind[taken[each.place]].append(each)
        found = [self._known(each, behind[each.id]) for each in self.patterns.each]
        return tuple(sorted(found, key=lambda each: (-each.cases, each.pattern.name.casefold())))

    def _known(self, pattern: Pattern, met: list[Met]) -> Known:
        met.sort(key=lambda each: (each.day is None, each.day, each.place))
        return Known(pattern=pattern, met=tuple(met), tried=self.tried.get(pattern.id, ()))

    def proposals(self) -> tuple[Proposal, ...]:
        """What may be a pattern, or join one: takes seconds in a large library."""
        return proposals(self.met, self.patterns.taken, self.patterns.declined)


class PatternBook:
    """What a person can do with patterns.

    Every deed gives back what undoes it, and that gives back what does it again. RuleViolation
    tells what cannot be a pattern, WriteFailed and LibraryUnusable what cannot be done; then
    nothing has changed.
    """

    def __init__(
        self, store: Store, now: Callable[[], datetime], new_id: Callable[[], str]
    ) -> None:
        self._store, self._now, self._new_id = store, now, new_id

    def gathered(self) -> Gathered:
        """Read all that is needed, over a connection of its own: any thread may ask for it."""

        def read(select: Select) -> tuple[Patterns, Mapping[str, tuple[Tried, ...]]]:
            return read_patterns(select), read_tried(select)

        with Reader(self._store.path) as reader:
            patterns, tried = reader.read(read)
            rows = reader.read(met_rows)
        return Gathered(patterns, met_of(rows), tried)

    def count(self) -> int:
        """How many patterns there are."""
        with Reader(self._store.path) as reader:
            return reader.read(count_patterns)

    def confirm(self, proposal: Proposal, name: str) -> Undo:
        """Make a pattern of a proposal, or put its factors into the pattern that they join."""
        places = frozenset(each.place for each in proposal.met)
        if proposal.joins is not None:
            return self.add(proposal.joins, places)
        created = instant_out(self._now()) or ""
        pattern = Pattern(id=self._new_id(), name=name, created=created, places=places)
        return self._change(edits.confirm(pattern))

    def add(self, pattern_id: str, places: Iterable[Place]) -> Undo:
        """Put factors into a pattern."""
        return self._change(edits.add(pattern_id, places))

    def rename(self, pattern_id: str, name: str) -> Undo:
        """Give a pattern another name."""
        return self._change(edits.rename(pattern_id, name))

    def take_out(self, pattern_id: str, met: Met) -> Undo:
        """Take a factor out, and never propose it for this pattern again.

        A pattern without any is dissolved.
        """
        out = edits.take_out(pattern_id, met.place)
        decline = edits.decline(apart(met, pattern_id))
        return self._change(lambda patterns: decline(out(patterns)))

    def dissolve(self, pattern_id: str) -> Undo:
        """Forget a pattern; its factors may be proposed again."""
        return self._change(edits.dissolve(pattern_id))

    def decline(self, proposal: Proposal, met: Met | None = None) -> Undo:
        """Remember that a proposal, or one factor of it, is no pattern: it never comes back."""
        digests = proposal.digests if met is None else proposal.digests_of(met)
        return self._change(edits.decline(digests))

    def _change(self, change: Change) -> Undo:
        before, after = self._store.change_patterns(change)
        return lambda: self._take_back(before, after)

    def _take_back(self, before: Patterns, after: Patterns) -> Undo:
        """Undo what was changed, and nothing that was changed since."""
        return self._change(edits.reversed_change(before, after))
