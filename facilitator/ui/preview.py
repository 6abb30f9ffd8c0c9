"""What was understood of a typed line, shown beside it or below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a reading: words, perhaps with a name like ``Owner`` before them, or a sign.

    ``sign`` is a group of signs and one of it, e.g. ``kind`` and ``alert``; one that is not
    ``sure`` is drawn lighter. What is ``noted`` stands in the colour of problems.
    """

    words: str
    name: str = ""
    strong: bool = False
    sign: tuple[str, str] | None = None
    sure: bool = True
    noted: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in the preview: a lead like ``Adds`` and parts, or a sentence.

    ``note`` is a sentence about a problem, ``quiet`` another one. ``below`` are parts that begin
    a line of their own.
    """

    lead: str = ""
    parts: tuple[Part, ...] = ()
    note: str = ""
    quiet: str = ""
    below: tuple[Part, ...] = ()

    @property
    def spoken(self) -> str:
        """The same in one sentence."""
        words, below = (
            ", ".join(f"{part.name} {part.words}".strip() for part in parts)
            for parts in (self.parts, self.below)
        )
        return " ".join(each for each in (self.lead, words, self.note, self.quiet, below) if each)


class Preview(QWidget):
    """Shows one reading at a time; a subclass paints the parts."""

    sentence_at: ClassVar[Qt.AlignmentFlag]
    note_weight: ClassVar[int | None] = None

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self.reading = Reading()
        self.setObjectName(name)

    def show_reading(self, reading: Reading) -> None:
        """Show another reading."""
        if reading != self.reading:
            self.reading = reading
            self.setAccessibleName(reading.spoken)
            self.update()

    def draw_parts(self, painter: QPainter, reading: Reading) -> None:
        """Paint lead and parts."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The parts, or the sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        reading = self.reading
        if reading.note or reading.quiet:
            self._draw_sentence(painter, reading)
        else:
            self.draw_parts(painter, reading)

    def _draw_sentence(self, painter: QPainter, reading: Reading) -> None:
        noted = bool(reading.note)
        painter.setFont(self.theme.font("label", weight=self.note_weight if noted else None))
        painter.setPen(self.theme.colour("note" if noted else "ink2"))
        flags = self.sentence_at | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(self.rect()), flags, reading.note or reading.quiet)
