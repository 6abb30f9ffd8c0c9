"""Pieces of SQL: what a sound value looks like, so that a damaged row counts nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.words import (
    CLOSED_STATUSES,
    DURABLE,
    FINISHED_STATUSES,
    NO_FIX,
    ActionStatus,
    Durability,
    EvidenceStatus,
    FactorKind,
    Family,
    Marker,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

EPOCH = "1721424.5"
"""What a day's number as SQLite counts days exceeds its ordinal by."""


def among(column: str, words: Iterable[StrEnum]) -> str:
    """Whether a sound value is one of these words.

    SQLite would fill a table for ``IN`` whenever the statement runs, which takes longer.
    """
    listed = "".join(f"{each.value}," for each in sorted(words))
    return f"instr(',{listed}', ',' || {column} || ',')"


def ordinal(day: str) -> str:
    """The ordinal of a sound day."""
    return f"CAST(julianday({day}) - {EPOCH} AS INTEGER)"


def is_word(column: str, words: Iterable[StrEnum]) -> str:
    """Whether a value is one of the words."""
    return f"({among(column, words)} AND NOT instr({column}, ','))"


def perhaps_word(column: str, words: Iterable[StrEnum]) -> str:
    """Whether it is one of them, or absent."""
    return f"({column} IS NULL OR {is_word(column, words)})"


def perhaps_day(column: str) -> str:
    """Whether a value is a day of the calendar as it is stored, or absent."""
    # Counting on from it, SQLite finds that there is no 31st of February.
    return f"({column} IS NULL OR ({column} >= '0001' AND date({column}, '+0 days') IS {column}))"


def perhaps_instant(column: str) -> str:
    """Whether a value is an instant as it is stored, or absent."""
    day = f"substr({column}, 1, 10)"
    end = ":[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z"
    return (
        f"({column} IS NULL OR ({column} >= '0001' AND date({day}, '+0 days') IS {day}"
        f" AND ({column} GLOB '*T[01][0-9]{end}' OR {column} GLOB '*T2[0-3]{end}')"
        f" AND length({column}) = 27))"
    )


def is_list(column: str) -> str:
    """Whether a value is a list of JSON."""
    return f"CASE WHEN json_valid({column}) THEN json_type({column}) = 'array' ELSE 0 END"


SOUND_EVENT = f"{perhaps_word('e.marker', Marker)} AND {perhaps_instant('e.at')}"
SOUND_FACTOR = " AND ".join(
    (
        is_word("f.kind", FactorKind),
        perhaps_word("f.family", Family),
        is_word("f.evidence_status", EvidenceStatus),
    )
)
_DAYS = ("due", "proposed_on", "agreed_on", "done_on", "check_on", "deferral_until")
SOUND_ACTION = " AND ".join(
    (
        is_word("a.status", ActionStatus),
        perhaps_word("a.hint", Durability),
        perhaps_word("a.call", Durability),
        *(perhaps_day(f"a.{name}") for name in _DAYS),
    )
)
"""Whether what figures depend on can be read in a row."""


def is_open(column: str) -> str:
    """Whether something is expected of an action now."""
    return among(column, set(ActionStatus) - CLOSED_STATUSES - {ActionStatus.DEFERRED})


def is_unfinished(column: str) -> str:
    """The same, or that it was put off."""
    return among(column, set(ActionStatus) - CLOSED_STATUSES)


def is_finished(column: str) -> str:
    """Whether an action was carried out."""
    return among(column, FINISHED_STATUSES)


def is_fix(column: str) -> str:
    """Whether an action of this label, if there is one, changes what failed."""
    return f"NOT coalesce({among(column, NO_FIX)} > 0, 0)"


def is_lasting(column: str) -> str:
    """Whether a label, if there is one, is durable."""
    return f"coalesce({among(column, DURABLE)} > 0, 0)"


BITS = tuple((1 << place, family) for place, family in enumerate(Family))
"""The bit of each family in a card."""
FAMILY_ROWS = ", ".join(f"({bit}, '{family.value}')" for bit, family in BITS)
RANKS = " ".join(f"WHEN '{label.value}' THEN {rank}" for rank, label in enumerate(Durability))
FAMILY_BIT = " ".join(f"WHEN '{family.value}' THEN {bit}" for bit, family in BITS)
