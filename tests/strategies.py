"""Random whole reviews that keep every rule, for property tests in any room."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from facilitator.domain.edits.meeting import HANDS_LIMIT
from facilitator.domain.order import event_key, id_key, placed_key
from facilitator.domain.phase import Phase
from facilitator.domain.records import (
    ActionItem,
    Addressee,
    Backlog,
    Deferral,
    Evidence,
    Factor,
    Finding,
    Lesson,
    Opening,
    ParkedIdea,
    Participant,
    PhaseNote,
    Poll,
    Release,
    Review,
    Term,
    TimelineEvent,
)
from facilitator.domain.severity import normal_severity
from facilitator.domain.text import clean_line, clean_text
from facilitator.domain.words import (
    ActionStatus,
    Answer,
    Audience,
    Disposition,
    Durability,
    EventKind,
    EvidenceKind,
    EvidenceStatus,
    FactorKind,
    Family,
    Impact,
    LessonSide,
    Likelihood,
    Marker,
    NameUse,
    Precision,
    Priority,
    ReviewStatus,
)

if TYPE_CHECKING:
    from collections.abc import Callable

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n"
ZONES = ("UTC", "Europe/London", "America/New_York", "Asia/Kathmandu", "Pacific/Apia")
_AWKWARD = st.sampled_from(
    (
        "<b>bold</b>",
        "=1+1",
        "@maria",
        "| a | b |",
        "# not a heading",
        "1. not a list",
        "שלום",
        "👩‍🚒 pages",
        "“quoted”",
        "a\\b*c_d`e",
        "e\u0301",
        "Zażółć gęślą jaźń",
    )
)
_TYPED = st.one_of(_AWKWARD, st.text(max_size=30))

lines = _TYPED.map(clean_line)
"""One cleaned line, perhaps empty."""
needed = lines.filter(bool)
"""One cleaned line with something in it."""
texts = st.lists(_TYPED, max_size=3).map("\n".join).map(clean_text)
"""Cleaned text of several lines."""
days = st.dates(date(1999, 1, 1), date(2100, 12, 31))
instants = st.one_of(
    st.sampled_from((1_772_546_400, 1_772_546_460)).map(lambda s: EPOCH + timedelta(seconds=s)),
    st.integers(0, 4 * 10**9).map(lambda s: EPOCH + timedelta(seconds=s)),
    st.integers(0, 4 * 10**15).map(lambda us: EPOCH + timedelta(microseconds=us)),
)
"""Aware UTC instants, some alike, some with a fraction of a second."""


def words(kind: Any) -> st.SearchStrategy[Any]:
    """A member of a closed word list."""
    return st.sampled_from(tuple(kind))


def perhaps(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value or None."""
    return st.none() | strategy


def ids(prefix: str) -> Callable[[], str]:
    """A source of ids that grow with time: ``e000001``, then ``e000002``."""
    last = 0

    def new_id() -> str:
        nonlocal last
        last += 1
        return f"{prefix}{last:06}"

    return new_id


@st.composite
def evidence(draw: st.DrawFn, new_id: Callable[[], str]) -> Evidence:
    """A link, a quotation or a tiny image."""
    kind = draw(words(EvidenceKind))
    if kind is not EvidenceKind.IMAGE:
        return Evidence(id=new_id(), kind=kind, text=draw(texts), link=draw(lines))
    data = PNG + draw(st.binary(max_size=8))
    return Evidence(
        id=new_id(),
        kind=kind,
        text=draw(texts),
        media_type="image/png",
        sha256=hashlib.sha256(data).hexdigest(),
        data=data,
    )


@st.composite
def events(draw: st.DrawFn, new_id: Callable[[], str], marker: Marker | None) -> TimelineEvent:
    """An event that carries this marker."""
    at = draw(perhaps(instants))
    spans = st.timedeltas(timedelta(0), timedelta(days=2))
    return TimelineEvent(
        id=new_id(),
        text=draw(needed),
        at=at,
        end=None if at is None else draw(perhaps(spans.map(lambda span: at + span))),
        precision=Precision.UNKNOWN if at is None else draw(words(Precision)),
        typed=draw(lines),
        zone=draw(st.sampled_from(("", *ZONES))),
        kind=draw(words(EventKind)),
        marker=marker,
        lane=draw(lines),
        source=draw(lines),
        link=draw(lines),
        starred=draw(st.booleans()),
        evidence=tuple(draw(st.lists(evidence(new_id), max_size=2))),
    )


