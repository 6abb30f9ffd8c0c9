"""The sheet for a new review: its title, and the template it begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from facilitator.app.templates import templates
from facilitator.ui.chooser import Choice, Chooser
from facilitator.ui.fields import mark
from facilitator.ui.kit import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.ui.theme import Theme

_HINT = "Enter makes the review, also without a title. Tab goes to the templates, Esc leaves."


class NewReview(Chooser):
    """Enter in either line calls ``create(template_id, title)``.

    It gives the reason why it could not be, empty if it could; until then the sheet stays.
    """

    def __init__(self, theme: Theme, create: Callable[[str, str], str]) -> None:
        self._create = create
        self._prompts = {each.id: each.prompt for each in templates()}
        choices = [Choice(each.id, each.words, each.detail) for each in templates()]
        super().__init__(theme, "New review", choices, lambda _choice: None, width=820)
        self.title = QLineEdit()
        self.title.setObjectName("new.title")
        self.title.setAccessibleName("Title of the review")
        self.title.setFont(theme.font("entry"))
        self.title.installEventFilter(self)
        self.title.textEdited.connect(lambda _text: self._tell(""))
        self._reason = Label(theme, "", "label", "note", wrap=True)
        self._reason.setObjectName("new.reason")
        self._reason.hide()
        self.line.setPlaceholderText("Type to choose a template")
        self.card_column.insertWidget(1, self.title)
        self.card_column.insertWidget(2, self._reason)
        self.card_column.addWidget(Label(theme, _HINT, "label", "ink2", wrap=True))
        self.list.selectionModel().currentChanged.connect(lambda _now, _was: self._ask())
        self.list.clicked.disconnect()
        self._ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter work the same in both lines."""
        if watched is self.title and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._list_key(event)
        return super().eventFilter(watched, event)

    def _template_id(self) -> str | None:
        choice = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return choice.id if isinstance(choice, Choice) else None

    def _ask(self) -> None:
        """Ask in the title's line what this template asks."""
        self.title.setPlaceholderText(self._prompts.get(self._template_id() or "", ""))

    def _take(self) -> None:
        template_id = self._template_id()
        if template_id is not None:
            self._tell(self._create(template_id, self.title.text()))

    def _tell(self, reason: str) -> None:
        mark(self.title, reason)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
