"""Wires the program together: paths, log, settings, library, then the window or one command."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.cli.request import tour_request, window_request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.cli.request import WindowRequest


def main(argv: Sequence[str] | None = None) -> int:
    """Start the program; returns the exit status."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    if arguments == ["--version"]:
        return _tell_version()
    folder = tour_request(arguments)
    if folder is not None:
        return _draw_tour(folder)
    wanted = window_request(arguments)
    return _run_command(arguments) if wanted is None else _open_window(wanted)


def _tell_version() -> int:
    from importlib.metadata import version  # noqa: PLC0415 - nothing else needs it

    sys.stdout.write(f"facilitator {version('facilitator')}\n")
    return 0


def _open_window(wanted: WindowRequest) -> int:
    from facilitator.app.clock import utc_now  # noqa: PLC0415 - the window alone needs these
    from facilitator.app.ids import Ids  # noqa: PLC0415
    from facilitator.app.log import start_logging  # noqa: PLC0415
    from facilitator.app.opening import Opening  # noqa: PLC0415
    from facilitator.app.paths import Paths  # noqa: PLC0415
    from facilitator.app.settings import read_settings  # noqa: PLC0415
    from facilitator.ui.program import Program, run  # noqa: PLC0415 - a command needs no screen

    paths, new_id = Paths.find(wanted.library), Ids()
    start_logging(paths.log)
    opening = Opening(paths, utc_now, new_id)
    program = Program(paths, read_settings(paths.settings), opening, utc_now, new_id)
    return run(program, wanted.target)


def _draw_tour(folder: str) -> int:
    from facilitator.ui import tour  # noqa: PLC0415 - a command needs no screen

    return tour.run(Path(folder))


def _run_command(arguments: Sequence[str]) -> int:
    from facilitator.app.clock import utc_now  # noqa: PLC0415 - the window need not wait for this
    from facilitator.app.ids import Ids  # noqa: PLC0415 - the same
    from facilitator.cli.main import main as run  # noqa: PLC0415 - the same

    return run(arguments, now=utc_now, new_id=Ids())


if __name__ == "__main__":
    sys.exit(main())
