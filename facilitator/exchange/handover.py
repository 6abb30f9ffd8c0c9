"""The hand-over comes back: keys and statuses of a tracker, from its CSV or from JSON."""

from __future__ import annotations

import csv
import re
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING, Any

from facilitator.domain.edits.handover import HandedBack
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line
from facilitator.exchange.json_text import parse
from facilitator.exchange.refused import Refused
from facilitator.exchange.trackers import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HEADS_LIMIT = 100_000
"""Bytes in which the headings of a table end."""
ROW_LIMIT = 20_000
"""Rows of the longest file that is read."""
_FIELDS = {
    "id": ("facilitator", "facilitator id", "external issue id", "external id"),
    "key": ("issue key", "key", "issue id", "iid", "number", "id", "work item id", "backlog_key"),
    "url": ("url", "link", "html_url", "web_url", "issue url", "backlog_url"),
    "status": ("status", "state", "workflow state"),
    "done": (
        *("done_on", "resolved", "completed", "closed at", "closed_at", "closed at (utc)"),
        *("closed date", "resolution date"),
    ),
    "system": ("system", "backlog_system"),
}
"""What trackers call the columns, in small letters; the first that is there counts."""
_TEXTS = ("description", "body", "summary", "title", "notes")
"""Columns in which our id may stand with its mark."""
_ID = re.compile(rf"{MARK}(\S+)")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?![\d])")
_SYSTEMS = (
    ("jira", {"issue key", "issue type"}),
    ("gitlab", {"iid", "closed at (utc)", "issue id"}),
    ("azure", {"work item type"}),
    ("linear", {"workflow state", "cycle name", "team"}),
    ("github", {"html_url", "number"}),
)
_NAMES = {
    "jira": "Jira",
    "gitlab": "GitLab",
    "azure": "Azure",
    "linear": "Linear",
    "github": "GitHub",
}


def read_handover(data: bytes, form: str) -> tuple[HandedBack, ...]:
    """The rows that name one of our actions; Refused, with row and column, for what cannot be read.

    ``form`` is ``csv`` or ``json`` (a list of objects). Rows of issues that are not ours are
    passed over; a file in which no row is ours is refused.
    """
    rows = list(_csv_rows(data) if form == "csv" else _json_rows(data))
    found = tuple(filter(None, (_handed(where, row) for where, row in rows)))
    if not found:
        words = f"None of its {len(rows):,} rows names an action: no “{MARK}…” is in it."
        raise Refused("", words)
    return found


def is_handover(data: bytes) -> bool:
    """Whether JSON is a list, as trackers give it, and no review."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[")


def names_ours(data: bytes) -> bool:
    """Whether a file holds our mark, or a column for our ids."""
    if MARK.encode() in data:
        return True
    first = data[:_HEADS_LIMIT].lstrip(b"\xef\xbb\xbf").partition(b"\n")[0].lower()
    heads = {head.strip(b"\"' \r") for head in re.split(rb"[,;\t]", first)}
    return b"call_reason" in heads or any(name.encode() in heads for name in _FIELDS["id"])


def _csv_rows(data: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"byte {error.start}", "The file is not text in UTF-8.") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first = text.partition("\n")[0]
    parted_by = max(",;\t", key=first.count)
    reader = csv.reader(StringIO(text.replace("\0", "")), delimiter=parted_by)
    try:
        heads = [head.strip().casefold() for head in next(reader, [])]
        if not any(heads):
            raise Refused("row 1", "The file has no headings.")
        for number, cells in enumerate(reader, 2):
            if number > ROW_LIMIT:
                raise Refused(f"row {number}", f"At most {ROW_LIMIT:,} rows are read.")
            pairs = zip(heads, _padded(cells, heads), strict=True)
            yield f"row {number}", dict(reversed(list(pairs)))
    except csv.Error as error:
        raise Refused(f"line {reader.line_num}", f"This is no CSV: {error}.") from None


def _padded(cells: list[str], heads: list[str]) -> list[str]:
    """As many cells as headings; of columns of one name the first counts."""
    return (cells + [""] * len(heads))[: len(heads)]


def _json_rows(data: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    found = parse(data)
    if not isinstance(found, list):
        raise Refused("", "This should be a list of issues.")
    if len(found) > ROW_LIMIT:
        raise Refused("", f"The list has {len(found):,} entries; at most {ROW_LIMIT:,} are read.")
    for index, each in enumerate(found):
        if not isinstance(each, dict):
            raise Refused(f"[{index}]", "This should be an object.")
        yield f"[{index}]", {str(key).casefold(): _text(value) for key, value in each.items()}


def _text(value: Any) -> str:
    if isinstance(value, dict):
        # ``{"state": {"name": "Done"}}``
        return _text(value.get("name") or value.get("key") or "")
    return "" if value is None or isinstance(value, list | bool) else str(value)


def _handed(where: str, row: Mapping[str, str]) -> HandedBack | None:
    action_id = _id_in(row)
    if not action_id:
        return None
    done = _field(row, "done")
    return HandedBack(
        where,
        action_id,
        key=_line(row, "key", where),
        url=_line(row, "url", where),
        system=_line(row, "system", where) or _system(row),
        status=_line(row, "status", where),
        done_on=_day(done, where) if done else None,
    )


def _id_in(row: Mapping[str, str]) -> str:
    named = next((row[head] for head in _FIELDS["id"] if row.get(head, "").strip()), "")
    if not named and {"call_reason", "stopgap_for"} <= row.keys():
        # Our own table of actions.
        named = row.get("id", "")
    if named:
        return named.strip().removeprefix("'")
    marks = (_ID.search(row.get(head, "")) for head in _TEXTS)
    return next((mark[1] for mark in marks if mark), "")


def _field(row: Mapping[str, str], name: str) -> str:
    ours = {"call_reason", "stopgap_for"} <= row.keys()
    heads = (head for head in _FIELDS[name] if not (ours and head in {"id", "key"}))
    return next((row[head].strip() for head in heads if row.get(head, "").strip()), "")


def _line(row: Mapping[str, str], name: str, where: str) -> str:
    try:
        return clean_line(_field(row, name), name).removeprefix("'")
    except RuleViolation as refusal:
        raise Refused(f"{where}, {name}", refusal.reason) from None


def _system(row: Mapping[str, str]) -> str:
    """The tracker whose columns these are; none while the row has no issue of its own yet."""
    if not (_field(row, "key") or _field(row, "url")):
        return ""
    return next((_NAMES[name] for name, heads in _SYSTEMS if heads & row.keys()), "")


def _day(text: str, where: str) -> date | None:
    """The day that a text begins with; other forms than 2026-03-04 are ambiguous and refused."""
    found = _DAY.match(text)
    if not found:
        words = f"“{text[:40]}” is not a date that can be told for sure; write it like 2026-03-04."
        raise Refused(f"{where}, done", words)
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        raise Refused(f"{where}, done", f"There is no day {found[0]}.") from None
