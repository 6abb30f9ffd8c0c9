"""Keeps an eye on the open review, so that the work of others shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.store.watch import News, Watch

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["News", "Watcher"]


class Watcher:
    """Says whether others have changed, trashed or deleted a review; never waits, never fails."""

    def __init__(self, path: Path, review_id: str) -> None:
        self._watch = Watch(path, review_id)

    def news(self, revision: int) -> News:
        """What is new for whoever shows the review as of this revision."""
        return self._watch.news(revision)

    def close(self) -> None:
        """Let go of the library."""
        self._watch.close()
