"""Where the two windows of a meeting stand on the screens there are; pure arithmetic."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WANTED = (900, 1000)
"""The Console's size where nothing is remembered."""
LEAST_CONSOLE, LEAST_STAGE, ROOMY_STAGE = 480, 960, 1440
_GRIP_WIDTH, _GRIP_HEIGHT = 200, 100
"""A window of which less can be seen is lost to whoever looks for it."""
_TITLE = 40
"""What a frame adds to the height of a window that has none yet."""


class Box(NamedTuple):
    """A rectangle in the pixels of the desktop."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first pixel beyond it."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first row of pixels below it."""
        return self.top + self.height

    def shared(self, other: Box) -> tuple[int, int]:
        """Width and height of what both have; zeros if they have nothing in common."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return (wide, high) if wide > 0 and high > 0 else (0, 0)

    def holds(self, other: Box) -> bool:
        """Whether the other one lies whole inside."""
        return self.shared(other) == (other.width, other.height)


def visible(window: Box, screens: Iterable[Box]) -> bool:
    """Whether enough of a window shows on one of the screens to find it."""
    wide, high = min(_GRIP_WIDTH, window.width), min(_GRIP_HEIGHT, window.height)
    shown = (window.shared(screen) for screen in screens)
    return any(w >= wide and h >= high and w and h for w, h in shown)


def fitted(window: Box, screen: Box) -> Box:
    """The window whole on a screen: no larger than that, and moved no farther than need be."""
    width, height = min(window.width, screen.width), min(window.height, screen.height)
    left = max(screen.left, min(window.left, screen.right - width))
    top = max(screen.top, min(window.top, screen.bottom - height))
    return Box(left, top, width, height)


def rescued(window: Box, screens: Sequence[Box]) -> Box:
    """The window as it is if it shows, else whole on the nearest screen that remains."""
    if not screens or visible(window, screens):
        return window
    return fitted(window, min(screens, key=lambda screen: _distance(window, screen)))


def console_place(
    remembered: Sequence[int], stage: Box, screens: Sequence[Box], wanted: tuple[int, int] = WANTED
) -> Box:
    """Where the Console opens.

    Where it stood last, if that still shows, and no larger than the screen there; else in the
    middle of another screen than the Stage's, else on the right half of the only one.
    """
    last = _box(remembered)
    if last is not None and visible(last, screens):
        return _no_larger(last, screen_of(last, screens))
    home = screen_of(stage, screens)
    other = next((screen for screen in screens if screen != home), None)
    if other is None:
        return _right_half(home, wanted)
    width, height = wanted[0], min(wanted[1], _below_title(other))
    left, top = (other.width - width) // 2, (other.height - height) // 2
    return fitted(Box(other.left + left, other.top + top, width, height), other)


def beside(screen: Box, least_console: int) -> tuple[Box, Box]:
    """Stage and Console side by side on one screen, the Console on the right.

    A large screen leaves the Stage the width at which nothing on it has to be shortened, and a
    Console of two columns; a small one leaves the Console its least width, and then the Stage. A
    Stage that would be too narrow to work with reaches under the Console.
    """
    least = min(least_console, screen.width)
    console = max(least, min(WANTED[0], screen.width - ROOMY_STAGE))
    stage = max(min(LEAST_STAGE, screen.width), screen.width - console)
    return (
        Box(screen.left, screen.top, stage, screen.height),
        Box(screen.right - console, screen.top, console, screen.height),
    )


def screen_of(window: Box, screens: Sequence[Box]) -> Box:
    """The screen that shows most of a window, or the nearest; the window if there is none."""
    if not screens:
        return window
    return min(screens, key=lambda screen: (-_area(window, screen), _distance(window, screen)))


def _right_half(screen: Box, wanted: tuple[int, int]) -> Box:
    width = min(wanted[0], max(screen.width // 2, min(LEAST_CONSOLE, screen.width)))
    height = min(wanted[1], _below_title(screen))
    return Box(screen.right - width, screen.top, width, height)


def _below_title(screen: Box) -> int:
    return max(1, screen.height - _TITLE)


def _box(remembered: Sequence[int]) -> Box | None:
    if len(remembered) != 4 or min(remembered[2:]) < 1:
        return None
    return Box(*remembered)


def _no_larger(window: Box, screen: Box) -> Box:
    small = window.width <= screen.width and window.height <= screen.height
    return window if small else fitted(window, screen)


def _area(one: Box, other: Box) -> int:
    wide, high = one.shared(other)
    return wide * high


def _distance(window: Box, screen: Box) -> int:
    """How far the middles are apart, squared; twice as large as it is, to stay whole."""
    across = 2 * (window.left - screen.left) + window.width - screen.width
    down = 2 * (window.top - screen.top) + window.height - screen.height
    return across * across + down * down
