"""The tour draws phases, meeting and PDF on a machine without a screen."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pathlib import Path

PHASES = ("1-brief", "2-timeline", "3-factors", "4-findings", "5-actions", "6-close")
SIZES = {
    **dict.fromkeys(
        (
            *("0-library", *PHASES, "import-asks", "import", "export"),
            *("opening", "prompt", "spotlight"),
        ),
        (1600, 1000),
    ),
    "console": (900, 1000),
    "stage-and-console": (2572, 1048),
}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The folder, and what was printed."""
    folder = tmp_path_factory.mktemp("tour")
    command = [sys.executable, "-m", "facilitator", "tour", "--out", str(folder)]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    result = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    assert not result.stderr
    return folder, result.stdout.splitlines()


def test_every_file_is_printed(drawn: tuple[Path, list[str]]) -> None:
    folder, printed = drawn
    assert sorted(printed) == sorted(str(path) for path in folder.iterdir())
    assert {path.stem for path in folder.glob("*.png")} == set(SIZES)
    assert (folder / "sample.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("name", SIZES)
def test_every_picture_shows_something(drawn: tuple[Path, list[str]], name: str) -> None:
    image = QImage(str(drawn[0] / f"{name}.png"))
    assert (image.width(), image.height()) == SIZES[name]
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, 900, 7)}
    assert len(colours) > 20
