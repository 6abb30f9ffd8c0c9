"""The exact keys of the review JSON, object by object, in the order they are written."""

FORMAT = "facilitator.review"
VERSION = 1

REVIEW = (
    "id",
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
    "participants",
    "events",
    "factors",
    "findings",
    "actions",
    "lessons",
    "parking",
    "notes",
    "revision",
    "created",
    "updated",
)
PARTICIPANT = ("name", "role", "alias", "attended")
EVENT = (
    "id",
    "at",
    "end",
    "precision",
    "typed",
    "zone",
    "text",
    "kind",
    "marker",
    "lane",
    "source",
    "link",
    "starred",
    "evidence",
)
EVIDENCE = ("id", "kind", "text", "link", "media_type", "sha256", "data")
FACTOR = (
    "id",
    "parent",
    "position",
    "text",
    "kind",
    "family",
    "evidence_status",
    "events",
    "joint",
)
FINDING = ("id", "text", "factors", "focus", "disposition", "reason", "elsewhere")
ACTION = (
    "id",
    "text",
    "owner",
    "impact",
    "likelihood",
    "priority",
    "due",
    "status",
    "durability",
    "hint",
    "vague",
    "call",
    "call_reason",
    "factors",
    "findings",
    "stopgap_for",
    "backlog",
    "proposed_on",
    "agreed_on",
    "done_on",
    "check_on",
    "held",
    "deferral",
)
BACKLOG = ("system", "key", "url")
DEFERRAL = ("accepted_by", "reason", "until")
LESSONS = ("well", "badly", "lucky")
