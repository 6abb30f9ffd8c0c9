"""What leaves the house by the command line: masked, allowed, or accepted in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell


def test_a_document_for_others_waits_until_somebody_accepts(shell: Shell, tmp_path: Path) -> None:
    shell.done("sample")
    out = tmp_path / "wide.md"
    told = shell.fails(3, "export", "shops", out, "--audience", "wide")
    assert "“INC-2291” in Incident" in told
    assert not out.exists()
    shell.done("export", "shops", out, "--audience", "wide", "--accept", "Our number is public")
    assert "INC-2291" in out.read_text("utf-8")
    (released,) = shell.done("show", "shops", "--json").json["sharing"]["releases"]
    assert (released["audience"], released["form"], released["found"]) == ("wide", "md", 1)
    assert released["accepted"] == "Our number is public"


def test_masks_and_what_is_allowed_are_of_the_library(shell: Shell, tmp_path: Path) -> None:
    shell.done("sample")
    shell.done("mask", "Limits 4.2", "--with", "a settings file")
    shell.done("allow", "inc-2291")
    assert shell.done("masks", "--json").json == [
        {"text": "inc-2291", "use": "allow", "shown": ""},
        {"text": "Limits 4.2", "use": "mask", "shown": "a settings file"},
    ]
    out = tmp_path / "wide.md"
    shell.done("export", "shops", out, "--audience", "wide")
    text = out.read_text("utf-8")
    assert "a settings file goes out to every region" in text
    assert "Limits 4.2" not in text
    shell.done("unmask", "INC-2291")
    assert [each["text"] for each in shell.done("residue", "shops", "--json").json["residue"]] == [
        "INC-2291"
    ]
    assert "“INC-2291” is neither masked nor allowed" in shell.fails(3, "unmask", "INC-2291")


@pytest.mark.parametrize("audience", ["wide", "brief"])
def test_private_notes_go_to_nobody_else(shell: Shell, tmp_path: Path, audience: str) -> None:
    shell.done("sample")
    told = shell.fails(
        2, "export", "shops", tmp_path / "x.md", "--audience", audience, "--private-notes"
    )
    assert "nobody else" in told


def test_two_exports_of_one_revision_are_the_same(shell: Shell, tmp_path: Path) -> None:
    shell.done("sample")
    shell.done("allow", "INC-2291")
    for audience in ("internal", "wide", "brief"):
        for suffix in ("pdf", "md", "json", "csv", "review"):
            one, two = (tmp_path / f"{name}-{audience}.{suffix}" for name in ("a", "b"))
            shell.done("export", "shops", one, "--audience", audience)
            shell.done("export", "shops", two, "--audience", audience)
            assert one.read_bytes() == two.read_bytes(), (audience, suffix)
