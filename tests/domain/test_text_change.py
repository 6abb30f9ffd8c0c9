"""Two people change one text at the same time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.text_change import TextChange, merged


class TestMerging:
    @given(st.text(max_size=20), st.text(max_size=20))
    def test_a_change_leads_from_one_text_to_the_other(self, before: str, after: str) -> None:
        change = TextChange.between(before, after)
        assert before[: change.start] + change.words + before[change.end :] == after

    @given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12))
    def test_one_change_alone_is_taken_as_it_is(self, base: str, ours: str, theirs: str) -> None:
        assert merged(base, ours, base) == ours
        assert merged(base, base, theirs) == theirs
        assert merged(base, ours, ours) == ours

    @given(
        st.text("abc ", max_size=9),
        st.text("xyz", min_size=1, max_size=4),
        st.text("uvw", min_size=1, max_size=4),
        st.data(),
    )
    def test_nothing_typed_by_either_is_lost(
        self, base: str, ours: str, theirs: str, data: st.DataObject
    ) -> None:
        one, other = (data.draw(st.integers(0, len(base))) for _ in range(2))
        both = merged(
            base,
            base[:one] + ours + base[one:],
            base[:other] + theirs + base[other:],
        )
        assert ours in both
        assert theirs in both

    def test_both_ends_of_a_text(self) -> None:
        assert merged("Give time.", "Give time. Ours.", "They: Give time.") == (
            "They: Give time. Ours."
        )
        assert merged("Give time.", "They: Give time.", "Give time. Ours.") == (
            "They: Give time. Ours."
        )

    def test_two_readings_of_one_stretch_both_stay(self) -> None:
        assert merged("Ask Ann", "Ask Bob", "Ask Eve") == "Ask Eve\nBob"
