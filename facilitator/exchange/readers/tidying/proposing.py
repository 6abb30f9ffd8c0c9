"""Proposes what is worth telling of a chat, when it turned, and what is only noise."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.entry_words import kind_heard
from facilitator.domain.words import EventKind, Marker
from facilitator.exchange.readers.tidying.noise import noise
from facilitator.exchange.readers.tidying.proposing_words import hits, may_be_heard, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.exchange.readers.found import Entry
    from facilitator.exchange.readers.tidying.proposing_words import Hit, Told

_ENOUGH = 3
"""Points from which a message is worth telling."""
_LIKED = 2
"""Reactions from which a message is worth telling whatever it says."""
_MOST, _SHARE, _SHORT_SHARE, _FEW = 80, 6, 3, 8
"""A sixth, of a short chat up to a third while that is few; never more than can be looked over."""
_SOON = 4
"""Among so many messages after the first sign, “ack” is an answer to it."""
_QUESTION = 1 / 3
"""What a phrase counts for in a question."""
_LONGEST = 2_000
"""So much of a message is read; what follows is a log."""
_ORDER = {marker: place for place, marker in enumerate(Marker)}
_CHOOSING = (
    *(Marker.DETECTED, Marker.IMPACT_START, Marker.RESOLVED, Marker.ACKNOWLEDGED),
    Marker.MITIGATED,
)
"""What bounds the others comes first."""


class _Heard(NamedTuple):
    """What an entry was found to say; ``lower`` is its text in small letters."""

    entry: Entry
    lower: str
    hits: Sequence[Hit]
    noise: str


def proposed(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries with kinds, markers, stars and noise where their reader left them open."""
    heard = [_heard(entry) for entry in entries]
    markers = _markers(heard)
    points = [_points(each) for each in heard]
    stars = _stars(heard, points, markers)
    return tuple(_filled(each, markers.get(at), star=at in stars) for at, each in enumerate(heard))


def _heard(entry: Entry) -> _Heard:
    lower = entry.text[:_LONGEST].lower()
    if entry.noise:
        return _Heard(entry, lower, (), entry.noise)
    found = hits(lower)
    plain = not (found or entry.marker or entry.star or entry.end)
    return _Heard(entry, lower, found, noise(lower) if plain else "")


# -- markers ---------------------------------------------------------------------------------------


class _Moment(NamedTuple):
    """An entry that sounds like a moment, what kind of event it is, and why."""

    at: int
    marker: Marker
    kind: EventKind
    why: str


def _markers(heard: list[_Heard]) -> dict[int, _Moment]:
    """At most one entry for each marker that no reader set, in an order that can be."""
    known = _read_markers(heard)
    moments = _moments(heard)
    found: dict[int, _Moment] = {}
    for marker in _CHOOSING:
        moment = None if marker in known else _moment(marker, moments[marker], known)
        if moment is not None and moment.at not in found:
            known[marker] = moment.at
            found[moment.at] = moment
    return found


def _read_markers(heard: list[_Heard]) -> dict[Marker, int]:
    """Where the readers set theirs: the first, but of ends the last."""
    found: dict[Marker, int] = {}
    for at, each in enumerate(heard):
        marker = each.entry.marker
        if marker is not None and (marker is Marker.RESOLVED or marker not in found):
            found[marker] = at
    return found


def _moment(marker: Marker, moments: list[_Moment], known: dict[Marker, int]) -> _Moment | None:
    """The first that stands between the markers before it and those after it; the last end."""
    place = _ORDER[marker]
    after = max((at for each, at in known.items() if _ORDER[each] < place), default=-1)
    before = min((at for each, at in known.items() if _ORDER[each] > place), default=None)
    fits = [each for each in moments if after < each.at and (before is None or each.at < before)]
    if not fits:
        return None
    return fits[-1] if marker is Marker.RESOLVED else fits[0]


def _moments(heard: list[_Heard]) -> dict[Marker, list[_Moment]]:
    found: dict[Marker, list[_Moment]] = {marker: [] for marker in Marker}
    for at, each in enumerate(heard):
        if each.entry.marker is None and not each.noise:
            for moment in _sounds(at, each):
                found[moment.marker].append(moment)
    found[Marker.ACKNOWLEDGED] += _soon(heard, found[Marker.DETECTED])
    found[Marker.ACKNOWLEDGED].sort(key=lambda each: each.at)
    return found


