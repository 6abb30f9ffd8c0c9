"""What is kept is counted in another way: all of it is counted anew once the steps are taken."""

from __future__ import annotations

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """No table changes."""
