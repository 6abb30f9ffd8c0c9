"""Where the clock of a review's meeting is kept: looked at whenever a review is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NAMES = range(5, 81)
"""How many characters a file's name may have."""


def meeting_path(folder: Path, review_id: str) -> Path:
    """The file of a review's meeting; an id may hold what no file name can.

    Some systems take ``A`` for ``a``, and short names such as ``nul`` for something else.
    """
    plain = review_id.isascii() and review_id.replace("-", "").isalnum() and review_id.islower()
    usable = plain and len(review_id) in _NAMES
    return folder / f"{review_id if usable else _hashed(review_id)}.json"


def under_way(folder: Path, review_id: str) -> bool:
    """Whether a meeting was begun; one in a folder that is closed to us was not."""
    try:
        return meeting_path(folder, review_id).exists()
    except OSError:
        return False


def _hashed(review_id: str) -> str:
    from hashlib import sha256  # noqa: PLC0415 - our own ids need none

    return sha256(review_id.encode(errors="surrogatepass")).hexdigest()
