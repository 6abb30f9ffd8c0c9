"""The coach as it would be had it learnt from other sentences, for cross-validation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.coach import language as language_room
from facilitator.coach.durability import hint
from tests.evaluation.labelled import Answer
from tests.scripts import script

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.coach.durability import Hint
    from facilitator.coach.language import Judged
    from tests.evaluation.compare import Rater
    from tests.evaluation.labelled import Labelled


def actions(rows: Sequence[Labelled]) -> Rater:
    """The same rules with weights from these actions."""
    trainer = script("train_actions")
    weights = trainer.trained([trainer.Sentence(**_told(row)) for row in rows])
    return lambda text: of_hint(hint(text, weights))


def _told(row: Labelled) -> dict[str, Any]:
    names = ("text", "label", "vague", "second")
    return {name: getattr(row, name) for name in names}


def of_hint(told: Hint) -> Answer:
    """What the coach says of an action."""
    return Answer(told.label.value, told.vague, told.sure)


def language(rows: Sequence[Labelled]) -> Rater:
    """The same rules with weights from these sentences."""
    model = script("train_language").trained([(row.text, row.label) for row in rows])

    def rate(text: str) -> Answer:
        words, signs = language_room.look(text, (), model.vocabulary)
        return of_reading(language_room._reading(words, signs, model))

    return rate


def of_reading(told: Judged) -> Answer:
    """What the coach says of a sentence."""
    return Answer(told.label, sure=told.sure)
