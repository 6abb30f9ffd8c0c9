"""The lines of a digest: what each says, of a review and the place of a row in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.asked import ANSWERS
from facilitator.domain.day_words import format_day, format_short
from facilitator.domain.digest import Point
from facilitator.domain.text import shortened

if TYPE_CHECKING:
    from facilitator.domain.records import Addressee, Review

_LONG, _SOURCE, _NAMED = 180, 64, 56


def short(text: str) -> str:
    """A text on one line that is not too long."""
    return shortened(" ".join(text.split()), _LONG)


def _source(review: Review) -> str:
    """The incident's number, which the last chapter explains; or the title."""
    return review.incident.strip() or _title(review, _SOURCE)


def _title(review: Review, most: int) -> str:
    return shortened(" ".join(review.title.split()), most) or "A review without a title"


def itself(_place: int, review: Review) -> Point:
    """The review, and when it was held."""
    day = format_short(review.held_on, review.held_on) if review.held_on is not None else ""
    return Point(_title(review, _NAMED), ", ".join(filter(None, (review.incident.strip(), day))))


def finding(place: int, review: Review) -> Point:
    """What was found."""
    return Point(short(review.findings[place].text), _source(review))


def lesson(place: int, review: Review) -> Point:
    """What went well, badly, or got lucky."""
    return Point(short(review.lessons[place].text), _source(review))


def done(place: int, review: Review) -> Point:
    """What was done."""
    return Point(short(review.actions[place].text), _source(review))


def held(place: int, review: Review) -> Point:
    """What was looked at again, and by what it was seen whether it held."""
    action = review.actions[place]
    because = f": {action.held_because}" if action.held_because.strip() else ""
    return Point(short(f"{action.text}{because}"), _source(review))


def put_off(place: int, review: Review) -> Point:
    """What was put off, with its reason and its day, and nobody's name."""
    action = review.actions[place]
    if action.deferral is None:
        return done(place, review)
    text = f"{short(action.text)}: {short(action.deferral.reason)}"
    return Point(text, f"until {format_day(action.deferral.until)}, {_source(review)}")


def question(place: int, review: Review) -> Point:
    """Who was asked elsewhere, about what, and what they say."""
    asked = review.addressees[place]
    text = next((each.text for each in review.findings if each.id == asked.finding), "")
    return Point(f"{asked.whom}: {short(text)}", _answer(asked))


def _answer(addressee: Addressee) -> str:
    words = ANSWERS[addressee.answer]
    day = addressee.answered_on or addressee.asked_on
    if day is None:
        return words
    said = "answered" if addressee.answered_on else "asked"
    return f"{words}, {said} {format_short(day)}"
