"""A file, a folder or a pasted text that readers look into, decoded and parsed only once."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any, NoReturn

from facilitator.exchange.json_text import OBJECT_LIMIT, check_values
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

SIZE_LIMIT = 128 * 2**20
"""Bytes of the largest source that is read."""
UNPACKED_LIMIT = 1024 * 2**20
"""Bytes that an archive may unpack to, all its files together."""
MEMBER_LIMIT = 100_000
"""Files of the largest archive or folder that is read."""
LINE_LIMIT = 2_000_000
"""Lines of the longest text that is read line by line."""
PATH_LIMIT = 1_000
"""Characters of the longest path in an archive: every entry tells in which file it stands."""
_ZIP, _ZIP_ENTRY = b"PK\x03\x04", b"PK\x01\x02"
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_HEAD = 4096
_BLANK = "\ufeff \t\r\n\0"
_PLAIN_LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Members:
    """The files of an archive or a folder by their paths; each is read when it is asked for."""

    sizes: Mapping[str, int]
    open: Callable[[str], bytes]


class Material:
    """What was given: ``name`` is how messages call it, ``data`` its bytes.

    A folder has no bytes but ``members``; so has an archive besides its bytes.
    """

    def __init__(self, name: str, data: bytes, members: Members | None = None) -> None:
        if len(data) > SIZE_LIMIT:
            words = f"It has {len(data):,} bytes; at most {SIZE_LIMIT:,} are read."
            raise Refused("", words)
        self.name, self.data, self._members = name, data, members

    @cached_property
    def members(self) -> Members | None:
        """The files in it, if it is a folder or a ZIP archive; Refused for a broken archive."""
        if self._members is not None or not self.data.startswith(_ZIP):
            return self._members
        return _unzipped(self.data)

    def member(self, path: str) -> Material:
        """One of its files."""
        if self.members is None or path not in self.members.sizes:
            raise Refused(path, "This file is missing.")
        return Material(path, self.members.open(path))

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The paths of its files, for a quick look; none for a broken archive."""
        try:
            return tuple(self.members.sizes) if self.members else ()
        except Refused:
            return ()

    @cached_property
    def encoding(self) -> str:
        """How its text is written, as well as can be told."""
        for bom, name in _BOMS:
            if self.data.startswith(bom):
                return name
        try:
            if not self.data.isascii():
                self.data.decode("utf-8")
        except UnicodeDecodeError:
            return _without_bom(self.data)
        return "utf-8"

    @cached_property
    def text(self) -> str:
        """Its text with plain line ends; Refused if it is none, or empty."""
        if self.data.startswith(_ZIP) or self.data[:_HEAD].startswith((b"%PDF", b"\x1f\x8b")):
            raise Refused("", "This is no text.")
        try:
            text = self.data.decode(self.encoding)
        except UnicodeDecodeError as problem:
            raise Refused(f"byte {problem.start}", "This is no text.") from None
        if not text[:_HEAD].strip(_BLANK) and not text.strip(_BLANK):
            raise Refused("", "There is nothing in it.")
        if "\0" in text:
            raise Refused("", "This is no text.")
        text = text.lstrip("\ufeff")
        return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text

    @cached_property
    def lines(self) -> list[str]:
        """The lines of its text; Refused for more than are read."""
        count = self.text.count("\n")
        if count > LINE_LIMIT:
            raise Refused("", f"It has {count:,} lines; at most {LINE_LIMIT:,} are read.")
        return self.text.split("\n")

    @cached_property
    def head(self) -> str:
        """The beginning of its text, for a quick look; empty if it is none."""
        if self._members is not None or self.data.startswith(_ZIP):
            return ""
        try:
            return self.data[:_HEAD].decode(self.encoding, "ignore").lstrip("\ufeff")
        except (LookupError, UnicodeDecodeError):
            return ""

    @property
    def notes(self) -> tuple[str, ...]:
        """What is worth telling of its encoding."""
        if self.members is not None or self.encoding in {"utf-8", "utf-8-sig"}:
            return ()
        plain = self.encoding.upper().replace("CP1252", "Windows-1252")
        return (f"The text was read as {plain}, for it is not UTF-8.",)

    @cached_property
    def json(self) -> Any:
        """The JSON value that it holds, or None if it is not JSON at all.

        Refused for what begins like JSON and ends too early, nests too deeply or has no numbers
        where numbers belong.
        """
        if not self.head.lstrip().startswith(("{", "[")):
            return None
        return parsed(self.text)

    @cached_property
    def json_lines(self) -> list[Any] | None:
        """The JSON value of every line, or None if its lines are not JSON objects."""
        if not self.head.lstrip().startswith("{"):
            return None
        return list(_values(self.text))