def _sounds(at: int, each: _Heard) -> Iterator[_Moment]:
    for hit in each.hits:
        for group in hit.marked:
            if hit.settled or (hit.asked and group.asked):
                yield _Moment(at, group.marker, group.kind, f"“{hit.words}” {group.says}.")
    if each.entry.kind is EventKind.ALERT:
        yield _Moment(at, Marker.DETECTED, EventKind.ALERT, "The first alert.")


def _soon(heard: list[_Heard], signs: list[_Moment]) -> Iterator[_Moment]:
    """Messages like “ack” that take it on, for they follow the first sign."""
    read = (at for at, each in enumerate(heard) if each.entry.marker is Marker.DETECTED)
    first = next(read, signs[0].at if signs else None)
    if first is None:
        return
    for at in range(first + 1, min(first + 1 + _SOON, len(heard))):
        word = heard[at].lower.strip(" .!\n")
        group = words().soon.get(word)
        if group is not None and not heard[at].entry.noise and heard[at].entry.marker is None:
            yield _Moment(at, group.marker, group.kind, f"“{word}” {group.says}.")


# -- stars -----------------------------------------------------------------------------------------


def _points(each: _Heard) -> float:
    """How much an entry tells: each sort of phrase once, and what others thought of it."""
    if each.noise:
        return 0
    sorts: dict[Told, float] = {}
    for hit in each.hits:
        for told in hit.told:
            sorts[told] = max(sorts.get(told, 0), _worth(hit, told))
    liked = min(each.entry.reactions, 4) if each.entry.reactions >= _LIKED else 0
    return sum(sorts.values()) + (liked + 1 if liked else 0)


def _worth(hit: Hit, told: Told) -> float:
    if hit.asked and not told.asked:
        return told.points * _QUESTION
    if hit.settled:
        return told.points
    return 0 if told.done else told.points / 2


def _stars(heard: list[_Heard], points: list[float], markers: dict[int, _Moment]) -> set[int]:
    """The strongest, as many as a person can look over; of equals the first."""
    told = [at for at, each in enumerate(heard) if not each.noise or at in markers]
    read = sum(each.entry.star for each in heard)
    room = min(_MOST, max(len(heard) // _SHARE, min(len(heard) // _SHORT_SHARE, _FEW))) - read
    wanted = [
        at for at in told if not heard[at].entry.star and (points[at] >= _ENOUGH or at in markers)
    ]
    wanted.sort(key=lambda at: (at not in markers, -points[at], at))
    return set(wanted[: max(room, 0)])


# -- what becomes of an entry ----------------------------------------------------------------------


def _filled(each: _Heard, moment: _Moment | None, *, star: bool) -> Entry:
    entry = each.entry
    if each.noise and moment is None:
        return entry if entry.noise else entry._replace(noise=each.noise)
    kind = entry.kind or _kind(each, star=star) or (moment.kind if moment else None)
    if moment is not None:
        why = entry.why or moment.why
        return entry._replace(kind=kind, marker=moment.marker, star=entry.star or star, why=why)
    if star:
        return entry._replace(kind=kind, star=True, why=entry.why or _why(each))
    return entry if kind is entry.kind else entry._replace(kind=kind)


def _why(each: _Heard) -> str:
    """Which words, or how many reactions, it rests on."""
    strongest = _strongest(each)
    told = [f"“{strongest[0].words}” {strongest[1].says}"] if strongest else []
    reactions = each.entry.reactions
    if reactions >= _LIKED:
        told.append(f"{reactions} people reacted" if not told else f"{reactions} reactions")
    return f"{'; '.join(told)}."


def _kind(each: _Heard, *, star: bool) -> EventKind | None:
    """What the strongest words say, or else what it sounds like."""
    strongest = _strongest(each) if each.hits else None
    if strongest is not None and (star or strongest[1].points >= _ENOUGH):
        return strongest[1].kind
    asks = each.lower.rstrip().endswith("?")
    return kind_heard(each.lower) if not asks and may_be_heard(each.lower) else None


def _strongest(each: _Heard) -> tuple[Hit, Told] | None:
    found = ((hit, told) for hit in each.hits for told in hit.told)
    return max(found, key=lambda pair: _worth(*pair), default=None)
