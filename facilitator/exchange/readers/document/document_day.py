"""The day on which a document's story began, where its timeline does not say it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from facilitator.domain.words import Marker
from facilitator.exchange.readers.document.section_words import titles_report
from facilitator.exchange.readers.found import Stamp
from facilitator.exchange.readers.stamps import days_in, minute_of_day, scan_day, scan_stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import time

    from facilitator.exchange.readers.document.parts import Part
    from facilitator.exchange.readers.found import Entry

_TELLING = frozenset({"head", "summary", "stats", "impact"})
"""The parts that say in a sentence what happened when."""
_SENTENCE = re.compile(r"(?:(?<=[a-z)][.!?])|(?<=[A-Z]{2}[.!?]))\s+(?=[A-Z])")
_CLOCK = re.compile(r"(?<![\w:.])\d{1,2}(?::\d\d|\s?[apAP]\.?[mM]\b)")
_HAPPENED = re.compile(
    r"\b(?:outage|incident|downtime|disruption|failure)s?\b.{0,60}?"
    r"\b(?:occurred|happened|took place|began|started)\b"
    r"|\b(?:went|was|were)\s+(?:\w+\s+)?(?:down|unavailable|unreachable|inaccessible|offline)\b",
    re.IGNORECASE | re.DOTALL,
)
_SPAN = re.compile(r"\b(?:between|from)\s+(?=[A-Z\d])", re.IGNORECASE)
_UNTIL = re.compile(r",?\s+(?:and|to|until|through)\s+", re.IGNORECASE)
_UNTIL_FROM = re.compile(
    r"(?:,?\s+(?:at\s+)?\d{1,2}(?::\d\d){0,2}\s?(?:[ap]\.?m\.?)?(?:\s+\(?[A-Z]{2,5}\)?)?)?"
    r",?\s+(?:and|to|until|through)\s+",
    re.IGNORECASE,
)
"""The same behind a clock: “from March 1 at 2:00 PM UTC to March 2”."""
_ON = re.compile(
    r"(?:On|(?:In|During) the (?:(?:early|late) )?(?:morning|afternoon|evening|night|hours)"
    r"(?: of| on)?)\s+(?:the\s+)?(?=[A-Z\d])"
)
_EVENING = re.compile(r"\b(?:evening|night)\s+(?:of\s+)?(?:the\s+)?(?=[A-Z\d])", re.IGNORECASE)
_SPOKEN = re.compile(
    r"\b(?:yesterday|last night|earlier today)(?:['’]s)?"
    r"[\s,–—]*[(\[]?\s*(?:on\s+)?(?=[A-Z\d])",
    re.IGNORECASE,
)
"""What stands before a day of which one speaks on the next: “yesterday (3 March 2026)”.

“As of today (5 March)” only tells when it was written."""
_DAY_BEFORE = re.compile(
    r"\b(?:yesterday|last night)(?!['’]s)(?:\s+(?:morning|afternoon|evening))?"
    r"(?P<clock>,?\s+(?:(?:at|around|about|from|between)\s+)?\d)?",
    re.IGNORECASE,
)
"""“Yesterday at 10:02”; “yesterday's release” only tells of what was there before."""
_DAY_IN_NAME = re.compile(r"(?<!\d)([12]\d{3})[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)")
"""``2026-03-04-late-mail.md`` or ``20260304_late_mail.md``."""
_NEAR = timedelta(days=2)
_BYLINE_MOST = 10
_AROUND = 60
"""Minutes by which a sentence may name an earlier or a later clock than the timeline."""


def day_in_name(name: str) -> date | None:
    """The first day that the name of a file has in it; it may be that of the writing."""
    days = (stamp.day for stamp in days_in(_DAY_IN_NAME.sub(r" \1-\2-\3 ", name)))
    return next(filter(None, days), None)


def last_such_day(text: str, until: date) -> date | None:
    """The first day that a text names without its year, as the last such one."""
    named = (_began(stamp, Stamp(day=until)) for stamp in days_in(text) if stamp.yearless)
    return next(filter(None, named), None)


