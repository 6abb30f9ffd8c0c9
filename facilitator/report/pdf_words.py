"""The words of which the objects of a PDF consist: dictionaries, strings, references."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_STRING = rb"\((?:[^()\\]|\\.)*\)"
_WORD = re.compile(
    rb"%[^\r\n]*|<<|>>|[\[\]]|" + _STRING + rb"|<[0-9A-Fa-f]*>|/[^\s<>\[\]()/%]*|[^\s<>\[\]()/%]+",
    re.DOTALL,
)
_REFERENCE = re.compile(_STRING + rb"|\b(\d+) 0 R\b", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_SHOWN = {each: bytes([each]) for each in (*range(32, 127), *range(160, 256))}
_SHOWN |= {each: b"\\%03o" % each for each in range(256) if each not in _SHOWN}
_SHOWN |= {ord(value): b"\\" + name for name, value in _NAMED.items()}
_SHOWN |= {each: b"\\" + bytes([each]) for each in b"\\()"}
_CONTROLS = frozenset(range(24)) - frozenset(b"\b\t\n\f\r")
_WIDE = b"\xfe\xff"
"""Begins a string in UTF-16."""


def line(raw: bytes) -> bytes:
    """The same words, with one space between each two."""
    return b" ".join(_words(raw))


def entries(raw: bytes) -> dict[bytes, bytes]:
    """What a dictionary holds by name, each as ``line`` writes it."""
    found: dict[bytes, bytes] = {}
    key, value, depth = b"", list[bytes](), 0
    for word in _words(raw):
        if depth == 1 and (word == b">>" or (word[:1] == b"/" and (not key or value))):
            if key:
                found[key] = b" ".join(value)
            key, value = word, []
        elif depth:
            value.append(word)
        depth += (word in {b"<<", b"["}) - (word in {b">>", b"]"})
    return found


def dictionary(found: Mapping[bytes, bytes]) -> bytes:
    """A dictionary in one line, in the order of its names."""
    return b"<< %s>>" % b"".join(b"%s %s " % (key, found[key]) for key in sorted(found))


def string(text: str) -> bytes:
    """Text as a string: in the letters of PDF if it can be, else in UTF-16."""
    try:
        return _string(text.encode("pdfdoc"))
    except UnicodeEncodeError:
        return _string(_WIDE + text.encode("utf-16-be"))


def text(word: bytes) -> str:
    """The text of a string."""
    value = value_of(word)
    if value.startswith(_WIDE):
        return value[len(_WIDE) :].decode("utf-16-be")
    return value.decode("pdfdoc")


def value_of(word: bytes) -> bytes:
    """The bytes that a string stands for."""
    if word.startswith(b"<"):
        return bytes.fromhex(word[1:-1].decode())
    return _ESCAPE.sub(_meant, word[1:-1])


def references(words: bytes) -> list[int]:
    """The objects that are meant, in order."""
    return [int(found) for found in _REFERENCE.findall(words) if found]


def only(words: bytes) -> int:
    """The object that is meant, if it is one; ValueError if not."""
    (number,) = references(words)
    return number


def renumbered(words: bytes, number: Callable[[int], int]) -> bytes:
    """The same with other numbers of objects."""
    return _REFERENCE.sub(
        lambda found: b"%d 0 R" % number(int(found[1])) if found[1] else found[0], words
    )


def _words(raw: bytes) -> list[bytes]:
    words: list[bytes] = _WORD.findall(raw)
    if b"(" not in raw and b"%" not in raw:
        return words
    plain = (each for each in words if each[:1] != b"%")
    return [_string(value_of(each)) if each[:1] == b"(" else each for each in plain]


def _string(value: bytes) -> bytes:
    """As letters if most are, else as hexadecimal digits."""
    odd = sum(each > 126 or 24 <= each < 32 for each in value)
    if 5 * odd > len(value) or not _CONTROLS.isdisjoint(value):
        return b"<%s>" % value.hex().encode()
    return b"(%s)" % b"".join(map(_SHOWN.__getitem__, value))


def _meant(found: re.Match[bytes]) -> bytes:
    what = found[1]
    return bytes([int(what, 8) & 0xFF]) if what.isdigit() else _NAMED.get(what, what)
