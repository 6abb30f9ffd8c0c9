"""The trial that fuzzing repeats works without atheris: it takes what is good, and damage too."""

from __future__ import annotations

import random

import pytest

from facilitator.exchange.readers.forms import FORMS
from tests.fuzz.mutating import exchanged
from tests.fuzz.trial import SEEDS, seeds, try_once

CUTS = 12


def test_every_reader_has_seeds() -> None:
    assert {each.name for each in SEEDS.iterdir()} == set(FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_seeds_are_taken_and_damaged_ones_do_no_harm(form: str) -> None:
    chance = random.Random(form)  # noqa: S311 - no secret hangs on it
    for seed in seeds(form):
        assert try_once(form, seed)
        for _ in range(CUTS):
            changed = exchanged(seed, chance)
            if changed is not None:
                try_once(form, changed)
            spoilt = bytearray(seed)
            for _ in range(chance.randint(1, 4)):
                at = chance.randrange(len(spoilt))
                spoilt[at : at + chance.randint(0, 9)] = chance.randbytes(chance.randint(0, 3))
            try_once(form, bytes(spoilt))
