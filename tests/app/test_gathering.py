"""Files, folders and archives: what in them is a source, and what is our own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from facilitator import resources
from facilitator.app.basket import read_one
from facilitator.app.gathering import form_of_ours, gather, is_folder, is_source
from facilitator.app.reading import Source
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    import os


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_gives_its_files_by_name_and_tells_what_it_passes_over(tmp_path: Path) -> None:
    put(tmp_path / "b.md", "# B")
    put(tmp_path / "deep" / "a.txt", "A")
    put(tmp_path / "picture.png", "x")
    put(tmp_path / "page.html", "<html>")
    put(tmp_path / ".git" / "config", "x")
    (tmp_path / "link.md").symlink_to(tmp_path / "b.md")
    found = gather([Source(tmp_path)])
    assert [(each.name, bool(each.why)) for each in found] == [
        ("b.md", False),
        ("page.html", False),
        ("picture.png", True),
        ("deep/a.txt", False),
    ]


def test_a_slack_export_in_a_folder_is_one_source(tmp_path: Path) -> None:
    top = tmp_path / "here" / "Export Mar 2026"
    put(top / "users.json", "[]")
    put(top / "channels.json", "[]")
    day = [{"type": "message", "text": "slow", "user": "U1", "ts": "1772633000.000100"}]
    put(top / "incident" / "2026-03-04.json", json.dumps(day))
    [found] = gather([Source(tmp_path / "here")])
    assert found.name == "Export Mar 2026"
    material = found.material()
    assert material.members is not None
    assert "incident/2026-03-04.json" in material.members.sizes


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    [found] = gather([Source(tmp_path / "none.md")])
    with pytest.raises(Refused, match=r"none\.md cannot be read"):
        found.material()


def test_our_own_reviews_are_known_by_their_content(tmp_path: Path) -> None:
    path = tmp_path / "sample.txt"
    path.write_bytes(resources.path("sample.json").read_bytes())
    assert form_of_ours(Source(path)) == "json"
    assert not is_source(Source(path))


@pytest.mark.parametrize(
    ("name", "text", "source"),
    [
        ("a.md", "# A", True),
        ("a.csv", "time,what\n2026-03-04 14:03,one\n2026-03-04 14:05,two\n", True),
        ("a.csv", "facilitator,key\naction-01,NEW-1\n", False),
        ("a.csv", "key,summary\nPAY-1,One\n", False),
        ("a.json", '{"incidents": []}', False),
        ("a.json", "[", False),
    ],
)
def test_what_is_for_the_readers(tmp_path: Path, name: str, text: str, source: bool) -> None:
    assert is_source(Source(put(tmp_path / name, text))) is source


def test_folders_are_not_followed_without_end(tmp_path: Path) -> None:
    put(tmp_path / "a.md", "# A")
    deep = tmp_path
    for _ in range(130):
        deep /= "d"
    put(deep / "lost.md", "# B")
    assert [each.name for each in gather([Source(tmp_path)])] == ["a.md"]


def test_what_nobody_may_look_at_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "a.md", "# A")
    put(tmp_path / "closed.md", "# B")
    known = Path.lstat

    def lstat(path: Path) -> os.stat_result:
        if path.name == "closed.md":
            raise PermissionError
        return known(path)

    monkeypatch.setattr(Path, "lstat", lstat)
    assert [each.name for each in gather([Source(tmp_path)])] == ["a.md"]
    monkeypatch.setattr(Path, "is_dir", lambda _: (_ for _ in ()).throw(PermissionError))
    assert not is_folder(tmp_path)


def test_what_was_read_is_not_held(tmp_path: Path) -> None:
    put(tmp_path / "a.md", "# A\n\n- 14:03 x\n- 14:04 y\n")
    put(tmp_path / "b.md", "nothing")
    for found in gather([Source(tmp_path)]):
        read_one(found, None, str, alone=False)
        assert "data" not in vars(found.source)
        assert found.source
        assert found.source.data


def test_a_file_that_goes_while_an_export_is_read_is_told(tmp_path: Path) -> None:
    put(tmp_path / "users.json", "[]")
    day = put(tmp_path / "ops" / "2026-03-04.json", "[]")
    [found] = gather([Source(tmp_path)])
    material = found.material()
    day.unlink()
    with pytest.raises(Refused, match="It cannot be read"):
        material.member("ops/2026-03-04.json")
