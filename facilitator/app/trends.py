"""The page of trends: the figures that a library keeps, and what the coach makes of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.coach.warning import calm, warnings

if TYPE_CHECKING:
    from facilitator.domain.trends import Trends


def judged(trends: Trends) -> Trends:
    """The page with its warnings, or with the sentence that there are none."""
    found = warnings(trends)
    return replace(trends, warnings=found, calm="" if found else calm(trends))
