"""A search finds what the reviews hold now, the best first, and private notes only when asked."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.delta import Delta
from facilitator.domain.every_text import every_text
from facilitator.domain.records import ActionItem, Factor, Finding, Lesson, Review, TimelineEvent
from facilitator.domain.search_words import read_search
from facilitator.domain.words import ActionStatus, FactorKind, Family, LessonSide, ReviewStatus
from facilitator.store.search.index import BATCH, take_in
from facilitator.store.search.searcher import Searcher
from facilitator.store.search.texts import SUBJECTS, Row, Texts, read_texts
from tests.domain.test_random_edits import histories
from tests.store.support import START, full_review, save, written_rows
from tests.strategies import reviews

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from facilitator.store.search.searcher import Found
    from facilitator.store.store import Store

TODAY = date(2026, 5, 5)
UNSEARCHED = {("events", "typed"), ("releases", "form")}
"""How a time was typed, and the ending of a file."""


class Reviews:
    """A library with a searcher that is brought up to date before every search."""

    def __init__(self, store: Store) -> None:
        self.store, self.searcher = store, Searcher(store.path)

    def index(self) -> None:
        if waiting := self.searcher.waiting():
            self.store.take_into_index(waiting)

    def found(self, line: str, *, private: bool = False) -> Found:
        self.index()
        return self.searcher.find(read_search(line, TODAY, private=private), TODAY)

    def ids(self, line: str, *, private: bool = False) -> list[str]:
        return list(self.found(line, private=private).ids)

    def line(self, line: str) -> tuple[str, list[str]]:
        """The line that is shown for the first that is found, and what is marked in it."""
        wanted, found = read_search(line, TODAY), self.found(line)
        shown = self.searcher.lines(wanted, found.ids[:1])[found.ids[0]]
        return shown.text, [shown.text[start:end] for start, end in shown.spans]


@pytest.fixture
def library(store: Store) -> Iterator[Reviews]:
    found = Reviews(store)
    yield found
    found.searcher.close()


def contents(path: Path) -> dict[str, tuple[object, ...]]:
    """Every row of the index by its review."""
    sql = (
        f"SELECT s.review_id, s.revision, {', '.join(f'x.{each}' for each in SUBJECTS)}, x.places"  # noqa: S608
        " FROM search AS x JOIN searched AS s ON s.id = x.rowid"
    )
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(sql).fetchall()
        (count,) = connection.execute("SELECT count(*) FROM searched").fetchone()
        connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    assert len(rows) == count
    return {row[0]: row[1:] for row in rows}


def placed_lines(values: Sequence[object]) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Subject, place and line of everything in a row of the index."""
    row = Row(values)
    for subject in SUBJECTS:
        for at, line in enumerate(row.lines(subject)):
            yield subject, row.place(subject, at), line


