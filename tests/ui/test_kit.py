"""The head of a page at large type: its question can be read, and nothing is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QBoxLayout

from facilitator.ui.kit import Label, PageHeader, in_two
from facilitator.ui.theme import Theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
FACT = "4 of 7 are durable, 1 stopgap"


@pytest.mark.parametrize(
    ("size", "width", "way"),
    [(100, 1104, ACROSS), (150, 1061, ACROSS), (200, 900, DOWN), (200, 1600, ACROSS)],
)
def test_a_fact_stands_below_the_question_where_there_is_no_room_beside(
    qtbot: QtBot, size: int, width: int, way: QBoxLayout.Direction
) -> None:
    theme = Theme("light", size)
    header, fact = PageHeader(theme, "What will we change?"), Label(theme, "", "label")
    header.add_fact(fact)
    qtbot.addWidget(header)
    header.resize(width, header.height())
    header.show()
    qtbot.waitExposed(header)
    layout = header.layout()
    assert isinstance(layout, QBoxLayout)
    assert layout.direction() == ACROSS
    fact.setText(FACT)
    qtbot.waitUntil(lambda: fact.width() >= fact.sizeHint().width())
    assert layout.direction() == way
    assert header.rect().contains(fact.geometry())
    assert header.rect().contains(header.question.geometry())


@given(st.lists(st.text("abc?", min_size=1, max_size=9), min_size=1, max_size=9).map(" ".join))
def test_a_sentence_in_two_parts_has_all_its_words_and_is_parted_near_its_middle(
    words: str,
) -> None:
    first, second = in_two(words)
    assert " ".join(filter(None, (first, second))) == words
    assert bool(second) == (" " in words)
    if second:
        longest = max(map(len, words.split()))
        assert abs(len(first) - len(second)) <= longest + 1


def test_a_question_in_two_lines_is_drawn_whole(qtbot: QtBot) -> None:
    theme = Theme("light", 200)
    header, fact = PageHeader(theme, "What will we change?"), Label(theme, FACT, "label")
    header.add_fact(fact)
    qtbot.addWidget(header)
    room = header.question.sizeHint().width() * 9 // 20 + fact.sizeHint().width()
    header.resize(room + 2 * theme.px(40 + 16), header.height())
    header.show()
    qtbot.waitExposed(header)
    image = header.question.grab().toImage()
    ink = theme.colour("ink").rgb()
    rows = {
        y
        for y in range(image.height())
        if any(image.pixel(x, y) == ink for x in range(image.width()))
    }
    gaps = [y for y in range(min(rows), max(rows)) if y not in rows]
    assert gaps, "There is one line only."
    assert min(rows) > 0
    assert max(rows) < image.height() - 1
