"""How somebody's name may be written: whole, in part, as a handle, without accents."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.name_cases import surnames
from facilitator.domain.ordinary_names import NO_PROOF

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
_PART, _ALONE, _GLUED = 3, 6, 8
"""Letters of a name in a login: beside a sign, beside an initial alone, and of both together."""
_MOST_MIDDLES = 2
_SIGNS = re.compile(r"[._-]")
_NICK = re.compile(r"[^\W\d_]{2,}")


class Kind(Enum):
    """How much of a name is written."""

    WHOLE = auto()
    FIRST = auto()
    LAST = auto()
    INITIAL = auto()
    HANDLE = auto()
    LOGIN = auto()


class Form(NamedTuple):
    """One way to write a name."""

    text: str
    kind: Kind


def key_of(text: str) -> str:
    """What is the same in all spellings of a form: no case, one kind of space and apostrophe."""
    return " ".join(text.casefold().rstrip(".").replace("’", "'").replace("-", " ").split())


def login_key(text: str) -> str:
    """What is the same in all spellings of a login: no case, one sign between its parts."""
    return f"~{_SIGNS.sub('.', text.casefold())}"


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
        found += [Form(each, Kind.WHOLE) for each in (*_wholes(words, last), *_dotted(words))]
        found += [Form(each, Kind.LAST) for each in _surnames(words, last)]
        found += [Form(each, Kind.INITIAL) for each in _initials(words, last)]
    found += [Form(first, Kind.FIRST)]
    found += [Form(each, Kind.HANDLE) for each in _handles(first, last)]
    if len(words) == 1 and "-" in first:
        # A name that is a handle is spelled as one.
        found += [Form(first, Kind.HANDLE)]
    spelled = (Form(text, each.kind) for each in found for text in _spellings(each.text))
    logins = (Form(each, Kind.LOGIN) for each in _logins(words))
    return tuple(dict.fromkeys(each for each in (*spelled, *logins) if len(each.text) > 1))


def name_words(name: str) -> list[str]:
    """The words of a name that belong to nobody else: no titles, no particles."""
    words, nicks = _words(name)
    return [each for each in (*words, *nicks) if each.casefold() not in _PARTICLES]


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


def _dotted(words: list[str]) -> Iterable[str]:
    """As logs have them: ``priya.raman``."""
    given, family = _bare(words[0]), _bare(words[-1])
    return (f"{given}.{family}", f"{given}_{family}")


def _surnames(words: list[str], last: str) -> Iterator[str]:
    """The last name, its halves and its forms, and what stands before it."""
    alone = (words[-1], *_halves(words[-1]))
    yield from (last, *alone, *(form for each in alone for form in surnames(each)))
    yield from (each for each in _middles(words, last) if len(_bare(each)) >= _PART)


def _middles(words: list[str], last: str) -> list[str]:
    between = words[1 : len(words) - len(last.split())]
    return [each for each in between if each.casefold() not in _PARTICLES][:_MOST_MIDDLES]


def _initials(words: list[str], last: str) -> Iterator[str]:
    """``Priya R``, ``P Raman``, ``Raman P``."""
    first = words[0]
    yield f"{first} {words[-1][0].upper()}"
    if len(first) > 1 and last.casefold() not in NO_PROOF:
        yield from (f"{first[0].upper()} {last}", f"{last} {first[0].upper()}")


def _logins(words: list[str]) -> Iterator[str]:
    """Shorter names of accounts: ``zwroclawski``; those that are no words of their own."""
    if len(words) == 1:
        return
    given, family = _bare(words[0]), _bare(words[-1])
    plain = [each not in NO_PROOF for each in (given, family)]
    if any(plain) and min(len(given), len(family)) > 1:
        yield from (f"{given}-{family}", f"{family}.{given}")
        if len(given) + len(family) >= _GLUED:
            yield from (f"{given}{family}", f"{family}{given}")
    if plain[1] and len(family) >= _PART:
        yield from (f"{given[:1]}.{family}", f"{family}.{given[:1]}")
        if len(family) >= _ALONE:
            yield from (f"{given[:1]}{family}", f"{family}{given[:1]}")
    if plain[0] and len(given) >= _PART:
        yield f"{given}.{family[:1]}"


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
    return (text, _plain(text), _plain(without_umlauts(text)))


def without_umlauts(text: str) -> str:
    """``Mueller`` for ``Müller``."""
    return text.translate(_UMLAUTS)


def _plain(text: str) -> str:
    """Without accents, as on a keyboard that has none."""
    apart = unicodedata.normalize("NFD", text.translate(_PLAIN))
    kept = "".join(each for each in apart if not unicodedata.combining(each))
    # Marks of other scripts are letters of their own, not accents.
    return kept if kept.isascii() else text
