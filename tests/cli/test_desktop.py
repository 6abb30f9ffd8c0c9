"""The program in the menu of a Linux desktop, and ``.review`` files by double click."""

from __future__ import annotations

import re
import shlex
import sys
from configparser import ConfigParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from facilitator.app import desktop
from facilitator.domain.records import Review
from facilitator.exchange.bundle import write_bundle
from facilitator.exchange.unpack import MIMETYPE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell

ENTRY = "applications/facilitator.desktop"
KINDS = "mime/packages/facilitator.xml"
_SPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="for Linux desktops")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "data"


def entry(folder: Path) -> dict[str, str]:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # Keys have capitals.
    parser.read(folder / ENTRY, "utf-8")
    return dict(parser["Desktop Entry"])


def test_it_is_put_into_the_menu_and_taken_away(shell: Shell, folder: Path) -> None:
    written = shell.done("desktop").out.splitlines()
    assert len(written) == 3
    assert all((folder / path).is_file() for path in written)
    assert entry(folder)["MimeType"] == f"{MIMETYPE.decode()};"
    assert shell.done("desktop").out.splitlines() == written
    assert shell.done("desktop", "--remove").out.splitlines() == written
    assert not any(path.is_file() for path in folder.rglob("facilitator*"))
    assert shell.done("desktop", "--remove").out == ""


def test_it_starts_this_program_with_the_file(shell: Shell, folder: Path) -> None:
    shell.done("desktop")
    assert shlex.split(entry(folder)["Exec"]) == [sys.executable, "-m", "facilitator", "%f"]


def test_an_odd_path_is_quoted(folder: Path) -> None:
    desktop.register(folder, ['/opt/1 % of "a$b`c\\d', "-m"])
    told = entry(folder)["Exec"].replace("\\\\", "\\").replace("%%", "%")
    # Not by shlex: to that a backslash before these two is one in double quotes.
    program = re.sub(r'\\(["`$\\])', r"\1", told.removesuffix(' "-m" %f'))
    assert program == '"/opt/1 % of "a$b`c\\d"'


def test_the_kind_is_known_by_name_and_by_content(folder: Path) -> None:
    desktop.register(folder)
    kind = ET.fromstring((folder / KINDS).read_bytes()).find(f"{_SPACE}mime-type")  # noqa: S314 - it is ours
    assert kind is not None
    assert kind.get("type") == MIMETYPE.decode()
    outer = kind.find(f"{_SPACE}magic/{_SPACE}match")
    assert outer is not None
    inner = outer.find(f"{_SPACE}match")
    assert inner is not None
    data = write_bundle(Review(id="r"))
    assert data.startswith(b"PK\x03\x04")
    assert outer.get("value") == r"PK\003\004"
    assert data[int(inner.get("offset", "")) :].startswith(inner.get("value", "").encode())


def test_a_folder_that_cannot_be_written_is_told(shell: Shell, folder: Path) -> None:
    folder.write_text("a file")
    assert "cannot be written" in shell.fails(3, "desktop")


def test_the_desktop_is_told(
    shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tools, told = tmp_path / "tools", tmp_path / "told"
    tools.mkdir()
    for name in ("update-mime-database", "update-desktop-database", "gio"):
        (tools / name).write_text(f'#!/bin/sh\necho "{name} $*" >>"{told}"\n')
        (tools / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}:/usr/bin:/bin")
    assert shell.done("desktop").err == ""
    kind = MIMETYPE.decode()
    assert told.read_text().splitlines() == [
        f"update-mime-database {folder / 'mime'}",
        f"update-desktop-database {folder / 'applications'}",
        f"gio mime {kind} facilitator.desktop",
    ]


def test_a_desktop_without_such_tools_looks_later(
    shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(folder / "none"))
    assert "log in again" in shell.done("desktop").err


def test_elsewhere_it_is_refused(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "for Linux desktops" in shell.fails(3, "desktop")


def test_it_is_all_or_nothing(shell: Shell, folder: Path) -> None:
    folder.mkdir()
    (folder / "mime").write_text("a file")
    told = shell.fails(3, "desktop")
    assert f"{folder} cannot be written" in told
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["mime"]
