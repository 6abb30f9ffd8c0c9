"""The learning digest: what is in it, and that neither a person nor a masked word is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.app import digest
from facilitator.app.digest import gather, rendered_digest, usual_quarter
from facilitator.app.library import Library
from facilitator.domain.digest import read_quarter, title_of
from facilitator.domain.masking import Mask, Masks
from facilitator.domain.records import (
    ActionItem,
    Addressee,
    Deferral,
    Factor,
    Finding,
    Lesson,
    Participant,
    Review,
)
from facilitator.domain.rules import RuleViolation
from facilitator.domain.trends import Quarter
from facilitator.domain.words import (
    ActionStatus,
    Answer,
    Disposition,
    Durability,
    EvidenceStatus,
    Family,
    LessonSide,
    MaskUse,
)
from facilitator.store.reading import read_review
from facilitator.store.store import open_store
from tests.strategies import reviews

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from facilitator.domain.digest import Digest
    from facilitator.store.plan import Select

QUARTER = Quarter(2026, 1)
TODAY = date(2026, 4, 15)


def now() -> datetime:
    return datetime(2026, 4, 15, 12, tzinfo=UTC)


def action(number: int, text: str, status: ActionStatus, **fields: object) -> ActionItem:
    made = ActionItem(id=f"a{number}", position=number, text=text, owner="Ada Quimby")
    return replace(made, status=status, **fields)  # type: ignore[arg-type]


def told_review(number: int, held: date | None, **fields: object) -> Review:
    made = Review(
        id=f"r{number:06}",
        title=f"Payments stopped, time {number}",
        incident=f"INC-{number}",
        held_on=held,
        participants=(Participant(id="p1", name="Ada Quimby", role="on-call engineer"),),
        factors=(
            Factor(id="f0", parent=None, family=Family.FALSE_ASSUMPTION),
            Factor(id="f1", parent="f0", text="No check", family=Family.MISSING_SAFEGUARD),
            Factor(
                id="f2",
                parent="f0",
                family=Family.DESIGN_DECISION,
                evidence_status=EvidenceStatus.RULED_OUT,
            ),
        ),
        findings=(
            Finding(id="g1", text="Nothing reads the file before Ada Quimby ships it.", focus=True),
            Finding(
                id="g2",
                position=1,
                text="Not in focus",
                disposition=Disposition.RECORDED,
                reason="x",
            ),
        ),
        lessons=(Lesson(id="l1", side=LessonSide.LUCKY, text="It was not a Saturday"),),
        actions=(
            action(
                1,
                "Stage the rollout",
                ActionStatus.DONE,
                call=Durability.GUARDRAIL,
                done_on=date(2026, 2, 1),
            ),
            action(2, "Tell people", ActionStatus.DONE, done_on=date(2026, 2, 1)),
            action(3, "Done long ago", ActionStatus.DONE, done_on=date(2025, 2, 1)),
            action(
                4,
                "Watch the queue",
                ActionStatus.DID_NOT_HOLD,
                done_on=date(2025, 12, 1),
                check_on=date(2026, 3, 1),
                held_because="It broke again",
            ),
            action(
                5,
                "Move the ledger",
                ActionStatus.DEFERRED,
                deferral=Deferral(
                    accepted_by="Bo Tamarind",
                    reason="The move comes first, says Bo Tamarind",
                    until=date(2026, 9, 1),
                ),
            ),
        ),
        addressees=(
            Addressee(
                id="x1",
                finding="g1",
                whom="Search",
                answer=Answer.APPLIES,
                asked_on=date(2026, 3, 2),
                answered_on=date(2026, 3, 4),
            ),
        ),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Callable[..., Digest]]:
    """Makes a library of reviews, and its digest of a quarter."""
    numbers = count()
    stores = []

    def make(*reviews: Review, quarter: Quarter = QUARTER, masks: Masks | None = None) -> Digest:
        path = tmp_path / f"{next(numbers)}.facilitator"
        store = open_store(path, now)
        stores.append(store)
        for each in reviews:
            store.create(each)
        return gather(path, quarter, masks or Masks(), TODAY).digest

    yield make
    for store in stores:
        store.close()


def part(digest: Digest, title: str) -> list[str]:
    """The lines of a part."""
    parts = [each for chapter in digest.chapters for each in chapter.parts]
    return [point.text for each in parts if each.title == title for point in each.points]


def test_what_is_in_it(made: Callable[..., Digest]) -> None:
    digest = made(told_review(1, date(2026, 3, 3)), told_review(2, date(2026, 3, 9)))
    assert digest.facts == "2 reviews in the first quarter of 2026"
    finding = "Nothing reads the file before the on-call engineer ships it."
    assert part(digest, "Findings") == [finding, finding]
    assert part(digest, "Where we got lucky") == ["It was not a Saturday"] * 2
    assert part(digest, "Done, and lasting") == ["Stage the rollout"] * 2
    assert part(digest, "Done besides") == ["Tell people"] * 2
    assert part(digest, "Did not hold") == ["Watch the queue: It broke again"] * 2
    assert part(digest, "Kinds of factors") == ["Missing safeguard"]
    (first, _) = part(digest, "Can happen again, for now")
    assert first.startswith("Move the ledger: The move comes first")
    assert part(digest, "Does it hold for them too?")[0].startswith("Search: Nothing reads")
    told = " ".join(digest.texts)
    assert "Not in focus" not in told
    assert "Done long ago" not in told


def test_what_is_of_another_quarter_is_not(made: Callable[..., Digest]) -> None:
    digest = made(told_review(1, date(2026, 3, 3)), quarter=Quarter(2025, 3))
    assert digest.facts == "No review in the third quarter of 2025"
    assert not any(chapter.told for chapter in digest.chapters)


def test_actions_of_earlier_reviews_are(made: Callable[..., Digest]) -> None:
    digest = made(told_review(1, date(2024, 3, 3)))
    assert part(digest, "Findings") == []
    assert part(digest, "Done, and lasting") == ["Stage the rollout"]


def test_masked_words_are_masked(made: Callable[..., Digest]) -> None:
    masks = Masks([Mask("ledger", MaskUse.MASK, "a system"), Mask("Saturday", MaskUse.MASK, "")])
    told = " ".join(made(told_review(1, date(2026, 3, 3)), masks=masks).texts).casefold()
    assert "ledger" not in told
    assert "saturday" not in told


DAMAGE = {
    "a head": "UPDATE review SET status = 'soon' WHERE id = 'r000003'",
    "an answer": "UPDATE addressee SET answer = 'perhaps' WHERE review_id = 'r000003'",
    "a text": "UPDATE finding SET text = CAST(x'ff' AS TEXT) WHERE review_id = 'r000003'",
    "what is counted only": "UPDATE factor SET family = 'clan' WHERE review_id = 'r000003'",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_review_is_left_out_and_told(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "damaged.facilitator"
    store = open_store(path, now)
    for number in range(1, 6):
        store.create(told_review(number, date(2026, 3, 3)))
    store._driver().execute(damage)
    # For its card to be written anew.
    store.trash("r000003")
    store.restore("r000003")
    store.close()
    digest, _left = gather(path, QUARTER, Masks(), TODAY)
    assert len(part(digest, "Findings")) == 4
    assert "INC-3" not in " ".join(digest.texts)
    assert digest.facts == "4 reviews in the first quarter of 2026; 1 damaged review is left out"


def test_what_came_back_in_an_old_quarter_is_told_however_often_since(
    made: Callable[..., Digest],
) -> None:
    fixed = action(1, "Check it", ActionStatus.DONE, done_on=date(2025, 6, 1))
    fix = told_review(0, date(2025, 5, 1), failure_class="Bad settings", actions=(fixed,))
    days = [date(2026, 1, 5), date(2026, 3, 31), *(date(2026, 4, day) for day in range(1, 15))]
    later = [
        told_review(number, day, failure_class="bad settings", actions=())
        for number, day in enumerate(days, 1)
    ]
    digest = made(fix, *later)
    points = [
        point
        for chapter in digest.chapters
        for each in chapter.parts
        for point in each.points
        if each.title == "Seen again after the fix was closed"
    ]
    assert [each.source for each in points] == ["2 incidents, fix closed on 1 June 2025"]


def test_somebody_of_another_quarter_is_not_named_and_a_team_is(
    made: Callable[..., Digest],
) -> None:
    person = Participant(id="p1", name="Quentin Fabricius", role="release engineer")
    owned = replace(action(1, "x", ActionStatus.AGREED), owner="Ledger team")
    before = told_review(
        1, date(2024, 5, 5), participants=(person,), actions=(owned,), addressees=()
    )
    text = "Quentin Fabricius told the Ledger team"
    finding = Finding(id="g1", text=text, focus=True)
    digest = made(before, told_review(2, date(2026, 2, 2), findings=(finding,)))
    assert part(digest, "Findings") == ["Somebody told the Ledger team"]


def test_what_has_no_room_is_counted(made: Callable[..., Digest]) -> None:
    digest = made(*(told_review(number, date(2026, 3, 3)) for number in range(1, 31)))
    assert len(part(digest, "Findings")) == 15
    findings = digest.chapters[0].parts[0]
    assert findings.more == "And 15 more findings."


def near(day: date | None) -> date | None:
    """A day of the year around the quarter."""
    return day and date(2025, 10, 1) + timedelta(days=day.toordinal() % 365)


def brought_near(review: Review, number: int) -> Review:
    """With all that a digest asks for on days around the quarter."""
    actions = (
        replace(each, done_on=near(each.done_on), check_on=near(each.check_on))
        for each in review.actions
    )
    addressees = (
        replace(each, asked_on=near(each.asked_on), answered_on=near(each.answered_on))
        for each in review.addressees
    )
    return replace(
        review,
        id=f"r{number}",
        held_on=near(review.held_on),
        actions=tuple(actions),
        addressees=tuple(addressees),
    )


def whole_reviews(select: Select, ids: Sequence[str]) -> list[Review]:
    """As ``read_told``, but one by one and with everything that is in them."""
    return [each for each in (read_review(select, one) for one in ids) if each is not None]


def families_met(reviews: list[Review]) -> Callable[..., dict[Family, int]]:
    """As ``read_met``, from the factors of these reviews."""
    whole = {each.id: each for each in reviews}

    def met(_select: Select, ids: Sequence[str]) -> dict[Family, int]:
        return Counter(
            family
            for each in ids
            for family in {
                factor.family
                for factor in whole[each].factors
                if factor.parent and factor.evidence_status is not EvidenceStatus.RULED_OUT
            }
            if family is not None
        )

    return met


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.lists(reviews(), max_size=5))
def test_what_is_read_at_once_tells_the_same_as_whole_reviews(
    made: Callable[..., Digest], drawn: list[Review]
) -> None:
    there = [brought_near(each, number) for number, each in enumerate(drawn)]
    masks = Masks([Mask("bold"), Mask("pages", MaskUse.MASK, "rings")])
    told = made(*there, masks=masks)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(digest, "read_told", whole_reviews)
        patch.setattr(digest, "read_met", families_met(there))
        patch.setattr(digest, "_unowned", lambda review: review)
        assert made(*there, masks=masks) == told


NAMES = st.builds(
    "{} {}".format,
    st.sampled_from(["Zora", "Quillon", "Bertrand", "Ximena", "Ottoline"]),
    st.sampled_from(["Vasquey", "Thornbury", "Okonjo", "Lindqvist", "Marchetti"]),
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(names=st.lists(NAMES, min_size=3, max_size=3), said=NAMES, other=NAMES)
def test_nobody_is_in_it(
    made: Callable[..., Digest], tmp_path: Path, names: list[str], said: str, other: str
) -> None:
    sat, owner, accepts = names
    everybody = ", ".join([*names, said])
    review = told_review(
        1,
        date(2026, 3, 3),
        title=f"{said} was paged",
        participants=(Participant(id="p1", name=sat), Participant(id="p2", name=said)),
        findings=(Finding(id="g1", text=f"{everybody} and {other} knew.", focus=True),),
        lessons=(Lesson(id="l1", side=LessonSide.WELL, text=f"{accepts} called {other}"),),
        actions=(
            action(1, f"{owner} stages it", ActionStatus.DONE, done_on=date(2026, 2, 1)),
            action(
                2,
                f"With {accepts}",
                ActionStatus.DEFERRED,
                deferral=Deferral(accepted_by=accepts, reason=everybody, until=date(2026, 9, 1)),
            ),
        ),
    )
    review = replace(review, actions=tuple(replace(each, owner=owner) for each in review.actions))
    elsewhere = told_review(
        2, date(2026, 3, 4), participants=(Participant(id="p1", name=other, role="on call"),)
    )
    digest = made(review, elsewhere)
    told = rendered_digest(digest, "md", now, tmp_path).decode()
    for name in {*names, said, other, "Ada Quimby", "Bo Tamarind"}:
        assert name not in told
        assert name.split()[1] not in told


def test_the_usual_quarter_is_the_last_whole_one_with_a_review(tmp_path: Path) -> None:
    store = open_store(tmp_path / "one.facilitator", now)
    numbers = count()
    library = Library(store, now, lambda: f"n{next(numbers)}")
    with pytest.raises(RuleViolation, match="No review was held before this quarter"):
        usual_quarter(library, TODAY)
    store.create(told_review(1, date(2025, 8, 3)))
    store.create(told_review(2, date(2026, 4, 3)))
    assert usual_quarter(library, TODAY) == Quarter(2025, 3)
    library.close()


@pytest.mark.parametrize("typed", ["2026Q1", "2026-Q1", " q1 2026", "2026 q1", "Q1/2026"])
def test_quarters_are_read(typed: str) -> None:
    assert read_quarter(typed) == QUARTER
    assert title_of(QUARTER) == "What we learned, Q1 2026"


@pytest.mark.parametrize("typed", ["2026Q5", "spring", "", "2026", "0000Q1"])
def test_others_are_told_in_a_sentence(typed: str) -> None:
    with pytest.raises(RuleViolation, match="Write "):
        read_quarter(typed)
