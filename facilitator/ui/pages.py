"""The pages of the Stage and the commands they bring; a page's modules load when it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.phase import Phase

if TYPE_CHECKING:
    from facilitator.ui.commands import Command
    from facilitator.ui.desk import Desk
    from facilitator.ui.page import PhasePage


def all_commands() -> tuple[Command, ...]:
    """The commands of the windows, of the library and of all pages."""
    from facilitator.ui.commands import COMMANDS  # noqa: PLC0415 - see the docstring
    from facilitator.ui.library.commands import COMMANDS as LIBRARY  # noqa: PLC0415

    return (*COMMANDS, *LIBRARY, *page_commands())


def page_commands() -> tuple[Command, ...]:
    """The commands of all pages, in the order of the phases."""
    from facilitator.ui.actions import commands as actions  # noqa: PLC0415 - see the docstring
    from facilitator.ui.brief import commands as brief  # noqa: PLC0415
    from facilitator.ui.close import commands as close  # noqa: PLC0415
    from facilitator.ui.factors import commands as factors  # noqa: PLC0415
    from facilitator.ui.findings import commands as findings  # noqa: PLC0415
    from facilitator.ui.timeline import commands as timeline  # noqa: PLC0415

    rooms = (brief, timeline, factors, findings, actions, close)
    return tuple(command for room in rooms for command in room.COMMANDS)


def make_page(phase: Phase, desk: Desk) -> PhasePage:
    """The page of a phase, made for one open review."""
    return _page_class(phase)(desk)


def _page_class(phase: Phase) -> type[PhasePage]:
    match phase:
        case Phase.BRIEF:
            from facilitator.ui.brief.page import BriefPage  # noqa: PLC0415 - see the docstring

            return BriefPage
        case Phase.TIMELINE:
            from facilitator.ui.timeline.page import TimelinePage  # noqa: PLC0415

            return TimelinePage
        case Phase.FACTORS:
            from facilitator.ui.factors.page import FactorsPage  # noqa: PLC0415

            return FactorsPage
        case Phase.FINDINGS:
            from facilitator.ui.findings.page import FindingsPage  # noqa: PLC0415

            return FindingsPage
        case Phase.ACTIONS:
            from facilitator.ui.actions.page import ActionsPage  # noqa: PLC0415

            return ActionsPage
        case Phase.CLOSE:
            from facilitator.ui.close.page import ClosePage  # noqa: PLC0415

            return ClosePage
