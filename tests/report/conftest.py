"""Fonts that are cut once for all tests, and the sample, printed once."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

import pytest

from facilitator import resources
from facilitator.exchange.review_json import read_review
from facilitator.report import installed, render

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from facilitator.domain.records import Review
    from tests.report.printed import Printer

NOW = datetime(2026, 3, 5, 16, 0, tzinfo=UTC)


@pytest.fixture(scope="session", autouse=True)
def no_fonts_of_this_machine() -> Iterator[None]:
    """What is printed in a test shall be the same on every machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(installed, "folders", lambda: ())
        yield


@pytest.fixture(scope="session")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fonts")


@pytest.fixture(scope="session")
def printer(fonts: Path) -> Printer:
    return lambda review: render(review, now=lambda: NOW, fonts=fonts)


@pytest.fixture(scope="session")
def sample() -> Review:
    numbers = count()
    data = resources.path("sample.json").read_bytes()
    return read_review(data, lambda: f"new-{next(numbers):03}")


@pytest.fixture(scope="session")
def sample_pdf(sample: Review, printer: Printer) -> bytes:
    return printer(sample)
