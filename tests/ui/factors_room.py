"""The Factors page in a window, and hands to work it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from facilitator.domain import tree
from facilitator.domain.records import Factor, Review, TimelineEvent
from facilitator.domain.words import FactorKind, Family, Marker
from facilitator.ui.factors.commands import COMMANDS
from facilitator.ui.factors.page import FactorsPage
from tests.ui.support import make_desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from facilitator.ui.desk import Desk
    from facilitator.ui.theme import Theme


@dataclass
class Room:
    """A page on its desk; keys go to whatever has the focus, as in the meeting."""

    desk: Desk
    page: FactorsPage

    @property
    def session(self) -> Any:
        return self.desk.session

    @property
    def host(self) -> Any:
        return self.desk.host

    @property
    def review(self) -> Review:
        return self.desk.review

    @property
    def current(self) -> Factor:
        return self.page.state_of_tree.current_factor

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self._focused, key, held)

    def type(self, text: str) -> None:
        QTest.keyClicks(self._focused, text)

    @property
    def _focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def select(self, factor_id: str) -> None:
        self.page.select(factor_id)

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
    window = QWidget()
    qtbot.addWidget(window)
    desk = make_desk(window, review, theme, commands=COMMANDS)
    page = FactorsPage(desk)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(page)
    window.resize(1480, 956)
    desk.session.subscribe(page.follow)
    page.bind()
    before(page)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    page.focus_start()
    return Room(desk, page)


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
