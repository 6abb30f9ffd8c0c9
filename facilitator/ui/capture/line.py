"""The capture line: a strip over the foot of a window in which anything is written down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.rules import RuleViolation
from facilitator.ui.actions.late_hint import LateHint
from facilitator.ui.aside import ASIDE, Place
from facilitator.ui.capture.entry import CaptureEntry, KindPlate
from facilitator.ui.capture.events import EventTaker
from facilitator.ui.capture.kinds import Kind, prefixed, usual
from facilitator.ui.capture.others import ActionTaker, FactorTaker, FindingTaker, ParkTaker
from facilitator.ui.capture.preview import CapturePreview
from facilitator.ui.fields import mark
from facilitator.ui.page import Dock
from facilitator.ui.preview import Part, Reading
from facilitator.ui.timeline.asking import Asking
from facilitator.ui.timeline.question_row import QuestionRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.action_line import ActionSpan
    from facilitator.domain.delta import Delta
    from facilitator.ui.capture.taker import Made, Taker
    from facilitator.ui.desk import Desk

_TOP, _BOTTOM, _SIDE, _GAP, _BETWEEN = 12, 16, 40, 12, 4
_ONE_LINE, _BESIDE = 1000, 560
"""From these widths on the reading has one line, and the plate stands beside the words; in px at
type size 100 %."""
_NARROW_SIDE = 20
_PREFIXES = Reading("Or begin with", tuple(Part(each.noun, name=each.letter) for each in Kind))
_STAYS = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, ASIDE})
"""Reasons for which the keys come back."""


@dataclass(slots=True)
class Draft:
    """What stands in the line: its kind if one is said, and the words.

    ``plain`` says that what looks like a prefix is none.
    """

    kind: Kind | None = None
    text: str = ""
    plain: bool = False


class CaptureLine(Dock):
    """Takes the keys aside and gives them back when it closes; the page below stays as it is."""

    closed = Signal()

    def __init__(self, desk: Desk, area: QWidget, draft: Draft) -> None:
        """``area`` is what the line lies over the foot of."""
        super().__init__(desk, 0)
        self._desk, self._area, self.draft = desk, area, draft
        self._back = Place()
        self._prefix, self._told = "", False
        self.setObjectName("capture")
        self.setAccessibleName("Write something down")
        self.plate, self.entry = KindPlate(desk.theme), CaptureEntry(desk)
        self.preview, self.question = CapturePreview(desk.theme), QuestionRow(desk.theme)
        events = EventTaker(desk)
        self._events = events
        self.late = LateHint(self)
        self._takers: dict[Kind, Taker] = {
            Kind.EVENT: events,
            Kind.FACTOR: FactorTaker(desk),
            Kind.FINDING: FindingTaker(desk),
            Kind.ACTION: ActionTaker(desk, self.late),
            Kind.PARK: ParkTaker(desk),
        }
        self._asking = Asking(self.question, events.context, events.line)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        px = self._theme.px
        self._column = column = QVBoxLayout(self)
        column.setSpacing(px(_BETWEEN))
        self._row = row = QHBoxLayout()
        row.setSpacing(px(_GAP))
        row.addWidget(self.plate)
        row.addWidget(self.entry, 1)
        column.addWidget(self.question)
        column.addLayout(row)
        column.addWidget(self.preview)
        column.addStretch(1)

    def _wire(self) -> None:
        self.entry.textChanged.connect(self._typed)
        self.entry.entered.connect(self._enter)
        self.entry.left.connect(self.close_line)
        self.entry.pasted.connect(self._paste)
        self.entry.taken_back.connect(self._take_back)
        self.entry.forsaken.connect(self._forsaken)
        self.plate.clicked.connect(self._next_kind)
        self.question.grown.connect(self.place)
        self.late.came.connect(self._hint_came)
        self._asking.looked_at.connect(lambda line: self._show(self._events.reading_of(line)))
        self._asking.day_chosen.connect(self._read)
        self._asking.answered.connect(self._answered)
        self._asking.left.connect(self.entry.setFocus)

    # -- opening and closing -------------------------------------------------------------------

    def open(self) -> None:
        """Lie over the foot of the area and take the keys."""
        self._back = Place()
        self.setParent(self._area.parentWidget() or self._area)
        self._area.installEventFilter(self)
        self.entry.set_text(self.draft.text)
        self._read()
        self.place()
        self.show()
        self.raise_()
        self.entry.setFocus(ASIDE)

    def take_kind(self, kind: Kind) -> None:
        """Become a line of this kind, whatever stands in it."""
        self.draft.kind, self._prefix = kind, ""
        self._read()

    def attend(self) -> None:
        """Take the keys again."""
        self.raise_()
        if not self.entry.hasFocus():
            self._back = Place()
            self.entry.setFocus(ASIDE)

    def close_line(self) -> None:
        """Give the keys back to where they were; what is half typed is there the next time."""
        if self.isHidden():
            return
        self.entry.blockSignals(True)
        if self._has_keys():
            self._back.give_back()
        self.hide()
        self.closed.emit()

    def _forsaken(self, reason: Qt.FocusReason) -> None:
        if not (self._has_keys() or reason in _STAYS or self.entry.text()):
            self.hide()
            self.closed.emit()

    def _has_keys(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    # -- place ---------------------------------------------------------------------------------

    def place(self) -> None:
        """Lie over the foot of the area."""
        px, own = self._theme.px, self._area is self.parentWidget()
        box = self._area.rect() if own else self._area.geometry()
        side = self._share_width(box.width())
        lines = 1 if box.width() >= px(_ONE_LINE) else 2
        self.preview.setFixedHeight(lines * self._theme.line("label"))
        high = px(_TOP + _BETWEEN + _BOTTOM) + self.entry.height() + self.preview.height()
        if self._row.direction() is QBoxLayout.Direction.TopToBottom:
            high += self.plate.height() + px(_GAP)
        if self.question.open:
            high += self.question.heightForWidth(box.width() - 2 * side) + px(_BETWEEN)
        self.setFixedHeight(min(high, box.height()))
        self.setGeometry(box.left(), box.bottom() + 1 - self.height(), box.width(), self.height())

    def _share_width(self, width: int) -> int:
        """Put the plate beside the words or above them; the margin at the sides."""
        px, ways = self._theme.px, QBoxLayout.Direction
        beside = width >= px(_BESIDE)
        side = px(_SIDE if beside else _NARROW_SIDE)
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._column.setContentsMargins(side, px(_TOP), side, px(_BOTTOM))
        return side

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go with the area."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self.place()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Tab walks between the line and what is asked."""
        if self.question.open and self.entry.hasFocus():
            self._asking.focus()
        else:
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # -- reading -------------------------------------------------------------------------------

    @property
    def kind(self) -> Kind:
        """What the line becomes: as it is said, else an event if a time begins it."""
        if self.draft.kind is not None:
            return self.draft.kind
        text = self.entry.text()
        if text.strip() and self._events.begins_with_time(text):
            return Kind.EVENT
        return usual(self._desk.host.shown_phase())

    @property
    def _taker(self) -> Taker:
        return self._takers[self.kind]

    def read_anew(self) -> None:
        """Another phase or row may be current; what was just told stays."""
        if self.entry.text() or not self._told:
            self._read()

    def follow(self, delta: Delta) -> None:
        """Read anew among what is there now."""
        for taker in self._takers.values():
            taker.follow(delta)
        self.read_anew()

    def _typed(self, text: str) -> None:
        if not text:
            self.draft.plain = False
        found = None if self.draft.kind or self.draft.plain else prefixed(text)
        if found is not None:
            self.draft.kind, rest = found
            self._prefix = text[: len(text) - len(rest)]
            self.entry.set_text(rest)
            return
        self._read()

    def _read(self) -> None:
        """Show what the line says so far, and what Enter would do."""
        text, kind = self.entry.text(), self.kind
        self.draft.text, self._told = text, False
        mark(self.entry, "")
        self.plate.show_kind(kind, said=self.draft.kind is not None)
        self.entry.describe(self._taker.name, self._taker.example)
        self.entry.show_spans(self._spans(text))
        if kind is Kind.EVENT and text.strip():
            self._asking.follow(self._events.line(text), fresh=True)
        else:
            self.question.close_row()
        invited = not text and self.draft.kind is None
        self._show(_PREFIXES if invited else self._taker.reading(text))

    def _hint_came(self) -> None:
        typed = self.entry.text() and not self.preview.reading.note
        if self.kind is Kind.ACTION and typed:
            self._show(self._taker.reading(self.entry.text()))

    def _spans(self, text: str) -> tuple[ActionSpan, ...]:
        taker = self._taker
        return taker.line(text).spans if isinstance(taker, ActionTaker) and text.strip() else ()

    def _show(self, reading: Reading) -> None:
        self.preview.show_reading(reading)

    # -- kinds ---------------------------------------------------------------------------------

    def _take_back(self) -> None:
        """Backspace: no kind is said any more; letter and space of a prefix are words again."""
        typed, self._prefix = self._prefix, ""
        self.draft.kind = None
        self.draft.plain = bool(typed)
        self.entry.set_text(typed)
        self._read()

    def _next_kind(self) -> None:
        kinds = list(Kind)
        self.take_kind(kinds[(kinds.index(self.kind) + 1) % len(kinds)])

    # -- keeping -------------------------------------------------------------------------------

    def _enter(self) -> None:
        text = self.entry.text()
        if not text.strip():
            self.close_line()
        elif self._asks(text):
            self._asking.focus()
        else:
            self._keep(lambda taker: taker.made(text))

    def _asks(self, text: str) -> bool:
        """Whether the time leaves something open that must be said first."""
        if self.kind is not Kind.EVENT:
            return False
        line = self._events.line(text)
        return line.question is not None and not line.problem

    def _paste(self, text: str) -> None:
        """Several lines are several rows, all of them or none."""
        if not self.entry.text() and self.draft.kind is None:
            found = prefixed(text)
            self.draft.kind, text = found or (None, text)
        self._keep(lambda taker: taker.many(text))

    def _keep(self, make: Callable[[Taker], Made]) -> None:
        kind = self.kind
        try:
            made = make(self._taker)
        except RuleViolation as refusal:
            self._refuse(refusal.reason)
            return
        refused = self._desk.apply(made.label, made.edit, quiet=True)
        if refused is not None:
            self._refuse(refused.reason)
            return
        self.draft.kind, self._prefix = kind, ""
        self.entry.set_text("")
        self._read()
        self._told = True
        self._show(Reading(quiet=f"{made.told}. Write the next one, or Enter goes back."))

    def _refuse(self, reason: str) -> None:
        mark(self.entry, reason)
        self._show(Reading(note=reason))

    def _answered(self, text: str) -> None:
        """Say the time the way the answer says it, and go on."""
        self.entry.setFocus(ASIDE)
        if text != self.entry.text():
            self.entry.selectAll()
            self.entry.insert(text)
        self._enter()
