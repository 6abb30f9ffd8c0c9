"""The whole Stage in a window, on a session in memory, and hands to work it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator import resources
from facilitator.app.ids import Ids
from facilitator.domain.phase import Phase
from facilitator.exchange.review_json import read_review
from facilitator.ui.pages import make_page, page_commands
from facilitator.ui.stage import Stage
from facilitator.ui.stage_deeds import StageDeeds
from tests.ui.hands import Hands, bring_up, top_sheet
from tests.ui.support import MemorySources, make_desk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.app.kept_sources import KeptSources
    from facilitator.app.settings import Settings
    from facilitator.domain.records import Review
    from facilitator.ui.desk import Desk
    from facilitator.ui.stage_card import StageCard
    from facilitator.ui.theme import Theme

WINDOW = (1600, 1000)


class _StageHost(QWidget):
    """A window that does on its Stage what is asked of it."""

    stage: Stage

    def go(self, phase: Phase, target: str | None = None) -> None:
        self.stage.show_phase(phase, target)

    def complain(self, sentence: str, *, until_saved: bool = False) -> None:
        self.stage.complain(sentence, until_saved=until_saved)

    def tell_step(self, words: str) -> None:
        self.stage.tell_step(words)

    def hints_changed(self) -> None:
        self.stage.show_hints()

    def selection_changed(self) -> None:
        """Nobody listens."""

    def shown_phase(self) -> Phase:
        return self.stage.phase

    def selected(self) -> str | None:
        return self.stage.page.selected()

    def show_card(self, card: StageCard) -> None:
        self.stage.show_card(card)

    def close_card(self) -> None:
        self.stage.close_card()

    def card(self) -> StageCard | None:
        return self.stage.card

    def front(self) -> QWidget:
        return self

    def come_forward(self) -> None:
        self.activateWindow()

    def kept_sources(self) -> KeptSources:
        return MemorySources()

    def whom_else(self) -> None:
        """There is no library here."""


@dataclass
class StageRoom(Hands):
    """The Stage on its desk."""

    desk: Desk
    window: _StageHost
    deeds: StageDeeds = field(init=False)

    def __post_init__(self) -> None:
        self.deeds = StageDeeds(self.desk, self.window)
        self.deeds.bind()

    @property
    def stage(self) -> Stage:
        return self.window.stage

    @property
    def page(self) -> Any:
        return self.stage.page

    @property
    def card(self) -> Any:
        return self.stage.card

    @property
    def review(self) -> Review:
        return self.desk.review

    @property
    def session(self) -> Any:
        return self.desk.session

    @property
    def sheet(self) -> Any:
        return top_sheet(self.window)

    def go(self, phase: Phase, target: str | None = None) -> None:
        self.stage.show_phase(phase, target)

    def run(self, command: str) -> None:
        self.desk.registry.run(command)


def open_stage(  # noqa: PLR0917 - a Stage needs as much
    qtbot: QtBot,
    review: Review | None = None,
    phase: Phase = Phase.BRIEF,
    size: tuple[int, int] = WINDOW,
    theme: Theme | None = None,
    settings: Settings | None = None,
) -> StageRoom:
    """The sample, or another review, on the Stage of an active window."""
    window = _StageHost()
    qtbot.addWidget(window)
    made = make_desk(window, review or sample(), theme, commands=page_commands())
    desk = replace(made, host=window, settings=settings or made.settings)
    window.stage = Stage(desk, make_page)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(window.stage)
    window.resize(*size)
    desk.registry.bind("edit.undo", desk.session.undo)
    desk.registry.bind("edit.redo", desk.session.redo)
    window.stage.show_phase(phase)
    bring_up(qtbot, window)
    window.stage.page.focus_start()
    return StageRoom(desk, window)


def sample() -> Review:
    """The review that travels with the program."""
    return read_review(resources.path("sample.json").read_bytes(), Ids())
