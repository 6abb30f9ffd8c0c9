"""The command line: every command with its arguments and one line of help."""

from __future__ import annotations

from argparse import SUPPRESS, Action, ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from facilitator.app.export import SHAPES, SUFFIXES
from facilitator.app.reading import READERS
from facilitator.cli.failure import Exit, Failure
from facilitator.cli.streams import tell
from facilitator.domain.words import Audience
from facilitator.exchange.readers.forms import FORMS

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from typing import TypeAlias

    Commands: TypeAlias = "_SubParsersAction[_Parser]"

_MOST = 1_000_000
REVIEW_HELP = "an id, or the beginning of an id or of a title"


class _Parser(ArgumentParser):
    """Tells wrong usage as every other failure: in one sentence."""

    def __init__(self, **settings: Any) -> None:
        # What is an abbreviation now may be two options tomorrow.
        super().__init__(**settings, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        raise Failure(Exit.USAGE, f"{message[:1].upper()}{message[1:]}. See: {self.prog} --help")


class _Version(Action):
    """Tells the version, whatever else is asked for."""

    def __call__(self, parser: ArgumentParser, *_values: object) -> None:
        from importlib.metadata import version  # noqa: PLC0415 - nothing else needs it

        tell(f"facilitator {version('facilitator')}")
        parser.exit()


def build_parser() -> ArgumentParser:
    """The parser of the whole command line; the chosen command stands in ``command``."""
    parser = _Parser(
        prog="facilitator",
        description="Facilitate an incident review: without a command, the window opens.",
        epilog="Exit status: 0 done, 2 wrong usage, 3 input refused, 4 library cannot be used.",
    )
    _add_library(parser, default=None)
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and leave")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_window(commands)
    _add_reading(commands)
    _add_exchange(commands)
    _add_release(commands)
    _add_coach(commands)
    _add_loop(commands)
    _add_care(commands)
    return parser


def _add_library(parser: ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "--library",
        metavar="PATH",
        type=_named,
        default=default,
        help="the library to use (or FACILITATOR_LIBRARY)",
    )


def _named(library: str) -> str:
    """No name at all is a mistake of a script and not the user's own library."""
    if not library:
        raise ArgumentTypeError("the path is empty")
    return library


def _count(typed: str) -> int:
    """A whole number above zero."""
    if not typed.isascii() or not typed.isdigit() or not 1 <= int(typed) <= _MOST:
        raise ArgumentTypeError(f"it is a number from 1 to {_MOST:,}")
    return int(typed)


def _command(commands: Commands, name: str, words: str) -> ArgumentParser:
    parser = commands.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
    _add_library(parser, default=SUPPRESS)
    return parser


def _add_review(parser: ArgumentParser) -> None:
    parser.add_argument("review", metavar="REVIEW", help=REVIEW_HELP)


def _add_json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON for machines")


def _add_window(commands: Commands) -> None:
    window = _command(commands, "open", "open the window, on a review or a .review file")
    window.add_argument("target", metavar="REVIEW|FILE.review", nargs="?")


def _add_reading(commands: Commands) -> None:
    _command(commands, "sample", "add the sample review and print its id")
    _add_json(_command(commands, "list", "list all reviews"))
    show = _command(commands, "show", "print one review")
    _add_review(show)
    _add_json(show)
    trends = _command(commands, "trends", "tell whether reviews change anything")
    trends.add_argument("--since", metavar="DAY", default="", help="count only what is dated since")
    trends.add_argument(
        "--out", metavar="FILE.(pdf|md|csv)", type=Path, help="write them to a file instead"
    )
    trends.add_argument("--force", action="store_true", help="write over a file that is there")
    _add_json(trends)

    digest = _command(
        commands, "digest", "write what was learned in a quarter, without anybody's name"
    )
    digest.add_argument("out", metavar="OUT.(pdf|md)", type=Path)
    digest.add_argument(
        "--quarter",
        metavar="2026Q1",
        default="",
        help="of which quarter: the last whole one with a review",
    )
    digest.add_argument("--force", action="store_true", help="write over a file that is there")

    search = _command(
        commands,
        "search",
        'find reviews by what is written in them: words, "phrases", -without, service:, family:,'
        " class:, owner:, severity:, status:, before:, after:, notes:, open, overdue",
    )
    search.add_argument("words", metavar="WORDS", nargs="+", help="after -- if one begins with -")
    search.add_argument("--private", action="store_true", help="look into private notes too")
    search.add_argument("--limit", metavar="N", type=_count, default=20, help="tell so many: 20")
    _add_json(search)


def _add_exchange(commands: Commands) -> None:
    into = _command(
        commands,
        "import",
        "add reviews, post-mortems, chats, alerts, logs and tables, or read back a tracker's .csv",
    )
    into.add_argument("files", metavar="FILE|FOLDER", nargs="+", type=Path)
    into.add_argument("--into", metavar="REVIEW", help="add what is new to this review instead")
    into.add_argument(
        "--as",
        dest="format",
        metavar="FORMAT",
        choices=(*READERS, *FORMS),
        help=f"whatever it looks like: {', '.join((*READERS, *FORMS))}",
    )
    into.add_argument("--zone", default="", help="of clocks without one: Europe/Berlin or +02:00")
    into.add_argument("--date", default="", metavar="DAY", help="of clocks before the first day")
    into.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="QUESTION=ANSWER",
        help="answer another question of --dry-run --json by its id",
    )
    into.add_argument("--dry-run", action="store_true", help="read and tell, write nothing")
    _add_json(into)
    out = _command(commands, "export", "write a review to a file")
    _add_review(out)
    out.add_argument("out", metavar=f"OUT.({'|'.join(SUFFIXES)})", type=Path)
    out.add_argument("--audience", choices=tuple(Audience), default=Audience.INTERNAL)
    out.add_argument(
        "--accept",
        metavar="WORDS",
        default="",
        help="why what stands in it may leave the house; kept in the review",
    )
    out.add_argument(
        "--as",
        dest="shape",
        choices=sorted({each for shapes in SHAPES.values() for each in shapes}),
        default="",
        help="what a picture is of, or for whom a table is",
    )
    out.add_argument(
        "--outline",
        metavar="NAME|FILE.toml",
        default="",
        help="headings and order of a PDF or Markdown: plain, sre, responder, wiki, or your own",
    )
    out.add_argument("--paper", choices=("A4", "Letter"), default="A4", help="of a PDF")
    out.add_argument(
        "--private-notes",
        action="store_true",
        help="put your private notes into the file; do not pass it on",
    )
    out.add_argument("--force", action="store_true", help="write over a file that is there")


