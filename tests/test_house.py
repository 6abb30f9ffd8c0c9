"""Rules of the house that no other tool holds."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
MODULES = sorted((ROOT / "facilitator").rglob("*.py"))

# In pieces, so that this file names none of them.
HOSTS = [
    ".".join(pieces).encode()
    for pieces in [
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("pypi", "python", "org"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
        ("archive", "ubuntu", "com"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("anaconda", "org"),
        ("crates", "io"),
    ]
]
INDEX_OPTION = re.compile(r"--(extra-)?index-url|--find-links|--trusted-host|^-[if] ", re.MULTILINE)
MADE_BY_TOOLS = {".git", ".venv", ".venv-fuzz", ".venv-peers", "build", "dist", "__pycache__"}
SUMMARY = re.compile(r"[^\n]+[.?]")
NEXT_SENTENCE = re.compile(r"(?<!e\.g)(?<!i\.e)[.?!] [A-Z]")


def _files(folder: Path) -> list[Path]:
    found = []
    for path in folder.iterdir():
        if path.name in MADE_BY_TOOLS or path.name.endswith(("_cache", ".egg-info")):
            continue
        if path.is_dir():
            found += _files(path)
        elif path.is_file():
            found.append(path)
    return found


def _canonical(requirement: str) -> str:
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def _locked() -> dict[str, str]:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lock, re.MULTILINE))


def _wanted() -> list[str]:
    project = PROJECT["project"]
    return [
        *PROJECT["build-system"]["requires"],
        *project["dependencies"],
        *project["optional-dependencies"]["dev"],
    ]


def test_no_file_names_the_host_of_a_registry() -> None:
    told = [
        f"{path.relative_to(ROOT)}: {host.decode()}"
        for path in _files(ROOT)
        if path.suffix != ".pyc"
        for host in HOSTS
        if host in path.read_bytes()
    ]
    assert not told


def test_the_lock_leaves_the_index_to_whoever_installs() -> None:
    assert not INDEX_OPTION.search((ROOT / "requirements.lock").read_text("utf-8"))


@pytest.mark.parametrize("requirement", _wanted())
def test_what_pyproject_lists_is_locked(requirement: str) -> None:
    locked = _locked()
    name = _canonical(requirement)
    assert name in locked, "The lock lacks it: run 'make lock'."
    if "==" in requirement:
        assert requirement.endswith(f"=={locked[name]}")


@pytest.mark.parametrize("name", _locked())
def test_what_is_locked_has_its_licence_told(name: str) -> None:
    told = re.findall(
        r"^\| ([^|]+?) \|", (ROOT / "THIRD_PARTY.md").read_text("utf-8"), re.MULTILINE
    )
    assert name in {_canonical(each) for each in told}, "THIRD_PARTY.md does not list it."


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_in_one_sentence_what_it_is(module: Path) -> None:
    text = ast.get_docstring(ast.parse(module.read_text("utf-8")))
    assert text, "The module has no docstring."
    summary = text.split("\n\n")[0]
    assert SUMMARY.fullmatch(summary), "It is one line that ends with a full stop."
    assert not NEXT_SENTENCE.search(summary), "It is one sentence."


@pytest.mark.parametrize(
    ("contract", "exempt"),
    [("screen", {"ui"}), ("database", {"store"}), ("print", {"report"})],
)
def test_a_contract_covers_every_other_room(contract: str, exempt: set[str]) -> None:
    contracts = {each["id"]: each for each in PROJECT["tool"]["importlinter"]["contracts"]}
    children = (ROOT / "facilitator").iterdir()
    rooms = {
        child.stem
        for child in children
        if child.name != "__init__.py"
        and (child.suffix == ".py" or (child / "__init__.py").exists())
    }
    covered = {name.removeprefix("facilitator.") for name in contracts[contract]["source_modules"]}
    assert rooms - exempt <= covered, "pyproject.toml lacks a room."
    assert not covered & exempt


def test_a_failure_class_and_a_lane_have_one_name_each() -> None:
    """As the table of words has them, so that what is read in one place is found in another."""
    other = re.compile(r"(?:[Kk]inds?|[Cc]lass) of failure|\"Where\"")
    words = [*MODULES, *(ROOT / "resources" / "coach" / "en").glob("*.toml")]
    found = [path.name for path in words if other.search(path.read_text("utf-8"))]
    assert found == []
