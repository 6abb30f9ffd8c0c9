"""The tables of a library as SQLModel rows; they never leave the store.

Rows belong to a review and keep their ids when a review is duplicated or imported, so a row's
key is (review, id). Links between rows are checked when the transaction ends: an edit may write
its rows in any order. Deleting a review takes all its rows along.
"""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import ForeignKeyConstraint, Index, MetaData, Table
from sqlmodel import Field, SQLModel

from facilitator.domain.words import NameUse


def _belongs(*columns: str, to: str, on: tuple[str, ...] = ("id",)) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        columns,
        [f"{to}.{each}" for each in on],
        ondelete="CASCADE",
        deferrable=True,
        initially="DEFERRED",
    )


def _points(column: str, *, to: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ("review_id", column),
        [f"{to}.review_id", f"{to}.id"],
        deferrable=True,
        initially="DEFERRED",
    )


def _links(table: str, owner: str, target: str) -> tuple[Any, ...]:
    """Both ends of a link, which belongs to one; the index serves the removal of the other."""
    return (
        _belongs("review_id", f"{owner}_id", to=owner, on=("review_id", "id")),
        _points(f"{target}_id", to=target),
        Index(f"ix_{table}_{target}", "review_id", f"{target}_id"),
    )


class Base(SQLModel):
    """What all tables share: one metadata, of the store's own."""

    # Rows are never validated: what would do so need not be built when the library is opened.
    model_config = {"defer_build": True}
    metadata = MetaData()
    __table__: ClassVar[Table]


class RowOfReview(Base):
    """The key of everything that belongs to a review."""

    review_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)


class ReviewRow(Base, table=True):
    """The head of a review, and whether it is in the trash."""

    __tablename__ = "review"

    id: str = Field(primary_key=True)
    title: str
    incident: str
    severity: str
    services: str
    failure_class: str
    summary: str
    impact: str
    time_zone: str
    status: str
    held_on: str | None
    notes: str
    revision: int
    created: str | None
    updated: str | None
    trashed_at: str | None
    # Added by the second version, and so last, as a migration puts them.
    names: str = Field(sa_column_kwargs={"server_default": NameUse.ROLES.value})
    opening_purpose: str | None
    opening_directive: str | None
    opening_rules: str | None
    poll_learned_yes: int | None
    poll_learned_partly: int | None
    poll_learned_no: int | None
    poll_again_yes: int | None
    poll_again_partly: int | None
    poll_again_no: int | None


class ParticipantRow(RowOfReview, table=True):
    """Somebody in the room."""

    __tablename__ = "participant"
    __table_args__ = (_belongs("review_id", to="review"),)

    name: str
    role: str
    alias: str
    attended: bool


class EventRow(RowOfReview, table=True):
    """One thing that happened."""

    __tablename__ = "event"
    __table_args__ = (_belongs("review_id", to="review"),)

    text: str
    at: str | None
    end: str | None
    precision: str
    typed: str
    zone: str
    kind: str
    marker: str | None
    lane: str
    source: str
    link: str
    starred: bool


class EvidenceRow(RowOfReview, table=True):
    """What supports an event, at its place among the evidence of that event."""

    __tablename__ = "evidence"
    __table_args__ = (
        _belongs("review_id", "event_id", to="event", on=("review_id", "id")),
        Index("ix_evidence_event", "review_id", "event_id", "position"),
    )

    event_id: str
    position: int
    kind: str
    text: str
    link: str
    media_type: str
    sha256: str
    data: bytes


class FactorRow(RowOfReview, table=True):
    """A node of the tree."""

    __tablename__ = "factor"
    __table_args__ = (
        _belongs("review_id", to="review"),
        _points("parent", to="factor"),
        Index("ix_factor_parent", "review_id", "parent"),
        Index("ix_factor_family", "review_id", "family", "kind", "evidence_status"),
    )

    parent: str | None
    position: int
    text: str
    kind: str
    family: str | None
    evidence_status: str
    joint: bool


