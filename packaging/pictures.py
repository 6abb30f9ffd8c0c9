"""Draws the pictures of the documentation anew: the sample review, and a meeting of it."""

import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pypdfium2

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
PAGES = 2
SCALE = 1.5
NOT_SHOWN = frozenset({"prompt.png", "import-asks.png"})
"""The tour draws them too, but no page of the documentation shows them."""


def main() -> int:
    """The screens by the tour, the first pages of its PDF by pdfium."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # The clocks in the pictures are those of the place where the program runs.
    os.environ["TZ"] = "UTC"
    time.tzset()
    sys.path.insert(0, str(ROOT))
    from facilitator.ui import tour  # noqa: PLC0415 - the platform is chosen first

    PICTURES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        tour.run(Path(folder))
        for picture in Path(folder).glob("*.png"):
            if picture.name not in NOT_SHOWN:
                picture.replace(PICTURES / picture.name)
        document = pypdfium2.PdfDocument(Path(folder) / "sample.pdf")
        for number in range(min(PAGES, len(document))):
            image = document[number].render(scale=SCALE).to_pil()
            image.save(PICTURES / f"pdf-{number + 1}.png", optimize=True)
        document.close()
        _draw_brief()
        _draw_loop(Path(folder))
    return 0


def _draw_brief() -> None:
    """The page for everybody."""
    from itertools import count  # noqa: PLC0415 - the platform is chosen first

    from facilitator.app.export import Wish, rendered  # noqa: PLC0415 - the same
    from facilitator.app.paths import Paths  # noqa: PLC0415 - the same
    from facilitator.app.sample import read_sample  # noqa: PLC0415 - the same
    from facilitator.domain.audience import for_audience  # noqa: PLC0415 - the same
    from facilitator.domain.words import Audience  # noqa: PLC0415 - the same

    numbers = count()
    review = for_audience(read_sample(lambda: f"n{next(numbers)}"), Audience.BRIEF)
    data = rendered(
        review, "pdf", lambda: review.updated, Paths.find().fonts, wish=Wish(Audience.BRIEF)
    )
    with pypdfium2.PdfDocument(data) as document:
        document[0].render(scale=SCALE).to_pil().save(PICTURES / "brief.png", optimize=True)


LOOP = {
    "hall.actions": "library-actions.png",
    "hall.trends": "library-trends.png",
    "hall.patterns": "library-patterns.png",
}
"""Pages of the library, by the command that leads to each."""
HISTORY = 60


def _draw_loop(folder: Path) -> None:
    """The pages about all reviews, over a made-up history on its last day."""
    from datetime import UTC, datetime  # noqa: PLC0415 - the platform is chosen first

    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the same

    from facilitator.app.ids import Ids  # noqa: PLC0415 - the same
    from facilitator.app.opening import Opening  # noqa: PLC0415 - the same
    from facilitator.app.paths import Paths  # noqa: PLC0415 - the same
    from facilitator.app.settings import Settings  # noqa: PLC0415 - the same
    from facilitator.ui.program import Program  # noqa: PLC0415 - the same
    from tests.scale.library import made  # noqa: PLC0415 - the same
    from tests.scale.reviews import TODAY  # noqa: PLC0415 - the same

    def now() -> datetime:
        return datetime.combine(TODAY, datetime.min.time(), UTC)

    application = QApplication.instance()
    paths = Paths.find(str(made(folder, HISTORY)))
    opening = Opening(paths, now, Ids())
    opening.library()
    program = Program(paths, Settings(scheme="light"), opening, now, Ids(), time.monotonic)
    program.start(None)
    program.window.resize(1600, 1000)
    program.window.show()
    for command, name in LOOP.items():
        program.window.registry.run(command)
        _settle(application)
        program.window.grab().save(str(PICTURES / name))
    program.window.close()
    opening.close()


def _settle(application: Any) -> None:
    """Until what is read in threads stands on the page."""
    end = time.monotonic() + 3
    while time.monotonic() < end:
        application.processEvents()


if __name__ == "__main__":
    sys.exit(main())
