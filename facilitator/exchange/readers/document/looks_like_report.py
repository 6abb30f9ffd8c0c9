"""Whether a text looks like a post-mortem: by its headings, its times or its first line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.exchange.readers.document.dotted_times import dotted_lines
from facilitator.exchange.readers.document.line_times import updated
from facilitator.exchange.readers.document.section_words import (
    announces_actions,
    calls_itself_report,
    section_of,
    titles_report,
)
from facilitator.exchange.readers.document.status_lists import is_status_list
from facilitator.exchange.readers.document.status_pages import is_status_page
from facilitator.exchange.readers.document.update_pages import is_update_page
from facilitator.exchange.readers.stamps import days_in, scan_stamp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.exchange.readers.material import Material

HTML = re.compile(r"\s*(?:<!doctype html|<html|<head|<body)", re.IGNORECASE)
_NO_DOCUMENT = re.compile(
    r"\s*(?:[\[{]\s*[\[{\"\]}]|\{(?!\|)|<(?!!--|https?:|(?:a|br|center|details|div|h[1-6]|img|p|pre|table)\b))",
    re.IGNORECASE,
)
"""JSON, or a web page; a few words of HTML at the beginning are none."""
_MARKED = re.compile(r"#{1,6} |---|h[1-6]\. |={1,6} .*=\s*$")
_TAGS = re.compile(r"</?(?:h[1-6]|p|b|strong|div|li|u)\b[^<>]{0,200}>", re.IGNORECASE)
_SHORT = 3
"""Lines of a text that may be anything."""
_LINE_MOST = 80
"""Characters of a line that may be a heading."""


def looks_like_report(material: Material) -> bool:
    """Headings or names of parts that post-mortems have, or several lines with times."""
    if material.members is not None or _NO_DOCUMENT.match(material.head):
        # Whether a web page holds a report shows only once it is read.
        return bool(HTML.match(material.head))
    return reads_like_report(material.head)


def reads_like_report(head: str) -> bool:
    """The same of the beginning of a text."""
    lines = [_TAGS.sub("", line) for line in head.split("\n")]
    named = sum(map(_names_part, lines)) + _is_report_title(lines)
    marked = any(_MARKED.match(line) for line in lines)
    timed = sum(scan_stamp(updated(line.lstrip(" -*•\t|[(#>"))) is not None for line in lines)
    return (
        max(named, timed) > 1
        or dotted_lines(lines)
        or _is_called_report(lines)
        or is_status_page(head)
        or is_update_page(head)
        or is_status_list(head)
        or (marked and (named + timed > 0 or len(lines) > _SHORT))
    )


def _is_called_report(lines: Sequence[str]) -> bool:
    """Whether a text of several lines begins with one that calls it a report of an outage.

    “Interruption of the mail, 4 March 2026” does so with its day.
    """
    told = [line for line in lines if line.strip()]
    if len(told) <= _SHORT or len(told[0]) >= _LINE_MOST:
        return False
    dated = titles_report(told[0]) and next(days_in(told[0]), None) is not None
    return calls_itself_report(told[0]) or (dated and _is_report_title(told))


def _names_part(line: str) -> bool:
    return len(line) < _LINE_MOST and bool(section_of(line, whole=True) or announces_actions(line))


def _is_report_title(lines: Sequence[str]) -> bool:
    """Whether a text begins with a line that says what went wrong, or on which day."""
    first = next((line for line in lines if line.strip()), "")
    if len(first) >= _LINE_MOST or first.rstrip().endswith((".", ",")):
        return False
    return titles_report(first) or next(days_in(first), None) is not None
