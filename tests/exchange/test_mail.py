"""The review as a mail: short lines, and only what matters most."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from facilitator.app.sample import read_sample
from facilitator.domain.audience import for_audience
from facilitator.domain.records import Review
from facilitator.domain.words import Audience
from facilitator.exchange.mail import mail_text
from tests.strategies import ids, reviews


def test_the_sample_reads_well() -> None:
    review = for_audience(read_sample(ids("n")), Audience.BRIEF)
    text = mail_text(review)
    assert text.startswith("Shops could not take payments after a limits rollout\nINC-2291")
    assert "1. A limits file can stop the ledger" in text
    assert "- Make currency a required field (engineers it out, The limits owner" in text
    assert "runbook" not in text
    assert max(map(len, text.splitlines())) <= 76


def test_what_is_not_there_has_no_heading() -> None:
    assert mail_text(Review(id="r", title="Short")) == "Short\nversion 0\n"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reviews())
def test_every_finding_in_focus_is_in_it(review: Review) -> None:
    bare = replace(review, participants=())
    told = "".join(mail_text(bare).split())
    assert all("".join(each.text.split()) in told for each in review.findings if each.focus)
