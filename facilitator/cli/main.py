"""Runs one command and turns every failure into one sentence and an exit status."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from facilitator.app.crash import where
from facilitator.cli.failure import Exit, Failure
from facilitator.cli.parser import build_parser
from facilitator.cli.streams import flush, open_closed, progress, use_utf8

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence
    from datetime import datetime

    Clock = Callable[[], datetime]
    NewId = Callable[[], str]

MISTAKE = 1
"""The exit status after an error of the program itself."""
INTERRUPTED = 130
"""The exit status of a command that was stopped by hand."""


def main(argv: Sequence[str], *, now: Clock, new_id: NewId) -> int:
    """Run the command line; the exit status is one of ``Exit``, ``MISTAKE`` or ``INTERRUPTED``."""
    open_closed()
    use_utf8()
    status = _done(argv, now, new_id)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            _lead_nowhere(stream)
    return status


def _done(argv: Sequence[str], now: Clock, new_id: NewId) -> int:
    try:
        with suppress(SystemExit):
            # After the help or the version.
            _run(build_parser().parse_args(argv), now, new_id)
        flush()
    except Failure as failure:
        return _told(failure.status, failure.sentence)
    except BrokenPipeError:
        """Whoever read the results has gone: that is no error."""
    except KeyboardInterrupt:
        return _told(INTERRUPTED, "Stopped.")
    except Exception as problem:  # noqa: BLE001 - a traceback may quote what people wrote
        return _told(MISTAKE, f"Facilitator made a mistake: {where(problem)}.")
    return Exit.DONE


def _told(status: int, sentence: str) -> int:
    progress(f"facilitator: {sentence}")
    return status


def _lead_nowhere(stream: TextIO) -> None:
    """Python shall not fail again when it closes the stream."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _run(arguments: Namespace, now: Clock, new_id: NewId) -> None:
    """Load only the modules of the command that is wanted."""
    if arguments.command == "coach":
        from facilitator.cli.coach_commands import coach  # noqa: PLC0415 - see above

        coach(arguments.what, as_json=arguments.json)
    elif arguments.command in {"backup", "restore", "doctor"}:
        from facilitator.cli import care_commands  # noqa: PLC0415 - the same

        care_commands.run(arguments, now)
    elif arguments.command in {"patterns", "similar", "asked"}:
        from facilitator.cli import loop_commands  # noqa: PLC0415 - the same

        loop_commands.run(arguments, now, new_id)
    elif arguments.command == "digest":
        from facilitator.cli import library_files  # noqa: PLC0415 - the same

        library_files.run(arguments, now, new_id)
    elif arguments.command == "desktop":
        from facilitator.cli import desktop_command  # noqa: PLC0415 - the same

        desktop_command.run(remove=arguments.remove)
    else:
        from facilitator.cli import review_commands  # noqa: PLC0415 - the same

        review_commands.run(arguments, now, new_id)
