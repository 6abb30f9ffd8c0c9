"""The tree of factors as one painted canvas that draws only what is in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QFrame, QWidget

from facilitator.ui.factors import faces
from facilitator.ui.factors.arrangement import Arrangement, Arranger
from facilitator.ui.factors.camera import Camera
from facilitator.ui.factors.editor import FactorEditor
from facilitator.ui.factors.keys import run_key
from facilitator.ui.factors.painter import Look, TreePainter
from facilitator.ui.factors.pictures import Pictures
from facilitator.ui.factors.pointer import Pointer

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from facilitator.ui.desk import Desk
    from facilitator.ui.factors.asking import Asking
    from facilitator.ui.factors.deeds import FactorDeeds
    from facilitator.ui.factors.state import TreeState

_LEAST_TYPING_ZOOM = 0.75
"""Typing into a smaller tree brings it to full size, for the room to read."""
_REACH, _WHEEL_STEP = 3, 120
_FAR = QPointF(1e6, 1e6)


class TreeCanvas(QAbstractScrollArea):
    """Shows a TreeState; ``refused`` carries why words were not kept."""

    refused = Signal(str)

    def __init__(self, desk: Desk, state: TreeState, asking: Asking, deeds: FactorDeeds) -> None:
        super().__init__()
        self._desk, self._theme, self._state = desk, desk.theme, state
        self._asking = asking
        self._arranger = Arranger(desk.theme, state)
        self._painter = TreePainter(desk.theme, Pictures())
        self._stale, self._typing_zoom, self._walked = True, 1.0, False
        self._pointer = Pointer(self, state, asking, deeds)
        self.setObjectName("factors.tree")
        self.setAccessibleName("Tree of the factors")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerWidget(QWidget())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.camera = Camera(self, desk.theme)
        self.camera.moved.connect(self._scrolled)
        self.editor = FactorEditor(self.viewport(), desk.theme, asking)
        self.editor.grown.connect(self._grown)
        self.editor.refused.connect(self._refused)
        self._arrangement = self._arranger.nothing()
        state.changed.connect(self._changed)
        state.began.connect(self._begin)

    # -- what the page asks --------------------------------------------------------------------

    @property
    def arrangement(self) -> Arrangement:
        """Where everything stands, in tree coordinates."""
        if self._stale:
            self._arrange()
        return self._arrangement

    def walk(self, direction: str) -> None:
        """Go to the next factor in a direction."""
        found = self.arrangement.neighbour(self._state.current, direction)
        if found is not None:
            self._state.select(found)

    def current_rect(self) -> QRect:
        """Where the current factor stands on the viewport."""
        return self.view_box(self._state.current).toAlignedRect()

    def view_box(self, factor_id: str) -> QRectF:
        """Where a factor stands on the viewport."""
        return self.camera.to_view.mapRect(self.arrangement.box(factor_id))

    def ghost_rect(self, kind: str) -> QRect:
        """Where the ghost ``why`` or ``else`` stands on the viewport."""
        box = self.arrangement.ghosts[kind]
        return self.camera.to_view.mapRect(box).toAlignedRect()

    @property
    def dragging(self) -> bool:
        """Whether a factor is on its way to another place."""
        return self._pointer.drag is not None

    def show_names_anew(self) -> None:
        """Something else stands for names; the state tells of the change afterwards."""
        self._arranger.forget_words()

    def settle(self) -> bool:
        """Keep what is being typed."""
        return self.editor.settle()

    @property
    def zoom(self) -> float:
        """1.0 is full size."""
        return self.camera.zoom

    def set_zoom(self, zoom: float) -> None:
        """Zoom, keeping the current factor in its place."""
        self.camera.set_zoom(zoom, QPointF(self.current_rect().center()))

    def zoom_by(self, steps: float) -> None:
        """Zoom in (positive) or out by steps."""
        self.camera.zoom_by(steps, QPointF(self.current_rect().center()))

    def fit(self) -> None:
        """Show the whole tree, at full size at most."""
        self.set_zoom(self.camera.whole())
        self.show_current()

    def show_current(self) -> None:
        """Pan just enough to have in view the current factor and what belongs to it."""
        self.camera.show(self.arrangement.around_current())

    def keep_current(self) -> None:
        """Pan no further than the current factor needs; a tree nobody walked yet begins on top."""
        if not self._walked:
            self.camera.pan_by(-_FAR)
        self.camera.show(self.arrangement.around_current()[:1])

    # -- following the state -------------------------------------------------------------------

    def _changed(self) -> None:
        if self._state.draft is None and not self.editor.isHidden():
            self.editor.leave()
        self._stale = True
        self._say_current()
        if self.isVisible():
            self._walked = True
            self._arrange()
            if self._state.leading:
                self.show_current()
            self._place_editor()

    def _grown(self) -> None:
        if self.editor.isHidden():
            return  # It is only being laid out.
        self._arrange()
        self.show_current()
        self._place_editor()

    def _refused(self, reason: str) -> None:
        self.viewport().update()
        self.refused.emit(reason)

    def _arrange(self) -> None:
        """Lay out anew; what was current before stays where the eye has it."""
        was, to_view = self._arrangement, self.camera.to_view
        typed_lines = None if self.editor.isHidden() else self.editor.lines
        self._arrangement, self._stale = self._arranger.arrange(typed_lines), False
        now = self._arrangement
        self.camera.look_at(now.bounds)
        anchors = (each for each in (now.current, was.current) if each in was and each in now)
        anchor = next(anchors, None)
        if anchor is not None:
            before = to_view.map(was.box(anchor).topLeft())
            self.camera.pan_by(self.camera.to_view.map(now.box(anchor).topLeft()) - before)
        self.viewport().update()

    def _say_current(self) -> None:
        spoken = self._state.spoken(self._state.current_factor)
        if spoken != self.accessibleDescription():
            self.setAccessibleDescription(spoken)
            if self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def _scrolled(self) -> None:
        self.viewport().update()
        self._place_editor()

    # -- typing in place -----------------------------------------------------------------------

    def _begin(self) -> None:
        if not self.isVisible() or self._state.draft is None:
            return
        if self.zoom < _LEAST_TYPING_ZOOM:
            self.set_zoom(1.0)
        self.editor.resize(self._editor_box().size().toSize())
        self._dress_editor()
        self.editor.start(self._asking.first_words())
        if self.editor.lines == len(self.arrangement.face(self._state.current).lines):
            self._place_editor()
        else:
            self._grown()

    def _dress_editor(self) -> None:
        effect = self._state.current_factor.parent is None
        font = QFont(self._theme.font("node", weight=600 if effect else None))
        font.setPixelSize(max(1, round(font.pixelSize() * self.zoom)))
        line = self._theme.px(faces.EFFECT_LINE) if effect else self._theme.line("node")
        colours = ("ink", "on_ink") if effect else ("sheet", "ink")
        self._typing_zoom = self.zoom
        self.editor.dress(font, line * self.zoom, *colours)

    def _editor_box(self) -> QRectF:
        current, arrangement = self._state.current, self.arrangement
        text = arrangement.face(current).text.translated(arrangement.box(current).topLeft())
        return self.camera.to_view.mapRect(text)

    def _place_editor(self) -> None:
        if self.editor.isHidden():
            return
        if self.zoom != self._typing_zoom:
            self._dress_editor()
        self.editor.setGeometry(self._editor_box().adjusted(0, 0, _REACH, 0).toRect())

    # -- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what the exposed part of the viewport shows."""
        if self._stale:
            self._arrange()
        to_view = self.camera.to_view
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("paper"))
        painter.setTransform(to_view)
        self._painter.begin(painter)
        self._paint(self._painter, to_view.inverted()[0].mapRect(QRectF(event.rect())))
        painter.end()

    def _paint(self, tree: TreePainter, seen: QRectF) -> None:
        arrangement = self.arrangement
        whole = self.camera.to_view.inverted()[0].mapRect(QRectF(self.viewport().rect()))
        arrangement.paint_below(tree, seen, whole, typing=not self.editor.isHidden())
        for factor_id, box in arrangement.within(seen):
            factor = self._state.index.by_id[factor_id]
            tree.node(factor, arrangement.face(factor_id), box, self._look(factor_id))
        if self._pointer.drag is not None:
            self._pointer.drag.paint(tree)

    def _look(self, factor_id: str) -> Look:
        state, current = self._state, factor_id == self._state.current
        typing = current and not self.editor.isHidden()
        drag = self._pointer.drag
        return Look(
            current=current,
            focused=self.hasFocus() or typing,
            marked=factor_id in state.marked and not current,
            typing=typing,
            wrong=typing and self.editor.wrong,
            target=drag is not None and drag.target_id == factor_id,
            hidden=state.index.count_below(factor_id) if factor_id in state.folded else 0,
        )

    # -- events --------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """The page's keys come first, also Tab, which Qt keeps from ``keyPressEvent``."""
        if self._pointer.drag is not None and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                self._pointer.let_go()
            return True
        return run_key(event, self._desk.registry) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only paging is left to the scroll area."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_PageDown:
            bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
        elif event.key() == Qt.Key.Key_PageUp:
            bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepSub)
        else:
            event.ignore()

    def showEvent(self, event: object) -> None:
        """Catch up with what changed while it was hidden."""
        super().showEvent(event)  # type: ignore[arg-type]
        if self._stale:
            self._arrange()
        self.keep_current()
        if self._state.draft is not None and self.editor.isHidden():
            self._begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current factor in view."""
        super().resizeEvent(event)
        if self._stale:
            return
        self.camera.resized()
        self.keep_current()
        self._place_editor()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """The mouse walks the tree too."""
        if event.type() in (QEvent.Type.Wheel, QEvent.Type.MouseButtonPress):
            self._walked = True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom to the pointer; the wheel alone scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.camera.zoom_by(event.angleDelta().y() / _WHEEL_STEP, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select, take hold, or press a ghost."""
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag or pan."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Drop."""
        self._pointer.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Change the words of the factor below the pointer."""
        if self.arrangement.hit(self.camera.to_tree(event.position())) is not None:
            self._pointer.let_go()
            self._asking.edit()
