"""Slack's export: what is read of it, and that nothing in it does harm."""

from __future__ import annotations

import gc
import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.words import Precision
from facilitator.exchange.readers import found, registry
from facilitator.exchange.readers.chat import chats
from facilitator.exchange.readers.chat.slack_export import READER, _Slack
from facilitator.exchange.readers.stamps import instant
from facilitator.exchange.refused import Refused
from tests.exchange.readers.chat_material import (
    cut,
    of_folder,
    of_json,
    of_text,
    of_zip,
    read,
    spoilt,
    survives,
)

USERS: list[dict[str, Any]] = [
    {
        "id": "U1",
        "name": "ann",
        "profile": {"display_name": "Ann &amp; co", "real_name": "Ann Lee"},
    },
    {"id": "U2", "name": "bob", "real_name": "Bob Ray", "profile": {"display_name": ""}},
    {"id": "U3", "name": "deploybot", "is_bot": True, "profile": {"real_name": "Deploys"}},
]
T0, T1, T2, T3 = (f"17725{number}.000100" for number in ("18600", "18660", "18720", "18780"))
DAY: list[dict[str, Any]] = [
    {"type": "message", "user": "U1", "text": "Checkout is <slow", "ts": T0, "thread_ts": T0},
    {"type": "message", "user": "U2", "text": "<@U1> looking", "ts": T1, "thread_ts": T0},
    {"type": "message", "user": "U2", "subtype": "channel_join", "text": "<@U2> joined", "ts": T2},
    {
        "type": "message",
        "subtype": "bot_message",
        "bot_id": "B1",
        "username": "Alerts",
        "text": "",
        "ts": T3,
        "attachments": [{"title": "High latency", "text": "p99 &gt; 2 s", "fallback": "no"}],
        "reactions": [{"name": "eyes", "count": 2}, {"name": "+1", "users": ["U1"]}],
        "permalink": "https://acme.slack.com/archives/C1/p1",
    },
]
EXPORT: dict[str, Any] = {
    "users.json": USERS,
    "channels.json": [{"id": "C1", "name": "ops"}],
    "dms.json": [{"id": "D1", "members": ["U1", "U2"]}],
    "ops/2026-03-03.json": DAY,
    "D1/2026-03-03.json": [{"user": "U1", "text": "see <#C1>", "ts": T0}],
}


def entries(messages: list[Any], **files: Any) -> tuple[found.Entry, ...]:
    given_files = {**EXPORT, "ops/2026-03-03.json": messages, **files}
    del given_files["D1/2026-03-03.json"]
    return read(of_zip(given_files), READER).entries


def said(text: str, **more: Any) -> str:
    return entries([{"user": "U1", "text": text, "ts": T0, **more}])[0].text


@pytest.mark.parametrize("make", [of_zip, of_folder])
@pytest.mark.parametrize("top", ["", "acme export/"])
def test_an_export_is_read(make: Any, top: str) -> None:
    reading = read(make({f"{top}{path}": value for path, value in EXPORT.items()}), READER)
    assert reading.source == "Slack direct messages of Ann & co and Bob Ray, #ops"
    first = next(each for each in reading.entries if each.key == f"ops {T0}")
    assert first.stamp.at == datetime(2026, 3, 3, 6, 16, 40, 100, UTC)
    assert (first.author, first.text, first.thread) == ("Ann & co", "Checkout is <slow", "")
    assert first.where == f"{top}ops/2026-03-03.json[0]"
    reply = next(each for each in reading.entries if each.key == f"ops {T1}")
    assert (reply.author, reply.text, reply.thread) == (
        "Bob Ray",
        "@Ann & co looking",
        f"ops {T0}",
    )
    assert reading.people == ("Ann & co", "Bob Ray")
    assert not reading.left


def test_joins_are_noise_and_programs_speak_in_attachments() -> None:
    join, alert = entries(DAY)[2:]
    assert (join.noise, join.text) == ("Somebody joined.", "@Bob Ray joined")
    assert (alert.author, alert.text) == ("Alerts", "High latency\np99 > 2 s")
    assert (alert.reactions, alert.noise) == (3, "")
    assert alert.link == "https://acme.slack.com/archives/C1/p1"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<@U1> <@U9> <@U9|zoe>", "@Ann & co @U9 @zoe"),
        ("<#C1> <#C2|db> <#C3>", "#ops #db #C3"),
        ("<!channel> <!here|@here> <!subteam^S1|@sre> <!subteam^S2>", "@channel @here @sre @S2"),
        ("<!date^1700000000^{date}|14 Nov> <!date^1^{date}>", "14 Nov <!date^1^{date}>"),
        ("<https://a.example/x|graph>, <tel:123|123>", "graph (https://a.example/x), 123"),
        ("<https://a.example|https://a.example>", "https://a.example"),
        ("<mailto:ann@a.example|ann@a.example>", "ann@a.example"),
        ("a &lt; b &amp;&amp; c &gt; d &amp;lt;", "a < b && c > d &lt;"),
        ("<nick> says", "<nick> says"),
        ("a <|b> c, <|>", "a <|b> c, <|>"),
        ("see <https://files.slack.com/files-pri/T1/log.txt?t=xoxe-1|log>", "see log (https://files.slack.com/files-pri/T1/log.txt)"),
        ("<https://slack-files.com/T1-F1?pub_secret=abc>", "https://slack-files.com/T1-F1"),
        ("<https://acme.slack.com/archives/C1/p1?thread_ts=1.2>", "https://acme.slack.com/archives/C1/p1?thread_ts=1.2"),
        ("<https://a.example/?q=1>", "https://a.example/?q=1"),
    ],
)  # fmt: skip
def test_slack_text_is_written_out(text: str, plain: str) -> None:
    assert said(text) == plain


