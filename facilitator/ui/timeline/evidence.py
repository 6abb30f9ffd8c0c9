"""The evidence of one event: what is there, and a line that adds more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from facilitator.domain.edits import timeline as edits
from facilitator.domain.records import Evidence
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line
from facilitator.domain.words import EvidenceKind
from facilitator.ui.fields import as_tool_tip, mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.ui.desk import Desk

_LINK = re.compile(r"(?P<link>(?:https?://|mailto:)\S+)(?:\s+(?P<words>.*))?", re.IGNORECASE)
_KIND_WORDS = {
    EvidenceKind.LINK: "Link",
    EvidenceKind.QUOTATION: "Quotation",
    EvidenceKind.IMAGE: "Image",
}
_ROW, _MOST_ROWS = 34, 4


class EvidenceList(QWidget):
    """A list of links and quotations over the line that adds one; Delete removes."""

    def __init__(self, desk: Desk, event_id: str, tell: Callable[[str], object]) -> None:
        super().__init__()
        self._desk, self._event_id, self._tell = desk, event_id, tell
        theme = desk.theme
        self.list = QListWidget()
        self.list.setObjectName("event.evidence")
        self.list.setAccessibleName("Evidence; Delete removes")
        self.list.setProperty("boxed", True)
        self.list.setFont(theme.font("label"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        # The whole of it is below the pointer; it never scrolls sideways.
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self.line = QLineEdit()
        self.line.setObjectName("event.evidence.add")
        self.line.setAccessibleName("Add a link or what was said")
        self.line.setPlaceholderText("Paste a link, or type what was said; Enter adds")
        self.line.setFont(theme.font("label"))
        self.line.returnPressed.connect(self._add)
        self.line.textEdited.connect(lambda _text: self._show_reason(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.list)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.refresh()

    def refresh(self) -> None:
        """Show the evidence of the event as it is now."""
        row = self.list.currentRow()
        self.list.clear()
        for each in self._evidence():
            words = self._desk.shown(evidence_words(each))
            # One row is one line, also of a quotation that has several.
            item = QListWidgetItem(" ".join(words.splitlines()))
            item.setData(Qt.ItemDataRole.UserRole, each.id)
            item.setToolTip(as_tool_tip(words))
            self.list.addItem(item)
        count = self.list.count()
        self.list.setVisible(count > 0)
        self.list.setFixedHeight(self._desk.theme.px(_ROW) * min(count, _MOST_ROWS) + 8)
        self.list.setCurrentRow(min(max(row, 0), count - 1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete removes the current piece."""
        if (
            watched is self.list
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Delete
        ):
            self._remove()
            return True
        return super().eventFilter(watched, event)

    def _evidence(self) -> tuple[Evidence, ...]:
        events = self._desk.review.events
        return next((each.evidence for each in events if each.id == self._event_id), ())

    def _add(self) -> None:
        try:
            text = clean_line(self.line.text(), "evidence")
        except RuleViolation as refusal:
            self._show_reason(refusal.reason)
            return
        if not text:
            return
        evidence = read_evidence(text, self._desk.new_id())
        refused = self._desk.apply("Add evidence", edits.add_evidence(self._event_id, evidence))
        self._show_reason(refused.reason if refused else "")
        if refused is None:
            self.line.setText("")

    def _remove(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        evidence_id = item.data(Qt.ItemDataRole.UserRole)
        edit = edits.remove_evidence(self._event_id, evidence_id)
        refusal = self._desk.apply("Remove evidence", edit)
        self._show_reason(refusal.reason if refusal else "")
        if not self.list.count():
            self.line.setFocus()

    def _show_reason(self, reason: str) -> None:
        mark(self.line, reason)
        self._tell(reason)


def read_evidence(text: str, evidence_id: str) -> Evidence:
    """A link with the words behind it, or else a quotation without its marks."""
    found = _LINK.fullmatch(text)
    if found:
        words = found["words"] or ""
        return Evidence(id=evidence_id, kind=EvidenceKind.LINK, link=found["link"], text=words)
    bare = text[1:-1] if len(text) > 2 and text[0] in '“"' and text[-1] in '”"' else text
    return Evidence(id=evidence_id, kind=EvidenceKind.QUOTATION, text=bare)


def evidence_words(evidence: Evidence) -> str:
    """A piece of evidence in one line."""
    kind = _KIND_WORDS[evidence.kind]
    if evidence.kind is EvidenceKind.QUOTATION:
        return f"{kind}  “{evidence.text}”"
    parts = (part for part in (evidence.text, evidence.link) if part)
    return f"{kind}  {' · '.join(parts)}"
