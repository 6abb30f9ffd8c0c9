"""Draws the program without a screen: the sample review in, its PDF and a picture a phase out."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from facilitator.app.clock import utc_now
from facilitator.app.export import rendered, write
from facilitator.app.ids import Ids
from facilitator.app.opening import Opening
from facilitator.app.paths import Paths
from facilitator.app.settings import Settings
from facilitator.domain.phase import Phase
from facilitator.ui.program import Program, make_application

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.ui.window import MainWindow

WIDTH, HEIGHT = 1600, 1000


def run(
    folder: Path,
    *,
    scheme: str = "light",
    size: int = 100,
    width: int = WIDTH,
    height: int = HEIGHT,
) -> int:
    """Write everything into the folder and print each path; the exit status."""
    application = make_application()
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home:
        program = _program(Path(home), Settings(scheme=scheme, size=size))
        review_id = program.opening.library().add_sample()
        program.start(None)
        program.window.resize(width, height)
        for path in (*_pictures(program, review_id, folder), _pdf(program, review_id, folder)):
            sys.stdout.write(f"{path}\n")
        program.window.close()
        program.opening.close()
    application.processEvents()
    return 0


def _program(home: Path, settings: Settings) -> Program:
    found = Paths.find(str(home / "library.db"))
    new_id = Ids()
    return Program(found, settings, Opening(found, utc_now, new_id), utc_now, new_id)


def _pictures(program: Program, review_id: str, folder: Path) -> Iterator[Path]:
    program.window.show()
    yield _grab(program.window, folder / "0-library.png")
    program.window.show_review(program.opening.library().load(review_id))
    for phase in Phase:
        program.window.go(phase)
        yield _grab(program.window, folder / f"{phase.number}-{phase.name.lower()}.png")


def _grab(window: MainWindow, path: Path) -> Path:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - make_application has loaded it

    # Once to lay out, once for what the layout asks for.
    for _ in range(2):
        QApplication.processEvents()
    if not window.grab().save(str(path)):
        raise OSError(f"{path} cannot be written.")
    return path


def _pdf(program: Program, review_id: str, folder: Path) -> Path:
    review = program.opening.library().load(review_id)
    out = folder / "sample.pdf"
    data = rendered(review, "pdf", program.now, program.paths.fonts)
    write(out, data, overwrite=True)
    return out
