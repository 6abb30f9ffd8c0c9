"""What is left of names in logins, endings and initials is told; other words are not."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.mentions import Person
from facilitator.domain.name_signs import bare
from facilitator.domain.name_traces import (
    DOUBTFUL,
    FORM,
    INITIALS,
    LEFT,
    LOGIN,
    WITHIN,
    NameTraces,
)
from facilitator.domain.naming import Naming

ROOM = (
    "Zbigniew Wroclawski",
    "Maria Silva",
    "Мария Иванова",
    "Jan Kowalski",
    "Tomáš Novák",
    "Seán O’Brien",
    "Anna Müller",
    "Will Smith",
    "Person Two",
    "Ola Lead",
    "Ana de la Cruz",
    "Li Wu",
)
TRACES = NameTraces(ROOM, ["Acmebank", "two words", "mark"])


def told(text: str) -> list[tuple[str, str]]:
    return list(TRACES.of(text))


@pytest.mark.parametrize(
    ("text", "word", "why"),
    [
        ("by zwroclawski01 again", "zwroclawski01", LOGIN),
        ("by wroclawskiz again", "wroclawskiz", LOGIN),
        ("on zwroclawski-laptop", "zwroclawski-laptop", LOGIN),
        ("the mariasilva2 bot", "mariasilva2", LOGIN),
        ("the runMariaBot job", "runMariaBot", LOGIN),
        ("by amueller", "amueller", LOGIN),
        ("by msilva", "msilva", LOGIN),
        ("asked Kowalskiego", "Kowalskiego", FORM),
        ("both Kowalscy", "Kowalscy", FORM),
        ("with Janem", "Janem", FORM),
        ("к Марией", "Марией", FORM),
        ("Nováka, Novákovi", "Nováka", FORM),
        ("Tomášem", "Tomášem", FORM),
        ("Marias fix", "Marias", FORM),
        ("the Muellers", "Muellers", FORM),
        ("the O’Briens", "O’Briens", FORM),
        ("an Acmebanks card", "Acmebanks", FORM),
        ("silva did", "silva", LEFT),
        ("obrien did", "obrien", LEFT),
        ("M\u0430ria with one foreign letter", "M\u0430ria", LEFT),
        ("M\u00e1ria did", "M\u00e1ria", LEFT),
        ("Mari\u00ada did", "Mari\u00ada", LEFT),
        ("the maria_test table", "maria_test", WITHIN),
        ("a Kowalski-led call", "Kowalski-led", WITHIN),
        ("Then Two restarted it", "Two", DOUBTFUL),
        ("Then asked Smith to look", "Smith", DOUBTFUL),
        ("Smith was paged", "Smith", DOUBTFUL),
        ("said MS yesterday", "MS", INITIALS),
        ("said M.S. yesterday", "M.S.", INITIALS),
    ],
)
def test_traces_of_names_are_told(text: str, word: str, why: str) -> None:
    assert (word, why) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two pods and two nodes; will it be marked as lost?",
        "Will the alert fire? We will see, says Two-phase commit",
        "the team lead and a leading team",
        "It took 300 MS, and MS Office was slow; ms counted",
        "January, Janitor, Analysis, any, annual, tomato, market, marine",
        "a cruise and the crux; silver and Silvery",
        "Smith was not what the dashboard saw",
        "the LWM flag and the SRE",
        "la, de, li, wu",
        "acmebank is masked already, and so are two words",
        "",
    ],
)
def test_other_words_are_not_told(text: str) -> None:
    assert told(text) == []


def test_nothing_is_told_of_nobody() -> None:
    assert not list(NameTraces([]).of("Maria, MS, M.S. and zwroclawski"))


def test_an_ending_is_one_of_those_that_names_have() -> None:
    text = "Martins, Martina, martins, but neither Martinique nor martini; Vales is a word"
    found = [word for word, _ in NameTraces(["Martin Vale"]).of(text)]
    assert found == ["Martins", "Martina", "martins"]


@pytest.mark.parametrize("piece", ["maria_", "Wroclawski-", "M.S.", "Maria ", "a\u200b", "maria."])
def test_no_text_takes_long(piece: str) -> None:
    """A generous bound: it is for patterns that run away, not for slow machines."""
    naming = Naming([Person(name, f"person {index}") for index, name in enumerate(ROOM)])
    started = process_time()
    text = piece * (20_000 // len(piece))
    list(TRACES.of(text))
    naming.shown(text)
    assert process_time() - started < 5


@given(st.text(max_size=60))
def test_any_text_can_be_looked_at(text: str) -> None:
    assert all(word and why for word, why in told(text))


@given(st.text(max_size=30))
def test_what_is_bare_stays_so(text: str) -> None:
    assert bare(bare(text)) == bare(text)
