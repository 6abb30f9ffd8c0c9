"""A help sheet: why to share the Stage's window and not the screen, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from facilitator.ui.kit import Label
from facilitator.ui.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QKeyEvent

    from facilitator.ui.theme import Theme

_PARTS = {
    "Why": """
        A shared screen shows everything on it: the Console with your notes, messages that pop up,
        other windows. A shared window shows that window and nothing else.
        """,
    "How": """
        In the call, choose to share a window, not the screen, and pick the one that has the
        review's title. Then look once at what the others see. The Console may stand beside the
        Stage, on the same screen: it is a window of its own.
        """,
    "What the room sees of the Stage": """
        The whole window. A question, a menu or the list of commands that opens over the Stage is
        seen too. What opens over the Console is not.
        """,
    "What stays with you": """
        Notes, the coach, the tally of voices and prompts you have not sent are in the Console
        alone. None of them is in an export, unless you ask for the notes there.
        """,
    "What nobody can promise": """
        On a shared screen the Console can be seen. Where Windows can be asked to leave it out of
        captures, there is a command for that, and some programs show it all the same. A camera
        sees what you see.
        """,
}


class SharingSheet(Sheet):
    """Read with the arrow keys; Escape or Enter sends it away."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Share the window, not the screen", width=760)
        self.area = _Area(theme)
        self.card_column.addWidget(self.area)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send it away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_sheet()
            return
        super().keyPressEvent(event)


class _Area(QScrollArea):
    """As high as its text where the window is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sharing.text")
        self.setAccessibleName("Share the window, not the screen")
        self.setAccessibleDescription(
            "\n".join(f"{head}: {_line(text)}" for head, text in _PARTS.items())
        )
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(theme.px(160))
        self._text = _text(theme)
        self.setWidget(self._text)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._text.heightForWidth(width)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        hint.setHeight(self._text.heightForWidth(hint.width()))
        return hint


def _text(theme: Theme) -> QWidget:
    text = QWidget()
    column = QVBoxLayout(text)
    column.setContentsMargins(0, 0, theme.px(8), 0)
    column.setSpacing(theme.px(4))
    for head, words in _PARTS.items():
        column.addWidget(Label(theme, head, "heading"))
        column.addWidget(Label(theme, _line(words), "label", wrap=True))
        column.addSpacing(theme.px(10))
    column.addStretch(1)
    return text


def _line(words: str) -> str:
    return " ".join(words.split())
