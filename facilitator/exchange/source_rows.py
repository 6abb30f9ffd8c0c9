"""The rows of a source as somebody decides on them: taken, left, joined, starred, marked."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.domain.entry_words import kind_heard
from facilitator.domain.records import Evidence, TimelineEvent
from facilitator.domain.text import LINE_LIMIT, capitalised, clean_line
from facilitator.domain.words import EventKind, EvidenceKind, Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from facilitator.domain.words import Marker
    from facilitator.exchange.readers.found import Reading
    from facilitator.exchange.readers.settling import Placed
    from facilitator.exchange.who import Who

TEXT_MOST = 280
"""Characters of an event's text; a longer one is cut at a sentence and kept whole as quotation."""
_BODY_MOST = 20_000
_SENTENCE = re.compile(r"[.!?…](?=\s)|\n")
_NO_STOP = re.compile(r"(?<=[\w)\]»”’%])[ \t]*\n[ \t]*\n\s*(?=[A-Z])")
_ENDS = tuple(".!?…:,;–—")
_ID_DIGITS = 24
_PLACE_DIGITS, _LAST_PLACE = 4, 999


class Fate(StrEnum):
    """What becomes of a row: an event of its own, a part of the one before, or nothing."""

    TAKE = "take"
    JOIN = "join"
    LEAVE = "leave"


class Standing(StrEnum):
    """How a row stands to the review: new, there already, or there and worded otherwise."""

    NEW = "new"
    THERE = "there"
    CHANGED = "changed"


@dataclass(slots=True)
class Row:
    """One entry of a source, ``id`` that of its event, and what was decided on it.

    ``left`` tells that it was left out when the source was imported before, ``decided`` that
    somebody said what becomes of it.
    """

    id: str
    placed: Placed
    fate: Fate
    standing: Standing = Standing.NEW
    starred: bool = False
    marker: Marker | None = None
    left: bool = False
    decided: bool = False

    @property
    def words(self) -> str:
        """What the entry says, on one line."""
        return _on_one_line(self.placed.entry.text)

    @property
    def reason(self) -> str:
        """Why it is folded away or proposed for the story."""
        if self.left:
            return "It was left out before."
        return self.placed.entry.noise or self.placed.entry.why


def rows_of(
    reading: Reading, placed: Sequence[Placed], there: Mapping[str, TimelineEvent], who: Who
) -> list[Row]:
    """A row for every entry; what is in the review is left alone, noise is left out.

    ``there`` are the events of the review by their ids. A marker is proposed only once. A row is
    named by what its source says, whatever ``who`` calls its author.
    """
    marked = {event.marker for event in there.values() if event.marker}
    known = {event_id[_PLACE_DIGITS:]: event for event_id, event in there.items()}
    names = _Names(reading.form)
    found = []
    for each in placed:
        row = _row(each, known, names, who)
        if row.marker in marked or row.standing is not Standing.NEW:
            row.marker = None
        elif row.marker is not None:
            marked.add(row.marker)
        found.append(row)
    return found


def _row(placed: Placed, there: Mapping[str, TimelineEvent], names: _Names, who: Who) -> Row:
    name = names.of(placed)
    known = there.get(name)
    row_id = known.id if known is not None else f"{names.place(placed)}{name}"
    entry = who.entry(placed.entry)
    placed = placed._replace(entry=entry)
    standing = Standing.NEW
    if known is not None:
        same = known.text == _text(placed)[0]
        standing = Standing.THERE if same else Standing.CHANGED
    wanted = standing is Standing.NEW and not entry.noise
    return Row(
        row_id,
        placed,
        Fate.TAKE if wanted else Fate.LEAVE,
        standing,
        starred=entry.star and wanted,
        # A moment whose time nobody knows gives no durations.
        marker=entry.marker if wanted and placed.precision is not Precision.UNKNOWN else None,
    )


@dataclass(slots=True)
class _Names:
    """Names the entries of one source, the same whenever it is read.

    The name is a hash of the source's own id, or else of time, author and text. Before it stands
    the place among those of the same instant, so that events keep the order of their source.
    """

    form: str
    seen: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)

    def of(self, placed: Placed) -> str:
        """The name of an entry; a second one in the same words gets a number."""
        entry, at = placed.entry, _instant(placed)
        told = f"{self.form}\n{entry.key}" if entry.key else f"{at}\n{entry.author}\n{entry.text}"
        digest = hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:_ID_DIGITS]
        self.seen[digest] += 1
        count = self.seen[digest]
        return digest if count == 1 else f"{digest}-{count}"

    def place(self, placed: Placed) -> str:
        """``s000`` for the first of an instant."""
        at = _instant(placed)
        number = self.places[at]
        self.places[at] += 1
        return f"s{min(number, _LAST_PLACE):03}"


