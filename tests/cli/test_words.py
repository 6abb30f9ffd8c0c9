"""What the words on the command line mean: window or command, and which review."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from facilitator.cli import COMMANDS
from facilitator.cli.failure import Exit, Failure
from facilitator.cli.parser import build_parser
from facilitator.cli.request import WindowRequest, window_request
from facilitator.store.errors import NotFound
from facilitator.store.find import find


@dataclass(frozen=True)
class Named:
    id: str
    title: str


SHELF = (
    Named("aa1", "Shops could not pay"),
    Named("aa2", "Shops could not print"),
    Named("bb1", "aardvarks"),
    Named("bb12", "Straße gesperrt"),
)


@pytest.mark.parametrize(
    ("argv", "library", "target"),
    [
        ([], None, None),
        (["open"], None, None),
        (["open", "INC"], None, "INC"),
        (["INC-2291"], None, "INC-2291"),
        (["shared.review"], None, "shared.review"),
        (["open", "list"], None, "list"),
        (["--library", "x.db"], "x.db", None),
        (["--library=x.db", "open", "INC"], "x.db", "INC"),
        (["open", "INC", "--library", "x.db"], "x.db", "INC"),
    ],
)
def test_the_window_is_wanted(argv: list[str], library: str | None, target: str | None) -> None:
    assert window_request(argv) == WindowRequest(library, target)


@pytest.mark.parametrize(
    "argv",
    [["list"], ["--library", "x", "list"], ["--help"], ["a", "b"], ["open", "--x"], ["--library"]],
)
def test_the_command_line_is_wanted(argv: list[str]) -> None:
    assert window_request(argv) is None


def test_every_command_is_known_to_both() -> None:
    for command in sorted(COMMANDS - {"tour"}):
        assert command in build_parser().format_help()


@pytest.mark.parametrize("absent", ["search", "export r x.md --audience public"])
def test_what_is_not_there_yet_is_wrong_usage(absent: str) -> None:
    with pytest.raises(Failure) as caught:
        build_parser().parse_args(absent.split())
    assert caught.value.status == Exit.USAGE


def test_the_library_may_stand_before_or_after_the_command() -> None:
    parser = build_parser()
    assert parser.parse_args(["--library", "x", "list"]).library == "x"
    assert parser.parse_args(["list", "--library", "x"]).library == "x"


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("aa1", "aa1"),
        ("bb1", "bb1"),
        ("bb12", "bb12"),
        ("shops could not pr", "aa2"),
        ("aard", "bb1"),
        ("STRASSE", "bb12"),
    ],
)
def test_the_beginning_of_an_id_or_title_is_enough(word: str, found: str) -> None:
    assert find(word, SHELF).id == found


@pytest.mark.parametrize(
    ("word", "told"), [("aa", "3 reviews"), ("Shops", "2 reviews"), ("x", "No review"), ("", "No")]
)
def test_an_unknown_or_ambiguous_word_is_refused(word: str, told: str) -> None:
    with pytest.raises(NotFound, match=told):
        find(word, SHELF)
