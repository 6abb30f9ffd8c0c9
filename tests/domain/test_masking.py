"""Masked words go wherever they stand, and only they."""

from __future__ import annotations

import pytest

from facilitator.domain.masking import HIDDEN, Mask, Masks, checked
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import MaskUse


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Acme called", "a customer called"),
        ("ACME, and Acme's shop", "a customer, and a customer's shop"),
        ("Acmeist stays", "Acmeist stays"),
        ("Acme  Bank stopped", f"{HIDDEN} stopped"),
        ("db-7.prod and xdb-7.prod", f"{HIDDEN} and xdb-7.prod"),
        ("田中さんが見た", "the operatorさんが見た"),
        ("acme_bank, Acme-Bank and AcmeBank", f"{HIDDEN}, {HIDDEN} and {HIDDEN}"),
        ("_Acme_ and acme_shop", "_a customer_ and a customer_shop"),
        ("\uff21\uff43\uff4d\uff45 called", "a customer called"),
        ("Ac\u200bme and Ac\u00adme called", "a customer and a customer called"),
        ("soft\u00adware of \uff21\uff22", "soft\u00adware of \uff21\uff22"),
        ("db-7_prod, on A. B.", "db-7_prod, on A. B."),
    ],
)
def test_words_are_replaced(text: str, shown: str) -> None:
    masks = Masks(
        [
            Mask("acme", MaskUse.MASK, "a customer"),
            Mask("Acme Bank"),
            Mask("db-7.prod"),
            Mask("田中", MaskUse.MASK, "the operator"),
            Mask("stays", MaskUse.ALLOW),
        ]
    )
    assert masks.applied(text) == shown


def test_allowed_words_are_known_whatever_their_capitals() -> None:
    masks = Masks([Mask("Status  Page", MaskUse.ALLOW), Mask("acme")])
    assert masks.allows("status page")
    assert not masks.allows("acme")
    assert masks.applied("Status Page") == "Status Page"


@pytest.mark.parametrize(
    ("mask", "field"),
    [(Mask("  "), "mask"), (Mask("acme", MaskUse.MASK, "the ACME corporation"), "shown")],
)
def test_a_mask_without_sense_is_refused(mask: Mask, field: str) -> None:
    with pytest.raises(RuleViolation) as refused:
        checked(mask)
    assert refused.value.field == field


def test_a_kept_mask_is_one_line() -> None:
    assert checked(Mask(" Acme\n Bank ", MaskUse.ALLOW, "left over")) == Mask(
        "Acme Bank", MaskUse.ALLOW
    )
