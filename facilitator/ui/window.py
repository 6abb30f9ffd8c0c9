"""The main window: shows the library, one review on the Stage, or what keeps both from opening."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from facilitator.app.elsewhere import WhomElse
    from facilitator.app.kept_sources import KeptSources
    from facilitator.app.session import ReviewSession
    from facilitator.domain.phase import Phase
    from facilitator.domain.records import Review
    from facilitator.store.errors import LibraryUnusable
    from facilitator.ui.desk import Desk
    from facilitator.ui.freezing import Freezing
    from facilitator.ui.library.hall import LibraryHall
    from facilitator.ui.meeting_room import MeetingRoom
    from facilitator.ui.program import Program
    from facilitator.ui.registry import Registry
    from facilitator.ui.review_deeds import ReviewDeeds
    from facilitator.ui.stage import Stage
    from facilitator.ui.stage_card import StageCard
    from facilitator.ui.view_deeds import ViewDeeds

_UNKEPT = "Something typed here is not kept yet. Close again to leave without it."

_STAYS = "Something typed here is not kept yet, so the looks stay as they are."


class MainWindow(QMainWindow):
    """Assembles what it shows.

    It can appear before ``furnish`` has loaded what it needs to show anything. ``appeared`` is
    emitted after it was drawn for the first time, ``painted`` after that was with something in it.
    """

    appeared = Signal()
    painted = Signal()

    registry: Registry
    freezing: Freezing
    _review_deeds: ReviewDeeds
    _view_deeds: ViewDeeds

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.program = program
        self.setObjectName("window")
        self.setWindowTitle("Facilitator")
        self.setMinimumSize(960, 600)
        self.setAcceptDrops(True)
        self.theme = program.theme()
        self.setPalette(self.theme.palette())
        self.stage: Stage | None = None
        self.library: LibraryHall | None = None
        self.desk: Desk | None = None
        self.room: MeetingRoom | None = None
        self._left: dict[str, Any] | None = None
        self._appeared = self._painted = False

    def furnish(self) -> None:
        """Bring in commands and looks."""
        from facilitator.ui.freezing import Freezing  # noqa: PLC0415 - see the docstring
        from facilitator.ui.pages import all_commands  # noqa: PLC0415 - the same
        from facilitator.ui.registry import Registry  # noqa: PLC0415 - the same
        from facilitator.ui.review_deeds import ReviewDeeds  # noqa: PLC0415 - the same
        from facilitator.ui.view_deeds import ViewDeeds  # noqa: PLC0415 - the same

        self.registry = Registry(self, all_commands())
        self.freezing = Freezing(self, self.registry)
        self._review_deeds = ReviewDeeds(self)
        self._view_deeds = ViewDeeds(self)
        self._view_deeds.bind()
        self._dress()

    # -- what is shown -------------------------------------------------------------------------

    def show_review(self, review: Review) -> None:
        """Put a review on the Stage."""
        from facilitator.app.session import ReviewSession  # noqa: PLC0415 - the list needs none
        from facilitator.ui.meeting_room import MeetingRoom  # noqa: PLC0415 - the same

        program = self.program
        session = ReviewSession(review, program.opening.store, program.now)
        self._leave_library()
        self.desk = self._new_desk(session)
        self._put_stage(None)
        self._review_deeds.bind()
        self.room = MeetingRoom(self, review.id)
        if self._painted:
            QTimer.singleShot(0, self.look_on)
        self._remember(review.id)

    def look_on(self) -> None:
        """Follow what others do to the review, now that its picture is out."""
        if self.room is not None:
            self.room.look_on()

    def show_library(self, current: str | None = None) -> None:
        """Show the list of reviews, with one of them selected."""
        if not self.leave_review():
            return
        self._remember("")
        library = self._put_library(current)
        if self._left is not None:
            library.go_on(self._left)

    def show_trouble(self, problem: LibraryUnusable) -> None:
        """Say why the library cannot be used; a review that is shown stays, to be read."""
        from facilitator.app.care import MENDED_BY_BACKUP, way_out  # noqa: PLC0415 - rarely needed
        from facilitator.app.log import LOGGER  # noqa: PLC0415 - the same
        from facilitator.ui.trouble import Trouble  # noqa: PLC0415 - the same

        LOGGER.error("library: %s", problem.kind)
        told = f"{way_out(problem)} Nothing was changed.".strip()
        if self.stage is not None:
            self.complain(f"{problem.sentence} {told}")
            return
        self._leave_library()
        page = Trouble(self.theme, problem.sentence, told, self.program.try_again, self.close)
        latest = self.program.latest_backup() if problem.kind in MENDED_BY_BACKUP else None
        if latest is not None:
            page.offer(*latest, self.program.put_back)
        self.setCentralWidget(page)
        page.focus_start()

    def leave_review(self) -> bool:
        """Take the review off the Stage; False if a field still holds what was refused."""
        if self.stage is None:
            return True
        from facilitator.ui.open_sheets import half_typed  # noqa: PLC0415 - the start needs none

        if half_typed(self.freezing.home):
            self.freezing.home.activateWindow()
            return False
        if (self.room is not None and not self.room.settle()) or not self.stage.leave():
            return False
        self._let_go()
        return True

    def dress_anew(self) -> None:
        """Make everything that is shown again, after theme or type size have changed."""
        state = self.stage.state() if self.stage is not None else None
        if self.stage is not None and not self.stage.leave():
            self.complain(_STAYS, until_saved=True)
            return
        self.theme = self.program.theme()
        self._dress()
        if self.stage is not None and self.desk is not None:
            self.desk = self._new_desk(self.desk.session)
            self._put_stage(state)
            self._review_deeds.bind()
            if self.room is not None:
                self.room.dress_anew()
        elif self.library is not None:
            listed = self.library.state()
            self._leave_library()
            self._put_library(None).restore(listed)

    # -- Host ----------------------------------------------------------------------------------

    def go(self, phase: Phase, target: str | None = None) -> None:
        """Show a phase, with the row or field ``target`` selected."""
        if self.stage is not None:
            self.stage.show_phase(phase, target)

    def come_forward(self) -> None:
        """Give the window of the Stage the keys, also while it stands apart."""
        from facilitator.ui.fronts import bring_to_front  # noqa: PLC0415 - the start needs none

        bring_to_front(self.freezing.home)

    def complain(self, sentence: str, *, until_saved: bool = False) -> None:
        """Show a sentence in the banner above what is shown."""
        if self.stage is not None:
            self.stage.complain(sentence, until_saved=until_saved)
        elif self.library is not None:
            self.library.complain(sentence)

    def tell_step(self, words: str) -> None:
        """Say in the status line what was done, until the next edit."""
        if self.stage is not None:
            self.stage.tell_step(words)

    def hints_changed(self) -> None:
        """The keys in the status line are others now."""
        if self.stage is not None:
            self.stage.show_hints()

    def selection_changed(self) -> None:
        """Another row is current on the page."""
        if self.room is not None:
            self.room.place_changed()

    def shown_phase(self) -> Phase:
        """The phase on the Stage."""
        if self.stage is None:
            raise LookupError("no review is open")
        return self.stage.phase

    def selected(self) -> str | None:
        """The id of the row that is current on the Stage."""
        return None if self.stage is None else self.stage.page.selected()

    def show_card(self, card: StageCard) -> None:
        """Put a card over the page."""
        if self.stage is not None:
            self.stage.show_card(card)

    def close_card(self) -> None:
        """Take the card away, if there is one."""
        if self.stage is not None:
            self.stage.close_card()

    def card(self) -> StageCard | None:
        """The card over the page."""
        return None if self.stage is None else self.stage.card

    def front(self) -> QWidget:
        """The window that has the keys: what is asked is asked there."""
        console = self.room.console if self.room is not None else None
        return console if console is not None and console.isActiveWindow() else self.freezing.home

    def kept_sources(self) -> KeptSources:
        """The imported sources that are kept with the review."""
        from facilitator.app.kept_sources import KeptSources  # noqa: PLC0415 - when asked for

        if self.desk is None:
            raise LookupError("no review is open")
        return KeptSources(self.program.paths.sources, self.desk.review.id)

    def whom_else(self) -> WhomElse:
        """What knows the services and teams of the library."""
        from facilitator.app.elsewhere import WhomElse  # noqa: PLC0415 - when asked for

        return WhomElse(self.program.paths.library)

    # -- QMainWindow ---------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped wherever there is a review or the list."""
        shows = self.desk is not None or self.library is not None
        if shows and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Dropped files are imported."""
        from facilitator.ui.clipboard import local_files  # noqa: PLC0415 - then only
        from facilitator.ui.importing.deeds import bring_into  # noqa: PLC0415 - the same

        paths = local_files(event.mimeData())
        event.acceptProposedAction()
        if self.desk is not None:
            bring_into(self.desk, paths)
        elif self.library is not None:
            self.library.deeds.bring_in(paths)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell the first pictures, once they are out."""
        super().paintEvent(event)
        if not self._appeared:
            self._appeared = True
            QTimer.singleShot(0, self.appeared.emit)
        if not self._painted and self.centralWidget() is not None:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed; what a rule refuses may be left by closing again."""
        if self.centralWidget() is None:
            event.accept()
            return
        review_id = self.desk.review.id if self.desk else ""
        if not self.leave_review() and not self._warned():
            self.complain(_UNKEPT, until_saved=True)
            event.ignore()
            return
        self.program.settings.change(last_review=review_id)
        if self.stage is not None:
            self._let_go()
        self._leave_library()
        event.accept()

    # -- inside --------------------------------------------------------------------------------

    def _warned(self) -> bool:
        """Whether it says already that something is not kept."""
        banner = self.stage.banner if self.stage is not None else None
        return banner is not None and not banner.isHidden() and banner.sentence.text() == _UNKEPT

    def _let_go(self) -> None:
        """Nothing of the review that was shown goes on."""
        from facilitator.ui.open_sheets import close_sheets  # noqa: PLC0415 - the start needs none

        if self.room is not None:
            self.room.leave()
        close_sheets(self.freezing.home)
        self.freezing.thaw(self.stage)
        self._review_deeds.unbind()
        self.registry.unbind("review.back")
        self.stage = self.desk = self.room = None

    def _stage_moved(self, phase: Phase) -> None:
        if self.room is not None:
            self.room.stage_moved(phase)

    def _remember(self, review_id: str) -> None:
        """Keep which review is open; at the start it is the one that was kept."""
        if review_id != self.program.settings.last_review:
            self.program.settings.change(last_review=review_id)

    def _dress(self) -> None:
        from facilitator.ui.style import sheet  # noqa: PLC0415 - an empty window needs none

        self.setPalette(self.theme.palette())
        self.setStyleSheet(sheet(self.theme))
        self.freezing.dress(self.theme)

    def _new_desk(self, session: ReviewSession) -> Desk:
        from facilitator.ui.desk import Desk  # noqa: PLC0415 - the list needs none

        program = self.program
        return Desk(
            session=session,
            theme=self.theme,
            registry=self.registry,
            settings=program.settings,
            host=self,
            now=program.now,
            new_id=program.new_id,
        )

    def _put_stage(self, state: dict[str, Any] | None) -> None:
        from facilitator.domain.phase import Phase  # noqa: PLC0415 - the same
        from facilitator.ui.pages import make_page  # noqa: PLC0415 - the list needs no Stage
        from facilitator.ui.stage import Stage  # noqa: PLC0415 - the same

        if self.desk is None:
            return
        self.stage = Stage(self.desk, make_page)
        self.stage.moved.connect(self._stage_moved)
        self.freezing.home.setCentralWidget(self.stage)
        if state is None:
            self.stage.show_phase(Phase.BRIEF)
        else:
            self.stage.restore(state)
        self.name()

    def name(self) -> None:
        """Show the review's title in the frame of the window."""
        title = self.desk.review.title if self.desk else ""
        self.setWindowTitle(f"{title} – Facilitator" if title else "Facilitator")

    def _put_library(self, current: str | None) -> LibraryHall:
        from facilitator.ui.library.hall import LibraryHall  # noqa: PLC0415 - the Stage needs no list

        self.library = LibraryHall(self.theme, self.registry, self.program.door(self))
        self.setCentralWidget(self.library)
        self.setWindowTitle("Facilitator")
        if current is not None:
            self.library.select(current)
        self.library.focus_start()
        return self.library

    def _leave_library(self) -> None:
        if self.library is not None:
            self._left = self.library.state()
            self.library.leave()
            self.library = None
