"""Names in files: Markdown shows roles for everybody but owners, data keep what was typed."""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain.words import NameUse
from facilitator.exchange.bundle import read_bundle, write_bundle
from facilitator.exchange.markdown import write_markdown
from facilitator.exchange.review_json import write_review
from tests.named_review import OWNER, REVIEW
from tests.strategies import ids


def test_markdown_shows_roles_but_for_owners() -> None:
    told = write_markdown(REVIEW).decode()
    assert "Priya" not in told
    assert "Raman" not in told
    assert told.count("Tom") == told.count(OWNER) == 2
    assert "The on-call engineer restarted it" in told
    assert "Only the on-call engineer knew" in told


def test_markdown_shows_names_if_the_review_says_so() -> None:
    assert b"Priya restarted it" in write_markdown(replace(REVIEW, names=NameUse.NAMES))


def test_data_keep_what_was_typed() -> None:
    assert b"Priya restarted it" in write_review(REVIEW)
    assert read_bundle(write_bundle(REVIEW), ids("n")).events[0].text == "Priya restarted it"
