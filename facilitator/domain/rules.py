"""The one error an edit may raise."""


class RuleViolation(Exception):
    """An edit was refused: ``field`` names the input, ``reason`` is a sentence for the person."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field
        self.reason = reason
