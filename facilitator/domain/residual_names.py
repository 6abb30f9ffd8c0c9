"""What still reads like a name once roles and aliases stand in the place of names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.name_forms import Kind, key_of
from facilitator.domain.name_or_word import is_doubtful
from facilitator.domain.name_traces import around
from facilitator.domain.naming import Naming
from facilitator.domain.ordinary_names import NO_PROOF, ORDINARY
from facilitator.domain.times import format_time
from facilitator.domain.words import NameUse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from facilitator.domain.records import Review

NO_ROLE = "No role or alias, so it shows as “somebody”"
SEVERAL = "More than one person has this name"
WITHIN = "Stands inside another word or an address"
DOUBTFUL = "A name, or an ordinary word"
HANDLE = "A handle of nobody in the room"
STRANGER = "Nobody in the room has this name"
AS_TYPED = "The Brief shows what was typed"


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]{2,})?")
_ADDRESS = re.compile(r"\w+://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)~?/[\w.~-]+/\S*")
_BARE = re.compile(r"(?<![\w@.-])[a-z][\w.-]*", re.IGNORECASE)
_MAIL = re.compile(r"([\w.+-]+)@[\w-]+(?:\.[\w-]+)+")
_AT = re.compile(r"(?<![\w.@/])@([a-z][a-z0-9]*(?:[._-][a-z0-9]+)*)(?![\w/(])")
_NOBODYS = _set(
    """
    admin alert alerts all bot call channel dev devs everyone group help here info latest media
    noreply on oncall ops param root security sre support team
    """
)
"""Words of handles and addresses behind which there is no single person."""
_TWO = re.compile(r"([^\W\d_]+)\s+([^\W\d_]+(?:-[^\W\d_]+)?)")
_SAID = re.compile(
    r"\s+(?:said|says|asked|told|thought|thinks|decided|believed|knew|felt|remembered|suggested|"
    r"wrote|woke|explained|mentioned|reali[sz]ed|volunteered|assumed)(?!\w)"
)
_NUMBERED = re.compile(r"\s*\d")
_THINGS = _set(
    """
    accounts api app cloud customer data database desk dev engineering finance group legal
    management monitoring network operations ops payments platform product release reliability
    sales security server service services site status store street studio support system systems
    team web
    """
)
_FIELDS = {"title": "Title", "summary": "Summary", "impact": "Impact"}
_ROWS = {
    "factors": "Factor",
    "findings": "Finding",
    "actions": "Action",
    "lessons": "Lesson",
    "parking": "Parking lot",
}
_LEAST, _MOST_KNOWN = 3, 40_000


@dataclass(frozen=True, slots=True)
class Residual:
    """A word that may be somebody's name and is shown; ``row_id`` names a field if it is no row.

    ``collection`` is that of the row, or ``brief``.
    """

    collection: str
    row_id: str
    where: str
    word: str
    why: str


Found = tuple[str, str]
"""A word, and why it is told."""


def residual(review: Review, given: frozenset[str] = frozenset()) -> tuple[Residual, ...]:
    """Every place where a name may still be seen; once a place.

    ``given`` are given names to look for, in lower case. Nothing if the review shows names.
    """
    return NameCheck(given).residual(review)


def strange_handles(review: Review) -> tuple[str, ...]:
    """Handles like ``@jakamkon`` in the texts of a review that belong to nobody in the room.

    None that is a word of the review's own too, like the name of a system.
    """
    texts = [text for *_where, text in _texts_of(review) if text]
    # As it was typed: what roles put in the place of names makes no handles.
    with_handles = [text for text in texts if "@" in text and _AT.search(text)]
    if not with_handles:
        return ()
    naming = Naming.of(review.participants, NameUse.ROLES)
    known = _vocabulary(review) | _words(each.owner for each in review.actions)
    check = _TextCheck(naming, frozenset(), known, frozenset())
    found = dict.fromkeys(word for text in with_handles for word, _ in check.handles(text))
    bare = {word.casefold() for text in texts for word in _BARE.findall(text)} if found else set()
    return tuple(each for each in found if each.removeprefix("@") not in bare)


class NameCheck:
    """Checks a review again and again: a text is looked at anew only if it may read otherwise."""

    def __init__(self, given: frozenset[str]) -> None:
        self._given = given
        self._basis: tuple[object, ...] = ()
        self._texts: _TextCheck | None = None

    def residual(self, review: Review) -> tuple[Residual, ...]:
        """Every place of this review where a name may still be seen."""
        if review.names is NameUse.NAMES:
            return ()
        check = self._check_of(review)
        found = (
            Residual(collection, row_id, _where(review, collection, row_id, row), *each)
            for collection, row_id, row, text in _texts_of(review)
            for each in check.of(text, collection)
        )
        return tuple(dict.fromkeys(found))

    def reading(self, review: Review) -> Callable[[str], tuple[Found, ...]]:
        """Tells the words of any text that may be names, as far as the review says who is who."""
        check = self._check_of(review)
        return lambda text: check.of(text, "events")

    def _check_of(self, review: Review) -> _TextCheck:
        people = tuple((each.name, each.role, each.alias) for each in review.participants)
        basis = (people, _vocabulary(review), _words(each.owner for each in review.actions))
        if self._texts is None or basis != self._basis:
            self._basis = basis
            naming = Naming.of(review.participants, review.names)
            self._texts = _TextCheck(naming, self._given, *basis[1:])
        return self._texts


def _texts_of(review: Review) -> Iterator[tuple[str, str, object, str]]:
    """Collection, id, row and text of all that the room may see."""
    for name in _FIELDS:
        yield "brief", name, None, getattr(review, name)
    for event in review.events:
        evidence = (each.text for each in event.evidence)
        for text in (event.text, event.lane, event.source, *evidence):
            yield "events", event.id, event, text
    for finding in review.findings:
        for text in (finding.reason, finding.elsewhere):
            yield "findings", finding.id, finding, text
    for action in review.actions:
        for text in (action.call_reason, action.deferral.reason if action.deferral else ""):
            yield "actions", action.id, action, text
    for collection in _ROWS:
        for row in getattr(review, collection):
            yield collection, row.id, row, row.text


def _where(review: Review, collection: str, row_id: str, row: object) -> str:
    if collection == "brief":
        return _FIELDS[row_id]
    at = getattr(row, "at", None)
    if collection == "events":
        return f"Event, {format_time(at, review.time_zone)}" if at is not None else "Event"
    return _ROWS[collection]


class _TextCheck:
    """Looks at texts with what the review itself says is no name."""

    def __init__(
        self, naming: Naming, given: frozenset[str], own: frozenset[str], owners: frozenset[str]
    ) -> None:
        self._naming, self._given, self._owners = naming, given, owners
        self._own = frozenset(each for each in own if naming.form_of(each) is None)
        self._known: dict[tuple[str, str], tuple[Found, ...]] = {}

    def of(self, text: str, collection: str) -> tuple[Found, ...]:
        """The words of a text that may be names; owners may stand in actions."""
        if not text:
            return ()
        key = (text, collection)
        if key not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[key] = () if self._is_plain(text) else tuple(self._look(text, collection))
        return self._known[key]

    def handles(self, text: str) -> Iterator[Found]:
        """The handles in a text that belong to nobody in the room."""
        return self._handles(_without_addresses(self._naming.shown(text)), self._own)

    def _look(self, text: str, collection: str) -> Iterator[Found]:
        for person in self._naming.people_in(text):
            if person.is_unknown:
                yield person.name, NO_ROLE
            elif collection == "brief":
                yield person.name, AS_TYPED
        shown = self._naming.shown(text)
        known = self._own | self._owners if collection == "actions" else self._own
        yield from self._participants(shown)
        yield from self._addresses(shown)
        bare = _without_addresses(shown)
        yield from self._handles(bare, known)
        yield from self._strangers(bare, known)

    def _is_plain(self, text: str) -> bool:
        """A quick look: most texts hold nothing like a name."""
        if "@" in text or self._naming.may_name(text) or _SAID.search(text):
            return False
        return self._given.isdisjoint(word.casefold() for word in _TOKEN.findall(text))

    def _participants(self, shown: str) -> Iterator[Found]:
        """Names of people in the room that could not be replaced."""
        for match in _TOKEN.finditer(shown):
            form = self._naming.form_of(match[0])
            word = key_of(match[0])
            if form is None or form.kind is Kind.HANDLE:
                continue
            inside = around(shown, match.start(), match.end())
            if word in NO_PROOF:
                if inside == match[0] and match[0].istitle() and is_doubtful(shown, *match.span()):
                    yield match[0], DOUBTFUL
            elif word in self._naming.ambiguous:
                yield match[0], SEVERAL
            elif inside != match[0] and len(word) >= _LEAST:
                yield inside, WITHIN

    def _addresses(self, shown: str) -> Iterator[Found]:
        """Mail to somebody by name, in the room or not."""
        for match in _MAIL.finditer(shown):
            local = match[1].casefold()
            parts = set(re.split(r"[._+-]+", local))
            if self._naming.form_of(f"@{local}") is not None:
                yield match[0], WITHIN
            elif not self._given.isdisjoint(parts) and _NOBODYS.isdisjoint(parts):
                yield match[0], STRANGER

    def _handles(self, text: str, known: frozenset[str]) -> Iterator[Found]:
        for match in _AT.finditer(text):
            words = set(re.split(r"[._-]", match[1]))
            if (_NOBODYS | known).isdisjoint({*words, match[1]}):
                yield match[0], HANDLE

    def _strangers(self, text: str, known: frozenset[str]) -> Iterator[Found]:
        end = 0
        for match in _TOKEN.finditer(text):
            if match.start() < end or not match[0].istitle():
                continue
            word = self._stranger(text, match, known)
            if word:
                end = match.start() + len(word)
                yield word, STRANGER

    def _stranger(self, text: str, match: re.Match[str], known: frozenset[str]) -> str:
        """The name that begins here, with a last name if there is one; "" if none does."""
        start, end = match.span()
        word = match[0].casefold()
        if word in known or around(text, start, end) != match[0]:
            return ""
        two = _TWO.match(text, start)
        second = two[2] if two is not None and _may_be_last(two[2], known) else ""
        whole = text[start : two.end()] if two is not None and second else match[0]
        if word in ORDINARY or self._naming.form_of(match[0]) is not None:
            return ""
        if word in self._given:
            return "" if _NUMBERED.match(text, start + len(whole)) else whole
        return whole if second and _SAID.match(text, start + len(whole)) else ""


def _may_be_last(word: str, known: frozenset[str]) -> bool:
    plain = word.casefold()
    return word[:1].isupper() and word[1:].islower() and plain not in _THINGS | known | ORDINARY


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub(lambda each: " " * len(each[0]), text)


def _vocabulary(review: Review) -> frozenset[str]:
    """What services, lanes, roles and the like are called: none of them is a person."""
    said = {event.lane for event in review.events}
    said.update(action.backlog.system for action in review.actions if action.backlog)
    said.update(word for person in review.participants for word in (person.role, person.alias))
    return _words((*said, *review.services, review.failure_class))


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for text in texts for word in _TOKEN.findall(text))
