"""The Findings page: what matters most?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from facilitator.domain.edits.findings import add_finding
from facilitator.domain.phase import Phase
from facilitator.domain.records import Finding
from facilitator.ui.deeds import ADD_FINDING
from facilitator.ui.fields import mark
from facilitator.ui.findings.deeds import FindingDeeds
from facilitator.ui.findings.dock import FindingsDock
from facilitator.ui.findings.empty import EmptyFindings
from facilitator.ui.findings.header import FocusFact
from facilitator.ui.findings.headings import Headings
from facilitator.ui.findings.linking import factors_without_finding, room_in_focus
from facilitator.ui.findings.list_view import FindingsList
from facilitator.ui.findings.model import FindingsModel
from facilitator.ui.findings.wording import still_unworded
from facilitator.ui.page import PhasePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from facilitator.domain.delta import Delta
    from facilitator.ui.desk import Desk

_LIST_HINTS = (
    ("Space", "In or out of focus"),
    ("Enter", "So we will"),
    ("L", "Because of"),
    ("R", "Not now"),
    ("E", "Ask where else"),
    ("Ctrl 5", "Actions"),
)
_FIRST_HINTS = (("Enter", "Add"), ("Insert", "From factors"))
_ENTRY_HINTS = (*_FIRST_HINTS, ("Esc", "To the list"))
_TYPING_HINTS = (("Enter", "Keep"), ("Esc", "Leave it"))
_SHOWN = ("findings", "factors", "actions", "addressees")
_GONE = "The finding that was typed here is no longer there. Enter adds your words as a new one."
_FULL = "Five findings are in focus, so this one waits below: R says why not now."


class FindingsPage(PhasePage):
    """Cards in focus and rows that are recorded, over the entry line."""

    phase = Phase.FINDINGS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._naming = desk.naming
        self._begun = ""
        self.model = FindingsModel(desk.review, desk.shown)
        self.fact = FocusFact(desk.theme)
        self.headings = Headings(desk.theme)
        self.list = FindingsList(desk, self.model)
        self.empty = EmptyFindings(desk.theme)
        self.dock = FindingsDock(desk)
        self.entry, self.aside = self.dock.entry, self.dock.aside
        self.deeds = FindingDeeds(desk, self.list, self.say)
        self._lay_out()
        self._wire()
        self._show()
        self._typed()

    def _lay_out(self) -> None:
        self._header = self.add_header()
        self._header.add_fact(self.fact)
        self._stack = self.add_stack((self.headings, self.list), self.empty)
        self.column.addWidget(self.dock)

    def _wire(self) -> None:
        self.entry.entered.connect(self._add)
        self.entry.stepped.connect(self.list.step)
        self.entry.left.connect(self._leave_entry)
        self.entry.textEdited.connect(lambda _text: self._typed())
        self.list.chosen.connect(lambda _finding_id: self.desk.host.selection_changed())
        self.list.editor.refused.connect(self._editor_refused)
        self.list.editor.dropped.connect(self._leave_unworded)
        self.list.lost.connect(self._take_in)
        for part in (self.entry, self.list):
            part.attended.connect(self._hints_changed)
        for change in (self.list.editor.began, self.list.editor.ended):
            change.connect(self._hints_changed)

    # -- PhasePage -----------------------------------------------------------------------------

    def follow(self, delta: Delta) -> None:
        """Show the findings anew; a single one that was added or changed becomes current."""
        renamed = delta.touches("participants", "names") and self.names_are_others()
        if not (renamed or delta.touches(*_SHOWN)):
            return
        rows = delta.rows.get("findings") if delta.leads else None
        lead = None
        if rows is not None and len(rows.added) == 1:
            lead = rows.added[0].id
        elif rows is not None and not rows.added and len(rows.changed) == 1:
            lead = rows.changed[0].id
        self.list.refresh(lead, foreign=not delta.leads)
        self._show()
        if not self.list.editor.wrong:
            self._typed()

    def focus_start(self) -> None:
        """To the findings, or to the entry line while there are none."""
        if self.list.editor.typing:
            self.list.editor.setFocus()
        elif self.model.rows:
            self.list.setFocus()
        else:
            self.entry.setFocus()

    def select(self, target: str) -> None:
        """Make a finding current; one that only repeats a factor is there to be worded."""
        if self.model.row_of(target) is None:
            return
        self.list.choose(target)
        self.list.setFocus()
        finding = self.list.current
        if finding is not None and still_unworded(finding, self.desk.review):
            self.edit(whole=True)
            self._begun = target if self._is_last_step(finding) else ""

    def selected(self) -> str | None:
        """The current finding."""
        return self.list.current.id if self.list.current else None

    def hints(self) -> tuple[tuple[str, str], ...]:
        """The keys that work where the focus is."""
        if self.list.editor.typing:
            return _TYPING_HINTS
        if not self.model.rows:
            return _FIRST_HINTS
        return _ENTRY_HINTS if self.entry.hasFocus() else _LIST_HINTS

    def panes(self) -> tuple[QWidget, ...]:
        """Entry line and list."""
        return (self.entry, self.list)

    def state(self) -> dict[str, Any]:
        """Selection, scrolling, the entry line and the words half typed."""
        current, editor = self.list.current, self.list.editor
        return {
            "current": current.id if current else "",
            "entry": self.entry.text(),
            "typing": editor.toPlainText() if editor.typing else None,
            "in_entry": self.entry.hasFocus(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take over the state of the page this one replaces."""
        self.list.choose(state["current"])
        self.entry.setText(state["entry"])
        if state["typing"] is not None and self.list.current is not None:
            self.edit()
            self.list.editor.put(state["typing"])
        elif state["in_entry"]:
            self.entry.setFocus()
        self._typed()

    def settle(self) -> bool:
        """Keep what is being typed in place; a half-typed new finding stays in its line."""
        return self.list.editor.settle()

    def bind(self) -> None:
        """Bind the commands of this page."""
        for name, run in self._commands():
            self.desk.registry.bind(f"findings.{name}", partial(self._run, run))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The head says less where there is little room."""
        super().resizeEvent(event)
        self._fit_fact()

    # -- commands ------------------------------------------------------------------------------

    def _commands(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        deeds = self.deeds
        return (
            ("new", self.entry.setFocus),
            ("from_factors", deeds.make_from_factors),
            ("edit", self.edit),
            ("focus", deeds.toggle_focus),
            ("record", deeds.record),
            ("accept", deeds.accept),
            ("elsewhere", deeds.elsewhere),
            ("asked", deeds.ask_elsewhere),
            ("factors", deeds.link_factors),
            ("actions", deeds.link_actions),
            ("show_action", deeds.show_action),
            ("spotlight", deeds.spotlight),
            ("delete", deeds.delete),
            ("move_up", partial(deeds.move, -1)),
            ("move_down", partial(deeds.move, 1)),
        )

    def _run(self, run: Callable[[], object]) -> None:
        self._typed()
        if self.settle():
            run()

    def edit(self, *, whole: bool = False) -> None:
        """Type the words of the current finding; all of them are selected if ``whole``."""
        if self.list.current is None and self.model.rows:
            self.list.choose_row(0)
        self.list.edit_current(whole=whole)

    def _add(self) -> None:
        focus = room_in_focus(self.desk.review)
        new = Finding(id=self.desk.new_id(), text=self.entry.text(), focus=focus)
        refusal = self.desk.apply(ADD_FINDING, add_finding(new))
        mark(self.entry, refusal.reason if refusal else "")
        if refusal is not None:
            self.say(refusal.reason)
            return
        self.entry.clear()
        self._typed()
        if not focus:
            self.say(_FULL)

    def _take_in(self, words: str) -> None:
        """What was typed into a finding that is gone goes on as a new one."""
        if words.strip():
            self.entry.setText(" ".join(filter(None, (self.entry.text(), words))))
            self.entry.setFocus()
            self.desk.host.complain(_GONE, until_saved=True)

    def _leave_entry(self) -> None:
        if self.model.rows:
            self.list.setFocus()

    def _is_last_step(self, finding: Finding) -> bool:
        """Whether adding it, without words of its own, was the last thing that was done."""
        return (
            self.desk.session.undo_label == ADD_FINDING
            and finding.position == max(each.position for each in self.desk.review.findings)
            and still_unworded(finding, self.desk.review)
        )

    def _leave_unworded(self) -> None:
        """Escape: a finding that was begun on the tree and never worded goes, and back there."""
        begun, self._begun = self._begun, ""
        finding = self.list.current
        if finding is None or finding.id != begun or not self._is_last_step(finding):
            return
        if self.deeds.take_back():
            self.desk.host.go(Phase.FACTORS, finding.factors[0])

    # -- telling -------------------------------------------------------------------------------

    def say(self, sentence: str) -> None:
        """Show beside the entry line why something was not done."""
        self.aside.show_sentence(sentence, noted=True)

    def _editor_refused(self, reason: str) -> None:
        if reason:
            self.say(reason)
        else:
            self._typed()

    def _typed(self) -> None:
        """Say what Enter would do, or how else to begin."""
        mark(self.entry, "")
        if self.entry.text().strip():
            self.aside.show_sentence(self._adds())
            return
        left = len(factors_without_finding(self.desk.review))
        words = "makes one from factors"
        if left:
            words += f"; {left} {'has' if left == 1 else 'have'} no finding yet"
        self.aside.show_sentence(words, key="Insert")

    def _adds(self) -> str:
        if room_in_focus(self.desk.review):
            return f"Adds finding {self.model.focused + 1}, in focus"
        return "Adds a finding below: five are in focus"

    def _show(self) -> None:
        count = self.model.focused
        self.fact.show_count(count)
        self._fit_fact()
        self.headings.setVisible(count > 0)
        self.empty.show_way(factors=bool(factors_without_finding(self.desk.review)))
        if not self.model.rows and self.list.hasFocus():
            self.entry.setFocus()
        self._stack.setCurrentIndex(0 if self.model.rows else 1)

    def _fit_fact(self) -> None:
        taken = self._header.question.sizeHint().width() + self.theme.px(2 * 40 + 32)
        self.fact.fit(self.width() - taken)

    def _hints_changed(self) -> None:
        if self.isVisible():
            self.desk.host.hints_changed()
