"""How lasting an action will be once it is done, by its words, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.coach.matching import Match, hinted, match
from facilitator.coach.phrasing import Clause, clauses
from facilitator.coach.plain_text import plain_line
from facilitator.coach.rules import NO_CONTROL
from facilitator.coach.vagueness import is_vague
from facilitator.coach.vocabulary import listed
from facilitator.coach.wording import question_of, tier_of
from facilitator.domain.words import Durability

if TYPE_CHECKING:
    from collections.abc import Sequence

    Found = Sequence[tuple[Clause, Match]]

_RANKS = {
    label: rank
    for rank, label in enumerate(
        (
            Durability.ELIMINATE,
            Durability.GUARDRAIL,
            Durability.AUTOMATE,
            Durability.DETECT,
            Durability.DOCUMENT,
            Durability.REMIND,
        )
    )
}
_NOT_YET = frozenset((Durability.INVESTIGATE, Durability.REPAIR))
# What such a title promises is told by what follows the colon.
_TITLE_VERBS = frozenset(("improve", "prevent", "ensure", "fix", "replace"))
_ASKING = frozenset(
    listed("how, whether, if, what, why, who, is, are, does, did, options, ways, way, to, for")
)


@dataclass(frozen=True, slots=True)
class Hint:
    """The coach's reading of an action; a person may see it differently."""

    label: Durability
    tier: str
    vague: bool
    because: str
    question: str


def assess(text: str) -> Hint:
    """The hint for an action's text."""
    line = plain_line(text)
    main = clauses(line)
    found = _explained(line, main)
    label = found.rule.label
    return Hint(
        label=label,
        tier=tier_of(label),
        vague=is_vague(line, main, label, open_ended=found.rule.open_ended),
        because=found.because,
        question=question_of(label),
    )


def _explained(line: str, main: list[Clause]) -> Match:
    """The rule that decides, and the words that it found."""
    chosen = _chosen([(clause, found) for clause in main if (found := match(clause))])
    return chosen or _next_best(main, clauses(line, with_reasons=True))


def _next_best(main: list[Clause], whole: list[Clause]) -> Match:
    """A control named among the reasons; or else the best sign there is."""
    for look, where in ((match, whole), (hinted, main), (hinted, whole)):
        for clause in where:
            found = look(clause)
            if found:
                return found
    return Match(NO_CONTROL)


def _chosen(found: Found) -> Match | None:
    """The first control, unless a later clause says what it comes to, or commits to more."""
    for clause, each in found:
        if clause.spelt_out and each.rule.label not in _NOT_YET:
            return each
    if not found:
        return None
    found = _after_title(found)
    asking, best = _asks(found[0]), found[0][1]
    for clause, each in found[1:]:
        if clause.commits and not asking and _stronger(each, best, joined=clause.joined):
            best = each
    return best


def _after_title(found: Found) -> Found:
    """Without a title like ``Better failover:``, if an order follows the colon."""
    (title, _), *rest = found
    says_little = not title.commits or title.tags[0].concept in _TITLE_VERBS
    return rest if title.titled and says_little and rest and rest[0][0].commits else found


def _asks(first: tuple[Clause, Match]) -> bool:
    """Whether the rest hangs on a question, as in ``Find out how to detect and block it``."""
    clause, found = first
    words = {tag.words[0] for tag in clause.tags}
    return found.rule.label is Durability.INVESTIGATE and not words.isdisjoint(_ASKING)


def _stronger(later: Match, best: Match, *, joined: bool) -> bool:
    new, old = later.rule.label, best.rule.label
    if new in _NOT_YET:
        return False
    if old is Durability.INVESTIGATE:
        # ``Find and fix the leak`` commits to the fix.
        return joined and new is not Durability.REMIND
    return old is Durability.REPAIR or _RANKS[new] < _RANKS[old]
