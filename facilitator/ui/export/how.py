"""How a document is made beyond its ending: headings and order, of what, for which tracker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.app import export
from facilitator.app.outlines import outlines, own_outlines
from facilitator.domain.words import Audience
from facilitator.ui.timeline.choice_row import ChoiceRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.ui.export.house import House
    from facilitator.ui.theme import Theme

_WORDS = {"github": "GitHub", "gitlab": "GitLab", "facilitator": "Every column"}


class How(QWidget):
    """Rows of choices, of which those are seen that the ending of the file's name asks for."""

    def __init__(self, theme: Theme, house: House) -> None:
        super().__init__()
        self._theme = theme
        known = (*outlines(), *own_outlines(house.outlines))
        self._outlines = {each.id: each for each in known}
        self.outline = self._row(
            "export.outline", "Headings and order", [(each.id, each.words) for each in known]
        )
        self.shapes = {suffix: self._shapes_of(suffix) for suffix in export.SHAPES}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in (self.outline, *self.shapes.values()):
            column.addWidget(row)

    def show_for(self, suffix: str | None, audience: Audience) -> None:
        """Show what can be chosen for this form and these readers."""
        for each, row in self.shapes.items():
            row.setVisible(each == suffix)
        one_page = suffix == "pdf" and audience is Audience.BRIEF
        self.outline.setVisible(suffix in export.OUTLINED and not one_page)

    @property
    def asks(self) -> bool:
        """Whether there is anything to choose."""
        return not all(row.isHidden() for row in (self.outline, *self.shapes.values()))

    def wish(self, suffix: str, audience: Audience, *, private: bool) -> export.Wish:
        """What was chosen."""
        return export.Wish(
            audience,
            private=private,
            shape=self.shapes[suffix].value if suffix in self.shapes else "",
            outline=self._outlines[self.outline.value],
        )

    def _shapes_of(self, suffix: str) -> ChoiceRow:
        words = [(each, _WORDS.get(each, each.title())) for each in export.SHAPES[suffix]]
        return self._row(f"export.shape.{suffix}", "What the file holds", words)

    def _row(self, name: str, about: str, words: Sequence[tuple[str, str]]) -> ChoiceRow:
        row = ChoiceRow(self._theme, name, about, words)
        row.show_value(words[0][0])
        row.hide()
        return row
