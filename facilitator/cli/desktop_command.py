"""``desktop``: into the menu, and ``.review`` files by double click."""

from __future__ import annotations

import sys

from facilitator.app import desktop
from facilitator.cli.failure import Exit, Failure, refused
from facilitator.cli.streams import progress, tell


def run(*, remove: bool) -> None:
    """Write what a Linux desktop needs, or take it away; the paths go to stdout."""
    if sys.platform != "linux":
        raise refused("This is for Linux desktops; elsewhere choose Facilitator with “Open with”.")
    folder = desktop.place()
    try:
        paths = desktop.unregister(folder) if remove else desktop.register(folder)
    except OSError as problem:
        words = f"{folder} cannot be written: {problem.strerror or problem}."
        raise Failure(Exit.REFUSED, words) from None
    for path in paths:
        tell(str(path))
    if not paths:
        progress("There was nothing to take away.")
    elif not desktop.renew(folder):
        progress("The desktop takes notice when you log in again.")
