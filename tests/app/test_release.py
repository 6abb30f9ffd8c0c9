"""Two hundred confidential strings in every field: none leaves the house."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from random import Random
from typing import TYPE_CHECKING
from unicodedata import normalize
from zipfile import ZipFile

import pytest
from PIL import Image
from pypdf import PdfReader

from facilitator.app.export import SUFFIXES, Wish, rendered
from facilitator.app.release import Prepared, prepare
from facilitator.app.sample import read_sample
from facilitator.coach.given_names import given_names
from facilitator.domain.edits.rewording import reword
from facilitator.domain.every_text import every_text
from facilitator.domain.masking import Mask, Masks
from facilitator.domain.name_signs import UNSEEN
from facilitator.domain.records import Evidence, Participant, PhaseNote, Release, Review, Term
from facilitator.domain.residue_shapes import Sort
from facilitator.domain.words import Audience, EvidenceKind, FactorKind
from facilitator.exchange.bundle import read_bundle
from facilitator.exchange.review_json import read_review
from tests.app.innocent_sentences import INNOCENT
from tests.app.secret_kinds import KINDS
from tests.strategies import ids

if TYPE_CHECKING:
    from pathlib import Path

OTHERS = (Audience.WIDE, Audience.BRIEF)
NOW = datetime(2026, 3, 9, 10, 0, tzinfo=UTC)
_LETTERS = "abcdefghijkmnpqrstuvwxyz"


def seeds() -> dict[str, list[str]]:
    """Names, hosts, addresses, keys and the like that nobody has made up before."""
    random = Random(5)  # noqa: S311 - no secret, the same in every run
    some = sorted(name for name in given_names() if len(name) > 4 and name.isascii())

    def word(length: int = 6) -> str:
        return "".join(random.choice(_LETTERS) for _ in range(length))

    def digits(length: int) -> str:
        return "".join(str(random.randint(1, 9)) for _ in range(length))

    firsts = random.sample(some, 40)
    return {
        "people": [f"{first.title()} {word().title()}" for first in firsts[:20]],
        "strangers": [first.title() for first in firsts[20:]],
        "handles": [f"@{word()}.{word()}" for _ in range(10)],
        "hosts": [f"{word(4)}-prod-{digits(2)}" for _ in range(15)]
        + [f"{word()}.{word(4)}.internal" for _ in range(15)],
        "addresses": [f"10.{digits(2)}.{digits(2)}.{digits(2)}" for _ in range(15)],
        "mail": [f"{word()}@{word()}.com" for _ in range(15)],
        "links": [f"https://wiki.{word()}.com/{word()}?id={digits(4)}" for _ in range(15)],
        "keys": [f"ghp_{word(12)}{digits(6)}" for _ in range(10)]
        + [f"AKIA{word(8).upper()}{digits(8)}" for _ in range(10)],
        "passwords": [f"{word(5)}{digits(3)}!{word(2)}" for _ in range(10)],
        "tickets": [f"{word(3).upper()}-{digits(4)}" for _ in range(20)],
        "accounts": [digits(10) for _ in range(10)],
        "paths": [f"/home/{word()}/{word()}.txt" for _ in range(5)],
        "users": [f"user={word()}" for _ in range(5)],
        "social": [f"{random.randint(101, 665)}-{digits(2)}-{digits(4)}" for _ in range(5)],
        "telephones": [f"{digits(3)}-{digits(3)}-{digits(4)}" for _ in range(5)],
        "machines": [":".join(f"{each:02x}" for each in random.randbytes(6)) for _ in range(5)],
        "settings": [f"password={word(9)}" for _ in range(5)],
        "private": [f"private {word(9)}" for _ in range(10)],
    }


SEEDS = seeds()


def test_there_are_two_hundred() -> None:
    assert sum(map(len, SEEDS.values())) >= 200


@pytest.fixture(scope="module")
def review() -> Review:
    """The sample with a seed, and often several, in every text that can be reworded."""
    review = _with_private(_furnished(read_sample(ids("n"))))
    loose = [
        (f"the password is {seed}" if kind == "passwords" else seed)
        for kind, found in SEEDS.items()
        if kind not in {"people", "private"}
        for seed in found
    ]
    named = SEEDS["people"][:10]
    places = [
        place
        for place, _ in every_text(review)
        if place.collection not in {"participants", "parking", "phase_notes", "releases"}
        and place.row not in {"notes", "severity", "impact"}
        and not re.search("typed|source|link|backlog|opening", place.field)
    ]
    assert len(places) > 60
    for index, place in enumerate(places):
        words = [loose[(index * 3 + step) % len(loose)] for step in range(3)]
        text = f"Then {named[index % len(named)]} saw {words[0]}, {words[1]} and {words[2]} again"
        review = reword(place, text)(review)
    return review


def _furnished(review: Review) -> Review:
    """With something in the fields that the sample leaves empty."""
    people = SEEDS["people"]
    first, *rest = review.events
    proofs = (
        Evidence(id="p1", kind=EvidenceKind.QUOTATION, text="said"),
        Evidence(id="p2", kind=EvidenceKind.LINK, text="there", link=SEEDS["links"][0]),
    )
    first = replace(first, evidence=proofs, starred=True, source="chat", lane="ledger")
    actions = tuple(
        replace(each, owner=people[10 + index % 10], call_reason="so it is")
        for index, each in enumerate(review.actions)
    )
    return replace(
        review,
        participants=tuple(
            Participant(id=f"q{index}", name=name, role=f"Role {chr(65 + index)}")
            for index, name in enumerate(people[:10])
        ),
        events=(first, *rest),
        actions=actions,
        glossary=(Term(id="t1", word="Ledger", meaning="The books"),),
    )


def _with_private(review: Review) -> Review:
    private = SEEDS["private"]
    release = Release(
        id="s1",
        audience=Audience.WIDE,
        form="pdf",
        at=NOW,
        revision=1,
        found=1,
        accepted=private[2],
    )
    return replace(
        review,
        notes=private[0],
        phase_notes=(PhaseNote(id="brief", text=private[1]),),
        releases=(release,),
    )


def masked(review: Review, audience: Audience) -> Prepared:
    """The document once a person has masked all that was found, however often it takes."""
    masks: list[Mask] = []
    prepared = prepare(review, audience, Masks())
    while prepared.residues and len(masks) < 1000:
        masks += [Mask(each.text) for each in prepared.residues]
        prepared = prepare(review, audience, Masks(masks))
    assert not prepared.residues
    return prepared


def words_in(data: bytes, suffix: str) -> str:
    """Everything in a file that can be read, its metadata, outline and names included."""
    if suffix == "review":
        with ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(
                name + archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
            )
    if suffix != "pdf":
        # Of dots only the metadata can be read.
        return data.decode("latin-1" if suffix == "png" else "utf-8")
    pdf = PdfReader(io.BytesIO(data))
    pages = [page.extract_text() for page in pdf.pages]
    titles = [str(each) for each in pdf.outline]
    return "\n".join([*pages, *titles, str(pdf.metadata), repr(pdf.named_destinations)])


def squeezed(text: str) -> str:
    """Without the breaks of lines, which may part any word."""
    return re.sub(r"\s+", "", text).casefold()


def written_otherwise(name: str) -> list[str]:
    """A name as logins, in other cases, split, wide, and with what stands around it in chats."""
    first, last = name.split()
    small, family = first.casefold(), last.casefold()
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in last)
    return [
        *(
            f"{small[0]}{family}",
            f"{small[0]}.{family}",
            f"{first}_{last[0]}",
            f"{family}{small[0]}",
        ),
        *(f"{first}{last}", f"{small}{family}", f"{last}{first}", f"{small}-{family}01"),
        *(f"@{small}-{family}:", f"{small}.{family}@", f"{small[0]}{family}@", f"~{family}"),
        *(f"{last}'s", f"{last}s", f"{last}owi", f"{last}em", f"{last.upper()}", f"_{last}_"),
        *(f"{first[0]}. {last}", f"{first[0]}.{last}", f"{last}, {first[0]}.", f"{last}-led"),
        *(f"{first} X. {last}", f"{last[:3]}\u200b{last[3:]}", f"{last[:3]}\u00ad{last[3:]}", wide),
    ]


@pytest.fixture(scope="module")
def otherwise(review: Review) -> Review:
    """The review with the names of its people in every other form, in every text."""
    forms = [form for person in review.participants for form in written_otherwise(person.name)]
    assert len(forms) > 200
    places = [
        place
        for place, text in every_text(review)
        if text.startswith("Then ") and place.collection != "glossary"
    ]
    per = -(-len(forms) // 12)
    for index, place in enumerate(places):
        words = " and ".join(forms[(index * per + step) % len(forms)] for step in range(per))
        review = reword(place, f"Then {words} did it")(review)
    return review


@pytest.mark.parametrize("audience", OTHERS)
def test_no_form_of_a_name_is_in_a_document_for_others(
    otherwise: Review, audience: Audience, tmp_path: Path
) -> None:
    prepared = masked(otherwise, audience)
    families = [person.name.split()[1].casefold() for person in otherwise.participants]
    for suffix in SUFFIXES:
        data = rendered(
            prepared.shown, suffix, lambda: NOW, tmp_path / "fonts", wish=Wish(audience)
        )
        told = squeezed(normalize("NFKC", UNSEEN.sub("", words_in(data, suffix))))
        assert not [family for family in families if family in told], suffix


@pytest.mark.parametrize(("kind", "text", "secret"), KINDS, ids=[kind for kind, *_ in KINDS])
def test_a_secret_of_every_kind_is_told(kind: str, text: str, secret: str) -> None:
    summary = text.format(secret)
    prepared = prepare(Review(id="r", title=kind, summary=summary), Audience.WIDE, Masks())
    left = " ".join(summary.split())
    for each in prepared.residues:
        left = left.replace(each.text, " ")
    assert all(piece not in left for piece in secret.strip("<>[]()").split())


MOST_FALSE = 2
"""So many of the sentences may raise an alarm; four did before other forms of names were told."""
TRICKY = (
    *("Will Smith", "Mark Page", "Person Two", "Maria Silva", "Grace Hunt", "May Chen"),
    *("Frank Stone", "Jan Kowalski", "Rose Young", "Max Wood"),
)


@pytest.mark.parametrize("names", [(), TRICKY], ids=["nobody", "tricky names"])
def test_innocent_sentences_stay_and_raise_no_alarm(names: tuple[str, ...]) -> None:
    assert len(INNOCENT) >= 120
    people = tuple(Participant(id=name, name=name, role=f"Role {name[0]}") for name in names)
    alarms = []
    for sentence in INNOCENT:
        review = Review(id="r", title="Short", summary=sentence, participants=people)
        prepared = prepare(review, Audience.WIDE, Masks())
        assert prepared.shown.summary == sentence
        alarms += [sentence] if prepared.residues else []
    assert len(alarms) <= MOST_FALSE, alarms


@pytest.mark.parametrize("audience", OTHERS)
def test_none_of_them_is_in_a_document_for_others(
    review: Review, audience: Audience, tmp_path: Path
) -> None:
    prepared = masked(review, audience)
    for suffix in SUFFIXES:
        data = rendered(
            prepared.shown, suffix, lambda: NOW, tmp_path / "fonts", wish=Wish(audience)
        )
        told = squeezed(words_in(data, suffix))
        there = [seed for found in SEEDS.values() for seed in found if squeezed(seed) in told]
        assert not there, (suffix, there)


def test_nothing_private_is_in_the_teams_own_record(review: Review, tmp_path: Path) -> None:
    prepared = prepare(review, Audience.INTERNAL, Masks())
    for suffix in SUFFIXES:
        data = rendered(prepared.shown, suffix, lambda: NOW, tmp_path / "fonts")
        told = squeezed(words_in(data, suffix))
        kept = SEEDS["private"] if suffix != "json" else SEEDS["private"][:2]
        kept = kept[:2] if suffix == "review" else kept
        assert not [seed for seed in kept if squeezed(seed) in told], suffix


def test_an_image_leaves_without_what_its_file_says(tmp_path: Path) -> None:
    picture = Image.new("RGB", (40, 30), "red")
    about = Image.Exif()
    about[0x010E] = "Taken by Olu at 10.1.2.3"
    file = io.BytesIO()
    picture.save(file, "JPEG", exif=about)
    data = file.getvalue()
    proof = Evidence(
        id="p1",
        kind=EvidenceKind.IMAGE,
        text="The chart",
        media_type="image/jpeg",
        sha256=sha256(data).hexdigest(),
        data=data,
    )
    sample = read_sample(ids("n"))
    first, *rest = sample.events
    review = replace(sample, events=(replace(first, starred=True, evidence=(proof,)), *rest))
    prepared = prepare(review, Audience.WIDE, Masks())
    assert [each.sort for each in prepared.residues] == [Sort.TICKET, Sort.IMAGE]
    proofs = [each for event in prepared.shown.events for each in event.evidence]
    (kept,) = (each for each in proofs if each.data)
    assert b"Olu" in data
    assert b"Olu" not in kept.data
    assert Image.open(io.BytesIO(kept.data)).size == (40, 30)
    bundle = rendered(prepared.shown, "review", lambda: NOW, tmp_path)
    back = read_bundle(bundle, ids("m"))
    assert kept.data in [each.data for event in back.events for each in event.evidence]
    out = prepare(review, Audience.WIDE, Masks([Mask(prepared.residues[1].text)]))
    assert not any(each.data for event in out.shown.events for each in event.evidence)


@pytest.mark.parametrize("audience", OTHERS)
def test_what_was_found_says_where_it_stands(review: Review, audience: Audience) -> None:
    prepared = prepare(review, audience, Masks())
    texts = dict(every_text(prepared.shown))
    for each in prepared.residues:
        assert each.places
        assert any(each.text in " ".join(texts[place].split()) for place in each.places), each


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We promoted Julia to owner of the group", "Julia"),
        ("then Tony revoked the token", "Tony"),
        ("The token is Rosie’s own", "Rosie"),
        ("and Grace was the one who stopped it", "Grace"),
        ("Don’t retry; can it wait until April? Mark it with Ruby 3.2", ""),
    ],
)
def test_names_of_people_who_are_on_no_list_are_found(text: str, name: str) -> None:
    prepared = prepare(Review(id="r", title="Short", summary=text), Audience.WIDE, Masks())
    assert [each.text for each in prepared.residues] == ([name] if name else [])


def test_an_alias_that_holds_a_name_is_told() -> None:
    people = (
        Participant(id="p", name="Piotr Nowicki", role="Pilot", alias="Piotr N."),
        Participant(id="q", name="Mary Jones", role="Deputy of Nowicki"),
        Participant(id="s", name="Ola Lead", role="Team lead"),
    )
    text = "Piotr Nowicki, Mary Jones and Ola pushed it"
    prepared = prepare(
        Review(id="r", title="Short", summary=text, participants=people), Audience.WIDE, Masks()
    )
    assert prepared.shown.summary == "Piotr N., the deputy of Nowicki and the team lead pushed it"
    assert [each.text for each in prepared.residues] == ["Nowicki", "Piotr"]


@pytest.mark.parametrize("suffix", ["json", "review"])
def test_a_page_for_everybody_is_a_review_that_can_be_read(suffix: str, tmp_path: Path) -> None:
    numbers = ids("n")
    prepared = prepare(read_sample(numbers), Audience.BRIEF, Masks())
    written = rendered(prepared.shown, suffix, lambda: NOW, tmp_path)
    back = (read_review if suffix == "json" else read_bundle)(written, ids("m"))
    effect, *below = back.factors
    assert effect.kind is FactorKind.EFFECT
    assert len(below) > 5
    assert {each.parent for each in below} == {effect.id}
