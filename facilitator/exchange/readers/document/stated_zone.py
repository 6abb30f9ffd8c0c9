"""What a document says of the clocks that its times were read from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.domain.rules import RuleViolation
from facilitator.domain.typed_zones import MEANINGS, offset, offset_text
from facilitator.domain.zone_names import zone_named
from facilitator.domain.zones import is_known

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.exchange.readers.document.blocks import Block
    from facilitator.exchange.readers.document.parts import Part

_STATEMENT = re.compile(
    r"(?:\b(?:all|the|these|following)\b[^.\n]{0,30}?\b)?"
    r"(?:times?(?:stamps?)?|timeline|clocks?|hours)\b"
    r"(?:\s+(?:below|here|shown|listed|given|noted|mentioned|are|is|in|this|document|timeline)\b)*"
    r"\s*(?:(?:are|is|in)\b|[:=(])+\s*(?:in\s+|all\s+in\s+|given\s+in\s+|the\s+)?(?P<zone>[^.\n]{2,60})",
    re.IGNORECASE,
)
_SAID = (
    re.compile(r"(?i:\ball\s+(?:the\s+)?times(?:tamps)?)[\s:,–—-]+(?P<zone>[A-Z(][^.\n,;]{1,24})"),
    re.compile(
        r"(?i:\ball\s+(?:the\s+)?(?:events|entries|dates|hours)\b[^.\n]{0,40}?\bin)\s+"
        r"(?P<zone>[A-Z][^.\n]{1,24})"
    ),
)
"""“All times PDT”, “All entries are in UTC.”"""
_OF_PICTURES = re.compile(
    r"\b(?:screenshots?|graphs?|charts?|pictures?|images?|dashboards?|plots?)\b[^.\n]{0,40}$",
    re.IGNORECASE,
)
"""“Screenshots have timestamps in CET” says nothing of the times in the text."""
_FIELD = re.compile(r"^\W*time\s?zone\W{1,4}(?P<zone>.{2,60})$", re.IGNORECASE)
_IN_HEAD = re.compile(
    r"[(\[]\s*(?P<brackets>[^)\]]{2,40})[)\]]|\bin\s+(?P<plain>.{2,40})$|\b(?P<last>[A-Z]{2,5}(?:[+-]\d{1,2})?)$"
)
_CLAUSE = re.compile(r"[,;]")
_SIGHT = 1_000
"""Characters of a line that are looked at: such a statement is short, or begins a paragraph."""
_OFFSET = re.compile(r"(?:UTC|GMT)\s*([+\-−]\s*\d{1,2}(?::?\d{2})?)", re.IGNORECASE)
_UTC = re.compile(r"\b(?:UTC|GMT|Zulu|Z)\b(?!\s*[+\-−]\s*\d)")
_WORD = re.compile(r"\b[A-Z]{2,4}\b")
_IANA = re.compile(r"\b[A-Z][A-Za-z_]+/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?\b")
_PLACES = (
    (re.compile(r"\bpacific\b", re.IGNORECASE), "America/Los_Angeles"),
    (re.compile(r"\bcentral european\b", re.IGNORECASE), "CET"),
    (
        re.compile(r"\beastern (?:standard |daylight )?time\b|\bus/eastern\b", re.IGNORECASE),
        "America/New_York",
    ),
    (re.compile(r"\bmountain (?:standard |daylight )?time\b", re.IGNORECASE), "America/Denver"),
    (re.compile(r"\b(?:uk|british|london) (?:local )?time\b", re.IGNORECASE), "Europe/London"),
)
_WHERE = (
    (re.compile(r"\b(?:UK|U\.K\.|Britain|British|England|London)(?!\w)"), "Europe/London"),
    (re.compile(r"\b(?:Ireland|Irish|Dublin)\b"), "Europe/Dublin"),
    (re.compile(r"\bIndian?\b"), "Asia/Kolkata"),
    (re.compile(r"\bIsraeli?\b"), "Asia/Jerusalem"),
    (re.compile(r"\b(?:China|Chinese|Beijing)\b"), "Asia/Shanghai"),
)
"""Where one is tells what an abbreviation beside it means: “UK / BST”, “IST (India)”."""
_LOCAL = re.compile(r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:local )?time\b")


def zone_stated(line: str) -> str:
    """The zone that a line says its document’s times are in, or nothing.

    An offset, an IANA name, ``UTC``, or an abbreviation that may still have to be asked about.
    """
    line = line[:_SIGHT]
    found = [_FIELD.match(line), *(each.search(line) for each in (_STATEMENT, *_SAID))]
    told = (
        match for match in found if match and not _OF_PICTURES.search(line[: match.start("zone")])
    )
    return next(filter(None, (_zone_said(match["zone"]) for match in told)), "")


def _zone_said(text: str) -> str:
    """The zone of a statement: what follows it may tell of the clocks of something else."""
    first, *_ = _CLAUSE.split(text, maxsplit=1)
    return zone_in(first) or zone_in(text)


def zone_of_column(head: str) -> str:
    """The zone that the head of a column says: ``Time (UTC)``, ``Date and time in CET``."""
    match = _IN_HEAD.search(head.strip())
    if match is None:
        return ""
    return zone_in(match["brackets"] or match["plain"] or match["last"])


def zone_of_timelines(blocks: Iterable[Block], parts: Iterable[Part]) -> str:
    """The zone that the heading of a timeline states, or a line anywhere, be it wrapped."""
    timelines = [part for part in parts if part.kind == "timeline"]
    heads = (part.title for part in timelines)
    lines = (line for block in blocks if block.kind != "code" for line in block.text.split("\n"))
    texts = (block for part in timelines for block in part.blocks if block.kind == "text")
    wrapped = (" ".join(block.text.split()) for block in texts)
    found = (*map(zone_of_column, heads), *map(zone_stated, lines), *map(zone_stated, wrapped))
    return next(filter(None, found), "")


def zone_in(text: str) -> str:
    """The zone that some words name; an offset says more than the abbreviation beside it."""
    if match := _OFFSET.search(text):
        delta = offset(re.sub(r"\s", "", match[1]))
        if delta is not None:
            return offset_text(delta)
    if (match := _IANA.search(text)) and is_known(match[0]):
        return match[0]
    if named := _first_named(text):
        return _meant(named, text)
    for pattern, zone in _PLACES:
        if pattern.search(text):
            return zone
    return _local(text)


def _first_named(text: str) -> str:
    """UTC or the abbreviation, whichever comes first: “JST (the logs have UTC)”."""
    words = (match for match in _WORD.finditer(text) if match[0] in MEANINGS)
    named = {match.start(): match[0] for match in words}
    named |= {match.start(): "UTC" for match in _UTC.finditer(text)}
    return named[min(named)] if named else ""


def _meant(named: str, text: str) -> str:
    """What an abbreviation with several meanings means, if a country beside it says so."""
    homes = {each.home for each in MEANINGS.get(named, ())}
    said = [zone for pattern, zone in _WHERE if zone in homes and pattern.search(text)]
    return said[0] if len(said) == 1 else named


def _local(text: str) -> str:
    match = _LOCAL.search(text)
    if match is None:
        return ""
    try:
        return zone_named(match[1])
    except RuleViolation:
        return ""
