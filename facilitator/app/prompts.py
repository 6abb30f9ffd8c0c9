"""The questions to ask the room: ours, and what the user has made of them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count, zip_longest
from typing import TYPE_CHECKING, Any

from facilitator import resources
from facilitator.app.prompts_file import PromptsFile, Unreadable
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    Found = dict[str, Any]

LIMIT = 200
"""Characters of a question: it is spoken aloud, and read at a glance."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question for a situation; ``own`` was added by the user, ``changed`` has their words."""

    id: str
    situation: str
    words: str
    own: bool = False
    changed: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Situation:
    """A moment that has questions of its own; those of a ``last`` one come after all others."""

    name: str
    words: str
    last: bool
    prompts: tuple[Prompt, ...]


@lru_cache(maxsize=1)
def known_situations() -> tuple[Situation, ...]:
    """The situations in the order of a meeting, with our questions."""
    return tuple(
        Situation(
            each["name"],
            each["words"],
            each.get("last", False),
            tuple(
                Prompt(f"{each['name']}.{key}", each["name"], words)
                for key, words in each["prompts"].items()
            ),
        )
        for each in tomllib.loads(resources.read_text("prompts.toml"))["situation"]
    )


class PromptBook:
    """Every change is written at once, or refused with a RuleViolation and not made.

    ``problem`` says what of the user's file could not be read. Our questions are there all the
    same, and a broken file is put aside before another one is written.
    """

    def __init__(self, path: Path) -> None:
        self._file = PromptsFile(path)
        self._known = {each.name: each for each in known_situations()}
        self._ours = {each.id: each for some in self._known.values() for each in some.prompts}
        try:
            self._take(self._file.read())
        except Unreadable as unreadable:
            self._take({"hidden": [], "words": {}, "own": []})
            self.problem = f"Your own questions cannot be read ({unreadable}). They are in {path}."

    # -- asking --------------------------------------------------------------------------------

    def of(self, situation: str) -> tuple[Prompt, ...]:
        """Every question of one situation, hidden ones too; those that the user added lead."""
        return self._prompts.get(situation, ())

    def for_situations(self, names: Iterable[str], limit: int | None = None) -> tuple[Prompt, ...]:
        """The questions for situations that hold together, one of each in turn."""
        known = [self._known[name] for name in names if name in self._known]
        offered: dict[str, Prompt] = {}
        for last in (False, True):
            some = [self._offered(each.name) for each in known if each.last is last]
            for prompt in _in_turn(some):
                offered.setdefault(prompt.words.casefold(), prompt)
        return tuple(offered.values())[:limit]

    def _offered(self, name: str) -> list[Prompt]:
        return [each for each in self.of(name) if not each.hidden]

    # -- changing ------------------------------------------------------------------------------

    def add(self, situation: str, words: str) -> Prompt:
        """Add a question to a situation."""
        said = self._allowed(situation, words)
        made: list[str] = []

        def edit(found: Found) -> None:
            taken = {each.get("id") for each in found["own"] if isinstance(each, dict)}
            taken.update(each for each in found["hidden"] if isinstance(each, str))
            made.append(next(name for n in count(1) if (name := f"own.{n}") not in taken))
            found["own"].append({"id": made[0], "situation": situation, "words": said})

        self._change(edit)
        return self._there(made[0])

    def change(self, prompt_id: str, words: str) -> None:
        """Give a question other words."""
        prompt = self._there(prompt_id)
        said = self._allowed(prompt.situation, words, but=prompt_id)

        def edit(found: Found) -> None:
            if prompt.own:
                own = found["own"]
                own[:] = [each | {"words": said} if _is(each, prompt_id) else each for each in own]
            elif said == self._ours[prompt_id].words:
                found["words"].pop(prompt_id, None)
            else:
                found["words"][prompt_id] = said

        self._change(edit)

    def remove(self, prompt_id: str) -> None:
        """Hide a question: it is no longer offered, and can come back."""
        self._there(prompt_id)
        self._change(lambda found: found["hidden"].append(prompt_id))

    def restore(self, prompt_id: str) -> None:
        """Offer a hidden question again; one that is not hidden gets our words back."""
        prompt = self._there(prompt_id)

        def edit(found: Found) -> None:
            if prompt.hidden:
                found["hidden"][:] = [each for each in found["hidden"] if each != prompt_id]
            else:
                found["words"].pop(prompt_id, None)

        self._change(edit)

    def forget(self, prompt_id: str) -> None:
        """Take a question that the user added out of the file for good."""
        self._there(prompt_id)

        def edit(found: Found) -> None:
            found["hidden"][:] = [each for each in found["hidden"] if each != prompt_id]
            found["own"][:] = [each for each in found["own"] if not _is(each, prompt_id)]

        self._change(edit)

    def _there(self, prompt_id: str) -> Prompt:
        if prompt_id not in self._by_id:
            raise RuleViolation("words", "This question is not there any more.")
        return self._by_id[prompt_id]

    def _allowed(self, situation: str, words: str, but: str = "") -> str:
        """The words as they are kept."""
        said = clean_line(words, "words", LIMIT)
        if not said:
            raise RuleViolation("words", "A question needs words.")
        if situation not in self._known:
            raise RuleViolation("situation", "There is no such situation to ask in.")
        for each in self.of(situation):
            if each.id != but and each.words.casefold() == said.casefold():
                where = "among the hidden ones" if each.hidden else "already"
                raise RuleViolation("words", f"This question is there {where}.")
        return said

    def _change(self, edit: Callable[[Found], object]) -> None:
        """Change what the file holds by now: another window may have written to it."""
        file, broken = self._file, False
        try:
            try:
                found = file.read()
            except Unreadable:
                found, broken = _copied(self._found), True
            edit(found)
            aside = file.write(found, broken=broken)
        except OSError as error:
            reason = f"{error.strerror or 'the file cannot be written'}: {file.path}"
            words = f"Your questions cannot be kept ({reason}). Nothing was changed."
            raise RuleViolation("", words) from error
        self._take(found)
        if aside is not None:
            self.problem = f"The file that could not be read is kept as {aside.name}."

    def _take(self, found: Found) -> None:
        """Know the questions of what the file holds; what is odd in it is left out, and told."""
        reading = _Reading(found)
        self._found, self.problem = found, reading.problem
        self._prompts = {
            name: (
                *(each for each in reading.own if each.situation == name),
                *(reading.as_said(each) for each in situation.prompts),
            )
            for name, situation in self._known.items()
        }
        self._by_id = {each.id: each for some in self._prompts.values() for each in some}


