"""The words a meeting opens with: those of the review, or else the usual ones."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from facilitator import resources
from facilitator.domain.records import Opening
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line, clean_text

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.domain.records import Review

FILE = "opening.toml"
"""Its name in the resources, and beside the user's settings."""


class OpeningWords:
    """The usual words: the user's own if there is a file of theirs, else ours.

    ``problem`` says why a file that is there is not used; empty if it is, or if there is none.
    """

    def __init__(self, settings: Path | None) -> None:
        """``settings`` is the settings file, beside which the words are kept; None for nowhere."""
        self._path = None if settings is None else settings.with_name(FILE)
        self.usual, self.problem = our_words(), ""
        if self._path is not None:
            self._take(self._path)

    def of(self, review: Review) -> Opening:
        """What the opening card of a review says."""
        return self.usual if review.opening is None else review.opening

    @property
    def can_keep(self) -> bool:
        """Whether there is a place for words of the user's own."""
        return self._path is not None

    def keep(self, opening: Opening) -> bool:
        """Make these the user's usual words; False if they could not be written."""
        import tomli_w  # noqa: PLC0415 - only needed to write

        from facilitator.app.files import write_atomically  # noqa: PLC0415 - the same

        if self._path is None:
            return False
        said = {
            "purpose": opening.purpose,
            "directive": opening.directive,
            "rules": list(opening.rules),
        }
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            data = tomli_w.dumps(said, multiline_strings=False).encode()
            write_atomically(self._path, data, overwrite=True, private=True)
        except OSError:
            return False
        self.usual, self.problem = opening, ""
        return True

    def _take(self, path: Path) -> None:
        try:
            self.usual = _read(tomllib.loads(path.read_text(encoding="utf-8-sig")))
        except FileNotFoundError:
            return
        except (OSError, ValueError, RecursionError, RuleViolation):
            self.problem = (
                f"Your own opening words in {path} cannot be read, so the opening card says ours."
            )


@lru_cache(maxsize=1)
def our_words() -> Opening:
    """The words that travel with the program."""
    return _read(tomllib.loads(resources.read_text(FILE)))


def _read(values: dict[str, Any]) -> Opening:
    """The words in a file; ValueError or RuleViolation for what are none."""
    purpose, directive, rules = (values.get(name) for name in ("purpose", "directive", "rules"))
    if not isinstance(rules, list) or not all(
        isinstance(each, str) for each in (purpose, directive, *rules)
    ):
        raise ValueError(FILE)
    return Opening(
        purpose=clean_text(str(purpose), "purpose"),
        directive=clean_text(str(directive), "directive"),
        rules=tuple(filter(None, (clean_line(each, "rules") for each in rules))),
    )
