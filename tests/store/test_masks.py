"""Masks belong to the library, each on its words once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.masking import Mask
from facilitator.domain.words import MaskUse

if TYPE_CHECKING:
    from facilitator.store.store import Store


def test_masks_are_kept_and_forgotten(store: Store) -> None:
    store.put_mask(Mask("Acme", MaskUse.MASK, "a customer"))
    store.put_mask(Mask("db-7", MaskUse.ALLOW))
    assert set(store.masks()) == {
        Mask("Acme", MaskUse.MASK, "a customer"),
        Mask("db-7", MaskUse.ALLOW),
    }
    store.put_mask(Mask("ACME", MaskUse.ALLOW))
    store.drop_mask("DB-7")
    store.drop_mask("never there")
    assert store.masks() == (Mask("ACME", MaskUse.ALLOW),)
