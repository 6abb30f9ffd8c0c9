"""Writes the objects of a PDF small: most of them in streams of up to a hundred.

Objects get new numbers in the order in which they are met from the root on. What is written is,
byte by byte, what qpdf writes of the same objects; a test holds it to that.
"""

from __future__ import annotations

import hashlib
from collections import deque
from typing import TYPE_CHECKING

from facilitator.report.pdf_objects import Stream, packed_stream
from facilitator.report.pdf_words import only, references, renumbered, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.report.pdf_objects import Objects

_HEAD = b"%PDF-1.5\n%\xbf\xf7\xa2\xfe\n"
_MOST = 100
_MOVED = b"\x02"
"""Says that a row tells how it differs from the one above."""


def written(objects: Objects) -> bytes:
    """The whole file."""
    return _Writer(objects).file()


class _Writer:
    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._groups = _groups(objects)
        self._group_of = {each: group for group in self._groups for each in group}
        self._numbers: dict[int, int] = {}
        """New numbers of objects by old ones."""
        self._waiting: deque[tuple[int, tuple[int, ...]]] = deque()
        """What is met and not written yet: its new number, and the objects in it by old ones."""
        self._places: dict[int, tuple[int, int, int]] = {0: (0, 0, 0)}
        """Of every new number: 1 and its place, or 2, the stream that it is in and where there."""
        self._next = 1
        self._out = bytearray(_HEAD)

    def file(self) -> bytes:
        """Everything that the trailer leads to, and the table of places."""
        trailer = self._objects.trailer
        root, info = (self._new(trailer[key]) for key in (b"/Root", b"/Info"))
        while self._waiting:
            number, objects = self._waiting.popleft()
            first = self._objects[objects[0]]
            alone = first if isinstance(first, Stream) else self._together(number, objects)
            self._put(number, alone)
        self._end(root, info)
        return bytes(self._out)

    def _new(self, words: bytes) -> bytes:
        """Words with the new numbers of the objects that are meant."""
        return renumbered(words, self._number)

    def _number(self, old: int) -> int:
        """The new number of an object; one that is met for the first time waits to be written."""
        if old not in self._numbers:
            group = self._group_of.get(old)
            self._waiting.append((self._next, group or (old,)))
            # The stream that holds a group has a number, too.
            self._next += group is not None
            for each in group or (old,):
                self._numbers[each] = self._next
                self._next += 1
        return self._numbers[old]

    def _together(self, number: int, objects: tuple[int, ...]) -> Stream:
        """A stream of objects, which begins with their numbers and places."""
        places, words, place = [], [], 0
        for index, old in enumerate(objects):
            words.append(self._new(self._objects.words(old)) + b"\n")
            places.append(b"%d %d" % (self._numbers[old], place))
            place += len(words[-1])
            self._places[self._numbers[old]] = 2, number, index
        head = b" ".join(places) + b"\n"
        first = b"/N %d /First %d" % (len(objects), len(head))
        return packed_stream({b"/Type": b"/ObjStm"}, head + b"".join(words), first)

    def _put(self, number: int, stream: Stream) -> None:
        self._places[number] = 1, len(self._out), 0
        self._out += b"%d 0 obj\n%s\nstream\n" % (number, self._new(stream.words))
        self._out += stream.data
        self._out += b"\nendstream\nendobj\n"

    def _end(self, root: bytes, info: bytes) -> None:
        place, number = len(self._out), self._next
        self._places[number] = 1, place, 0
        widths, rows = _table([self._places[each] for each in range(number + 1)])
        columns = b"/DecodeParms << /Columns %d /Predictor 12 >>" % sum(widths)
        ends = (*widths, info, root, number + 1)
        told = b"%s /W [ %d %d %d ] /Info %s /Root %s /Size %d /ID [" % (columns, *ends)
        table = packed_stream({b"/Type": b"/XRef"}, rows, told)
        self._out += b"%d 0 obj\n%s" % (number, table.words.removesuffix(b" >>"))
        self._out += b"%s] >>\nstream\n%s\nendstream\nendobj\n" % (self._ids(), table.data)
        self._out += b"startxref\n%d\n%%%%EOF\n" % place

    def _ids(self) -> bytes:
        """What the file is known by: as it was at first, and as it is now."""
        about = self._objects.entries(only(self._objects.trailer[b"/Info"]))
        seed = _sum(self._out) + b" QPDF "
        texts = (about[key] for key in sorted(about) if about[key][:1] in {b"(", b"<"})
        seed += b"".join(b" " + value_of(each) for each in texts)
        # As qpdf counts them, they end with the first zero.
        return b"%s<%s>" % (self._objects.trailer[b"/ID"].split()[1], _sum(seed.split(b"\0")[0]))


def _sum(data: bytes | bytearray) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).hexdigest().encode()


def _groups(objects: Objects) -> list[tuple[int, ...]]:
    """All objects but streams, in as few groups of about the same size as can be."""
    met = list(_met(objects))
    count = -(-len(met) // _MOST)
    size = -(-len(met) // count)
    return [tuple(sorted(met[start : start + size])) for start in range(0, len(met), size)]


def _met(objects: Objects) -> Iterator[int]:
    """The objects that are no streams, as they are met from the end of the file on."""
    trailer, known = objects.trailer, set[int]()
    ahead = [only(trailer[b"/Root"]), only(trailer[b"/Info"])]
    while ahead:
        number = ahead.pop()
        if number in known:
            continue
        known.add(number)
        if not isinstance(objects[number], Stream):
            yield number
        ahead += reversed(references(objects.words(number)))


def _table(places: list[tuple[int, int, int]]) -> tuple[tuple[int, int, int], bytes]:
    """Rows of numbers as bytes, each as it differs from the one above; and how wide they are."""
    second, third = (_bytes(max(place[part] for place in places)) for part in (1, 2))
    width = 1 + second + third
    rows = b"".join(
        b"%c%s%s" % (kind, one.to_bytes(second, "big"), two.to_bytes(third, "big"))
        for kind, one, two in places
    )
    above = bytes(width) + rows
    moved = bytes([(new - old) & 0xFF for new, old in zip(rows, above, strict=False)])
    starts = range(0, len(moved), width)
    return (1, second, third), b"".join(_MOVED + moved[each : each + width] for each in starts)


def _bytes(number: int) -> int:
    """How many bytes a number takes."""
    return (number.bit_length() + 7) // 8
