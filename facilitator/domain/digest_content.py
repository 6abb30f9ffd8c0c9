"""Makes the digest of a quarter from what its reviews say; names are replaced by the caller."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from facilitator.domain.asked import ANSWERS
from facilitator.domain.day_words import format_day, format_short
from facilitator.domain.digest import CameBack, Chapter, Digest, Part, Point
from facilitator.domain.text import shortened
from facilitator.domain.trend_words import FAMILY_WORDS, counted, quarter_spoken
from facilitator.domain.words import (
    DURABLE,
    FINISHED_STATUSES,
    ActionStatus,
    EvidenceStatus,
    LessonSide,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from facilitator.domain.records import ActionItem, Addressee, Finding, Review
    from facilitator.domain.trends import Quarter, Trends
    from facilitator.domain.words import Family

FINDINGS, LESSONS, DONE, HELD, AGAIN, ACCEPTED, ASKED = 15, 3, 8, 4, 4, 4, 5
REVIEWS = 24
"""How many lines each part has at most, so that somebody reads the digest to its end."""
_LONG, _SOURCE, _NAMED = 180, 64, 56
_SIDES = {
    LessonSide.WELL: "Went well",
    LessonSide.BADLY: "Went badly",
    LessonSide.LUCKY: "Where we got lucky",
}


@dataclass(frozen=True, slots=True)
class Material:
    """What a digest is made of: the reviews as a wide audience may have them.

    ``reviews`` are those with anything in the quarter; ``trends`` is the page of the whole library.
    ``came_back`` are the failure classes that did, most often first.
    """

    quarter: Quarter
    reviews: Sequence[Review]
    trends: Trends
    came_back: Sequence[CameBack] = ()

    @property
    def held(self) -> list[Review]:
        """Those whose meeting was in the quarter, by day."""
        found = [(each.held_on, each) for each in self.reviews if each.held_on is not None]
        inside = [(day, each) for day, each in found if self.has(day)]
        return [each for _, each in sorted(inside, key=lambda pair: (pair[0], pair[1].id))]

    @property
    def actions(self) -> list[tuple[Review, ActionItem]]:
        """All actions of these reviews."""
        return [(review, each) for review in self.reviews for each in review.actions]

    def has(self, day: date | None) -> bool:
        """Whether a day lies in the quarter."""
        return day is not None and self.quarter.first <= day <= self.quarter.last


def digest_of(material: Material) -> Digest:
    """The digest."""
    held = material.held
    count = counted(len(held), "review") if held else "No review"
    facts = f"{count} in {quarter_spoken(material.quarter)}"
    return Digest(
        material.quarter,
        facts,
        (
            Chapter(
                "What we learned",
                "No review of this quarter has a finding yet.",
                tuple(_learned(held)),
            ),
            Chapter(
                "What changed", "No action was finished in this quarter.", tuple(_changed(material))
            ),
            Chapter(
                "What keeps coming back", "Nothing was met more than once.", tuple(_again(material))
            ),
            Chapter("What we accepted", "Nothing was put off by decision.", (_accepted(held),)),
            Chapter("What we asked elsewhere", "Nobody elsewhere was asked.", (_asked(material),)),
            Chapter("The reviews", "No review was held in this quarter.", (_reviews(held),)),
        ),
    )


def _part(title: str, points: Sequence[Point], most: int, one: str, many: str = "") -> Part:
    """As many lines as there is room for; the rest is counted."""
    rest = len(points) - most
    noun = one if rest == 1 else many or f"{one}s"
    more = f"And {rest:,} more {noun}." if rest > 0 else ""
    return Part(title, tuple(points[:most]), more)


def _source(review: Review) -> str:
    """The incident's number, which the last chapter explains; or the title."""
    return review.incident.strip() or _title(review, _SOURCE)


def _title(review: Review, most: int) -> str:
    return shortened(" ".join(review.title.split()), most) or "A review without a title"


def _reviews(held: Sequence[Review]) -> Part:
    """Which reviews the digest is made of."""
    points = []
    for review in held:
        day = format_short(review.held_on, review.held_on) if review.held_on is not None else ""
        source = ", ".join(filter(None, (review.incident.strip(), day)))
        points.append(Point(_title(review, _NAMED), source))
    return _part("Held in this quarter", points, REVIEWS, "review")


def _line(text: str) -> str:
    return shortened(" ".join(text.split()), _LONG)


# -- what we learned ---------------------------------------------------------------------------


