"""What stands where there is no review to list: how to begin, or why nothing is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from facilitator.ui.kit import Label, draw_key_cap
from facilitator.ui.library.columns import OVERHANG
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from facilitator.ui.theme import Theme

NOTHING_FITS = (
    "No review holds all of these words. Esc empties the line.\n\n"
    "“Words in quotes” stand side by side, and a minus leaves out what has the word. service:, "
    "class:, owner:, family:, severity:, status:, before:, after:, open and overdue narrow; notes: "
    "looks into your private notes. F1 shows them all."
)
NOTHING_TRASHED = "Nothing in the trash has all of these words. Esc empties the line."
TRASH_EMPTY = "The trash is empty. Esc goes back to the reviews."
_NEW = "One review for each incident: what happened, what made it possible, what will change."
_IMPORT = "Chats, alerts, logs, and the post-mortems you have: drop them here, or a whole folder."
_SAMPLE = "A finished one to look around in. It can be changed and thrown away like any other."
_PAD, _GAP, _CAP, _WIDE = 10, 10, 26, 560


class Plate(QAbstractButton):
    """A dashed plate with a key and what it does: the first object, still to be made."""

    def __init__(self, theme: Theme, name: str, keys: str, words: str) -> None:
        super().__init__()
        self._theme, self._keys, self._words = theme, keys, words
        self.setObjectName(name)
        self.setAccessibleName(f"{words}, {keys}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())

    def _cap(self) -> int:
        width = self._theme.metrics("label", weight=500).horizontalAdvance(self._keys)
        return round(width) + self._theme.px(14)

    def sizeHint(self) -> QSize:
        """Key and words with room around them."""
        px = self._theme.px
        words = round(self._theme.metrics("named", weight=600).horizontalAdvance(self._words))
        width = px(_PAD) + self._cap() + px(_GAP) + words + px(_PAD + 6)
        return QSize(width, px(tokens()["selection"]["ghost"]["height"]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dashed, or solid while it has the focus."""
        theme, painter = self._theme, QPainter(self)
        ghost = tokens()["selection"]["ghost"]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("accent"), 3 if self.hasFocus() else ghost["pen"])
        if not self.hasFocus():
            pen.setDashPattern([each / ghost["pen"] for each in ghost["dash"]])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(theme.colour("paper"))
        half, radius = pen.widthF() / 2, theme.px(ghost["radius"])
        outline = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(outline, radius, radius)
        draw_key_cap(painter, theme, self._cap_box(), self._keys)
        painter.setPen(theme.colour("accent"))
        painter.setFont(theme.font("named", weight=600))
        words = QRectF(self.rect()).adjusted(theme.px(_PAD + _GAP) + self._cap(), -1, 0, -1)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)

    def _cap_box(self) -> QRect:
        px = self._theme.px
        height = px(_CAP)
        box = self.rect()
        return box.adjusted(
            px(_PAD),
            (box.height() - height) // 2,
            px(_PAD) + self._cap() - box.width(),
            (box.height() - height) // 2 + height - box.height(),
        )


class EmptyLibrary(QWidget):
    """The ways to begin; ``run`` runs their command."""

    def __init__(self, theme: Theme, run: Callable[[str], object]) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("library.empty")
        new = Plate(theme, "library.empty.new", "Ctrl N", "new review")
        brought = Plate(theme, "library.empty.import", "Ctrl I", "import what there is")
        sample = Plate(theme, "library.empty.sample", "Ctrl Shift N", "open the sample")
        new.clicked.connect(lambda _on: run("library.new"))
        brought.clicked.connect(lambda _on: run("library.import"))
        sample.clicked.connect(lambda _on: run("library.sample"))
        column = QVBoxLayout(self)
        px = theme.px
        column.setContentsMargins(px(OVERHANG), px(24), px(OVERHANG), px(24))
        column.setSpacing(px(12))
        column.addStretch(2)
        for plate, sentence in ((new, _NEW), (brought, _IMPORT), (sample, _SAMPLE)):
            words = Label(theme, sentence, "text", "ink2", wrap=True)
            words.setMaximumWidth(px(_WIDE))
            column.addWidget(plate)
            column.addWidget(words)
            column.addSpacing(px(28))
        column.addStretch(3)
