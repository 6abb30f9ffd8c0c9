"""The title of a document: a heading, a field, its first words, or the name of its file."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from facilitator.exchange.readers.document.document_day import is_day
from facilitator.exchange.readers.document.document_fields import pairs_in
from facilitator.exchange.readers.document.line_times import unled
from facilitator.exchange.readers.document.parts import begins_with_time
from facilitator.exchange.readers.document.section_words import (
    called_by,
    field_of,
    is_way_around,
    people_named_by,
    section_of,
    titles_report,
)
from facilitator.exchange.readers.stamps import days_in, scan_stamp

if TYPE_CHECKING:
    from facilitator.exchange.readers.document.blocks import Block

_TITLE = re.compile(
    r"^(?:(?:incident\s+)?post[- ]?mortem(?:\s+report)?|(?:incident\s+)?rca(?:\s+report)?"
    r"|root[- ]cause analysis|post[- ]?incident\s+(?:review|report|analysis)|incident(?=\s*:)"
    r"|(?:(?:security|vulnerability)\s+)?(?:incident|outage|disclosure)"
    r"\s+(?:report|review|retro(?:spective)?))"
    r"\s*(?:[:–—-]|for|of|on)\s*(?=\S)",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"\W*(?:title|(?:incident\s+)?(?:post[- ]?mortems?|reports?|reviews?)"
    r"(?:\s+(?:report|review))?)\W*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,2}[.)]\s+")
_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening))\b[^.!?:\n]{0,40}[,!.]?",
    re.IGNORECASE,
)
"""What a mail begins with: “Hello everybody,”."""
_BYLINE_MOST = 3
_NAMED = re.compile(r"[A-Z][\w.’'-]{0,30}(?:,? [\w.&’'-]{1,30}){0,4}")
"""A line that only names who wrote it, or what they are there."""
_DASHES = re.compile(r"((?<!\d)\d{4}-\d\d-\d\d(?!\d))|-+")
_NOTE_FIRST = re.compile(
    r"[*_]*[(\[]((?:updated?|edited|changed)\b[^()\[\]]{3,60})[)\]][*_]*\s*(?=\S)", re.IGNORECASE
)

_NO_NAME = re.compile(r"pasted text|imported review|untitled|[\W\d_]*", re.IGNORECASE)
"""Names that tell nothing of what happened: they are a number, a day, or nobody gave them."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_LINE_MOST = 120
"""Characters of a first line that is taken for a title."""


def title_of(
    blocks: list[Block], front: dict[str, str], field: str, name: str, summary: str = ""
) -> str:
    """The title, be it that of front matter, of a field or the name of the file.

    Where that is no name, the first sentence of the summary says more.
    """
    headings = [each for each in blocks if each.kind == "heading" and not _is_only_time(each)]
    ways = [_first_title(headings), called_by(front), field, _first_line(blocks)]
    if headings and headings[0].level > 1:
        # The title of a page that its tool shows above the text.
        ways.insert(0, ways.pop(1))
    named = _from_name(name)
    ways += [_first_sentence(summary) if _NO_NAME.fullmatch(named) else "", named]
    said = " ".join(next(filter(None, ways)).split())
    bare = _TITLE.sub("", _without_note(said)).strip(" #*_")
    # “Incident report of 4 March” without its first words is no more than a day.
    return said if not bare or is_day(bare) else bare


def _is_only_time(block: Block) -> bool:
    """Whether a heading is no more than a time, deeper than a title stands."""
    return block.level > 1 and begins_with_time(block.text)


def _first_title(headings: list[Block]) -> str:
    """The first heading, if it is none of a part and stands no deeper than the others."""
    first = headings[0] if headings else None
    if first is None or section_of(first.text, whole=True):
        return ""
    if field_of(first.text) and not _GENERAL.fullmatch(first.text):
        # “# Date” above the day is no more than a field.
        return ""
    if first.level > min(each.level for each in headings):
        return ""
    told = (each for each in headings[1:3] if not is_day(each.text))
    # “Facilitator: Ada” says nothing of it either.
    below = next((each for each in told if not people_named_by(each.text)[0]), None)
    if _GENERAL.fullmatch(first.text) and below and not section_of(below.text, whole=True):
        # “Post-mortem report” says nothing; what it is of stands below it, or below its day.
        return _NUMBER.sub("", below.text)
    return first.text


def _without_note(title: str) -> str:
    """A title without the note before it that says when it was changed: ``(Update 4 March)``."""
    note = _NOTE_FIRST.match(title)
    return title[note.end() :] if note and next(days_in(note[1]), None) else title


def _below_byline(blocks: list[Block]) -> str:
    """The title of a page that begins with who wrote it and when, each on a line of its own."""
    texts = list(takewhile(lambda each: each.kind == "text", blocks[: _BYLINE_MOST + 2]))
    dated = next((at for at, each in enumerate(texts) if is_day(each.text)), 0)
    if not 0 < dated < len(texts) - 1:
        return ""
    named = (_NAMED.fullmatch(each.text) and not titles_report(each.text) for each in texts[:dated])
    below = texts[dated + 1].text.split("\n")[0]
    return below if all(named) and titles_report(below) and not below.endswith(".") else ""


def _first_line(blocks: list[Block]) -> str:
    """The first words of a text without headings, be it below a line with the day alone."""
    if titled := _below_byline(blocks):
        return titled[:_LINE_MOST]
    told = (
        each
        for each in blocks
        if not (is_way_around(each.text) or is_day(each.text) or _GREETING.fullmatch(each.text))
    )
    first = next(told, None)
    if first is None or first.kind != "text":
        return ""
    line = first.text.split("\n")[0]
    if scan_stamp(unled(line)) or section_of(line, whole=True):
        return ""
    if _is_field(replace(first, text=line)):
        return ""
    return line[:_LINE_MOST]


def _first_sentence(summary: str) -> str:
    """The first sentence of a summary, if it is no longer than a title may be."""
    first = _SENTENCE_END.split(summary.partition("\n")[0])[0].strip()
    return first.rstrip(".") if len(first) <= _LINE_MOST else ""


def _is_field(block: Block) -> bool:
    """Whether a line is ``Status: final``, say."""
    return any(field_of(name) or section_of(name, whole=True) for name, _ in pairs_in(block))


def _from_name(name: str) -> str:
    stem = name.replace("\\", "/").rsplit("/", 1)[-1]
    stem = re.sub(r"\.(?:md|markdown|txt|text|rst|html\.md\.erb)$", "", stem, flags=re.IGNORECASE)
    if not re.search(r"\s", stem):
        # The days in it keep their dashes.
        stem = _DASHES.sub(lambda match: match[1] or " ", stem)
    return stem.replace("_", " ").strip() or "Imported review"