def _add_release(commands: Commands) -> None:
    residue = _command(commands, "residue", "tell what still stands in a document for others")
    _add_review(residue)
    others = (Audience.WIDE, Audience.BRIEF)
    residue.add_argument("--audience", choices=others, default=Audience.WIDE)
    _add_json(residue)
    mask = _command(commands, "mask", "mask words in every document for others")
    mask.add_argument("words", metavar="WORDS")
    mask.add_argument("--with", dest="shown", metavar="WORDS", default="", help="shown instead")
    for name, words in (
        ("allow", "allow words in every document for others"),
        ("unmask", "neither mask nor allow words any longer"),
    ):
        _command(commands, name, words).add_argument("words", metavar="WORDS")
    _add_json(_command(commands, "masks", "list the words that are masked or allowed"))


def _add_coach(commands: Commands) -> None:
    coach = _command(
        commands, "coach", "tell how lasting actions are, or how sentences speak of people"
    )
    coach.add_argument("what", choices=("actions", "language"), help="one text a line on stdin")
    _add_json(coach)
    check = _command(commands, "check", "tell what a review still lacks")
    _add_review(check)
    _add_json(check)


def _add_loop(commands: Commands) -> None:
    _add_json(_command(commands, "patterns", "tell which factors come back in several reviews"))
    similar = _command(commands, "similar", "list the reviews like one, with the reason")
    _add_review(similar)
    _add_json(similar)
    asked = _command(commands, "asked", "list who was asked elsewhere, and what they say")
    asked.add_argument("--open", action="store_true", help="only those who have not answered")
    _add_json(asked)


def _add_care(commands: Commands) -> None:
    for name, words in (
        ("backup", "write a verified copy of the library to a new file"),
        ("restore", "put a backup in the place of the library"),
    ):
        _command(commands, name, words).add_argument("file", metavar="FILE", type=Path)
    _command(commands, "doctor", "tell how the library and this machine are")
    words = "put Facilitator into the menu of a Linux desktop, to open .review files with it"
    _command(commands, "desktop", words).add_argument(
        "--remove", action="store_true", help="take it out of the menu again"
    )
