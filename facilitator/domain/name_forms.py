"""How somebody's name may be written: whole, in part, as a handle, without accents."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_TITLES = frozenset({"mr", "mrs", "ms", "mx", "dr", "prof", "sir"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md"})
_PARTICLES = frozenset(
    {"af", "al", "av", "ben", "bin", "da", "das", "de", "del", "della", "den", "der", "des", "di"}
    | {"do", "dos", "du", "el", "ibn", "la", "las", "le", "los", "san", "ten", "ter", "van", "von"}
    | {"y", "zu", "zur"}
)
_PLAIN = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae"}
    | {"œ": "oe", "Œ": "Oe", "\u0131": "i", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D"}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_ASIDE = re.compile(r"\(([^()]*)\)|\"([^\"]*)\"|“([^”]*)”")
# Not a pattern: to compile one over so many signs takes longer than all others together.
_UNSPACED = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7af"))
_HALF = 4
"""Letters of half a surname; less could be any word."""
_NICK = re.compile(r"[^\W\d_]{2,}")


class Kind(Enum):
    """How much of a name is written."""

    WHOLE = auto()
    FIRST = auto()
    LAST = auto()
    INITIAL = auto()
    HANDLE = auto()


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a name."""

    text: str
    kind: Kind


def key_of(text: str) -> str:
    """What is the same in all spellings of a form: no case, one kind of space and apostrophe."""
    return " ".join(text.casefold().rstrip(".").replace("’", "'").replace("-", " ").split())


def is_unspaced(text: str) -> bool:
    """Whether a name is in a script that puts no spaces between words."""
    return any(first <= sign <= last for sign in text for first, last in _UNSPACED)


def forms_of(name: str) -> tuple[Form, ...]:
    """Every way to write a name, the whole of it first."""
    words, nicks = _words(name)
    if not words:
        return ()
    found = [Form(nick, Kind.FIRST) for nick in nicks]
    first, last = words[0], _last(words)
    if len(words) > 1:
        found += [Form(each, Kind.WHOLE) for each in (*_wholes(words, last), *_logins(words))]
        found += [Form(each, Kind.LAST) for each in (last, words[-1], *_halves(words[-1]))]
        found += [Form(f"{first} {words[-1][0].upper()}", Kind.INITIAL)]
    found += [Form(first, Kind.FIRST)]
    found += [Form(each, Kind.HANDLE) for each in _handles(first, last)]
    spelled = (Form(text, each.kind) for each in found for text in _spellings(each.text))
    return tuple(dict.fromkeys(each for each in spelled if len(each.text) > 1))


def _words(name: str) -> tuple[list[str], list[str]]:
    """The words of a name, and the nicknames that stand aside in it."""
    asides = [next(filter(None, each.groups()), "") for each in _ASIDE.finditer(name)]
    nicks = [each for each in asides if _NICK.fullmatch(each)]
    name = _ASIDE.sub(" ", name).strip().lstrip("@")
    if "@" in name or (" " not in name and re.search(r"\w[._]\w", name)):
        name = re.sub(r"[._]+", " ", name.partition("@")[0])
    before, comma, behind = name.partition(",")
    if comma and behind.strip()[:1].isupper() and not behind.strip().isupper():
        before = f"{behind.strip()} {before}"
    dropped = _TITLES | _SUFFIXES
    words = [each for each in before.split() if each.rstrip(".").casefold() not in dropped]
    return [each for each in words if re.search(r"[^\W_]", each)], nicks


def _halves(surname: str) -> list[str]:
    """The names of a double surname."""
    halves = surname.split("-")
    return [each for each in halves if len(each) >= _HALF] if len(halves) > 1 else []


def _last(words: list[str]) -> str:
    """The last name with what belongs to it: ``de la Cruz``."""
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _PARTICLES:
        start -= 1
    return " ".join(words[start:])


def _wholes(words: list[str], last: str) -> Iterable[str]:
    first = words[0]
    yield " ".join(words)
    yield f"{first} {last}"
    yield f"{first} {words[-1]}"
    yield f"{last}, {first}"
    if is_unspaced(first):
        yield "".join(words)
    if len(first) > 1:
        yield f"{first[0]}. {last}"


def _logins(words: list[str]) -> Iterable[str]:
    """As logs have them: ``priya.raman``; shorter ones would be words of their own."""
    given, family = _bare(words[0]), _bare(words[-1])
    return (f"{given}.{family}", f"{given}_{family}")


def _bare(word: str) -> str:
    return re.sub(r"[^\w]", "", _plain(word)).casefold()


def _handles(first: str, last: str) -> Iterable[str]:
    given, family = _bare(first), _bare(last)
    yield given
    if family and family != given:
        yield from (f"{given}{sign}{family}" for sign in (".", "_", "-", ""))
        yield from (f"{given[:1]}{family}", f"{given[:1]}.{family}", f"{given}{family[:1]}")
        yield f"{given}.{family[:1]}"


def _spellings(text: str) -> Iterable[str]:
    text = unicodedata.normalize("NFC", text)
    return (text, _plain(text), _plain(text.translate(_UMLAUTS)))


def _plain(text: str) -> str:
    """Without accents, as on a keyboard that has none."""
    apart = unicodedata.normalize("NFD", text.translate(_PLAIN))
    kept = "".join(each for each in apart if not unicodedata.combining(each))
    # Marks of other scripts are letters of their own, not accents.
    return kept if kept.isascii() else text
