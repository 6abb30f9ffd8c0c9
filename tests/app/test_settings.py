"""Settings hold whatever the file holds, and never stop the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.app.settings import Settings, read_settings

if TYPE_CHECKING:
    from pathlib import Path


def test_without_a_file_there_are_the_usual_values(tmp_path: Path) -> None:
    settings = read_settings(tmp_path / "none" / "settings.toml")
    assert (settings.scheme, settings.size, settings.last_review) == ("light", 100, "")


def test_what_is_changed_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.toml"
    assert read_settings(path).change(scheme="dark", size=150, last_review="r1")
    again = read_settings(path)
    assert (again.scheme, again.size, again.last_review) == ("dark", 150, "r1")
    assert path.stat().st_mode & 0o777 == 0o600


def test_values_of_other_versions_stay(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('size = 125\nlater = "x"\n[console]\nwide = true\n', encoding="utf-8")
    settings = read_settings(path)
    settings.change(size=110)
    assert read_settings(path).others == {"later": "x", "console": {"wide": True}}


@pytest.mark.parametrize(
    "text",
    [
        "size = 12345",
        'size = "big"',
        "size = true",
        'scheme = "pink"',
        "gap_minutes = -1",
        "= =",
        "a = " + "[" * 9999,
    ],
)
def test_odd_values_are_as_if_not_set(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    settings = read_settings(path)
    assert (settings.scheme, settings.size, settings.gap_minutes) == ("light", 100, 30)


@given(st.binary(max_size=200))
def test_any_file_will_do(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    path.write_bytes(data)
    assert read_settings(path).size == 100


def test_a_wrong_change_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="size"):
        Settings().change(size=7)


def test_a_file_that_cannot_be_written_changes_the_value_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    settings = Settings(path=tmp_path / "file" / "settings.toml")
    assert not settings.change(size=125)
    assert settings.size == 125


def test_what_an_editor_puts_before_the_text_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("\ufeffsize = 150", encoding="utf-8")
    assert read_settings(path).size == 150
