"""A button that stands for a phase and steps through them by arrows and letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from facilitator.domain.phase import Phase

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from facilitator.ui.theme import Theme

_PHASES = list(Phase)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ROOM = 40
"""Around the longest word."""


class PhaseButton(QPushButton):
    """``chosen`` carries the phase when a person changes it."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, phase: Phase, words: str) -> None:
        super().__init__()
        self._words, self.phase = words, phase
        self.setFont(theme.font("text"))
        metrics = theme.metrics("text")
        widest = max(metrics.horizontalAdvance(each.word) for each in Phase)
        self.setFixedWidth(round(widest) + theme.px(_ROOM))
        self.clicked.connect(lambda _checked: self._step(1))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right step; a letter goes to the next phase that begins so."""
        if event.key() in _STEPS:
            self._step(_STEPS[Qt.Key(event.key())])
        elif event.text().isalpha():
            self._seek(event.text().casefold())
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        self._choose(_PHASES[(_PHASES.index(self.phase) + step) % len(_PHASES)])

    def _seek(self, letter: str) -> None:
        at = _PHASES.index(self.phase)
        after = _PHASES[at + 1 :] + _PHASES[: at + 1]
        found = next((each for each in after if each.key.startswith(letter)), None)
        if found is not None:
            self._choose(found)

    def _choose(self, phase: Phase) -> None:
        self.phase = phase
        self._show()
        self.chosen.emit(phase)

    def _show(self) -> None:
        self.setText(self.phase.word)
        self.setAccessibleName(f"{self._words}: {self.phase.word}")
