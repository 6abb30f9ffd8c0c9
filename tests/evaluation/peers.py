"""The programs that are compared: the coach, a list of keywords, a plain text classifier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.coach.durability import assess
from facilitator.coach.language import judge
from tests.evaluation import keywords, plain_model, retrained
from tests.evaluation.compare import Peer
from tests.evaluation.labelled import Answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.evaluation.compare import Rater
    from tests.evaluation.labelled import Labelled

COACH = "the coach"
_KEYWORDS = "keywords"
_PLAIN = "TF-IDF"


def action_peers(rows: Sequence[Labelled]) -> tuple[Peer, ...]:
    """The coach first; the classifier learns from ``rows``."""
    return (
        Peer(COACH, coach_action, retrained.actions),
        Peer(_KEYWORDS, keywords.rate_action, lambda _rows: keywords.rate_action),
        Peer(_PLAIN, plain_action(rows), plain_action),
    )


def language_peers(rows: Sequence[Labelled]) -> tuple[Peer, ...]:
    """The same for sentences."""
    return (
        Peer(COACH, coach_sentence, retrained.language),
        Peer(_KEYWORDS, keywords.rate_sentence, lambda _rows: keywords.rate_sentence),
        Peer(_PLAIN, plain_sentence(rows), plain_sentence),
    )


def coach_action(text: str) -> Answer:
    return retrained.of_hint(assess(text))


def coach_sentence(text: str) -> Answer:
    return retrained.of_reading(judge(text))


def plain_action(rows: Sequence[Labelled]) -> Rater:
    """One model for the label and one for vagueness."""
    label = plain_model.fit([(row.text, row.label) for row in rows])
    vague = plain_model.fit(
        [(row.text, "vague" if row.vague else "told") for row in rows if row.vague is not None]
    )
    return lambda text: Answer(label.label(text), vague.label(text) == "vague")


def plain_sentence(rows: Sequence[Labelled]) -> Rater:
    model = plain_model.fit([(row.text, row.label) for row in rows])
    return lambda text: Answer(model.label(text))
