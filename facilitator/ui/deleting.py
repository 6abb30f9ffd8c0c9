"""Says in the status line what was deleted, and how it comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.text import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.ui.desk import Desk

_BESIDE = 28
"""So many letters of the first are quoted where more than one went."""


def tell_deleted(desk: Desk, texts: Sequence[str]) -> None:
    """Say which texts went, as the room sees them; after the edit, whose saving is told first."""
    desk.host.tell_step(deleted_words([desk.shown(each) for each in texts]))


def deleted_words(texts: Sequence[str]) -> str:
    """``Deleted: 14:29 Reverted, Ctrl Z brings it back``; of several the first is quoted."""
    first, *others = (each or "one without words" for each in texts)
    if not others:
        return f"Deleted: {shortened(first)}, Ctrl Z brings it back"
    return f"Deleted: {shortened(first, _BESIDE)} and {len(others):,} more, Ctrl Z brings them back"
