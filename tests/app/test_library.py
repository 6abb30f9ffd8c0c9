"""Whole reviews: made, taken over, copied, thrown away and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from facilitator.domain.records import ActionItem, Poll, Review
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import LINE_LIMIT
from facilitator.domain.words import ReviewStatus
from facilitator.store.errors import NotFound

if TYPE_CHECKING:
    from facilitator.app.library import Library


def test_a_new_review_has_its_effect(library: Library) -> None:
    review = library.load(library.create("blank", "Shops could not pay", "Europe/London"))
    assert review.title == "Shops could not pay"
    assert review.time_zone == "Europe/London"
    assert [factor.parent for factor in review.factors][:1] == [None]


def test_an_id_that_is_taken_is_renewed(library: Library) -> None:
    first, second = library.add_sample(), library.add_sample()
    assert first != second
    one, two = library.load(first), library.load(second)
    for name in ("events", "factors", "findings", "actions"):
        assert getattr(one, name) == getattr(two, name)


def test_several_are_taken_over_in_one_go(library: Library) -> None:
    first = library.add(Review(id="r1", title="there"))
    ids = library.add_all([Review(id="r2"), Review(id="r1"), Review(id="r2")])
    assert ids[0] == "r2"
    assert len({first, *ids}) == 4
    library.trash("r2")
    assert library.add(Review(id="r2")) != "r2"


def test_actions_that_nobody_judged_get_their_hint(library: Library) -> None:
    action = ActionItem(id="a1", text="Add an alert on queue depth over 100")
    review = library.load(library.add(Review(id="r1", actions=(action,))))
    assert review.actions[0].hint is not None
    assert review.actions[0].vague is not None


def test_a_copy_is_a_draft_of_its_own(library: Library) -> None:
    first = library.add_sample()
    second = library.duplicate(first)
    copy = library.load(second)
    assert copy.title.endswith("(copy)")
    assert copy.status is ReviewStatus.DRAFT
    assert copy.events == library.load(first).events
    library.delete(first)
    assert library.load(second).events == copy.events


def test_hands_that_were_counted_stay_with_their_meeting(library: Library) -> None:
    first = library.add(Review(id="r1", title="Shops could not pay", poll=Poll(learned_yes=3)))
    assert library.load(library.duplicate(first)).poll is None
    assert library.load(first).poll == Poll(learned_yes=3)


def test_a_copy_of_the_longest_title_fits_too(library: Library) -> None:
    first = library.add(Review(id="r1", title="x" * LINE_LIMIT))
    title = library.load(library.duplicate(first)).title
    assert len(title) == LINE_LIMIT
    assert title.endswith("… (copy)")


def test_the_trash_and_back(library: Library) -> None:
    review_id = library.add_sample()
    library.trash(review_id)
    assert not library.reviews()
    assert [each.id for each in library.reviews(trashed=True)] == [review_id]
    with pytest.raises(NotFound):
        library.find(review_id)
    library.restore(review_id)
    assert library.find(review_id).id == review_id
    library.delete(review_id)
    with pytest.raises(NotFound):
        library.load(review_id)


def test_a_title_needs_words(library: Library) -> None:
    review_id = library.add_sample()
    for title in ("  ", "\x00", "\u202e\ud800"):
        with pytest.raises(RuleViolation):
            library.rename(review_id, title)
    library.rename(review_id, "Other")
    assert library.load(review_id).title == "Other"
