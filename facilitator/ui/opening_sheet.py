"""The words of the opening card, to be changed: for this review, or as the usual ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from facilitator.app.opening_words import OpeningWords
from facilitator.domain.edits.meeting import set_opening
from facilitator.ui.field_sheet import FieldSheet
from facilitator.ui.fields import BoundText
from facilitator.ui.kit import Label, button

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.delta import Delta
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Opening, Review
    from facilitator.ui.desk import Desk

_WIDTH, _HEAD = 900, 130
_USUAL = "These are the usual words."
_OWN = "These words are for this review alone."
_KEPT = "Reviews that say nothing of their own open with these words now."
_NOT_KEPT = "The words could not be written to the settings folder. Nothing was changed."
_NOWHERE = "There is no settings folder to keep them in."


class OpeningSheet(FieldSheet):
    """Purpose, directive and rules; every change is an edit of the review."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, "opening.sheet", width=_WIDTH, head_width=_HEAD, title="Opening card"
        )
        self.words = OpeningWords(desk.settings.path)
        self.purpose = self._field("purpose", "Purpose", 1)
        self.directive = self._field("directive", "How we see it", 3)
        self.rules = self._rules()
        self.lay_out()
        self._add_foot()
        self._unsubscribe = desk.session.subscribe(self._follow)
        self.closed.connect(self._unsubscribe)
        self._say()

    @property
    def fields(self) -> tuple[BoundText, ...]:
        """From the top."""
        return (self.purpose, self.directive, self.rules)

    # -- fields --------------------------------------------------------------------------------

    def _field(self, name: str, words: str, lines: int) -> BoundText:
        def read(review: Review) -> str:
            return str(getattr(self.words.of(review), name))

        def put(opening: Opening, text: str) -> Opening:
            fields: dict[str, Any] = {name: text}
            return replace(opening, **fields)

        return self._bound(name, words, read, put, lines)

    def _rules(self) -> BoundText:
        def read(review: Review) -> str:
            return "\n".join(self.words.of(review).rules)

        def put(opening: Opening, text: str) -> Opening:
            return replace(opening, rules=tuple(text.split("\n")))

        return self._bound("rules", "Rules, one a line", read, put, 4)

    def _bound(
        self,
        name: str,
        words: str,
        read: Callable[[Review], str],
        put: Callable[[Opening, str], Opening],
        lines: int,
    ) -> BoundText:
        def edit(text: str) -> Edit:
            return lambda review: set_opening(put(self.words.of(review), text))(review)

        field = BoundText(
            self._desk,
            f"opening.{name}",
            words,
            read,
            edit,
            least_lines=lines,
            line=self.theme.line("text"),
        )
        field.setProperty("quiet", False)
        field.refused.connect(self.tell)
        label = self.add_row(words, field)
        label.setWordWrap(True)
        label.setContentsMargins(0, self.theme.px(5), 0, 0)
        self.grid.setAlignment(label, Qt.AlignmentFlag.AlignTop)
        return field

    # -- foot ----------------------------------------------------------------------------------

    def _add_foot(self) -> None:
        self.state = Label(self.theme, "", "label", "ink2", wrap=True)
        self.state.setObjectName("opening.state")
        self.back = button(self.theme, "Back to the usual words", self.go_back, name="opening.back")
        self.keep = button(
            self.theme, "Make these my usual words", self.make_usual, name="opening.keep"
        )
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(12))
        for each in (self.back, self.keep):
            row.addWidget(each)
        row.addStretch(1)
        self.card_column.addWidget(self.state)
        self.card_column.addLayout(row)

    def go_back(self) -> None:
        """Say nothing of its own in this review."""
        self._desk.apply("Usual opening words", set_opening(None))
        self.purpose.setFocus()

    def make_usual(self) -> None:
        """Keep these words for the reviews to come."""
        if all(field.settle() for field in self.fields):
            kept = self.words.keep(self.words.of(self._desk.review))
            self._say()
            self.state.setText(_KEPT if kept else _NOT_KEPT)

    # -- following -----------------------------------------------------------------------------

    def _follow(self, delta: Delta) -> None:
        if delta.touches("opening"):
            for field in self.fields:
                field.refresh(delta)
            self._say()

    def _say(self) -> None:
        """Whose words these are, and what can be done with them."""
        opening = self.words.of(self._desk.review)
        usual = opening == self.words.usual
        # A button that loses the keys by being disabled would leave them nowhere.
        self.back.setEnabled(not usual or self.back.hasFocus())
        self.keep.setEnabled(self.words.can_keep and (not usual or self.keep.hasFocus()))
        said = (_USUAL if usual else _OWN, self.words.problem)
        nowhere = "" if self.words.can_keep else _NOWHERE
        self.state.setText(" ".join(filter(None, (*said, nowhere))))
