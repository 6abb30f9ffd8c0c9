"""How we work here: the directive and the ground rules of the opening card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.ui.brief.panel import inset
from facilitator.ui.brief.paragraph import Paragraph

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from facilitator.domain.records import Opening
    from facilitator.ui.theme import Theme

HEADING = "How we work here"
_HEAD, _GAP, _BELOW, _AROUND = 36, 8, 26, 12


class GroundRules(QWidget):
    """The words of the opening card: they are read out here, and changed there."""

    def __init__(self, theme: Theme, opening: Opening) -> None:
        super().__init__()
        self._theme, self._opening = theme, opening
        self._directive: Paragraph | None = None
        self._rules: list[Paragraph] = []
        self.setObjectName("brief.ground_rules")
        self.setAccessibleName(HEADING)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say()

    def show_opening(self, opening: Opening) -> None:
        """Say other words."""
        if opening != self._opening:
            self._opening = opening
            self._say()
            self._break()
            self.update()

    def _say(self) -> None:
        words = (self._opening.directive, *self._opening.rules)
        self.setAccessibleDescription(" ".join(filter(None, words)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words at this width."""
        super().resizeEvent(event)
        self._break()

    def _break(self) -> None:
        theme, opening = self._theme, self._opening
        width = self.width() - 2 * inset(theme)
        words = opening.directive
        self._directive = Paragraph(theme, words, "directive", width, even=True) if words else None
        self._rules = [Paragraph(theme, rule, "text", width) for rule in opening.rules]
        self.setFixedHeight(self._first_rule + sum(self._pitch(each) for each in self._rules) + 1)

    @property
    def _first_rule(self) -> int:
        height = self._directive.height if self._directive else 0
        return self._theme.px(_HEAD + _GAP) + height + self._theme.px(_BELOW)

    def _pitch(self, rule: Paragraph) -> int:
        return rule.height + 2 * self._theme.px(_AROUND) + 1

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Heading, directive, and the rules between lines."""
        painter, theme = QPainter(self), self._theme
        edge = inset(theme)
        painter.setPen(theme.colour("ink2"))
        painter.setFont(theme.font("heading"))
        head = QRectF(edge, 0, self.width() - edge, theme.px(_HEAD))
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, HEADING)
        painter.setPen(theme.colour("ink"))
        if self._directive is not None:
            self._directive.draw(painter, edge, theme.px(_HEAD + _GAP))
        top, width = self._first_rule, self.width() - 2 * edge
        for rule in self._rules:
            painter.fillRect(edge, top, width, 1, theme.colour("rule"))
            rule.draw(painter, edge, top + 1 + theme.px(_AROUND))
            top += self._pitch(rule)
        painter.fillRect(edge, top, width, 1, theme.colour("rule"))
