"""Tables say what was measured, what it should be, and what is missed."""

from __future__ import annotations

from tests.evaluation.figures import ACTIONS, LANGUAGE
from tests.evaluation.labelled import Answer, Labelled
from tests.evaluation.tables import confusion_table, counts_line, figures_table, table

RIGHT = [(Labelled("", "detect"), Answer("detect"))] * 9
WRONG = [(Labelled("", "remind", vague=True), Answer("guardrail", sure=False))]
POLITE = [(Labelled("", "blame", polite=True), Answer("clean"))]


def lines_of(text: str) -> dict[str, list[str]]:
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines()]
    return {first: rest for first, *rest in cells}


def test_the_first_program_is_held_to_the_goals() -> None:
    told = lines_of(figures_table(ACTIONS, {"coach": RIGHT + WRONG, "other": RIGHT}))
    assert told[""] == ["goal", "coach", "other"]
    assert told["right tier"][0] == "at least 0.90"
    assert told["right tier"][1].startswith("0.90 (")
    assert told["macro-F1 over eight labels"][1].endswith("missed")
    weak = told["`remind` and `document` shown as durable"]
    assert weak[1].startswith("1.000 (")
    assert weak[1].endswith("missed")
    assert weak[2] == "–"


def test_sureness_is_told_of_programs_that_know_it() -> None:
    told = lines_of(figures_table(ACTIONS, {"coach": RIGHT + WRONG, "other": RIGHT}))
    assert told["said with “probably”"][1:] == ["0.10", "–"]
    assert told["agreement where it is sure"][1:] == ["1.00", "–"]
    assert told["agreement where it says “probably”"][1:] == ["0.00", "–"]


def test_polite_blame_has_a_figure_of_its_own() -> None:
    told = lines_of(figures_table(LANGUAGE, {"coach": POLITE}))
    assert told["`blame`, recall where it is polite"] == [
        "at least 0.85",
        "0.00 (0.00 to 0.00) missed",
    ]
    assert told["`clean` that is flagged"][1] == "–"


def test_the_matrix_has_f1_in_its_last_column() -> None:
    told = lines_of(confusion_table(RIGHT + WRONG, ["detect", "remind", "guardrail"]))
    assert told["**detect**"] == ["9", "·", "·", "1.00"]
    assert told["**remind**"] == ["·", "·", "1", "0.00"]


def test_counts() -> None:
    rows = [row for row, _ in RIGHT + WRONG]
    assert counts_line(rows, ["detect", "remind"]) == "10 rows: 9 detect, 1 remind"


def test_a_table() -> None:
    assert table(["", "n"], [["x", "1"]]) == "|  | n |\n| --- | ---: |\n| x | 1 |"
