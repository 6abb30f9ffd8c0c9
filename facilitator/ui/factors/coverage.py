"""The coverage strip: how many factors each family has, and which nobody asked about yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from facilitator.domain import tree
from facilitator.domain.words import Family
from facilitator.ui.factors.wording import family_word
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.page import Dock
from facilitator.ui.theme import tokens
from facilitator.ui.writing import Writing

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from facilitator.domain.records import Factor
    from facilitator.ui.desk import Desk
    from facilitator.ui.theme import Theme

_HEIGHT, _LEFT, _SHAPE, _INDENT, _RIGHT, _TOP = 76, 40, 20, 48, 18, 10
_SPARE = 28
_QUESTION = ("Have we asked", "about each?")


def count_words(count: int) -> str:
    """``4 factors``, ``1 factor`` or ``Not asked yet``."""
    if count == 0:
        return "Not asked yet"
    return "1 factor" if count == 1 else f"{count} factors"


class FamilyCell(QAbstractButton):
    """One family with its count."""

    def __init__(self, theme: Theme, family: Family) -> None:
        super().__init__()
        self.family = family
        self._theme = theme
        self._count, self._any = 0, False
        self.short = False
        self.setObjectName(f"factors.coverage.{family.value}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_count(self, count: int, *, any_asked: bool) -> None:
        """Take the family's count; until any family was asked about none stands out."""
        self._count, self._any = count, any_asked
        self.setAccessibleName(f"{family_word(self.family)}: {count_words(count)}")
        self.update()

    def word(self) -> str:
        """The family's full name, or the short one where there is little room."""
        if self.short:
            return str(tokens()["family"][self.family.value]["short"])
        return family_word(self.family)

    def sizeHint(self) -> QSize:
        """Shape, the longer of both lines, and space."""
        head = self._theme.metrics("label", weight=600).horizontalAdvance(self.word())
        count = self._theme.metrics("label", weight=600).horizontalAdvance("Not asked yet")
        width = self._theme.px(_INDENT + _RIGHT) + round(max(head, count))
        return QSize(width, self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw divider, shape and both lines."""
        theme, painter = self._theme, QPainter(self)
        px, line = theme.px, theme.line("label")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, 1, self.height(), theme.colour("rule"))
        box = QRectF(px(_SHAPE), px(_TOP + 3), px(_SHAPE), px(_SHAPE))
        Glyphs(painter, theme).family(self.family.value, box, asked=self._count > 0)
        self._write(painter, self.word(), px(_TOP), 600, "ink")
        missing = self._count == 0 and self._any
        colour = "note" if missing else "ink2"
        self._write(
            painter,
            count_words(self._count),
            px(_TOP) + line + px(2),
            600 if missing else 400,
            colour,
        )
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(6, 5, -5, -5), px(6), px(6))

    def _write(self, painter: QPainter, words: str, top: int, weight: int, colour: str) -> None:
        theme = self._theme
        left = theme.px(_INDENT)
        width = self.width() - left - theme.px(6)
        box = QRectF(left, top, width, theme.line("label"))
        Writing(painter, theme).line(box, words, "label", colour, weight)


class CoverageStrip(Dock):
    """The five families; emits ``chosen`` with a Family and ``left`` on Escape."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _HEIGHT)
        self.setObjectName("factors.coverage")
        self.setAccessibleName(" ".join(_QUESTION))
        self.cells = {family: FamilyCell(desk.theme, family) for family in Family}
        for family, cell in self.cells.items():
            cell.setParent(self)
            cell.clicked.connect(lambda _checked=False, family=family: self.chosen.emit(family))
        self.setFocusProxy(self.cells[Family.DESIGN_DECISION])
        self._asks = True

    def show_factors(self, factors: tuple[Factor, ...]) -> None:
        """Count the families anew."""
        counts = tree.coverage(factors)
        for family, cell in self.cells.items():
            cell.show_count(counts[family], any_asked=any(counts.values()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the families, Enter chooses, Escape goes back to the tree."""
        cells = list(self.cells.values())
        focused = next((i for i, cell in enumerate(cells) if cell.hasFocus()), 0)
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.key() in steps:
            step = steps[Qt.Key(event.key())]
            cells[(focused + step) % len(cells)].setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            cells[focused].click()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cells out; short words, then no question, where there is little room."""
        super().resizeEvent(event)
        title = self._title_width()
        widths: list[int] = []
        for short, self._asks in ((False, True), (True, True), (True, False)):
            for cell in self.cells.values():
                cell.short = short
            widths = [cell.sizeHint().width() for cell in self.cells.values()]
            used = sum(widths) + (title if self._asks else 0)
            if used <= self.width():
                break
        self._place(widths, title if self._asks else 0)

    def _place(self, widths: list[int], left: int) -> None:
        # What is left over goes behind the cells; what is missing is taken from all of them.
        room, wanted = self.width() - left, sum(widths)
        share = min(1.0, room / max(1, wanted))
        extra = min(self._theme.px(_SPARE), max(0, room - wanted) // len(widths))
        for cell, width in zip(self.cells.values(), widths, strict=True):
            last = cell.family is Family.ORGANISATIONAL_PRESSURE
            taken = self.width() - left if last else int(width * share) + extra
            cell.setGeometry(left, 1, taken, self.height() - 1)
            left += taken

    def _title_width(self) -> int:
        metrics = self._theme.metrics("label", weight=600)
        widest = max(metrics.horizontalAdvance(line) for line in _QUESTION)
        return self._theme.px(_LEFT + _RIGHT) + round(widest)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet and the question."""
        super().paintEvent(event)
        if not self._asks:
            return
        theme, painter = self._theme, QPainter(self)
        painter.setFont(theme.font("label", weight=600))
        painter.setPen(theme.colour("ink"))
        for index, line in enumerate(_QUESTION):
            top = theme.px(_TOP + 1) + index * (theme.line("label") + theme.px(2))
            box = QRectF(theme.px(_LEFT), top, self.width(), theme.line("label"))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)
