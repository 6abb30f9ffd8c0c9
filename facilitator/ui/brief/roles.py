"""Who is in the room, by role, in two columns; who is not stands below.

A long role takes a row of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from facilitator.ui.brief.panel import Panel
from facilitator.ui.brief.paragraph import Paragraph

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from facilitator.domain.records import Participant, Review
    from facilitator.ui.theme import Theme

_ROW, _HIGH, _AROUND, _GAP, _ABSENT_GAP = 46, 40, 4, 16, 8
NOBODY = "Nobody yet. Ctrl P says who is here."


def shown_as(person: Participant) -> str:
    """How somebody appears on the Stage: alias, else role, never the name."""
    return person.alias or person.role or "No role yet"


class Roles(Panel):
    """Alias or role of everybody."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "brief.roles", "In the room, by role")
        self.present: tuple[str, ...] = ()
        self.absent: tuple[str, ...] = ()
        self._below: Paragraph | None = None
        self._places: tuple[tuple[int, int, int], ...] = ()

    def show_review(self, review: Review) -> None:
        """Take the people."""
        people = review.participants
        self.present = tuple(shown_as(each) for each in people if each.attended)
        self.absent = tuple(shown_as(each) for each in people if not each.attended)
        spoken = (", ".join(self.present) or "Nobody yet", self._absent_words)
        self.setAccessibleDescription(". ".join(filter(None, spoken)))
        self.fit()

    @property
    def _absent_words(self) -> str:
        return f"Not here: {', '.join(self.absent)}" if self.absent else ""

    @property
    def _rows(self) -> int:
        return self._places[-1][0] + 1 if self._places else 1

    def _placed(self, room: float) -> tuple[tuple[int, int, int], ...]:
        """Row, first column and number of columns of everybody; one column has so much room."""
        wide_of, places = self.theme.metrics("text").horizontalAdvance, []
        row, column = 0, 0
        for words in self.present or (NOBODY,):
            span = 2 if wide_of(words) > room else 1
            if column + span > 2:
                row, column = row + 1, 0
            places.append((row, column, span))
            column += span
        return tuple(places)

    def arrange(self) -> int:
        """Two people a row, then those who are not here."""
        px, words = self.theme.px, self._absent_words
        width = self.inner.width()
        self._places = self._placed(width / 2 - px(_GAP))
        self._below = Paragraph(self.theme, words, "label", width) if words else None
        height = px(_ROW * self._rows + 2 * _AROUND - (_ROW - _HIGH))
        return height + (px(_ABSENT_GAP) + self._below.height if self._below else 0)

    def draw(self, painter: QPainter) -> None:
        """Roles row by row."""
        theme, inner = self.theme, self.inner
        painter.setFont(theme.font("text"))
        painter.setPen(theme.colour("ink" if self.present else "ink2"))
        half = inner.width() / 2
        for (row, column, span), words in zip(self._places, self.present or (NOBODY,), strict=True):
            left, top = inner.left() + column * half, theme.px(_AROUND + _ROW * row)
            box = QRectF(left, top, span * half - theme.px(_GAP), theme.px(_HIGH))
            text = theme.metrics("text").elidedText(words, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        if self._below is not None:
            painter.setPen(theme.colour("ink2"))
            top = theme.px(_AROUND + _ROW * self._rows - (_ROW - _HIGH) + _ABSENT_GAP)
            self._below.draw(painter, inner.left(), top)
