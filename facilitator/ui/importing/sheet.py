"""The import sheet: what was read, what is still asked, and the lines to sort out before Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton

from facilitator.app.basket import Basket, Taken
from facilitator.domain.day_words import format_day
from facilitator.domain.text import shortened
from facilitator.domain.times import format_time
from facilitator.domain.typed_zones import has_clocks, local
from facilitator.exchange.readers.document.document_day import day_in_name
from facilitator.exchange.source_rows import Fate, Standing, spanned
from facilitator.ui.brief.facts_line import incident_day
from facilitator.ui.importing.lines import (
    EventLine,
    MoreLine,
    lines_of,
    marked_rows,
    shared_tickets,
)
from facilitator.ui.importing.lines_list import OTHERWISE, LinesList
from facilitator.ui.importing.questions import QuestionBar
from facilitator.ui.importing.reading import Reading
from facilitator.ui.kit import Label, button
from facilitator.ui.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from facilitator.app.importing import Intake
    from facilitator.app.reading import Source
    from facilitator.domain.records import Review
    from facilitator.ui.importing.lines import Line
    from facilitator.ui.theme import Theme

_WIDTH = 1280
_NAMED = 4
"""So many sources are named one by one."""
_MANY = "All {} post-mortems would come into this one review; in the library each becomes its own."
_LONG = 5_000
"""So many events take longer than one waits without a word."""
_BUSY = 100
"""More than so many events are a channel, no story yet."""
_SORT = (
    "Space takes or leaves · * into the story · J joins to the one before · M marks · "
    "N what is folded away · A all · S only what is proposed · Z other zone or day · Enter takes "
    "them in, Esc leaves all as it is"
)
_FILES = (
    "Space takes or leaves · A all · Z other zones · Enter takes them in, Esc leaves all as it is"
)
_LOSES = "What you sorted out would be lost. Esc once more leaves all as it is."
_READING = "Esc gives up reading; nothing is changed."
_ASKING = "Answer to see where everything stands; nothing is taken in before."


class Target(Protocol):
    """Where the import goes: an open review, or the library."""

    @property
    def review(self) -> Review | None:
        """The review it goes into; None for the library."""

    @property
    def zone(self) -> str:
        """The usual clocks there."""

    @property
    def today(self) -> date:
        """Today there."""

    def new_id(self) -> str:
        """An id for a new row."""

    def known(self, basket: Basket) -> None:
        """Leave out what is known from before."""

    def take(self, basket: Basket) -> str:
        """Take it in; a sentence if that is refused, and then nothing has changed."""


class ImportSheet(Sheet):
    """Reads in the background, asks, shows, and takes in as one edit."""

    def __init__(
        self, theme: Theme, sources: Sequence[Source], target: Target, kept: Sequence[Taken] = ()
    ) -> None:
        """``kept`` are sources that were imported before; what was left out of them is shown."""
        super().__init__(theme, "What was left out" if kept else "Import", width=_WIDTH)
        self._kept = tuple(kept)
        self.setObjectName("import")
        self.target, self.basket, self._files = target, Basket(), False
        self._warned = False
        self.told = Label(theme, "Reading…", "text", wrap=True)
        self.told.setObjectName("import.told")
        self.span = Label(theme, "", "label", "ink2", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(theme.px(6))
        self.question = QuestionBar(theme, target.today, target.zone)
        self.question.answered.connect(self._answer)
        self.list = LinesList(theme)
        self.list.changed.connect(self._tell)
        self.problem = Label(theme, "", "label", "note", wrap=True)
        self.problem.setObjectName("import.problem")
        self.do: QPushButton = button(theme, "Take it in", self.take, name="import.do", main=True)
        self.hint = Label(theme, _READING, "label", "ink2", wrap=True)
        self._lay_out()
        self.reading = Reading(sources, target.new_id)
        queued = Qt.ConnectionType.QueuedConnection
        self.reading.came.connect(self._came, queued)
        self.reading.done.connect(self._done, queued)
        self.reading.refused.connect(self._refused, queued)
        self.closed.connect(self.reading.give_up)

    def open_over(self, window: QWidget, focus: QWidget | None = None) -> None:
        """Begin to read."""
        super().open_over(window, focus)
        if self._kept:
            self._done(list(self._kept))
        else:
            self.reading.begin()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.do)
        row.addStretch(1)
        for widget in (self.told, self.span, self.bar, self.question):
            self.card_column.addWidget(widget)
        self.card_column.addWidget(self.list, 1)
        self.card_column.addWidget(self.problem)
        self.card_column.addLayout(row)
        self.card_column.addWidget(self.hint)
        for hidden in (self.span, self.question, self.list, self.problem, self.do):
            hidden.hide()

    # -- reading -------------------------------------------------------------------------------

    def _came(self, number: int, total: int, name: str) -> None:
        self.bar.setRange(0, total if total > 1 else 0)
        self.bar.setValue(number)
        of = f"{number + 1:,} of {total:,}: " if total > 1 else ""
        self.told.setText(f"Reading {of}{name} …")

    def _refused(self, sentence: str) -> None:
        self.bar.hide()
        self.told.setText("This cannot be read.")
        self.complain(f"{sentence} Nothing was changed.")
        self.hint.setText("Esc goes back.")

    def _done(self, taken: list[Taken]) -> None:
        self.bar.hide()
        self.basket = Basket(taken)
        whole = any(each.review or (each.intake and each.intake.draft) for each in taken)
        self._files = self.target.review is None and whole
        if not any(each.usable for each in taken):
            self._refused("Nothing in it can be read.")
        if not self._kept:
            self.target.known(self.basket)
        answers: dict[str, str] = {}
        for each in taken:
            answers |= each.intake.answers if each.intake and self._kept else {}
        self._settle(answers)
        if self._kept:
            self.list.take_none()
        elif self._is_busy():
            self.list.take_all(proposed=True)

    def _is_busy(self) -> bool:
        """Whether there is so much that only what is proposed should come at first."""
        lines = [line for line in self.list.lines.all if line.taken and _is_said(line)]
        return len(lines) > _BUSY and any(line.proposed for line in lines)

    # -- questions -----------------------------------------------------------------------------

    def settle_again(self) -> None:
        """Show anew what was read otherwise, by the same answers."""
        self._settle(self.basket.answers)

    def _answer(self, name: str, value: str, alone: bool) -> None:
        asking = next((file for file, asked in self.basket.asked() if asked.id == name), None)
        if alone and asking is not None:
            asking.answers[name] = value
            self.settle_again()
        else:
            self._settle({**self.basket.answers, name: value})

    def _ask_again(self) -> None:
        """All questions anew: the span on the clocks of the review has shown a wrong answer."""
        for each in self.basket.taken:
            each.answers.clear()
        self._settle({})
        if not self.basket.asked():
            self.complain("Nothing was asked: every time in it says its day and its zone.")

    def _settle(self, answers: dict[str, str]) -> None:
        self.basket.settle(answers, self.target.review)
        asked = self.basket.asked()
        self.question.setVisible(bool(asked))
        self.do.setVisible(not asked and any(each.usable for each in self.basket.taken))
        lines = lines_of(self.basket, files=self._files)
        self.list.lines.show_lines(lines, self._zone(), several=len(self.basket.taken) > 1)
        self.list.setVisible(bool(lines))
        self.list.choose(0)
        if asked:
            file, question = asked[0]
            files = self.basket.asking(question.id)
            day = self._usual_day(file, files)
            self.question.ask(file.name, question, files=files, rest=len(asked) - 1, day=day)
            self.question.first().setFocus()
            self.hint.setText(_ASKING)
        elif lines:
            self.list.setFocus()
            self.hint.setText(_FILES if self._files else self._sorting())
        self._tell()
        self._fill()

    def _usual_day(self, file: Taken, files: int) -> date | None:
        """The day that a file has in its name, if it alone is asked; or that of the incident."""
        named = day_in_name(file.name) if files == 1 else None
        review = self.target.review
        return named or (incident_day(review) if review is not None else None)

    def _sorting(self) -> str:
        table = any(each.intake and each.intake.table for each in self.basket.taken)
        return f"{_SORT} · C other columns" if table else _SORT

    def _zone(self) -> str:
        """The clocks of the list: the review's, or those a new review would be on."""
        if self.target.review is not None:
            return self.target.review.time_zone
        given = self.basket.answers.get("zone", "")
        return given if has_clocks(given) else self.target.zone

    # -- what is told --------------------------------------------------------------------------

    def _tell(self) -> None:
        self.told.setText(self._files_told() if self._files else self._events_told())
        span = "" if self._files else self._spanned()
        self.span.setText(span)
        self.span.setVisible(bool(span))
        self._name_the_deed()

    def _name_the_deed(self) -> None:
        """The button says how much Enter takes in."""
        lines = self.list.lines.all
        count = sum(line.taken for line in lines)
        if self._files:
            words = "review" if count == 1 else "reviews"
        else:
            words = "event" if count == 1 else "events"
        more = any(isinstance(line, MoreLine) and line.mark for line in lines)
        self.do.setText(f"Take in {count:,} {words}{' and the rest' if more else ''}")
        self.do.setEnabled(count > 0 or more)
        self.do.setVisible((count > 0 or more) and not self.basket.asked())

    def _files_told(self) -> str:
        taken = self.basket.taken
        wanted = sum(each.usable and each.wanted for each in taken)
        told = f"{wanted:,} files become drafts in the library."
        if wanted == 1:
            told = "One file becomes a draft in the library."
        if there := sum(each.there for each in taken):
            told += f" {there:,} {'is' if there == 1 else 'are'} there already."
        if left := sum(not each.usable for each in taken):
            told += f" {left:,} cannot be read; each says why."
        return f"{told}{self._markers()}{self._tickets()}{self._secrets()}"

    def _events_told(self) -> str:
        intakes = self.basket.intakes()
        told = " ".join(map(_told, intakes)) if len(intakes) <= _NAMED else _told_together(intakes)
        drafts = sum(intake.draft is not None for intake in intakes)
        if drafts > 1 and self.target.review is not None:
            told += f" {_MANY.format(drafts)}"
        notes = " ".join(note for intake in intakes for note in intake.reading.notes)
        left = sum(len(intake.reading.left) for intake in intakes)
        out = " One line was passed over." if left == 1 else f" {left:,} lines were passed over."
        told = f"{told}{self._markers()}{out if left else ''} {notes}".strip()
        return f"{told}{self._tickets()}{self._secrets()}"

    def _wanted(self) -> list[Intake]:
        """The sources that would come as they stand."""
        taken = (each for each in self.basket.taken if each.wanted or not self._files)
        return [each.intake for each in taken if each.usable and each.intake is not None]

    def _markers(self) -> str:
        """How many moments would be marked: nobody should find them later."""
        count = sum(len(marked_rows(intake)) for intake in self._wanted())
        if not count:
            return ""
        return " One marker is proposed." if count == 1 else f" {count:,} markers are proposed."

    def _tickets(self) -> str:
        """Which tickets several actions carry; a slip, as a rule."""
        shared = [each for intake in self._wanted() for each in shared_tickets(intake.draft)]
        if not shared:
            return ""
        more = f" and {len(shared) - 1:,} more tickets" if len(shared) > 1 else ""
        are = "are" if more else "is"
        return f" {shortened(shared[0])}{more} {are} on more than one action."

    def _secrets(self) -> str:
        count = sum(intake.secrets for intake in self.basket.intakes())
        if not count:
            return ""
        what = "One key or password was" if count == 1 else f"{count:,} keys and passwords were"
        return f" {what} taken out on the way in."

    def _spanned(self) -> str:
        """First and last line on the review's clocks: a wrong zone shows here."""
        rows = [row for intake in self.basket.intakes() for row in intake.rows]
        found = spanned(rows)
        if found is None:
            return ""
        zone = self._zone()
        first, last = (
            f"{format_day(local(at, zone).date())} {format_time(at, zone)}" for at in found
        )
        return f"From {first} to {last}, on the clocks of {zone}."

    def complain(self, sentence: str) -> None:
        """Say why something was refused; an empty sentence takes that back."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    # -- keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes in; letters sort out."""
        key = event.key()
        if event.modifiers() & OTHERWISE:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self.do.isHidden():
            self.take()
        elif key == Qt.Key.Key_Escape and self._sorted_out() and not self._warned:
            self._warned = True
            self.complain(_LOSES)
        elif key == Qt.Key.Key_N and not self.list.isHidden():
            self._unfold()
        elif key == Qt.Key.Key_Z and not self.list.isHidden():
            self._ask_again()
        elif key == Qt.Key.Key_C and not self.list.isHidden():
            from facilitator.ui.importing.columns import choose_columns  # noqa: PLC0415 - rare

            choose_columns(self)
        elif key in {Qt.Key.Key_A, Qt.Key.Key_S} and not self.list.isHidden():
            self.list.take_all(proposed=key == Qt.Key.Key_S)
        else:
            super().keyPressEvent(event)

    def _sorted_out(self) -> bool:
        """Whether somebody has decided on a line."""
        return any(row.decided for intake in self.basket.intakes() for row in intake.rows)

    def take(self) -> None:
        """Take in what is wanted, and close."""
        if not self.do.isEnabled() or self.basket.asked():
            return
        self.complain("")
        self._say_if_long()
        refusal = self.target.take(self.basket)
        if refusal:
            self.complain(refusal)
            return
        self.close_sheet()

    def _say_if_long(self) -> None:
        """Writing tens of thousands of rows takes seconds, and nothing moves meanwhile."""
        count = sum(line.taken for line in self.list.lines.all)
        if not self._files and count > _LONG:
            self.told.setText(f"Taking in {count:,} events …")
            self.told.repaint()

    def _unfold(self) -> None:
        line = self.list.current_line()
        model = self.list.lines
        model.unfold(unfolded=not model.unfolded)
        self.list.choose(model.lines.index(line) if line in model.lines else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list takes the room there is."""
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        """Let the card grow to what its lines need, up to the height of the window."""
        self.list.updateGeometry()
        self._place()


def _is_said(line: Line) -> bool:
    """Whether it is from a channel or a log; a post-mortem was chosen from by its author."""
    return isinstance(line, EventLine) and line.intake.draft is None


def _told_together(intakes: Sequence[Intake]) -> str:
    """How much there is in many sources."""
    rows = [row for intake in intakes for row in intake.rows]
    taken = sum(row.fate is not Fate.LEAVE for row in rows)
    return f"{len(intakes):,} sources: {len(rows):,} entries, {taken:,} taken."


def _told(intake: Intake) -> str:
    """What a source was understood as, and how much of it is taken."""
    rows = [row for row in intake.rows if row.standing is Standing.NEW]
    there = len(intake.rows) - len(rows)
    noise = sum(bool(row.placed.entry.noise) for row in rows)
    taken = sum(row.fate is not Fate.LEAVE for row in rows)
    words = intake.words[:1].upper() + intake.words[1:]
    count = f"{len(intake.rows):,} {'entry' if len(intake.rows) == 1 else 'entries'}"
    named = "" if intake.reading.source.endswith("(pasted)") else f", {intake.reading.source}"
    told = f"{words}{named}: {count}, {taken:,} taken"
    if noise:
        told += f", {noise:,} folded away"
    if there:
        told += f", {there:,} there already"
    return f"{told}."
