"""A part of the tree alone: narrows to it, widens again, and says what part it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from facilitator.domain.text import shortened
from facilitator.ui.kit import draw_key_cap
from facilitator.ui.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.factors.canvas import TreeCanvas
    from facilitator.ui.factors.state import TreeState
    from facilitator.ui.theme import Theme

_MOST_ZOOM = 1.5
_BESIDE = ("else", "insert_parent", "move_up", "move_down", "promote", "demote")
_GONE = ("delete", "delete_only")
"""Commands that, on the factor that stands first, concern more than is shown."""
_WHOLE = "This is the whole tree."
_HEIGHT, _MARGIN, _CAP, _CAP_PAD, _GAP, _APART = 36, 40, 26, 14, 8, 24
_ONLY, _BACK, _NEXT = "Only", "Whole tree", "  →  "
_CRUMB = 32


@dataclass(frozen=True, slots=True)
class _Before:
    """How the tree was looked at before it was narrowed."""

    only: str | None
    zoom: float
    place: QPointF
    folded: bool


class Subtree:
    """Keeps how the wider tree was looked at; ``say`` shows a sentence at the factor."""

    def __init__(
        self, state: TreeState, tree: TreeCanvas, line: SubtreeLine, say: Callable[[str], object]
    ) -> None:
        self._state, self._tree, self._line, self._say = state, tree, line, say
        self._before: list[_Before] = []
        self._only: str | None = None
        state.changed.connect(self._followed)

    def narrow(self) -> None:
        """Show the current factor with what is behind it; on the first one, widen again."""
        state, camera = self._state, self._tree.camera
        if state.current == state.index.root.id:
            self._widen_or_say()
            return
        folded = state.current in state.folded
        self._before.append(_Before(state.only, camera.zoom, camera.place, folded))
        self._show(state.current)
        whole = camera.whole(_MOST_ZOOM)
        if whole > camera.zoom:
            self._tree.set_zoom(whole)
        self._tree.show_current()

    def _widen_or_say(self) -> None:
        if self._state.only is None:
            self._say(_WHOLE)
        else:
            self.widen()

    def widen(self) -> None:
        """Show as much of the tree as before the last narrowing, as it was looked at then."""
        narrowed = self._state.only
        if narrowed is None:
            return
        left = self._before.pop() if self._before else _Before(None, 1.0, QPointF(), folded=False)
        self._show(left.only)
        if left.folded and narrowed == self._state.current:
            self._state.fold(self._state.current, folded=True)
        self._look(left)

    def widen_whole(self) -> None:
        """Show the whole tree."""
        del self._before[1:]
        self.widen()

    def reach(self, command: str) -> None:
        """Widen for a command that concerns more than is shown."""
        only, current = self._state.only, self._state.current_factor
        if only is None:
            return
        beside = command in (*_BESIDE, *_GONE) and current.id == only
        if beside or (command == "promote" and current.parent == only):
            self.widen()

    def state(self) -> dict[str, Any]:
        """What ``restore`` needs to show the same part again."""
        return {"only": self._only, "before": tuple(self._before)}

    def restore(self, state: dict[str, Any]) -> None:
        """Show the part that was shown, if it is still there."""
        whole = self._state.index.whole
        if state["only"] in whole:
            self._before = [
                each for each in state["before"] if each.only is None or each.only in whole
            ]
            self._show(state["only"])

    # -- inside --------------------------------------------------------------------------------

    def _show(self, only: str | None) -> None:
        self._only = only
        self._state.show_only(only)
        self._line.show_part()

    def _look(self, before: _Before) -> None:
        self._tree.set_zoom(before.zoom)
        self._tree.camera.go_to(before.place)
        self._tree.keep_current()

    def _followed(self) -> None:
        """The part may have vanished, or something beside it was asked for."""
        if self._only is not None and self._state.only is None:
            self._only, first = None, self._before[:1]
            self._before.clear()
            for each in first:
                self._tree.set_zoom(each.zoom)
                self._tree.show_current()
        self._line.show_part()


class SubtreeLine(QWidget):
    """The way from the effect to the part that is shown; hidden while the whole tree is."""

    def __init__(self, theme: Theme, state: TreeState) -> None:
        super().__init__()
        self._theme, self._state = theme, state
        self._way: tuple[str, ...] = ()
        self.setObjectName("factors.subtree")
        self.setFixedHeight(theme.px(_HEIGHT))
        self.hide()

    def show_part(self) -> None:
        """Say what part of the tree is shown."""
        way = tuple(self._texts())
        if way == self._way:
            return
        self._way = way
        self.setAccessibleName(f"{_ONLY}: {', '.join(self._way)}. Escape shows the whole tree.")
        self.setVisible(bool(way))
        self.update()

    def _texts(self) -> list[str]:
        index, only = self._state.index, self._state.only
        if only is None:
            return []
        ids = [*reversed(index.ancestors(only)), only]
        return [self._state.words(index.whole[each]) for each in ids]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The way on the left, how to leave on the right."""
        painter, px = QPainter(self), self._theme.px
        write = Writing(painter, self._theme)
        right = self._draw_back(painter, write)
        left = float(px(_MARGIN))
        box = QRectF(left, 0, right - left, self.height())
        write.line(box, _ONLY, "label", "ink2", 600)
        box.setLeft(left + write.advance(_ONLY, "label", 600) + px(_GAP * 2))
        last = self._way[-1]
        before = self._crumbs(
            write, box.width() - min(write.advance(last, "label", 500), box.width() / 2)
        )
        write.line(box, before, "label", "ink2")
        box.setLeft(box.left() + write.advance(before, "label"))
        write.line(box, last, "label", "ink", 500)

    def _crumbs(self, write: Writing, room: float) -> str:
        """What stands before the last, from the end as much as there is room for."""
        shown = ""
        for words in reversed(self._way[:-1]):
            longer = f"{shortened(words, _CRUMB)}{_NEXT}{shown}"
            if write.advance(f"…{_NEXT}{longer}", "label") > room:
                return f"…{_NEXT}{shown}"
            shown = longer
        return shown

    def _draw_back(self, painter: QPainter, write: Writing) -> float:
        """How to leave; gives where it begins."""
        px, middle = self._theme.px, self.height() // 2
        words = round(write.advance(_BACK, "label")) + 1
        left = self.width() - px(_MARGIN) - words
        write.line(QRectF(left, 0, words, self.height()), _BACK, "label", "ink2")
        wide = round(write.advance("Esc", "label", 500)) + px(_CAP_PAD)
        cap = QRect(left - px(_GAP) - wide, middle - px(_CAP) // 2, wide, px(_CAP))
        draw_key_cap(painter, self._theme, cap, "Esc")
        return cap.left() - px(_APART)
