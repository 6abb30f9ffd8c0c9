"""What is typed to search all reviews: words, phrases, and operators like ``service:ledger``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from facilitator.domain.days import read_day
from facilitator.domain.rules import RuleViolation
from facilitator.domain.severity import normal_severity
from facilitator.domain.text import blanked, shortened
from facilitator.domain.word_tokens import tokens
from facilitator.domain.words import Family, ReviewStatus

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

MOST_TERMS = 40
"""So many words and operators of a line are looked for."""
_PIECE = re.compile(r"(-?)(?:([A-Za-z]+):)?(?:[\"“„]([^\"“”]*)(?:[\"”]|$)|(\S*))")
_FAMILIES = {
    family: (*family.value.split("_"), family.value.replace("_", " ")) for family in Family
}
_NO_FAMILY = (
    "There is no family “{}”: write design, safeguard, observability, assumption or pressure."
)
_NO_STATUS = "There is no status “{}”: write draft, ready, reviewed or closed."
_TOO_MANY = f"Only the first {MOST_TERMS} words are looked for."


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side, as typed and as ``tokens`` tells them apart.

    ``begins`` is for a last word that may be only the beginning of one.
    """

    text: str
    words: tuple[str, ...]
    begins: bool = False


@dataclass(slots=True)
class Wanted:
    """What a line asks for: all of it must hold.

    ``notes`` are terms that private notes hold; ``private`` lets ``terms`` be found there too.
    ``services``, ``classes`` and ``owners`` are terms of these fields alone. ``before`` and
    ``after`` leave the day itself out. ``trouble`` tells in a sentence what could not be read.
    """

    terms: list[Term] = field(default_factory=list)
    without: list[Term] = field(default_factory=list)
    notes: list[Term] = field(default_factory=list)
    private: bool = False
    services: list[Term] = field(default_factory=list)
    classes: list[Term] = field(default_factory=list)
    owners: list[Term] = field(default_factory=list)
    families: list[tuple[Family, ...]] = field(default_factory=list)
    severities: list[str] = field(default_factory=list)
    statuses: list[tuple[ReviewStatus, ...]] = field(default_factory=list)
    open: bool = False
    overdue: bool = False
    before: date | None = None
    after: date | None = None
    trouble: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether every review is wanted."""
        return self == Wanted(private=self.private, trouble=self.trouble)

    @property
    def sought(self) -> tuple[Term, ...]:
        """The terms that are shown where they are found."""
        return (*self.terms, *self.notes, *self.services, *self.classes, *self.owners)


@dataclass(frozen=True, slots=True)
class _Piece:
    minus: bool
    name: str
    value: str
    quoted: bool
    open_end: bool


def read_search(line: str, today: date, *, private: bool = False) -> Wanted:
    """What a line asks for; whatever is typed can be read.

    The last word may be half typed, so what begins with it is found. An operator that is not
    known is a word; one with a value that cannot be read is told as ``trouble`` and left out.
    """
    wanted = Wanted(private=private)
    pieces = _pieces(blanked(line))
    if len(pieces) > MOST_TERMS:
        wanted.trouble = _TOO_MANY
    for piece in pieces[:MOST_TERMS]:
        _take(wanted, piece, today)
    return wanted


def _pieces(text: str) -> list[_Piece]:
    found = []
    for match in _PIECE.finditer(text):
        if not match[0]:
            continue
        quoted = match[3] is not None
        found.append(
            _Piece(
                minus=bool(match[1]),
                name=(match[2] or "").lower(),
                value=match[3] if quoted else match[4],
                quoted=quoted,
                # What is quoted to its end is whole.
                open_end=match.end() == len(text) and match[0][-1] not in '"”',
            )
        )
    return found


def _take(wanted: Wanted, piece: _Piece, today: date) -> None:
    operator = _OPERATORS.get(piece.name)
    if operator is None or piece.minus:
        _take_word(wanted, piece)
        return
    try:
        operator(wanted, piece, today)
    except RuleViolation as refusal:
        wanted.trouble = f"{piece.name}: {refusal.reason}"


def _take_word(wanted: Wanted, piece: _Piece) -> None:
    plain = not (piece.name or piece.minus or piece.quoted)
    if plain and piece.value.lower() in {"open", "overdue"}:
        wanted.open = wanted.open or piece.value.lower() == "open"
        wanted.overdue = wanted.overdue or piece.value.lower() == "overdue"
        return
    into = wanted.without if piece.minus else wanted.terms
    into += _terms(f"{piece.name}:{piece.value}" if piece.name else piece.value, piece)


def _terms(text: str, piece: _Piece) -> list[Term]:
    """The term of a text; none if it has no letter and no digit."""
    words = tuple(token.folded for token in tokens(text))
    # After a sign the word before it is whole: “c++” is “c”, and not all that begins with it.
    ends = bool(text) and text[-1].isalnum()
    return [Term(text, words, begins=piece.open_end and ends)] if words else []


def _begun(piece: _Piece) -> list[Term]:
    """As ``_terms``, but a name need not be written to its end wherever it stands."""
    return [replace(term, begins=not piece.quoted) for term in _terms(piece.value, piece)]


def _take_notes(wanted: Wanted, piece: _Piece, _today: date) -> None:
    terms = _terms(piece.value, piece)
    wanted.notes += terms
    wanted.private = wanted.private or not terms


def _take_services(wanted: Wanted, piece: _Piece, _today: date) -> None:
    wanted.services += _begun(piece)


def _take_class(wanted: Wanted, piece: _Piece, _today: date) -> None:
    wanted.classes += _begun(piece)


def _take_owner(wanted: Wanted, piece: _Piece, _today: date) -> None:
    wanted.owners += _begun(piece)


def _take_family(wanted: Wanted, piece: _Piece, _today: date) -> None:
    value = " ".join(token.folded for token in tokens(piece.value))
    if not value:
        return
    found = tuple(
        family for family, words in _FAMILIES.items() if any(w.startswith(value) for w in words)
    )
    if not found:
        raise RuleViolation("family", _NO_FAMILY.format(shortened(piece.value)))
    wanted.families.append(found)


def _take_status(wanted: Wanted, piece: _Piece, _today: date) -> None:
    value = piece.value.strip().lower()
    if not value:
        return
    found = tuple(status for status in ReviewStatus if status.value.startswith(value))
    # “ready” is whole, and “re” may become “ready” or “reviewed”.
    if not found:
        raise RuleViolation("status", _NO_STATUS.format(shortened(piece.value)))
    wanted.statuses.append(found)


def _take_severity(wanted: Wanted, piece: _Piece, _today: date) -> None:
    severity = normal_severity(piece.value)
    if severity:
        wanted.severities.append(severity)


def _take_before(wanted: Wanted, piece: _Piece, today: date) -> None:
    if piece.value.strip():
        day = read_day(piece.value, today)
        wanted.before = day if wanted.before is None else min(day, wanted.before)


def _take_after(wanted: Wanted, piece: _Piece, today: date) -> None:
    if piece.value.strip():
        day = read_day(piece.value, today)
        wanted.after = day if wanted.after is None else max(day, wanted.after)


_OPERATORS: dict[str, Callable[[Wanted, _Piece, date], None]] = {
    "service": _take_services,
    "class": _take_class,
    "owner": _take_owner,
    "family": _take_family,
    "status": _take_status,
    "severity": _take_severity,
    "before": _take_before,
    "after": _take_after,
    "notes": _take_notes,
}
