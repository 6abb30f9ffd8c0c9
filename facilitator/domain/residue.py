"""The residue report: what still stands in a document that is to leave the house, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.domain.audience import SOME_OWNER, image_key
from facilitator.domain.every_text import HEAD, TextPlace, every_text
from facilitator.domain.mentions import NOBODY_KNOWN, Person
from facilitator.domain.name_or_word import is_person, is_thing
from facilitator.domain.name_traces import NameTraces
from facilitator.domain.naming import Naming
from facilitator.domain.ordinary_names import ORDINARY
from facilitator.domain.records import Review
from facilitator.domain.residual_names import DOUBTFUL, NameCheck
from facilitator.domain.residue_shapes import WHY, Hit, Sort, hits
from facilitator.domain.role_words import is_role
from facilitator.domain.times import format_time
from facilitator.domain.words import EvidenceKind, NameUse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from facilitator.domain.masking import Masks
    from facilitator.domain.records import Participant

    Found = tuple[str, Sort, str, TextPlace, str]
    Secrets = Callable[[str], Iterable[tuple[int, int]]]

_HEADS = {
    "title": "Title",
    "incident": "Incident",
    "severity": "Severity",
    "services": "Services",
    "failure_class": "Failure class",
    "summary": "Summary",
    "impact": "Impact",
}
_ROWS = {
    "events": "Event",
    "factors": "Factor",
    "findings": "Finding",
    "actions": "Action",
    "lessons": "Lesson",
    "addressees": "Asked elsewhere",
    "glossary": "Word",
}
_FIELDS = {
    "lane": "lane",
    "reason": "why not now",
    "elsewhere": "where else",
    "owner": "owner",
    "call_reason": "why it lasts",
    "held_because": "by what it was checked",
    "whom": "who was asked",
    "note": "what they say",
    "deferral.accepted_by": "who accepts it",
    "deferral.reason": "why it is put off",
    "meaning": "meaning",
}
_AN_OWNER = "An owner, or whoever accepts a risk, is called so"
_IN_ALIAS = "Somebody on the list of people is called so, and their alias or role says it"
_WORD = re.compile(r"[^\W\d_]{3,}")
_CAPITALISED = re.compile(r"(?<![\w@./-])[A-Z][a-z]+(?![\w@/-])")
_SAMPLE = 60
"""Characters that are told on either side of what was found."""


@dataclass(frozen=True, slots=True)
class Residue:
    """Words that should be masked, allowed or reworded, once for all places where they stand.

    ``sample`` is the first text in which they do, cut around them. ``row`` and ``field`` of a
    place are those of the review itself, so that the text can be edited there.
    """

    text: str
    sort: Sort
    why: str
    places: tuple[TextPlace, ...]
    sample: str


def no_secrets(_text: str) -> tuple[tuple[int, int], ...]:
    """Where secrets stand in a text, as far as nobody knows better than the shapes."""
    return ()


def residues(
    review: Review,
    shown: Review,
    masks: Masks,
    given: frozenset[str] = frozenset(),
    secrets: Secrets = no_secrets,
) -> tuple[Residue, ...]:
    """What is left in ``shown``, made of ``review`` for others than the team.

    What was allowed is not told again. ``given`` are given names, in lower case; ``secrets``
    tells where passwords and keys stand in a text. Most serious first: keys before numbers, names
    before hosts; images last.
    """
    found: dict[str, list[Found]] = {}
    texts = list(every_text(shown))
    names = _names(review, texts, masks, given)
    for each in (*_shapes(texts, secrets), *names, *_images(shown)):
        if not masks.allows(each[0]):
            found.setdefault(each[0].casefold(), []).append(each)
    return tuple(sorted(map(_joined, found.values()), key=_rank))


def _joined(found: list[Found]) -> Residue:
    text, sort, why, _, sample = found[0]
    return Residue(text, sort, why, tuple(dict.fromkeys(each[3] for each in found)), sample)


_ORDER = (
    *(Sort.TOKEN, Sort.NAME, Sort.EMAIL, Sort.ACCOUNT, Sort.ADDRESS, Sort.LINK, Sort.HOST),
    *(Sort.PATH, Sort.TICKET, Sort.IMAGE),
)


def _rank(residue: Residue) -> tuple[int, str]:
    return _ORDER.index(residue.sort), residue.text.casefold()


def _shapes(texts: list[tuple[TextPlace, str]], secrets: Secrets) -> Iterator[Found]:
    known: dict[str, tuple[Hit, ...]] = {}
    for place, text in texts:
        if text not in known:
            known[text] = _hits(text, secrets)
        for hit in known[text]:
            words = " ".join(text[hit.start : hit.end].split())
            yield words, hit.sort, WHY[hit.sort], place, _cut(text, hit.start, hit.end)


def _hits(text: str, secrets: Secrets) -> tuple[Hit, ...]:
    """What has one of the shapes, and the secrets that are no part of it."""
    found = tuple(hits(text))
    more = (
        Hit(start, end, Sort.TOKEN)
        for start, end in secrets(text)
        if not any(hit.start <= start and end <= hit.end for hit in found)
    )
    return (*found, *more)


def _images(shown: Review) -> Iterator[Found]:
    for event in shown.events:
        for each in event.evidence:
            if each.kind is EvidenceKind.IMAGE:
                place = TextPlace("events", event.id, f"evidence[{each.id}].text")
                yield image_key(each), Sort.IMAGE, WHY[Sort.IMAGE], place, each.text or event.text


# -- names -------------------------------------------------------------------------------------


def _names(
    review: Review, texts: list[tuple[TextPlace, str]], masks: Masks, given: frozenset[str]
) -> Iterator[Found]:
    """Owners, wherever they are named, and what else reads like a name."""
    owners = _owners(review)
    for place, text in texts:
        for person in owners.people_in(text):
            word = _as_written(person.name, text)
            yield word, Sort.NAME, _AN_OWNER, place, _around(text, word)
    yield from _telling(review, texts)
    room = tuple(map(_nameless, review.participants))
    # What services and places are called excuses nothing here: they may be called after somebody.
    everybody = Review(id="", participants=room, names=NameUse.ROLES)
    told = NameCheck(given).reading(everybody)
    traces = _traces(review, owners, masks)
    for place, text in texts:
        for word, why in (*told(text), *_doubtful(text, given), *traces.of(text)):
            yield word, Sort.NAME, why, place, _around(text, word)


def _traces(review: Review, owners: Naming, masks: Masks) -> NameTraces:
    """What is left of the names of all people, and of masked words in other forms."""
    people = (*(each.name for each in review.participants), *(each.name for each in owners.people))
    return NameTraces(people, masks.words)


def _telling(review: Review, texts: list[tuple[TextPlace, str]]) -> Iterator[Found]:
    """Parts of names of people in the room that their alias or role has as well."""
    names = {word.casefold() for each in review.participants for word in _long(each.name)}
    said = {word for each in review.participants for word in _long(f"{each.alias} {each.role}")}
    for word in sorted(each for each in said if each.casefold() in names):
        pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
        for place, text in texts:
            if found := pattern.search(text):
                yield found[0], Sort.NAME, _IN_ALIAS, place, _cut(text, *found.span())


def _long(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if not is_role(word)]


def _doubtful(text: str, given: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Words that are names and something else too, where they are written like names."""
    for match in _CAPITALISED.finditer(text):
        word = match[0].casefold()
        ordinary = word in ORDINARY and word in given and is_person(text, *match.span())
        if ordinary and not is_thing(text, match.end()):
            yield match[0], DOUBTFUL


