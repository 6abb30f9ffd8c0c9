"""The page of trends: the figures that a library keeps, and what the coach makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.domain.trends import Trends


def judged(trends: Trends) -> Trends:
    """The page with its warnings, or with the sentence that there are none."""
    return trends
