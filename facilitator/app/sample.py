"""The sample review that travels with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator import resources
from facilitator.exchange.review_json import read_review

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.records import Review


def read_sample(new_id: Callable[[], str]) -> Review:
    """The sample, as its file says."""
    return read_review(resources.path("sample.json").read_bytes(), new_id)
