"""The words by which an imported chat is read, and the places where a text has them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from itertools import groupby, product
from typing import TYPE_CHECKING, Any, NamedTuple

from facilitator import resources
from facilitator.domain.words import EventKind, Marker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FILE = "import/en.toml"
_BEFORE, _AFTER = 4, 3
"""How many words around a phrase may turn its meaning."""
_CODE_OR_LINK = re.compile(r"```.*?(?:```|$)|[a-z][a-z0-9+.-]*://\S+", re.DOTALL)
"""What a machine wrote, and addresses, tell nothing by their words."""
_NEAR = 60
"""How many characters these words may take."""
_DOUBTED, _DOUBTED_NEAR = 8, 100
"""The same of the words that say who believes it."""
_LETTERS = 4
_BEGINNING = re.compile(r"\b[a-z]{4}")
"""So much of a word says whether it is worth asking for a kind, which takes its time."""
_WORD = re.compile(r"[\w'+-]+")
_STOP = re.compile(r"[.!?;\n]")
_CLAUSE = re.compile(r"[.!?;,\n]")
_SENTENCE = re.compile(r"[.!?;\n] ")
_ASKED = re.compile(r"[^.!?\n]*\?")


class Told(NamedTuple):
    """A group of phrases that make a message worth telling."""

    kind: EventKind
    points: int
    says: str
    asked: bool
    done: bool


class Marked(NamedTuple):
    """A group of phrases that sound like one of the five moments; ``soon`` only right after it."""

    marker: Marker
    kind: EventKind
    says: str
    asked: bool
    soon: frozenset[str]


class Hit(NamedTuple):
    """A phrase in a text, what it tells, and whether it is said to be so.

    ``settled`` is false where it is asked or is yet to come; what is denied is no hit at all.
    """

    words: str
    told: tuple[Told, ...]
    marked: tuple[Marked, ...]
    asked: bool
    settled: bool


class Words(NamedTuple):
    """All that the file says, ready to be looked for."""

    pattern: re.Pattern[str]
    told: dict[str, tuple[Told, ...]]
    marked: dict[str, tuple[Marked, ...]]
    soon: dict[str, Marked]
    denied: frozenset[str]
    open: frozenset[str]
    doubted: frozenset[str]
    after: frozenset[str]
    asks: tuple[str, ...]
    heard: frozenset[str]


@cache
def words() -> Words:
    """The words of the language; read once."""
    return _read(tomllib.loads(resources.read_text(FILE)))


def spelled(text: str) -> tuple[str, ...]:
    """Every phrase of a list, with each of its endings."""
    phrases = (each.split() for each in text.split(","))
    return tuple(" ".join(form) for each in phrases for form in product(*map(_forms, each)) if form)


def _forms(word: str) -> list[str]:
    stem, *endings = word.split("/")
    return [stem, *(f"{stem}{ending}" for ending in endings)]


def _read(said: dict[str, Any]) -> Words:
    told, marked = _told(said["told"]), _marked(said["marked"])
    phrases = {*told, *marked, *spelled(said["nothing"]["phrases"])}
    turned = said["turned"]
    return Words(
        pattern=_pattern(phrases),
        told=told,
        marked=marked,
        soon={word: each for groups in marked.values() for each in groups for word in each.soon},
        denied=frozenset(spelled(turned["denied"])),
        open=frozenset(spelled(turned["open"])),
        doubted=frozenset(spelled(turned["doubted"])),
        after=frozenset(spelled(turned["after"])),
        asks=tuple(f"{each} " for each in spelled(turned["asks"])),
        heard=frozenset(each[:_LETTERS] for each in spelled(said["heard"]["words"])),
    )


def _told(groups: list[dict[str, Any]]) -> dict[str, tuple[Told, ...]]:
    found: dict[str, tuple[Told, ...]] = {}
    for each in groups:
        kind, asked = EventKind(each["kind"]), bool(each.get("asked"))
        group = Told(kind, each["points"], each["says"], asked, bool(each.get("done")))
        for phrase in spelled(each["phrases"]):
            found[phrase] = (*found.get(phrase, ()), group)
    return found


def _marked(groups: list[dict[str, Any]]) -> dict[str, tuple[Marked, ...]]:
    found: dict[str, tuple[Marked, ...]] = {}
    for each in groups:
        soon = frozenset(spelled(each.get("soon", "")))
        marker, kind = Marker(each["marker"]), EventKind(each["kind"])
        group = Marked(marker, kind, each["says"], bool(each.get("asked")), soon)
        for phrase in spelled(each["phrases"]):
            found[phrase] = (*found.get(phrase, ()), group)
    return found


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """By their first letters, so that most words of a text are passed over at once."""
    rows = groupby(sorted(phrases), key=lambda each: each[0])
    parts = (f"{re.escape(first)}(?:{'|'.join(_rests(row))})" for first, row in rows)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w])")


def _rests(row: Iterable[str]) -> Iterator[str]:
    for phrase in sorted(row, key=len, reverse=True):
        yield re.escape(phrase[1:]).replace(r"\ ", "[ -]").replace("'", "['’]?")


# -- finding ---------------------------------------------------------------------------------------


def hits(lower: str) -> list[Hit]:
    """The phrases in a text of small letters, in their order; not those that it denies."""
    known = words()
    if "://" in lower or "```" in lower:
        lower = _CODE_OR_LINK.sub(" ", lower)
    found = known.pattern.finditer(lower)
    return [hit for match in found if (hit := _hit(match, known)) is not None]


def may_be_heard(lower: str) -> bool:
    """Whether a text has a word that a kind may be heard from."""
    return not words().heard.isdisjoint(_BEGINNING.findall(lower))


def _hit(match: re.Match[str], known: Words) -> Hit | None:
    phrase = _plain(match[0], known)
    told, marked = known.told.get(phrase, ()), known.marked.get(phrase, ())
    if not (told or marked):
        return None
    before = _before(match)
    if not known.denied.isdisjoint(before):
        return None
    if marked and not known.doubted.isdisjoint(_clause_before(match)):
        # A first sign may be a suspicion; an end that somebody believes in is none.
        told = tuple(each for each in told if not each.done)
        marked = tuple(each for each in marked if each.asked)
    asked = _is_asked(match, known)
    waits = not known.open.isdisjoint(before)
    if marked and not waits:
        waits = not known.after.isdisjoint(_after(match))
    return Hit(match[0], told, marked, asked, settled=not (asked or waits))


def _is_asked(match: re.Match[str], known: Words) -> bool:
    """Whether its sentence ends with a question mark, or begins like a question."""
    if _ASKED.match(match.string, match.end()):
        return True
    said = _SENTENCE.split(match.string[: match.end()])[-1].lstrip(" \"'“(,-")
    return said.startswith(known.asks)


def _plain(found: str, known: Words) -> str:
    """The phrase as the file has it: written with a hyphen, or without its apostrophe."""
    plain = found.replace("’", "'")
    if plain in known.told or plain in known.marked:
        return plain
    plain = plain.replace("-", " ")
    if plain in known.told or plain in known.marked or "'" in plain:
        return plain
    return _with_apostrophe().get(plain, plain)


@cache
def _with_apostrophe() -> dict[str, str]:
    known = words()
    return {each.replace("'", ""): each for each in (*known.told, *known.marked)}


def _before(match: re.Match[str]) -> list[str]:
    """The words before it, as far as its sentence goes."""
    start = match.start()
    said = _STOP.split(match.string[max(0, start - _NEAR) : start])[-1]
    return _WORD.findall(said.replace("’", "'"))[-_BEFORE:]


def _clause_before(match: re.Match[str]) -> list[str]:
    """More words before it, as far as there is no comma."""
    start = match.start()
    said = _CLAUSE.split(match.string[max(0, start - _DOUBTED_NEAR) : start])[-1]
    return _WORD.findall(said.replace("’", "'"))[-_DOUBTED:]


def _after(match: re.Match[str]) -> list[str]:
    said = _STOP.split(match.string[match.end() : match.end() + _NEAR])[0]
    return _WORD.findall(said)[:_AFTER]
