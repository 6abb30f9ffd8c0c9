"""Charts of the trends: nothing lies on anything else, all is inside, and the counts add up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.trends import (
    AgeGroup,
    ClassLine,
    FamilyLine,
    Flow,
    Mix,
    Month,
    Occurrence,
    Quarter,
    ServiceLine,
    Taken,
    Totals,
    Trends,
)
from facilitator.domain.words import Durability, Family
from facilitator.geometry.box import Box
from facilitator.geometry.trends import taken
from facilitator.geometry.trends.drawing import Disc, FamilyBar, FamilySign, Kit, Line, Spot
from facilitator.geometry.trends.flow import stretches
from facilitator.geometry.trends.mix import shared
from facilitator.geometry.trends.page import CHARTS, arrange
from tests.trends_values import CLASSES, SINCE, TODAY, flow, of_seen, picture, seen, spread

WIDTHS = st.floats(min_value=290, max_value=1400)


class Letters:
    """Measures every letter alike."""

    def __init__(self, unit: float = 1.0) -> None:
        self.unit = unit

    def width(self, words: str, role: str) -> float:
        return len(words) * self.unit * (14 if role == "figure" else 8.4)

    def line(self, role: str) -> float:
        return self.unit * {"title": 26, "figure": 36, "label": 23, "label_strong": 23}.get(
            role, 25
        )

    def cut(self, words: str, role: str, width: float) -> str:
        room = int(width / self.width("x", role))
        return words if len(words) <= room else words[: max(0, room - 1)] + "…"


def kit(unit: float = 1.0) -> Kit:
    return Kit(Letters(unit), unit)


def overlap(one: Box, two: Box) -> bool:
    wide = min(one.right, two.right) - max(one.x, two.x)
    high = min(one.bottom, two.bottom) - max(one.y, two.y)
    return wide > 0.01 and high > 0.01


def inside(box: Box, wide: float, high: float) -> bool:
    right, bottom = box.right <= wide + 0.01, box.bottom <= high + 0.01
    return box.x >= -0.01 and box.y >= -0.01 and right and bottom


DAYS = st.dates(date(2025, 1, 1), date(2026, 3, 15))
COUNTS = st.integers(0, 400)
NAMES = st.text("abc xyz", min_size=1, max_size=90)


@st.composite
def trends_values(draw: st.DrawFn) -> Trends:
    """A library of any shape, with long names and many or no things."""
    number = draw(st.sampled_from([0, 1, 2, 3, 16, 47, 300]))
    found = seen(number)
    quarters = [Quarter(2023 + index // 4, index % 4 + 1) for index in range(5)]
    some = draw(st.integers(0, 5))
    return Trends(
        today=TODAY,
        since=draw(st.sampled_from([None, SINCE, date(2024, 3, 15)])),
        reviews=number + draw(st.sampled_from([0, 0, 900])),
        with_durable=number // 2,
        totals=Totals(open=draw(COUNTS), done=draw(COUNTS), overdue=draw(COUNTS)),
        took=spread(*draw(st.lists(st.integers(0, 900), max_size=9))),
        seen=found,
        family_reviews=of_seen(found),
        families=tuple(
            FamilyLine(quarter=quarter, family=family, reviews=draw(COUNTS))
            for quarter in quarters[:some]
            for family in Family
        ),
        services=tuple(
            ServiceLine(service=draw(NAMES), reviews=draw(COUNTS), families=())
            for _ in range(draw(st.integers(0, 9)))
        ),
        classes=tuple(draw(st.lists(class_lines(), max_size=6))),
        age=tuple(
            AgeGroup(first=first, last=last, actions=draw(COUNTS))
            for first, last in ((0, 30), (31, 60), (61, 90), (91, None))
        ),
        flow=flow(draw(st.sampled_from([0, 1, 12, 24, 130]))),
        taken=tuple(
            Taken(quarter=quarter, days=spread(*draw(st.lists(st.integers(0, 700), max_size=12))))
            for quarter in quarters[:some]
        ),
        mix=tuple(
            Mix(
                quarter=quarter,
                labels=tuple((each, draw(COUNTS)) for each in (*Durability, None)),
            )
            for quarter in quarters[:some]
        ),
    )


@st.composite
def class_lines(draw: st.DrawFn) -> ClassLine:
    closed = tuple(sorted(draw(st.lists(DAYS, max_size=3))))
    days = sorted(draw(st.lists(DAYS, max_size=12)))
    return ClassLine(
        name=draw(NAMES),
        occurrences=tuple(
            Occurrence(
                review_id=f"r{place}",
                title="",
                day=day,
                again=bool(closed) and closed[0] < day,
            )
            for place, day in enumerate(days)
        ),
        closed=closed,
        seen=len(days),
        again=sum(bool(closed) and closed[0] < day for day in days),
    )


@pytest.mark.parametrize("name", CHARTS)
@settings(max_examples=20)
@given(trends=trends_values(), width=WIDTHS, unit=st.sampled_from([0.55, 1.0, 1.5]))
def test_no_text_lies_on_another_and_all_is_inside(
    name: str, trends: Trends, width: float, unit: float
) -> None:
    wide = width * unit
    drawing = CHARTS[name](trends, wide, kit(unit))
    for one, two in combinations(drawing.texts, 2):
        assert not overlap(one.box, two.box), (one.words, two.words)
    for part in drawing.parts:
        box = part.box
        assert inside(box, wide, drawing.height), part
    for spot in drawing.spots:
        assert spot.words
        assert spot.box.bottom <= drawing.height + 0.01


@pytest.mark.parametrize("name", ["families", "again", "taken"])
@settings(max_examples=25)
@given(trends=trends_values(), width=st.floats(min_value=380, max_value=900))
def test_no_sign_lies_on_another_or_on_words(name: str, trends: Trends, width: float) -> None:
    drawing = CHARTS[name](trends, width, kit())
    sort = Disc if name == "taken" else FamilySign | FamilyBar
    signs = [each for each in drawing.parts if isinstance(each, sort)]
    boxes = [each.box for each in signs]
    if name == "again":
        boxes = [each.box for each in drawing.spots if each.box.height == 24]
    for one, two in combinations(boxes, 2):
        assert not overlap(one, two)
    numbers = {id(each) for each in drawing.texts if each.role == "label" and name == "again"}
    for box in boxes:
        for text in drawing.texts:
            assert id(text) in numbers or not overlap(box, text.box), text.words


@settings(max_examples=20)
@given(trends=trends_values(), width=WIDTHS)
def test_charts_of_the_page_do_not_overlap(trends: Trends, width: float) -> None:
    board = arrange(trends, width, kit())
    boxes = [Box(x, y, each.width, each.height) for each, x, y in board.charts]
    for one, two in combinations(boxes, 2):
        assert not overlap(one, two)
    assert all(inside(box, width, board.height) for box in boxes)
    assert {each.drawing.name for each in board.charts} >= set(CHARTS) - {"patterns"}


def spots(trends: Trends, name: str, width: float = 700) -> list[Spot]:
    return CHARTS[name](trends, width, kit()).spots


@pytest.mark.parametrize("number", [1, 3, 16, 300])
def test_every_review_of_a_family_lies_behind_its_row(number: int) -> None:
    found = seen(number)
    trends = replace(picture(), reviews=number, seen=found, family_reviews=of_seen(found))
    drawing = CHARTS["families"](trends, 700, kit())
    for family, count in of_seen(found):
        signs = [part for part in drawing.parts if getattr(part, "family", None) is family]
        boxes = {part.box for part in signs}
        behind = [
            each for spot in drawing.spots if spot.box in boxes for each in spot.behind.reviews
        ]
        assert len(behind) == len(set(behind)) == count
        assert any(each.words == f"{count:,} of {number:,}" for each in drawing.texts)


def test_many_reviews_share_columns_and_it_says_so() -> None:
    found = seen(300)
    trends = replace(picture(), reviews=300, seen=found, family_reviews=of_seen(found))
    drawing = CHARTS["families"](trends, 700, kit())
    assert "Each column is 10 reviews, oldest on the left" in drawing.lead
    assert not any(isinstance(part, FamilySign) for part in drawing.parts)


def test_few_reviews_are_said_to_be_few() -> None:
    found = seen(1)
    trends = replace(picture(), reviews=1, seen=found, family_reviews=of_seen(found))
    assert "too few to tell" in CHARTS["families"](trends, 700, kit()).lead


def test_seen_again_is_told_with_the_day_of_the_fix() -> None:
    told = [each.words for each in spots(picture(), "again")]
    assert (
        "Bad settings go everywhere: 3 incidents, fix closed on 1 September 2025,"
        " seen again 2 times" in told
    )
    assert "Warnings that page nobody: seen again on 1 March 2026" in told
    assert "Jobs that run twice: 2 incidents, no fix closed" in told


def test_incidents_close_together_share_a_sign_with_their_number() -> None:
    days = [date(2026, 2, 1) + timedelta(days=each) for each in range(4)]
    line = ClassLine(
        name="Full disks",
        occurrences=tuple(
            Occurrence(review_id=str(day), title="", day=day, again=False) for day in days
        ),
        closed=(),
        seen=4,
    )
    told = spots(replace(picture(), classes=(line,)), "again")
    assert told[1].words == "Full disks: 4 incidents, 1 February 2026 to 4 February 2026"
    assert told[1].behind.reviews == tuple(map(str, days))


def test_classes_without_a_line_are_said_to_be_in_the_table() -> None:
    many = replace(picture(), classes=CLASSES * 3)
    texts = [each.words for each in CHARTS["again"](many, 700, kit()).texts]
    assert "7 more classes; the table has the foremost." in texts


@given(days=st.lists(st.integers(0, 2000), min_size=1, max_size=60))
def test_every_finished_action_is_a_dot_or_in_a_bar_or_beyond(days: list[int]) -> None:
    quarter = Quarter(2026, 1)
    trends = replace(picture(), taken=(Taken(quarter=quarter, days=spread(*days)),))
    drawing = CHARTS["taken"](trends, 400, kit())
    dots = sum(each.words.startswith("One action") for each in drawing.spots)
    bars = sum(
        int(each.words.split()[0]) for each in drawing.spots if " took " in each.words and not dots
    )
    beyond = next(
        (int(each.words.split()[0]) for each in drawing.texts if "beyond" in each.words), 0
    )
    assert dots + bars + beyond == len(days)


def test_a_long_tail_is_clipped_and_told() -> None:
    days = spread(*range(10, 100, 4), 900, 1400)
    trends = replace(picture(), taken=(Taken(quarter=Quarter(2026, 1), days=days),))
    texts = [each.words for each in CHARTS["taken"](trends, 400, kit()).texts]
    assert "2 beyond 120 days" in texts


def test_the_median_of_few_says_so() -> None:
    trends = replace(picture(), taken=(Taken(quarter=Quarter(2026, 1), days=spread(4, 9, 11)),))
    texts = [each.words for each in CHARTS["taken"](trends, 400, kit()).texts]
    assert "half by day 9, of only 3" in texts


@given(
    counts=st.lists(st.integers(1, 500), min_size=1, max_size=5),
    room=st.floats(min_value=100, max_value=600),
)
def test_shares_fill_the_row_and_leave_room_for_every_number(
    counts: list[int], room: float
) -> None:
    least = [20.0] * len(counts)
    wides = shared(counts, least, room)
    assert sum(wides) == pytest.approx(room)
    assert all(wide >= 20.0 - 1e-6 for wide in wides)


def test_every_number_of_the_mix_stands_in_its_row() -> None:
    drawing = CHARTS["mix"](picture(), 389, kit())
    numbers = [each.words for each in drawing.texts if each.role == "strong"]
    assert numbers == [
        "7",
        "5",
        "6",
        "3",
        "8",
        "6",
        "5",
        "2",
        "9",
        "6",
        "4",
        "3",
        "11",
        "6",
        "3",
        "2",
    ]


@given(months=st.integers(1, 400), most=st.integers(4, 60))
def test_months_become_quarters_and_years_and_none_is_lost(months: int, most: int) -> None:
    found: tuple[Flow, ...] = flow(months)
    _step, shown = stretches(found, most)
    assert len(shown) <= most
    assert shown[-1].open_after == found[-1].open_after
    if shown[0].first == found[0].month:
        assert sum(each.arrived for each in shown) == sum(each.arrived for each in found)


def test_what_is_open_is_compared_with_the_beginning() -> None:
    month = Month(2026, 3)
    flow_ = tuple(
        Flow(month=month._replace(number=number), arrived=2, completed=1, open_after=9 + number)
        for number in (1, 2, 3)
    )
    lead = CHARTS["flow"](replace(picture(), flow=flow_), 700, kit()).lead
    assert lead == "Actions by month; 3 more are left than at the beginning"


def test_nothing_yet_is_said_in_words() -> None:
    empty = Trends(today=TODAY, since=SINCE)
    for name, lay_out in CHARTS.items():
        assert len(lay_out(empty, 700, kit()).texts) >= 2, name
    assert taken.lay_out(empty, 700, kit()).spots == []


def test_columns_of_several_reviews_are_said_to_be_that() -> None:
    many = replace(picture(), reviews=30)
    narrow, wide = (CHARTS["families"](many, width, kit()).lead for width in (420, 1100))
    assert wide == "The last 16 of 30 reviews, oldest on the left"
    assert narrow == "The last 16 of 30 reviews, 2 to a column, oldest on the left"


@given(
    opens=st.lists(st.integers(0, 300), min_size=4, max_size=60),
    width=st.floats(min_value=290, max_value=900),
)
def test_how_many_are_left_is_written_clear_of_the_line(opens: list[int], width: float) -> None:
    months = (TODAY.year * 12 + TODAY.month - 1 - back for back in reversed(range(len(opens))))
    told = tuple(
        Flow(month=Month(at // 12, at % 12 + 1), arrived=1, completed=0, open_after=left)
        for at, left in zip(months, opens, strict=True)
    )
    drawing = CHARTS["flow"](replace(picture(), flow=told), width, kit())
    lines = [each for each in drawing.parts if isinstance(each, Line) and each.colour == "accent"]
    words = [each for each in drawing.texts if each.words.endswith(" left")]
    assert words
    for each in words:
        for line in lines[1:]:
            ((x, y), (to, down)) = line.points[0], line.points[-1]
            beside = max(x, to) <= each.box.x or min(x, to) >= each.box.right
            assert beside or min(y, down) >= each.box.bottom
