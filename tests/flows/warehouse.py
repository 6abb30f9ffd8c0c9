"""A made-up incident, drafted from an empty library to the PDF: every key in order.

A step is a text to type, or the name of a key in angle brackets: ``<ctrl+2>``, ``<Tab>``.
"""

from __future__ import annotations

TITLE = "Warehouse labels could not be printed for an hour"

_NEW = ("<ctrl+n>", TITLE, "<Tab>", "outage", "<Return>")

_FACTS = (
    "<ctrl+d>",
    "INC-1042",
    "<Tab>",
    "sev 2",
    "<Tab>",
    "Label gateway, Packing, Device fleet",
    "<Tab>",
    "Expired certificate",
    "<Tab>",
    "Europe/Berlin",
    "<Return>",
    "<Escape>",
)

_PEOPLE = (
    "<ctrl+p>",
    "Noor Haddad, facilitator",
    "<Return>",
    "Ewa Lis, on-call engineer",
    "<Return>",
    "<Escape>",
)

_TIMELINE = (
    "<ctrl+2>",
    "2026-02-17 05:52 change gateway certificate is renewed by hand",
    "<Return>",
    "!impact 06:00 printers refuse the gateway",
    "<Return>",
    "~06:10 packers start to write labels by hand",
    "<Return>",
    "!detected 06:22 alert dispatch backlog pages on-call",
    "<Return>",
    "!acknowledged +3m the incident is opened",
    "<Return>",
    "06:40-06:55 printers in hall 2 are restarted, nothing changes",
    "<Return>",
    "!mitigated 07:01 the old intermediate certificate is put back",
    "<Return>",
    "!resolved 07:20 last waiting parcel has a label",
    "<Return>",
)

_FACTORS = (
    "<ctrl+3>",
    "<F2>",
    "<ctrl+a>",
    "No labels for an hour",
    "<Return>",
    "<Tab>",
    "Printers trust only the old intermediate",
    "<Return>",
    "<Tab>",
    "Firmware pins a certificate nobody listed",
    "<Return>",
    "<Tab>",
    "We took the printers to follow the system's list",
    "<Return>",
    "<Left>",
    "<Left>",
    "<Return>",
    "The renewal went to every hall at once",
    "<Return>",
    "<Tab>",
    "No test printer speaks to the new gateway first",
    "<Return>",
    "<Left>",
    "<Return>",
    "22 minutes passed before anybody was paged",
    "<Return>",
    "<Tab>",
    "Refused connections are counted, not alerted on",
    "<Return>",
)

_FINDINGS = (
    "<ctrl+4>",
    "A renewal can lock out every printer, and nothing tries it on one first.",
    "<Return>",
    "A refused printer is invisible until parcels wait.",
    "<Return>",
)

_ACTIONS = (
    "<ctrl+5>",
    (
        "Gateway deploys to one test printer per hall and rolls back when it is refused "
        "@Ewa !severe/likely due +14d #OPS-31"
    ),
    "<Return>",
    (
        "Page on-call when more than 5 printers are refused for 2 minutes "
        "@Noor !serious/likely due +21d #OPS-32"
    ),
    "<Return>",
    "Add the pinned certificates to the fleet inventory @Ewa !p3 due +30d #OPS-33",
    "<Return>",
)

_CLOSE = (
    "<ctrl+6>",
    "w",
    "Packing went on by hand, no parcel was lost",
    "<Return>",
    "<Escape>",
)

STEPS = (*_NEW, *_FACTS, *_PEOPLE, *_TIMELINE, *_FACTORS, *_FINDINGS, *_ACTIONS, *_CLOSE)
"""From the empty library to the last lesson; the export is up to who plays them."""
