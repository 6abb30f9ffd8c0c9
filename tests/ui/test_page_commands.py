"""The commands that every page brings: all of them do something, none takes another's key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from facilitator import resources
from facilitator.app.ids import Ids
from facilitator.domain.phase import Phase
from facilitator.exchange.review_json import read_review
from facilitator.ui.commands import place_of
from facilitator.ui.pages import make_page, page_commands
from tests.ui.page_room import open_page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.ui.commands import Command


def commands(phase: Phase) -> list[Command]:
    return [each for each in page_commands() if each.where is place_of(phase)]


@pytest.mark.parametrize("phase", Phase)
def test_every_command_is_bound(phase: Phase, qtbot: QtBot) -> None:
    review = read_review(resources.path("sample.json").read_bytes(), Ids())
    desk, _page = open_page(qtbot, lambda desk: make_page(phase, desk), commands(phase), review)
    assert [each.id for each in commands(phase) if not desk.registry.enabled(each.id)] == []


@pytest.mark.parametrize("phase", Phase)
def test_a_key_stands_for_one_command(phase: Phase) -> None:
    keys = [key for each in commands(phase) for key in each.keys]
    assert len(keys) == len(set(keys))