def _instant(placed: Placed) -> str:
    return placed.at.isoformat() if placed.at else placed.entry.stamp.raw


def events_of(reading: Reading, rows: Iterable[Row]) -> tuple[TimelineEvent, ...]:
    """The events that taken rows make, each with what was joined to it."""
    found: list[TimelineEvent] = []
    parts: list[list[tuple[str, str]]] = []
    author = ""
    for row in rows:
        if row.fate is Fate.TAKE:
            found.append(_event(reading, row))
            parts.append([])
            author = row.placed.entry.author
        elif row.fate is Fate.JOIN and parts:
            entry = row.placed.entry
            # Whoever goes on is named: nobody's words come into another one's mouth.
            parts[-1].append((entry.author if entry.author != author else "", entry.text))
            author = entry.author
    return tuple(_joined(event, more) for event, more in zip(found, parts, strict=True))


def _event(reading: Reading, row: Row) -> TimelineEvent:
    placed, entry = row.placed, row.placed.entry
    text, whole = _text(placed)
    unknown = placed.at is None
    # The edit that adds it cleans every text.
    return TimelineEvent(
        id=row.id,
        text=text,
        at=placed.at,
        end=placed.end,
        precision=Precision.UNKNOWN if unknown else placed.precision,
        typed=_line(entry.stamp.raw),
        zone=placed.zone,
        kind=entry.kind or kind_heard(text) or EventKind.OBSERVATION,
        marker=row.marker,
        lane=_line(entry.lane),
        source=_line(f"{reading.source}, {entry.where}"),
        link=_line(entry.link) if len(entry.link) < LINE_LIMIT else "",
        starred=row.starred,
        evidence=_quoted(row.id, whole),
    )


def _line(text: str, limit: int = LINE_LIMIT) -> str:
    """One clean line, cut where it is too long; cleaned, some letters become three."""
    return clean_line(text[:limit], limit=3 * limit)[:limit].strip()


def _on_one_line(text: str) -> str:
    """Paragraphs in a row; one that ends without a sign gets a stop before the next."""
    return " ".join(_NO_STOP.sub(". ", text).split())


def _text(placed: Placed) -> tuple[str, str]:
    """The text of the event, and the whole of it if it had to be cut."""
    entry = placed.entry
    # The fences around what is quoted say nothing on one line.
    shown = entry.text[:_BODY_MOST].replace("```", " ")
    plain = _line(_on_one_line(shown), _BODY_MOST)
    said = f"{_line(entry.author, 80)}: {plain}" if entry.author else capitalised(plain)
    if len(said) <= TEXT_MOST:
        return said or "?", ""
    ends = [match.end() for match in _SENTENCE.finditer(said, 0, TEXT_MOST)]
    cut = ends[-1] if ends and ends[-1] > TEXT_MOST // 3 else said.rfind(" ", 0, TEXT_MOST)
    return f"{said[: cut if cut > 0 else TEXT_MOST].rstrip()} …", entry.text[:_BODY_MOST]


def _quoted(row_id: str, whole: str) -> tuple[Evidence, ...]:
    if not whole:
        return ()
    return (Evidence(id=f"{row_id}-q", kind=EvidenceKind.QUOTATION, text=whole),)


def _joined(event: TimelineEvent, more: Sequence[tuple[str, str]]) -> TimelineEvent:
    """An event with the words of those that were joined to it, and who else said them."""
    said = [f"{_line(author, 80)}: {text}" if author else text for author, text in more]
    if not said:
        return event
    told = event.text
    for (author, _), each in zip(more, said, strict=True):
        goes_on = told.endswith(_ENDS) or not (author or each[:1].isupper())
        told = f"{told}{' ' if goes_on else '. '}{' '.join(each.split())}"
    text = _line(told, _BODY_MOST)
    if len(text) <= LINE_LIMIT:
        return replace(event, text=text)
    whole = "\n".join([event.text, *said])[:_BODY_MOST]
    return replace(event, evidence=_quoted(event.id, whole))


def spanned(rows: Iterable[Row]) -> tuple[datetime, datetime] | None:
    """The first and the last instant of the rows that have one."""
    ats = [row.placed.at for row in rows if row.placed.at is not None]
    return (min(ats), max(ats)) if ats else None
