"""What the user has set: a TOML file that may hold anything and never stops the program."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from facilitator.domain.gaps import GAP_MINUTES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SCHEMES = ("system", "light", "dark")
SIZES = range(50, 301)
GAPS = range(24 * 60 + 1)


@dataclass(slots=True)
class Settings:
    """The values in force; ``change`` sets and keeps some of them.

    ``size`` is the type size in percent; a silence of more than ``gap_minutes`` on a timeline is
    remarked on, 0 for never; ``last_review`` is the review that was open last. The Console has
    its own ``console_scheme`` and ``console_size``; ``console_place`` is where it stood last
    (left, top, width, height). ``coupled`` lets agenda and Stage move together,
    ``progress_line`` shows the Stage how far the phase's time has gone, ``pointer_ring`` rings
    the pointer. ``others`` are values of other versions, which stay in the file.
    """

    scheme: str = "light"
    size: int = 100
    gap_minutes: int = GAP_MINUTES
    last_review: str = ""
    console_scheme: str = "system"
    console_size: int = 100
    console_place: tuple[int, ...] = ()
    coupled: bool = True
    progress_line: bool = True
    pointer_ring: bool = False
    others: dict[str, Any] = field(default_factory=dict)
    path: Path | None = None

    def change(self, **values: Any) -> bool:
        """Set values and write the file; False if it could not be written: they hold all the same.

        ValueError for a value that cannot be.
        """
        for name, value in values.items():
            if not _fits(name, value):
                raise ValueError(name)
            setattr(self, name, value)
        return self._write()

    def _write(self) -> bool:
        if self.path is None:
            return True
        import tomli_w  # noqa: PLC0415 - only needed to write

        from facilitator.app.files import write_atomically  # noqa: PLC0415 - the same

        text = tomli_w.dumps(self.others | {name: getattr(self, name) for name in _NAMES})
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(self.path, text.encode(), overwrite=True, private=True)
        except OSError:
            return False
        return True


_NAMES = tuple(each.name for each in fields(Settings) if each.name not in {"others", "path"})


def read_settings(path: Path) -> Settings:
    """The settings in a file; what is missing, damaged or odd is as if it had not been set."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        found = {}
    known = {name: value for name, value in found.items() if _fits(name, value)}
    others = {name: value for name, value in found.items() if name not in _NAMES}
    return Settings(**known, others=others, path=path)


def _fits(name: str, value: Any) -> bool:
    return name in _FIT and _FIT[name](value)


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _is_scheme(value: Any) -> bool:
    return value in SCHEMES


def _is_whole(value: Any) -> bool:
    return type(value) is int


def _is_size(value: Any) -> bool:
    return _is_whole(value) and value in SIZES


def _is_gap(value: Any) -> bool:
    return _is_whole(value) and value in GAPS


def _is_place(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(map(_is_whole, value))


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


_FIT: dict[str, Callable[[Any], bool]] = {
    "scheme": _is_scheme,
    "size": _is_size,
    "gap_minutes": _is_gap,
    "last_review": _is_text,
    "console_scheme": _is_scheme,
    "console_size": _is_size,
    "console_place": _is_place,
    "coupled": _is_flag,
    "progress_line": _is_flag,
    "pointer_ring": _is_flag,
}
"""What each value must be."""
