"""The sheet: for whom, to which file, what still stands in it, and then where it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout

from facilitator.app import export
from facilitator.app.release import ACCEPTED, accepting, held_back
from facilitator.domain.private_notes import WARNING
from facilitator.domain.words import Audience
from facilitator.exchange.mail import mail_text
from facilitator.ui.brief.tick_box import TickBox
from facilitator.ui.export.how import How
from facilitator.ui.export.names import named, proposed_path
from facilitator.ui.export.residue_panel import ResiduePanel
from facilitator.ui.export.work import Work
from facilitator.ui.export.writing_sheet import WritingSheet
from facilitator.ui.kit import Label, button
from facilitator.ui.timeline.choice_row import ChoiceRow

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from facilitator.app.release import Prepared
    from facilitator.ui.desk import Desk
    from facilitator.ui.export.house import House

_FORMS = (
    "The ending says the form: .pdf to read and send round · .md for a wiki · .txt for a mail · "
    ".svg, .png the timeline or the tree · .csv the actions for a tracker · .json for scripts · "
    ".review for another Facilitator. Up and Down choose for whom."
)
_NOT_IN_TABLES = "A .csv file never holds private notes. Choose another form, or leave them out."
_READERS = (
    (Audience.INTERNAL.value, "The team"),
    (Audience.WIDE.value, "The wider organisation"),
    (Audience.BRIEF.value, "Everybody, on one page"),
)
_WHAT = {
    Audience.INTERNAL: "Everything but private notes.",
    Audience.WIDE: "Roles for names, masked words masked, no links, tickets or sources; of the "
    "timeline what is starred or marked.",
    Audience.BRIEF: "One page: what happened, the findings in focus, the durable actions, where "
    "else.",
}
_FOR = {
    Audience.INTERNAL: "the team",
    Audience.WIDE: "the wider organisation",
    Audience.BRIEF: "everybody",
}
_TICK, _WIDTH = 34, 940
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ExportSheet(WritingSheet):
    """Enter in the line writes the file, unless something stands in it that nobody accepted."""

    def __init__(self, desk: Desk, house: House) -> None:
        self._desk, self._house = desk, house
        self._looking: Work | None = None
        self._prepared: Prepared | None = None
        self._proposed = proposed_path(desk.review)
        super().__init__(desk.theme, "Export this review", "export", self._proposed, _WIDTH)
        self.audience = ChoiceRow(self.theme, "export.audience", "Written for", _READERS)
        self.audience.show_value(Audience.INTERNAL.value)
        self.audience.setAccessibleDescription("Up and Down in the line of the file choose")
        self.what = Label(self.theme, _WHAT[Audience.INTERNAL], "label", "ink2", wrap=True)
        self.panel = ResiduePanel(desk, house)
        self.panel.hide()
        self.private = TickBox(self.theme)
        self.private.setObjectName("export.private")
        self.private.setAccessibleName("Include my private notes")
        self.warning = Label(self.theme, WARNING, "label", "note", wrap=True)
        self.warning.setObjectName("export.warning")
        self.warning.hide()
        self.how = How(self.theme, house)
        self.choices = (self.audience, self.panel, self.private, self.how)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        theme = self.theme
        self.copy = button(theme, "Copy as mail text", self._copy, name="export.copy")
        for widget in (self.audience, self.what, self.panel, self.line, self.how, self.said):
            self.card_column.addWidget(widget)
        self.asking = self._asking()
        self.card_column.addLayout(self.asking)
        self.card_column.addWidget(self.warning)
        self.card_column.addWidget(self.bar)
        self.card_column.addLayout(self.buttons(self.copy))
        self.forms = Label(theme, _FORMS, "label", "ink2", wrap=True)
        self.card_column.addWidget(self.forms)

    def _asking(self) -> QHBoxLayout:
        """The box for the private notes: off, and never remembered."""
        self.private.setFixedWidth(self.theme.px(_TICK))
        self.private_words = Label(self.theme, "Include my private notes", "label")
        row = QHBoxLayout()
        row.addWidget(self.private)
        row.addWidget(self.private_words)
        row.addStretch(1)
        return row

    def _wire(self) -> None:
        self._show_shapes(self.line.text())
        self.audience.chosen.connect(self._choose_audience)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(lambda _text: self.say(""))
        self.line.textChanged.connect(self._show_shapes)
        self.panel.changed.connect(self._look)
        self.panel.cleared.connect(self.line.setFocus)
        self.panel.accept.returnPressed.connect(self.start)
        self.private.toggled.connect(self._private_asked)

    # -- for whom ------------------------------------------------------------------------------

    @property
    def readers(self) -> Audience:
        """Whom the document is for."""
        return Audience(self.audience.value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the line choose for whom it is."""
        if watched is self.line and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key())) if isinstance(event, QKeyEvent) else None
            if step is not None:
                self._step_audience(step)
                return True
        return super().eventFilter(watched, event)

    def _step_audience(self, step: int) -> None:
        if self.is_writing:
            return
        values = list(self.audience.buttons)
        place = values.index(self.audience.value) + step
        if 0 <= place < len(values):
            self.audience.buttons[values[place]].setChecked(True)

    @property
    def is_looking(self) -> bool:
        """Whether a document is being looked through."""
        return self._looking is not None

    def _choose_audience(self, value: str) -> None:
        audience = Audience(value)
        self.what.setText(_WHAT[audience])
        for_team = audience is Audience.INTERNAL
        self.private.setChecked(self.private.isChecked() and for_team)
        for each in (self.private, self.private_words):
            each.setVisible(for_team)
        self.panel.setVisible(not for_team)
        self._show_shapes(self.line.text())
        self._look_no_more()
        # What may be written over, and opened, is the document for the readers before.
        self._agreed = None
        self.forget_written()
        if for_team:
            self.say("")
            self._propose(proposed_path(self._desk.review))
        else:
            self._look()

    def _propose(self, path: Path) -> None:
        """Another name, unless somebody has typed one."""
        if named(self.line.text().strip()) == self._proposed:
            self._proposed = path
            self.line.setText(str(path))

    def _look(self) -> None:
        """Look through the document, in a thread: a long one takes a while."""
        self._look_no_more()
        self.say("")
        self.panel.look()
        review, audience = self._desk.review, self.readers
        self._looking = Work(lambda _step: self._house.prepare(review, audience))
        self._looking.start(self._looked, self._not_looked)

    def _look_no_more(self) -> None:
        """What was found holds no longer, nor is what may yet be found of use."""
        if self._looking is not None:
            self._looking.cancel()
        self._looking = self._prepared = None

    def _looked(self, prepared: Any) -> None:
        self._looking, self._prepared = None, prepared
        self.panel.show_found(prepared)
        self._fit()
        self._propose(proposed_path(prepared.shown, prepared.audience))

    def _not_looked(self, sentence: str) -> None:
        self._looking = None
        self.say(sentence)

    def _private_asked(self, on: bool) -> None:
        self.warning.setVisible(on)
        self.private.setAccessibleDescription(WARNING if on else "")
        self.say("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the words that help give way to those that count."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show what helps as far as there is room for it."""
        room = self.height() - 2 * self.theme.px(8)
        helping = (self.forms, self.what, self.panel.keys, self.how)
        wanted = (True, True, self.panel.has_found, self.how.asks)
        for each, shown in zip(helping, wanted, strict=True):
            each.setVisible(shown)
        for each in helping:
            if self.isHidden() or self.card_column.minimumHeightForWidth(self.card.width()) <= room:
                break
            each.hide()

    def _show_shapes(self, typed: str) -> None:
        """What a picture or a table is of, once the ending says that it is one."""
        suffix = export.suffix_of(named(typed.strip()))
        self.how.show_for(suffix, self.readers)
        self._fit()

    # -- writing -------------------------------------------------------------------------------

    def start(self) -> None:
        """Write the file, or say what is in the way."""
        if self.is_writing or self._looking is not None:
            return
        out = named(self.line.text().strip())
        suffix = export.suffix_of(out)
        if suffix is None:
            self.say(f"The name should end with one of .{', .'.join(export.SUFFIXES)}.")
        elif self.private.isChecked() and suffix not in export.PRIVATE_SUFFIXES:
            self.say(_NOT_IN_TABLES)
        elif self.is_free(out) and self._may_leave(suffix):
            self._run(out, suffix)

    def _may_leave(self, suffix: str) -> bool:
        """Whether nothing stands in it, or what does was accepted, which is recorded first."""
        if self.readers is Audience.INTERNAL:
            return True
        prepared, accepted = self._prepared, self.panel.accepted
        if prepared is None:
            return False
        if not prepared.may_leave(accepted):
            # It is the list, not the name of the file, that is in the way.
            words = f"{held_back(prepared)} Mask, allow or reword it, or say why it may leave."
            self.say("")
            self.tell(words, "note")
            self._fit()
            self.panel.list.setFocus()
            return False
        if not prepared.residues:
            return True
        edit = accepting(prepared, suffix, accepted, self._house.now, self._house.new_id)
        refusal = self._desk.apply(ACCEPTED, edit)
        if refusal is not None:
            self.say(refusal.reason)
        return refusal is None

    def _run(self, out: Path, suffix: str) -> None:
        prepared = self._prepared
        review = self._desk.review if prepared is None else prepared.shown
        wish = self.how.wish(suffix, self.readers, private=self.private.isChecked())
        make = partial(
            export.rendered, review, suffix, self._house.now, self._house.fonts, wish=wish
        )
        self.begin(out, make)

    def written_words(self, out: Path) -> str:
        """For whom it is, and where."""
        return f"✓ Written for {_FOR[self.readers]}: {out}"

    def _copy(self) -> None:
        """Put the text of a mail on the clipboard, if it may leave."""
        if self._looking is not None or not self._may_leave("txt"):
            return
        prepared = self._prepared
        QApplication.clipboard().setText(
            mail_text(self._desk.review if prepared is None else prepared.shown)
        )
        self.tell("✓ Copied: paste it into a mail.", "ink")

    def cancel(self) -> None:
        """Look no longer either."""
        self._look_no_more()
        super().cancel()

    # -- words and ways ------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves a line that is open before it leaves the sheet."""
        if event.key() == Qt.Key.Key_Escape and self.panel.asking:
            self.panel.close_line()
            return
        super().keyPressEvent(event)

    def say(self, sentence: str) -> None:
        """What helps gives way to it."""
        super().say(sentence)
        self._fit()
