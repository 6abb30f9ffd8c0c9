"""All that the coach would tell the facilitator of a review, what would change most first."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from facilitator.coach.alike import pairs as alike_pairs
from facilitator.coach.alike import reading
from facilitator.coach.analysis_words import told_of
from facilitator.coach.durability import assess
from facilitator.coach.lack import BETWEEN
from facilitator.coach.lacking_actions import is_vague, standing_actions
from facilitator.coach.lacking_causes import known_names, live_factors
from facilitator.coach.language_of import judged_sentences, remarks
from facilitator.coach.leaves import ends_at_person, out_of_reach
from facilitator.coach.pairs import pairs
from facilitator.coach.readiness import lacks
from facilitator.coach.shapes import missing, stronger
from facilitator.domain.words import CLOSED_STATUSES, Durability

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from facilitator.coach.lack import Lack
    from facilitator.coach.language_of import LanguageRemark
    from facilitator.domain.records import ActionItem, Review

_LEVERAGE = (
    ("no_tree", "stops_at_trigger", "stops_at_person", "unchangeable_leaf", "single_chain"),
    ("no_action", "no_durable_action", "finding_without_action"),
    ("no_timeline", "no_evidence", "only_hypotheses"),
    ("family_not_asked",),
    ("blame", "human_error", "counterfactual"),
    ("not_an_action", "weak_action", "vague"),
    (
        "no_focus",
        "too_many_in_focus",
        "finding_without_factor",
        "factor_unused",
        "factors_alike",
        "action_without_cause",
        "deferred_without_end",
    ),
    ("no_owner", "no_date", "no_place", "not_rated"),
    (
        "marker_missing",
        "finding_without_reason",
        "no_summary",
        "no_impact",
        "no_title",
        "no_severity",
        "no_lessons",
    ),
)
_RANKS = {rule: rank for rank, rules in enumerate(_LEVERAGE) for rule in rules}
_ONE_BY_ONE = frozenset(("vague",))
"""What is told of every action by itself here, with what would help this one."""
_ENDS = frozenset(("stops_at_person", "unchangeable_leaf"))
_WEAK = {
    Durability.REMIND: "relies on vigilance",
    Durability.DOCUMENT: "only writes it down",
}
_REMARKS = {
    "blame": ("This blames somebody", "This probably blames somebody"),
    "human_error": ("This offers a slip as the cause", "This probably offers a slip as the cause"),
    "counterfactual": ("This tells what did not happen", "This probably tells what did not happen"),
}
"""What is said of words, and what if the coach is not sure."""
_ROWS = {"timeline": "events", "close": "lessons"}


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to bring up: where it is, why it matters, and what to ask.

    ``target`` and ``phase`` are where a jump leads, ``details`` the texts it is about. ``key``
    changes with the rule, the rows and their texts; ``leverage`` is lowest for what would change
    most. ``stronger`` are forms that a weak action could take.
    """

    rule: str
    where: str
    message: str
    why: str
    question: str
    phase: str
    target: str | None
    key: str
    details: tuple[str, ...] = ()
    leverage: int = 0
    stronger: tuple[str, ...] = ()


def advice(review: Review, today: date | None = None) -> tuple[Advice, ...]:
    """What the facilitator could bring up, by leverage; empty when there is nothing."""
    found = lacks(review, today)
    every = chain(
        (_of_lack(each) for each in found if each.rule not in _ONE_BY_ONE),
        _on_words(review, found),
        _on_actions(review),
    )
    # The same sentence may stand in a text twice.
    once = {each.key: each for each in every}
    return tuple(sorted(once.values(), key=lambda each: each.leverage))


def looked_at(review: Review, today: date | None = None) -> Iterator[tuple[Advice, ...] | None]:
    """The same in small pieces, for those who must not wait: None after each, at last the advice.

    What was found out of a text is remembered, so that the last piece is small too.
    """
    people = known_names(review)
    for factor in review.factors:
        reading(factor.text)
        out_of_reach(factor.text)
        ends_at_person(factor.text, people)
        yield None
    for text in _texts(review):
        judged_sentences(text, people)
        yield None
    for action in review.actions:
        tuple(_on_action(action))
        yield None
    alike_pairs(tuple(each.text for each in live_factors(review)))
    yield None
    yield advice(review, today)


def _texts(review: Review) -> Iterator[str]:
    yield from (review.summary, review.impact)
    yield from (each.text for each in review.events)
    yield from (each.text for each in review.factors)
    yield from (each.text for each in review.findings)
    yield from (each.text for each in review.actions)
    yield from (each.text for each in review.lessons)


def _of_lack(lack: Lack) -> Advice:
    return Advice(
        lack.rule,
        lack.where,
        lack.message,
        lack.why,
        lack.question,
        lack.phase,
        lack.target,
        _key(lack.rule, lack.where, lack.details),
        lack.details,
        _RANKS[lack.rule],
    )


def _on_words(review: Review, found: tuple[Lack, ...]) -> Iterator[Advice]:
    """Remarks on words; not on those of a leaf that is brought up as the end of its branch."""
    told = {place for lack in found if lack.rule in _ENDS for place in lack.where.split(BETWEEN)}
    for remark in remarks(review):
        if _where(remark) not in told:
            yield _of_remark(remark)


def _of_remark(remark: LanguageRemark) -> Advice:
    judged, rule = remark.judged, str(remark.judged.label)
    where = _where(remark)
    return Advice(
        rule,
        where,
        _REMARKS[rule][not judged.sure],
        judged.spans[0].why if judged.spans else told_of(rule)[0],
        judged.ask,
        remark.phase,
        remark.target,
        _key(rule, where, (remark.text,)),
        (remark.text,),
        _RANKS[rule],
    )


def _where(remark: LanguageRemark) -> str:
    if remark.phase == "brief":
        return f"review.{remark.field}"
    return f"{_ROWS.get(remark.phase, remark.phase)}[{remark.target}]"


def _on_actions(review: Review) -> Iterator[Advice]:
    bridged = pairs(review).bridged
    for action in standing_actions(review):
        if action.status not in CLOSED_STATUSES:
            weak = action.durability in _WEAK and action.id not in bridged
            yield from _on_action(action, weak=weak)


def _on_action(action: ActionItem, *, weak: bool = True) -> Iterator[Advice]:
    """That it is weak, and what it could be; or else that it is vague, and what is missing."""
    ask = missing(action.text) if is_vague(action) else ""
    if weak and action.durability in _WEAK:
        forms = stronger(action.text, action.durability)
        sure = action.call is not None or assess(action.text).sure
        message = f"An action {'' if sure else 'probably '}{_WEAK[action.durability]}"
        yield _of_action("weak_action", action, message, ask, forms)
    elif is_vague(action):
        yield _of_action("vague", action, "An action is vague", ask)


def _of_action(
    rule: str, action: ActionItem, message: str, ask: str, forms: tuple[str, ...] = ()
) -> Advice:
    why, question = told_of(rule)
    where = f"actions[{action.id}]"
    return Advice(
        rule,
        where,
        message,
        why,
        ask or question,
        "actions",
        action.id,
        _key(rule, where, (action.text,)),
        (action.text,),
        _RANKS[rule],
        forms,
    )


def _key(rule: str, where: str, details: tuple[str, ...]) -> str:
    told = "\0".join((rule, where, *details)).encode()
    return hashlib.blake2b(told, digest_size=12).hexdigest()
