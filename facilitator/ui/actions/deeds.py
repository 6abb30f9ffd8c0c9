"""What the keys of the table do to the current action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain import tree
from facilitator.domain.edits import actions as edits
from facilitator.domain.words import FINISHED_STATUSES, OUTCOMES, ActionStatus, EvidenceStatus
from facilitator.ui.actions.deciding import agreeing, soaking
from facilitator.ui.actions.wording import STATUS_HELP, STATUS_WORDS
from facilitator.ui.chooser import Choice, Chooser
from facilitator.ui.deeds import Deeds
from facilitator.ui.deleting import tell_deleted

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import ActionItem
    from facilitator.ui.actions.model import ActionModel
    from facilitator.ui.actions.table import ActionsTable
    from facilitator.ui.desk import Desk

_NOTHING = "There is no action yet. Type one below."


class ActionDeeds(Deeds["ActionsTable"]):
    """Edits on the current action."""

    def __init__(
        self, desk: Desk, table: ActionsTable, model: ActionModel, say: Callable[[str], object]
    ) -> None:
        super().__init__(desk, table, say)
        self._model = model

    def current(self) -> ActionItem | None:
        """The current action; without one a sentence says what to do."""
        action_id = self._view.current_or_first()
        if action_id is None:
            self._say(_NOTHING)
            return None
        return self._model.record_of(action_id)

    # -- the list ------------------------------------------------------------------------------

    def delete(self) -> None:
        """Remove the current action; the one that follows is current then."""
        if (action := self.current()) is None:
            return
        row = self._model.row_of(action.id) or 0
        if self.apply("Remove action", edits.remove_action(action.id)):
            self._view.choose_row(row)
            tell_deleted(self._desk, [action.text])

    def move(self, step: int) -> None:
        """Move the current action up or down."""
        if (action := self.current()) is not None:
            self.apply("Move action", edits.move_action(action.id, step))
            self._view.choose(action.id)

    def spotlight(self) -> None:
        """Show the current action large and alone."""
        from facilitator.ui.spotlight.card import show_spotlight  # noqa: PLC0415 - when asked for

        if (action := self.current()) is not None:
            show_spotlight(self._desk, "actions", action.id, self._view.choose)

    # -- what is chosen ------------------------------------------------------------------------

    def call_durability(self) -> None:
        """Say how lasting it is, where the coach sees it differently."""
        from facilitator.ui.actions.call_sheet import CallSheet  # noqa: PLC0415 - rarely shown

        if (action := self.current()) is not None:
            sheet = CallSheet(self._desk, action)
            self.open(sheet, sheet.list)

    def rate(self, then: Callable[[int], object] | None = None) -> None:
        """Rate the risk; ``then`` is told how many cells to go on if Tab left the grid."""
        from facilitator.ui.actions.risk_sheet import RiskSheet  # noqa: PLC0415 - as above

        if (action := self.current()) is not None:
            sheet = RiskSheet(self._desk, action)
            if then is not None:
                sheet.gone_on.connect(then)
            self.open(sheet, sheet.grid)

    def choose_status(self) -> None:
        """Choose how far it has come; putting it off asks who accepts, why and until when."""
        if (action := self.current()) is None:
            return
        choices = [Choice(each, STATUS_WORDS[each], STATUS_HELP[each]) for each in ActionStatus]
        chooser = Chooser(
            self._desk.theme,
            "How far has it come?",
            choices,
            lambda choice: self.set_status(action, ActionStatus(choice.id)),
            current=action.status,
        )
        self.open(chooser)

    def set_status(self, action: ActionItem, status: ActionStatus) -> None:
        """Set a status; deferring, and whether it held, go through their sheets."""
        if status is ActionStatus.DEFERRED:
            self.put_off(action)
            return
        if status in OUTCOMES:
            self._ask_held(action, status)
            return
        edit = edits.set_status(action.id, status, self._desk.today())
        self.apply(f"Status: {STATUS_WORDS[status].lower()}", edit)

    def put_off(self, action: ActionItem) -> None:
        """Ask who accepts that it can happen again, why, and until when."""
        from facilitator.ui.actions.deferral_sheet import DeferralSheet  # noqa: PLC0415 - as above

        sheet = DeferralSheet(self._desk, action)
        self.open(sheet, sheet.accepted_by)

    def answer_held(self) -> None:
        """Say whether it held and by what that was seen, or when to look again."""
        if (action := self.current()) is None:
            return
        if action.status in FINISHED_STATUSES:
            self._ask_held(action, action.status)
        else:
            self._say("Only of what is done can be said whether it held.")

    def _ask_held(self, action: ActionItem, status: ActionStatus) -> None:
        from facilitator.ui.actions.held_sheet import HeldSheet  # noqa: PLC0415 - as above

        sheet = HeldSheet(self._desk, action, status)
        self.open(sheet, sheet.first)

    # -- what the room decides -----------------------------------------------------------------

    def agree(self) -> None:
        """Agree on what is proposed, or propose again what is agreed."""
        if (action := self.current()) is not None:
            self.apply(*agreeing(action, self._desk.today()))

    def soak(self) -> None:
        """Let a proposal soak for two working days, or no longer."""
        if (action := self.current()) is not None:
            self.apply(*soaking(action, self._desk.today()))

    # -- links ---------------------------------------------------------------------------------

    def link_factors(self) -> None:
        """Choose the factors that the action is against."""
        factors = [each for each, depth in tree.walk(self._desk.review.factors) if depth]
        choices = [
            Choice(
                each.id,
                self._desk.shown(each.text) or "Not in words yet",
                _evidence_detail(each.evidence_status),
                also=each.text,
            )
            for each in factors
        ]
        self._link("Which factors does it answer?", "factors", choices, edits.toggle_factor)

    def link_findings(self) -> None:
        """Choose the findings that the action follows from."""
        choices = [
            Choice(
                each.id,
                self._desk.shown(each.text),
                "In focus" if each.focus else "",
                also=each.text,
            )
            for each in self._desk.review.findings
        ]
        self._link("Which findings does it follow from?", "findings", choices, edits.toggle_finding)

    def _link(
        self,
        title: str,
        name: str,
        choices: list[Choice],
        toggle: Callable[[str, str], Edit],
    ) -> None:
        if (action := self.current()) is None:
            return
        if not choices:
            self._say(f"There are no {name} yet.")
            return

        def chosen(choice: Choice) -> None:
            self.apply(f"Link {name}", toggle(action.id, choice.id))

        links = getattr(action, name)
        chooser = Chooser(
            self._desk.theme,
            title,
            choices,
            chosen,
            checked=set(links),
            current=links[0] if links else None,
        )
        self.open(chooser)

    def choose_stopgap(self) -> None:
        """Choose the lasting action that this one stands in for."""
        if (action := self.current()) is None:
            return
        others = [each for each in self._desk.review.actions if each.id != action.id]
        if not others:
            self._say("There is no other action that it could stand in for.")
            return
        shown = self._desk.shown
        choices = [Choice("", "No stopgap")]
        choices += [Choice(each.id, shown(each.text), also=each.text) for each in others]

        def chosen(choice: Choice) -> None:
            edit = edits.change_action(action.id, stopgap_for=choice.id or None)
            self.apply("Stopgap", edit)

        chooser = Chooser(
            self._desk.theme,
            "Until which action is done does it stand in?",
            choices,
            chosen,
            current=action.stopgap_for or "",
        )
        self.open(chooser)


def _evidence_detail(status: EvidenceStatus) -> str:
    return "Ruled out" if status is EvidenceStatus.RULED_OUT else ""
