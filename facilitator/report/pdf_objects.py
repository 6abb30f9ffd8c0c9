"""The objects of a PDF, as reportlab wrote them and with what is added to them."""

from __future__ import annotations

import re
import zlib
from typing import NamedTuple

from facilitator.report.pdf_words import dictionary, entries, line, only, references

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_PLACE = re.compile(rb"(\d{10}) \d{5} n")
_BEFORE = re.compile(rb"\d+ 0 obj\s")
_STREAM = re.compile(rb">>\s*stream\r?\n")
_FLATE = b"/Filter /FlateDecode"


class Stream(NamedTuple):
    """Bytes with a dictionary in words; these end with the length and how they are packed."""

    words: bytes
    data: bytes | memoryview


class Objects:
    """All objects of a document by number, from 1 on: words in one line, or streams."""

    def __init__(self, data: bytes) -> None:
        """``data`` is a whole PDF with a plain table of places; ValueError if it is not."""
        start = _START.search(data, max(0, len(data) - 64))
        if start is None:
            raise ValueError("This is no whole PDF.")
        end = int(start[1])
        places = [int(found[1]) for found in _PLACE.finditer(data, end)]
        ordered = sorted(places)
        ends = dict(zip(ordered, [*ordered[1:], end], strict=True))
        self._all = [_object(data, place, ends[place]) for place in places]
        self.trailer = entries(data[data.index(b"trailer", end) :])

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._all)

    def words(self, number: int) -> bytes:
        """The words of an object; of a stream those of its dictionary."""
        found = self._all[number - 1]
        return found.words if isinstance(found, Stream) else found

    def entries(self, number: int) -> dict[bytes, bytes]:
        """What a dictionary holds, by name."""
        return entries(self.words(number))

    def pages(self) -> list[int]:
        """The pages, in order."""
        root = self.entries(only(self.trailer[b"/Root"]))
        return references(self.entries(only(root[b"/Pages"]))[b"/Kids"])

    def links(self, page: int) -> list[int]:
        """What leads somewhere on a page, in order."""
        return references(self.entries(page).get(b"/Annots", b""))

    def change(self, number: int, **more: bytes) -> None:
        """Put more into a dictionary, by names without their stroke."""
        found = self.entries(number)
        found |= {b"/" + name.encode(): words for name, words in more.items()}
        self._all[number - 1] = dictionary(found)

    def add(self, words: bytes | Stream = b"") -> int:
        """One object more; its number."""
        self._all.append(words)
        return self.count

    def __setitem__(self, number: int, words: bytes) -> None:
        """Say what stands in an object."""
        self._all[number - 1] = words

    def __getitem__(self, number: int) -> bytes | Stream:
        return self._all[number - 1]


def stream(holds: dict[bytes, bytes], data: bytes | memoryview, last: bytes = b"") -> Stream:
    """A stream; its dictionary ends with its length and what is said at last."""
    words = dictionary(holds).removesuffix(b">>")
    return Stream(b"%s/Length %d%s >>" % (words, len(data), last and b" " + last), data)


def packed_stream(holds: dict[bytes, bytes], data: bytes, last: bytes = b"") -> Stream:
    """A stream whose bytes are packed here."""
    return stream(holds, zlib.compress(data), b" ".join(filter(None, (_FLATE, last))))


def _object(data: bytes, place: int, end: int) -> bytes | Stream:
    begun = _BEFORE.match(data, place)
    if begun is None:
        raise ValueError("An object is not where it should be.")
    start = _STREAM.search(data, begun.end(), end)
    if start is None:
        return line(data[begun.end() : data.rindex(b"endobj", place, end)])
    holds = entries(data[begun.end() : start.start() + 2])
    length = int(holds.pop(b"/Length"))
    last = b""
    if holds.get(b"/Filter") == b"[ /FlateDecode ]":
        del holds[b"/Filter"]
        last = _FLATE
    return stream(holds, memoryview(data)[start.end() : start.end() + length], last)
