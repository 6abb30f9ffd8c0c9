"""The facts on the right of the Timeline's head: remarks, days and zone, the story's share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.ui.glyphs import Glyphs
from facilitator.ui.kit import Label, underlined
from facilitator.ui.timeline.wording import count_words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.theme import Theme

_STAR, _APART, _USUAL = 22, 27, 900


class _Star(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(_STAR), theme.px(_STAR))

    def paintEvent(self, _event: QPaintEvent) -> None:
        Glyphs(QPainter(self), self._theme).star(QRectF(self.rect()), on=True)


class Facts(QWidget):
    """``remarks_asked`` tells that the remarks were clicked."""

    remarks_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(8), 0, 0)
        row.setSpacing(theme.px(_APART))
        self.remarks = underlined(theme, self.remarks_asked.emit, name="timeline.remarks", side=8)
        self.days = Label(theme, "", "label", "ink2")
        self.days.setObjectName("timeline.days")
        self.story = Label(theme, "", "label", weight=500)
        self.story.setObjectName("timeline.story")
        self._story = QWidget()
        story = QHBoxLayout(self._story)
        story.setContentsMargins(0, 0, 0, 0)
        story.setSpacing(theme.px(9))
        story.addWidget(_Star(theme))
        story.addWidget(self.story)
        self._wanted: set[QWidget] = {self.days}
        self._width = theme.px(_USUAL)
        row.addWidget(self.remarks)
        row.addWidget(self.days)
        row.addWidget(self._story)

    def show_days(self, words: str) -> None:
        """Show the days and the zone."""
        self.days.setText(words)

    def show_story(self, starred: int, total: int) -> None:
        """Show how many events tell the story; nothing while there are none."""
        self.story.setText(count_words(starred, total) if total else "")
        self._show(self._story, wanted=total > 0)

    def show_remarks(self, count: int) -> None:
        """Show how many remarks there are; nothing without."""
        words = f"{count} remark{'' if count == 1 else 's'}"
        self.remarks.setText(words)
        self.remarks.setAccessibleName(f"{words} on order and gaps")
        self._show(self.remarks, wanted=count > 0)

    def fit(self, width: int) -> None:
        """Leave out what there is no room for; first the days, which the strip tells too."""
        self._width = width
        parts = [each for each in (self.days, self._story, self.remarks) if each in self._wanted]
        for each in parts:
            each.show()
        for each in parts:
            each.setVisible(self.sizeHint().width() <= width)

    def _show(self, part: QWidget, *, wanted: bool) -> None:
        (self._wanted.add if wanted else self._wanted.discard)(part)
        part.setVisible(wanted)
        self.fit(self._width)
