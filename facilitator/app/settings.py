"""What the user has set: a TOML file that may hold anything and never stops the program."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from facilitator.domain.gaps import GAP_MINUTES

if TYPE_CHECKING:
    from pathlib import Path

SCHEMES = ("system", "light", "dark")
SIZES = range(50, 301)
GAPS = range(24 * 60 + 1)


@dataclass(slots=True)
class Settings:
    """The values in force; ``change`` sets and keeps some of them.

    ``size`` is the type size in percent; a silence of more than ``gap_minutes`` on a timeline is
    remarked on, 0 for never; ``last_review`` is the review that was open last. ``others`` are
    values of other versions, which stay in the file.
    """

    scheme: str = "light"
    size: int = 100
    gap_minutes: int = GAP_MINUTES
    last_review: str = ""
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
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        found = {}
    known = {name: value for name, value in found.items() if _fits(name, value)}
    others = {name: value for name, value in found.items() if name not in _NAMES}
    return Settings(**known, others=others, path=path)


def _fits(name: str, value: Any) -> bool:
    match name:
        case "scheme":
            return value in SCHEMES
        case "size":
            return type(value) is int and value in SIZES
        case "gap_minutes":
            return type(value) is int and value in GAPS
        case "last_review":
            return isinstance(value, str)
    return False
