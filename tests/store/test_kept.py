"""What is kept ready is what it would be if it were counted anew, whatever was written before."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain import marks
from facilitator.domain.delta import Delta
from facilitator.domain.records import ActionItem, Review
from facilitator.domain.rules import RuleViolation
from facilitator.domain.trends import Mark, Month, Quarter
from facilitator.domain.words import ActionStatus, Durability, Family
from facilitator.store.kept import keeping
from facilitator.store.kept.figures import Figures
from facilitator.store.kept.keeping import keep_all
from facilitator.store.kept.kinds import KINDS, WHOLE
from facilitator.store.quick import Reader
from tests.domain.test_random_edits import Bench
from tests.store import plain_figures
from tests.store.support import full_review, save, traced, written_rows
from tests.strategies import actions, days, ids, lines, perhaps, reviews

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.store.store import Store

TODAY = date(2026, 3, 5)
KEPT = {
    "figure": "SELECT kind, key, day, n FROM figure ORDER BY 1, 2, 3",
    "card": "SELECT * FROM card ORDER BY review_id",
    "figures_of": "SELECT review_id, figures FROM figures_of ORDER BY 1",
}
_CARD = (
    "SELECT review_id, incident, day, failure_class, open_actions, done_actions, families,"
    " strongest, lasting FROM card ORDER BY review_id"
)


def kept(store: Store) -> dict[str, list[Any]]:
    """Everything that is kept."""
    return {name: store._driver().execute(sql).fetchall() for name, sql in KEPT.items()}


def counted_anew(store: Store) -> dict[str, list[Any]]:
    """The same as it would be, and nothing has changed."""
    driver = store._driver()
    driver.execute("BEGIN")
    try:
        keep_all(driver)
        return kept(store)
    finally:
        driver.execute("ROLLBACK")


def check(store: Store, there: dict[str, Review]) -> None:
    """``there`` are the reviews that are not in the trash."""
    found = {(kind, key, day): n for kind, key, day, n in kept(store)["figure"]}
    assert found == plain_figures.figures(there.values())
    cards = {row[0]: row for row in store._driver().execute(_CARD).fetchall()}
    for review in there.values():
        assert cards[review.id] == plain_figures.card(review)


class Library:
    """Does random things to the reviews of a library, and knows what should be there."""

    def __init__(self, draw: Any, store: Store) -> None:
        self.draw, self.store, self.bench = draw, store, Bench(draw)
        self.reviews: dict[str, Review] = {}
        self.trashed: set[str] = set()
        self.last = 0

    def act(self) -> None:
        acts: list[Callable[[], None]] = [self.import_one, self.make_one]
        if self.reviews:
            acts += [self.edit] * 6 + [self.rewrite, self.trash, self.restore, self.delete]
        self.draw(st.sampled_from(acts))()

    def some(self) -> Review:
        return self.reviews[self.draw(st.sampled_from(sorted(self.reviews)))]

    def new_id(self) -> str:
        self.last += 1
        return f"r{self.last}"

    def import_one(self) -> None:
        drawn = replace(self.draw(reviews()), id=self.new_id())
        self.store.take_over([drawn], self.new_id)
        self.reviews[drawn.id] = self.store.load(drawn.id)

    def make_one(self) -> None:
        new_id = self.new_id()
        self.reviews[new_id] = self.store.create(Review(id=new_id))

    def edit(self) -> None:
        review = self.some()
        try:
            after = self.bench.next_edit(review)(review)
        except RuleViolation:
            return
        self.put(review, after)

    def rewrite(self) -> None:
        """As after a merge, or an import into a review."""
        review = self.some()
        after = replace(self.draw(reviews()), id=review.id, revision=review.revision)
        self.put(review, after)

    def put(self, before: Review, after: Review) -> None:
        delta = Delta.between(before, after)
        if delta:
            self.store.save(delta, before.revision)
            self.reviews[after.id] = self.store.load(after.id)

    def trash(self) -> None:
        review = self.some()
        self.store.trash(review.id)
        self.trashed.add(review.id)

    def restore(self) -> None:
        review = self.some()
        self.store.restore(review.id)
        self.trashed.discard(review.id)

    def delete(self) -> None:
        review = self.some()
        self.store.delete(review.id)
        self.trashed.discard(review.id)
        del self.reviews[review.id]

    @property
    def there(self) -> dict[str, Review]:
        return {key: each for key, each in self.reviews.items() if key not in self.trashed}


@settings(max_examples=25)
@given(st.data())
def test_whatever_happens_what_is_kept_is_what_would_be_counted(
    shared_store: Store, data: st.DataObject
) -> None:
    library = Library(data.draw, shared_store)
    try:
        for _ in range(data.draw(st.integers(1, 10))):
            library.act()
            check(shared_store, library.there)
        assert kept(shared_store) == counted_anew(shared_store)
    finally:
        for review_id in library.reviews:
            shared_store.delete(review_id)
    assert kept(shared_store) == {"figure": [], "card": [], "figures_of": []}


@settings(max_examples=60)
@given(st.data())
def test_an_edit_of_actions_alone_keeps_what_would_be_counted(
    shared_store: Store, data: st.DataObject
) -> None:
    def drawn() -> tuple[ActionItem, ...]:
        return data.draw(actions(ids("a"), (), ()))

    day, failure_class = data.draw(perhaps(days)), data.draw(lines)
    made = Review(id="r1", held_on=day, failure_class=failure_class, actions=drawn())
    review = shared_store.create(made)
    try:
        after = replace(review, actions=drawn())
        with pytest.MonkeyPatch.context() as patch:
            # It is not counted from the rows.
            patch.delattr(keeping, "keep")
            if delta := Delta.between(review, after):
                shared_store.save(delta, review.revision)
        assert kept(shared_store) == counted_anew(shared_store)
    finally:
        shared_store.delete("r1")


@settings(max_examples=25)
@given(st.lists(reviews(), max_size=4), st.dates(date(1999, 1, 1), date(2100, 12, 31)))
def test_since_a_day_only_what_is_dated_since_counts(
    shared_store: Store, drawn: list[Review], since: date
) -> None:
    made = [shared_store.create(replace(each, id=f"r{i}")) for i, each in enumerate(drawn)]
    try:
        for day in (since, since.replace(day=1)):
            wanted = plain_figures.figures(made, day)
            figures = Figures(shared_store._driver(), day)
            found = Counter(
                {
                    (kind, key, number): n
                    for kind in sorted({*KINDS} - {"fixed", "lost", *WHOLE.values()})
                    for key, number, n in figures.sums(kind, "k.key", "k.day")
                }
            )
            assert found == wanted
    finally:
        for each in made:
            shared_store.delete(each.id)


@settings(max_examples=25)
@given(st.lists(reviews(), min_size=1, max_size=4), st.data())
def test_behind_a_figure_are_the_reviews_that_it_counts(
    shared_store: Store, drawn: list[Review], data: st.DataObject
) -> None:
    made = [shared_store.create(replace(each, id=f"r{i}")) for i, each in enumerate(drawn)]
    try:
        every = [(each.id, counted) for each in made for counted in plain_figures.counted(each)]
        _review_id, one = data.draw(st.sampled_from(every))
        key = one.key.partition("\x1f")[0]
        mark = Mark(one.kind, key, one.number, one.number, one.dated, one.dated)
        wanted = {
            review_id
            for review_id, each in every
            if (each.kind, each.number) == (one.kind, one.number)
            and (not key or each.key.partition("\x1f")[0] == key)
            and (one.dated is None or each.dated == one.dated)
        }
        assert set(shared_store.behind(mark)) == wanted
    finally:
        for each in made:
            shared_store.delete(each.id)


def test_an_edit_that_no_figure_depends_on_writes_and_asks_nothing(store: Store) -> None:
    review = store.create(full_review())
    event = replace(review.events[0], text="Other")
    after = replace(review, summary="Other", events=(event, *review.events[1:]))
    seen = traced(store, lambda: save(store, review, after))
    assert not [line for line in seen if "card" in line or "figure" in line]


def test_the_time_of_an_event_is_asked_for_only_if_one_changed(store: Store) -> None:
    review = store.create(full_review())
    action = replace(review.actions[0], due=date(2027, 1, 1))
    after = replace(review, actions=(action, *review.actions[1:]))
    seen = traced(store, lambda: save(store, review, after))
    assert any("card" in line for line in seen)
    assert not [line for line in seen if "FROM event" in line]


def test_a_whole_library_is_counted_with_one_write_a_figure(store: Store) -> None:
    for number in range(20):
        store.create(full_review(f"r{number}"))
    was = kept(store)
    driver = store._driver()
    driver.execute("BEGIN")
    rows = written_rows(store, lambda: keep_all(driver))
    driver.execute("ROLLBACK")
    held = sum(map(len, was.values()))
    assert rows == 2 * held


DAMAGE = {
    "a status": "UPDATE action SET status = 'soon' WHERE id = 'a1'",
    "a label": "UPDATE action SET hint = 'magic' WHERE id = 'a1'",
    "a due day": "UPDATE action SET due = '2026-02-31' WHERE id = 'a1'",
    "a day that is none": "UPDATE action SET done_on = 'now' WHERE id = 'a1'",
    "a blob": "UPDATE action SET due = x'ff' WHERE id = 'a1'",
    "a family": "UPDATE factor SET family = 'clan' WHERE id = 'f2'",
    "a marker": "UPDATE event SET marker = 'x' WHERE id = 'e1'",
    "a time": "UPDATE event SET at = '2026-03-03' WHERE id = 'e1'",
    "a day of the review": "UPDATE review SET held_on = '0000-01-01'",
    "services": "UPDATE review SET services = '[not json'",
    "services that are no list": "UPDATE review SET services = '{}'",
    "a class that is no text": "UPDATE review SET failure_class = CAST(x'ff41' AS TEXT)",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_row_counts_nowhere_and_is_told(store: Store, damage: str) -> None:
    store.create(full_review())
    store._driver().execute(damage.replace("WHERE", "WHERE review_id = 'r1' AND"))
    store.trash("r1")
    store.restore("r1")
    with store._writing():
        keep_all(store._driver())
    assert store.trends(TODAY).damaged == 1
    assert kept(store) == counted_anew(store)
    # And the others go on.
    other = store.create(full_review("r2"))
    done = replace(other.actions[0], status=ActionStatus.DONE, deferral=None)
    save(store, other, replace(other, actions=(done, *other.actions[1:])))
    assert kept(store) == counted_anew(store)
    found = store.trends(TODAY)
    assert (found.reviews, found.damaged, found.totals.done) == (2, 1, 1)
    with Reader(store.path) as reader:
        assert reader.trends(TODAY, None) == found


@pytest.mark.parametrize("figures", ["'[1]'", "'x'", "CAST(x'ff' AS TEXT)", "'{}'"])
def test_what_a_review_adds_may_be_damaged(store: Store, figures: str) -> None:
    review = store.create(full_review())
    store.create(full_review("r2"))
    store._driver().execute(f"UPDATE figures_of SET figures = {figures}")  # noqa: S608 - a test
    action = replace(review.actions[1], status=ActionStatus.DONE)
    save(store, review, replace(review, actions=(review.actions[0], action)))
    assert kept(store) == counted_anew(store)
    store._driver().execute(f"UPDATE figures_of SET figures = {figures}")  # noqa: S608 - a test
    store.delete("r1")
    assert kept(store) == counted_anew(store)


def test_a_card_that_is_missing_comes_back(store: Store) -> None:
    review = store.create(full_review())
    was = kept(store)
    for name in ("card", "figure", "figures_of"):
        store._driver().execute(f"DELETE FROM {name}")  # noqa: S608 - a test
    action = replace(review.actions[1], status=ActionStatus.DONE)
    review = save(store, review, replace(review, actions=(review.actions[0], action)))
    back = replace(action, status=ActionStatus.PROPOSED)
    save(store, review, replace(review, actions=(review.actions[0], back)))
    assert kept(store) == was


def test_a_write_that_fails_keeps_what_was_kept(store: Store) -> None:
    review = store.create(full_review())
    was = kept(store)
    action = ActionItem(id="a9", text="x", due=date(2026, 4, 1), factors=("gone",))
    with pytest.raises(Exception, match="do not fit"):
        save(store, review, replace(review, actions=(*review.actions, action)))
    assert kept(store) == was


def test_marks_lead_to_their_reviews(store: Store) -> None:
    store.create(full_review())
    done = ActionItem(
        id="a1",
        text="x",
        status=ActionStatus.DONE,
        hint=Durability.DETECT,
        agreed_on=date(2026, 1, 2),
        done_on=date(2026, 2, 1),
        check_on=date(2026, 3, 5),
    )
    overdue = ActionItem(id="a2", text="y", due=date(2026, 3, 4), hint=Durability.GUARDRAIL)
    store.create(Review(id="r2", actions=(done, overdue), services=("Search",)))
    first = Quarter(2026, 1)
    led = {
        marks.of_family(Family.MISSING_SAFEGUARD, first): ("r1",),
        marks.of_family(Family.MISSING_SAFEGUARD, Quarter(2025, 4)): (),
        marks.of_service("Payments"): ("r1",),
        marks.of_service("pay"): (),
        marks.of_service("SEARCH", date(2026, 1, 1)): (),
        marks.of_class(" Configuration"): ("r1",),
        marks.of_taken(first): ("r2",),
        marks.of_taken(first, 30, 30): ("r2",),
        marks.of_taken(first, 31): (),
        marks.of_mix(Durability.DETECT, first): ("r2",),
        marks.of_mix(None): ("r1",),
        marks.of_completed(Month(2026, 2)): ("r2",),
        marks.of_arrived(Month(2026, 2)): (),
        marks.of_overdue(TODAY): ("r2",),
        marks.of_overdue(TODAY - timedelta(1)): (),
        marks.of_accepted(TODAY): ("r1",),
        marks.of_back(TODAY): (),
        marks.of_back(date(2026, 5, 1)): ("r1",),
        marks.of_check_due(TODAY): ("r2",),
        marks.of_undated(): ("r2",),
        marks.of_durable(): ("r1", "r2"),
        marks.of_no_durable(): (),
        marks.of_open_resilience(): ("r2",),
        Mark("nothing of ours"): (),
    }
    for mark, wanted in led.items():
        assert store.behind(mark) == wanted, mark
    store.trash("r2")
    assert store.behind(marks.of_undated()) == ()