def byline_day(line: str) -> date | None:
    """The day with which a short line ends that says who wrote the text: “Ada, 5 March 2026”."""
    bare = line.strip(" \n*_.()")
    said = list(days_in(bare)) if len(bare.split()) <= _BYLINE_MOST else []
    ends = len(said) == 1 and bare.endswith(said[0].raw) and bare != said[0].raw
    return said[0].day if ends and not titles_report(bare) else None


def earliest(texts: Iterable[str]) -> str:
    """Of several texts the one with the earliest certain day: “Discovered: 5 March 2026”.

    Where a report tells both when it was noticed and when it began, the latter is its day.
    """
    told = ((stamp.day, text) for text in texts for stamp in days_in(text) if stamp.day)
    return min(told, default=(None, ""))[1]


def is_day(text: str) -> bool:
    """Whether a text is a day, and nothing else."""
    found = scan_day(text)
    return found is not None and not text[found[1] :].strip(" .")


def day_in_prose(parts: Iterable[Part], entries: Sequence[Entry]) -> date | None:
    """The only day that the summary names, if it says that things happened then.

    It must stand beside a clock of the timeline’s, or with words like “occurred”: the day of an
    earlier change alone tells nothing of the clocks below.
    """
    sentences = list(_sentences(parts))
    named = _named(sentences)
    if any(_dated(entry) for entry in entries):
        return None
    if first := _first_of_span(sentences, named):
        return first
    if len(named) != 1:
        return None
    clocks = [entry.stamp.clock for entry in entries if entry.stamp.clock]
    telling = (each for each in sentences if _named([each]))
    fits = any(_tells_of(each, clocks) for each in telling)
    # “On 9 November we were down. From 10:00 to 10:30 ...”
    begins = any(_begins_on_day(each) for each in sentences)
    fits = fits or (begins and any(_beside(each, clocks) for each in sentences))
    # Where there is no timeline, the sentence “On 9 November ...” is the whole story.
    fits = fits or (begins and not entries)
    # A day for itself above the story.
    fits = fits or any(map(is_day, sentences))
    return named.pop() if fits else None


def _tells_of(sentence: str, clocks: Sequence[time]) -> bool:
    """Whether a sentence with a day says that it was the one on which things happened."""
    if any(scan_day(sentence, spoken.end()) for spoken in _SPOKEN.finditer(sentence)):
        return True
    return _HAPPENED.search(sentence) is not None or _beside(sentence, clocks)


def day_of_opening(parts: Iterable[Part]) -> date | None:
    """The day of a summary whose first words are “On 4 March 2026 ...”: the story is that of it."""
    told = (part for part in parts if part.kind == "summary")
    first = next(filter(None, (next(_sentences([part]), "") for part in told)), "")
    return next(iter(_named([first])), None) if _begins_on_day(first) else None


def clocks_told(parts: Iterable[Part]) -> Iterator[Stamp]:
    """The clocks that the summary names, both ends of spans."""
    for sentence in _sentences(parts):
        yield from clocks_in(sentence)


def clocks_in(text: str) -> Iterator[Stamp]:
    """The clocks that a text names, both ends of spans."""
    for match in _CLOCK.finditer(text):
        if found := scan_stamp(text, match.start()):
            yield found.stamp
            yield from filter(None, [found.end])


def only_day(parts: Iterable[Part]) -> date | None:
    """The day that the summary names, if it is only one."""
    named = _named(_sentences(parts))
    return named.pop() if len(named) == 1 else None


def other_days(parts: Iterable[Part], day: date) -> bool:
    """Whether the summary names days, and this one is none of them."""
    found = [stamp for each in _sentences(parts) for stamp in days_in(each)]
    named = {each.day for each in found if each.day}
    yearless = {each.yearless for each in found if each.yearless}
    return bool(named or yearless) and day not in named and (day.month, day.day) not in yearless


def names_day(entries: Iterable[Entry], day: date) -> bool:
    """Whether the timeline itself names this day, with its year or without."""
    named = (each.stamp for each in entries)
    return any(day == each.day or each.yearless == (day.month, day.day) for each in named)


