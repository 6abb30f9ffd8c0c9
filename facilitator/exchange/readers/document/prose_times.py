"""Times in the sentences of a timeline: at their end, or of all events at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.domain.words import Precision
from facilitator.exchange.readers.document.section_words import tells_ahead
from facilitator.exchange.readers.stamps import scan_day, scan_stamp

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.exchange.readers.document.blocks import Block
    from facilitator.exchange.readers.found import Stamp

_SENTENCES = re.compile(r"(?<=[A-Za-z)\]][.!?])\s+(?=[A-Z@])")
_AT_CLOCK = re.compile(
    r"\s(?:at|(?P<about>by))\s+(?=(?:(?:about|around|approximately|roughly)\s+|~\s*)?\d{1,2}(?::\d\d|\s?[ap]m))",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?<![\w:.])\d{1,2}(?::\d\d|\s?[ap]\.?m\b)", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.!]?\s*$|[–—]|-\s)")
_ALL_ON = re.compile(
    r"\b[Aa]ll\s+(?:the\s+|other\s+)*(?:events|entries|times|timestamps)\b[^.\n]{0,40}?"
    r"(?:\b(?:on|from|for)\s+(?=[A-Z\d])|,\s+(?=[12]\d{3}-\d\d-\d\d(?!\d)))"
)
"""“Unless otherwise noted, all events happened on 2026-03-04”: what names no day is of that one.

So it is with “All times CET, 2026-03-04”."""

_LASTED = re.compile(
    r"[(\[]?(?:~\s*|(?:about|around|approximately|roughly)\s+)?"
    r"(?:\d{1,4}\s?(?:h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)\b,?\s*(?:and\s+)?)+"
    r"(?:of\s+\w{1,20})?[)\]]?[.*_]*",
    re.IGNORECASE,
)
"""How long a span was: “(1 h 30 min)”, “about 15 minutes of darkness”."""


def sentences_told(block: Block) -> list[str]:
    """The sentences of a paragraph, if one of them ends with a time; none of a list of times."""
    lines = block.text.split("\n")
    begun = scan_stamp(lines[0])
    alone = begun is not None and not lines[0][begun.stop :].strip(" :–—-*_")
    if alone or any(scan_stamp(line) for line in lines[1:]):
        # A time for itself is that of all below it.
        return []
    sentences = whole_quotes(_SENTENCES.split(" ".join(lines)))
    return sentences if any(map(ended_with_time, sentences)) else []


def whole_quotes(pieces: Iterable[str]) -> list[str]:
    """Sentences, of which those within one quotation stay one with what leads to it.

    “We wrote: “All is well. From 10:02 it was not.”” tells of one thing that was done.
    """
    found: list[str] = []
    for piece in pieces:
        if found and _is_quoting(found[-1]):
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    return found


def _is_quoting(text: str) -> bool:
    """Whether a quotation begins in a text that does not end in it."""
    return text.count('"') % 2 == 1 or text.count("“") > text.count("”")


def ended_with_time(sentence: str) -> tuple[Stamp, Stamp | None] | None:
    """The time that a sentence ends with: “We opened a ticket at 02:22 UTC”."""
    if tells_ahead(sentence):
        return None
    for match in _AT_CLOCK.finditer(sentence):
        scanned = scan_stamp(sentence, match.end())
        if scanned and _ENDS.match(sentence, scanned.stop):
            return _as_led(scanned.stamp, match), scanned.end
    return None


def only_time(sentence: str) -> tuple[Stamp, Stamp | None] | None:
    """The one time that a point names: “The smith came at ~4:50 pm on 4 March and mended it”."""
    match = _AT_CLOCK.search(sentence)
    if match is None or len(_CLOCK.findall(sentence)) != 1 or tells_ahead(sentence):
        return None
    scanned = scan_stamp(sentence, match.end())
    return (_as_led(scanned.stamp, match), scanned.end) if scanned else None


def _as_led(stamp: Stamp, match: re.Match[str]) -> Stamp:
    """A time behind “by”, which says it only about."""
    about = match["about"] and stamp.precision is Precision.EXACT
    return stamp._replace(precision=Precision.ABOUT) if about else stamp


def only_lasts(text: str) -> bool:
    """Whether the words behind a span say no more than how long it was."""
    return _LASTED.fullmatch(text) is not None


def day_of_all(text: str) -> Stamp | None:
    """The day that a statement gives to all events."""
    match = _ALL_ON.search(" ".join(text.split()))
    found = scan_day(match.string, match.end()) if match else None
    return found[0] if found and found[0].day else None
