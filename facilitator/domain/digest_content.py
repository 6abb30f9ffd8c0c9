"""Makes the digest of a quarter from what its reviews say; names are replaced by the caller."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from facilitator.domain import digest_lines
from facilitator.domain.day_words import format_day
from facilitator.domain.digest import CameBack, Chapter, Digest, Part, Point
from facilitator.domain.trend_words import FAMILY_WORDS, counted, quarter_spoken
from facilitator.domain.words import (
    DURABLE,
    FINISHED_STATUSES,
    ActionStatus,
    LessonSide,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from facilitator.domain.records import ActionItem, Addressee, Finding, Lesson, Review
    from facilitator.domain.trends import Quarter, Trends
    from facilitator.domain.words import Family

    Line = Callable[[], Point]
    LineOf = Callable[[int, Review], Point]

FINDINGS, LESSONS, DONE, HELD, AGAIN, ACCEPTED, ASKED = 15, 3, 8, 4, 4, 4, 5
REVIEWS = 24
"""How many lines each part has at most, so that somebody reads the digest to its end."""
_SIDES = {
    LessonSide.WELL: "Went well",
    LessonSide.BADLY: "Went badly",
    LessonSide.LUCKY: "Where we got lucky",
}


def _as_it_is(review: Review) -> Review:
    return review


@dataclass(frozen=True, slots=True)
class Material:
    """What a digest is made of; of each part only the lines that there is room for are told.

    ``reviews`` are those with anything in the quarter, and ``shown`` gives one as a wide audience
    may have it: the same rows in the same order, in other words. ``met`` says how many of those
    held in the quarter met each family; ``trends`` is the page of the whole library. ``came_back``
    are the failure classes that did, most often first.
    """

    quarter: Quarter
    reviews: Sequence[Review]
    trends: Trends
    came_back: Sequence[CameBack] = ()
    met: Mapping[Family, int] = field(default_factory=dict)
    shown: Callable[[Review], Review] = _as_it_is

    @property
    def held(self) -> list[Review]:
        """Those whose meeting was in the quarter, by day."""
        found = [(each.held_on, each) for each in self.reviews if each.held_on is not None]
        inside = [(day, each) for day, each in found if self.has(day)]
        return [each for _, each in sorted(inside, key=lambda pair: (pair[0], pair[1].id))]

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
                tuple(_learned(material)),
            ),
            Chapter(
                "What changed", "No action was finished in this quarter.", tuple(_changed(material))
            ),
            Chapter(
                "What keeps coming back", "Nothing was met more than once.", tuple(_again(material))
            ),
            Chapter("What we accepted", "Nothing was put off by decision.", (_accepted(material),)),
            Chapter("What we asked elsewhere", "Nobody elsewhere was asked.", (_asked(material),)),
            Chapter("The reviews", "No review was held in this quarter.", (_reviews(material),)),
        ),
    )


def _part(title: str, lines: Sequence[Line], most: int, one: str, many: str = "") -> Part:
    """As many lines as there is room for; the rest is only counted."""
    rest = len(lines) - most
    noun = one if rest == 1 else many or f"{one}s"
    more = f"And {rest:,} more {noun}." if rest > 0 else ""
    return Part(title, tuple(line() for line in lines[:most]), more)


def _lines(
    material: Material,
    review: Review,
    rows: Iterable[Any],
    line: LineOf,
    wanted: Callable[[Any], bool],
) -> list[Line]:
    """Those of some rows of a review that are wanted."""
    return [
        partial(_shown, material, review, line, place)
        for place, each in enumerate(rows)
        if wanted(each)
    ]


def _shown(material: Material, review: Review, line: LineOf, place: int) -> Point:
    return line(place, material.shown(review))


def _reviews(material: Material) -> Part:
    """Which reviews the digest is made of."""
    lines = [partial(_shown, material, each, digest_lines.itself, 0) for each in material.held]
    return _part("Held in this quarter", lines, REVIEWS, "review")


# -- what we learned ---------------------------------------------------------------------------


def _learned(material: Material) -> Iterable[Part]:
    held = material.held
    findings = _in_turn(
        _lines(material, each, each.findings, digest_lines.finding, _counts) for each in held
    )
    yield _part("Findings", findings, FINDINGS, "finding")
    for side, title in _SIDES.items():
        counts = partial(_is_of, side)
        lessons = _in_turn(
            _lines(material, each, each.lessons, digest_lines.lesson, counts) for each in held
        )
        yield _part(title, lessons, LESSONS, "line")


def _counts(finding: Finding) -> bool:
    return finding.focus and bool(finding.text.strip())


def _is_of(side: LessonSide, lesson: Lesson) -> bool:
    return lesson.side is side and bool(lesson.text.strip())


def _in_turn(groups: Iterable[list[Line]]) -> list[Line]:
    """The first of every review, then the second of each: no review fills the page alone."""
    return [each for turn in zip_longest(*groups) for each in turn if each is not None]


# -- what changed ------------------------------------------------------------------------------


def _changed(material: Material) -> Iterable[Part]:
    for lasts, title, most, noun in (
        (True, "Done, and lasting", DONE, "lasting action"),
        (False, "Done besides", HELD, "action"),
    ):
        done = _actions(material, digest_lines.done, partial(_is_done, material, lasts))
        yield _part(title, done, most, noun)
    for status, title in (
        (ActionStatus.DID_NOT_HOLD, "Did not hold"),
        (ActionStatus.HELD, "Held when we looked again"),
    ):
        looked = _actions(material, digest_lines.held, partial(_is_looked_at, material, status))
        yield _part(title, looked, HELD, "fix", "fixes")


def _actions(material: Material, line: LineOf, wanted: Callable[[ActionItem], bool]) -> list[Line]:
    return [
        each
        for review in material.reviews
        for each in _lines(material, review, review.actions, line, wanted)
    ]


def _is_done(material: Material, lasts: bool, action: ActionItem) -> bool:  # noqa: FBT001 - bound
    is_done = action.status in FINISHED_STATUSES and material.has(action.done_on)
    return is_done and (action.durability in DURABLE) is lasts


def _is_looked_at(material: Material, status: ActionStatus, action: ActionItem) -> bool:
    return action.status is status and material.has(action.check_on)


# -- what keeps coming back --------------------------------------------------------------------


def _again(material: Material) -> Iterable[Part]:
    held = material.held
    words = [
        partial(Point, FAMILY_WORDS[each], f"in {counted(count, 'review')} of {len(held):,}")
        for each, count in sorted(material.met.items(), key=lambda pair: (-pair[1], pair[0]))
        if count > 1
    ]
    yield _part("Kinds of factors", words, 5, "kind")
    yield _part("Patterns", _patterns(material), AGAIN, "pattern")
    found = [
        partial(
            Point,
            digest_lines.short(each.name),
            f"{counted(each.times, 'incident')}, fix closed on {format_day(each.closed)}",
        )
        for each in material.came_back
    ]
    yield _part("Seen again after the fix was closed", found, AGAIN, "class", "classes")


def _patterns(material: Material) -> list[Line]:
    """Those that a review of the quarter met, or that were last seen in it."""
    ids = {each.id for each in material.held}
    return [
        partial(
            Point,
            digest_lines.short(each.name),
            f"in {counted(len(each.reviews), 'review')} so far",
        )
        for each in sorted(material.trends.patterns, key=lambda each: -len(each.reviews))
        if not ids.isdisjoint(each.reviews) or material.has(each.last_seen)
    ]


# -- what we accepted, and asked ---------------------------------------------------------------


def _accepted(material: Material) -> Part:
    """What was put off by decision in the reviews that were held."""
    lines = [
        each
        for review in material.held
        for each in _lines(material, review, review.actions, digest_lines.put_off, _is_put_off)
    ]
    return _part("Can happen again, for now", lines, ACCEPTED, "action")


def _is_put_off(action: ActionItem) -> bool:
    return action.status is ActionStatus.DEFERRED and action.deferral is not None


def _asked(material: Material) -> Part:
    asked = partial(_is_asked, material)
    lines = [
        each
        for review in material.reviews
        for each in _lines(material, review, review.addressees, digest_lines.question, asked)
    ]
    return _part("Does it hold for them too?", lines, ASKED, "question")


def _is_asked(material: Material, addressee: Addressee) -> bool:
    return material.has(addressee.asked_on) or material.has(addressee.answered_on)
