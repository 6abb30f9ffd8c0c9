"""The operators of the search, as the key card shows them."""

from facilitator.ui.commands import Command, Where

OPERATORS = tuple(
    Command(f"search.{typed}", words, (typed,), Where.SEARCH)
    for typed, words in (
        ("“side by side”", "These words, one after the other"),
        ("-word", "Not with this word"),
        ("service:ledger", "Of a service"),
        ("class:settings", "Of a kind of failure"),
        ("owner:maria", "With an action of this owner"),
        ("family:safeguard", "With a factor of this family"),
        ("severity:1", "Of this severity"),
        ("status:closed", "Draft, ready, reviewed or closed"),
        ("open", "With open actions"),
        ("overdue", "With actions that are overdue"),
        ("before:2026-01-01", "Before a day"),
        ("after:2025-06-30", "After a day"),
        ("notes:word", "In your private notes"),
    )
)
"""They are typed, so no command runs and no key is bound."""
