"""What is left of the names of people in a text: logins, endings, initials, words within words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.domain.name_cases import is_form
from facilitator.domain.name_forms import name_words, without_umlauts
from facilitator.domain.name_or_word import is_doubtful, is_person, is_thing
from facilitator.domain.name_signs import WORD, bare
from facilitator.domain.ordinary_names import NO_PROOF
from facilitator.domain.role_words import is_role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Found = tuple[str, str]

LEFT = "The name of somebody on the list of people"
LOGIN = "Reads like a login of somebody on the list of people"
FORM = "Reads like a form of the name of somebody on the list of people"
INITIALS = "The initials of somebody on the list of people"
WITHIN = "Stands inside another word or an address"
DOUBTFUL = "A name, or an ordinary word"
_TEXT = """
    ai api aws bi cd ci cdn cli cpu csv db dba dns dc dr eta etl eu gb gc gke gpu ha hr
    http iam id ide ip ipc it js kb kpi lb mb mtu no oc ok on or os pc pdf pki pm
    po pr qa qps rc ram rds rca rpc rps rum sdk sev sla sli slo sms sql sre ssd ssh ssl sso tb
    tcp tls ts ttl tv udp ui uk url us usa usb utc ux vip vm vp vpc vpn waf xml am
"""
_NO_INITIALS = frozenset(_TEXT.split())
"""What is written in capitals whoever is in the room."""
_JOINED = re.compile(r"[\w@./\\:#+~-]")
_HUMPS = re.compile(r"[^\W\d_a-z]?[a-z\u00e0-\u00ff\u0430-\u0451]+|[^\W\d_a-z]+(?![a-z])|\d+")
_PRODUCT = re.compile(r"\s+[^\W\d_a-z]")
_NUMBER = re.compile(r"\d\s*$")
_PART, _TOLD, _LONG = 3, 5, 7
_MOST_KNOWN, _MOST_JOINED = 40_000, 100


class NameTraces:
    """Knows what is left of names where nobody has put a role in their place.

    What a word is was looked up once: the words of a review are few. Words that are hidden, but
    nobody's names, are told in their other forms only.
    """

    def __init__(self, names: Iterable[str], hidden: Iterable[str] = ()) -> None:
        people = [words for name in names for words in _spelled(name) if words]
        self._parts = frozenset(part for words in people for part in words if _counts(part))
        self._plain = frozenset(part for part in self._parts if part not in NO_PROOF)
        self._hidden = frozenset(filter(_may_be_told, map(bare, hidden))) - NO_PROOF
        self._logins = frozenset(login for words in people for login in _logins(words))
        initials = {"".join(part[0] for part in words) for words in people if len(words) > 1}
        self._initials = frozenset(each for each in initials if each not in _NO_INITIALS)
        self._dotted = _dotted(self._initials)
        self._starts = _by_start(self._plain | self._hidden)
        self._long = tuple(part for part in self._plain if len(part) >= _LONG)
        self._known: dict[str, str] = {}

    def of(self, text: str) -> Iterator[Found]:
        """The words of a text in which names are left, and why each is told."""
        for match in WORD.finditer(text):
            why = self._why(match[0])
            if why and (told := _told(why, text, match)):
                yield told
        if self._dotted is not None and "." in text:
            yield from ((found[0], INITIALS) for found in self._dotted.finditer(text))

    def _why(self, word: str) -> str:
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[word] = self._looked_up(word, bare(word))
        return known

    def _looked_up(self, word: str, plain: str) -> str:
        if plain in self._parts:
            return DOUBTFUL if plain in NO_PROOF else LEFT
        checks: tuple[tuple[str, Callable[[str, str], bool]], ...] = (
            (FORM, self._is_form),
            (LOGIN, self._is_login),
            (INITIALS, self._is_initials),
            (LOGIN, self._holds_name),
        )
        return next((why for why, is_so in checks if is_so(word, plain)), "")

    def _is_login(self, _word: str, plain: str) -> bool:
        return plain.rstrip("0123456789") in self._logins

    def _is_initials(self, word: str, plain: str) -> bool:
        return plain in self._initials and word.isupper()

    def _is_form(self, word: str, plain: str) -> bool:
        if plain in NO_PROOF:
            return False
        for name in self._starts.get(plain[:_PART], ()):
            if (word[:1].isupper() or _is_small_form(plain, name)) and is_form(plain, name):
                return True
        return False

    def _holds_name(self, word: str, plain: str) -> bool:
        if any(part in plain for part in self._long):
            return True
        humps = [bare(each) for each in _HUMPS.findall(word)]
        return len(humps) > 1 and not self._plain.isdisjoint(humps)


def _spelled(name: str) -> tuple[list[str], ...]:
    """The bare words of a name, also as on a keyboard without umlauts."""
    return tuple(map(_bare_words, dict.fromkeys((name, without_umlauts(name)))))


def _bare_words(name: str) -> list[str]:
    return [part for each in name_words(name) if (part := bare(each.replace("-", "")))]


def _counts(part: str) -> bool:
    return len(part) >= _PART and not is_role(part)


def _may_be_told(word: str) -> bool:
    return word.isalpha() and len(word) >= _TOLD


def _logins(words: list[str]) -> Iterator[str]:
    """``zwroclawski`` and the like, as far as they are no words of their own."""
    first, last = words[0], words[-1]
    if len(words) > 1:
        yield from (f"{first}{last}", f"{last}{first}")
        if len(last) >= _TOLD:
            yield from (f"{first[0]}{last}", f"{last}{first[0]}")
            yield "".join((*(part[0] for part in words[:-1]), last))
        if len(first) >= _TOLD:
            yield f"{first}{last[0]}"


def _is_small_form(plain: str, name: str) -> bool:
    """In small letters many an ordinary word begins like a name: ``marine``, ``martini``."""
    return len(name) > _LONG or (len(name) >= _TOLD and plain == f"{name}s")


def _dotted(initials: frozenset[str]) -> re.Pattern[str] | None:
    """``M.S.``, whatever its capitals and spaces."""
    forms = (r"\.\s?".join(map(re.escape, each)) for each in sorted(initials))
    pattern = "|".join(forms)
    return re.compile(rf"(?<![\w.])(?:{pattern})\.(?!\w)", re.IGNORECASE) if pattern else None


def _by_start(names: frozenset[str]) -> dict[str, list[str]]:
    starts: dict[str, list[str]] = {}
    for name in sorted(names):
        starts.setdefault(name[:_PART], []).append(name)
    return starts


def _told(why: str, text: str, match: re.Match[str]) -> Found | None:
    word = match[0]
    if why == DOUBTFUL:
        return (word, why) if _may_be_meant(text, match) else None
    if why == INITIALS and _is_unit(text, match):
        return None
    whole = around(text, *match.span())
    if whole != word and why in {LEFT, FORM}:
        why = WITHIN
    short = why == LEFT and len(word) <= _PART and word.isupper()
    return None if short else (whole, why)


def _is_unit(text: str, match: re.Match[str]) -> bool:
    """``300 MS``, ``MS Office``."""
    before = text[max(0, match.start() - 4) : match.start()]
    return bool(_NUMBER.search(before) or _PRODUCT.match(text, match.end()))


def _may_be_meant(text: str, match: re.Match[str]) -> bool:
    """Whether an ordinary word with a capital may be somebody all the same."""
    start, end = match.span()
    if not match[0].istitle() or around(text, start, end) != match[0] or is_thing(text, end):
        return False
    return is_person(text, start, end) or is_doubtful(text, start, end)


def around(text: str, start: int, end: int) -> str:
    """The word with all that is joined to it without a space: ``priya-laptop``."""
    first, last = start, end
    while first > max(0, start - _MOST_JOINED) and _JOINED.match(text[first - 1]):
        first -= 1
    while last < min(len(text), end + _MOST_JOINED) and _JOINED.match(text[last]):
        last += 1
    return text[first:last].lstrip(".:-").rstrip(".:/-")
