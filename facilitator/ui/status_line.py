"""The status line: keys on the left, how people are shown and when it was saved on the right."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

from facilitator.domain.words import NameUse
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.kit import Label, draw_key_cap

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from facilitator.ui.theme import Theme

_CAP_HEIGHT, _CAP_PADDING, _GAP, _BETWEEN = 26, 14, 8, 20
_APART = 14
_NAMES = {NameUse.ROLES: ("Roles, not names", "ink2"), NameUse.NAMES: ("Names shown", "note")}
"""What the room sees in the place of people, and its colour: names are out of the ordinary."""


class _Tick(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(18), theme.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        margin = self._theme.px(1)
        box = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        Glyphs(QPainter(self), self._theme).evidence("supported", box, self._theme.colour("ink"))


class _Hints(QWidget):
    """Key caps and words in one painted row: they change at every other key."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[tuple[str, str], ...] = ()
        self.setObjectName("status.hints")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_hints(self, hints: tuple[tuple[str, str], ...]) -> None:
        """Show these instead."""
        if hints != self._shown:
            self._shown = hints
            self.setAccessibleName(", ".join(f"{keys}: {words}" for keys, words in hints))
            self.update()

    def wanted(self) -> int:
        """The width that all of them take."""
        caps = self._theme.metrics("label", weight=500)
        labels = self._theme.metrics("label")
        return sum(
            round(caps.horizontalAdvance(keys))
            + ceil(labels.horizontalAdvance(words))
            + self._theme.px(_CAP_PADDING + _GAP + _BETWEEN)
            for keys, words in self._shown
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hints that fit whole."""
        theme, painter = self._theme, QPainter(self)
        caps, labels = theme.metrics("label", weight=500), theme.metrics("label")
        left, high = 0, theme.px(_CAP_HEIGHT)
        for keys, words in self._shown:
            wide = round(caps.horizontalAdvance(keys)) + theme.px(_CAP_PADDING)
            start = left + wide + theme.px(_GAP)
            right = start + ceil(labels.horizontalAdvance(words))
            if right > self.width():
                return
            cap = QRect(left, (self.height() - high) // 2, wide, high)
            draw_key_cap(painter, theme, cap, keys)
            painter.setFont(theme.font("label"))
            painter.setPen(theme.colour("ink2"))
            room = QRect(start, 0, right - start, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
            left = right + theme.px(_BETWEEN)


class StatusLine(QWidget):
    """44 px at the foot of the Stage."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._telling = theme, False
        self.setFixedHeight(theme.px(44))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(40), 1, theme.px(40), 0)
        row.setSpacing(theme.px(10))
        self._hints = _Hints(theme)
        row.addWidget(self._hints, 1)
        self.names = Label(theme, "", "label", "ink2")
        self.names.setObjectName("status.names")
        row.addWidget(self.names)
        self._apart = QSpacerItem(theme.px(_APART), 0)
        row.addItem(self._apart)
        self._tick = _Tick(theme)
        self._tick.setObjectName("status.done")
        row.addWidget(self._tick)
        self.saved = Label(theme, "", "label", "ink2")
        self.saved.setObjectName("status.saved")
        row.addWidget(self.saved)
        self._said = ("", "")
        self.show_names(NameUse.ROLES)
        self.say_saved("")

    def show_names(self, names: NameUse) -> None:
        """Say whether the room sees roles or names."""
        words, colour = _NAMES[names]
        if self.names.text() != words:
            self.names.setText(words)
            self.names.set_colour(colour)
            # That names are shown is out of the ordinary: the room has to know.
            self._telling = names is NameUse.NAMES
            self._give_way()

    def show_hints(self, hints: tuple[tuple[str, str], ...]) -> None:
        """Show key caps and words, e.g. ``("F2", "Edit")``."""
        self._hints.show_hints(hints)
        self._give_way()

    def say_saved(self, words: str, step: str = "", *, done: bool = True) -> None:
        """Show when the last edit was saved, e.g. ``Saved 14:02``, and perhaps what was done.

        What could not be done stands there without a tick.
        """
        self._said = (words, step)
        whole = " · ".join(filter(None, self._said))
        self.saved.setAccessibleName(whole or "Nothing to save yet")
        self._tick.setVisible(bool(whole) and done)
        self._fit_saved()
        self._give_way()

    def _fit_saved(self) -> None:
        """What was done comes before when; of a long one beginning and end are shown."""
        step = self._said[1]
        whole, metrics = " · ".join(filter(None, self._said)), self._theme.metrics("label")
        room = self.width() - self._tick.width() - self._theme.px(2 * 40 + 3 * 10 + _APART)
        if step and metrics.horizontalAdvance(whole) > room:
            whole = metrics.elidedText(step, Qt.TextElideMode.ElideMiddle, room)
        self.saved.setText(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What there is no room for goes."""
        super().resizeEvent(event)
        self._fit_saved()
        self._give_way()

    def _give_way(self) -> None:
        """Keys and the time of saving are needed more than that people are roles, as ever."""
        px = self._theme.px
        taken = self._hints.wanted() + self.names.sizeHint().width() + self.saved.sizeHint().width()
        taken += self._tick.width() + px(2 * 40 + 3 * 10 + _APART)
        self.names.setVisible(self._telling or taken <= self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the well and the rule above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("well"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("rule"))
