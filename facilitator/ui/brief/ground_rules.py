"""How we work here: the directive and the four ground rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.ui.brief.panel import inset
from facilitator.ui.brief.paragraph import Paragraph

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from facilitator.ui.theme import Theme

HEADING = "How we work here"
DIRECTIVE = (
    "Everyone did what made sense to them at the time, with what they could see. "
    "We are here to find out how the system allowed it, and to change the system."
)
RULES = (
    "Ask how, not who.",
    "Say what you saw, not what you now know.",
    "Question the drawing, not the person.",
    "Anyone may say “park it”.",
)
_HEAD, _GAP, _BELOW, _AROUND = 36, 8, 26, 12


class GroundRules(QWidget):
    """The same words at every review: they are read out, not changed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._directive: Paragraph | None = None
        self._rules: list[Paragraph] = []
        self.setObjectName("brief.ground_rules")
        self.setAccessibleName(HEADING)
        self.setAccessibleDescription(" ".join((DIRECTIVE, *RULES)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words at this width."""
        super().resizeEvent(event)
        theme = self._theme
        width = self.width() - 2 * inset(theme)
        self._directive = Paragraph(theme, DIRECTIVE, "directive", width, even=True)
        self._rules = [Paragraph(theme, rule, "text", width) for rule in RULES]
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