def _learned(held: Sequence[Review]) -> Iterable[Part]:
    findings = _in_turn(
        [Point(_line(each.text), _source(review)) for each in review.findings if _told(each)]
        for review in held
    )
    yield _part("Findings", findings, FINDINGS, "finding")
    for side, title in _SIDES.items():
        lessons = _in_turn(
            [
                Point(_line(each.text), _source(review))
                for each in review.lessons
                if each.side is side and each.text.strip()
            ]
            for review in held
        )
        yield _part(title, lessons, LESSONS, "line")


def _told(finding: Finding) -> bool:
    return finding.focus and bool(finding.text.strip())


def _in_turn(groups: Iterable[list[Point]]) -> list[Point]:
    """The first of every review, then the second of each: no review fills the page alone."""
    return [each for turn in zip_longest(*groups) for each in turn if each is not None]


# -- what changed ------------------------------------------------------------------------------


def _changed(material: Material) -> Iterable[Part]:
    done = [
        (review, each)
        for review, each in material.actions
        if each.status in FINISHED_STATUSES and material.has(each.done_on)
    ]
    lasting = [each for each in done if each[1].durability in DURABLE]
    others = [each for each in done if each[1].durability not in DURABLE]
    yield _part("Done, and lasting", list(map(_done, lasting)), DONE, "lasting action")
    yield _part("Done besides", list(map(_done, others)), HELD, "action")
    looked = [each for each in material.actions if material.has(each[1].check_on)]
    for status, title in (
        (ActionStatus.DID_NOT_HOLD, "Did not hold"),
        (ActionStatus.HELD, "Held when we looked again"),
    ):
        found = [_held(*each) for each in looked if each[1].status is status]
        yield _part(title, found, HELD, "fix", "fixes")


def _done(pair: tuple[Review, ActionItem]) -> Point:
    review, action = pair
    return Point(_line(action.text), _source(review))


def _held(review: Review, action: ActionItem) -> Point:
    because = f": {action.held_because}" if action.held_because.strip() else ""
    return Point(_line(f"{action.text}{because}"), _source(review))


# -- what keeps coming back --------------------------------------------------------------------


def _again(material: Material) -> Iterable[Part]:
    held, trends = material.held, material.trends
    met = Counter(family for review in held for family in _families(review))
    words = [
        Point(FAMILY_WORDS[each], f"in {counted(count, 'review')} of {len(held):,}")
        for each, count in sorted(met.items(), key=lambda pair: (-pair[1], pair[0]))
        if count > 1
    ]
    yield _part("Kinds of factors", words, 5, "kind")
    ids = {each.id for each in held}
    patterns = [
        Point(_line(each.name), f"in {counted(len(each.reviews), 'review')} so far")
        for each in sorted(trends.patterns, key=lambda each: -len(each.reviews))
        if not ids.isdisjoint(each.reviews) or material.has(each.last_seen)
    ]
    yield _part("Patterns", patterns, AGAIN, "pattern")
    found = [
        Point(
            _line(each.name),
            f"{counted(each.times, 'incident')}, fix closed on {format_day(each.closed)}",
        )
        for each in material.came_back
    ]
    title = "Seen again after the fix was closed"
    yield _part(title, found, AGAIN, "class", "classes")


def _families(review: Review) -> set[Family]:
    """The families that a review met; what was ruled out counts nowhere."""
    return {
        each.family
        for each in review.factors
        if each.parent is not None
        and each.family is not None
        and each.evidence_status is not EvidenceStatus.RULED_OUT
    }


# -- what we accepted, and asked ---------------------------------------------------------------


def _accepted(held: Sequence[Review]) -> Part:
    """What was put off, with its reason and its day, and nobody's name."""
    points = []
    for review in held:
        for each in review.actions:
            if each.status is ActionStatus.DEFERRED and each.deferral is not None:
                until = f"until {format_day(each.deferral.until)}"
                text = f"{_line(each.text)}: {_line(each.deferral.reason)}"
                points.append(Point(text, f"{until}, {_source(review)}"))
    return _part("Can happen again, for now", points, ACCEPTED, "action")


def _asked(material: Material) -> Part:
    points = [
        Point(f"{each.whom}: {_line(_text_of(review, each))}", _answer(each))
        for review in material.reviews
        for each in review.addressees
        if material.has(each.asked_on) or material.has(each.answered_on)
    ]
    return _part("Does it hold for them too?", points, ASKED, "question")


def _text_of(review: Review, addressee: Addressee) -> str:
    return next((each.text for each in review.findings if each.id == addressee.finding), "")


def _answer(addressee: Addressee) -> str:
    words = ANSWERS[addressee.answer]
    day = addressee.answered_on or addressee.asked_on
    if day is None:
        return words
    said = "answered" if addressee.answered_on else "asked"
    return f"{words}, {said} {format_short(day)}"
