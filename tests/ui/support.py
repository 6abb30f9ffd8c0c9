"""A session in memory and a host that remembers, for tests of single pages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.app.basket import Taken
from facilitator.app.kept_sources import KeptSources
from facilitator.app.settings import Settings
from facilitator.domain.delta import Delta
from facilitator.domain.phase import Phase
from facilitator.domain.records import Factor, Review
from facilitator.domain.words import FactorKind
from facilitator.ui.commands import COMMANDS
from facilitator.ui.desk import Desk
from facilitator.ui.registry import Registry
from facilitator.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from facilitator.app.elsewhere import WhomElse
    from facilitator.app.importing import Intake
    from facilitator.domain.edits import Edit
    from facilitator.ui.commands import Command
    from facilitator.ui.stage_card import StageCard

NOW = datetime(2026, 3, 5, 14, 0, tzinfo=UTC)


class MemorySession:
    """Keeps a review and its history without a library; same face as ReviewSession."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self.saved_at: datetime | None = None
        self.labels: list[str] = []
        self._listeners: list[Callable[[Delta], None]] = []
        self._undo: list[tuple[str, Review, str | None]] = []
        self._redo: list[tuple[str, Review, str | None]] = []

    @property
    def undo_label(self) -> str | None:
        return self._undo[-1][0] if self._undo else None

    @property
    def redo_label(self) -> str | None:
        return self._redo[-1][0] if self._redo else None

    def apply(
        self, label: str, edit: Edit, merge_key: str | None = None, *, quiet: bool = False
    ) -> Delta:
        delta = replace(Delta.between(self.review, edit(self.review)), quiet=quiet)
        if delta:
            merged = merge_key and self._undo and self._undo[-1][2] == merge_key
            if not merged:
                self._undo.append((label, self.review, merge_key))
            self._redo.clear()
            self.labels.append(label)
            self._take(delta)
        return delta

    def undo(self) -> Delta | None:
        return self._step(self._undo, self._redo)

    def redo(self) -> Delta | None:
        return self._step(self._redo, self._undo)

    def others(self, edit: Edit) -> None:
        """Somebody else has made an edit in another window."""
        self._take(replace(Delta.between(self.review, edit(self.review)), foreign=True))

    def subscribe(self, listener: Callable[[Delta], None]) -> Callable[[], None]:
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _step(
        self,
        source: list[tuple[str, Review, str | None]],
        target: list[tuple[str, Review, str | None]],
    ) -> Delta | None:
        if not source:
            return None
        label, review, key = source.pop()
        target.append((label, self.review, key))
        delta = Delta.between(self.review, review)
        self._take(delta)
        return delta

    def _take(self, delta: Delta) -> None:
        self.review, self.saved_at = delta.after, NOW
        for listener in list(self._listeners):
            listener(delta)


class MemorySources(KeptSources):
    """Keeps sources for as long as the test takes."""

    def __init__(self) -> None:
        super().__init__(Path("nowhere"), "r1")
        self.kept: list[Intake] = []

    def keep(self, intakes: Iterable[Intake]) -> None:
        self.kept += intakes

    def like(self, intake: Intake) -> Intake | None:
        first = intake.reading.entries[:1]
        return next((each for each in self.kept if each.reading.entries[:1] == first), None)

    def read(self) -> list[Taken]:
        return [Taken(each.reading.source, intake=each) for each in self.kept]


@dataclass
class RememberingHost:
    """Records what a page asked of its window."""

    went: list[tuple[Phase, str | None]] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    forward: int = 0

    def go(self, phase: Phase, target: str | None = None) -> None:
        self.went.append((phase, target))

    def come_forward(self) -> None:
        self.forward += 1

    def complain(self, sentence: str, *, until_saved: bool = False) -> None:
        del until_saved
        self.complaints.append(sentence)

    steps: list[str] = field(default_factory=list)

    def tell_step(self, words: str) -> None:
        self.steps.append(words)

    phase: Phase = Phase.BRIEF
    current: str | None = None
    shown: StageCard | None = None
    window: QWidget | None = None
    whom: WhomElse | None = None
    sources: MemorySources = field(default_factory=MemorySources)

    def kept_sources(self) -> KeptSources:
        return self.sources

    def whom_else(self) -> WhomElse | None:
        return self.whom

    def hints_changed(self) -> None:
        """Nothing to remember."""

    def selection_changed(self) -> None:
        """Nothing to remember."""

    def shown_phase(self) -> Phase:
        return self.phase

    def selected(self) -> str | None:
        return self.current

    def show_card(self, card: StageCard) -> None:
        self.shown = card

    def close_card(self) -> None:
        self.shown = None

    def card(self) -> StageCard | None:
        return self.shown

    def front(self) -> QWidget:
        assert self.window is not None
        return self.window


def make_review() -> Review:
    """A review with nothing but its effect."""
    effect = Factor(id="f0", parent=None, kind=FactorKind.EFFECT)
    return Review(
        id="r1", title="Shops could not pay", time_zone="Europe/London", factors=(effect,)
    )


def make_desk(
    window: QWidget,
    review: Review | None = None,
    theme: Theme | None = None,
    *,
    commands: Iterable[Command] = (),
) -> Desk:
    """A desk on a session in memory, with the commands of a page; ids are counted."""
    numbers = count(1)
    return Desk(
        session=MemorySession(review or make_review()),  # type: ignore[arg-type]
        theme=theme or Theme(),
        registry=Registry(window, (*COMMANDS, *commands)),
        settings=Settings(),
        host=RememberingHost(window=window),
        now=lambda: NOW,
        new_id=lambda: f"n{next(numbers):04}",
    )
