"""The records of a review: frozen values that link to each other by id."""

from dataclasses import dataclass
from datetime import date, datetime

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Someone in the room; shown on the Stage by alias or role."""

    id: str
    name: str = ""
    role: str = ""
    alias: str = ""
    attended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A link, a quotation or an image that supports an event; belongs to it."""

    id: str
    kind: EvidenceKind
    text: str = ""
    link: str = ""
    media_type: str = ""
    sha256: str = ""
    data: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEvent:
    """One thing that happened; ``at`` and ``end`` are aware UTC instants.

    ``at`` is where the event stands on the timeline, also when its precision is unknown; it is
    None only if nothing at all is known. ``typed`` and ``zone`` keep what the person wrote.
    """

    id: str
    text: str
    at: datetime | None = None
    end: datetime | None = None
    precision: Precision = Precision.EXACT
    typed: str = ""
    zone: str = ""
    kind: EventKind = EventKind.OBSERVATION
    marker: Marker | None = None
    lane: str = ""
    source: str = ""
    link: str = ""
    starred: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """A node of the five-whys tree; the one with ``parent`` None is the effect."""

    id: str
    parent: str | None
    position: int = 0
    text: str = ""
    kind: FactorKind = FactorKind.CONDITION
    family: Family | None = None
    evidence_status: EvidenceStatus = EvidenceStatus.UNKNOWN
    events: tuple[str, ...] = ()
    joint: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was learned from one or several factors; in focus, or recorded with a reason."""

    id: str
    position: int = 0
    text: str = ""
    factors: tuple[str, ...] = ()
    focus: bool = False
    disposition: Disposition | None = None
    reason: str = ""
    elsewhere: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """An action's place in the engineering backlog."""

    system: str = ""
    key: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deferral:
    """Who accepts that it can happen again, why, and until when."""

    accepted_by: str
    reason: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionItem:
    """Something that will be changed; the coach gives ``hint`` and ``vague``, a person ``call``.

    ``held_because`` is by what it was seen that the fix held, or did not.
    """

    id: str
    position: int = 0
    text: str = ""
    owner: str = ""
    impact: Impact | None = None
    likelihood: Likelihood | None = None
    stated_priority: Priority | None = None
    due: date | None = None
    status: ActionStatus = ActionStatus.PROPOSED
    hint: Durability | None = None
    vague: bool | None = None
    call: Durability | None = None
    call_reason: str = ""
    factors: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    stopgap_for: str | None = None
    backlog: Backlog | None = None
    proposed_on: date | None = None
    agreed_on: date | None = None
    done_on: date | None = None
    check_on: date | None = None
    held_because: str = ""
    deferral: Deferral | None = None

    @property
    def durability(self) -> Durability | None:
        """The effective label: the person's call if made, else the coach's hint."""
        return self.call or self.hint


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """A service or team elsewhere that was asked whether a finding holds for them too."""

    id: str
    finding: str
    whom: str
    answer: Answer = Answer.UNKNOWN
    note: str = ""
    asked_on: date | None = None
    answered_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One line of what went well, went badly, or got lucky."""

    id: str
    side: LessonSide
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkedIdea:
    """One line of the parking lot."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseNote:
    """The facilitator's private note on a phase; its ``id`` is the phase's key."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of this system, and what it means to a reader who does not know it."""

    id: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A document that left the house with something in it that was found and accepted.

    ``accepted`` is why, in somebody's words; ``found`` counts what was found and still stood there.
    """

    id: str
    audience: Audience
    form: str
    at: datetime
    revision: int
    found: int
    accepted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What the opening card of this review says; ``rules`` are the ground rules, one a line."""

    purpose: str = ""
    directive: str = ""
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """The show of hands at the end: counts, and nobody's name.

    Asked are "Did we learn something?" and "Would you come again?".
    """

    learned_yes: int = 0
    learned_partly: int = 0
    learned_no: int = 0
    again_yes: int = 0
    again_partly: int = 0
    again_no: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One incident review, whole.

    Collections are in canonical order (see ``order``). ``revision`` counts saves and is written
    by the store. ``notes`` (on the whole review) and ``phase_notes`` are private and in no export
    that does not ask for them. ``opening`` and ``poll`` are None until somebody says something
    else than the usual, or hands are counted.
    """

    id: str
    title: str = ""
    incident: str = ""
    severity: str = ""
    services: tuple[str, ...] = ()
    failure_class: str = ""
    summary: str = ""
    impact: str = ""
    time_zone: str = "UTC"
    status: ReviewStatus = ReviewStatus.DRAFT
    held_on: date | None = None
    notes: str = ""
    names: NameUse = NameUse.ROLES
    opening: Opening | None = None
    poll: Poll | None = None
    revision: int = 0
    created: datetime | None = None
    updated: datetime | None = None
    participants: tuple[Participant, ...] = ()
    events: tuple[TimelineEvent, ...] = ()
    factors: tuple[Factor, ...] = ()
    findings: tuple[Finding, ...] = ()
    actions: tuple[ActionItem, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    parking: tuple[ParkedIdea, ...] = ()
    phase_notes: tuple[PhaseNote, ...] = ()
    glossary: tuple[Term, ...] = ()
    releases: tuple[Release, ...] = ()


Row = (
    Participant
    | TimelineEvent
    | Factor
    | Finding
    | ActionItem
    | Addressee
    | Lesson
    | ParkedIdea
    | PhaseNote
    | Term
    | Release
)

COLLECTIONS = (
    "participants",
    "events",
    "factors",
    "findings",
    "actions",
    "addressees",
    "lessons",
    "parking",
    "phase_notes",
    "glossary",
    "releases",
)
"""Names of the Review fields that hold rows."""

HEADER_FIELDS = (
    "title",
    "incident",
    "severity",
    "services",
    "failure_class",
    "summary",
    "impact",
    "time_zone",
    "status",
    "held_on",
    "notes",
    "names",
    "opening",
    "poll",
)
"""Names of the Review fields that edits may change besides the collections."""
