"""What the keys of the Findings page do to the current finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.edits import findings as edits
from facilitator.domain.phase import Phase
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import Disposition
from facilitator.ui.deeds import Deeds
from facilitator.ui.deleting import tell_deleted
from facilitator.ui.findings.line_sheet import LineSheet
from facilitator.ui.findings.linking import Linking

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.records import Finding
    from facilitator.ui.desk import Desk
    from facilitator.ui.findings.list_view import FindingsList

_NOTHING = "There is no finding yet. Type one below."
_ASKED = {
    Disposition.RECORDED: ("Recorded, not now", "Why not now?"),
    Disposition.ACCEPTED_RISK: ("Risk accepted", "Who accepts it, why, and until when?"),
}


class FindingDeeds(Deeds["FindingsList"]):
    """Edits on the current finding."""

    def __init__(self, desk: Desk, view: FindingsList, say: Callable[[str], object]) -> None:
        super().__init__(desk, view, say)
        self._linking = Linking(desk, view, say)

    def toggle_focus(self) -> None:
        """Put the finding into focus, or take it out."""
        if (finding := self._current()) is not None:
            words = "Take out of focus" if finding.focus else "Put into focus"
            self.apply(words, edits.set_focus(finding.id, focus=not finding.focus))

    def record(self) -> None:
        """Ask why the finding is not in focus now."""
        self._ask_reason(Disposition.RECORDED)

    def accept(self) -> None:
        """Ask who accepts the risk, why, and until when."""
        self._ask_reason(Disposition.ACCEPTED_RISK)

    def elsewhere(self) -> None:
        """Ask where else it could happen."""
        if (finding := self._current()) is None:
            return

        def keep(text: str) -> RuleViolation | None:
            edit = edits.change_finding(finding.id, elsewhere=text)
            return self._desk.apply("Where else", edit)

        title, lead = "Where else could this happen?", "Could also happen with:"
        about = self._desk.shown(finding.text)
        sheet = LineSheet(self._desk.theme, title, about, lead, finding.elsewhere, keep)
        self.open(sheet, sheet.line)

    def ask_elsewhere(self) -> None:
        """Ask services and teams whether it holds for them too, and keep what they say."""
        from facilitator.ui.findings.asked_sheet import AskedSheet  # noqa: PLC0415 - when asked for

        if (finding := self._current()) is not None:
            sheet = AskedSheet(self._desk, finding)
            self.open(sheet, sheet.line)

    def spotlight(self) -> None:
        """Show the current finding large and alone."""
        from facilitator.ui.spotlight.card import show_spotlight  # noqa: PLC0415 - when asked for

        if (finding := self._current()) is not None:
            show_spotlight(self._desk, "findings", finding.id, self._view.choose)

    def delete(self) -> None:
        """Remove the finding."""
        finding = self._current()
        if finding and self.apply("Remove finding", edits.remove_finding(finding.id)):
            tell_deleted(self._desk, [finding.text])

    def move(self, step: int) -> None:
        """Move the finding up or down among those beside it."""
        if (finding := self._current()) is not None:
            self.apply("Move finding", edits.move_finding(finding.id, step))

    def link_factors(self) -> None:
        """Choose the factors that the finding stands on."""
        if (finding := self._current()) is not None:
            self._linking.factors(finding)

    def make_from_factors(self) -> None:
        """Choose factors without a finding and make one of them."""
        self._linking.finding_of_factors()

    def link_actions(self) -> None:
        """Choose the actions that answer the finding, or type a new one."""
        if (finding := self._current()) is not None:
            self._linking.actions(finding)

    def show_action(self) -> None:
        """Go to the first action that answers the finding."""
        if (finding := self._current()) is None:
            return
        actions = self._desk.review.actions
        found = next((each.id for each in actions if finding.id in each.findings), None)
        if found is None:
            self._say("No action answers it yet. Enter adds one.")
        else:
            self._desk.host.go(Phase.ACTIONS, found)

    def take_back(self) -> bool:
        """Take the last step back; False, and told, if it cannot be."""
        from facilitator.store.errors import WriteFailed  # noqa: PLC0415 - as in the desk

        try:
            self._desk.session.undo()
        except (RuleViolation, WriteFailed) as refused:
            self._desk.host.complain(str(refused), until_saved=True)
            return False
        return True

    # -- inside --------------------------------------------------------------------------------

    def _current(self) -> Finding | None:
        finding = self._view.current
        if finding is None:
            self._say(_NOTHING)
        return finding

    def _ask_reason(self, disposition: Disposition) -> None:
        if (finding := self._current()) is None:
            return
        title, lead = _ASKED[disposition]

        def keep(text: str) -> RuleViolation | None:
            return self._desk.apply(title, edits.record(finding.id, disposition, text))

        about = self._desk.shown(finding.text)
        sheet = LineSheet(self._desk.theme, title, about, lead, finding.reason, keep)
        self.open(sheet, sheet.line)
