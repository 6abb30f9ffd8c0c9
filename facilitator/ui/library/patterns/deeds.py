"""What can be done on the page of patterns; every deed can be taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from facilitator.domain.phase import Phase
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import shortened
from facilitator.store.errors import LibraryUnusable, NotFound, WriteFailed
from facilitator.ui.library.patterns.rows import Kind
from facilitator.ui.library.patterns.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.app.patterns import PatternBook, Undo
    from facilitator.coach.patterns import Proposal
    from facilitator.domain.pattern_words import Known
    from facilitator.domain.patterns import Met
    from facilitator.ui.library.patterns.page import PatternsPage
    from facilitator.ui.library.patterns.rows import Row

_PLANNED = "The plan is on the clipboard as text: put it where work is planned."
_NO_PLAN = "Give it a name first: Enter makes a pattern of it, and then it can be planned."


class PatternDeeds:
    """Works on the row that is chosen, on the left or, if the keys are there, on the right.

    ``steps`` are what was done, for undo and redo.
    """

    def __init__(self, page: PatternsPage) -> None:
        self._page, self._door = page, page.hall.door
        self._registry = page.hall.registry
        self.steps = Steps()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What each command of the page runs."""
        return {
            "enter": self.enter,
            "remove": self.remove,
            "rename": self.rename,
            "behind": self.behind,
            "plan": self.plan,
        }

    # -- keys ----------------------------------------------------------------------------------

    def enter(self) -> None:
        """Confirm a proposal, go to the factors of a pattern, or open a review."""
        row = self._row()
        if row is None or self._page.naming.open:
            return
        if row.kind is Kind.PROPOSAL:
            self._confirm(row.record)
        elif row.kind is Kind.PATTERN:
            self._page.right.setFocus()
        else:
            self._open(row)

    def remove(self) -> None:
        """Not the same, out of the pattern, or no pattern any more."""
        row, chosen = self._row(), self._page.left.current
        if row is None or chosen is None or self._page.naming.open:
            return
        if row.kind is Kind.PROPOSAL:
            self._decline(row.record, None)
        elif row.kind is Kind.PATTERN:
            self._dissolve(row.record)
        elif row.kind is Kind.FACTOR and chosen.kind is Kind.PROPOSAL:
            self._decline(chosen.record, row.record)
        elif row.kind is Kind.FACTOR:
            self._take_out(chosen.record, row.record)

    def ask_again(self, typed: str) -> None:
        """Go on with a name that was being typed for the chosen row."""
        row = self._page.left.current
        if row is not None and row.kind is Kind.PROPOSAL:
            self._confirm(row.record, typed)
        else:
            self.rename(typed)

    def rename(self, typed: str | None = None) -> None:
        """Give the chosen pattern another name, in place."""
        known = self._known()
        if known is not None and not self._page.naming.open:
            pattern = known.pattern
            words = f"Renamed “{shortened(pattern.name)}”."
            self._ask(
                pattern.name if typed is None else typed,
                lambda name: self._try(words, lambda book: book.rename(pattern.id, name)),
            )

    def behind(self) -> None:
        """List the reviews behind the chosen pattern or proposal."""
        row = self._page.left.current
        if row is not None and not self._page.naming.open:
            ids = frozenset(met.place.review_id for met in row.record.met)
            self._page.hall.show_behind(ids, f"The reviews behind “{shortened(row.words, 60)}”.")

    def plan(self) -> None:
        """Put what is known of a pattern on the clipboard, as an investment to plan."""
        from facilitator.app.pattern_plan import plan_markdown  # noqa: PLC0415 - when asked for

        known = self._known()
        if known is not None:
            QGuiApplication.clipboard().setText(plan_markdown(known))
        if self._page.left.current is not None:
            self._page.told.say(_PLANNED if known is not None else _NO_PLAN, "")

    def bind_steps(self) -> None:
        """Bind undo and redo as far as there is something for them."""
        steps = self.steps
        for name, there, run in (
            ("edit.undo", steps.to_undo, partial(self._go, steps.undo, "Taken back")),
            ("edit.redo", steps.to_redo, partial(self._go, steps.redo, "Done again")),
        ):
            if name in self._registry.commands:
                self._registry.unbind(name)
                if there:
                    self._registry.bind(name, run)

    # -- inside --------------------------------------------------------------------------------

    def _row(self) -> Row | None:
        return self._page.side.current

    def _known(self) -> Known | None:
        row = self._page.left.current
        return row.record if row is not None and row.kind is Kind.PATTERN else None

    def _open(self, row: Row) -> None:
        if row.kind is Kind.FACTOR:
            review_id, place = (
                row.record.place.review_id,
                (Phase.FACTORS, row.record.place.factor_id),
            )
        else:
            review_id, place = row.record.review_id, (Phase.ACTIONS, row.record.action_id)
        try:
            self._door.open(review_id, place)
        except (LibraryUnusable, NotFound, WriteFailed) as trouble:
            self._page.complain(trouble.sentence)
            self._page.refresh()

    def _confirm(self, proposal: Proposal, typed: str | None = None) -> None:
        if proposal.joins is not None:
            words = "Put into the pattern."
            self._do(words, lambda book: book.confirm(proposal, ""), strikes=proposal)
            return

        def take(name: str) -> str:
            plain = " ".join(name.split())
            words = f"“{shortened(plain)}” is a pattern now."
            reason = self._try(words, lambda book: book.confirm(proposal, name), strikes=proposal)
            self._page.wanted = "" if reason else plain
            return reason

        self._ask(proposal.name if typed is None else typed, take)

    def _ask(self, name: str, take: Callable[[str], str]) -> None:
        self._page.naming.ask(name, take, self._page.show_all)

    def _decline(self, proposal: Proposal, met: Met | None) -> None:
        words = "It will not be proposed again." if met is None else "Not the same as the others."
        strikes = proposal if met is None else None
        self._do(words, lambda book: book.decline(proposal, met), strikes=strikes)

    def _dissolve(self, known: Known) -> None:
        words = f"Dissolved: “{shortened(known.pattern.name)}”."
        self._do(words, lambda book: book.dissolve(known.pattern.id), strikes=known)

    def _take_out(self, known: Known, met: Met) -> None:
        words = f"Taken out of “{shortened(known.pattern.name)}”."
        self._do(words, lambda book: book.take_out(known.pattern.id, met))

    def _do(
        self, words: str, deed: Callable[[PatternBook], Undo], *, strikes: object = None
    ) -> None:
        reason = self._try(words, deed, strikes=strikes)
        if reason:
            self._page.complain(reason)
            self._page.refresh()

    def _try(
        self, words: str, deed: Callable[[PatternBook], Undo], *, strikes: object = None
    ) -> str:
        """Do it and remember it; why it cannot be, or nothing."""
        try:
            self.steps.add(words, deed(self._door.patterns()))
        except (LibraryUnusable, NotFound, WriteFailed) as trouble:
            return trouble.sentence
        except RuleViolation as refusal:
            return refusal.reason
        self._page.told.say(words, "takes it back")
        self._page.strike(strikes)
        self._after()
        return ""

    def _go(self, move: Callable[[], str], told: str) -> None:
        if self._page.naming.open:
            return
        try:
            words = move()
        except (LibraryUnusable, NotFound, WriteFailed) as trouble:
            self._page.complain(trouble.sentence)
        except RuleViolation as refusal:
            self._page.complain(refusal.reason)
        else:
            self._page.told.say(f"{told}: {words}", "")
        self._after()

    def _after(self) -> None:
        self.bind_steps()
        self._page.refresh()
