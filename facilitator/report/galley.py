"""What every chapter needs to set its part: the review, the type, the sheet, and who is where."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from facilitator.domain.order import event_key
from facilitator.domain.times import days_shown
from facilitator.domain.words import Audience
from facilitator.report import wording
from facilitator.report.inline import Words, flowing
from facilitator.report.pieces import (
    Bookmark,
    Column,
    Ground,
    Piece,
    Pieces,
    grounded,
    headed,
    joined,
    row,
    ruled,
    together,
)
from facilitator.report.styles import CHAPTER, LABEL, LEAD, STRONG, TEXT
from facilitator.report.tags import Tag

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from facilitator.domain.records import ActionItem, Factor, Finding, Review, TimelineEvent
    from facilitator.geometry.tokens import Tokens
    from facilitator.report.pen import Pen
    from facilitator.report.sheet import Sheet
    from facilitator.report.typesetting import Typesetter

PEOPLE_BY_ROLE = (
    "Everyone did what made sense to them with what they could see. People appear by role."
)
BY_ROLE = "People appear by role."
OWNERS_NAMED = "Owners are named; nobody else is."
ACCEPTING_NAMED = "Named are only owners and who accepts a risk."
SHORT_OF_NAMES = frozenset({PEOPLE_BY_ROLE, OWNERS_NAMED, ACCEPTING_NAMED})
NAMES_SHOWN = "Everyone did what made sense to them with what they could see. Names are shown."
_NOTE_PAD, _NOTE_BAR = 10.0, 2.0
_ABOVE, _BELOW = 12.0, 16.0


@dataclass
class Galley:
    """Passed to every chapter; anchors are numbers, so that no id gets into the file."""

    review: Review
    type: Typesetter
    sheet: Sheet
    tokens: Tokens
    now: datetime
    audience: Audience = Audience.INTERNAL
    headings: dict[str, str] = field(default_factory=dict)
    """What is called otherwise than usual, by its usual name."""
    _anchors: dict[str, str] = field(default_factory=dict)

    @property
    def for_team(self) -> bool:
        """Whether its readers know the people and the tickets."""
        return self.audience is Audience.INTERNAL

    @cached_property
    def version(self) -> str:
        """``version 12 of 5 March 2026``."""
        return f"version {self.review.revision:,} of {wording.day_of(self.now, self.review)}"

    # -- who is where --------------------------------------------------------------------------

    @cached_property
    def events(self) -> dict[str, TimelineEvent]:
        """Events by id."""
        return {event.id: event for event in self.review.events}

    def linked(self, factor: Factor) -> list[TimelineEvent]:
        """The events that a factor is linked to, as they stand on the timeline."""
        found = (self.events[each] for each in factor.events if each in self.events)
        return sorted(found, key=event_key)

    @cached_property
    def factors(self) -> dict[str, Factor]:
        """Factors by id."""
        return {factor.id: factor for factor in self.review.factors}

    @cached_property
    def focus(self) -> tuple[Finding, ...]:
        """The findings in focus, in order."""
        return tuple(finding for finding in self.review.findings if finding.focus)

    @cached_property
    def finding_numbers(self) -> dict[str, int]:
        """Numbers of the findings in focus, from 1."""
        return {finding.id: index for index, finding in enumerate(self.focus, 1)}

    @cached_property
    def action_numbers(self) -> dict[str, int]:
        """Numbers of all actions, from 1."""
        return {action.id: index for index, action in enumerate(self.review.actions, 1)}

    @cached_property
    def actions_of(self) -> dict[str, list[ActionItem]]:
        """The actions of every finding."""
        found: dict[str, list[ActionItem]] = {}
        for action in self.review.actions:
            for finding in action.findings:
                found.setdefault(finding, []).append(action)
        return found

    @cached_property
    def several_days(self) -> bool:
        """Whether the events stand on more than one day."""
        instants = (event.at for event in self.review.events)
        return len(days_shown(instants, self.review.time_zone)) > 1

    def anchor(self, group: str, row_id: str) -> str:
        """The name of a row's place in the document, e.g. of group ``event``."""
        key = f"{group}:{row_id}"
        return self._anchors.setdefault(key, f"{group}{len(self._anchors)}")

    # -- columns and sections ------------------------------------------------------------------

    def column(self, x: float | None = None, right: float | None = None) -> Column:
        """A column from one x to another; by default the whole width."""
        left = self.sheet.left if x is None else x
        return Column(self.type, left, (self.sheet.right if right is None else right) - left)

    def hung(self) -> Column:
        """The column in which labels hang."""
        return self.column(right=self.sheet.inner - 12)

    def beside(self) -> Column:
        """The column beside the hung labels."""
        return self.column(self.sheet.inner)

    def section(
        self,
        label: str,
        content: Sequence[Piece],
        *,
        bookmark: bool = True,
        ruled_off: bool = True,
        drop: float = 0.0,
    ) -> Pieces:
        """A rule, a hung label, and what stands beside it; the label is so much lower."""
        hung = self.hung()
        if drop:
            hung.put(0.0, _nothing)
        shown = self.headings.get(label, label)
        hung.text(shown, STRONG, above=drop, tag=Tag("H2"))
        first, *rest = row([hung, self.beside().add(content)], whole=120)
        inside = ((_ABOVE, first),)
        rule = ((0.0, ruled(*self.edges)),) if ruled_off else ()
        first = Piece(
            first.height + _ABOVE,
            above=_BELOW,
            inside=(*rule, *inside),
            keep=first.keep,
            anchors=(self.anchor("section", label),),
            bookmark=Bookmark(plain(shown)) if bookmark else None,
        )
        again = self.hung().text(shown, STRONG).text("continued", LABEL)
        return [first, *headed(rest, _without_height(joined([again.pieces])))]

    def missing(self, words: str) -> Pieces:
        """The words for what is not there yet, beside the hung labels."""
        words_missing = Words(words, STRONG, missing=True)
        return flowing(self.beside(), words_missing.items(self.type, 1e6), TEXT.line).pieces

    @property
    def edges(self) -> tuple[float, float]:
        """From where to where a rule across the body goes."""
        return self.sheet.left, self.sheet.right

    def rule(self) -> Piece:
        """A rule across the body, which stays with what is below it."""
        return replace(ruled(*self.edges), keep=True)

    def note(self, title: str, words: str) -> Pieces:
        """Something to heed: a bar, a title and a sentence."""
        left = self.sheet.left + _NOTE_PAD + _NOTE_BAR
        column = self.column(left, self.sheet.right - _NOTE_PAD)
        column.text(title, STRONG.coloured("note")).text(words, TEXT)
        ground = Ground(*self.edges, "note_tint", "note")
        pieces = grounded(column.pieces, ground, _NOTE_PAD)
        return together([*pieces, Piece(16.0), self.rule()])[:-1]

    def table_head(self, head: Piece, edges: tuple[float, float] | None = None) -> Piece:
        """The head of a table, with the line below it, from one x to another."""
        line = ruled(*(edges or self.edges), "line", 0.75)
        height = head.height + 3.0
        return Piece(height, inside=((0.0, head), (height, line)))

    def chapter(
        self,
        title: str,
        lead: str,
        foot: str = PEOPLE_BY_ROLE,
        *,
        turned: bool = False,
    ) -> Pieces:
        """The title of a chapter and what it says in one or two sentences."""
        sheet = self.sheet.turned() if turned else self.sheet
        shown = self.headings.get(title, title)
        column = self.column(right=sheet.right).text(shown, CHAPTER, tag=Tag("H2"))
        first = column.pieces[0]
        column.pieces[0] = Piece(
            first.height,
            inside=((0.0, first),),
            above=28.0,
            keep=True,
            anchors=(self.anchor("chapter", title),),
            bookmark=Bookmark(shown),
            chapter=foot,
        )
        if lead:
            column.text(lead, LEAD, above=5.0)
        column.put(12.0, _nothing)
        return [replace(piece, keep=True, turned=turned) for piece in column.pieces]


def _nothing(_pen: Pen, _top: float) -> None:
    """Leaves room."""


def _without_height(piece: Piece) -> Piece:
    return Piece(0.0, inside=((0.0, piece),))


def plain(text: str) -> str:
    """One line of text, as it may stand in the outline and in the title of the file."""
    return " ".join(text.encode("utf-8", "ignore").decode("utf-8").split())
