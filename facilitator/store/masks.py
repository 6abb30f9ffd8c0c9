"""The masks of a library: words that are withheld, or allowed, in what leaves the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from facilitator.domain.masking import Mask, key_of
from facilitator.domain.words import MaskUse
from facilitator.store.errors import LibraryUnusable, Trouble
from facilitator.store.tables import table

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection


def read_masks(connection: Connection, path: Path) -> tuple[Mask, ...]:
    """All masks; LibraryUnusable if one of them is damaged."""
    mask = table("mask")
    rows = connection.execute(select(mask.c.text, mask.c.use, mask.c.shown)).all()
    try:
        return tuple(Mask(text, MaskUse(use), shown) for text, use, shown in rows)
    except ValueError:
        words = f"The library {path} is damaged: a mask cannot be read."
        raise LibraryUnusable(Trouble.DAMAGED, words) from None


def put_mask(connection: Connection, mask: Mask, path: Path) -> None:
    """Keep a mask in the place of any on the same words."""
    drop_mask(connection, mask.text, path)
    values = {"text": mask.text, "use": mask.use.value, "shown": mask.shown}
    connection.execute(insert(table("mask")), values)


def drop_mask(connection: Connection, text: str, path: Path) -> None:
    """Forget the mask on these words, whatever their capitals and spaces."""
    mask = table("mask")
    same = [each.text for each in read_masks(connection, path) if each.key == key_of(text)]
    for each in same:
        connection.execute(delete(mask).where(mask.c.text == each))
