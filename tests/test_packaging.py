"""What a user installs is whole, and what it lacks is said in a sentence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder

from tests.scripts import script

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parent.parent


@pytest.fixture
def libs() -> ModuleType:
    return script("system_libs")


def test_the_wheel_holds_the_code_and_the_resources(tmp_path: Path) -> None:
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
    resources = {
        f"facilitator/_resources/{path.relative_to(ROOT / 'resources').as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    code = {path.relative_to(ROOT).as_posix() for path in (ROOT / "facilitator").rglob("*.py")}
    # Alembic's steps are among them, which nothing imports.
    assert code | {"facilitator/py.typed"} <= names
    assert resources <= names
    assert not [name for name in names if name.startswith(("resources/", "tests/"))]


@pytest.mark.parametrize(
    ("kind", "environment", "asked"),
    [
        ("offscreen", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, set()),
        ("screen", {}, set()),
        ("screen", {"DISPLAY": ":0"}, {"libxcb-cursor0"}),
        ("screen", {"WAYLAND_DISPLAY": "wayland-0"}, {"libwayland-client0"}),
    ],
)
def test_only_the_libraries_of_the_screen_at_hand_are_asked_for(
    libs: ModuleType, kind: str, environment: dict[str, str], asked: set[str]
) -> None:
    packages = set(libs.needed(kind, environment).values())
    assert "libgl1" in packages
    assert packages & {"libxcb-cursor0", "libwayland-client0"} == asked


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux lacks them.")
def test_a_missing_library_is_named_by_its_package_in_one_sentence(
    libs: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(libs, "OFFSCREEN", {"libnowhere.so.9": "libnowhere9"})
    monkeypatch.setattr(libs, "may_install", lambda: False)
    assert libs.main(["offscreen"]) == 1
    said = capsys.readouterr().err
    assert "libnowhere9" in said
    assert said.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux lacks them.")
def test_root_on_debian_gets_the_missing_packages(
    libs: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    there: list[str] = []
    monkeypatch.setattr(libs, "OFFSCREEN", {"libnowhere.so.9": "libnowhere9"})
    monkeypatch.setattr(libs, "may_install", lambda: True)
    monkeypatch.setattr(libs, "install", there.extend)
    monkeypatch.setattr(libs, "loads", lambda _library: bool(there))
    assert libs.main(["offscreen"]) == 0
    assert there == ["libnowhere9"]


def test_this_python_is_ready() -> None:
    script = ROOT / "packaging" / "python_ready.py"
    ran = subprocess.run([sys.executable, script], check=False, capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    ready = script("python_ready")
    monkeypatch.setattr(sys, "version_info", (3, 9, 1, "final", 0))
    assert "this one is 3.9:" in ready.lack()
