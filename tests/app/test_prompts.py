"""The questions: ours are fit to be asked, and the user's own are kept whatever happens."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.app import prompts_file
from facilitator.app.prompts import LIMIT, Prompt, PromptBook, Situation, known_situations
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line

if TYPE_CHECKING:
    from pathlib import Path

OURS = [each for some in known_situations() for each in some.prompts]
HALF = "marker.detected.half"

_LONGEST = 80
# What names somebody's fault, or what somebody was to have done.
_BLAME = re.compile(
    r"\b(why did (?:you|he|she|they)|should(?:n't| not)? have|could(?:n't| not) have|failed to"
    r"|forg[eo]t|fault|blame|careless\w*|mistake\w*|human error|negligen\w*|nobody noticed|guilty"
    r"|whose fault|wrongly|didn't|did not you)\b",
    re.IGNORECASE,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "prompts.toml"


@pytest.fixture
def book(path: Path) -> PromptBook:
    return PromptBook(path)


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def words(prompts: tuple[Prompt, ...]) -> list[str]:
    return [each.words for each in prompts]


# -- ours ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("situation", known_situations(), ids=lambda each: each.name)
def test_every_situation_has_questions_that_can_be_asked_aloud(situation: Situation) -> None:
    assert len(situation.prompts) >= 4
    for said in words(situation.prompts):
        assert said.endswith("?")
        assert len(said) <= _LONGEST
        assert said == clean_line(said)
        assert not _BLAME.search(said)
        assert "!" not in said


def test_no_question_of_ours_is_there_twice() -> None:
    assert not [each for each, n in Counter(p.words.casefold() for p in OURS).items() if n > 1]
    assert len({each.id for each in OURS}) == len(OURS)


def test_situations_have_words_of_their_own() -> None:
    assert len({each.words for each in known_situations()}) == len(known_situations())


# -- asking ----------------------------------------------------------------------------------------


def test_one_question_of_each_situation_in_turn(book: PromptBook) -> None:
    found = book.for_situations(("marker.detected", "kind.alert", "phase.timeline"), 4)
    told = [each.situation for each in found]
    assert told == ["marker.detected", "kind.alert", "phase.timeline", "marker.detected"]


def test_silence_and_quiet_voices_come_after_all_others(book: PromptBook) -> None:
    found = book.for_situations(("phase.timeline", "room.silent", "room.quiet"))
    told = [each.situation for each in found]
    assert told[:6] == ["phase.timeline"] * 6
    assert set(told[6:]) == {"room.silent", "room.quiet"}


def test_unknown_situations_have_no_questions(book: PromptBook) -> None:
    assert book.for_situations(("phase.lunch",)) == ()


# -- the user's own --------------------------------------------------------------------------------


def test_what_is_added_leads_and_is_kept(book: PromptBook, path: Path) -> None:
    added = book.add("marker.detected", "  What did the graph\nlook like? ")
    assert added.own
    for each in (book, PromptBook(path)):
        first = each.for_situations(("marker.detected",), 1)[0]
        assert (first.id, first.words) == (added.id, "What did the graph look like?")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_text(encoding="utf-8").startswith("# Your own questions")


def test_other_words_and_ours_again(book: PromptBook, path: Path) -> None:
    before = book.of("marker.detected")[0]
    book.change(before.id, "What told us?")
    changed = PromptBook(path).of("marker.detected")[0]
    assert (changed.words, changed.changed, changed.own) == ("What told us?", True, False)
    book.restore(before.id)
    assert PromptBook(path).of("marker.detected")[0] == before


def test_ours_typed_again_is_no_change(book: PromptBook, path: Path) -> None:
    book.change(HALF, "What told us?")
    book.change(HALF, "How could we have seen it in half the time?")
    assert "half" not in path.read_text(encoding="utf-8").split("\n\n", maxsplit=1)[1]


def test_a_hidden_question_is_not_offered_and_comes_back_as_it_was(book: PromptBook) -> None:
    book.change(HALF, "What told us?")
    book.remove(HALF)
    assert "What told us?" not in words(book.for_situations(("marker.detected",)))
    book.restore(HALF)
    assert "What told us?" in words(book.for_situations(("marker.detected",)))


def test_an_added_question_can_be_changed_hidden_and_forgotten(
    book: PromptBook, path: Path
) -> None:
    added = book.add("opening", "Is the coffee good?")
    book.change(added.id, "Is the tea good?")
    book.remove(added.id)
    again = PromptBook(path)
    assert again.of("opening")[0].hidden
    again.forget(added.id)
    assert all(not each.own for each in PromptBook(path).of("opening"))


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("  \n ", "needs words"),
        ("x" * (LIMIT + 1), "at most 200"),
        ("how could we have SEEN it in half the time?", "there already"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    book: PromptBook, path: Path, said: str, reason: str
) -> None:
    with pytest.raises(RuleViolation, match=reason):
        book.add("marker.detected", said)
    if "already" not in reason:
        with pytest.raises(RuleViolation, match=reason):
            book.change(HALF, said)
    assert not path.exists()


def test_what_is_gone_is_told(book: PromptBook) -> None:
    for change in (book.remove, book.restore, book.forget, lambda it: book.change(it, "So?")):
        with pytest.raises(RuleViolation, match="not there any more"):
            change("own.7")
    with pytest.raises(RuleViolation, match="no such situation"):
        book.add("phase.lunch", "What is for lunch?")


def test_a_hidden_twin_is_pointed_out(book: PromptBook) -> None:
    book.remove(HALF)
    with pytest.raises(RuleViolation, match="hidden"):
        book.add("marker.detected", "How could we have seen it in half the time?")


# -- the file --------------------------------------------------------------------------------------


def test_values_of_newer_versions_stay(path: Path) -> None:
    put(
        path,
        'version = 9\nhidden = ["phase.lunch.soup"]\n[words]\n"phase.lunch.tea" = "Tea?"\n'
        '[[own]]\nid = "own.1"\nsituation = "phase.lunch"\nwords = "Salad?"\nmood = "good"\n'
        "[lunch]\nhot = true\n",
    )
    book = PromptBook(path)
    assert book.problem == ""
    assert book.add("opening", "Is it warm?").id == "own.2"
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    assert (found["version"], found["lunch"]) == (9, {"hot": True})
    assert found["hidden"] == ["phase.lunch.soup"]
    assert found["words"] == {"phase.lunch.tea": "Tea?"}
    assert found["own"][0]["mood"] == "good"


def test_two_windows_keep_each_others_questions(path: Path) -> None:
    one, other = PromptBook(path), PromptBook(path)
    one.add("opening", "Is it warm?")
    other.add("opening", "Is it light?")
    assert words(PromptBook(path).of("opening"))[:2] == ["Is it warm?", "Is it light?"]


@pytest.mark.parametrize(
    "text",
    ["= =", "words = 3", 'hidden = "all"', "own = {}", "a = " + "[" * 9999, "a = " + "9" * 5000],
)
def test_a_broken_file_is_told_and_put_aside_only_when_one_writes(path: Path, text: str) -> None:
    put(path, text)
    book = PromptBook(path)
    assert str(path) in book.problem
    assert len(book.of("opening")) >= 4
    assert path.read_text(encoding="utf-8") == text
    book.add("opening", "Is it warm?")
    assert path.with_name("prompts.toml.bad").read_text(encoding="utf-8") == text
    assert "prompts.toml.bad" in book.problem
    assert PromptBook(path).of("opening")[0].words == "Is it warm?"


def test_a_second_broken_file_does_not_take_the_place_of_the_first(path: Path) -> None:
    for text in ("= one", "= two"):
        put(path, text)
        PromptBook(path).add("opening", "Is it warm?")
    assert path.with_name("prompts.toml.bad").read_text(encoding="utf-8") == "= one"
    assert path.with_name("prompts.toml.bad2").read_text(encoding="utf-8") == "= two"


def test_a_file_that_breaks_meanwhile_takes_nothing_with_it(book: PromptBook, path: Path) -> None:
    book.add("opening", "Is it warm?")
    put(path, "hidden = [")
    book.add("opening", "Is it light?")
    assert words(PromptBook(path).of("opening"))[:2] == ["Is it warm?", "Is it light?"]


def test_odd_entries_are_left_out_told_and_kept(path: Path) -> None:
    long = "x" * (LIMIT + 1)
    put(
        path,
        f'hidden = [3]\nown = [7, {{id = "own.1"}}]\n[words]\n"{HALF}" = "{long}"\n',
    )
    book = PromptBook(path)
    assert book.problem.startswith("3 of your questions cannot be read")
    assert all(len(each.words) <= LIMIT for each in book.of("marker.detected"))
    book.remove("opening.hope")
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    assert found["own"] == [7, {"id": "own.1"}]
    assert found["hidden"] == [3, "opening.hope"]
    assert found["words"] == {HALF: long}


def test_what_cannot_be_written_is_not_changed(
    book: PromptBook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(prompts_file, "write_atomically", full)
    with pytest.raises(RuleViolation, match=r"No space left.*Nothing was changed"):
        book.add("opening", "Is it warm?")
    assert words(book.of("opening")) == [each.words for each in OURS if each.situation == "opening"]
    assert not path.exists()
    put(path, "= =")
    with pytest.raises(RuleViolation, match="No space left"):
        book.add("opening", "Is it warm?")
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert path.read_text(encoding="utf-8") == "= ="


@given(data=st.binary(max_size=200))
def test_any_file_will_do(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("prompts") / "prompts.toml"
    path.write_bytes(data)
    book = PromptBook(path)
    book.add("opening", "Is it warm?")
    assert PromptBook(path).of("opening")[0].words == "Is it warm?"


def test_what_an_editor_puts_before_the_text_is_passed_over(path: Path) -> None:
    put(path, '\ufeffhidden = ["opening.purpose"]')
    assert PromptBook(path).problem == ""