def _nameless(person: Participant) -> Participant:
    """Roles and aliases are words of the review: none of them is a name."""
    return replace(person, name="")


def _owners(review: Review) -> Naming:
    """Those who own actions or accept risks and are not on the list of people."""
    said = {action.owner for action in review.actions}
    said.update(each.deferral.accepted_by for each in review.actions if each.deferral)
    people = {person.name.strip() for person in review.participants}
    named = said - people - {"", SOME_OWNER, NOBODY_KNOWN}
    names = sorted(name for name in named if not is_role(name))
    return Naming([Person(name, f"owner {index}") for index, name in enumerate(names)])


def _as_written(name: str, text: str) -> str:
    """The words of a name that stand in a text, as they stand there."""
    folded = text.casefold()
    parts = (name, *sorted(name.replace("@", " ").split(), key=len, reverse=True))
    for part in parts:
        start = folded.find(part.casefold())
        if start >= 0 and len(folded) == len(text):
            return text[start : start + len(part)]
    return name


# -- words -------------------------------------------------------------------------------------


def place_words(place: TextPlace, review: Review) -> str:
    """Where a text stands, in words: ``Event, 14:03``, ``Action 2, owner``, ``Summary``."""
    if place.collection == HEAD:
        return _HEADS.get(place.row, place.row.replace("_", " ").capitalize())
    rows = getattr(review, place.collection)
    index = next((i for i, row in enumerate(rows) if row.id == place.row), None)
    words = _ROWS.get(place.collection, place.collection)
    if place.collection == "events" and index is not None and rows[index].at is not None:
        words = f"{words}, {format_time(rows[index].at, review.time_zone)}"
    elif index is not None:
        words = f"{words} {index + 1}"
    field = "evidence" if place.field.startswith("evidence") else _FIELDS.get(place.field, "")
    return f"{words}, {field}" if field else words


def places_in_words(found: Residue, review: Review) -> tuple[str, ...]:
    """Where it stands, each place told once."""
    return tuple(dict.fromkeys(place_words(place, review) for place in found.places))


def _cut(text: str, start: int, end: int) -> str:
    """The text around a stretch, on one line."""
    first, last = max(0, start - _SAMPLE), min(len(text), end + _SAMPLE)
    before, after = "…" if first else "", "…" if last < len(text) else ""
    return " ".join(f"{before}{text[first:last]}{after}".split())


def _around(text: str, word: str) -> str:
    start = max(0, text.find(word))
    return _cut(text, start, start + len(word))
