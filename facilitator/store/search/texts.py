"""Reads what of a review can be searched: its texts by subject, and where each of them stands."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from facilitator.domain.every_text import HEAD
from facilitator.domain.severity import severity_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from facilitator.store.plan import Select

SUBJECTS = ("title", "why", "what", "story", "rest", "notes", "service", "class", "owner")
"""The columns of the index that hold text, in its order."""

_BETWEEN = "\n\ue000\n"
"""Parts lines by a word that nobody types: a phrase does not go on in another text."""

Place = tuple[str, str, str]
"""Collection, row and field, as of a ``TextPlace``."""


class _Source(NamedTuple):
    """Columns of a table, and the fields of the rows that they hold, by subject."""

    table: str
    collection: str
    subject: str
    fields: tuple[tuple[str, str], ...]


def _same(*names: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, name) for name in names)


_BACKLOG = tuple((f"backlog_{part}", f"backlog.{part}") for part in ("system", "key", "url"))
_DEFERRAL = (
    ("deferral_accepted_by", "deferral.accepted_by"),
    ("deferral_reason", "deferral.reason"),
)
_SOURCES = (
    _Source("factor", "factors", "why", _same("text")),
    _Source("finding", "findings", "why", _same("text", "reason", "elsewhere")),
    _Source("addressee", "addressees", "why", _same("whom", "note")),
    _Source(
        "action",
        "actions",
        "what",
        (*_same("text", "call_reason", "held_because"), *_BACKLOG, *_DEFERRAL),
    ),
    _Source("action", "actions", "owner", _same("owner")),
    _Source("event", "events", "story", _same("text", "lane", "source", "link")),
    _Source("lesson", "lessons", "rest", _same("text")),
    _Source("parked", "parking", "rest", _same("text")),
    _Source("term", "glossary", "rest", _same("word", "meaning")),
    _Source("participant", "participants", "rest", _same("role", "alias", "name")),
    _Source("release", "releases", "rest", _same("accepted")),
    _Source("phase_note", "phase_notes", "notes", _same("text")),
)
_HEAD = (
    ("title", "title"),
    ("story", "summary"),
    ("story", "impact"),
    ("rest", "incident"),
    ("class", "failure_class"),
    ("notes", "notes"),
    ("rest", "opening_purpose"),
    ("rest", "opening_directive"),
)
_LISTS = (("service", "services"), ("rest", "opening_rules"))
_HEAD_NAMES = ("severity", "status", *(name for _s, name in (*_HEAD, *_LISTS)))


@dataclass(slots=True)
class Texts:
    """The texts of one review, a line each, and the place of every line, by subject."""

    lines: dict[str, list[str]] = field(default_factory=lambda: {each: [] for each in SUBJECTS})
    places: dict[str, list[Place]] = field(default_factory=lambda: {each: [] for each in SUBJECTS})

    def add(self, subject: str, text: Any, *place: str) -> None:
        """Take a text in, if it is one with words; one of several lines has as many places."""
        if not isinstance(text, str) or not text.strip():
            return
        for line in filter(str.strip, text.splitlines()):
            self.lines[subject].append(line)
            self.places[subject].append((place[0], place[1], place[2]))

    def row(self) -> tuple[str, ...]:
        """The values of a row of the index."""
        texts = (_BETWEEN.join(self.lines[each]) for each in SUBJECTS)
        places = [self.places[each] for each in SUBJECTS]
        return (*texts, json.dumps(places, ensure_ascii=False, separators=(",", ":")))


class Row:
    """A row of the index, taken apart as far as it is looked into."""

    def __init__(self, values: Sequence[Any]) -> None:
        self._texts: dict[str, str] = dict(zip(SUBJECTS, values, strict=False))
        self._stored: str = values[-1]
        self._places: dict[str, list[Place]] | None = None

    def of(self, subject: str) -> str:
        """All that stands in a subject."""
        return self._texts[subject]

    def lines(self, subject: str) -> list[str]:
        """The lines of a subject."""
        text = self._texts[subject]
        return text.split(_BETWEEN) if text else []

    def place(self, subject: str, number: int) -> Place:
        """Where a line of a subject stands in the review."""
        if self._places is None:
            self._places = dict(zip(SUBJECTS, json.loads(self._stored), strict=True))
        collection, row, field = self._places[subject][number]
        return collection, row, field


def read_texts(select: Select, ids: Sequence[str]) -> dict[str, tuple[int, Texts]]:
    """Revision and texts of these reviews, of those that are there.

    What cannot be read as text is passed over: a damaged row keeps no other from being found.
    """
    found: dict[str, tuple[int, Texts]] = {}
    for review_id, revision, *values in _rows(
        select, "review", ("id", "revision"), ids, _HEAD_NAMES
    ):
        found[review_id] = (revision, _head(dict(zip(_HEAD_NAMES, values, strict=True))))
    for source in _SOURCES:
        names = [name for name, _field in source.fields]
        for review_id, row_id, *values in _rows(
            select, source.table, ("review_id", "id"), ids, names
        ):
            if review_id in found:
                for (_name, path), text in zip(source.fields, values, strict=True):
                    found[review_id][1].add(source.subject, text, source.collection, row_id, path)
    _add_evidence(select, ids, found)
    return found


def _head(values: dict[str, Any]) -> Texts:
    texts = Texts()
    for subject, name in _HEAD:
        texts.add(subject, values[name], HEAD, *_head_place(name))
    for subject, name in _LISTS:
        for number, each in enumerate(_listed(values[name])):
            row, path = _head_place(name)
            texts.add(subject, each, HEAD, row, f"{path}[{number}]")
    severity = values["severity"]
    if isinstance(severity, str) and severity:
        words = dict.fromkeys((severity, severity_words(severity)))
        texts.add("rest", ", ".join(words), HEAD, "severity", "severity")
    texts.add("rest", values["status"], HEAD, "status", "status")
    return texts


def _head_place(name: str) -> tuple[str, str]:
    if name.startswith("opening_"):
        return "opening", name.replace("_", ".", 1)
    return name, name


def _listed(stored: Any) -> Iterable[Any]:
    try:
        found = json.loads(stored) if stored else ()
    except (TypeError, ValueError, RecursionError):
        return ()
    return found if isinstance(found, list) else ()


def _add_evidence(select: Select, ids: Sequence[str], found: dict[str, tuple[int, Texts]]) -> None:
    names = ("id", "text", "link")
    for review_id, event_id, *values in _rows(
        select, "evidence", ("review_id", "event_id"), ids, names
    ):
        if review_id in found:
            row_id, *texts = values
            for name, text in zip(names[1:], texts, strict=True):
                path = f"evidence[{row_id}].{name}"
                found[review_id][1].add("story", text, "events", event_id, path)


def _rows(
    select: Select, table: str, keys: tuple[str, str], ids: Sequence[str], names: Sequence[str]
) -> list[tuple[Any, ...]]:
    """The rows of these reviews; ``keys`` are the columns of the review's id and the row's own."""
    columns = ", ".join(f't."{name}"' for name in (*keys, *names))
    marks = ", ".join("?" * len(ids))
    sql = f'SELECT {columns} FROM "{table}" AS t WHERE t."{keys[0]}" IN ({marks})'  # noqa: S608
    return select(sql, ids)
