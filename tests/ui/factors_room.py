"""The Factors page in a window, and hands to work it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from facilitator.domain import tree
from facilitator.domain.records import Factor, Review, TimelineEvent
from facilitator.domain.words import FactorKind, Family, Marker
from facilitator.ui.factors.commands import COMMANDS
from facilitator.ui.factors.page import FactorsPage
from tests.ui import page_room

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from facilitator.ui.theme import Theme


class Room(page_room.Room[FactorsPage]):
    """The page and what its tests look at."""

    @property
    def current(self) -> Factor:
        return self.page.state_of_tree.current_factor

    def factor(self, factor_id: str) -> Factor:
        return next(each for each in self.review.factors if each.id == factor_id)

    def text(self, factor_id: str) -> str:
        return self.factor(factor_id).text

    def children(self, factor_id: str) -> list[str]:
        return [each.id for each in tree.children(self.review.factors, factor_id)]


def open_room(
    qtbot: QtBot,
    review: Review | None = None,
    theme: Theme | None = None,
    before: Callable[[FactorsPage], object] = lambda _page: None,
) -> Room:
    """The page of a review in an active window of the Stage's size, after ``before`` is done."""
    return Room(*page_room.open_page(qtbot, FactorsPage, COMMANDS, review, theme, before=before))


def example() -> Review:
    """f0 > (a > (a1 > a1x, a2), b > b1, c), three events."""

    def factor(factor_id: str, parent: str, position: int, family: Family | None = None) -> Factor:
        return Factor(
            id=factor_id, parent=parent, position=position, text=f"{factor_id} words", family=family
        )

    factors = (
        Factor(id="f0", parent=None, kind=FactorKind.EFFECT),
        Factor(id="a", parent="f0", position=0, text="a words", kind=FactorKind.TRIGGER),
        factor("a1", "a", 0, Family.DESIGN_DECISION),
        factor("a1x", "a1", 0, Family.MISSING_SAFEGUARD),
        factor("b", "f0", 1, Family.DESIGN_DECISION),
        factor("b1", "b", 0),
        factor("a2", "a", 1, Family.OBSERVABILITY_GAP),
        factor("c", "f0", 2, Family.DESIGN_DECISION),
    )
    return Review(
        id="r1",
        title="Shops could not pay",
        time_zone="UTC",
        factors=tuple(sorted(factors, key=lambda each: (each.position, each.id))),
        events=(
            _event("e1", 3, "deploy of 4.2", Marker.IMPACT_START),
            _event("e2", 4, "pages fire"),
            _event("e3", 50, "rolled back", Marker.RESOLVED),
        ),
    )


def _event(event_id: str, minute: int, text: str, marker: Marker | None = None) -> TimelineEvent:
    at = datetime(2026, 3, 4, 14, minute, tzinfo=UTC)
    return TimelineEvent(id=event_id, at=at, text=text, marker=marker)


def texts_below(review: Review) -> list[tuple[int, str]]:
    """Depth and words of every factor but the effect, in the order of the outline."""
    return [(depth, factor.text) for factor, depth in tree.walk(review.factors) if depth]
