"""Where the program keeps what is the user's: library, backups, settings, log, cut fonts."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

VARIABLE = "FACILITATOR_LIBRARY"
"""The environment variable that names a library."""


@dataclass(frozen=True, slots=True)
class Paths:
    """Files and folders; none of them need be there yet."""

    library: Path
    backups: Path
    settings: Path
    log: Path
    fonts: Path

    @staticmethod
    def find(library: str | None = None) -> Paths:
        """The user's own places; ``library`` or the environment may name another library."""
        folders = PlatformDirs("facilitator", appauthor=False)
        named = library or os.environ.get(VARIABLE)
        path = Path(named).expanduser() if named else folders.user_data_path / "library.db"
        return Paths(
            library=path.absolute(),
            backups=path.absolute().parent / "backups",
            settings=folders.user_config_path / "settings.toml",
            log=folders.user_log_path / "facilitator.log",
            fonts=folders.user_cache_path / "fonts",
        )
