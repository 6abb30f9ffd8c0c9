"""Lays pieces on pages: nothing overlaps, headings stay with what they head, heads are repeated."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.report.pieces import Piece, Pieces
    from facilitator.report.sheet import Sheet

_ROOM = 0.34
"""Share of a page that a chapter needs to begin below another one, unless all of it fits."""


@dataclass(slots=True)
class Page:
    """One page: its sheet, its pieces with their tops, and the sentence at its foot."""

    sheet: Sheet
    foot: str
    turned: bool
    placed: list[tuple[float, Piece]] = field(default_factory=list)
    y: float = 0.0
    fresh: bool = True
    """Whether nothing but repeated heads stands on it."""

    def __post_init__(self) -> None:
        self.y = self.sheet.top

    @property
    def room(self) -> float:
        """Height that is left."""
        return self.sheet.bottom - self.y

    def takes(self, pieces: Sequence[Piece]) -> bool:
        """Whether these fit below the others; on a fresh page the first needs no space above."""
        needed = _height(pieces) - (0 if self.placed else pieces[0].above)
        return needed <= self.room

    def put(self, piece: Piece, *, head: bool = False) -> None:
        """Lay a piece below the others."""
        if self.placed:
            self.y += piece.above
        self.placed.append((self.y, piece))
        self.y += piece.height
        self.fresh = self.fresh and head


class Pager:
    """Fills page after page."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet, self._foot = sheet, ""
        self._held: Pieces = []
        """Drawings that wait for the top of the next page."""
        self._passed = False
        """Whether a chapter has begun while they wait."""
        self.pages: list[Page] = []

    def lay(self, pieces: Pieces) -> list[Page]:
        """Lay all pieces; returns the pages."""
        start = 0
        while start < len(pieces):
            unit = _unit(pieces, start)
            if unit[0].chapter is not None:
                self._passed = self._may_pass(unit[0])
                if not self._passed:
                    self._release()
                self._foot = unit[0].chapter
                self._open_chapter(pieces[start : _chapter_end(pieces, start)])
            start += len(unit)
            start += self._lay_or_hold(unit, pieces, start)
        self._release()
        return self.pages

    def _may_pass(self, chapter: Piece) -> bool:
        """Whether a chapter may begin before the drawings that wait: if much of the page is left.

        They stand at the top of the next page, so they must fit on one; and it is told there what
        they belong to. No second chapter begins before them.
        """
        if not self._held or self._passed:
            return False
        page = self._page_for(chapter)
        body = page.sheet.body
        alike = all(piece.turned == page.turned for piece in self._held)
        return alike and page.room > _ROOM * body and _height(self._held) <= body

    def _open_chapter(self, pieces: Pieces) -> None:
        """Begin a page for a chapter that would be torn at the foot of another one."""
        page = self._page_for(pieces[0])
        if page.room < _ROOM * page.sheet.body and not page.takes(pieces):
            self._turn(pieces[:1])

    def _lay_or_hold(self, unit: Pieces, pieces: Pieces, start: int) -> int:
        """Lay a unit; returns how many of the pieces after it were laid with it.

        What floats and has no room here waits for the next page, and what follows moves up, so
        that no page is left half empty. But what heads a drawing needs something to head.
        """
        floating = [piece for piece in unit if piece.floats]
        page = self._page_for(unit[0])
        if not floating or (not self._held and (page.fresh or page.takes(unit))):
            self._lay_unit(unit)
            return 0
        after = start
        while after < len(pieces) and pieces[after].floats:
            after += 1
        following = _unit(pieces, after) if after < len(pieces) else []
        moved_up = [*(piece for piece in unit if not piece.floats), *following]
        if not following or not page.takes(moved_up):
            self._lay_unit(unit)
            return 0
        self._held += [*floating, *pieces[start:after]]
        self._lay_unit(moved_up)
        return after - start + len(following)

    def _release(self) -> None:
        """Lay the drawings that wait; at the top of a page their head comes first."""
        held, self._held, self._passed = self._held, [], False
        for piece in held:
            page = self._page_for(piece)
            if piece.head is not None and not page.placed and page.takes([piece.head, piece]):
                page.put(piece.head, head=True)
            self._lay_unit([piece])

    def _lay_unit(self, unit: Sequence[Piece]) -> None:
        page = self._page_for(unit[0])
        if not page.fresh and not page.takes(unit):
            page = self._turn(unit)
        if not page.fresh and not page.takes(unit):
            # Drawings that waited have taken the page.
            page = self._turn(unit)
        page.foot = self._foot
        together = page.takes(unit)
        for piece in unit:
            if not together and not page.fresh and not page.takes([piece]):
                page = self._turn([piece])
            page.put(piece)

    def _page_for(self, piece: Piece) -> Page:
        if not self.pages or self.pages[-1].turned != piece.turned:
            return self._turn([piece])
        return self.pages[-1]

    def _turn(self, unit: Sequence[Piece]) -> Page:
        """Begin a page: drawings that wait come first, then what heads the unit once more."""
        turned, head = unit[0].turned, unit[0].head
        self._begin(turned=turned)
        if self._held:
            self._release()
            if self.pages[-1].turned != turned:
                self._begin(turned=turned)
        if head is None:
            return self.pages[-1]
        if self.pages[-1].placed and not self.pages[-1].takes([head, *unit]):
            self._begin(turned=turned)
        if self.pages[-1].takes([head, unit[0]]):
            self.pages[-1].put(head, head=True)
        return self.pages[-1]

    def _begin(self, *, turned: bool) -> None:
        """Begin a page, unless the last one is still empty."""
        if self.pages and not self.pages[-1].placed and self.pages[-1].turned == turned:
            return
        sheet = self._sheet.turned() if turned else self._sheet
        self.pages.append(Page(sheet, self._foot, turned))


def _chapter_end(pieces: Pieces, start: int) -> int:
    following = range(start + 1, len(pieces))
    return next((each for each in following if pieces[each].chapter is not None), len(pieces))


def _unit(pieces: Pieces, start: int) -> Pieces:
    """The run of pieces from a place on that are to stay on one page."""
    end = start
    while (
        pieces[end].keep and end + 1 < len(pieces) and pieces[end + 1].turned == pieces[end].turned
    ):
        end += 1
    return pieces[start : end + 1]


def _height(pieces: Sequence[Piece]) -> float:
    return sum(piece.above + piece.height for piece in pieces)
