"""A failure of a class that was fixed before: what to ask, told to the facilitator alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from facilitator.app.prompts import Prompt
from facilitator.domain.held import questions
from facilitator.domain.returned import fix_words
from facilitator.domain.words import EvidenceStatus
from facilitator.ui.console.others_section import OthersSection
from facilitator.ui.console.told_rows import ASKS, Told
from facilitator.ui.prompt_card import PromptCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.returned import Fix
    from facilitator.ui.console.console_desk import ConsoleDesk

SHOWN = 2
"""So many earlier reviews are named: more do not make the questions others."""
_ASK = "ask:"
_DONE = EvidenceStatus.SUPPORTED.value
_CAUTION = "The same class is not the same incident."


class ReturnedSection(OthersSection):
    """Names the earlier reviews and the four questions; away while there is no such fix."""

    name = "returned"
    title = "Did the fix hold?"
    words = "Fixes of the same failure class, and what to ask about them"
    followed = ("failure_class", "held_on")
    wait_ms = 600

    def __init__(self, console: ConsoleDesk) -> None:
        super().__init__(console)
        self._fixes: tuple[Fix, ...] = ()
        self._prompts = {
            f"{_ASK}{number}": Prompt(f"held.{number}", "held", each.ask)
            for number, each in enumerate(questions())
        }
        self.list.setAccessibleDescription(
            "Enter looks into the earlier review, or sends a question; X puts a fix off"
        )

    def question(self) -> Callable[[], object]:
        """What was done about its class."""
        others = self.console.others
        return tuple if others is None else partial(others.fixes, self.desk.review.id)

    def found(self, answer: object) -> None:
        """Show what is not put off."""
        self._fixes = cast("tuple[Fix, ...]", answer)
        self._show()

    def choose(self, row: Told) -> None:
        """Look into the earlier review, or put the question to the room, or take it away."""
        prompt = self._prompts.get(row.key)
        if prompt is None:
            fix = next((each for each in self._fixes if each.key == row.key), None)
            if fix is not None:
                self.look_into(fix.review_id)
        elif self._on_stage == prompt:
            self.desk.host.close_card()
        else:
            card = PromptCard(self.console.stage_desk, prompt, self.desk.review.failure_class)
            card.left.connect(self._show)
            self.desk.host.show_card(card)
        self._show()

    def put_off(self, row: Told) -> None:
        """Do not name this fix any more."""
        self.console.not_now.add(row.key)
        self._show()

    @property
    def _on_stage(self) -> Prompt | None:
        card = self.desk.host.card()
        return card.prompt if isinstance(card, PromptCard) else None

    def _show(self) -> None:
        wanted = [each for each in self._fixes if each.key not in self.console.not_now]
        rows = [self._fix_row(each) for each in wanted[:SHOWN]]
        if rows:
            rows += self._question_rows()
        self.show_rows(tuple(rows))

    def _fix_row(self, fix: Fix) -> Told:
        words = fix_words(fix, self.desk.today())
        return Told(fix.key, words, _CAUTION, enter="Look into it", leaves=True, sign=_DONE)

    def _question_rows(self) -> list[Told]:
        there = self._on_stage
        return [
            Told(
                key,
                each.ask,
                each.more,
                enter="Take it away" if prompt == there else "To the Stage",
                shy=True,
                sign=ASKS,
            )
            for (key, prompt), each in zip(self._prompts.items(), questions(), strict=True)
        ]
