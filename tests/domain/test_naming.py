"""Roles and aliases for names: every way to write a name, and every word that is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.naming import Naming
from facilitator.domain.words import NameUse
from tests.named_review import ROOM, person

if TYPE_CHECKING:
    from facilitator.domain.records import Participant

NAMING = Naming.of(ROOM, NameUse.ROLES)


def shown(text: str) -> str:
    return NAMING.shown(text)


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("Priya restarted it", "The on-call engineer restarted it"),
        ("priya restarted it", "The on-call engineer restarted it"),
        ("PRIYA said no", "The on-call engineer said no"),
        ("Then Priya's laptop died", "Then the on-call engineer's laptop died"),
        ("Then Priya’s laptop died", "Then the on-call engineer’s laptop died"),
        ("Priya’d left", "The on-call engineer’d left"),
        ("asked Priya Raman", "asked the on-call engineer"),
        ("asked Raman to look", "asked the on-call engineer to look"),
        ("Dr. Raman joined", "The on-call engineer joined"),
        ("Ms Raman joined", "The on-call engineer joined"),
        ("Raman, Priya joined", "The on-call engineer joined"),
        ("P. Raman joined", "The on-call engineer joined"),
        ("Priya R. saw it. Priya R.", "The on-call engineer saw it. The on-call engineer."),
        ("asked priya a question", "asked the on-call engineer a question"),
        ("Priya and Tom joined", "The on-call engineer and the incident lead joined"),
        ("ran Tom/Priya past it", "ran the incident lead/the on-call engineer past it"),
        ("@priya @tom look", "The on-call engineer the incident lead look"),
        ("ping @priya.raman or @praman", "ping the on-call engineer or the on-call engineer"),
        ("user priya.raman ran it", "user the on-call engineer ran it"),
        ("user=priya_raman", "user=the on-call engineer"),
        ("Priya: restarting now", "The on-call engineer: restarting now"),
        ("“Priya restarted it”", "“The on-call engineer restarted it”"),
        ("He quoted 'Priya'", "He quoted 'the on-call engineer'"),
        ("e.g. Priya", "e.g. the on-call engineer"),
        ("Down. Priya woke! Tom", "Down. The on-call engineer woke! The incident lead"),
        ("- Priya looked", "- The on-call engineer looked"),
        ("Paged:\nPriya woke", "Paged:\nThe on-call engineer woke"),
        ("the Priya fix", "The on-call engineer fix"),
        ("a Priya fix", "The on-call engineer fix"),
        ("SRE Mark restarted", "The SRE restarted"),
    ],
)  # fmt: skip
def test_names_are_shown_as_roles(typed: str, seen: str) -> None:
    assert shown(typed) == seen


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("Incident lead Tom paged Priya", "The incident lead paged the on-call engineer"),
        ("the incident lead, Tom, said so", "The incident lead said so"),
        ("Tom, the incident lead, rolled back", "The incident lead rolled back"),
        ("Tom (incident lead) rolled back", "The incident lead rolled back"),
        ("asked Tom, the incident lead.", "asked the incident lead."),
        ("on-call Priya saw it", "The on-call engineer saw it"),
        ("our engineer Priya saw it", "The on-call engineer saw it"),
        ("the on-call engineer Priya saw it", "The on-call engineer saw it"),
        ("Priya Raman (@priya) agreed", "The on-call engineer agreed"),
        ("Priya (Priya Raman) agreed", "The on-call engineer agreed"),
        ("@priya Priya agreed", "The on-call engineer agreed"),
    ],
)
def test_nothing_is_said_twice(typed: str, seen: str) -> None:
    assert shown(typed) == seen


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("Mark restarted the pod", "The SRE restarted the pod"),
        ("Mark was paged", "The SRE was paged"),
        ("Mark: on it", "The SRE: on it"),
        ("Mark, Tom and Priya met", "The SRE, the incident lead and the on-call engineer met"),
        ("Mark and Tom met", "The SRE and the incident lead met"),
        ("then Mark restarted it", "then the SRE restarted it"),
        ("asked Mark to restart", "asked the SRE to restart"),
        ("Mark's pod", "The SRE's pod"),
        ("in Mark's pod", "in the SRE's pod"),
        ("Mark Page and Will Smith met", "The SRE and Falcon met"),
        ("Will restarted it", "Falcon restarted it"),
        ("Will saw it", "Falcon saw it"),
        ("Will led the call", "Falcon led the call"),
        ("the fix that Will made", "the fix that Falcon made"),
        ("May deployed in May", "The product owner deployed in May"),
        ("asked May to wait until May", "asked the product owner to wait until May"),
        ("Grace rolled it back", "The DevOps engineer rolled it back"),
        ("ping @mark and @will", "ping the SRE and Falcon"),
    ],
)
def test_ordinary_words_are_names_where_a_person_is_meant(typed: str, seen: str) -> None:
    assert shown(typed) == seen


@pytest.mark.parametrize(
    "text",
    [
        "we will mark the page as read and page the owner",
        "Will the alert fire?",
        "Will need a restart",
        "Will proceed once the queue is empty",
        "Will put it back",
        "Mark the node as bad",
        "Mark failed pods as lost",
        "Mark 3 nodes as bad",
        "Mark as read",
        "Mark and sweep takes a second",
        "May take five minutes",
        "May need a restart",
        "may be late",
        "It began in May",
        "since May it is slow",
        "on 3 May the disk was full",
        "May 3 was quiet",
        "Grace period expired",
        "the Grace period is over",
        "press Mark to go on",
        "the Will to fix it",
        "grace period",
        "a mark of 300",
        "Page 3 of the runbook",
        "Page the on-call engineer",
        "Front page errors",
        "Smith chart",
        "James",
    ],
)
def test_ordinary_words_stay(text: str) -> None:
    people = [each for each in ROOM if each.name != "Zoe James"]
    assert Naming.of(people, NameUse.ROLES).shown(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Mail priya@example.com",
        "see https://wiki.example.com/priya/notes",
        "see www.example.com/priya",
        "/home/priya/deploy.sh ran",
        "~/priya/deploy.sh ran",
        "C:\\Users\\priya ran",
        "priya-laptop and priya_test",
        "Priya-led fix",
        "#priya",
        "priyanka and priyas",
        "tomato, atom, TOM",
        "the pod failed to start",
        "The on-call engineer restarted it",
        "",
        "   ",
        "🙂",
    ],
)
def test_what_is_no_name_stays(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("O'Brien and O’Brien called", "The support lead and the support lead called"),
        ("Sean called, Seán called", "The support lead called, the support lead called"),
        ("Lukasz ran, Łukasz ran", "The platform engineer ran, the platform engineer ran"),
        ("asked Nguyen, asked Nguyễn", "asked the platform engineer, asked the platform engineer"),
        ("Nguye\u0302\u0303n", "The platform engineer"),
        ("Мария перезапустила", "The QA lead перезапустила"),
        ("к Ивановой", "к the QA lead"),
        ("山田太郎が再起動した", "The network engineerが再起動した"),
        ("ana de la cruz joined", "The scribe joined"),
        ("with De la Cruz and Cruz", "with the scribe and the scribe"),
        ("Anne Marie and anne-marie", "The legal counsel and the legal counsel"),
        ("Anne joined", "Anne joined"),
        ("at Mueller", "at the DevOps engineer"),
        ("at Muller or Müller", "at the DevOps engineer or the DevOps engineer"),
        ("Zoe restarted it; James' fix", "Somebody restarted it; somebody's fix"),
        ("with James’ key", "with somebody’s key"),
    ],
)  # fmt: skip
def test_names_of_many_places(typed: str, seen: str) -> None:
    assert shown(typed) == seen


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        ("On-call engineer", "the on-call engineer"),
        ("SRE", "the SRE"),
        ("SRE lead", "the SRE lead"),
        ("DevOps engineer", "the DevOps engineer"),
        ("iOS developer", "the iOS developer"),
        ("C++ developer", "the C++ developer"),
        ("The scribe", "the scribe"),
        ("Our founder", "our founder"),
        ("QA", "the QA"),
    ],
)
def test_roles_in_a_sentence(role: str, seen: str) -> None:
    assert Naming.of([person("Priya", role)], NameUse.ROLES).shown("ask Priya") == f"ask {seen}"


@pytest.mark.parametrize(
    "name",
    [
        "Priya Raman",
        "priya raman",
        "Raman, Priya",
        "Dr. Priya Raman",
        "Priya Raman (she/her)",
        "Priya Raman, SRE",
        "Priya K. Raman",
        "priya.raman@example.com",
        "@priya_raman",
        "Priya  Raman Jr.",
    ],
)
def test_a_name_may_be_written_down_in_many_ways(name: str) -> None:
    naming = Naming.of([person(name, "SRE")], NameUse.ROLES)
    assert naming.shown("then Priya and Priya Raman") == "then the SRE and the SRE"


def test_a_nickname_beside_the_name_counts() -> None:
    naming = Naming.of([person("Robert “Bob” Hansen", "SRE")], NameUse.ROLES)
    assert naming.shown("Then Bob and Robert") == "Then the SRE and the SRE"


def test_a_name_that_two_people_have_is_shown_unless_it_is_whole() -> None:
    naming = Naming.of([person("Priya Raman", "SRE"), person("Priya Seth", "DBA")], NameUse.ROLES)
    typed = "Priya told Priya S. and Priya Raman"
    assert naming.shown(typed) == "Priya told the DBA and the SRE"


def test_two_people_of_one_role_may_share_a_name() -> None:
    naming = Naming.of([person("Priya Raman", "SRE"), person("Priya Seth", "SRE")], NameUse.ROLES)
    assert naming.shown("ask Priya") == "ask the SRE"


def test_an_alias_stays_even_where_it_is_a_name() -> None:
    room = [person("Priya Raman", "SRE", "Tom"), person("Tom Okafor", "DBA")]
    naming = Naming.of(room, NameUse.ROLES)
    assert naming.shown("Priya and Tom Okafor") == "Tom and the DBA"
    own = Naming.of([person("Priya Raman", "SRE", "Priya")], NameUse.ROLES)
    assert own.shown("Priya Raman and Priya") == "Priya and Priya"


def test_names_are_shown_if_the_review_says_so() -> None:
    naming = Naming.of(ROOM, NameUse.NAMES)
    assert naming.shown("Priya restarted it") == "Priya restarted it"
    assert Naming.of((), NameUse.ROLES).shown("Priya") == "Priya"
    assert Naming.of([person("", "SRE")], NameUse.ROLES).shown("Priya") == "Priya"


_WORDS = st.sampled_from(
    [
        "Priya",
        "priya",
        "Tom",
        "Mark",
        "Will",
        "May",
        "Raman",
        "Cruz",
        "Zoe",
        "James",
        "James'",
        "O'Brien",
        "@priya",
        "Falcon",
        "the",
        "a",
        "on-call",
        "engineer",
        "Incident",
        "lead",
        "SRE",
        "and",
        ",",
        ".",
        "(",
        ")",
        ":",
        ";",
        "restarted",
        "will",
        "the",
        "was",
        "in",
        "3",
        "“",
        "”",
        "’s",
        "'s",
        "Łukasz",
        "somebody",
        "Priya-led",
        "p@x.io",
        "/home/priya",
    ]
)
_TEXTS = st.lists(_WORDS, max_size=14).map(" ".join) | st.text(max_size=40)


MORE = (
    person("Zbigniew Wroclawski", "DBA"),
    person("Maria Silva", "SRE"),
    person("Jan Kowalski", "QA"),
    person("Carmen Helena da Costa", "CTO"),
    person("Ann Hunt", "VP"),
    person("Sue Tart", "PO"),
    person("Person Two", "Ops lead"),
)


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("by zwroclawski", "by the DBA"),
        ("by z.wroclawski, z_wroclawski and Z-Wroclawski", "by the DBA, the DBA and the DBA"),
        ("by Zbigniew_W", "by the DBA"),
        ("by wroclawskiz and wroclawski.z", "by the DBA and the DBA"),
        ("by wroclawski_zbigniew", "by the DBA"),
        ("by MariaSilva and mariasilva", "by the SRE and the SRE"),
        ("@maria-silva: look", "The SRE: look"),
        ("maria.silva@ did", "The SRE@ did"),
        ("maria@ did", "The SRE@ did"),
        ("M. Silva, M Silva and M.Silva", "The SRE, the SRE and the SRE"),
        ("told Silva, M. and S. Maria", "told the SRE and the SRE"),
        ("told Kowalskiego, Kowalskiemu", "told the QA, the QA"),
        ("\uff2d\uff41\uff52\uff49\uff41 did", "The SRE did"),
        ("Ma\u200bria Sil\u00adva did", "The SRE did"),
        ("Carmen Helena da Costa did", "The CTO did"),
        ("Carmen H. da Costa, Helena da Costa did", "The CTO, the CTO did"),
        ("Carmen H Costa and Helena did", "The CTO and the CTO did"),
        ("Maria X. Silva did", "The SRE did"),
    ],
)  # fmt: skip
def test_logins_and_other_forms_of_a_name_are_replaced_whole(typed: str, seen: str) -> None:
    assert Naming.of(MORE, NameUse.ROLES).shown(typed) == seen


@pytest.mark.parametrize(
    "text",
    [
        "Two pods failed, then Two Phase Commit blocked",
        "the second person was one of two",
        "a hunt for A Hunt",
        "start, startle and Start again",
        "marias, marine and silvery",
        "zwroclawski.log and zwroclawski-laptop",
        "https://wiki.corp/zwroclawski",
        "\uff21\uff30\uff29 and soft\u00adware",
        "two: 1.5, m.s, z.w",
    ],
)
def test_words_that_only_look_like_those_forms_stay(text: str) -> None:
    assert Naming.of(MORE, NameUse.ROLES).shown(text) == text


@given(_TEXTS)
def test_what_is_shown_stays_when_it_is_shown_again(text: str) -> None:
    assert shown(shown(text)) == shown(text)


_NAME = st.sampled_from(["Priya", "Tom", "Ana", "Priya Raman", "Tom Okafor", "Ana Tom", "Will", ""])
_PEOPLE = st.lists(st.tuples(_NAME, _NAME, _NAME | st.just("SRE")), max_size=4)


@given(_PEOPLE, st.lists(_NAME, max_size=6).map(" ".join))
def test_aliases_and_roles_that_are_names_stay_too(
    room: list[tuple[str, str, str]], text: str
) -> None:
    people = [person(name, role, alias) for name, role, alias in room]
    naming = Naming.of(people, NameUse.ROLES)
    assert naming.shown(naming.shown(text)) == naming.shown(text)


@given(st.lists(st.sampled_from(ROOM), min_size=1, max_size=3), st.text(max_size=20))
def test_no_whole_name_is_left(people: list[Participant], text: str) -> None:
    plain = re.sub(r"\w", "", text)
    typed = f" {plain} ".join(each.name for each in people)
    seen = shown(typed)
    assert all(each.name not in seen or f"@{each.name}" in typed for each in people) or any(
        sign in plain for sign in "@#/\\"
    )


@pytest.mark.parametrize("typed", ["O'Brien ran it", "Kowalska ran it", "O'Brien-Kowalska ran it"])
def test_half_a_double_surname_is_a_name(typed: str) -> None:
    room = (person("Mary O'Brien-Kowalska", "Ward doctor"),)
    assert Naming.of(room, NameUse.ROLES).shown(typed) == "The ward doctor ran it"


def test_who_said_it_is_a_name_whatever_the_word_means() -> None:
    naming = Naming.of([person("nova", alias="Person A")], NameUse.ROLES)
    assert naming.shown("nova: It is slow") == "Person A: It is slow"
    assert naming.shown("The compute service nova: it is slow").endswith("nova: it is slow")


def test_a_name_that_somebody_has_as_a_whole_is_theirs() -> None:
    both = (person("Anna", "Lead"), person("anna.kask", "DBA"))
    naming = Naming.of(both, NameUse.ROLES)
    assert naming.shown("Anna: it is back to normal") == "The lead: it is back to normal"
    assert naming.shown("asked anna.kask") == "asked the DBA"
    several = Naming.of((person("Anna Kask", "DBA"), person("Anna Lind", "Lead")), NameUse.ROLES)
    assert several.shown("Anna: it is back") == "Anna: it is back"