def recomputed(path: Path) -> dict[str, tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        ids = [row[0] for row in connection.execute("SELECT id FROM review")]
        texts = read_texts(lambda sql, values: connection.execute(sql, values).fetchall(), ids)
    return {each: (revision, *found.row()) for each, (revision, found) in texts.items()}


# -- what is searched ------------------------------------------------------------------------------


@settings(max_examples=40)
@given(reviews())
def test_every_text_of_a_review_is_in_the_index_at_its_place(
    shared_store: Store, review: Review
) -> None:
    made = shared_store.create(review)
    try:
        shared_store.take_into_index([made.id])
        (row,) = contents(shared_store.path).values()
        held = {(*place, line) for _subject, place, line in placed_lines(row[1:])}
        for place, text in every_text(made):
            if (place.collection, place.field) in UNSEARCHED or place.row == "severity":
                continue
            for line in filter(str.strip, text.splitlines()):
                assert (place.collection, place.row, place.field, line) in held
    finally:
        shared_store.delete(made.id)


def test_private_notes_stand_in_a_column_of_their_own(store: Store) -> None:
    store.create(full_review())
    store.take_into_index(["r1"])
    (row,) = contents(store.path).values()
    private = {place for subject, place, _line in placed_lines(row[1:]) if subject == "notes"}
    assert private == {
        ("brief", "notes", "notes"),
        ("phase_notes", "close", "text"),
        ("phase_notes", "timeline", "text"),
    }
    elsewhere = [row[1 + at] for at, each in enumerate(SUBJECTS) if each != "notes"]
    assert not any(secret in str(elsewhere) for secret in ("private", "Thank them", "Ask Ada"))


def test_private_notes_are_found_only_when_asked_for(library: Reviews) -> None:
    library.store.create(full_review())
    for line in ("thank", "private", "ask ada first", "-pool private", '"thank them"'):
        assert library.ids(line) == [], line
    assert library.ids("notes:thank") == ["r1"]
    assert library.ids("notes:pool") == []
    assert library.ids("notes: thank pool ") == ["r1"]
    assert library.ids("thank", private=True) == ["r1"]
    assert library.line("notes:thank") == ("Thank them", ["Thank"])
    # What is left out is looked for only where the rest is.
    assert library.ids("pool -thank") == ["r1"]


# -- how the index is kept -------------------------------------------------------------------------


@settings(max_examples=12)
@given(histories(), st.data())
def test_the_index_is_what_it_would_be_if_it_were_made_now(
    shared_store: Store, versions: list[Review], data: st.DataObject
) -> None:
    searcher = Searcher(shared_store.path)
    start = shared_store.create(versions[0])
    try:
        revision = start.revision
        for before, after in pairwise(versions):
            revision = shared_store.save(Delta.between(before, after), revision).revision
            if data.draw(st.booleans()):
                shared_store.take_into_index(searcher.waiting())
        shared_store.take_into_index(searcher.waiting())
        assert contents(shared_store.path) == recomputed(shared_store.path)
        assert searcher.waiting() == []
    finally:
        shared_store.delete(start.id)
        assert contents(shared_store.path) == {}
        searcher.close()


def test_an_edit_pays_nothing_and_is_found_at_the_next_search(library: Reviews) -> None:
    review = library.store.create(full_review())
    assert library.ids("zebra") == []
    after = replace(review, title="A zebra")
    assert written_rows(library.store, lambda: save(library.store, review, after)) == 1
    assert library.searcher.waiting() == ["r1"]
    assert library.ids("zebra") == ["r1"]
    assert library.ids("shops") == []


def test_what_a_crash_left_out_is_taken_in_later(library: Reviews) -> None:
    for number in range(3):
        library.store.create(replace(full_review(), id=f"r{number}"))
    library.index()

    def crash() -> None:
        with library.store._writing():
            take_in(library.store._driver(), ["r0", "r1"])
            raise KeyboardInterrupt

    review = library.store.load("r1")
    save(library.store, review, replace(review, title="A zebra"))
    with pytest.raises(KeyboardInterrupt):
        crash()
    assert library.searcher.waiting() == ["r1"]
    assert library.ids("zebra") == ["r1"]
    assert contents(library.store.path) == recomputed(library.store.path)


def test_a_review_that_another_program_deleted_is_forgotten(library: Reviews) -> None:
    library.store.create(full_review())
    library.index()
    with closing(sqlite3.connect(library.store.path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("DELETE FROM review")
    assert library.searcher.waiting() == ["r1"]
    assert library.ids("pool") == []
    assert contents(library.store.path) == {}


def test_the_trash_is_not_searched_and_comes_back_at_once(library: Reviews) -> None:
    library.store.create(full_review())
    assert library.ids("pool") == ["r1"]
    library.store.trash("r1")
    assert library.searcher.waiting() == []
    assert library.ids("pool") == []
    assert library.ids("-pool") == []
    assert library.found("").of == 0
    library.store.restore("r1")
    assert library.ids("pool") == ["r1"]


def test_nothing_of_a_deleted_review_can_be_found(library: Reviews) -> None:
    library.store.create(full_review())
    library.index()
    library.store.delete("r1")
    assert contents(library.store.path) == {}
    assert library.ids("pool") == []


def test_reviews_that_are_not_indexed_yet_are_counted(library: Reviews) -> None:
    for number in range(BATCH + 2):
        library.store.create(Review(id=f"r{number:02}", title="Zebra"))
    library.store.take_into_index([f"r{number:02}" for number in range(BATCH)])
    wanted = read_search("zebra", TODAY)
    found = library.searcher.find(wanted, TODAY)
    assert (len(found.ids), found.of, found.waiting) == (BATCH, BATCH + 2, 2)
    everything = library.searcher.find(read_search("", TODAY), TODAY)
    assert len(everything.ids) == BATCH + 2


def test_a_damaged_row_keeps_no_other_from_being_found(library: Reviews) -> None:
    library.store.create(full_review())
    library.store.create(Review(id="r2", title="Another pool"))
    with closing(sqlite3.connect(library.store.path)) as connection, connection:
        connection.execute("UPDATE review SET status = 'what', services = '{', severity = x'ff'")
        connection.execute("UPDATE action SET owner = x'fffe' WHERE id = 'a1'")
        connection.execute("UPDATE review SET revision = revision + 1")
    assert sorted(library.ids("pool")) == ["r1", "r2"]


def test_a_huge_review_is_found_by_its_last_word(library: Reviews) -> None:
    events = tuple(
        TimelineEvent(id=f"e{number}", text=f"Step {number} of the rollout", at=START)
        for number in range(20_000)
    )
    last = TimelineEvent(id="last", text="The very quokka", at=START)
    library.store.create(Review(id="r1", summary="long words\n" * 8_000, events=(*events, last)))
    assert library.line("quokka") == ("The very quokka", ["quokka"])


# -- what is found ---------------------------------------------------------------------------------


def placed(place: str, word: str, review_id: str) -> Review:
    """A review with a word at one place alone, and some other words."""
    places: dict[str, dict[str, Any]] = {
        "title": {"title": f"The {word} stopped"},
        "why": {"factors": (Factor(id="f1", parent=None, text=f"The {word} stopped"),)},
        "what": {"actions": (ActionItem(id="a1", text=f"The {word} stopped"),)},
        "story": {"events": (TimelineEvent(id="e1", text=f"The {word} stopped"),)},
        "rest": {"lessons": (Lesson(id="l1", side=LessonSide.WELL, text=f"The {word} stopped"),)},
    }
    filled = replace(Review(id=review_id, title="Shops could not pay"), **places[place])
    return replace(filled, held_on=date(2026, 1, 1))


def test_the_title_counts_most_then_factors_actions_story_and_the_rest(library: Reviews) -> None:
    order = ("title", "why", "what", "story", "rest")
    for place in order:
        library.store.create(placed(place, "zebra", place))
    for number in range(10):
        library.store.create(Review(id=f"other{number}", title="Something else"))
    assert library.ids("zebra") == list(order)
    assert library.found("zebra").ranked


def test_among_equals_the_newest_comes_first(library: Reviews) -> None:
    for number in (2, 5, 3):
        review = placed("why", "zebra", f"r{number}")
        library.store.create(replace(review, held_on=date(2026, 1, number)))
    library.store.create(Review(id="other", title="Something else"))
    assert library.ids("zebra") == ["r5", "r3", "r2"]
    assert library.ids("z") == ["r5", "r3", "r2"]
    assert not library.found("z").ranked


def test_all_words_must_be_somewhere_in_the_review(library: Reviews) -> None:
    library.store.create(full_review())
    assert library.ids("limit tuesday vendor") == ["r1"]
    assert library.ids("limit wednesday") == []
    assert library.ids('"the pool"') == ["r1"]
    assert library.ids('"pool the"') == []
    assert library.ids("limit -tuesday") == []


def test_accents_and_capitals_do_not_matter(library: Reviews) -> None:
    library.store.create(Review(id="r1", title="Ärger mit dem Café"))
    for line in ("arger", "ÄRGER", "cafe", "CAFÉ"):
        assert library.ids(line) == ["r1"], line


def test_operators_narrow(library: Reviews) -> None:
    library.store.create(full_review())
    root = Factor(id="f1", parent=None, kind=FactorKind.EFFECT)
    own = Factor(id="f2", parent="f1", family=Family.OBSERVABILITY_GAP, text="Ada in payments")
    late = ActionItem(id="a1", text="x", status=ActionStatus.AGREED, due=TODAY - timedelta(days=1))
    library.store.create(
        Review(
            id="r2",
            severity="SEV 2",
            status=ReviewStatus.DRAFT,
            held_on=date(2025, 1, 1),
            factors=(root, own),
            actions=(late,),
        )
    )
    library.store.create(Review(id="r3", held_on=date(2024, 1, 1), severity="Major"))
    for line, found in {
        "service:pay": ["r1"],
        "service:payments owner:ada": ["r1"],
        "service:search": [],
        "class:config": ["r1"],
        "owner:grace": [],
        "family:observability": ["r2"],
        "family:safeguard": ["r1"],
        "family:design": [],
        "severity:2": ["r2"],
        "severity:major": ["r3"],
        "status:draft": ["r2", "r3"],
        "open": ["r1", "r2"],
        "overdue": ["r2"],
        "before:2025-01-01": ["r3"],
        "after:2025-01-01": ["r1"],
        "after:2024-06-01 before:2026-01-01": ["r2"],
        "ada family:observability": ["r2"],
        "-ada": ["r3"],
    }.items():
        assert library.ids(line) == found, line


@pytest.mark.parametrize(
    "line", ['"', "AND", "(", "*", "c++", "what?", "it's", "NEAR(a b)", "a OR", "title:", "-", "^a"]
)
def test_what_means_something_to_the_index_is_only_words(library: Reviews, line: str) -> None:
    library.store.create(Review(id="r1", title="c++, what? it's AND title: near (a b) or"))
    assert library.ids(line) == ["r1"]


@given(st.text(max_size=60) | st.text(alphabet='"-:*()^{}+ANDORT \x00é', max_size=30))
def test_nothing_typed_can_fail(shared_store: Store, line: str) -> None:
    searcher = Searcher(shared_store.path)
    wanted = read_search(line, TODAY)
    found = searcher.find(wanted, TODAY)
    searcher.lines(wanted, found.ids)
    searcher.close()


# -- the line that is shown ------------------------------------------------------------------------


def test_the_line_with_most_of_the_words_is_shown(library: Reviews) -> None:
    library.store.create(
        Review(
            id="r1",
            title="The pool ran dry",
            factors=(Factor(id="f1", parent=None, text="No limit on the pool"),),
            findings=(Finding(id="d1", text="A pool limit, not rolled out"),),
            events=(TimelineEvent(id="e1", text="The pool limit was rolled out", at=START),),
        )
    )
    assert library.line("pool") == ("No limit on the pool", ["pool"])
    assert library.line("pool was") == ("The pool limit was rolled out", ["pool", "was"])
    assert library.line("dry") == ("The pool ran dry", ["dry"])


def test_a_text_of_several_lines_shows_the_one(library: Reviews) -> None:
    library.store.create(Review(id="r1", summary="First this.\n\nThen the zebra.\nThen that."))
    assert library.line("zebra") == ("Then the zebra.", ["zebra"])


def test_blank_lines_have_no_place() -> None:
    texts = Texts()
    texts.add("story", "a\n \nb", "events", "e1", "text")
    texts.add("story", None, "events", "e2", "text")
    texts.add("title", "t", "brief", "title", "title")
    assert [(subject, place[1], line) for subject, place, line in placed_lines(texts.row())] == [
        ("title", "title", "t"),
        ("story", "e1", "a"),
        ("story", "e1", "b"),
    ]
