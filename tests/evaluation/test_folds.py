"""Every row is asked about once, by a program that has not seen its group."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation.compare import cross_validated
from tests.evaluation.folds import folds
from tests.evaluation.labelled import Answer, Labelled

rows = st.lists(
    st.builds(
        Labelled, text=st.uuids().map(str), label=st.just("x"), group=st.text("abcd", max_size=2)
    ),
    max_size=40,
)


@given(rows, st.integers(2, 9))
def test_every_row_is_asked_about_once(sentences: list[Labelled], most: int) -> None:
    asked = [each for _, part in folds(sentences, most) for each in part]
    assert sorted(asked, key=id) == sorted(sentences, key=id)


@given(rows, st.integers(2, 9))
def test_a_group_is_learnt_or_asked_and_never_both(sentences: list[Labelled], most: int) -> None:
    for learnt, asked in folds(sentences, most):
        assert not {each.group for each in learnt} & {each.group for each in asked}
        assert len(learnt) + len(asked) == len(sentences)


def test_parts_are_about_as_large() -> None:
    sentences = [Labelled(str(n), "x", group=f"g{n % 16}") for n in range(160)]
    assert {len(asked) for _, asked in folds(sentences, 8)} == {20}


def test_the_same_rows_part_the_same_way() -> None:
    sentences = [Labelled(str(n), "x", group=f"g{n % 7}") for n in range(50)]
    assert list(folds(sentences)) == list(folds(sentences))


def test_a_program_is_asked_only_about_what_it_has_not_seen() -> None:
    sentences = [Labelled(str(n), "x", group=f"g{n % 5}") for n in range(20)]

    def fit(learnt: object) -> object:
        assert isinstance(learnt, list)
        seen = {each.text for each in learnt}
        return lambda text: Answer("seen" if text in seen else "x")

    told = cross_validated(sentences, fit)  # type: ignore[arg-type]
    assert len(told) == len(sentences)
    assert {answer.label for _, answer in told} == {"x"}