def test_files_are_named_without_their_addresses() -> None:
    private = "https://files.slack.com/files-pri/T1-F1/log.txt?t=xoxe-secret"
    files = [{"name": "log.txt", "url_private": private}, {"title": "graph"}, {"mode": "tombstone"}]
    assert said("the log", files=files) == "the log\n(file: log.txt)\n(file: graph)"
    assert said("", files=files[:1]) == "(file: log.txt)"
    assert said("uploaded log.txt", file=files[0]) == "uploaded log.txt"


def test_blocks_are_read_where_there_is_no_text() -> None:
    rich = [
        {"type": "text", "text": "ask "},
        {"type": "user", "user_id": "U2"},
        {"type": "text", "text": " a < b "},
        {"type": "link", "url": "https://a.example", "text": "here"},
        {"type": "emoji", "name": "fire"},
    ]
    blocks = [
        {"type": "header", "text": {"type": "plain_text", "text": "Down"}},
        {"type": "section", "text": {"type": "mrkdwn", "text": "a &amp; b"}},
        {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": rich}]},
    ]
    told = "Down\na & b\nask @Bob Ray a < b here (https://a.example):fire:"
    assert said("", blocks=blocks) == told
    assert said("", attachments=[{"fallback": "[no preview available]", "blocks": blocks}]) == told
    fields = [{"title": "State", "value": "down"}]
    assert said("", attachments=[{"fields": fields}]) == "State: down"
    assert said("", attachments=[{"fallback": "It is down"}]) == "It is down"


def test_a_reply_that_was_shown_in_the_channel_is_one_entry() -> None:
    parent = {"user": "U1", "text": "down", "ts": T0, "thread_ts": T0}
    reply = {"user": "U2", "text": "fixed", "ts": T1, "thread_ts": T0}
    shown = {**reply, "subtype": "thread_broadcast", "root": parent}
    assert [each.text for each in entries([parent, reply, shown])] == ["down", "fixed"]
    later = {**shown, "ts": T2}
    assert [each.key for each in entries([parent, later, reply])] == [f"ops {T0}", f"ops {T1}"]
    assert [each.text for each in entries([parent, shown])] == ["down", "fixed"]


def test_messages_stand_in_their_order_and_once() -> None:
    first, second, third = (
        {"user": "U1", "text": f"{n}", "ts": f"177251860{n}.000100"} for n in "123"
    )
    liked = {**second, "reactions": [{"name": "eyes", "count": 2}]}
    assert [each.text for each in entries([first, liked, third])] == ["1", "2", "3"]
    assert [each.text for each in entries([first, second, first, third])] == ["1", "2", "3"]
    again = entries([first, liked, second, third, first])
    assert [(each.text, each.reactions) for each in again] == [("1", 0), ("2", 2), ("3", 0)]
    assert [each.where[-3:] for each in again] == ["[0]", "[1]", "[3]"]
    assert [
        each.thread
        for each in entries([{**first, "thread_ts": ts} for ts in ("", None, first["ts"])])
    ] == [""]


def test_rows_made_of_columns_are_as_those_made_one_by_one() -> None:
    one = found.Entry("a", found.Stamp("now"), "text", author="Ann")
    columns = {"where": ["a"], "stamp": found.made_of(found.Stamp, raw=["now"]), "text": ["text"]}
    assert [*found.made_of(found.Entry, **columns, author=["Ann"])] == [one]
    with pytest.raises(KeyError):
        found.made_of(found.Entry, where=["a"])


@pytest.mark.parametrize(
    ("message", "why"),
    [
        ({"subtype": "tombstone", "text": "gone", "ts": T0}, chats.DELETED),
        ({"user": "U1", "text": "  ", "ts": T0}, chats.NO_TEXT),
        ({"user": "U1", "ts": T0}, chats.NO_TEXT),
        ("text", "This should be an object, and is none."),
    ],
)
def test_what_is_no_message_is_left_out(message: Any, why: str) -> None:
    reading = read(of_zip({**EXPORT, "ops/2026-03-03.json": [message]}), READER)
    assert reading.left == (found.Left("ops/2026-03-03.json[0]", why),)
    assert len(reading.entries) == 1


@pytest.mark.parametrize(
    "ts",
    [None, "", "soon", 1, True, [], {}, "9" * 400, "1e9", "177251860x.000100", "9772518600.000100"],
)
def test_a_time_that_is_none_is_unknown(ts: Any) -> None:
    entry = entries([{"user": "U1", "text": "down", "ts": ts}])[0]
    assert entry.stamp.at is None
    assert entry.stamp.precision is Precision.UNKNOWN
    assert (entry.text, entry.key) == ("down", "")


def test_other_and_damaged_files_are_told() -> None:
    files = {
        **EXPORT,
        "ops/2026-03-04.json": '[{"ts":',
        "ops/2026-03-05.json": {"ts": 1},
        "canvas/plan.html": "<p>",
        **{f"logs/{number}.txt": "" for number in range(40)},
    }
    left = read(of_zip(files), READER).left
    assert left[0].where == "ops/2026-03-04.json line 1, column 8"
    assert left[0].why == "It ends too early; perhaps it was cut off."
    assert left[1] == found.Left("ops/2026-03-05.json", chats.NO_LIST)
    assert left[2].where == "canvas/plan.html"
    assert left[-1].why == "22 more files are no part of a channel."


def test_the_source_names_three_channels() -> None:
    day = [{"user": "U1", "text": "x", "ts": T0}]
    files = {f"{name}/2026-03-03.json": day for name in "abcde"}
    assert read(of_zip(files), READER).source == "Slack #a, #b, #c and 2 more"


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_single_day_is_read(wrapped: bool) -> None:
    profile = {"display_name": "Ann", "real_name": "Ann Lee"}
    day = [
        {"text": "ask <@U1>", "user": "U2", "ts": T0}
        | ({} if wrapped else {"channel_name": "ops"}),
        {"text": "ok", "user": "U1", "user_profile": profile, "ts": T1, "thread_ts": T0},
    ]
    reading = read(of_json({"ok": True, "messages": day} if wrapped else day), READER)
    first, second = reading.entries
    channel = "" if wrapped else "ops "
    assert (first.author, first.text, first.key) == ("U2", "ask @Ann", f"{channel}{T0}")
    assert (second.author, second.thread) == ("Ann", f"{channel}{T0}")
    assert reading.source == ("Slack" if wrapped else "Slack #ops")


def test_too_many_messages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chats, "ENTRY_LIMIT", 3)
    with pytest.raises(Refused, match="more than 3 messages"):
        registry.read(of_zip(EXPORT))
    assert gc.isenabled()


