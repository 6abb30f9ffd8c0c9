"""What made-up incidents are told with: every sentence has a subject put in."""

from __future__ import annotations

from facilitator.domain.words import Durability, EventKind, Family

SERVICES = tuple(
    f"{area} {part}"
    for area in ("Ledger", "Limits", "Payouts", "Search", "Login", "Mail", "Billing", "Maps")
    for part in ("API", "worker", "store", "gateway", "cache", "scheduler")
)
_THINGS = (
    *("settings rollout", "certificate renewal", "connection pool", "retry queue"),
    *("schema migration", "night batch", "rate limit", "feature flag", "failover script"),
    *("disk quota", "index rebuild", "token rotation", "load balancer", "cache warm-up"),
    *("message broker", "export job", "health check", "name lookup", "backup restore"),
    *("capacity plan", "audit trail", "thumbnail farm", "partition leader", "clock source"),
)
_OF = (
    *("invoice", "refund", "payout", "session", "address", "catalogue", "pricing", "voucher"),
    *("fraud", "ledger", "tenant", "webhook", "mailbox", "geocoder", "inventory", "identity"),
)
SUBJECTS = tuple(f"the {of} {thing}" for thing in _THINGS for of in _OF)
CLASSES = (
    *("Bad settings go everywhere", "Warnings that page nobody", "Expired certificates"),
    *("Jobs that run twice", "Queues without a limit", "Retries that pile up"),
    *("Migrations under load", "Clocks that disagree", "Caches that start cold"),
    *("Disks that fill up", "Secrets that run out", "Flags nobody removes"),
)
PLACES = ("in the southern region", "in both regions", "for new customers", "on the busiest day")
OWNERS = tuple(f"{first} {last}" for first in ("Ada", "Noor", "Ivo", "Mei") for last in "BCDFGHJK")
TITLES = (
    "{service} refused requests after {subject} changed {place}",
    "{service} answered late while {subject} ran {place}",
    "{service} lost writes when {subject} stopped {place}",
    "{service} was unreachable: {subject} went wrong {place}",
)
EVENTS: tuple[tuple[EventKind, str], ...] = (
    (EventKind.CHANGE, "{subject} goes out {place}"),
    (EventKind.CHANGE, "{service} is restarted with more memory"),
    (EventKind.ALERT, "The error rate of {service} passes five percent"),
    (EventKind.ALERT, "Latency of {service} pages the engineer on call"),
    (EventKind.OBSERVATION, "The dashboard of {service} shows timeouts against {subject}"),
    (EventKind.OBSERVATION, "Support hears of failed requests {place}"),
    (EventKind.DECISION, "The room decides to stop {subject} and wait"),
    (EventKind.ACTION, "{subject} is turned back by hand"),
    (EventKind.COMMUNICATION, "The status page says that {service} is degraded"),
)
FACTORS: tuple[tuple[Family, str], ...] = (
    (Family.DESIGN_DECISION, "{service} and {subject} share one pool by design"),
    (Family.DESIGN_DECISION, "{subject} was built to reach every region at once"),
    (Family.MISSING_SAFEGUARD, "Nothing checks {subject} before it goes out"),
    (Family.MISSING_SAFEGUARD, "No limit stops {subject} when {service} is slow"),
    (Family.OBSERVABILITY_GAP, "No alert tells that {subject} has stopped"),
    (Family.OBSERVABILITY_GAP, "The dashboard of {service} hides errors of {subject}"),
    (Family.FALSE_ASSUMPTION, "It was assumed that {service} tolerates {subject}"),
    (Family.FALSE_ASSUMPTION, "The runbook said that {subject} is safe to repeat"),
    (Family.ORGANISATIONAL_PRESSURE, "The freeze left one week for {subject}"),
    (Family.ORGANISATIONAL_PRESSURE, "Nobody had time to retire {subject}"),
)
FINDINGS = (
    "{subject} can reach {service} without a stage in between",
    "We learn of trouble with {subject} from customers",
    "The way back from {subject} was never tried {place}",
)
ACTIONS: tuple[tuple[Durability, str], ...] = (
    (Durability.ELIMINATE, "Remove {subject} from {service}"),
    (Durability.GUARDRAIL, "Reject {subject} when the check of {service} fails"),
    (Durability.GUARDRAIL, "Limit {subject} to one region at a time"),
    (Durability.AUTOMATE, "Script the way back from {subject}"),
    (Durability.DETECT, "Page when {subject} stops for five minutes"),
    (Durability.DETECT, "Chart the errors of {service} by region"),
    (Durability.DOCUMENT, "Describe {subject} in the runbook of {service}"),
    (Durability.REMIND, "Remind everybody to watch {subject}"),
    (Durability.INVESTIGATE, "Look into why {service} was slow"),
    (Durability.REPAIR, "Restore what {service} lost {place}"),
)
