"""Pasted chats: the heads of many programs, and that nothing in them does harm."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.words import Precision
from facilitator.exchange.readers import registry
from facilitator.exchange.readers.chat import chats
from facilitator.exchange.readers.chat.chat_paste import READER
from facilitator.exchange.readers.found import Left
from facilitator.exchange.readers.settling import settle
from tests.exchange.readers.chat_material import cut, of_text, read, survives

IOS = """\
[03/04/26, 14:03:22] Ops: \u200eMessages and calls are end-to-end encrypted. Nobody else can read.
[03/04/26, 14:03:40] Ann Lee: Checkout is slow
see the graph
\u200e[03/04/26, 14:05:10] Bob: \u200e<attached: graph.png>
[03/04/26, 14:06:10] Ann Lee: This message was deleted.
"""
ANDROID = """\
03/04/2026, 14:03 - Messages to this group are end-to-end encrypted.
03/04/2026, 14:03 - Ann created group "Ops"
03/04/2026, 14:04 - Ann: Checkout is slow
03/04/2026, 14:05 - Bob: graph.png (file attached)
03/04/2026, 2:07\u202fpm - Bob: done: really <This message was edited>
"""
IRSSI = """\
--- Log opened Tue Mar 03 23:50:00 2026
23:50 -!- ann [~ann@host] has joined #ops
23:51 <@ann> db is slow
23:52 < bob> ack: 10:00 <x> y
23:53  * bob looks
--- Day changed Wed Mar 04 2026
00:03 <bob> fixed
"""
BRACKETS = "[14:03] <ann> slow\n[14:04] <bob> ack\n  more\n[14:05] * ann waves\n"
WEECHAT = (
    "2026-03-03 14:03:22\tann\tslow\n"
    "2026-03-03 14:04:22\t@bob\tack\n"
    "2026-03-03 14:05:00\t-->\tzoe joined\n"
)
NAMED = "[14:03:22] Ann: slow\n[14:03:40] Bob: restarting: now\n[14:04:22] Ann: better\n"
TEAMS = (
    "[14:03] Lee, Ann\nslow\nsince noon\n[14:05] Ray, Bob (Guest)\non it\n[14:09] Lee, Ann\nok\n"
)
ZOOM = (
    "14:03:22 From Ann Lee to Everyone: slow\n"
    "14:03:40 From Bob to Everyone:\n\tI see it: yes\n"
    "14:05:00\t From  Ann Lee : ok\n"
    '14:05:30 From Bob to Everyone: Reacted to "ok" with 👍\n'
)
GOOGLE = "Ann Lee, 14:03\nslow\nBob Ray, 14:05\non it\nAnn Lee, 14:07\nthanks\n"
DISCORD = "Ann — Yesterday at 11:58 PM\nslow\nmore\nBob — Today at 12:03 AM\nack\n"
TELEGRAM = "Ann Lee, [04.03.2026 14:03]\nslow\n\nBob, [04.03.2026 14:05]\nack\n"
ALL = (IOS, ANDROID, IRSSI, BRACKETS, WEECHAT, NAMED, TEAMS, ZOOM, GOOGLE, DISCORD, TELEGRAM)


def told(text: str) -> list[tuple[str, str]]:
    return [(each.author, each.text) for each in read(of_text(text), READER).entries]


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        (BRACKETS, [("ann", "slow"), ("bob", "ack\n  more"), ("ann", "ann waves")]),
        (NAMED, [("Ann", "slow"), ("Bob", "restarting: now"), ("Ann", "better")]),
        (
            TEAMS,
            [("Lee, Ann", "slow\nsince noon"), ("Ray, Bob (Guest)", "on it"), ("Lee, Ann", "ok")],
        ),
        (
            ZOOM,
            [
                ("Ann Lee", "slow"),
                ("Bob", "I see it: yes"),
                ("Ann Lee", "ok"),
                ("Bob", 'Reacted to "ok" with 👍'),
            ],
        ),
        (GOOGLE, [("Ann Lee", "slow"), ("Bob Ray", "on it"), ("Ann Lee", "thanks")]),
        (DISCORD, [("Ann", "slow\nmore"), ("Bob", "ack")]),
        (TELEGRAM, [("Ann Lee", "slow"), ("Bob", "ack")]),
    ],
)
def test_heads_of_many_programs(text: str, entries: list[tuple[str, str]]) -> None:
    assert told(text) == entries


def test_weechat_is_read_when_it_is_said_to_be_a_chat() -> None:
    material = of_text(WEECHAT)
    assert not READER.fits(material)
    entries = registry.read(material, "chat").entries
    assert [(each.author, each.text) for each in entries] == [
        ("ann", "slow"),
        ("bob", "ack"),
        ("", "zoe joined"),
    ]
    assert entries[2].noise == chats.JOINED


def test_whatsapp_on_an_iphone() -> None:
    reading = read(of_text(IOS), READER)
    notice, first, file = reading.entries
    assert notice.noise == chats.NOTICE
    assert (first.author, first.text) == ("Ann Lee", "Checkout is slow\nsee the graph")
    assert (first.stamp.slashed, first.stamp.clock) == ((3, 4, 2026), time(14, 3, 40))
    assert (file.author, file.text) == ("Bob", "(file: graph.png)")
    assert reading.left == (Left("line 5", chats.DELETED),)
    assert reading.people == ("Ann Lee", "Bob")
    assert {each.id for each in settle(reading, {"zone": "UTC"}).asked} == {"order"}


def test_whatsapp_on_android() -> None:
    first, second, slow, file, done = read(of_text(ANDROID), READER).entries
    assert (first.author, first.noise, second.noise) == ("", chats.NOTICE, chats.NOTICE)
    assert (slow.author, slow.text) == ("Ann", "Checkout is slow")
    assert file.text == "(file: graph.png)"
    assert (done.text, done.stamp.clock) == ("done: really", time(14, 7))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("25/04/2026, 14:09 - Ann: ok", date(2026, 4, 3)),
        ("04/25/2026, 14:09 - Ann: ok", date(2026, 3, 4)),
    ],
)
def test_one_day_tells_the_order_of_all(line: str, day: date) -> None:
    reading = read(of_text(f"{ANDROID}{line}\n"), READER)
    assert {each.stamp.day for each in reading.entries[:5]} == {day}


def test_contrary_days_leave_the_order_open() -> None:
    lines = "25/04/2026, 14:09 - Ann: ok\n04/25/2026, 14:09 - Ann: ok\n"
    assert read(of_text(ANDROID + lines), READER).entries[0].stamp.slashed == (3, 4, 2026)


def test_irc_names_its_days() -> None:
    join, slow, ack, action, fixed = read(of_text(IRSSI), READER).entries
    assert (join.noise, join.author) == (chats.JOINED, "")
    assert (slow.author, slow.stamp.day) == ("ann", date(2026, 3, 3))
    assert (ack.author, ack.text) == ("bob", "ack: 10:00 <x> y")
    assert (action.author, action.text) == ("bob", "bob looks")
    assert (fixed.stamp.day, fixed.stamp.clock) == (date(2026, 3, 4), time(0, 3))


def test_a_short_day_that_may_be_two_is_unknown() -> None:
    reading = read(of_text(TEAMS + "[04/03 14:11] Lee, Ann\nx\n"), READER)
    assert reading.entries[-1].stamp.precision is Precision.UNKNOWN
    reading = read(
        of_text(TEAMS + "[25/03 14:11] Lee, Ann\nx\n[04/03 14:11] Lee, Ann\nx\n"), READER
    )
    assert [each.stamp.yearless for each in reading.entries[-2:]] == [(3, 25), (3, 4)]


def test_today_in_a_head_is_the_day_after_yesterday() -> None:
    placed = settle(read(of_text(DISCORD), READER), {"date": "2026-03-03", "zone": "UTC"}).placed
    assert [each.at.day if each.at else 0 for each in placed] == [3, 4]


@pytest.mark.parametrize(
    "text",
    [
        "Mar  4 14:03:22 web sshd[12]: Accepted\nMar  4 14:03:23 web kernel: oom\n",
        "[14:03:22] INFO: starting\n[14:03:22] ERROR: no\n[14:03:23] INFO: done\n",
        "[14:03:22] nginx: start\n[14:03:22] nginx: ok\n[14:03:23] nginx: stop\n",
        "2026-03-04 14:03:24 INFO app: started\n2026-03-04 14:03:25 WARN app: slow\n",
        "14:03 Alert fires\n14:05 Ann acks\n14:09 Bob: rolls back\n",
        "14:03 - Alert fires\n14:05 - Ann: acks\n14:09 - Deploy: rolled back\n",
        "[14:03] Recovery: ok\n[14:05] Closed: fine\n[14:09] Review: planned\n",
        "# Review\n\nDown.\n\n## Timeline\n\n14:03 <ann> slow\n\n## Causes\n\nA\nB\nC\nD\nE\n",
        "Attendees: Ann, Bob\nStart, 14:03\n",
        "time,text\n14:03,slow\n14:05,ok\n",
    ],
)
def test_other_texts_are_no_chats(text: str) -> None:
    assert not READER.fits(of_text(text))


@settings(deadline=None)
@given(st.sampled_from(ALL).flatmap(cut))
def test_cut_chats_are_read_or_refused(text: str) -> None:
    survives(of_text(text), READER)


PIECES = ["[", "]", "14:03", "3/4/26", "99/99 ", "Ann", "<", ">", ": ", "- ", "\n", "\t"]
PIECES += ["Today", "12:99 ", "\xa0", ", ", "—", "From ", "24:05 "]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_odd_texts_are_read_or_refused(text: str) -> None:
    survives(of_text(text), READER)
