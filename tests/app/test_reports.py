"""What is logged and reported of an error holds no word of a review."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from facilitator.app.crash import report
from facilitator.app.log import LOGGER, start_logging
from facilitator.domain.edits.timeline import change_event
from facilitator.domain.records import Review, TimelineEvent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

import pytest


def test_a_report_says_where_and_quotes_nothing() -> None:
    secret = "the-quiet-part"  # noqa: S105 - words of a review
    review = Review(id="r1", events=(TimelineEvent(id="e1", text=secret),))
    with pytest.raises(TypeError) as caught:
        change_event("e1", text=secret, **{secret: 1})(review)
    text = report(caught.type, caught.tb)
    assert "builtins.TypeError" in text
    assert "domain" in text
    assert "timeline.py:" in text
    assert secret not in text


@pytest.fixture
def own_handlers() -> Iterator[None]:
    """Leave the logger as it was."""
    there, passed_on = list(LOGGER.handlers), LOGGER.propagate
    yield
    for handler in LOGGER.handlers[len(there) :]:
        handler.close()
        LOGGER.removeHandler(handler)
    LOGGER.propagate = passed_on


@pytest.mark.usefixtures("own_handlers")
def test_the_log_is_the_users_own(tmp_path: Path) -> None:
    path = tmp_path / "logs" / "facilitator.log"
    assert start_logging(path)
    LOGGER.info("opened %s", "r1")
    assert "opened r1" in path.read_text(encoding="utf-8")
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.usefixtures("own_handlers")
def test_what_other_libraries_log_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "facilitator.log"
    start_logging(path)
    logging.getLogger("sqlalchemy").info("INSERT secret")
    LOGGER.info("only this")
    assert "secret" not in path.read_text(encoding="utf-8")


@pytest.mark.usefixtures("own_handlers")
def test_a_log_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert not start_logging(tmp_path / "file" / "facilitator.log")


@pytest.mark.usefixtures("own_handlers")
def test_a_log_that_breaks_later_is_done_without_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "facilitator.log"
    path.mkdir()
    assert start_logging(path)
    LOGGER.info("between you and me")
    assert capsys.readouterr() == ("", "")
