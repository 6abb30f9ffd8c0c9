"""The operators of the lines that search and filter, as the key card shows them."""

from facilitator.ui.commands import Command, Where

OPERATORS = tuple(
    Command(f"search.{typed}", words, (typed,), Where.SEARCH)
    for typed, words in (
        ("“side by side”", "These words, one after the other"),
        ("-word", "Not with this word"),
        ("service:ledger", "Of a service"),
        ("class:settings", "Of a failure class"),
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
ACTION_OPERATORS = tuple(
    Command(f"search.actions.{typed}", words, (typed,), Where.ACTION_FILTER)
    for typed, words in (
        ("open", "Of which something is expected"),
        ("overdue", "Whose day has passed"),
        ("durable", "That hold when nobody remembers them"),
        ("unowned", "Without an owner"),
        ("undated", "Without a day"),
        ("deferred", "Put off"),
        ("back", "Put off until a day that has come"),
        ("check", "To ask whether they held"),
        ("done", "Done lately, or since a day"),
        ("agreed", "Agreed lately, or since a day"),
        ("-overdue", "Not overdue; so with all words above"),
        ("owner:maria", "Of an owner"),
        ("service:ledger", "Of a service"),
        ("class:settings", "Against a failure class"),
        ("family:safeguard", "Against a factor of this family"),
        ("p1", "Of this priority"),
        ("since:2026-03-04", "What counts as lately"),
        ("by:age", "First by due, age, priority, lasting, review or done"),
    )
)
"""What the line above the actions of all reviews knows."""


def operators(here: Where) -> tuple[Command, ...]:
    """Those of the line that is shown."""
    return ACTION_OPERATORS if here is Where.ALL_ACTIONS else OPERATORS
