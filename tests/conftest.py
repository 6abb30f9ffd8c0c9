"""What every test gets: a home of its own, Qt without a screen, and no warning unheard."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Qt reads this when the first test makes the application.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples in every run, so that a failure comes back. A busy machine is slow and not
# wrong: time is left to the benchmarks.
settings.register_profile(
    "ci",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=50,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
# For a long look now and then: pytest --hypothesis-profile deep
settings.register_profile("deep", deadline=None, max_examples=2000)
settings.load_profile("ci")


@pytest.fixture(scope="session", autouse=True)
def _session_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the run away from the home of whoever runs it.

    What is cached follows from what is installed and takes a while to make, so all tests of a
    run share one cache. Qt wants its runtime folder before the first test and for its owner only.
    """
    home = tmp_path_factory.mktemp("home")
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        patch.setenv("XDG_CACHE_HOME", str(home / "cache"))
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        yield


@pytest.fixture
def library_dir(tmp_path: Path) -> Path:
    """An empty folder for the library of this test."""
    folder = tmp_path / "library"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


@pytest.fixture
def library_path(library_dir: Path) -> Path:
    """Where the library of this test will be; FACILITATOR_LIBRARY says the same."""
    return library_dir / "library.db"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, library_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the test its own settings, data and library, all of them empty."""
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name.lower()))
    monkeypatch.setenv("FACILITATOR_LIBRARY", str(library_path))


class _Alarm(logging.Handler):
    """Keeps what was logged as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_warning_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning or worse, unless it is marked ``expects_log``."""
    alarm = _Alarm()
    root = logging.getLogger()
    root.addHandler(alarm)
    try:
        yield
    finally:
        root.removeHandler(alarm)
    if alarm.lines and request.node.get_closest_marker("expects_log") is None:
        pytest.fail("\n".join(["The test logged what it does not expect:", *alarm.lines]))
