"""Draws the program without a screen: the phases of the sample, a meeting of it, and its PDF."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPixmap

from facilitator.app.export import rendered, write
from facilitator.app.ids import Ids
from facilitator.app.opening import Opening
from facilitator.app.paths import Paths
from facilitator.app.settings import Settings
from facilitator.domain.phase import Phase
from facilitator.ui.program import Program, make_application
from facilitator.ui.tour_meeting import Hour, TourMeeting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

WIDTH, HEIGHT = 1600, 1000
_BETWEEN = 24


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
        hour = Hour()
        settings = Settings(scheme=scheme, size=size, console_scheme="dark")
        program = _program(Path(home), settings, hour)
        review_id = program.opening.library().add_sample()
        program.start(None)
        program.window.resize(width, height)
        for drawn in (
            _phases(program, review_id, folder),
            _import(program, folder),
            _export(program, folder),
            _meeting(program, hour, folder),
        ):
            for path in drawn:
                sys.stdout.write(f"{path}\n")
        sys.stdout.write(f"{_pdf(program, review_id, folder)}\n")
        program.window.close()
        program.opening.close()
    application.processEvents()
    return 0


def _program(home: Path, settings: Settings, hour: Hour) -> Program:
    found = Paths.find(str(home / "library.db"))
    new_id = Ids()
    opening = Opening(found, hour.now, new_id)
    return Program(found, settings, opening, hour.now, new_id, hour.steady)


def _phases(program: Program, review_id: str, folder: Path) -> Iterator[Path]:
    program.window.show()
    yield _grab(program.window, folder / "0-library.png")
    program.window.show_review(program.opening.library().load(review_id))
    for phase in Phase:
        program.window.go(phase)
        yield _grab(program.window, folder / f"{phase.number}-{phase.name.lower()}.png")


def _import(program: Program, folder: Path) -> Iterator[Path]:
    """A channel is pasted into the timeline, and sorted out."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - make_application has loaded it

    from facilitator.resources import read_text  # noqa: PLC0415 - nothing else of it needs one
    from facilitator.ui.importing.deeds import paste_into  # noqa: PLC0415 - as pasting does
    from facilitator.ui.importing.sheet import ImportSheet  # noqa: PLC0415 - the same

    window = program.window
    if window.desk is None:
        raise LookupError("no review is open")
    window.go(Phase.TIMELINE)
    paste_into(window.desk, read_text("sample_chat.txt"))
    sheet = window.findChild(ImportSheet)
    if not isinstance(sheet, ImportSheet):
        raise TypeError(sheet)
    while not sheet.basket.taken:
        QApplication.processEvents()
    yield _grab(window, folder / "import-asks.png")
    sheet.question.answered.emit("zone", "Europe/London", False)
    yield _grab(window, folder / "import.png")
    sheet.close_sheet()


def _export(program: Program, folder: Path) -> Iterator[Path]:
    """A document for others, looked through before it leaves the house."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - make_application has loaded it

    from facilitator.ui.export.sheet import ExportSheet  # noqa: PLC0415 - as the command does

    program.window.registry.run("review.export")
    sheet = program.window.findChild(ExportSheet)
    if not isinstance(sheet, ExportSheet):
        raise TypeError(sheet)
    sheet.audience.buttons["wide"].setChecked(True)
    while sheet.is_looking:
        QApplication.processEvents()
    # Whose machine draws it, and where, is nobody's business.
    sheet.line.setText(Path(sheet.line.text()).name)
    yield _grab(program.window, folder / "export.png")
    sheet.close_sheet()


def _meeting(program: Program, hour: Hour, folder: Path) -> Iterator[Path]:
    meeting = TourMeeting(program, hour)
    for name, show in (
        ("opening", meeting.show_opening),
        ("prompt", meeting.show_prompt),
        ("spotlight", meeting.show_spotlight),
    ):
        show()
        yield _grab(program.window, folder / f"{name}.png")
    console = meeting.console()
    yield _grab(console, folder / "console.png")
    both = _beside(_picture(program.window), _picture(console), program.theme().colour("rule"))
    yield _saved(both, folder / "stage-and-console.png")
    console.leave()
    console.close()


def _grab(window: QWidget, path: Path) -> Path:
    return _saved(_picture(window), path)


def _picture(window: QWidget) -> QPixmap:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - make_application has loaded it

    # Once to lay out, once for what the layout asks for.
    for _ in range(2):
        QApplication.processEvents()
    return window.grab()


def _beside(left: QPixmap, right: QPixmap, ground: QColor) -> QPixmap:
    """Two windows on a desktop, their tops in line."""
    width = left.width() + right.width() + 3 * _BETWEEN
    both = QPixmap(width, max(left.height(), right.height()) + 2 * _BETWEEN)
    both.fill(ground)
    painter = QPainter(both)
    painter.drawPixmap(_BETWEEN, _BETWEEN, left)
    painter.drawPixmap(2 * _BETWEEN + left.width(), _BETWEEN, right)
    painter.end()
    return both


def _saved(picture: QPixmap, path: Path) -> Path:
    if not picture.save(str(path)):
        raise OSError(f"{path} cannot be written.")
    return path


def _pdf(program: Program, review_id: str, folder: Path) -> Path:
    review = program.opening.library().load(review_id)
    out = folder / "sample.pdf"
    data = rendered(review, "pdf", program.now, program.paths.fonts)
    write(out, data, overwrite=True)
    return out
