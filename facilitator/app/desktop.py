"""Puts the program into the menu of a Linux desktop, and lets it open ``.review`` files."""

from __future__ import annotations

import shutil
import subprocess
import sys
from string import Template
from typing import TYPE_CHECKING

from platformdirs import PlatformDirs

from facilitator import resources
from facilitator.app.files import write_atomically
from facilitator.exchange.unpack import MIMETYPE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_ENTRY = "facilitator.desktop"
_FILES = {
    f"applications/{_ENTRY}": "entry.desktop",
    "mime/packages/facilitator.xml": "kinds.xml",
    "icons/hicolor/scalable/apps/facilitator.svg": "icon.svg",
}
"""Where the desktop looks for them, and what they are made of."""
_QUOTED = str.maketrans({each: f"\\{each}" for each in '\\"`$'})
_PATIENCE = 60
"""Seconds."""


def place() -> Path:
    """The folder of the user's in which a desktop looks for programs."""
    return PlatformDirs().user_data_path


def register(folder: Path, program: Sequence[str] | None = None) -> list[Path]:
    """Write the files into such a folder; returns them. OSError if that cannot be.

    ``program`` is what is started, by default this one as it runs now.
    """
    told = {
        "program": _command(program or (sys.executable, "-m", "facilitator")),
        "kind": MIMETYPE.decode(),
    }
    try:
        for name, source in _FILES.items():
            text = Template(resources.read_text(f"desktop/{source}")).substitute(told)
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, text.encode(), overwrite=True)
    except OSError:
        unregister(folder)
        raise
    return [folder / name for name in _FILES]


def unregister(folder: Path) -> list[Path]:
    """Take the files away; returns those that were there."""
    found = [folder / name for name in _FILES if (folder / name).is_file()]
    for path in found:
        path.unlink()
    return found


def renew(folder: Path) -> bool:
    """Tell the desktop what is there now; whether it could be told, by tools that it brings."""
    told = _run("update-mime-database", folder / "mime")
    listed = _run("update-desktop-database", folder / "applications")
    if (folder / "applications" / _ENTRY).exists():
        # Where there is no list of what opens what, this says it as well.
        listed |= _run("gio", "mime", MIMETYPE.decode(), _ENTRY)
    return told and listed


def _command(words: Sequence[str]) -> str:
    """Words as the standard for such files has them quoted."""
    # A percent sign stands for a field, and the file itself takes a backslash for an escape.
    quoted = (f'"{word.translate(_QUOTED)}"'.replace("%", "%%") for word in words)
    return " ".join(quoted).replace("\\", "\\\\")


def _run(tool: str, *words: str | Path) -> bool:
    found = shutil.which(tool)
    if found is None:
        return False
    try:
        done = subprocess.run(  # noqa: S603 - a tool of the desktop, and a folder
            [found, *map(str, words)], capture_output=True, check=False, timeout=_PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