class _Reading:
    """What can be understood of a user's file."""

    def __init__(self, found: Found) -> None:
        self._hidden = {each for each in found["hidden"] if isinstance(each, str)}
        self._words: dict[str, str] = {}
        self.own: list[Prompt] = []
        self._odd = 0
        for prompt_id, words in found["words"].items():
            if (said := _said(words)) is None:
                self._odd += 1
            else:
                self._words[prompt_id] = said
        for each in found["own"]:
            self._read_own(each)

    @property
    def problem(self) -> str:
        """What was left out."""
        if not self._odd:
            return ""
        some = "One of your own questions" if self._odd == 1 else f"{self._odd} of your questions"
        return f"{some} cannot be read; what is in the file stays there."

    def as_said(self, prompt: Prompt) -> Prompt:
        """One of ours as the user wants it."""
        words, hidden = self._words.get(prompt.id, prompt.words), prompt.id in self._hidden
        if words == prompt.words and not hidden:
            return prompt
        return replace(prompt, words=words, changed=words != prompt.words, hidden=hidden)

    def _read_own(self, each: Any) -> None:
        match each:
            case {"id": str(name), "situation": str(situation), "words": words} if (
                (said := _said(words)) is not None
                and name.startswith("own.")
                and all(other.id != name for other in self.own)
            ):
                hidden = name in self._hidden
                self.own.append(Prompt(name, situation, said, own=True, hidden=hidden))
            case _:
                self._odd += 1


def _said(words: Any) -> str | None:
    """Words as they can be asked, or None."""
    try:
        return clean_line(words, "words", LIMIT) or None if isinstance(words, str) else None
    except RuleViolation:
        return None


def _is(own: Any, prompt_id: str) -> bool:
    return isinstance(own, dict) and own.get("id") == prompt_id


def _copied(found: Found) -> Found:
    """A copy whose parts can be changed."""
    parts = {"hidden": [*found["hidden"]], "words": {**found["words"]}, "own": [*found["own"]]}
    return {**found, **parts}


def _in_turn(some: list[list[Prompt]]) -> Iterator[Prompt]:
    """The first of each, then the second of each, and so on."""
    return (each for turn in zip_longest(*some) for each in turn if each is not None)
