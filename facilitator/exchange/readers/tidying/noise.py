"""Tells which messages of a chat say nothing: thanks, nods, signs, comings and goings."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import NamedTuple

from facilitator import resources
from facilitator.exchange.readers.tidying.proposing_words import FILE, spelled

_SHORT, _LINE, _FEW, _NAME = 60, 160, 8, 3
"""Characters of a short message and of a line that tells who came; words of one, and of a name."""
_SIGN = re.compile(r"(?<!\w):[\w+-]+:|[:;=8x]'?-?[)(dp|/o](?!\w)|<:\w+:\d+>|¯.*¯")
_MENTION = re.compile(r"<[@!#][^>]*>|(?<![\w.])@[\w.-]+")
_EDITED = re.compile(r"\(edited\)")
_LINK = re.compile(r"<?https?://[^\s>|]+(?:\|[^>]*)?>?")
# “hmmmmm” is “hm”.
_LONG_LETTERS = re.compile(r"(.)\1{2,}")
_PLAIN = re.compile(r"[a-z0-9 ,.'’!?-]*")
"""A text of these alone has no signs and calls nobody."""
_AROUND = '.,;:!?…()[]{}<>"“”*_~`\\/|#-'


class _Words(NamedTuple):
    small: frozenset[str]
    sorts: tuple[tuple[frozenset[str], str], ...]
    begins: dict[str, tuple[tuple[str, str], ...]]
    comings: tuple[str, ...]
    where: tuple[str, ...]
    comes: str
    places: tuple[str, ...]
    picture: str
    bare: dict[str, str]


@cache
def _words() -> _Words:
    said = tomllib.loads(resources.read_text(FILE))["noise"]
    comings = spelled(said["comings"]["phrases"])
    return _Words(
        small=frozenset(spelled(said["words"])),
        sorts=tuple((frozenset(spelled(each["words"])), each["says"]) for each in said["sort"]),
        begins=_begins(said["begins"]),
        comings=comings,
        where=tuple({each.split()[-1]: None for each in comings}),
        comes=said["comings"]["says"],
        places=spelled(said["pictures"]["places"]),
        picture=said["pictures"]["says"],
        bare=said["bare"],
    )


def _begins(groups: list[dict[str, str]]) -> dict[str, tuple[tuple[str, str], ...]]:
    """The beginnings by their first word."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for each in groups:
        for phrase in spelled(each["phrases"]):
            first = phrase.split()[0]
            found[first] = (*found.get(first, ()), (phrase, each["says"]))
    return found


def noise(lower: str) -> str:
    """Why a message in small letters is folded away; empty if it may tell something."""
    text = lower.strip()
    if len(text) > _LINE:
        return ""
    known = _words()
    if any(map(text.__contains__, known.where)) and _is_coming(text, known):
        return known.comes
    if _PLAIN.fullmatch(text):
        return _plain(text, known) if text else known.bare["empty"]
    if _LINK.fullmatch(text):
        return known.picture if any(map(text.__contains__, known.places)) else ""
    return _signed(text, known)


def _is_coming(text: str, known: _Words) -> bool:
    """The words stand at the beginning, or after a name of a word or three."""
    found = (text.find(each) for each in known.comings if each in text)
    return any(len(text[:at].split()) <= _NAME for at in found)


def _plain(text: str, known: _Words) -> str:
    first = _word(text.partition(" ")[0])
    if first and not _may_begin(first, known):
        return ""
    said = [word for each in text.split() if (word := _word(each))]
    return _spoken(said, known) if said else known.bare["sign"]


def _may_begin(first: str, known: _Words) -> bool:
    short = _LONG_LETTERS.sub(r"\1", first)
    return short in known.small or short in known.begins


def _signed(text: str, known: _Words) -> str:
    """What is left without signs, and without whom it calls."""
    rest, edited = _EDITED.subn(" ", text)
    rest, signs = _SIGN.subn(" ", rest)
    rest, mentions = _MENTION.subn(" ", rest)
    said = [word for each in rest.split() if (word := _word(each))]
    if said:
        return _spoken(said, known)
    if mentions:
        return known.bare["mention"]
    return known.bare["edited" if edited and not signs else "sign"]


def _word(each: str) -> str:
    """Without the marks around it; a picture that is a character is nothing."""
    word = each.strip(_AROUND)
    if word.isascii():
        return word
    return word.replace("’", "'") if any(map(str.isalnum, word)) else ""


def _spoken(said: list[str], known: _Words) -> str:
    if len(said) > _FEW or sum(map(len, said)) > _SHORT:
        return ""
    whole = _LONG_LETTERS.sub(r"\1", f"{' '.join(said)} ")
    said = whole.split()
    if known.small.issuperset(said):
        return next((says for sort, says in known.sorts if not sort.isdisjoint(said)), "")
    begins = known.begins.get(said[0], ())
    return next((says for phrase, says in begins if whole.startswith(f"{phrase} ")), "")
