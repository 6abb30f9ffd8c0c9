"""An action in the spotlight: what will exist, how lasting it is, who does it and until when."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from facilitator.coach.certainty import is_sure
from facilitator.domain.day_words import format_day
from facilitator.domain.shown_review import shown_action
from facilitator.domain.soaking import check_in_words
from facilitator.domain.words import CLOSED_STATUSES
from facilitator.ui.actions import wording
from facilitator.ui.actions.coaching import label_of, reason_of
from facilitator.ui.flow import Beside, Flow
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.spotlight.face import SIZES, Face
from facilitator.ui.spotlight.links import headed, put_factors, put_findings
from facilitator.ui.writing import Writing

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from facilitator.domain.records import ActionItem, Review
    from facilitator.ui.theme import Theme

_STEPS_ABOVE, _REASON_ABOVE, _PUT_OFF_ABOVE = 32, 6, 20
_FACTS_ABOVE, _FACTS_APART, _FACT_BELOW, _LISTS_ABOVE = 40, 16, 2, 40
_METER, _LARGER, _METER_GAP = (46, 22), 1.8, 20
_GUTTER, _LEAST_FACT = 24, 190


class ActionFace(Face):
    """Next and previous in the order of the table."""

    page, words = "actions", "Action"
    walk_hint = ("← →", "Before, after")
    shown_on = ("actions", "factors", "findings", "participants", "names", "time_zone")

    def order(self, review: Review, row_id: str) -> tuple[str, ...]:
        """All actions."""
        del row_id
        return tuple(each.id for each in review.actions)

    def there(self, review: Review, row_id: str) -> bool:
        """Whether there is such an action."""
        return any(each.id == row_id for each in review.actions)

    def flow(self, row_id: str, width: float, height: float, size: int) -> Flow:
        """The words, the steps with theirs, the facts, and what it is for."""
        del height
        action, flow = self._action(row_id), Flow(self.theme, width)
        flow.words(self.shown(action.text), SIZES[size], even=True)
        flow.put(Steps(self.theme, action), above=_STEPS_ABOVE)
        flow.words(self.shown(reason_of(action)), "lead", "ink2", above=_REASON_ABOVE)
        if until := self._until(action):
            flow.words(f"Until: {until}", "lead", above=_REASON_ABOVE)
        for place, facts in enumerate(self._facts(action, width)):
            flow.put(facts, above=_FACTS_APART if place else _FACTS_ABOVE)
        put_off = wording.deferral_words(shown_action(action, self.shown))
        flow.words(put_off, "lead", above=_PUT_OFF_ABOVE)
        self._put_causes(flow, action)
        return flow

    def _facts(self, action: ActionItem, width: float) -> list[Beside]:
        """Owner, due, priority, status and backlog beside each other, in rows where they must."""
        gutter, said = self.theme.px(_GUTTER), self._said(action)
        fit = max(1, int((width + gutter) // (self.theme.px(_LEAST_FACT) + gutter)))
        across = ceil(len(said) / ceil(len(said) / fit))
        each_width = (width - gutter * (across - 1)) / across
        flows = [self._fact(each_width, action, *fact) for fact in said]
        rows = range(0, len(flows), across)
        return [Beside(flows[start : start + across], gutter) for start in rows]

    def _fact(self, width: float, action: ActionItem, head: str, value: str, none: str) -> Flow:
        # Nothing more is asked of what is done, or will not be done.
        missing = "" if value or action.status in CLOSED_STATUSES else none
        flow = headed(self.theme, width, head, missing)
        flow.words(value, "directive", above=_FACT_BELOW)
        return flow

    def _said(self, action: ActionItem) -> tuple[tuple[str, str, str], ...]:
        due = "" if action.due is None else format_day(action.due)
        note = wording.due_note(action, self.desk.today())
        status = (wording.STATUS_WORDS[action.status], check_in_words(action), note)
        risk = (wording.priority_words(action), wording.risk_words(action))
        return (
            ("Owner", action.owner, wording.NO_OWNER),
            ("Due", due, wording.NO_DATE),
            ("Priority", ", ".join(filter(None, risk)), wording.NOT_RATED),
            ("Status", ", ".join(filter(None, status)), ""),
            ("Backlog", wording.place_words(action.backlog), wording.NO_TICKET),
        )

    def _put_causes(self, flow: Flow, action: ActionItem) -> None:
        review = self.desk.review
        findings = [each for each in review.findings if each.id in action.findings]
        factors = [each for each in review.factors if each.id in action.factors]
        lists = []
        width = (flow.width - self.theme.px(_GUTTER)) / 2
        if findings:
            lists.append(headed(self.theme, width, "We found", ""))
            put_findings(lists[-1], findings, self.shown)
        if factors:
            lists.append(headed(self.theme, width, "Because of", ""))
            put_factors(lists[-1], factors, self.shown)
        flow.put(Beside(lists, self.theme.px(_GUTTER)), above=_LISTS_ABOVE)

    def spoken(self, row_id: str) -> str:
        """As its row."""
        action = self._action(row_id)
        return wording.spoken(action, self.desk.today(), self.shown, self._until(action))

    def _until(self, action: ActionItem) -> str:
        """The words of the action that it stands in for, as they are shown."""
        texts = (each.text for each in self.desk.review.actions if each.id == action.stopgap_for)
        return self.shown(next(texts, ""))

    def _action(self, row_id: str) -> ActionItem:
        return next(each for each in self.desk.review.actions if each.id == row_id)


class Steps:
    """The durability steps, large, with their word; a block of a flow."""

    def __init__(self, theme: Theme, action: ActionItem) -> None:
        self._theme, self._label, self._sure = theme, label_of(action), is_sure(action)
        self.height = float(theme.line("figure"))

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Steps, and the word beside them."""
        theme = self._theme
        wide, high = (theme.px(length) * _LARGER for length in _METER)
        middle = top + (self.height - high) / 2
        Glyphs(painter, theme).meter(self._label, left, middle, _LARGER, sure=self._sure)
        start = left + wide + theme.px(_METER_GAP)
        box = QRectF(start, top, 4 * theme.px(_LEAST_FACT), self.height)
        words = wording.label_words(self._label, sure=self._sure)
        Writing(painter, theme).line(box, words, "figure")
