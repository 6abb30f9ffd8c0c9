"""Small parts that every page is built from: labels, key caps, rules, headers, the banner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.theme import Theme

_SMALLEST = 0.6
"""The part of its size below which a question takes two lines."""


class Label(QLabel):
    """Plain text in one of the theme's roles; never reads markup."""

    def __init__(  # noqa: PLR0913 - a label is all about its looks
        self,
        theme: Theme,
        text: str = "",
        role: str = "text",
        colour: str = "ink",
        *,
        where: str = "stage",
        weight: int | None = None,
        wrap: bool = False,
    ) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(role, where, weight))
        self._theme = theme
        self.set_colour(colour)
        self.setWordWrap(wrap)

    def set_colour(self, role: str) -> None:
        """Colour the text by role."""
        self.setStyleSheet(f"color: {self._theme.colour(role).name()}; background: transparent;")


class Rule(QFrame):
    """A divider one pixel thin."""

    def __init__(self, theme: Theme, *, vertical: bool = False, colour: str = "rule") -> None:
        super().__init__()
        self.setStyleSheet(f"background: {theme.colour(colour).name()}; border: none;")
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class KeyCap(QWidget):
    """A key as on the status line: its name in a small plate."""

    def __init__(self, theme: Theme, keys: str) -> None:
        super().__init__()
        self._theme = theme
        self._keys = keys
        self._font = theme.font("label", weight=500)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Text and a margin of 7 px, 26 px high."""
        width = self._theme.metrics("label", weight=500).horizontalAdvance(self._keys)
        return QSize(round(width) + self._theme.px(14), self._theme.px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw plate and word."""
        painter = QPainter(self)
        draw_key_cap(painter, self._theme, self.rect(), self._keys, self._font)


def draw_key_cap(
    painter: QPainter, theme: Theme, box: object, keys: str, font: QFont | None = None
) -> None:
    """Draw a key's plate into a box (QRect)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.colour("line"))
    painter.setBrush(theme.colour("sheet"))
    radius = theme.px(4)
    painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), radius, radius)  # type: ignore[attr-defined]
    painter.setPen(theme.colour("ink"))
    painter.setFont(font or theme.font("label", weight=500))
    # The letters have no tails to speak of: a pixel up looks centred.
    words = box.adjusted(0, -theme.px(1), 0, -theme.px(1))  # type: ignore[attr-defined]
    painter.drawText(words, Qt.AlignmentFlag.AlignCenter, keys)
    painter.restore()


class _Question(Label):
    """Gives way to the fact beside it: the question is written smaller, but never cut.

    Where it would get too small to read in one line, it takes two.
    """

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The whole question, as large as fits."""
        width = self.contentsRect().width()
        wanted = self.fontMetrics().horizontalAdvance(self.text())
        if wanted <= width:
            super().paintEvent(event)
            return
        lines = self.text()
        if wanted * _SMALLEST > width:
            lines = "\n".join(in_two(lines))
            wanted = max(map(self.fontMetrics().horizontalAdvance, lines.split("\n")))
        font = self.font()
        high = self.contentsRect().height() / (1.25 * len(lines.split("\n")))
        size = min(font.pixelSize() * min(1.0, width / wanted), high)
        font.setPixelSize(max(1, int(size)))
        painter = QPainter(self)
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(font)
        painter.drawText(self.contentsRect(), Qt.AlignmentFlag.AlignVCenter, lines)


def in_two(words: str) -> tuple[str, str]:
    """A sentence in two parts that are as long as each other, as nearly as its words let them."""
    blanks = [at for at, sign in enumerate(words) if sign == " "]
    middle = min(blanks, key=lambda at: abs(2 * at - len(words)), default=len(words))
    return words[:middle], words[middle + 1 :]


class PageHeader(QWidget):
    """The 92 px head of a page: its question on the left, one fact on the right.

    Where type is so large that they do not fit beside each other, the fact stands below.
    """

    def __init__(self, theme: Theme, question: str) -> None:
        super().__init__()
        self.setFixedHeight(theme.px(92))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        margin = theme.px(40)
        self._row.setContentsMargins(margin, theme.px(6), margin, 0)
        self._row.setSpacing(theme.px(16))
        self.question = _Question(theme, question, "question")
        self._row.addWidget(self.question)
        self._row.addStretch(1)

    def add_fact(self, widget: QWidget) -> None:
        """Put something to the right end."""
        self._row.addWidget(widget)

    def event(self, event: QEvent) -> bool:
        """A new width, or a fact that has changed, may need the other way round."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            way = QBoxLayout.Direction
            self._row.setDirection(way.LeftToRight if self._fits() else way.TopToBottom)
        return super().event(event)

    def _fits(self) -> bool:
        """Whether the question can be read beside the facts, in two lines if need be."""
        margins = self._row.contentsMargins()
        facts = (self._row.itemAt(at) for at in range(1, self._row.count()))
        taken = [each.sizeHint().width() for each in facts if each is not None]
        room = self.width() - margins.left() - margins.right() - sum(taken)
        room -= self._row.spacing() * len(taken)
        return room >= self.question.sizeHint().width() * _SMALLEST / 2


class Banner(QFrame):
    """A sentence that needs attention, above the page, until it is sent away."""

    def __init__(self, theme: Theme, dismiss: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("banner")
        tint, note = theme.colour("note_tint").name(), theme.colour("note").name()
        self.setStyleSheet(
            f"#banner {{ background: {tint}; border-left: {theme.px(4)}px solid {note}; }}"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(40), theme.px(10), theme.px(24), theme.px(10))
        self.sentence = Label(theme, "", "text", wrap=True)
        self.button = QPushButton("Close")
        self.button.setFont(theme.font("label"))
        self.button.setAccessibleName("Close the message")
        self.button.clicked.connect(dismiss)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.button)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()


def button(
    theme: Theme, words: str, run: Callable[[], object], *, name: str, main: bool = False
) -> QPushButton:
    """A push button with an object name; ``main`` fills it with the accent."""
    made = QPushButton(words)
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setFont(theme.font("text", weight=600 if main else None))
    made.setProperty("main", main)
    made.clicked.connect(lambda _checked: run())
    return made


def underlined(theme: Theme, run: Callable[[], object], *, name: str, side: int) -> QPushButton:
    """A button in a page's head that reads like a link, with so much room on either side."""
    made = QPushButton()
    made.setObjectName(name)
    made.setFont(theme.font("label"))
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    px, accent, ink2 = theme.px, theme.colour("accent").name(), theme.colour("ink2").name()
    made.setStyleSheet(
        f"QPushButton {{ border: none; background: transparent; color: {ink2};"
        f" text-decoration: underline; padding: {px(5)}px {px(side)}px; }}"
        f"QPushButton:focus {{ border: 3px solid {accent}; padding: {px(2)}px {px(side - 3)}px; }}"
    )
    made.clicked.connect(lambda _checked: run())
    return made


def ghost_pen(theme: Theme, scale: float = 1.0) -> QPen:
    """Dashes around what is not there yet."""
    ghost = tokens()["selection"]["ghost"]
    pen = QPen(theme.colour("accent"), ghost["pen"] * scale)
    pen.setDashPattern([each / ghost["pen"] for each in ghost["dash"]])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
