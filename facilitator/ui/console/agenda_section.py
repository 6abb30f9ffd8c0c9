"""The agenda in the Console: what each slot used of its minutes, and the keys that move it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.ui.console import agenda_words as words
from facilitator.ui.console.agenda_list import AgendaList
from facilitator.ui.console.inset import GAP, inset
from facilitator.ui.console.section import Section
from facilitator.ui.kit import Label, button

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton

    from facilitator.ui.console.console_desk import ConsoleDesk

_KEYS = (
    "Enter goes there, Space starts or pauses, N is next, + − 5 minutes, A another agenda, E edits"
)
_REMARK = "minutes, used of planned"
_APART = "apart from the Stage"


class AgendaSection(Section):
    """A row for every slot, a silence to decide on, and what is wrong with a file."""

    name = "agenda"
    title = "Agenda"

    def __init__(self, console: ConsoleDesk) -> None:
        super().__init__(console)
        theme, self._meeting = self.theme, console.meeting
        self.list = AgendaList(theme, self._meeting)
        self.list.setAccessibleDescription(_KEYS)
        self.gap = _Gap(console)
        self.problem = self._line("problem")
        self._files = self._meeting.shelf.problems()
        self._whole.addSpacing(theme.px(GAP))
        self.add_wide(self.list)
        self.add_wide(inset(theme, self.gap, self.problem))
        self._wire()
        self._leave = self._meeting.subscribe(self._show)
        self._show()

    def _line(self, name: str) -> Label:
        line = Label(self.theme, "", "label", "ink2", where="console", wrap=True)
        line.setObjectName(f"console.agenda.{name}")
        return line

    def _wire(self) -> None:
        run = self.desk.registry.run
        self.list.going.connect(self._go)
        self.list.giving.connect(lambda row, minutes: self._meeting.more(minutes, row))
        self.list.clock.connect(lambda: run("meeting.clock"))
        self.list.next.connect(lambda: run("meeting.next"))
        self.list.choosing.connect(lambda: run("meeting.agenda"))
        self.list.editing.connect(self._edit)
        self.list.attended.connect(self._attend)

    # -- Section -------------------------------------------------------------------------------

    def focus_start(self) -> None:
        """The slots."""
        self.list.setFocus()

    def leave(self) -> None:
        """No longer follow the meeting."""
        self._leave()

    # -- keys ----------------------------------------------------------------------------------

    def _go(self, row: int) -> None:
        """To a slot; before the start that starts the clock there."""
        begins = not self._meeting.begun
        self._meeting.go_to(row)
        if begins:
            self._meeting.start()

    def _edit(self) -> None:
        from facilitator.ui.console.agenda_editor import edit_agenda  # noqa: PLC0415 - opens rarely

        edit_agenda(self.console, self.list.currentIndex().row())

    def _attend(self, here: bool) -> None:
        self.tell_keys(_KEYS if here else "")
        if here:
            # A file may have been mended, or broken, since.
            self._files = self._meeting.shelf.problems()
            self._show_problem()

    # -- showing -------------------------------------------------------------------------------

    def _show(self) -> None:
        self.say(_REMARK if self.desk.settings.coupled else _APART)
        self.list.show_meeting()
        self.gap.show_gap()
        self._show_problem()

    def _show_problem(self) -> None:
        told = " ".join(filter(None, (self._meeting.problem, *self._files)))
        if told != self.problem.text():
            self.problem.setText(told)
        self.problem.setVisible(bool(told))


class _Gap(QWidget):
    """A long silence: count it, or leave it out."""

    def __init__(self, console: ConsoleDesk) -> None:
        super().__init__()
        self._meeting, theme = console.meeting, console.theme
        self.setObjectName("console.agenda.gap")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        row.setSpacing(theme.px(8))
        self.sentence = Label(theme, "", "label", "note", where="console", wrap=True)
        row.addWidget(self.sentence, 1)
        for words_, run, name in (
            ("Count it", self._meeting.count_gap, "count"),
            ("Leave it out", self._meeting.leave_gap, "leave"),
        ):
            row.addWidget(self._button(console, words_, run, name))

    def _button(
        self, console: ConsoleDesk, said: str, run: Callable[[], object], name: str
    ) -> QPushButton:
        made = button(console.theme, said, run, name=f"console.agenda.gap.{name}")
        made.setFont(console.theme.font("label", "console", 500))
        return made

    def show_gap(self) -> None:
        """Show the silence that waits, if one does."""
        told = words.gap_words(self._meeting)
        if told and told != self.sentence.text():
            self.sentence.setText(told)
            self.setAccessibleName(told)
        self.setVisible(bool(told))
