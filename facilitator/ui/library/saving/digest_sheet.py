"""The sheet that saves the learning digest: of which quarter, and to which file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from facilitator.domain.digest import read_quarter, title_of
from facilitator.domain.rules import RuleViolation
from facilitator.ui.export.names import named
from facilitator.ui.fields import mark
from facilitator.ui.kit import Label
from facilitator.ui.library.saving.sheet import SavingSheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.domain.trends import Quarter
    from facilitator.ui.export.work import Step
    from facilitator.ui.theme import Theme

    MakeOf = Callable[[Quarter, str, Step], tuple[bytes, str]]

_FORMS = (("pdf", "PDF, to read and send round"), ("md", "Markdown, for a wiki"))
_ASKS = "Of which quarter? People and masked words are in no digest."


class DigestSheet(SavingSheet):
    """Enter in either line writes what ``make(quarter, suffix, step)`` gives.

    That gives a sentence besides: what still stands in the digest, which is told with the file.
    """

    def __init__(self, theme: Theme, quarter: Quarter, make: MakeOf) -> None:
        self._quarter, self._make_of, self._left = quarter, make, ""
        title = "Save the learning digest"
        super().__init__(theme, title, _FORMS, title_of(quarter), self._digest)
        self.quarter = QLineEdit(quarter.key)
        self.quarter.setObjectName("saving.quarter")
        self.quarter.setAccessibleName("Quarter")
        self.quarter.setFont(theme.font("entry"))
        self.quarter.selectAll()
        self.choices = (*self.choices, self.quarter)
        self.quarter.textEdited.connect(self._rename)
        self.quarter.returnPressed.connect(self.start)
        self.card_column.insertWidget(1, Label(theme, _ASKS, "label", "ink2", wrap=True))
        self.card_column.insertWidget(2, self.quarter)
        self.setTabOrder(self.quarter, self.line)

    @property
    def first(self) -> QLineEdit:
        """The keys begin at the quarter."""
        return self.quarter

    def start(self) -> None:
        """Write the file of the quarter, or say at its line why there is none."""
        try:
            self._quarter = read_quarter(self.quarter.text())
        except RuleViolation as refusal:
            self.tell(refusal.reason, "note")
            mark(self.quarter, refusal.reason)
            self.quarter.setFocus()
        else:
            mark(self.quarter, "")
            super().start()

    def written_words(self, out: Path) -> str:
        """Where it is, and what to look at before it is sent round."""
        return "\n".join(filter(None, (super().written_words(out), self._left)))

    def _digest(self, suffix: str, step: Step) -> bytes:
        data, self._left = self._make_of(self._quarter, suffix, step)
        return data

    def _rename(self, typed: str) -> None:
        """The file is called after the quarter, unless somebody has named it otherwise."""
        self.tell("", "note")
        mark(self.quarter, "")
        try:
            quarter = read_quarter(typed)
        except RuleViolation:
            return
        path = named(self.line.text().strip())
        if path.stem == title_of(self._quarter):
            self.line.setText(str(path.with_name(f"{title_of(quarter)}{path.suffix}")))
        self._quarter = quarter
