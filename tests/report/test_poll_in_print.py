"""The show of hands and check-ins in the PDF and in Markdown: counts and days, nobody's name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.edits.decisions import soak
from facilitator.domain.records import ActionItem, Poll, Review
from facilitator.exchange.markdown import write_markdown
from tests.report.conftest import NOW
from tests.report.printed import bookmarks, solid, solid_text, strays

if TYPE_CHECKING:
    from tests.report.printed import Printer

POLL = Poll(learned_yes=8, learned_partly=1, again_yes=5, again_partly=3, again_no=1)


def test_counted_hands_are_printed(sample: Review, printer: Printer) -> None:
    printed = printer(replace(sample, poll=POLL))
    text = solid_text(printed)
    for words in ("Did we learn something?", "8 yes, 1 partly", "5 yes, 3 partly, 1 no"):
        assert solid(words) in text
    assert "Show of hands, nobody named" in dict(bookmarks(printed))
    assert not strays(printed)


def test_without_a_hand_nothing_is_printed(sample_pdf: bytes) -> None:
    assert "Showofhands" not in solid_text(sample_pdf)


def test_a_question_nobody_answered_is_left_out(sample: Review, printer: Printer) -> None:
    text = solid_text(printer(replace(sample, poll=Poll(learned_no=2))))
    assert solid("2 no") in text
    assert solid("Would you come again?") not in text


@pytest.mark.parametrize("hands", [40, 999])
def test_more_hands_than_dots_have_room_for(sample: Review, printer: Printer, hands: int) -> None:
    poll = Poll(learned_yes=hands, learned_partly=hands, again_no=hands)
    printed = printer(replace(sample, poll=poll))
    assert solid(f"{hands} yes, {hands} partly") in solid_text(printed)
    assert not strays(printed)


def test_markdown_tells_the_counts() -> None:
    told = write_markdown(Review(id="r", poll=POLL)).decode()
    assert "## Show of hands, nobody named\n\n- Did we learn something? 8 yes, 1 partly\n" in told
    assert "Show of hands" not in write_markdown(Review(id="r")).decode()


def test_what_soaks_is_printed_with_its_check_in(printer: Printer) -> None:
    one = ActionItem(id="a", text="Alert on the depth of the queue")
    review = soak("a", NOW.date())(Review(id="r", title="Shops could not pay", actions=(one,)))
    text = solid_text(printer(review))
    assert solid("check in Mon 9 Mar") in text
    assert solid("whether these fixes held") not in text