@st.composite
def timelines(draw: st.DrawFn, new_id: Callable[[], str]) -> tuple[TimelineEvent, ...]:
    """Events in canonical order, each marker at most once."""
    markers = draw(st.lists(perhaps(words(Marker)), max_size=6))
    once = [None if marker in markers[:index] else marker for index, marker in enumerate(markers)]
    return tuple(sorted((draw(events(new_id, each)) for each in once), key=event_key))


@st.composite
def trees(
    draw: st.DrawFn, new_id: Callable[[], str], event_ids: tuple[str, ...]
) -> tuple[Factor, ...]:
    """One tree of factors: every parent drawn from those before it."""
    found: list[Factor] = []
    for index in range(draw(st.integers(0, 8))):
        parent = found[draw(st.integers(0, index - 1))] if index else None
        kind = FactorKind.EFFECT
        if parent is not None:
            beside = parent.parent is None and draw(st.booleans())
            kind = FactorKind.TRIGGER if beside else FactorKind.CONDITION
        found.append(
            Factor(
                id=new_id(),
                parent=parent.id if parent else None,
                position=draw(st.integers(0, 9)),
                text=draw(lines),
                kind=kind,
                family=draw(perhaps(words(Family))),
                evidence_status=draw(words(EvidenceStatus)),
                events=draw(links(event_ids)),
                joint=draw(st.booleans()),
            )
        )
    return tuple(sorted(found, key=placed_key))