class FactorEventRow(Base, table=True):
    """An event that a factor is linked to."""

    __tablename__ = "factor_event"
    __table_args__ = _links("factor_event", "factor", "event")

    review_id: str = Field(primary_key=True)
    factor_id: str = Field(primary_key=True)
    event_id: str = Field(primary_key=True)
    position: int


class FindingRow(RowOfReview, table=True):
    """What was learned."""

    __tablename__ = "finding"
    __table_args__ = (_belongs("review_id", to="review"),)

    position: int
    text: str
    focus: bool
    disposition: str | None
    reason: str
    elsewhere: str


class FindingFactorRow(Base, table=True):
    """A factor that a finding is drawn from."""

    __tablename__ = "finding_factor"
    __table_args__ = _links("finding_factor", "finding", "factor")

    review_id: str = Field(primary_key=True)
    finding_id: str = Field(primary_key=True)
    factor_id: str = Field(primary_key=True)
    position: int


class ActionRow(RowOfReview, table=True):
    """Something that will be changed."""

    __tablename__ = "action"
    __table_args__ = (
        _belongs("review_id", to="review"),
        _points("stopgap_for", to="action"),
        Index("ix_action_stopgap", "review_id", "stopgap_for"),
        Index("ix_action_state", "review_id", "status", "call", "hint"),
    )

    position: int
    text: str
    owner: str
    impact: str | None
    likelihood: str | None
    stated_priority: str | None
    due: str | None
    status: str
    hint: str | None
    vague: bool | None
    call: str | None
    call_reason: str
    stopgap_for: str | None
    backlog_system: str | None
    backlog_key: str | None
    backlog_url: str | None
    proposed_on: str | None
    agreed_on: str | None
    done_on: str | None
    check_on: str | None
    deferral_accepted_by: str | None
    deferral_reason: str | None
    deferral_until: str | None
    # Added by the fourth version, and so last.
    held_because: str = Field(sa_column_kwargs={"server_default": ""})


class ActionFactorRow(Base, table=True):
    """A factor that an action answers."""

    __tablename__ = "action_factor"
    __table_args__ = _links("action_factor", "action", "factor")

    review_id: str = Field(primary_key=True)
    action_id: str = Field(primary_key=True)
    factor_id: str = Field(primary_key=True)
    position: int


class ActionFindingRow(Base, table=True):
    """A finding that an action answers."""

    __tablename__ = "action_finding"
    __table_args__ = _links("action_finding", "action", "finding")

    review_id: str = Field(primary_key=True)
    action_id: str = Field(primary_key=True)
    finding_id: str = Field(primary_key=True)
    position: int


class AddresseeRow(RowOfReview, table=True):
    """Somebody elsewhere who was asked whether a finding holds for them too."""

    __tablename__ = "addressee"
    __table_args__ = (
        _belongs("review_id", to="review"),
        _points("finding", to="finding"),
        Index("ix_addressee_finding", "review_id", "finding"),
    )

    finding: str
    whom: str
    answer: str
    note: str
    asked_on: str | None
    answered_on: str | None


class LessonRow(RowOfReview, table=True):
    """One line of what went well, badly or got lucky."""

    __tablename__ = "lesson"
    __table_args__ = (_belongs("review_id", to="review"),)

    side: str
    text: str


class ParkedRow(RowOfReview, table=True):
    """One line of the parking lot."""

    __tablename__ = "parked"
    __table_args__ = (_belongs("review_id", to="review"),)

    text: str


class PhaseNoteRow(RowOfReview, table=True):
    """The facilitator's private note on a phase, whose key is its id."""

    __tablename__ = "phase_note"
    __table_args__ = (_belongs("review_id", to="review"),)

    text: str


class TermRow(RowOfReview, table=True):
    """A word of this system, and what it means."""

    __tablename__ = "term"
    __table_args__ = (_belongs("review_id", to="review"),)

    word: str
    meaning: str


