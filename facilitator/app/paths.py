"""Where the program keeps what is the user's: library, backups, settings, agendas, log, fonts."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

from facilitator.store.errors import LibraryUnusable, Trouble

VARIABLE = "FACILITATOR_LIBRARY"
"""The environment variable that names a library."""
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paths:
    """Files and folders; none of them need be there yet."""

    library: Path
    backups: Path
    settings: Path
    log: Path
    fonts: Path
    meetings: Path
    sources: Path
    agendas: Path
    prompts: Path
    outlines: Path

    @staticmethod
    def find(library: str | None = None) -> Paths:
        """The user's own places; ``library`` or the environment may name another library.

        LibraryUnusable for a name that can be no file's.
        """
        folders = PlatformDirs("facilitator", appauthor=False)
        named = library or os.environ.get(VARIABLE)
        path = _file(named) if named else (folders.user_data_path / "library.db").absolute()
        return Paths(
            library=path,
            backups=path.parent / "backups",
            settings=folders.user_config_path / "settings.toml",
            log=folders.user_log_path / "facilitator.log",
            fonts=folders.user_cache_path / "fonts",
            meetings=path.parent / "meetings",
            sources=path.parent / "sources",
            agendas=folders.user_config_path / "agendas",
            prompts=folders.user_config_path / "prompts.toml",
            outlines=folders.user_config_path / "outlines",
        )


def _file(named: str) -> Path:
    if (address := _ADDRESS.match(named)) is not None:
        # Not the rest of it: an address may hold a password.
        words = f"A library at an address like {address[0]}… cannot be used: it must be a file."
        raise LibraryUnusable(Trouble.FOREIGN, words)
    try:
        return Path(named).expanduser().absolute()
    except (RuntimeError, OSError):
        words = f"The library {named} cannot be found: its folder is unknown here."
        raise LibraryUnusable(Trouble.FOREIGN, words) from None
