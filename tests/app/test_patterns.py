"""Patterns: proposed, confirmed, declined, taken back, and told in words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from facilitator.app.pattern_plan import plan_markdown
from facilitator.domain.pattern_words import missing_words
from facilitator.domain.records import ActionItem, Review
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import ActionStatus, Durability
from tests.outages import outage

if TYPE_CHECKING:
    from facilitator.app.library import Library
    from facilitator.app.patterns import PatternBook

TEXTS = (
    ("The config push had no canary stage", "Ledger"),
    ("No canary stage before a config push", "Search"),
    ("Config pushes have no canary stage", "Ledger"),
    ("The phone of the on-call engineer was off", "Mail"),
)


def review(number: int, text: str, service: str, *actions: ActionItem) -> Review:
    return outage(number, text, service, *actions, title=f"Outage *{number}*")


@pytest.fixture
def book(library: Library) -> PatternBook:
    library.add_all([review(at, *each) for at, each in enumerate(TEXTS)])
    return library.patterns()


def names(book: PatternBook) -> list[str]:
    return [each.pattern.name for each in book.gathered().known()]


def test_a_proposal_is_confirmed_under_a_name_and_taken_back(book: PatternBook) -> None:
    (proposal,) = book.gathered().proposals()
    assert proposal.cases == 3
    back = book.confirm(proposal, "  Pushes without a canary ")
    gathered = book.gathered()
    (known,) = gathered.known()
    assert known.pattern.name == "Pushes without a canary"
    assert known.words == "Seen 3 times in 2 services, 0 durable actions"
    assert known.is_an_investment
    assert known.reviews == {"r0", "r1", "r2"}
    assert not gathered.proposals()
    back()
    assert not names(book)
    assert book.gathered().proposals() == (proposal,)


def test_declined_is_declined_until_that_is_taken_back(book: PatternBook, library: Library) -> None:
    (proposal,) = book.gathered().proposals()
    back = book.decline(proposal)
    library.add(review(8, TEXTS[3][0], "Maps"))
    assert len(book.gathered().proposals()) == 1
    back()
    assert len(book.gathered().proposals()) == 2


def test_a_new_factor_joins(book: PatternBook, library: Library) -> None:
    (proposal,) = book.gathered().proposals()
    book.confirm(proposal, "No canary")
    library.add(review(9, "There is no canary stage in the config push", "Maps"))
    (joins,) = book.gathered().proposals()
    assert joins.joins is not None
    back = book.confirm(joins, "")
    assert book.gathered().known()[0].cases == 4
    back()
    assert book.gathered().known()[0].cases == 3


def test_what_is_changed_can_be_taken_back(book: PatternBook) -> None:
    (proposal,) = book.gathered().proposals()
    book.confirm(proposal, "One")
    (known,) = book.gathered().known()
    key = known.pattern.id
    for change in (
        partial(book.rename, key, "Two"),
        partial(book.take_out, key, known.met[0]),
        partial(book.dissolve, key),
    ):
        back = change()
        assert book.gathered().known() != (known,)
        back()
        assert book.gathered().known() == (known,)
    with pytest.raises(RuleViolation):
        book.rename(known.pattern.id, " ")


def test_what_was_taken_out_is_not_proposed_for_it_again(book: PatternBook) -> None:
    (proposal,) = book.gathered().proposals()
    book.confirm(proposal, "No canary")
    (known,) = book.gathered().known()
    back = book.take_out(known.pattern.id, known.met[0])
    assert book.gathered().known()[0].met == known.met[1:]
    assert not book.gathered().proposals()
    back()
    assert book.gathered().known() == (known,)


def test_the_plan_tells_what_where_tried_and_missing(book: PatternBook, library: Library) -> None:
    gate = ActionItem(
        id="a1",
        text="Gate *all* pushes",
        call=Durability.GUARDRAIL,
        call_reason="It blocks",
        factors=("f1",),
        status=ActionStatus.DID_NOT_HOLD,
        owner="Ada Example",
    )
    library.add(review(7, "The config push had no canary stage", "Mail", gate))
    (proposal,) = book.gathered().proposals()
    book.confirm(proposal, "Pushes without a canary")
    (known,) = book.gathered().known()
    plan = plan_markdown(known)
    assert plan.startswith("# Pushes without a canary\n")
    assert "Seen 4 times in 3 services, 1 durable action." in plan
    assert "- **Outage \\*7\\*** (8 January 2026, INC-7, Mail): The config push" in plan
    assert "- Gate \\*all\\* pushes (durable, did not hold)" in plan
    assert "First seen on 1 January 2026, last on 8 January 2026." in plan
    assert "- Reaches: Ledger, Mail, Search\n- Owner:\n- Due:\n" in plan
    assert "Ada" not in plan
    assert missing_words(known) == ("1 durable action did not hold: find out why before the next.")


def test_reviews_in_the_trash_are_not_seen(book: PatternBook, library: Library) -> None:
    (proposal,) = book.gathered().proposals()
    book.confirm(proposal, "No canary")
    for each in ("r0", "r1", "r2"):
        library.trash(each)
    (known,) = book.gathered().known()
    assert known.words == "Not seen any longer, 0 durable actions"
