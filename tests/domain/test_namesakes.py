"""Which of the people that are known a name may mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.namesakes import namesakes

ROOM = ("Anna Kask", "Anna Lind", "Priya Raman", "Bo")


@pytest.mark.parametrize(
    ("said", "may_be"),
    [
        ("Anna", ("Anna Kask", "Anna Lind")),
        ("anna.lind", ("Anna Lind",)),
        ("Raman", ("Priya Raman",)),
        ("P. Raman", ("Priya Raman",)),
        ("Bo Ek", ("Bo",)),
        ("Anna Berg", ()),
        ("PagerDuty", ()),
        ("bo", ()),
        ("ANNA KASK", ()),
        ("", ()),
    ],
)
def test_a_form_of_a_name_may_mean_whoever_has_it(said: str, may_be: tuple[str, ...]) -> None:
    assert namesakes(said, ROOM) == may_be


@given(st.text(), st.lists(st.text(), max_size=4))
def test_whatever_is_said_means_some_of_the_names(said: str, names: list[str]) -> None:
    assert set(namesakes(said, names)) <= set(names)


@given(st.text())
def test_nobody_is_their_own_namesake(name: str) -> None:
    assert namesakes(name, (name,)) == ()