def parsed(text: str, where: str = "") -> Any:
    """The value that a JSON text says; Refused, with line and column, if it says none."""
    if len(text) > OBJECT_LIMIT:
        # A shorter text cannot hold too many: counting takes as long as a quarter of reading it.
        check_values(text, where)
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as problem:
        place = f"line {problem.lineno}, column {problem.colno}"
        raise Refused(where or place, _syntax(problem)) from None
    except RecursionError:
        raise Refused(where, "It is nested too deeply.") from None
    except ValueError:
        raise Refused(where, "A number in it is too long.") from None


def _values(text: str) -> Iterator[Any]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield parsed(line, f"line {number}")


def _syntax(problem: json.JSONDecodeError) -> str:
    if problem.pos >= len(problem.doc.rstrip()) or problem.msg.startswith("Unterminated"):
        return "It ends too early; perhaps it was cut off."
    return f"This is not JSON ({problem.msg[:1].lower()}{problem.msg[1:].removesuffix(' at')})."


def _no_number(word: str) -> NoReturn:
    raise Refused("", f"“{word}” is not a number that JSON knows.")


# json.loads makes a new one for every line of a long file.
_DECODER = json.JSONDecoder(parse_constant=_no_number)


def _without_bom(data: bytes) -> str:
    """UTF-16 shows in its zeros; whatever else is not UTF-8 can be read as Windows-1252."""
    head = data[:_HEAD]
    for name, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros = head[first::2].count(0)
        if zeros > _PLAIN_LEAST * len(head) / 2:
            return name
    return (
        "cp1252"
        if not any(bytes([byte]) in data for byte in b"\x81\x8d\x8f\x90\x9d")
        else "latin-1"
    )


def _unzipped(data: bytes) -> Members:
    if (count := data.count(_ZIP_ENTRY)) > MEMBER_LIMIT:
        raise Refused("", f"It has {count:,} files; at most {MEMBER_LIMIT:,} are read.")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        entries = [each for each in archive.infolist() if not each.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as problem:
        raise Refused("", f"The archive is damaged: {problem}.") from None
    longest = max((len(each.filename) for each in entries), default=0)
    if longest > PATH_LIMIT:
        words = f"A file in it has a path of {longest:,} characters; at most {PATH_LIMIT:,}."
        raise Refused("", words)
    sizes = {each.filename: each.file_size for each in entries}
    if sum(sizes.values()) > UNPACKED_LIMIT:
        raise Refused("", f"It unpacks to more than {UNPACKED_LIMIT:,} bytes.")
    return Members(sizes, lambda path: _member(archive, path, sizes[path]))


def _member(archive: zipfile.ZipFile, path: str, size: int) -> bytes:
    """A file of an archive, never longer than its own head says."""
    limit = min(size, SIZE_LIMIT)
    try:
        with archive.open(path) as member:
            data = member.read(limit + 1)
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError) as problem:
        raise Refused(path, f"It cannot be unpacked: {problem}.") from None
    except Exception as problem:  # noqa: BLE001 - zlib and lzma have errors of their own
        raise Refused(path, f"It cannot be unpacked: {problem}.") from None
    if len(data) > limit:
        raise Refused(path, f"It is larger than {limit:,} bytes.")
    return data
