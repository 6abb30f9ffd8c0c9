"""How single values stand in the database, and back, a whole column at a time.

Instants are text, always UTC with six decimals and a Z: exact, sorted by time, read by people
and by every database alike. Days are ISO text, words their values, lists JSON.
"""

from __future__ import annotations

import json
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime
from enum import StrEnum
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_TEXT: frozenset[type] = frozenset({str})
_PERHAPS_TEXT: frozenset[type] = frozenset({str, NoneType})


class Codec(NamedTuple):
    """One kind of value: ``encode`` takes a single one, ``decode`` a column of them.

    ``decode`` raises TypeError, ValueError or KeyError if any of them is not what it should be.
    """

    stored: type
    nullable: bool
    encode: Callable[[Any], Any]
    decode: Callable[[Sequence[Any]], Sequence[Any]]


def codec_for(hint: Any, *, nullable: bool = False) -> Codec:
    """The codec of a field with this type hint; ``nullable`` admits None besides."""
    kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    nullable = nullable or NoneType in kinds
    kind = next(each for each in kinds if each is not NoneType)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _word(kind, nullable=nullable)
    if kind == tuple[str, ...]:
        if nullable:
            return Codec(str, nullable, _perhaps_list_out, _perhaps_lists_in)
        return Codec(str, nullable, _list_out, _lists_in)
    stored, encode, decode = _PLAIN[kind, nullable]
    return Codec(stored, nullable, encode, decode)


def _word(kind: type[StrEnum], *, nullable: bool) -> Codec:
    members: dict[str | None, StrEnum | None] = {member.value: member for member in kind}
    if nullable:
        members[None] = None
    values = {member: value for value, member in members.items()}
    return Codec(
        str,
        nullable,
        values.__getitem__,
        lambda column: list(map(members.__getitem__, column)),
    )


def _same(value: Any) -> Any:
    return value


def _texts_in(column: Sequence[Any]) -> Sequence[Any]:
    return _of_types(column, _TEXT)


def _perhaps_texts_in(column: Sequence[Any]) -> Sequence[Any]:
    return _of_types(column, _PERHAPS_TEXT)


def _numbers_in(column: Sequence[Any]) -> Sequence[Any]:
    return _of_types(column, frozenset({int}))


def _perhaps_numbers_in(column: Sequence[Any]) -> Sequence[Any]:
    return _of_types(column, frozenset({int, NoneType}))


def _bytes_in(column: Sequence[Any]) -> Sequence[Any]:
    return _of_types(column, frozenset({bytes}))


def _of_types(column: Sequence[Any], types: frozenset[type]) -> Sequence[Any]:
    if not types.issuperset(map(type, column)):
        raise TypeError
    return column


_FLAGS: dict[int | None, bool | None] = {0: False, 1: True}
_PERHAPS_FLAGS = _FLAGS | {None: None}


def _flags_in(column: Sequence[Any]) -> Sequence[Any]:
    return list(map(_FLAGS.__getitem__, column))


def _perhaps_flags_in(column: Sequence[Any]) -> Sequence[Any]:
    return list(map(_PERHAPS_FLAGS.__getitem__, column))


def instant_out(instant: datetime | None) -> str | None:
    """An aware instant as text; ValueError for a naive one, OverflowError at the end of time."""
    if instant is None:
        return None
    if instant.utcoffset() is None:
        raise ValueError("an instant without a zone")
    if instant.year in _EDGES:
        raise OverflowError
    return instant.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


_EDGES = frozenset({MINYEAR, MAXYEAR})


def instants_in(column: Sequence[Any]) -> Sequence[datetime | None]:
    """Texts as aware UTC instants, none of them where some zone would leave the calendar."""
    read = datetime.fromisoformat
    instants = [None if text is None else read(text) for text in column]
    if {instant.tzinfo for instant in instants if instant is not None} - {UTC}:
        raise ValueError("an instant without a zone")
    if not _EDGES.isdisjoint({instant.year for instant in instants if instant is not None}):
        raise ValueError("an instant at the end of time")
    return instants


def _needed_instants_in(column: Sequence[Any]) -> Sequence[datetime | None]:
    return instants_in(_of_types(column, _TEXT))


def _day_out(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _days_in(column: Sequence[Any]) -> Sequence[date | None]:
    read = date.fromisoformat
    return [None if text is None else read(text) for text in column]


def _list_out(entries: tuple[str, ...]) -> str:
    return json.dumps(entries, ensure_ascii=False)


def _perhaps_list_out(entries: tuple[str, ...] | None) -> str | None:
    return None if entries is None else _list_out(entries)


def _lists_in(column: Sequence[Any]) -> Sequence[tuple[str, ...]]:
    return [tuple(_of_types(_array(text), _TEXT)) for text in column]


def _perhaps_lists_in(column: Sequence[Any]) -> Sequence[tuple[str, ...] | None]:
    return [None if text is None else _lists_in([text])[0] for text in column]


def _array(text: Any) -> list[Any]:
    found = json.loads(text)
    if not isinstance(found, list):
        raise TypeError
    return found


_PLAIN: dict[tuple[Any, bool], tuple[type, Callable[[Any], Any], Callable[[Any], Any]]] = {
    (str, False): (str, _same, _texts_in),
    (str, True): (str, _same, _perhaps_texts_in),
    (int, False): (int, _same, _numbers_in),
    (int, True): (int, _same, _perhaps_numbers_in),
    (bool, False): (bool, _same, _flags_in),
    (bool, True): (bool, _same, _perhaps_flags_in),
    (bytes, False): (bytes, _same, _bytes_in),
    (datetime, False): (str, instant_out, _needed_instants_in),
    (datetime, True): (str, instant_out, instants_in),
    (date, True): (str, _day_out, _days_in),
}
