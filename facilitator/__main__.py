"""Wires the program together: paths, log, settings, library, then the window or one command."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.cli.request import has_screen, tour_request, window_request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.cli.request import WindowRequest


def main(argv: Sequence[str] | None = None) -> int:
    """Start the program; returns the exit status."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    folder = tour_request(arguments)
    if folder is not None:
        return _draw_tour(folder)
    wanted = window_request(arguments)
    if wanted is None:
        return _run_command(arguments)
    if not has_screen(os.environ, sys.platform):
        return _refuse("USAGE", "There is no screen here to open a window on. See: facilitator -h")
    return _open_window(wanted)


def _open_window(wanted: WindowRequest) -> int:
    # What is loaded at the start stays: looking for garbage in it only takes time. The collector
    # begins its work when the library is open.
    gc.disable()
    from facilitator.ui.plain_import import use_plain_import  # noqa: PLC0415 - the window alone

    use_plain_import()
    from facilitator.app.clock import utc_now  # noqa: PLC0415 - the window alone needs these
    from facilitator.app.ids import Ids  # noqa: PLC0415
    from facilitator.app.log import start_logging  # noqa: PLC0415
    from facilitator.app.opening import Opening  # noqa: PLC0415
    from facilitator.app.paths import Paths  # noqa: PLC0415
    from facilitator.app.settings import read_settings  # noqa: PLC0415
    from facilitator.store.errors import LibraryUnusable  # noqa: PLC0415
    from facilitator.ui.program import Program, run  # noqa: PLC0415 - a command needs no screen

    try:
        paths, new_id = Paths.find(wanted.library), Ids()
    except LibraryUnusable as problem:
        return _refuse("LIBRARY", problem.sentence)
    start_logging(paths.log)
    opening = Opening(paths, utc_now, new_id)
    program = Program(paths, read_settings(paths.settings), opening, utc_now, new_id)
    return run(program, wanted.target)


def _draw_tour(folder: str) -> int:
    from facilitator.ui import tour  # noqa: PLC0415 - a command needs no screen

    try:
        return tour.run(Path(folder))
    except OSError as problem:
        words = f"The pictures cannot be written to {folder}: {problem.strerror or problem}."
        return _refuse("REFUSED", words)


def _refuse(status: str, sentence: str) -> int:
    from facilitator.cli.failure import Exit  # noqa: PLC0415 - rarely needed
    from facilitator.cli.streams import progress  # noqa: PLC0415 - the same

    progress(f"facilitator: {sentence}")
    return Exit[status]


def _run_command(arguments: Sequence[str]) -> int:
    from facilitator.app.clock import utc_now  # noqa: PLC0415 - the window need not wait for this
    from facilitator.app.ids import Ids  # noqa: PLC0415 - the same
    from facilitator.cli.main import main as run  # noqa: PLC0415 - the same

    return run(arguments, now=utc_now, new_id=Ids())


if __name__ == "__main__":
    sys.exit(main())