class ReleaseRow(RowOfReview, table=True):
    """A document that left the house with something in it that was accepted."""

    __tablename__ = "release"
    __table_args__ = (_belongs("review_id", to="review"),)

    audience: str
    form: str
    at: str
    revision: int
    found: int
    accepted: str


class MaskRow(Base, table=True):
    """Words that are masked, or allowed, in every document that leaves the house."""

    __tablename__ = "mask"

    text: str = Field(primary_key=True)
    use: str
    shown: str


class PatternRow(Base, table=True):
    """Factors of several reviews that say the same thing, under a name that a person gave."""

    __tablename__ = "pattern"

    id: str = Field(primary_key=True)
    name: str
    created: str


class PatternFactorRow(Base, table=True):
    """A factor that belongs to a pattern; it can belong to one only."""

    __tablename__ = "pattern_factor"
    __table_args__ = (
        _belongs("review_id", "factor_id", to="factor", on=("review_id", "id")),
        _belongs("pattern_id", to="pattern"),
        Index("ix_pattern_factor_pattern", "pattern_id"),
    )

    review_id: str = Field(primary_key=True)
    factor_id: str = Field(primary_key=True)
    pattern_id: str


class DeclinedPatternRow(Base, table=True):
    """Factors that were proposed as one pattern, and are not one: a digest of their texts."""

    __tablename__ = "declined_pattern"

    digest: str = Field(primary_key=True)


class CardRow(Base, table=True):
    """What the list and the trends need of a review, kept ready by every edit.

    ``families`` has a bit for each family, in their order; ``strongest`` is the rank of the most
    durable label among its actions not cancelled, ``lasting`` whether that is a durable one.
    ``incident`` is the day (UTC) of the start of impact, or else of the earliest event; ``day`` the
    same, or else that of the review. ``failure_class`` is folded (see ``store/kept/names``).
    ``lost`` counts the rows of the review that cannot be read, with itself; the others by kind.
    """

    __tablename__ = "card"
    __table_args__ = (
        _belongs("review_id", to="review"),
        Index("ix_card_day", "trashed", "day", "review_id"),
        Index("ix_card_class", "trashed", "failure_class", "day", "review_id"),
    )

    review_id: str = Field(primary_key=True)
    trashed: bool
    incident: str | None
    day: str | None
    failure_class: str
    open_actions: int
    done_actions: int
    families: int
    strongest: int | None
    lasting: bool
    lost_events: int
    lost_factors: int
    lost_actions: int
    lost: int


class FigureRow(Base, table=True):
    """How often something counts in the whole library, reviews in the trash left out.

    ``key`` begins with the month that is counted (``0000-00``: no day); ``day`` is a day as a
    number (proleptic ordinal), or a number of days, or 0.
    """

    __tablename__ = "figure"
    __table_args__: ClassVar[dict[str, Any]] = {"sqlite_with_rowid": False}

    kind: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    day: int = Field(primary_key=True)
    n: int


class FiguresOfRow(Base, table=True):
    """What one review adds to the figures, so that it can be taken away again."""

    __tablename__ = "figures_of"
    __table_args__ = (_belongs("review_id", to="review"),)

    review_id: str = Field(primary_key=True)
    figures: str


class SearchedRow(Base, table=True):
    """Which row of the search index holds a review, and as of which revision."""

    __tablename__ = "searched"

    id: int = Field(primary_key=True)
    review_id: str = Field(unique=True)
    revision: int


class VersionRow(Base, table=True):
    """The version of the schema, where alembic looks for it."""

    __tablename__ = "alembic_version"

    version_num: str = Field(primary_key=True, max_length=32)


SEARCH_INDEX = (
    "CREATE VIRTUAL TABLE search USING fts5("
    "title, why, what, story, rest, notes, service, class, owner, places UNINDEXED,"
    " tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')"
)
"""The full text of every review, which SQLite itself keeps: a row a review, a column a subject.

Texts in a column stand a line each; ``places`` tells where each of them stands in the review.
"""

METADATA = Base.metadata
"""All tables of a library."""


def table(name: str) -> Table:
    """The table of this name."""
    return METADATA.tables[name]
