"""Patterns: factors of several reviews of which a person said that they are the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from facilitator.domain.words import ActionStatus, Durability, Family

LEAST = 2
"""So many reviews at least must have met what is called a pattern."""


class Place(NamedTuple):
    """A factor in the library."""

    review_id: str
    factor_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A condition that a review met, as far as patterns need it; ``day`` is the incident's."""

    place: Place
    text: str
    title: str = ""
    incident: str = ""
    services: tuple[str, ...] = ()
    family: Family | None = None
    day: date | None = None

    @property
    def case(self) -> str:
        """What tells one incident from another: two reviews of one incident are one case."""
        return self.incident.strip().casefold() or self.place.review_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """An action that answers a factor of a pattern, or a finding that stands on one."""

    review_id: str
    action_id: str
    text: str
    status: ActionStatus
    durable: bool
    label: Durability | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A name that a person gave, and the factors that it is about."""

    id: str
    name: str
    created: str = ""
    places: frozenset[Place] = frozenset()


@dataclass(frozen=True, slots=True)
class Patterns:
    """All patterns of a library, by name; ``declined`` are digests of what is none."""

    each: tuple[Pattern, ...] = ()
    declined: frozenset[str] = frozenset()

    def find(self, pattern_id: str) -> Pattern:
        """One of them; RuleViolation if it is gone."""
        for each in self.each:
            if each.id == pattern_id:
                return each
        raise RuleViolation("pattern", "This pattern is no longer there.")

    @property
    def taken(self) -> dict[Place, str]:
        """Which pattern each factor is in."""
        return {place: each.id for each in self.each for place in each.places}


Change: TypeAlias = Callable[[Patterns], Patterns]
"""An edit on the patterns; RuleViolation if a rule refuses it."""


def confirm(pattern: Pattern) -> Change:
    """Make a pattern; RuleViolation without a name of its own, or for fewer than two reviews."""

    def change(patterns: Patterns) -> Patterns:
        if len({place.review_id for place in pattern.places}) < LEAST:
            raise RuleViolation("places", "A pattern needs factors of at least two reviews.")
        _check_free(patterns, pattern.places, "")
        return replace(patterns, each=_sorted((*patterns.each, _named(patterns, pattern))))

    return change


def rename(pattern_id: str, name: str) -> Change:
    """Give a pattern another name."""

    def change(patterns: Patterns) -> Patterns:
        renamed = replace(patterns.find(pattern_id), name=name)
        return _with(patterns, _named(patterns, renamed))

    return change


def add(pattern_id: str, places: Iterable[Place]) -> Change:
    """Put factors into a pattern; RuleViolation if one of them is in another."""
    added = frozenset(places)

    def change(patterns: Patterns) -> Patterns:
        found = patterns.find(pattern_id)
        _check_free(patterns, added, pattern_id)
        return _with(patterns, replace(found, places=found.places | added))

    return change


def take_out(pattern_id: str, place: Place) -> Change:
    """Take a factor out; a pattern without any is dissolved."""

    def change(patterns: Patterns) -> Patterns:
        found = patterns.find(pattern_id)
        left = found.places - {place}
        if not left:
            return dissolve(pattern_id)(patterns)
        return _with(patterns, replace(found, places=left))

    return change


def dissolve(pattern_id: str) -> Change:
    """Forget a pattern; its factors stay in their reviews."""

    def change(patterns: Patterns) -> Patterns:
        gone = patterns.find(pattern_id)
        return replace(patterns, each=tuple(each for each in patterns.each if each is not gone))

    return change


def decline(digests: Iterable[str]) -> Change:
    """Remember what is no pattern."""
    more = frozenset(digests)
    return lambda patterns: replace(patterns, declined=patterns.declined | more)


def _named(patterns: Patterns, pattern: Pattern) -> Pattern:
    name = clean_line(pattern.name, "name")
    if not name:
        raise RuleViolation("name", "Give the pattern a name.")
    others = {each.name.casefold() for each in patterns.each if each.id != pattern.id}
    if name.casefold() in others:
        raise RuleViolation("name", f"There is a pattern “{shortened(name)}” already.")
    return replace(pattern, name=name)


def _check_free(patterns: Patterns, places: frozenset[Place], own: str) -> None:
    taken = patterns.taken
    if any(taken.get(place, own) != own for place in places):
        raise RuleViolation("places", "One of these factors is in another pattern already.")


def _with(patterns: Patterns, changed: Pattern) -> Patterns:
    each = (changed if one.id == changed.id else one for one in patterns.each)
    return replace(patterns, each=_sorted(each))


def _sorted(patterns: Iterable[Pattern]) -> tuple[Pattern, ...]:
    return tuple(sorted(patterns, key=lambda each: (each.name.casefold(), each.id)))


def reversed_change(before: Patterns, after: Patterns) -> Change:
    """What takes a change back and leaves alone what others have changed since."""
    was = {each.id: each for each in before.each}
    now = {each.id: each for each in after.each}
    touched = {key for key in was.keys() | now.keys() if was.get(key) != now.get(key)}

    def change(patterns: Patterns) -> Patterns:
        if any(each != now.get(each.id) for each in patterns.each if each.id in touched):
            raise RuleViolation("pattern", "It was changed since, so it cannot be taken back.")
        kept = [each for each in patterns.each if each.id not in touched]
        back = [was[key] for key in touched if key in was]
        for each in back:
            _check_free(Patterns(tuple(kept)), each.places, "")
        declined = patterns.declined - (after.declined - before.declined)
        declined |= before.declined - after.declined
        return Patterns(_sorted([*kept, *back]), declined)

    return change
