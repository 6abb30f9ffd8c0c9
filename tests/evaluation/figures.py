"""The figures by which the coach is judged, and what they should be."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING

from facilitator.coach.wording import tier_of
from facilitator.domain.words import DURABLE, Durability
from tests.evaluation import scores
from tests.evaluation.scores import share

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tests.evaluation.compare import Told

ACTION_LABELS = tuple(label.value for label in Durability)
LANGUAGE_LABELS = ("blame", "human_error", "counterfactual", "clean")
_WEAK = (Durability.DOCUMENT.value, Durability.REMIND.value)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, with the least it should be (or the most); nan where nothing can be said."""

    name: str
    of: Callable[[Sequence[Told]], float]
    least: float | None = None
    most: float | None = None
    headline: bool = False

    @property
    def goal(self) -> str:
        """The goal in words."""
        if self.least is not None:
            return f"at least {self.least:.2f}"
        return f"at most {self.most:.2f}" if self.most is not None else ""

    def missed(self, value: float) -> bool:
        """Whether the goal is missed."""
        below = self.least is not None and value < self.least
        return below or (self.most is not None and value > self.most)


def labels(told: Sequence[Told]) -> list[tuple[str, str]]:
    """The label wanted and the label told of each row."""
    return [(row.label, answer.label) for row, answer in told]


def _vague(told: Sequence[Told]) -> list[tuple[bool, bool]]:
    return [(row.vague, answer.vague) for row, answer in told if row.vague is not None]


def _tier(told: Sequence[Told]) -> float:
    return scores.agreement(
        [(tier_of(Durability(one)), tier_of(Durability(other))) for one, other in labels(told)]
    )


def _tier_if_sure(told: Sequence[Told]) -> float:
    """Of a program that is always sure it is said already."""
    sure = [(row, answer) for row, answer in told if answer.sure]
    return nan if len(sure) in {0, len(told)} else _tier(sure)


def _weak_as_durable(told: Sequence[Told]) -> float:
    return _of(answer in DURABLE for wanted, answer in labels(told) if wanted in _WEAK)


def _unsure(told: Sequence[Told]) -> float:
    return share(not answer.sure for _, answer in told) or nan


def _right(told: Sequence[Told], *, sure: bool) -> float:
    """Of a program that is always sure there is nothing to say."""
    if all(answer.sure for _, answer in told):
        return nan
    return _of(row.label == answer.label for row, answer in told if answer.sure is sure)


def _flagged(told: Sequence[Told]) -> float:
    return _of(answer != "clean" for wanted, answer in labels(told) if wanted == "clean")


def _polite(told: Sequence[Told]) -> float:
    return _of(
        answer.label == "blame" for row, answer in told if row.polite and row.label == "blame"
    )


def _of(found: Iterable[bool]) -> float:
    """The share of what is true; nan of nothing."""
    values = list(found)
    return share(values) if values else nan


_SURENESS = (
    Figure("said with “probably”", _unsure),
    Figure("agreement where it is sure", lambda told: _right(told, sure=True)),
    Figure("agreement where it says “probably”", lambda told: _right(told, sure=False)),
)

ACTIONS = (
    Figure(
        "macro-F1 over eight labels",
        lambda told: scores.macro_f1(labels(told)),
        least=0.80,
        headline=True,
    ),
    Figure("agreement", lambda told: scores.agreement(labels(told)), headline=True),
    Figure("right tier", _tier, least=0.90, headline=True),
    Figure("`remind` and `document` shown as durable", _weak_as_durable, most=0.02, headline=True),
    Figure("`vague`, F1", lambda told: scores.f1(_vague(told), True), least=0.65, headline=True),
    Figure("`vague`, precision", lambda told: scores.precision(_vague(told), True)),
    Figure("`vague`, recall", lambda told: scores.recall(_vague(told), True)),
    Figure("right tier where it is sure", _tier_if_sure, least=0.90),
    *_SURENESS,
)

LANGUAGE = (
    Figure(
        "macro-F1 over four labels",
        lambda told: scores.macro_f1(labels(told)),
        least=0.80,
        headline=True,
    ),
    Figure("agreement", lambda told: scores.agreement(labels(told)), headline=True),
    Figure("`clean` that is flagged", _flagged, most=0.05, headline=True),
    Figure("`blame`, recall", lambda told: scores.recall(labels(told), "blame"), headline=True),
    Figure("`blame`, recall where it is polite", _polite, least=0.85, headline=True),
    Figure("`blame`, precision", lambda told: scores.precision(labels(told), "blame")),
    *_SURENESS,
)
