"""How lasting an action will be once it is done, by its words, and why."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from facilitator.coach.action_signs import bare_words, signs
from facilitator.coach.actions_model import read, weights_kept
from facilitator.coach.grammar import small_words
from facilitator.coach.matching import Match, hinted, match, speaking
from facilitator.coach.phrasing import Clause, clauses
from facilitator.coach.plain_text import plain_line
from facilitator.coach.rules import rules
from facilitator.coach.vagueness import is_vague
from facilitator.coach.wording import question_of, tier_of
from facilitator.domain.words import Durability

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.coach.actions_model import Weights

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
# So likely must a label be to be said without "probably", more so if neither rules nor words of
# the text name it: what is said plainly has the right tier nine times in ten, in reports too.
_LIKELY, _LIKELIER = 0.91, 0.94
_NOT_YET = frozenset((Durability.INVESTIGATE, Durability.REPAIR))
# What such a title promises is told by what follows the colon.
_TITLE_VERBS = frozenset(("improve", "prevent", "ensure", "fix", "replace"))


class Hint(NamedTuple):
    """The coach's reading of an action; a person may see it differently."""

    label: Durability
    tier: str
    vague: bool
    because: str
    question: str
    sure: bool = True


class Looked(NamedTuple):
    """What the rules see in a text, and the signs for the weights; no signs if nothing is said.

    ``words`` are the bare words, in and out of the clauses.
    """

    line: str
    main: Sequence[Clause]
    found: Match
    vague: bool
    signs: frozenset[str]
    words: tuple[str, ...]


@lru_cache(maxsize=2048)
def assess(text: str) -> Hint:
    """The hint for an action's text."""
    return hint(text, weights_kept())


def hint(text: str, weights: Weights) -> Hint:
    """The hint by these weights."""
    looked_at = looked(text)
    found, seen = looked_at.found, looked_at.signs
    if not seen:
        return _hint(found.rule.label, found.because, vague=True, sure=True)
    reading = read(seen, looked_at.words, found.rule, weights, vague=looked_at.vague)
    label = reading.label
    if label is found.rule.label:
        sure = reading.share >= _LIKELY
        return _hint(label, found.because, vague=reading.vague, sure=sure)
    words = speaking(looked_at.main, label)
    sure = reading.share >= (_LIKELY if words else _LIKELIER)
    return _hint(label, _learnt(words, label), vague=reading.vague, sure=sure)


def looked(text: str) -> Looked:
    """What there is to see in a text."""
    line = plain_line(text)
    main = clauses(line)
    found = _explained(line, main)
    vague = is_vague(line, main, found.rule.label, open_ended=found.rule.open_ended)
    seen = signs(line, main, found, vague=vague) if main else frozenset()
    return Looked(line, main, found, vague, seen, bare_words(line))


def _hint(label: Durability, because: str, *, vague: bool, sure: bool) -> Hint:
    return Hint(label, tier_of(label), vague, because, question_of(label), sure)


def _learnt(words: str, label: Durability) -> str:
    """Why the weights outdid the rule: what the label means, and the words that name it.

    Many words lean to a label that do not mean it; they are not quoted, for nobody would nod.
    """
    broadly = rules().broadly[label]
    return f"“{words}”: {broadly}" if words else broadly.capitalize()


def _explained(line: str, main: list[Clause]) -> Match:
    """The rule that decides, and the words that it found."""
    chosen = _chosen([(clause, found) for clause in main if (found := match(clause))])
    if chosen:
        return chosen
    uncut = main and not any(clause.cut for clause in main)
    return _next_best(main, main if uncut else clauses(line, with_reasons=True))


def _next_best(main: list[Clause], whole: list[Clause]) -> Match:
    """A control named among the reasons; or else the best sign there is."""
    for look, where in ((match, whole), (hinted, main), (hinted, whole)):
        for clause in where:
            found = look(clause)
            if found:
                return found
    return Match(rules().none)


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
    return found.rule.label is Durability.INVESTIGATE and not words.isdisjoint(small_words().asking)


def _stronger(later: Match, best: Match, *, joined: bool) -> bool:
    new, old = later.rule.label, best.rule.label
    if new in _NOT_YET:
        return False
    if old is Durability.INVESTIGATE:
        # ``Find and fix the leak`` commits to the fix.
        return joined and new is not Durability.REMIND
    return old is Durability.REPAIR or _RANKS[new] < _RANKS[old]
