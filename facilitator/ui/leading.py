"""Sets the lines of a text field as far apart as the type scale says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QPlainTextEdit


class _Layout(QPlainTextDocumentLayout):
    """Plain text lines of one height, the words in their middle and at the edge they read from."""

    def __init__(self, document: QTextDocument, line: int) -> None:
        super().__init__(document)
        self._line = line

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Put the lines of a paragraph where they belong; its height follows from them."""
        box = super().blockBoundingRect(block)
        layout = block.layout()
        from_right = block.textDirection() == Qt.LayoutDirection.RightToLeft
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            top = index * self._line + (self._line - line.height()) / 2
            left = line.width() - line.naturalTextWidth() if from_right else 0.0
            line.setPosition(QPointF(left, top))
        box.setHeight(layout.lineCount() * self._line)
        return box


def set_leading(field: QPlainTextEdit, line: int) -> None:
    """Give a field lines of ``line`` px and no margin around its text; to be called first."""
    document = QTextDocument(field)
    document.setDocumentLayout(_Layout(document, line))
    document.setDocumentMargin(0)
    document.setDefaultFont(field.font())
    field.setDocument(document)
