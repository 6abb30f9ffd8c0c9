"""Runs one command and turns every failure into one sentence and an exit status."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from facilitator.cli.failure import Exit, Failure
from facilitator.cli.parser import build_parser
from facilitator.cli.streams import progress, use_utf8

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence
    from datetime import datetime

    Clock = Callable[[], datetime]
    NewId = Callable[[], str]

INTERRUPTED = 130
"""The exit status of a command that was stopped by hand."""


def main(argv: Sequence[str], *, now: Clock, new_id: NewId) -> int:
    """Run the command line; the exit status is one of ``Exit``, or ``INTERRUPTED``."""
    use_utf8()
    try:
        _run(build_parser().parse_args(argv), now, new_id)
        sys.stdout.flush()
    except Failure as failure:
        progress(f"facilitator: {failure.sentence}")
        return failure.status
    except BrokenPipeError:
        _leave_stdout()
    except KeyboardInterrupt:
        progress("facilitator: Stopped.")
        return INTERRUPTED
    return Exit.DONE


def _leave_stdout() -> None:
    """Whoever read the results has gone: Python shall not fail again when it closes stdout."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _run(arguments: Namespace, now: Clock, new_id: NewId) -> None:
    """Load only the modules of the command that is wanted."""
    if arguments.command == "coach":
        from facilitator.cli.coach_commands import coach_actions  # noqa: PLC0415 - see above

        coach_actions(as_json=arguments.json)
    elif arguments.command in {"backup", "restore", "doctor"}:
        from facilitator.cli import care_commands  # noqa: PLC0415 - the same

        care_commands.run(arguments, now)
    else:
        from facilitator.cli import review_commands  # noqa: PLC0415 - the same

        review_commands.run(arguments, now, new_id)