@pytest.mark.parametrize(
    "data", ['[{"ts": "1700000000.000100"', '{"messages": 1, "client_msg_id": 2}']
)
def test_a_day_that_is_cut_off_or_empty_is_refused(data: str) -> None:
    with pytest.raises(Refused):
        registry.read(of_text(data))


def test_a_damaged_archive_is_refused_in_its_own_words() -> None:
    whole = of_zip(EXPORT).data
    with pytest.raises(Refused, match="The archive is damaged"):
        registry.read(type(of_zip(EXPORT))("it.zip", whole[: len(whole) // 2]))


@given(st.sampled_from(DAY).flatmap(spoilt))
def test_the_short_way_and_the_long_one_say_the_same(message: Any) -> None:
    names = {"U1": "Ann", "U2": "Bob"}
    short, long = _Slack(dict(names), {}), _Slack(dict(names), {})
    short.take([message], "ops", "day")
    long._keep([entry] if (entry := long._special(message, "ops ", "day[0]")) else [])
    assert short.entries == long.entries
    assert short.left == long.left


@given(st.integers(10**9, 2 * 10**9), st.integers(0, 999_999))
def test_the_six_decimals_are_kept(whole: int, micro: int) -> None:
    ts = f"{whole}.{micro:06}"
    at = instant(ts)
    assert at is not None
    assert Decimal(int(at.timestamp())) + Decimal(at.microsecond) / 10**6 == Decimal(ts)


@settings(deadline=None)
@given(spoilt(EXPORT))
def test_spoilt_exports_are_read_or_refused(files: dict[str, Any]) -> None:
    survives(of_folder(files), READER)


@settings(deadline=None)
@given(spoilt(DAY))
def test_spoilt_days_are_read_or_refused(messages: Any) -> None:
    survives(of_json(messages), READER)


@given(cut(json.dumps(DAY)))
def test_cut_days_are_read_or_refused(text: str) -> None:
    survives(of_text(text), READER)
