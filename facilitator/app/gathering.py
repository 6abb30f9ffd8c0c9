"""Finds the sources in what was given: files, archives, folders of post-mortems or of a chat."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.app.handover import is_ours_handed_back
from facilitator.app.reading import Source
from facilitator.exchange.readers.material import MEMBER_LIMIT, SIZE_LIMIT, Material, Members
from facilitator.exchange.readers.registry import reader_for
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_EXPORT = frozenset({"channels.json", "groups.json", "dms.json", "users.json"})
"""What lies in the folder of a Slack export."""
_LOOKED_AT = 4096
_DEEPEST = 100
"""Folders in folders that are looked into; below them lies nothing that somebody keeps."""
_OLD_FORMS = frozenset({".json", ".csv", ".tsv"})
"""Files that may also be reviews or hand-overs, or broken ones of them."""
_SKIPPED = frozenset({"__pycache__", "node_modules", "__MACOSX"})
_NO_TEXT = """
.png .jpg .jpeg .gif .svg .webp .ico .pdf .doc .docx .xls .xlsx .ppt .pptx .odt .ods .mp4 .mov .mp3
.wav .exe .dll .so .dylib .pyc .db .sqlite .sqlite3 .woff .woff2 .ttf .otf .eot .lock .gz .tar .7z
.rar .css .js .ts .py .go .rs .java .c .h .cpp .toml .yaml .yml .ini .cfg
"""
_NOT_READ = frozenset(_NO_TEXT.split())
"""In a folder, files with these names are passed over."""


@dataclass(frozen=True, slots=True)
class Found:
    """A source among what was given; ``why`` is a sentence if it cannot be read at all."""

    name: str
    path: Path
    source: Source | None = None
    folder: Members | None = None
    why: str = ""

    def material(self) -> Material:
        """What readers look into; Refused if the file cannot be read."""
        if self.folder is not None:
            return Material(self.name, b"", self.folder)
        assert self.source is not None  # noqa: S101 - one of the two is there
        return Material(self.name, self.source.data)


def gather(sources: Iterable[Source]) -> tuple[Found, ...]:
    """Every source in these files and folders, in the order of their names."""
    return tuple(found for source in sources for found in _gathered(source))


def _gathered(source: Source) -> Iterator[Found]:
    path = source.path
    if not is_folder(path):
        yield Found(path.name, path, source)
        return
    export = _export_in(path)
    if export is not None:
        yield Found(export.name, export, folder=_members(export))
        return
    for file in _files_below(path):
        name = file.relative_to(path).as_posix()
        if file.suffix.casefold() in _NOT_READ:
            yield Found(name, file, why="Files of this kind are not read.")
        else:
            yield Found(name, file, Source(file))


def _export_in(folder: Path) -> Path | None:
    """The folder of a Slack export: this one, or the only one in it."""
    names = _names(folder)
    if _EXPORT & set(names) and any(is_folder(folder / name) for name in names):
        return folder
    if (
        len(names) == 1
        and is_folder(folder / names[0])
        and _EXPORT & set(_names(folder / names[0]))
    ):
        return folder / names[0]
    return None


def is_folder(path: Path) -> bool:
    """Whether there is a folder; one that nobody may look at is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _names(folder: Path) -> list[str]:
    try:
        names = sorted(each.name for each in folder.iterdir())
    except OSError as problem:
        raise Refused("", f"{folder} cannot be read: {problem.strerror or problem}.") from None
    return [each for each in names if not each.startswith(".")]


def _files_below(folder: Path) -> Iterator[Path]:
    """The plain files of a folder and of those in it; links are not followed."""
    count = 0
    for root, folders, names in os.walk(folder):
        deep = len(Path(root).parts) - len(folder.parts)
        folders[:] = sorted(
            each
            for each in folders
            if not each.startswith(".") and each not in _SKIPPED and deep < _DEEPEST
        )
        for name in sorted(names):
            file = Path(root, name)
            if name.startswith(".") or not _is_plain_file(file):
                continue
            count += 1
            if count > MEMBER_LIMIT:
                raise Refused("", f"{folder} has more than {MEMBER_LIMIT:,} files.")
            yield file


def _is_plain_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _size(path: Path) -> int:
    """Its bytes; none once it is gone, which is told when it is read."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _members(folder: Path) -> Members:
    """The files of a folder, each read only when it is asked for."""
    files = {file.relative_to(folder).as_posix(): file for file in _files_below(folder)}
    sizes = {name: _size(file) for name, file in files.items()}

    def opened(name: str) -> bytes:
        try:
            with files[name].open("rb") as file:
                data = file.read(SIZE_LIMIT + 1)
        except OSError as problem:
            words = f"It cannot be read: {problem.strerror or problem}."
            raise Refused(name, words) from None
        return data

    return Members(sizes, opened)


def form_of_ours(source: Source) -> str | None:
    """``json`` or ``review`` for what Facilitator itself wrote, whatever its name is; else None."""
    if source.path.suffix.casefold() == ".review":
        return "review"
    data = source.data
    if data.startswith(b"PK\x03\x04") and b"review.json" in data[:_LOOKED_AT]:
        return "review"
    start = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
    return "json" if start.startswith(b"{") and b'"facilitator.review"' in start else None


def is_source(source: Source) -> bool:
    """Whether a file is for the readers: no review of ours, nothing that a tracker gives back."""
    if form_of_ours(source) is not None or is_ours_handed_back(source):
        return False
    if source.path.suffix.casefold() not in _OLD_FORMS:
        return True
    try:
        reader_for(Material(source.path.name, source.data))
    except Refused:
        return False
    return True
