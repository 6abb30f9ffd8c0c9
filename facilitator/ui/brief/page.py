"""The Brief page: what happened, in a few lines, and how we work here."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facilitator.app.opening_words import OpeningWords
from facilitator.domain.edits import brief as edits
from facilitator.domain.phase import Phase
from facilitator.ui.brief.durations import Durations
from facilitator.ui.brief.facts_line import FactsLine
from facilitator.ui.brief.ground_rules import GroundRules
from facilitator.ui.brief.impact_field import ImpactField
from facilitator.ui.brief.panel import inset
from facilitator.ui.brief.reason import Reason
from facilitator.ui.brief.roles import Roles
from facilitator.ui.brief.title_field import TitleField
from facilitator.ui.fields import BoundText
from facilitator.ui.kit import Label, Rule
from facilitator.ui.page import PhasePage

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from facilitator.domain.delta import Delta
    from facilitator.domain.records import Opening
    from facilitator.ui.brief.form import Form
    from facilitator.ui.desk import Desk

_HINTS = (("Ctrl D", "Facts"), ("Ctrl P", "People"), ("Ctrl 2", "Timeline"), ("F1", "All keys"))
_MARGIN, _TOP, _BOTTOM, _GUTTER = 40, 49, 44, 45
_LEFT, _RIGHT, _RULE_BELOW = 852, 456, 11
_TWO_COLUMNS = 1000
"""From this width on, in px at type size 100 %, the columns stand side by side."""
_IN_PLACE = ("title", "summary", "impact")
_SHOWN = (
    *_IN_PLACE,
    "severity",
    "services",
    "failure_class",
    "time_zone",
    "events",
    "participants",
)


class BriefPage(PhasePage):
    """What happened on the left, how the room works and who is in it on the right."""

    phase = Phase.BRIEF

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._resume = ""
        self.facts = FactsLine(desk.theme)
        self.title = TitleField(desk)
        self.summary = self._summary()
        self.impact = ImpactField(desk)
        self.durations = Durations(desk.theme)
        self.roles = Roles(desk.theme)
        self.rules = GroundRules(desk.theme, self._opening())
        self._keep_in_view = QTimer(self)
        self._keep_in_view.setSingleShot(True)
        self._keep_in_view.setInterval(0)
        self._lay_out()
        self._wire()
        self._show_review()

    def _summary(self) -> BoundText:
        field = BoundText(
            self.desk,
            "brief.summary",
            "Summary",
            lambda review: review.summary,
            lambda text: edits.set_field("summary", text),
            font=self.theme.font("lead"),
            line=self.theme.line("lead"),
        )
        field.setPlaceholderText("Say in two or three sentences how it came and how it ended.")
        return field

    # -- laying out ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        body = QWidget()
        px, edge = self.theme.px, inset(self.theme)
        self._columns = QHBoxLayout(body)
        margin = px(_MARGIN) - edge
        self._columns.setContentsMargins(margin, px(_TOP), margin, px(_BOTTOM))
        self._columns.setSpacing(px(_GUTTER) - edge)
        self._left, self._right = self._left_column(), self._right_column()
        self._rule = Rule(self.theme, vertical=True)
        parting = QVBoxLayout()
        parting.addSpacing(px(_RULE_BELOW))
        parting.addWidget(self._rule)
        self._columns.addWidget(self._left, px(_LEFT) + 2 * edge)
        self._columns.addLayout(parting)
        self._columns.addWidget(self._right, px(_RIGHT) + 2 * edge)
        self.area = QScrollArea()
        self.area.setObjectName("brief.area")
        self.area.setAccessibleName("Brief")
        self.area.setWidgetResizable(True)
        self.area.setWidget(body)
        self.column.addWidget(self.area)
        self._order_tabs()

    def _order_tabs(self) -> None:
        figures, lines = self.impact.figures, self.impact.lines
        order = (self.area, self.facts, self.title, self.summary, figures, lines, self.roles)
        for first, then in pairwise(order):
            QWidget.setTabOrder(first, then)

    def _left_column(self) -> QWidget:
        left = _Pane(self.title)
        px = self.theme.px
        column = _plain_column(left)
        column.addWidget(self.facts)
        column.addSpacing(px(6))
        column.addWidget(self.title)
        column.addWidget(Reason(self.theme, "brief.title", self.title.refused))
        column.addSpacing(px(11))
        column.addWidget(self.summary)
        column.addWidget(Reason(self.theme, "brief.summary", self.summary.refused))
        column.addSpacing(px(40))
        column.addWidget(self.impact)
        column.addSpacing(px(46))
        column.addWidget(self.durations)
        column.addStretch(1)
        return left

    def _right_column(self) -> QWidget:
        right = _Pane(self.roles)
        px = self.theme.px
        column = _plain_column(right)
        column.addWidget(self.rules)
        column.addSpacing(px(50))
        head = Label(self.theme, "In the room, by role", "heading", "ink2")
        head.setContentsMargins(inset(self.theme), 0, 0, 0)
        column.addWidget(head)
        column.addSpacing(px(6))
        column.addWidget(self.roles)
        column.addStretch(1)
        return right

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for two columns the right one goes below."""
        super().resizeEvent(event)
        wide = self.width() >= self.theme.px(_TWO_COLUMNS)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self._rule.setVisible(wide)

    def _wire(self) -> None:
        self.facts.clicked.connect(lambda _on: self.show_details())
        self.roles.clicked.connect(lambda _on: self.show_people())
        self._keep_in_view.timeout.connect(self._show_cursor)
        self.area.verticalScrollBar().rangeChanged.connect(self._keep_in_view.start)
        for field in self._fields:
            field.cursorPositionChanged.connect(self._keep_in_view.start)

    @property
    def _fields(self) -> tuple[BoundText, ...]:
        return (self.title, self.summary, self.impact.lines)

    # -- PhasePage -----------------------------------------------------------------------------

    def follow(self, delta: Delta) -> None:
        """Take over what the delta changed of what is shown here."""
        if delta.touches(*_SHOWN):
            self.title.refresh(delta)
            self.summary.refresh(delta)
            self.impact.refresh(delta)
            self._show_review()
        if delta.touches("opening"):
            self.rules.show_opening(self._opening())

    def focus_start(self) -> None:
        """To the first text that is not there yet; a full Brief is for reading."""
        empty = (name for name in _IN_PLACE if not getattr(self.desk.review, name))
        (self._resumed() or self._field(next(empty, "")) or self.area).setFocus()

    def _resumed(self) -> QWidget | None:
        """Where the focus was on the page that this one replaces; asked once."""
        name, self._resume = self._resume, ""
        if name == self.impact.lines.objectName():
            self.impact.begin()
        return self.findChild(QWidget, name) if name else None

    def select(self, target: str) -> None:
        """Go to a field by its name in the review; facts and people open their form."""
        field = self._field(target)
        if field is not None:
            field.setFocus()
        elif target in _in_facts_form():
            self.show_details(target)
        elif target == "participants" or self._knows(target):
            self.show_people(target)

    def _field(self, name: str) -> QWidget | None:
        if name == "impact":
            return self.impact.start
        return {"title": self.title, "summary": self.summary}.get(name)

    def _knows(self, person_id: str) -> bool:
        return any(person.id == person_id for person in self.desk.review.participants)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 begins to type, at the title."""
        if event.key() == Qt.Key.Key_F2:
            self.title.select_end()
            self.title.setFocus()
            return
        super().keyPressEvent(event)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Where the facts and the people are changed, and what comes next."""
        return _HINTS

    def panes(self) -> tuple[QWidget, ...]:
        """What happened, and who is here."""
        return (self._left, self._right)

    def state(self) -> dict[str, Any]:
        """Where the focus is, and how far the page is scrolled."""
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        return {
            "focus": focus.objectName() if focus is not None and inside else "",
            "scrolled": self.area.verticalScrollBar().value(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take over the state of the page this one replaces."""
        self._resume = state["focus"]
        self.area.verticalScrollBar().setValue(state["scrolled"])

    def settle(self) -> bool:
        """False, at the field, while one holds a text that was refused."""
        refused = next((field for field in self._fields if not field.settle()), None)
        if refused is None:
            return True
        refused.setFocus()
        return False

    # -- commands ------------------------------------------------------------------------------

    def bind(self) -> None:
        """Bind the commands of this page."""
        self.desk.registry.bind("brief.details", self.show_details)
        self.desk.registry.bind("brief.people", self.show_people)

    def show_details(self, field: str = "") -> None:
        """Open the form of the facts, at a field by its name in the review."""
        from facilitator.ui.brief.facts_form import FactsForm  # noqa: PLC0415 - opened later

        self._open(FactsForm(self.desk), field)

    def show_people(self, person_id: str = "") -> None:
        """Open the form of the people, at somebody or where somebody is added."""
        from facilitator.ui.brief.people_form import PeopleForm  # noqa: PLC0415 - opened later

        self._open(PeopleForm(self.desk), person_id)

    def _open(self, form: Form, target: str) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.impact.isAncestorOf(focus):
            form.closed.connect(self._back_to_impact)
        form.open_over(self.window(), form.start(target))

    def _back_to_impact(self) -> None:
        # Figures may have taken the place of the lines meanwhile.
        self.impact.start.setFocus()

    # -- showing -------------------------------------------------------------------------------

    def _opening(self) -> Opening:
        return OpeningWords(self.desk.settings.path).of(self.desk.review)

    def _show_review(self) -> None:
        review = self.desk.review
        self.facts.show_review(review)
        self.durations.show_review(review)
        self.roles.show_review(review)

    def _show_cursor(self) -> None:
        field = next((field for field in self._fields if field.hasFocus()), None)
        body = self.area.widget()
        if field is None or body is None:
            return
        line = field.cursorRect()
        place = field.viewport().mapTo(body, QPoint(line.center().x(), line.center().y()))
        self.area.ensureVisible(place.x(), place.y(), 0, line.height() * 2)


class _Pane(QWidget):
    """A column; F6 brings the focus to its first field."""

    def __init__(self, first: QWidget) -> None:
        super().__init__()
        self._first = first

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._first.setFocus(event.reason())


def _plain_column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _in_facts_form() -> frozenset[str]:
    from facilitator.ui.brief.facts_form import FIELDS  # noqa: PLC0415 - opened later

    return FIELDS
