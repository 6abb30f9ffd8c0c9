"""The parts of the Console: its clock and its sections, made when the window is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from facilitator.ui.console.console_desk import ConsoleDesk
    from facilitator.ui.console.section import Section

LEFT = ("agenda", "voices", "parking", "seen")
RIGHT = ("prompts", "returned", "coach", "names", "notes")
"""The sections of the two columns, by name."""
ONE = ("prompts", "notes", "agenda", "voices", "parking", "returned", "coach", "names", "seen")
"""Their order where there is room for one column: what is read and typed most comes first."""
GROWING = frozenset(("parking", "notes"))
"""The sections that take what is left of a column."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The clock at the head, and every section by its name."""

    header: QWidget
    sections: Mapping[str, Section]


def make_parts(console: ConsoleDesk) -> Parts:
    """Make all of them."""
    from facilitator.ui.console.agenda_section import AgendaSection  # noqa: PLC0415 - see above
    from facilitator.ui.console.clock_header import ClockHeader  # noqa: PLC0415 - the same
    from facilitator.ui.console.coach_section import CoachSection  # noqa: PLC0415 - the same
    from facilitator.ui.console.names_section import NamesSection  # noqa: PLC0415 - the same
    from facilitator.ui.console.notes_section import NotesSection  # noqa: PLC0415 - the same
    from facilitator.ui.console.parking_section import ParkingSection  # noqa: PLC0415 - the same
    from facilitator.ui.console.prompts_section import PromptsSection  # noqa: PLC0415 - the same
    from facilitator.ui.console.returned_section import ReturnedSection  # noqa: PLC0415 - the same
    from facilitator.ui.console.seen_section import SeenSection  # noqa: PLC0415 - the same
    from facilitator.ui.console.voices_section import VoicesSection  # noqa: PLC0415 - the same

    classes = (
        AgendaSection,
        VoicesSection,
        SeenSection,
        ParkingSection,
        PromptsSection,
        ReturnedSection,
        CoachSection,
        NamesSection,
        NotesSection,
    )
    return Parts(ClockHeader(console), {each.name: each(console) for each in classes})
