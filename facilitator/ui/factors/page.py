"""The Factors page: what made it possible?"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from facilitator.domain.phase import Phase
from facilitator.domain.words import EvidenceStatus, Family
from facilitator.ui.factors.asking import Asking
from facilitator.ui.factors.canvas import TreeCanvas
from facilitator.ui.factors.coverage import CoverageStrip
from facilitator.ui.factors.deeds import FactorDeeds
from facilitator.ui.factors.notice import Notice
from facilitator.ui.factors.outline import OutlineView
from facilitator.ui.factors.state import TreeState
from facilitator.ui.factors.subtree import Subtree, SubtreeLine
from facilitator.ui.factors.switch import ViewSwitch
from facilitator.ui.page import PhasePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.delta import Delta
    from facilitator.ui.desk import Desk

_HINTS = (
    ("Tab", "Why?"),
    ("Enter", "What else?"),
    ("F2", "Edit"),
    ("F", "Family"),
    ("E", "Evidence"),
    ("L", "Events"),
    ("N", "Finding"),
    ("Ctrl J", "Park it"),
)
_TYPING = (
    ("Enter", "Keep"),
    ("Tab", "Keep, and why?"),
    ("Shift Enter", "Keep, and what else?"),
    ("Esc", "Leave it"),
)
_MARGIN, _OVERHANG = 40, 16
_SHOWN = ("factors", "events", "title", "time_zone")


class FactorsPage(PhasePage):
    """Tree or outline of the factors, over the coverage strip."""

    phase = Phase.FACTORS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._naming = desk.naming
        self.state_of_tree = TreeState(desk.review, desk.new_id, desk.shown)
        self._typing = False
        self.asking = Asking(desk, self.state_of_tree, self.say)
        self.deeds = FactorDeeds(desk, self.state_of_tree, self, self.say)
        self.tree = TreeCanvas(desk, self.state_of_tree, self.asking, self.deeds)
        self.outline = OutlineView(desk, self.state_of_tree, self.asking)
        self.part = SubtreeLine(desk.theme, self.state_of_tree)
        self.subtree = Subtree(self.state_of_tree, self.tree, self.part, self.say)
        self.coverage = CoverageStrip(desk)
        self.switch = ViewSwitch(desk.theme)
        self._lay_out()
        self.notice = Notice(desk.theme, self)
        self._wire()

    def _lay_out(self) -> None:
        self.add_header().add_fact(self.switch)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._framed(self.outline))
        self.column.addWidget(self.part)
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(self.coverage)
        self.coverage.show_factors(self.desk.review.factors)

    def _framed(self, outline: OutlineView) -> QWidget:
        """The outline on paper: the tint of a selected row reaches 16 px beyond the text."""
        frame = QWidget()
        margin = self.theme.px(_MARGIN - _OVERHANG)
        row = QHBoxLayout(frame)
        row.setContentsMargins(margin, 0, margin, 0)
        row.addWidget(outline)
        return frame

    def _wire(self) -> None:
        self.switch.chosen.connect(lambda outline: self.show_outline(outline=outline))
        self.coverage.chosen.connect(self.next_of_family)
        self.coverage.left.connect(self.focus_start)
        for view in (self.tree, self.outline):
            view.refused.connect(self._tell_refusal)
            for bar in (view.verticalScrollBar(), view.horizontalScrollBar()):
                bar.valueChanged.connect(self._take_notice_along)
        self.state_of_tree.changed.connect(self._changed)

    # -- PhasePage -----------------------------------------------------------------------------

    @property
    def view(self) -> TreeCanvas | OutlineView:
        """The twin that is shown."""
        return self.tree if self._stack.currentWidget() is self.tree else self.outline

    def follow(self, delta: Delta) -> None:
        """Take over changes of factors, and of what stands on them."""
        renamed = delta.touches("participants", "names") and self.names_are_others()
        if renamed:
            self.tree.show_names_anew()
            self.outline.show_names_anew()
        if not (renamed or delta.touches(*_SHOWN)):
            return
        if not self.state_of_tree.follow(delta, lead=self.isVisible() and delta.leads):
            editor = self.view.editor
            typed = delta.foreign and editor.touched
            self.asking.displaced(editor.toPlainText() if typed else "")
        elif (words := self.asking.words_now()) is not None:
            self.view.editor.others_wrote(words)
        if delta.touches("factors"):
            self.coverage.show_factors(delta.after.factors)

    def focus_start(self) -> None:
        """To the selected factor, or to the words being typed."""
        editor = self.view.editor
        (self.view if editor.isHidden() else editor).setFocus()

    def select(self, target: str) -> None:
        """Make a factor current and bring it into view."""
        self.state_of_tree.select(target)
        self.view.show_current()

    def selected(self) -> str | None:
        """The current factor; none while a new one is being typed."""
        return self.state_of_tree.current if self.state_of_tree.draft is None else None

    def hints(self) -> tuple[tuple[str, str], ...]:
        """The keys that begin something, or those that end typing."""
        return _HINTS if self.state_of_tree.draft is None else _TYPING

    def panes(self) -> tuple[QWidget, ...]:
        """The view, the coverage strip and the switch."""
        return (self.view, self.coverage, self.switch)

    def state(self) -> dict[str, Any]:
        """Selection, folds, zoom, which twin, and the words half typed."""
        shown = self.state_of_tree
        editor = self.view.editor
        typing = None if editor.isHidden() else (shown.draft, editor.toPlainText())
        return {
            "current": shown.current if shown.draft is None else shown.draft.back,
            "marked": shown.marked,
            "folded": shown.folded,
            "zoom": self.tree.zoom,
            "subtree": self.subtree.state(),
            "outline": self.view is self.outline,
            "typing": typing,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take over the state of the page this one replaces."""
        shown = self.state_of_tree
        for factor_id in state["folded"]:
            if factor_id in shown.index.by_id:
                shown.fold(factor_id, folded=True)
        self.subtree.restore(state["subtree"])
        shown.select(state["current"], state["marked"] & shown.index.by_id.keys())
        self.tree.set_zoom(state["zoom"])
        self.show_outline(outline=state["outline"])
        if state["typing"] is not None:
            draft, typed = state["typing"]
            shown.begin(replace(draft, typed=typed))

    def settle(self) -> bool:
        """Keep what is being typed."""
        return self.view.settle()

    def bind(self) -> None:
        """Bind the commands of this page."""
        for name, run in (*self._typing_commands(), *self._edit_commands(), *self._view_commands()):
            self.desk.registry.bind(f"factors.{name}", partial(self._run, name, run))

    # -- commands ------------------------------------------------------------------------------

    def _typing_commands(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        asking = self.asking
        return (
            ("why", asking.why),
            ("else", asking.what_else),
            ("insert_parent", asking.insert_parent),
            ("edit", asking.edit),
        )

    def _edit_commands(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        deeds = self.deeds
        return (
            ("family", deeds.choose_family),
            ("evidence", deeds.next_evidence),
            ("trigger", deeds.toggle_trigger),
            ("events", deeds.link_events),
            ("joint", deeds.toggle_joint),
            ("finding", deeds.finding),
            ("action", deeds.action),
            ("delete", deeds.delete),
            ("delete_only", deeds.delete_only),
            ("move_up", partial(deeds.shift, -1)),
            ("move_down", partial(deeds.shift, 1)),
            ("promote", deeds.promote),
            ("demote", deeds.demote),
        )

    def _view_commands(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        tree = self.tree
        walks = ((way, partial(self._walk, way)) for way in ("left", "right", "up", "down"))
        families = (
            (f"next_{family.value}", partial(self.next_of_family, family)) for family in Family
        )
        return (
            *walks,
            *families,
            ("mark", self.deeds.mark),
            ("unmark", self._unmark),
            ("focus_subtree", self.subtree.narrow),
            ("spotlight", self.deeds.spotlight),
            ("mark_up", partial(self._mark_on, "up")),
            ("mark_down", partial(self._mark_on, "down")),
            ("fold", self.deeds.fold),
            ("zoom_in", partial(tree.zoom_by, 1)),
            ("zoom_out", partial(tree.zoom_by, -1)),
            ("zoom_full", partial(tree.set_zoom, 1.0)),
            ("fit", tree.fit),
            ("outline", lambda: self.show_outline(outline=self.view is not self.outline)),
        )

    def _run(self, name: str, run: Callable[[], object]) -> None:
        self.notice.hide()
        if self.view.settle():
            self.subtree.reach(name)
            run()

    def _unmark(self) -> None:
        if self.state_of_tree.marked:
            self.deeds.unmark()
        else:
            self.subtree.widen_whole()

    def _walk(self, way: str) -> None:
        self.view.walk(way)

    def _mark_on(self, way: str) -> None:
        shown = self.state_of_tree
        marked = shown.marked | {shown.current}
        self.view.walk(way)
        shown.select(shown.current, marked | {shown.current})

    def show_outline(self, *, outline: bool) -> None:
        """Show the outline or the tree; selection, folds and keys stay."""
        if not self.view.settle():
            return
        focused = self.view.hasFocus() or self.focusWidget() is None
        self._stack.setCurrentIndex(int(outline))
        self.switch.show_outline(outline=outline)
        if focused:
            self.view.setFocus()

    def next_of_family(self, family: Family) -> None:
        """Go to the family's next factor; ask for one if nobody did yet."""
        shown = self.state_of_tree
        ids = [each.id for each in shown.index.factors]
        start = ids.index(shown.current) + 1
        others = shown.index.whole.values() if shown.only is not None else ()
        for each in (*shown.index.factors[start:], *shown.index.factors[:start], *others):
            if each.family is family and each.evidence_status is not EvidenceStatus.RULED_OUT:
                shown.select(each.id)
                self.view.setFocus()
                return
        self.view.setFocus()
        self.asking.why_in(family)

    # -- telling -------------------------------------------------------------------------------

    def say(self, sentence: str) -> None:
        """Show a sentence at the current factor."""
        view = self.view
        place = QRect(view.current_rect())
        place.moveTopLeft(view.viewport().mapTo(self, place.topLeft()))
        margin = self.theme.px(12)
        within = self._stack.geometry().adjusted(margin, margin, -margin, -margin)
        self.notice.say(sentence, place, within)

    def _take_notice_along(self) -> None:
        """The tree may still be on its way to the factor that a sentence is about."""
        if not self.notice.isHidden():
            self.say(self.notice.text())

    def _tell_refusal(self, sentence: str) -> None:
        if sentence:
            self.say(sentence)
        else:
            self.notice.hide()

    def _changed(self) -> None:
        self.notice.hide()
        typing = self.state_of_tree.draft is not None
        if typing is not self._typing and self.isVisible():
            self._typing = typing
            self.desk.host.hints_changed()
        self.desk.host.selection_changed()
