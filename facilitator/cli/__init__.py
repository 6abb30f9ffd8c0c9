"""The face for scripts, CI and machines with no screen."""

COMMANDS = frozenset(
    {
        "sample",
        "list",
        "show",
        "search",
        "import",
        "export",
        "residue",
        "mask",
        "allow",
        "unmask",
        "masks",
        "patterns",
        "similar",
        "asked",
        "coach",
        "check",
        "trends",
        "backup",
        "restore",
        "doctor",
        "desktop",
        "tour",
    }
)
"""The first words that run a command; anything else opens the window."""
