"""What the commands on the window do: palette, menu, keys, type size, light and dark."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from facilitator.ui.commands import Where, place_of
from facilitator.ui.theme import next_size

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.ui.meeting_room import MeetingRoom
    from facilitator.ui.window import MainWindow


class ViewDeeds:
    """Bound for as long as the window lives."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def bind(self) -> None:
        """Bind the commands."""
        runs: dict[str, Callable[[], object]] = {
            "view.palette": self.palette,
            "view.menu": self.menu,
            "view.larger": partial(self.resize, 1),
            "view.smaller": partial(self.resize, -1),
            "view.normal": partial(self.resize, 0),
            "view.dark": self.switch_scheme,
            "view.full_screen": self.full_screen,
            "help.keys": self.keys,
            "help.about": self.about,
            "review.quit": self._window.close,
        }
        for command, run in runs.items():
            self._window.registry.bind(command, run)

    def palette(self) -> None:
        """Type to run a command."""
        from facilitator.ui.palette import palette  # noqa: PLC0415 - when asked for

        chooser = palette(self._window.theme, self._window.registry, self.find)
        chooser.open_over(self._window.front(), chooser.line)

    def find(self, line: str) -> None:
        """Search all reviews for a line, in the library."""
        if self._window.library is None:
            self._window.show_library()
        if self._window.library is not None:
            self._window.library.search(line)

    def menu(self) -> None:
        """Everything that can be done now, by place."""
        from facilitator.ui.menus import build_menu  # noqa: PLC0415 - when asked for

        font, front = self._window.theme.font("label"), self._window.front()
        menu = build_menu(front, self._window.registry, font)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(front.mapToGlobal(QPoint(self._window.theme.px(40), 0)))
        menu.setActiveAction(menu.actions()[0])

    def keys(self) -> None:
        """All keys on one card, those of the place that has the keys first."""
        from facilitator.ui.key_card import KeyCard  # noqa: PLC0415 - when asked for

        stage, room = self._window.stage, self._console_room()
        here = Where.LIBRARY if stage is None else place_of(stage.phase)
        theme = self._window.theme
        if room is not None:
            here, theme = Where.MEETING, room.theme()
        commands = tuple(self._window.registry.commands.values())
        if here is Where.LIBRARY:
            from facilitator.ui.library.operators import operators  # noqa: PLC0415 - the same

            library = self._window.library
            here = here if library is None else library.place
            commands = (*operators(here), *commands)
        card = KeyCard(theme, commands, here)
        card.open_over(self._window.front(), card.line)

    def about(self) -> None:
        """Version, licence, and where everything is."""
        from facilitator.ui.about import AboutSheet  # noqa: PLC0415 - when asked for

        sheet = AboutSheet(self._window.theme, self._window.program.paths)
        sheet.open_over(self._window.front())

    def resize(self, step: int) -> None:
        """One type size up or down, in the window that has the keys; 0 is the normal one."""
        size = getattr(self._window.program.settings, self._own("size"))
        self._dress("size", next_size(size, step) if step else 100)

    def switch_scheme(self) -> None:
        """From light to dark, or back, in the window that has the keys."""
        room = self._console_room()
        shown = self._window.theme if room is None else room.theme()
        self._dress("scheme", "light" if shown.scheme == "dark" else "dark")

    def _own(self, setting: str) -> str:
        """The name of a setting as the window has it that has the keys."""
        return setting if self._console_room() is None else f"console_{setting}"

    def _dress(self, setting: str, value: object) -> None:
        """Change a setting of the window that has the keys, and show it."""
        self._window.program.settings.change(**{self._own(setting): value})
        (self._console_room() or self._window).dress_anew()

    def _console_room(self) -> MeetingRoom | None:
        """The room of the meeting, if its Console has the keys."""
        room = self._window.room
        in_console = room is not None and room.console is self._window.front()
        return room if in_console else None

    def full_screen(self) -> None:
        """The whole screen for the Stage, wherever that is, or its window again."""
        home = self._window.freezing.home
        if home.isFullScreen():
            home.showNormal()
        else:
            home.showFullScreen()
