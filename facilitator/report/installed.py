"""Finds, among the fonts of this machine, those that have characters which ours lack."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facilitator.report import cuts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ENDINGS = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_MOST_FILES, _MOST_BYTES = 4000, 64 * 2**20
_KNOWN = "installed-fonts.json"
_SLANTED = ("italic", "oblique", "bold", "black", "light", "thin", "condensed", "mono", "serif")
"""Words of a file's name that make it less fit for plain text."""
_COLOURED = frozenset({"CBDT", "COLR", "sbix", "SVG "})


@dataclass(frozen=True, slots=True)
class Place:
    """A font: its file, and its number in a collection."""

    path: str
    number: int


def folders() -> tuple[Path, ...]:
    """Where this system keeps fonts."""
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
        local = Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft" / "Windows" / "Fonts"
        return windows, local
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"
    data = os.environ.get("XDG_DATA_HOME") or home / ".local" / "share"
    shared = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
    return (*shared, Path(data) / "fonts", home / ".fonts")


def covering(
    characters: Iterable[str], folder: Path | None, places: Iterable[Path] | None = None
) -> dict[Place, frozenset[str]]:
    """The fonts that have some of the characters, each with those it is used for.

    What every file has is kept in ``folder``: reading them all takes seconds. The order is the
    same on the same machine, so that the same review prints the same bytes.
    """
    lacking = set(characters)
    found: dict[Place, frozenset[str]] = {}
    known = _read(folder)
    looked: dict[str, Any] = {}
    for path in _files(folders() if places is None else places):
        looked[str(path)] = told = _told(path, known.get(str(path)))
        for number, ranges in enumerate(told["fonts"]):
            has = frozenset(each for each in lacking if _within(ord(each), ranges))
            if has:
                found[Place(str(path), number)] = has
                lacking -= has
        if not lacking:
            break
    if any(known.get(path) != told for path, told in looked.items()):
        _keep(folder, known | looked)
    return found


def _files(places: Iterable[Path]) -> list[Path]:
    """The fonts, those that read best as text first."""
    found = [
        path
        for place in places
        for path in sorted(place.rglob("*"))
        if path.suffix.lower() in _ENDINGS
    ]
    return sorted(found[:_MOST_FILES], key=_rank)


def _rank(path: Path) -> tuple[int, bool, str]:
    name = path.stem.casefold()
    odd = sum(word in name.replace("sansserif", "sans") for word in _SLANTED)
    return odd, "noto" not in name, str(path)


def _told(path: Path, known: Any) -> dict[str, Any]:
    """What a file holds: as it is known if the file is still the same, else as it is read now."""
    try:
        about = path.stat()
    except OSError:
        return {"stamp": [], "fonts": []}
    stamp = [about.st_mtime_ns, about.st_size]
    if isinstance(known, dict) and known.get("stamp") == stamp:
        return known
    fonts = list(_fonts(path)) if about.st_size <= _MOST_BYTES else []
    return {"stamp": stamp, "fonts": fonts}


def _fonts(path: Path) -> Iterator[list[list[int]]]:
    """The characters of each font of a file, as ranges; nothing of a file that is damaged."""
    from fontTools.ttLib import TTCollection, TTFont  # noqa: PLC0415 - takes a while to load

    # Whatever is wrong with a font of somebody's: it is not used.
    with suppress(Exception), path.open("rb") as file:
        if path.suffix.lower() in {".ttc", ".otc"}:
            yield from [_ranges(font) for font in TTCollection(file, lazy=True).fonts]
        else:
            yield _ranges(TTFont(file, lazy=True))


def _ranges(font: Any) -> list[list[int]]:
    if not {"glyf", "CFF "} & set(font.keys()) or (_COLOURED & set(font.keys())):
        return []
    found: list[list[int]] = []
    for code in sorted(font.getBestCmap() or ()):
        if found and code == found[-1][1] + 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return found


def _within(code: int, ranges: list[list[int]]) -> bool:
    return any(first <= code <= last for first, last in ranges)


def _read(folder: Path | None) -> dict[str, Any]:
    if folder is None:
        return {}
    try:
        found = json.loads((folder / _KNOWN).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _keep(folder: Path | None, known: dict[str, Any]) -> None:
    if folder is not None:
        cuts.keep(folder / _KNOWN, json.dumps(known, separators=(",", ":")).encode())