def links(targets: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    """Some of these ids, each once."""
    if not targets:
        return st.just(())
    return st.lists(st.sampled_from(targets), unique=True, max_size=3).map(tuple)


@st.composite
def findings(
    draw: st.DrawFn, new_id: Callable[[], str], factor_ids: tuple[str, ...]
) -> tuple[Finding, ...]:
    """Findings in order, at most five in focus."""
    found: list[Finding] = []
    for index in range(draw(st.integers(0, 7))):
        focus = draw(st.booleans()) and sum(each.focus for each in found) < 5
        found.append(
            Finding(
                id=new_id(),
                position=index,
                text=draw(needed),
                factors=draw(links(factor_ids)),
                focus=focus,
                disposition=None if focus else draw(perhaps(words(Disposition))),
                reason=draw(lines),
                elsewhere=draw(lines),
            )
        )
    return tuple(found)


@st.composite
def actions(
    draw: st.DrawFn,
    new_id: Callable[[], str],
    factor_ids: tuple[str, ...],
    finding_ids: tuple[str, ...],
) -> tuple[ActionItem, ...]:
    """Actions in order; a deferred one says who, why and until when."""
    found: list[ActionItem] = []
    for index in range(draw(st.integers(0, 5))):
        status = draw(words(ActionStatus))
        impact, likelihood = (
            draw(perhaps(words(Impact))),
            draw(perhaps(words(Likelihood))),
        )
        earlier = tuple(each.id for each in found)
        found.append(
            ActionItem(
                id=new_id(),
                position=index,
                text=draw(needed),
                owner=draw(lines),
                impact=impact,
                likelihood=likelihood,
                stated_priority=None if impact and likelihood else draw(perhaps(words(Priority))),
                due=draw(perhaps(days)),
                status=status,
                hint=draw(words(Durability)),
                vague=draw(perhaps(st.booleans())),
                call=draw(perhaps(words(Durability))),
                call_reason=draw(lines),
                factors=draw(links(factor_ids)),
                findings=draw(links(finding_ids)),
                stopgap_for=draw(perhaps(st.sampled_from(earlier))) if earlier else None,
                backlog=draw(perhaps(backlogs)),
                proposed_on=draw(perhaps(days)),
                agreed_on=draw(perhaps(days)),
                done_on=draw(perhaps(days)),
                check_on=draw(perhaps(days)),
                held_because=draw(lines),
                deferral=draw(deferrals) if status is ActionStatus.DEFERRED else None,
            )
        )
    return tuple(found)


@st.composite
def addressees(
    draw: st.DrawFn, new_id: Callable[[], str], finding_ids: tuple[str, ...]
) -> tuple[Addressee, ...]:
    """Those who were asked, each once about a finding."""
    return tuple(
        Addressee(
            id=new_id(),
            finding=finding,
            whom=draw(needed),
            answer=draw(words(Answer)),
            note=draw(lines),
            asked_on=draw(perhaps(days)),
            answered_on=draw(perhaps(days)),
        )
        for finding in finding_ids
        if draw(st.booleans())
    )


backlogs = st.builds(Backlog, system=lines, key=needed, url=lines)
"""A place in the backlog."""
deferrals = st.builds(Deferral, accepted_by=needed, reason=needed, until=days)
"""Who accepts, why, until when."""


openings = st.builds(
    Opening,
    purpose=texts,
    directive=texts,
    rules=st.lists(needed, max_size=3).map(tuple),
)
"""What an opening card says."""
_hands = st.integers(0, HANDS_LIMIT)
polls = st.builds(
    Poll,
    learned_yes=_hands,
    learned_partly=_hands,
    learned_no=_hands,
    again_yes=_hands,
    again_partly=_hands,
    again_no=_hands,
)
"""A show of hands."""


@st.composite
def phase_notes(draw: st.DrawFn) -> tuple[PhaseNote, ...]:
    """Private notes on some of the phases."""
    noted = draw(st.lists(words(Phase), unique=True, max_size=3))
    written = (PhaseNote(id=each.key, text=draw(texts.filter(str.strip))) for each in noted)
    return tuple(sorted(written, key=id_key))


@st.composite
def releases(draw: st.DrawFn, new_id: Callable[[], str]) -> tuple[Release, ...]:
    """Documents that left the house."""
    return tuple(
        Release(
            id=new_id(),
            audience=draw(words(Audience)),
            form=draw(st.sampled_from(("pdf", "md"))),
            at=draw(instants),
            revision=draw(st.integers(0, 2**31 - 1)),
            found=draw(st.integers(0, 999)),
            accepted=draw(needed),
        )
        for _ in range(draw(st.integers(0, 2)))
    )


@st.composite
def glossaries(draw: st.DrawFn, new_id: Callable[[], str]) -> tuple[Term, ...]:
    """Words of a system, each once whatever its capitals."""
    found = draw(st.lists(needed, max_size=3, unique_by=str.casefold))
    return tuple(Term(id=new_id(), word=word, meaning=draw(needed)) for word in found)


def _ids_of(rows: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple(row.id for row in rows)


@st.composite
def people(draw: st.DrawFn, new_id: Callable[[], str]) -> tuple[Participant, ...]:
    """Those in the room, each with at least a role."""
    return tuple(
        Participant(
            id=new_id(),
            name=draw(lines),
            role=draw(needed),
            alias=draw(lines),
            attended=draw(st.booleans()),
        )
        for _ in range(draw(st.integers(0, 3)))
    )


@st.composite
def reviews(draw: st.DrawFn, review_id: str = "r000001") -> Review:
    """A whole review as the program itself could hold it; rows have ids like ``x000001``."""
    new_id = ids("x")
    told = draw(timelines(new_id))
    factors = draw(trees(new_id, _ids_of(told)))
    found = draw(findings(new_id, _ids_of(factors)))
    sides = sorted(draw(st.lists(words(LessonSide), max_size=4)), key=list(LessonSide).index)
    return Review(
        id=review_id,
        title=draw(lines),
        incident=draw(lines),
        severity=normal_severity(draw(st.sampled_from(("", "1", "sev2", "Major")))),
        services=tuple(draw(st.lists(needed, unique=True, max_size=3))),
        failure_class=draw(lines),
        summary=draw(texts),
        impact=draw(texts),
        time_zone=draw(st.sampled_from(ZONES)),
        status=draw(words(ReviewStatus)),
        held_on=draw(perhaps(days)),
        notes=draw(texts),
        names=draw(words(NameUse)),
        opening=draw(perhaps(openings)),
        poll=draw(perhaps(polls)),
        revision=draw(st.integers(0, 2**31 - 1)),
        created=draw(perhaps(instants)),
        updated=draw(perhaps(instants)),
        participants=draw(people(new_id)),
        events=told,
        factors=factors,
        findings=found,
        actions=draw(actions(new_id, _ids_of(factors), _ids_of(found))),
        addressees=draw(addressees(new_id, _ids_of(found))),
        lessons=tuple(Lesson(id=new_id(), side=side, text=draw(needed)) for side in sides),
        parking=tuple(ParkedIdea(id=new_id(), text=draw(needed)) for _ in sides),
        phase_notes=draw(phase_notes()),
        glossary=draw(glossaries(new_id)),
        releases=draw(releases(new_id)),
    )
