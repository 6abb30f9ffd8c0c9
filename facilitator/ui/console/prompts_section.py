"""What to ask the room at this place, and what of it is on the Stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.coach.situations import about, situations
from facilitator.domain.rules import RuleViolation
from facilitator.ui.console.inset import inset
from facilitator.ui.console.prompts_list import INDENT, PromptsList
from facilitator.ui.console.section import Section
from facilitator.ui.kit import Label, underlined
from facilitator.ui.prompt_card import PromptCard

if TYPE_CHECKING:
    from facilitator.app.prompts import Prompt
    from facilitator.domain.delta import Delta
    from facilitator.domain.phase import Phase
    from facilitator.ui.console.console_desk import ConsoleDesk

SHOWN = 3
"""So many questions are in view at a time: more are not read in a meeting."""
_SIDE = 6
_WAIT_MS = 40
"""So long the questions wait before they follow an edit: typing on the Stage comes first."""
_KEYS = "E, Ins, Del change"
_SPOKEN_KEYS = "Enter sends or takes away, M shows more, E changes, Insert adds, Delete hides."
_HIDDEN = "Hidden. “Change the prompts” brings it back."
_FOLLOWED = ("events", "factors", "findings", "actions")


class PromptsSection(Section):
    """Three questions at a time for what is on the Stage, the most fitting first."""

    name = "prompts"
    title = "Ask the room"

    def __init__(self, console: ConsoleDesk) -> None:
        super().__init__(console)
        self._book, host = console.prompts, self.desk.host
        self._phase, self._selected = host.shown_phase(), host.selected()
        self._names: tuple[str, ...] = ()
        self._about, self._told = "", ""
        self._offered: tuple[Prompt, ...] = ()
        self._first = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_WAIT_MS)
        self._soon.timeout.connect(self.look)
        self.list = PromptsList(self.theme)
        self.list.setAccessibleDescription(_SPOKEN_KEYS)
        self._lay_out()
        self._wire()
        self._keep_watch()
        self.look()

    def _lay_out(self) -> None:
        theme = self.theme
        self.foot = Label(theme, "", "label", "ink2", where="console", wrap=True)
        self.foot.setObjectName("console.prompts.foot")
        self.more = underlined(theme, lambda: self.turn(1), name="console.prompts.more", side=_SIDE)
        self.more.setText("More →")
        self.more.setAccessibleName("More questions")
        self.more.setFont(theme.font("label", "console"))
        self.problem = Label(theme, "", "label", "note", where="console", wrap=True)
        self.problem.setObjectName("console.prompts.problem")
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(theme.px(INDENT), 0, -theme.px(_SIDE), 0)
        row.addWidget(self.foot, 1)
        row.addWidget(self.more)
        self.add_wide(self.list)
        self.add_wide(inset(theme, below, self.problem))

    def _wire(self) -> None:
        self.list.sent.connect(self.send_or_take_away)
        self.list.turned.connect(self.turn)
        self.list.beyond.connect(self._walk_on)
        self.list.edited.connect(self._edit)
        self.list.added.connect(self._add)
        self.list.hid.connect(self._hide)
        self.list.attended.connect(lambda _here: self._say())
        self.list.selectionModel().currentChanged.connect(lambda *_rows: self._say())

    # -- following -----------------------------------------------------------------------------

    def follow(self, delta: Delta) -> None:
        """An edit may make another situation of this one; keys on the Stage come first."""
        if delta.touches(*_FOLLOWED) and not self._soon.isActive():
            self._soon.start()

    def place_changed(self, phase: Phase, selected: str | None) -> None:
        """The Stage shows another phase, or another row is current there."""
        self._phase, self._selected = phase, selected
        self.look()

    def look(self) -> None:
        """Show the questions for what holds now; the same ones stay as they are."""
        self._soon.stop()
        review = self.desk.review
        self._about = about(review, self._selected)
        self.say(self._about)
        names = situations(review, self._phase, self._selected)
        if names != self._names:
            self._names, self._first, self._told = names, 0, ""
            self._offered = self._book.for_situations(names)
            self._show()

    def reload(self) -> None:
        """Show the same place after questions have been changed."""
        row = self.list.currentIndex().row()
        self._offered = self._book.for_situations(self._names)
        self._first = max(0, min(self._first, len(self._offered) - SHOWN))
        self._show(row)

    def turn(self, pages: int) -> None:
        """Show the next questions, or those before; after the last come the first."""
        self._told = ""
        last = max(0, len(self._offered) - SHOWN)
        if pages > 0:
            self._first = 0 if self._first >= last else min(last, self._first + SHOWN)
        else:
            self._first = last if self._first <= 0 else max(0, self._first - SHOWN)
        self._show(self.list.currentIndex().row())

    def _walk_on(self, step: int) -> None:
        """To the question behind the last one shown, or before the first."""
        if len(self._offered) <= SHOWN:
            return
        to = (self._first + (SHOWN if step > 0 else -1)) % len(self._offered)
        self.turn(step)
        self.list.choose_row(to - self._first)

    def _show(self, row: int = 0) -> None:
        shown = self._offered[self._first : self._first + SHOWN]
        self.list.show_prompts(shown, self.on_stage, row)
        self._say()

    def _say(self) -> None:
        """Say below the list what its keys do, or how many questions there are."""
        all_of_them = len(self._offered)
        end = min(self._first + SHOWN, all_of_them)
        words = f"{self._first + 1} to {end} of {all_of_them}" if all_of_them else "No question."
        if self.on_stage is not None and self.on_stage not in self.list.prompts.prompts:
            words = f"Another question is on the Stage · {words}"
        self.foot.setText(self._told or (self._keys() if self.list.hasFocus() else words))
        self.more.setVisible(all_of_them > SHOWN)
        self.problem.setText(self._book.problem)
        self.problem.setVisible(bool(self._book.problem))

    def _keys(self) -> str:
        return f"Enter {'takes away' if self._current_there else 'sends'} · {_KEYS}"

    # -- the Stage -----------------------------------------------------------------------------

    @property
    def on_stage(self) -> Prompt | None:
        """The question that is on the Stage."""
        card = self.desk.host.card()
        return card.prompt if isinstance(card, PromptCard) else None

    @property
    def _current_there(self) -> bool:
        return self.on_stage is not None and self.on_stage == self.list.current

    def send(self) -> None:
        """Show the current question on the Stage."""
        if self._soon.isActive():
            self.look()
        prompt = self.list.current
        if prompt is not None:
            self.desk.host.show_card(PromptCard(self.console.stage_desk, prompt, self._about))
            self._keep_watch()
            self._mark()

    def take_away(self) -> None:
        """Take the question off the Stage."""
        if self.on_stage is not None:
            self.desk.host.close_card()
            self._mark()

    def send_or_take_away(self) -> None:
        """Show the current question on the Stage, or take it away if it is there."""
        if self._current_there:
            self.take_away()
        else:
            self.send()

    def _keep_watch(self) -> None:
        """Hear when the card goes, whoever takes it away."""
        card = self.desk.host.card()
        if isinstance(card, PromptCard):
            card.left.connect(self._mark)

    def _mark(self) -> None:
        self.list.mark(self.on_stage)
        self._say()

    # -- changing ------------------------------------------------------------------------------

    def open_sheet(self) -> None:
        """All questions, to be changed."""
        self._open(None)

    def _edit(self) -> None:
        if (prompt := self.list.current) is not None:
            self._open(prompt, "change")

    def _add(self) -> None:
        self._open(self.list.current, "add")

    def _open(self, prompt: Prompt | None, task: str = "") -> None:
        from facilitator.ui.console.prompts_sheet import PromptsSheet  # noqa: PLC0415 - seldom

        # Over this window, and never over the Stage: what is not sent is not for the room.
        window = self.window()
        window.raise_()
        window.activateWindow()
        sheet = PromptsSheet(self.theme, self._book, prompt or self.list.current, task)
        sheet.changed.connect(self.reload)
        sheet.open_over(window)

    def _hide(self) -> None:
        prompt = self.list.current
        if prompt is None:
            return
        try:
            self._book.remove(prompt.id)
            self._told = _HIDDEN
        except RuleViolation as refusal:
            self._told = refusal.reason
        self.reload()

    # -- the window ----------------------------------------------------------------------------

    def focus_start(self) -> None:
        """Take the keys."""
        self.list.setFocus()

    def leave(self) -> None:
        """Stop following."""
        self._soon.stop()
        card = self.desk.host.card()
        if isinstance(card, PromptCard):
            card.left.disconnect(self._mark)
