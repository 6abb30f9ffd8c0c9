"""The plain words about a library: at most three warnings, or that there are none."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from facilitator.coach.tables import table
from facilitator.coach.trend_rules import RULES, enough
from facilitator.domain.day_words import format_day
from facilitator.domain.trends import Warned

if TYPE_CHECKING:
    from facilitator.coach.trend_rules import Told
    from facilitator.domain.trends import Trends

MOST = 3
"""More warnings at once would be none."""


def warnings(trends: Trends) -> tuple[Warned, ...]:
    """What there is to warn of, the worst first; nothing where there is too little to tell."""
    if not enough(trends):
        return ()
    told = (rule(trends) for rule in RULES)
    return tuple(islice(map(_warned, filter(None, told)), MOST))


def _warned(told: Told) -> Warned:
    words = table("trends")[told.rule]
    return Warned(
        rule=told.rule,
        sentence=words[told.form].format(**told.numbers),
        why=words["why"].format(**told.numbers),
        mark=told.mark,
    )


def calm(trends: Trends) -> str:
    """What is said in the place of warnings: that all is well, or that nothing can be told."""
    words = table("trends")["calm"]
    if not trends.reviews:
        since = trends.since
        return str(words["since"].format(since=format_day(since)) if since else words["empty"])
    form = "fine" if enough(trends) else "few"
    return str(
        words[form].format(
            reviews=_counted(trends.reviews, "review"),
            actions=_counted(trends.totals.counted, "action"),
        )
    )


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
