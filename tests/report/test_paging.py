"""Pieces on pages: what stays together, what is repeated, and what may move."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.report.paging import Page, Pager
from facilitator.report.pieces import Column, Ground, Piece, grounded, height_of, row, table
from facilitator.report.sheet import SIZES, Sheet
from facilitator.report.tightening import tightened

SHEET = Sheet(*SIZES["A4"])
BODY = SHEET.body


def _piece(share: float, name: str, **fields: object) -> Piece:
    return replace(Piece(share * BODY, anchors=(name,)), **fields)  # type: ignore[arg-type]


def _lay(*pieces: Piece) -> list[Page]:
    return Pager(SHEET).lay(list(pieces))


def _names(pages: list[Page]) -> list[list[str]]:
    return [[name for _, piece in page.placed for name in piece.all_anchors()] for page in pages]


def test_pieces_fill_page_after_page() -> None:
    pages = _lay(*(_piece(0.4, name) for name in "abcde"))
    assert _names(pages) == [["a", "b"], ["c", "d"], ["e"]]


def test_space_above_is_left_out_at_the_top_of_a_page() -> None:
    pages = _lay(_piece(0.9, "a"), _piece(0.5, "b", above=30.0), _piece(0.1, "c", above=30.0))
    assert [top for top, _ in pages[1].placed] == [SHEET.top, SHEET.top + 0.5 * BODY + 30]


def test_a_heading_stays_with_what_it_heads() -> None:
    pages = _lay(_piece(0.9, "a"), _piece(0.05, "heading", keep=True), _piece(0.3, "text"))
    assert _names(pages) == [["a"], ["heading", "text"]]


def test_what_is_too_high_to_stay_together_is_parted() -> None:
    pages = _lay(_piece(0.1, "a"), *(_piece(0.3, name, keep=True) for name in "bcdef"))
    assert _names(pages) == [["a"], ["b", "c", "d"], ["e", "f"]]


def test_a_head_is_repeated_on_every_page() -> None:
    rows = [[_piece(0.3, name)] for name in "abcde"]
    pages = _lay(*table(rows, _piece(0.1, "head")))
    assert _names(pages) == [
        ["head", "a", "b"],
        ["head", "c", "d"],
        ["head", "e"],
    ]


def test_the_last_low_rows_of_a_table_stay_together() -> None:
    rows = [[_piece(0.05, f"r{n:02}")] for n in range(21)]
    pages = _lay(*table(rows, None))
    assert [len(page) for page in _names(pages)] == [17, 4]


def test_a_chapter_begins_a_page_if_little_room_is_left() -> None:
    long, short = _piece(0.9, "long"), _piece(0.1, "short")
    begin = _piece(0.05, "chapter", chapter="")
    assert _names(_lay(_piece(0.7, "a"), begin, long)) == [["a"], ["chapter", "long"]]
    assert _names(_lay(_piece(0.7, "a"), begin, short)) == [["a", "chapter", "short"]]
    assert _names(_lay(_piece(0.5, "a"), begin, short, long)) == [
        ["a", "chapter", "short"],
        ["long"],
    ]


def test_the_foot_of_a_page_is_that_of_its_last_chapter() -> None:
    pages = _lay(
        _piece(0.2, "a", chapter="one"),
        _piece(0.2, "b", chapter="two"),
        _piece(0.9, "c"),
        _piece(0.05, "d", chapter="three"),
    )
    assert [page.foot for page in pages] == ["two", "three"]


def test_a_drawing_that_does_not_fit_lets_what_follows_move_up() -> None:
    heading, drawing = _piece(0.1, "heading", keep=True), _piece(0.8, "drawing", floats=True)
    pages = _lay(_piece(0.3, "a"), heading, drawing, _piece(0.4, "b"), _piece(0.3, "c"))
    assert _names(pages) == [["a", "heading", "b"], ["drawing"], ["c"]]


def test_no_head_stands_alone_below_a_drawing() -> None:
    drawing = _piece(0.8, "drawing", floats=True)
    for high in (0.3, 0.18):
        rows = [_piece(0.3, "b"), _piece(0.3, "c"), _piece(high, "d", head=_piece(0.05, "head"))]
        pages = _lay(_piece(0.3, "a"), drawing, *rows)
        assert _names(pages) == [["a", "b", "c"], ["drawing"], ["head", "d"]]


def test_a_drawing_stays_where_it_is_if_it_fits_or_nothing_can_move() -> None:
    drawing = _piece(0.8, "drawing", floats=True)
    assert _names(_lay(_piece(0.1, "a"), drawing, _piece(0.05, "b"))) == [["a", "drawing", "b"]]
    assert _names(_lay(_piece(0.3, "a"), drawing)) == [["a"], ["drawing"]]
    assert _names(_lay(_piece(0.3, "a"), drawing, _piece(0.8, "b"))) == [["a"], ["drawing"], ["b"]]


def _then(*after: Piece, first: float = 0.3, drawing: float = 0.8) -> list[list[str]]:
    """The pages of a drawing for which the first one has no room."""
    drawn = _piece(drawing, "drawing", floats=True, head=_piece(0.05, "head"))
    return _names(_lay(_piece(first, "a"), drawn, _piece(0.1, "b"), *after))


def test_the_next_chapter_begins_before_a_drawing_that_waits() -> None:
    one, two = (_piece(0.1, name, chapter="foot") for name in ("one", "two"))
    assert _then(one) == [["a", "b", "one"], ["head", "drawing"]]
    # But no second one does, and none where little of the page is left.
    assert _then(one, two) == [["a", "b", "one"], ["head", "drawing", "two"]]
    assert _then(one, first=0.6) == [["a", "b"], ["head", "drawing", "one"]]


def test_drawings_of_several_pages_stay_in_their_chapter() -> None:
    first, second = (_piece(0.6, name, floats=True) for name in ("first", "second"))
    pages = _lay(_piece(0.5, "a"), first, second, _piece(0.1, "b"), _piece(0.1, "c", chapter=""))
    assert _names(pages) == [["a", "b"], ["first"], ["second", "c"]]


def test_a_drawing_that_leaves_no_room_for_its_head_has_none() -> None:
    assert _then(drawing=0.97) == [["a", "b"], ["drawing"]]


def _front(lacks: float, spaces: int) -> list[Piece]:
    """What comes before the second chapter, too high by so much."""
    high = (BODY + lacks) / spaces - 20.0
    pieces = [Piece(high, above=20.0, chapter="" if n == 0 else None) for n in range(spaces)]
    pieces[0] = replace(pieces[0], height=high + 20.0)
    return pieces


@given(lacks=st.integers(-50, 150).filter(bool), spaces=st.integers(2, 12))
def test_a_first_page_that_lacks_little_is_tightened(lacks: float, spaces: int) -> None:
    front, after = _front(lacks, spaces), _piece(0.5, "after", chapter="")
    found = tightened([*front, after], BODY)
    assert [piece.height for piece in found] == [*(piece.height for piece in front), after.height]
    assert found[-1] == after
    if 0 < lacks < 10 * (spaces - 1):
        assert height_of(found[:-1]) == pytest.approx(BODY, abs=0.01)
        assert len(_lay(*found[:-1])) == 1
        assert min(piece.above for piece in found[:-1]) >= 9.9
    elif not 0 < lacks <= 10 * (spaces - 1):
        assert found == [*front, after]


def test_turned_pieces_stand_on_sheets_of_their_own() -> None:
    pages = _lay(_piece(0.1, "a"), _piece(0.1, "b", turned=True), _piece(0.1, "c"))
    assert [page.sheet.is_turned for page in pages] == [False, True, False]


PIECES = st.lists(
    st.builds(
        Piece,
        height=st.floats(0, BODY),
        above=st.floats(0, 40),
        keep=st.booleans(),
        floats=st.booleans(),
        turned=st.just(False),
        chapter=st.sampled_from((None, None, None, "foot")),
        head=st.sampled_from((None, Piece(20.0))),
    ),
    max_size=30,
)


@given(pieces=PIECES)
def test_every_piece_is_laid_once_and_nothing_overlaps(pieces: list[Piece]) -> None:
    named = [replace(piece, anchors=(f"{n}",)) for n, piece in enumerate(pieces)]
    pages = Pager(SHEET).lay(named)
    laid = [name for names in _names(pages) for name in names]
    assert sorted(laid, key=int) == [str(n) for n in range(len(pieces))]
    fixed = [name for name in laid if not pieces[int(name)].floats]
    assert fixed == sorted(fixed, key=int)
    for page in pages:
        foot = page.sheet.top
        for top, piece in page.placed:
            assert top >= foot - 1e-6
            foot = top + piece.height
        assert foot <= page.sheet.bottom + 1e-6


@pytest.mark.parametrize("counts", [(3, 40), (40, 40, 2), (1, 1), (0, 5), (90,)])
def test_a_high_row_is_parted_and_keeps_every_line(
    counts: tuple[int, ...], columns: object
) -> None:
    assert callable(columns)
    pieces = row(columns(counts))
    lines = sum(len(list(piece.all_anchors())) for piece in pieces)
    assert lines == sum(counts)
    assert all(piece.height <= 224 for piece in pieces)


@pytest.fixture
def columns() -> object:
    class _Column:
        def __init__(self, number: int, count: int) -> None:
            self.pieces = [Piece(14.0, anchors=(f"{number}-{n}",)) for n in range(count)]

    return lambda counts: [_Column(number, count) for number, count in enumerate(counts)]


def test_a_ground_covers_its_pieces_and_the_room_between_them() -> None:
    pieces = [Piece(10.0), Piece(10.0, above=4.0)]
    found = grounded(pieces, Ground(0, 100, "well", "ink"), 8.0)
    assert height_of(found) == height_of(pieces) + 16.0


def _lines(count: int, height: float, **last: object) -> Column:
    """A column of so many lines."""
    column = Column(None, 0.0, 100.0)  # type: ignore[arg-type]
    column.pieces = [Piece(height) for _ in range(count)]
    column.pieces[-1] = replace(column.pieces[-1], **last)  # type: ignore[arg-type]
    return column


@given(count=st.integers(30, 60), heights=st.lists(st.floats(5.0, 60.0), max_size=4))
def test_no_line_of_the_longest_column_stands_apart(count: int, heights: list[float]) -> None:
    """Where shorter columns end, a gap in the middle of a sentence would be left."""
    bands = row([_lines(count, 12.0), *(_lines(1, height) for height in heights)])
    assert height_of(bands) == pytest.approx(count * 12.0)


def test_a_band_keeps_to_what_its_last_line_keeps_to() -> None:
    long, short = _lines(30, 12.0), _lines(1, 40.0)
    assert not row([long, short])[0].keep
    long, short = _lines(30, 12.0), _lines(1, 40.0)
    long.pieces[3] = replace(long.pieces[3], keep=True)
    assert row([long, short])[0].keep


def test_a_table_may_be_parted_near_its_end() -> None:
    rows = [[_piece(0.02, name)] for name in "abcdef"]
    pages = _lay(_piece(0.91, "first"), *table(rows, None, least=2))
    assert _names(pages) == [["first", "a", "b", "c", "d"], ["e", "f"]]
    pages = _lay(_piece(0.91, "first"), *table(rows, None))
    assert _names(pages) == [["first", "a", "b"], ["c", "d", "e", "f"]]