def told_by_both(title: str, entries: Iterable[Entry]) -> date | None:
    """The day of the timeline that the title names without its year, if it is only one."""
    named = {stamp.yearless for stamp in days_in(title)} - {None}
    days = {each.stamp.day for each in entries if each.stamp.day}
    fitting = {day for day in days if (day.month, day.day) in named}
    return fitting.pop() if len(fitting) == 1 else None


def evening_before(parts: Iterable[Part], day: date) -> date | None:
    """The day before this one, if the summary says that it was in its evening."""
    before = day - timedelta(days=1)
    for sentence in _sentences(parts):
        for match in _EVENING.finditer(sentence):
            said = next(days_in(sentence[match.end() :]), None)
            if said and (said.day == before or said.yearless == (before.month, before.day)):
                return before
    return None


def as_spoken(parts: Iterable[Part], day: date) -> date:
    """The day before that of the writing, if the summary says that it happened yesterday."""
    for sentence in _sentences(parts):
        spoken = _DAY_BEFORE.search(sentence)
        if spoken and (not spoken.start() or spoken["clock"] or _HAPPENED.search(sentence)):
            return day - timedelta(days=1)
    return day


def begun_before(parts: Iterable[Part], entries: Sequence[Entry], day: date) -> date:
    """An earlier day, if both a sentence “On 3 March 2026 ...” and the timeline begin before it.

    So too if the timeline ends before it: then it is the day of the writing.
    """
    told = [(each.stamp.clock, found) for each in entries if (found := _near(each.stamp, day))]
    clocked = min((found for clock, found in told if clock), default=day)
    if max((found for _, found in told), default=day) < day and clocked + _NEAR < day:
        # Days alone may only have led to it.
        return clocked
    said = (_named([each]) for each in _sentences(parts) if _begins_on_day(each))
    first = min((found for days in said for found in days), default=day)
    begun = min((each.stamp.day for each in entries if each.stamp.day), default=day)
    return first if max(first, begun) < day and abs(first - begun) <= _NEAR else day


def opened_before(parts: Iterable[Part], around: date, first: date) -> date | None:
    """The day of the very first words, if the first update came only shortly after it.

    “During the afternoon of 3 March we began to see ...”, written on the next day.
    """
    sentence = next(_sentences(parts), "")
    match = _ON.match(sentence)
    found = scan_day(sentence, match.end()) if match else None
    opening = _began(found[0], Stamp(day=around)) if found else None
    return opening if opening and first - _NEAR <= opening < first else None


def led_up_to(entries: Sequence[Entry], opening: date | None) -> date | None:
    """The day of the summary's first words, if what the timeline tells of before only led to it."""
    days = [each.stamp.day for each in entries if each.stamp.day]
    if opening is None or opening not in days:
        return None
    return opening if min(days) < opening <= min(days) + _NEAR else None


def evening_of_start(entries: Sequence[Entry], day: date) -> date:
    """The day before this one, if the timeline begins on it with what it calls the start.

    The title often tells the day on which most of it was, or on which it was written down.
    """
    first = entries[0] if entries else None
    began = first is not None and first.marker is Marker.IMPACT_START
    before = day - timedelta(days=1)
    return before if first and began and first.stamp.day == before else day


def last_night(parts: Iterable[Part], entries: Sequence[Entry], day: date) -> date:
    """The day before this one, if the timeline begins on it and the summary speaks of last night.

    Such a title tells on which day it was written.
    """
    before = day - timedelta(days=1)
    if not entries or entries[0].stamp.day != before:
        return day
    return before if any(map(_DAY_BEFORE.search, _sentences(parts))) else day


def likely_day(
    told: date | None, entries: Sequence[Entry], around: date | None = None
) -> date | None:
    """The day that the document names, unless its events are of quite another time.

    ``around`` is one that it may only have been written on: the events say more.
    """
    days = [each.stamp.day for each in entries if each.stamp.day]
    if not days:
        return told or (around and _first_near(entries, around))
    if told and not _dated(entries[0]):
        # Where the first event names no day, it is the document that does; others came later.
        return told
    if around and around in days and min(days) + _NEAR < around < max(days):
        # Nobody writes a report before its end: what is told of earlier days led to this one.
        return around
    near = told is not None and min(days) - _NEAR <= told <= max(days) + _NEAR
    return told if near else _first_timed(entries) or min(days)


