"""Small parts that every page is built from: labels, key caps, rules, headers, the banner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.theme import Theme


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
    """Gives way to the fact beside it: the question is written smaller, but never cut."""

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
        font = self.font()
        font.setPixelSize(max(1, int(font.pixelSize() * width / wanted)))
        painter = QPainter(self)
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(font)
        painter.drawText(self.contentsRect(), Qt.AlignmentFlag.AlignVCenter, self.text())


class PageHeader(QWidget):
    """The 92 px head of a page: its question on the left, one fact on the right."""

    def __init__(self, theme: Theme, question: str) -> None:
        super().__init__()
        self.setFixedHeight(theme.px(92))
        row = QHBoxLayout(self)
        margin = theme.px(40)
        row.setContentsMargins(margin, theme.px(6), margin, 0)
        row.setSpacing(theme.px(16))
        self.question = _Question(theme, question, "question")
        row.addWidget(self.question)
        row.addStretch(1)

    def add_fact(self, widget: QWidget) -> None:
        """Put something to the right end."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(widget)


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
