"""A library of one's own for every test of the command line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from facilitator.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Answer:
    """What a command gave back."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class Shell:
    """Runs commands in this process, on a library in a folder of its own."""

    library: Path
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *words: object) -> Answer:
        self.capsys.readouterr()
        status = main(["--library", str(self.library), *map(str, words)])
        out, err = self.capsys.readouterr()
        return Answer(status, out, err)

    def done(self, *words: object) -> Answer:
        """The answer of a command that succeeds."""
        answer = self(*words)
        assert answer.status == 0, answer.err
        return answer

    def fails(self, status: int, *words: object) -> str:
        """The one sentence of a command that ends with this status; nothing on stdout."""
        answer = self(*words)
        assert answer.status == status, answer
        assert answer.out == ""
        assert "Traceback" not in answer.err
        lines = answer.err.strip().splitlines()
        assert len(lines) == 1, answer.err
        assert lines[0].startswith("facilitator: ")
        return lines[0]

    def titles(self) -> list[str]:
        """The titles of all reviews in the library."""
        return [each["title"] for each in self.done("list", "--json").json]


@pytest.fixture
def shell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    """A command line whose library and folders are below ``tmp_path``."""
    monkeypatch.delenv("FACILITATOR_LIBRARY", raising=False)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return Shell(tmp_path / "library.facilitator", capsys)