def _first_timed(entries: Sequence[Entry]) -> date | None:
    """The day of the first event with a clock, where days alone far before it led to it."""
    days = [each.stamp.day for each in entries if each.stamp.day and each.stamp.clock]
    before = [each.stamp.day for each in entries if each.stamp.day and not each.stamp.clock]
    if not days or not before or min(before) + _NEAR >= min(days):
        return None
    return min(days)


def _first_near(entries: Sequence[Entry], around: date) -> date:
    """The day of the first event; without a year, it is the last such day before the report."""
    first = entries[0].stamp if entries else Stamp()
    found = _began(first, Stamp(day=around + _NEAR)) if first.yearless else None
    return found or around


def _begins_on_day(sentence: str) -> bool:
    match = _ON.match(sentence)
    found = scan_day(sentence, match.end()) if match else None
    return found is not None and found[0].day is not None


def _named(sentences: Iterable[str]) -> set[date]:
    """The certain days that sentences name; of a span, its beginning."""
    return {day for each in sentences for day in _begun(each)}


def _first_of_span(sentences: Iterable[str], named: set[date]) -> date | None:
    """The day with which a span begins, if the summary names none before it."""
    first = min(named, default=None)
    begun = (day for each in sentences for day in _spans_begun(each))
    return first if first and first in begun else None


def _spans_begun(sentence: str) -> Iterator[date | None]:
    days = list(days_in(sentence))
    yield from (each.day for each in days if _UNTIL.search(each.raw))
    for before, stamp in pairwise(days):
        if _spans(sentence, before, stamp):
            yield _began(before, stamp)


def _begun(sentence: str) -> Iterator[date]:
    found = list(days_in(sentence))
    for index, stamp in enumerate(found):
        before = found[index - 1] if index else None
        if stamp.day is None:
            continue
        if before is None or not _spans(sentence, before, stamp):
            yield stamp.day
        elif first := _began(before, stamp):
            yield first


def _spans(sentence: str, first: Stamp, last: Stamp) -> bool:
    """Whether it says from one day to another: ``between 11 November and 15 November 2025``."""
    match = _SPAN.search(sentence)
    if match is None or not sentence.startswith(first.raw, match.end()):
        return False
    rest = sentence[match.end() + len(first.raw) :]
    joined = _UNTIL_FROM.match(rest)
    return joined is not None and rest.startswith(last.raw, joined.end())


def _began(first: Stamp, last: Stamp) -> date | None:
    """The beginning of a span; often only the end has a year."""
    if first.day or not first.yearless or not last.day:
        return first.day
    month, day = first.yearless
    try:
        return date(last.day.year - ((month, day) > (last.day.month, last.day.day)), month, day)
    except ValueError:
        return None


def _near(stamp: Stamp, day: date) -> date | None:
    """The day of a stamp; without its year, the last such one that is not far after a day."""
    return stamp.day or _began(stamp, Stamp(day=day + _NEAR))


def _dated(entry: Entry) -> bool:
    stamp = entry.stamp
    return bool(stamp.at or stamp.day or stamp.slashed)


def _sentences(parts: Iterable[Part]) -> Iterator[str]:
    for number, part in enumerate(parts):
        # What stands below the title, and above all other headings, is a summary too.
        if part.kind in _TELLING or (number == 1 and not part.kind):
            for block in part.blocks:
                text = " ".join((*block.text.split(), *block.cells))
                yield from _SENTENCE.split(text)


def _beside(sentence: str, clocks: Sequence[time]) -> bool:
    """Whether a sentence names a clock of about the time that the timeline tells of."""
    if not clocks:
        return False
    first, last = min(map(minute_of_day, clocks)), max(map(minute_of_day, clocks))
    found = (scan_stamp(sentence, match.start()) for match in _CLOCK.finditer(sentence))
    said = (minute_of_day(each.stamp.clock) for each in found if each and each.stamp.clock)
    return any(first - _AROUND <= minute <= last + _AROUND for minute in said)
