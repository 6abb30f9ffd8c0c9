"""The Console's sections in two columns, or in one where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from facilitator.ui.console.parts import GROWING, LEFT, ONE, RIGHT
from facilitator.ui.console.section import OVERHANG, Section
from facilitator.ui.kit import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from facilitator.ui.theme import Theme

TWO_FROM = 760
"""From this width on there are two columns."""
_MARGIN, _GUTTER, _HEAD, _FOOT = 28, 36, 20, 16
_LEFT_SHARE, _RIGHT_SHARE = 376, 432
_ABOVE_RULE, _BELOW_RULE = 20, 16
_SHOWN = {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}


class _Rule(QWidget):
    """A rule between two sections, with the air around it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column, over = QVBoxLayout(self), theme.px(OVERHANG)
        column.setContentsMargins(over, theme.px(_ABOVE_RULE), over, theme.px(_BELOW_RULE))
        column.addWidget(Rule(theme))


class _Stack(QWidget):
    """Sections one below the other; those that grow can be smaller too than they would like.

    Qt's own column would shrink every section that can be shrunk, and none that has wrapped words.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        # The air is inside, so that what scrolls goes as far as the rules of head and foot.
        self._head, self._foot = theme.px(_HEAD), theme.px(_FOOT)
        self.rows: list[tuple[_Rule, Section]] = []
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, self._head + self._foot)

    def heightForWidth(self, width: int) -> int:
        """What all of them need at least."""
        return self._head + sum(high for _part, high in self._needs(width)) + self._foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place them anew."""
        super().resizeEvent(event)
        self.place()

    def event(self, event: QEvent) -> bool:
        """A section wants another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self.place()
        return super().event(event)

    def place(self) -> None:
        """Give every section its height, and what is left to those that grow."""
        top, needs = self._head, self._needs(self.width())
        growing = [part for part, _high in needs if _grows(part)]
        spare = max(0, self.height() - self.heightForWidth(self.width()))
        for part, needed in needs:
            high = needed + (spare // len(growing) if part in growing else 0)
            part.setGeometry(0, top, self.width(), high)
            top += high

    def _needs(self, width: int) -> list[tuple[QWidget, int]]:
        parts = (part for row in self.rows for part in row)
        return [(part, _height(part, width)) for part in parts if not part.isHidden()]


class Column(QScrollArea):
    """Sections parted by rules; scrolls if they need more height than there is."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName(f"console.{name}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = _Stack(theme)
        self.setWidget(self._stack)

    def hold(self, sections: Sequence[Section]) -> None:
        """Take these sections in, in this order."""
        for section in sections:
            rule, hidden = _Rule(self._theme), _hidden_on_purpose(section)
            self._stack.rows.append((rule, section))
            rule.setParent(self._stack)
            section.setParent(self._stack)
            section.setVisible(not hidden)
            section.installEventFilter(self)
        self._part()

    def clear(self) -> None:
        """Let go of the sections, which stand somewhere else from now on."""
        for rule, section in self._stack.rows:
            section.removeEventFilter(self)
            rule.hide()
            rule.deleteLater()
        self._stack.rows = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A section that hides itself takes its rule with it."""
        if event.type() in _SHOWN:
            self._part()
        return super().eventFilter(watched, event)

    def _part(self) -> None:
        above = False
        for rule, section in self._stack.rows:
            rule.setVisible(above and not section.isHidden())
            above = above or not section.isHidden()
        self._stack.updateGeometry()
        self._stack.place()


class Body(QWidget):
    """Moves the sections from two columns into one and back as its width asks for."""

    def __init__(self, theme: Theme, sections: Mapping[str, Section]) -> None:
        super().__init__()
        self._theme, self._sections = theme, sections
        self._two = True
        self.left, self.right = Column(theme, "left"), Column(theme, "right")
        self._rule = Rule(theme, vertical=True)
        for part in (self.left, self._rule, self.right):
            part.setParent(self)
        self._arrange(two=True)

    @property
    def order(self) -> tuple[str, ...]:
        """The names of the sections as they are read now."""
        return (*LEFT, *RIGHT) if self._two else ONE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        two = self.width() >= self._theme.px(TWO_FROM)
        if two != self._two:
            self._arrange(two=two)
        self._place()

    def _arrange(self, *, two: bool) -> None:
        focus = QApplication.focusWidget()
        self._two = two
        self.left.clear()
        self.right.clear()
        self.left.hold(self._named(LEFT if two else ONE))
        self.right.hold(self._named(RIGHT if two else ()))
        self._rule.setVisible(two)
        self.right.setVisible(two)
        if focus is not None and self.isAncestorOf(focus):
            focus.setFocus()  # It has lost the keys by standing in another column now.

    def _named(self, names: Sequence[str]) -> tuple[Section, ...]:
        return tuple(self._sections[name] for name in names)

    def _place(self) -> None:
        px, over = self._theme.px, self._theme.px(OVERHANG)
        start, high = px(_MARGIN), self.height()
        wide = self.width() - 2 * start
        if not self._two:
            self.left.setGeometry(start - over, 0, wide + 2 * over, high)
            return
        words = wide - px(_GUTTER)
        left = words * _LEFT_SHARE // (_LEFT_SHARE + _RIGHT_SHARE)
        right = start + left + px(_GUTTER)
        self.left.setGeometry(start - over, 0, left + 2 * over, high)
        rule = start + left + px(_GUTTER) // 2
        self._rule.setGeometry(rule, px(_HEAD), 1, high - px(_HEAD) - px(_FOOT))
        self.right.setGeometry(right - over, 0, words - left + 2 * over, high)


def _hidden_on_purpose(section: Section) -> bool:
    """Whether it hides itself; a widget that stands nowhere yet is hidden too, but not so."""
    own_doing = section.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return section.isHidden() and own_doing


def _grows(part: QWidget) -> bool:
    return isinstance(part, Section) and part.name in GROWING


def _height(part: QWidget, width: int) -> int:
    """What a part would like to have, or needs at least if it grows."""
    layout, least = part.layout(), _grows(part)
    if layout is not None and layout.hasHeightForWidth():
        return layout.minimumHeightForWidth(width) if least else layout.heightForWidth(width)
    return (part.minimumSizeHint() if least else part.sizeHint()).height()
