"""What is copied from Slack: heads, days, noise, and that nothing in it does harm."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from facilitator.domain.words import Precision
from facilitator.exchange.readers.chat import chats
from facilitator.exchange.readers.chat.pasted import NEXT_DAY, UNSURE
from facilitator.exchange.readers.chat.slack_paste import READER
from facilitator.exchange.readers.found import Left
from facilitator.exchange.readers.settling import settle
from tests.exchange.readers.chat_material import cut, of_text, read, survives

if TYPE_CHECKING:
    from facilitator.exchange.readers.found import Entry

OLD = """\
ann [9:58 AM]
Checkout is slow
since the deploy? (edited)

Bob Ray   [09:59 AM]
```at 9:00
ann [9:00 AM]
trace```

deploys APP [10:01 AM]
rolled back

ann [3 hours ago]
back to normal
bob [10:02 AM]
joined #ops along with Carl.

zoe [9:57 AM]
I see it too

prow APP [10:05 AM]

ann [12:07 PM]
View newer replies
done
"""
NEW = """\
Ann Lee
  11:50 AM
Checkout is slow
11:58
still
it is
12:03
ok now
:tada:
3
Bob
  12:10 PM
thanks
2 replies
Last reply today at 12:15 PM
Tuesday, March 3rd
New
Deploys
APP  9:12 AM
deploy done
"""


def entries(text: str) -> tuple[Entry, ...]:
    return read(of_text(text), READER).entries


def test_a_head_is_one_entry_and_no_day_is_invented() -> None:
    reading = read(of_text(OLD), READER)
    first, second, bot, later, join, earlier, last = reading.entries
    assert (first.author, first.text) == ("ann", "Checkout is slow\nsince the deploy?")
    assert (first.where, first.stamp.clock, first.stamp.day) == ("line 1", time(9, 58), None)
    assert (second.author, second.text) == ("Bob Ray", "```at 9:00\nann [9:00 AM]\ntrace```")
    assert (bot.author, bot.text) == ("deploys", "rolled back")
    assert (later.stamp.clock, later.stamp.precision) == (None, Precision.UNKNOWN)
    assert later.text == "back to normal"
    assert (join.noise, join.text) == (chats.JOINED, "joined #ops along with Carl.")
    assert (earlier.author, last.text) == ("zoe", "done")
    assert reading.left == (Left("line 21", chats.NO_TEXT),)
    assert reading.people == ("ann", "Bob Ray", "bob", "zoe")


def test_a_small_step_back_stays_on_the_day() -> None:
    reading = read(of_text(OLD), READER)
    assert [each.id for each in settle(reading, {"zone": "UTC"}).asked] == ["date"]
    placed = settle(reading, {"date": "2026-03-03", "zone": "UTC"}).placed
    assert [f"{each.at:%d %H:%M}" for each in placed if each.at] == [
        "03 09:58",
        "03 09:59",
        "03 10:01",
        "03 10:01",
        "03 10:02",
        "03 09:57",
        "03 12:07",
    ]
    assert placed[3].precision is Precision.UNKNOWN


def test_newer_versions_write_the_time_on_its_own_line() -> None:
    reading = read(of_text(NEW), READER)
    told = [(each.author, each.stamp.clock, each.text) for each in reading.entries]
    assert told == [
        ("Ann Lee", time(11, 50), "Checkout is slow"),
        ("Ann Lee", time(11, 58), "still\nit is"),
        ("Ann Lee", time(12, 3), "ok now"),
        ("Bob", time(12, 10), "thanks"),
        ("Deploys", time(9, 12), "deploy done"),
    ]
    assert [each.reactions for each in reading.entries] == [0, 0, 3, 0, 0]
    assert [each.stamp.yearless for each in reading.entries] == [None] * 4 + [(3, 3)]
    assert reading.people == ("Ann Lee", "Bob")


def test_without_indents_a_name_and_a_time_with_am_are_a_head() -> None:
    text = "Ann\n9:05 AM\nhi\nBob\n9:06 AM\nho\n9:07\nhum\n\nAnn\n9:08 AM\nok\n"
    assert [(each.author, each.text) for each in entries(text)] == [
        ("Ann", "hi"),
        ("Bob", "ho"),
        ("Bob", "hum"),
        ("Ann", "ok"),
    ]


CLOSE = """\
ana.roth  23:58
seeing declines
on visa
ben.ode  23:59
same here
PagerDuty  00:02
[#4711] Triggered: rate > 5 %
ana.roth  00:03
ack, looking
Dev Rao  00:05
rolling back 7.3
"""


def test_heads_with_the_clock_of_a_day_need_no_blank_lines() -> None:
    reading = read(of_text(CLOSE), READER)
    assert [(each.author, each.stamp.clock, each.text) for each in reading.entries] == [
        ("ana.roth", time(23, 58), "seeing declines\non visa"),
        ("ben.ode", time(23, 59), "same here"),
        ("PagerDuty", time(0, 2), "[#4711] Triggered: rate > 5 %"),
        ("ana.roth", time(0, 3), "ack, looking"),
        ("Dev Rao", time(0, 5), "rolling back 7.3"),
    ]
    assert reading.notes == ()
    assert READER.fits(of_text(CLOSE))
    three = "ana  14:05\nslow\nben  14:07\nsame here\ndev  14:31\nrolling back\n"
    assert [each.author for each in entries(three)] == ["ana", "ben", "dev"]


def test_one_clock_of_many_that_goes_back_is_told_and_the_others_are_parted() -> None:
    text = "".join(f"{name}  14:{10 + at}\nsays {at}\n" for at, name in enumerate("abcdefghijkl"))
    late = text.replace("f  14:15\nsays 5\n", "f  14:15\nsays 5\nhub-1  14:02\nis gone\n")
    reading = read(of_text(late), READER)
    assert [each.author for each in reading.entries] == [*"abcdefghijkl"]
    assert reading.entries[5].text == "says 5\nhub-1  14:02\nis gone"
    assert reading.notes[0].startswith("Line 13, “hub-1  14:02”, may begin a message;")


def test_names_above_times_need_no_blank_lines() -> None:
    text = "Ann Lee\n14:05\nslow\nBob\n14:07\nsame here\nCyd\n14:31\nrolling back\n"
    assert [(each.author, each.text) for each in entries(text)] == [
        ("Ann Lee", "slow"),
        ("Bob", "same here"),
        ("Cyd", "rolling back"),
    ]


@pytest.mark.parametrize(
    ("text", "authors", "told"),
    [
        # A list of what was then, in the words of one person.
        ("ana  14:05\nso far:\nhub-1  14:00\nis full\nhub-2  14:04\nfixed\n", ["ana"], "2 lines"),
        ("ana  14:05\nall of them\nhub-1  14:06\nhub-2  14:07\nare back\n", ["ana"], "2 lines"),
        # Others have a blank line above.
        ("ana  14:05\nslow\n\nben  14:06\nhub-1  14:07\nis back\n", ["ana", "ben"], "Line 5"),
        ("ana  14:05\nslow\nben   14:06\nsame here\n", ["ana"], "Line 3"),
        # Two messages of Ann, or one of Ann and one of Bob.
        (
            "Ann\n14:05\nslow\nBob\n14:07\nsame here\n\nAnn\n14:09\nok\n",
            ["Ann", "Ann", "Ann"],
            "Line 4, “Bob”, may",
        ),
    ],
)
def test_what_may_be_a_head_is_told(text: str, authors: list[str], told: str) -> None:
    reading = read(of_text(text), READER)
    assert [each.author for each in reading.entries] == authors
    [note] = reading.notes
    assert note.startswith(told)
    assert "not certain" in note


@pytest.mark.parametrize(
    "text",
    [
        "Ann  9:05 AM\nhi\nhub-1  14:05\nis back\n",
        "Ann\n  14:05\nhi\nBob\n14:07\nho\nThanks\n14:09\nhum\n\nAnn\n  14:12\nok\n",
        "ana  14:05\nDetected  14:06\nso they say\n",
        "ana  14:05\nwe rolled back  14:06\nso they say\n",
    ],
)
def test_what_is_no_head_is_not_told(text: str) -> None:
    reading = read(of_text(text), READER)
    assert {each.author.lower() for each in reading.entries} <= {"ann", "ana"}
    assert reading.notes == ()


@pytest.mark.parametrize(
    ("divider", "day", "yearless"),
    [
        ("Tuesday, March 3rd", None, (3, 3)),
        ("March 3rd, 2026", date(2026, 3, 3), None),
        ("--- 3 March 2026 ---", date(2026, 3, 3), None),
    ],
)
def test_a_divider_names_the_day_of_what_follows(
    divider: str, day: date | None, yearless: tuple[int, int] | None
) -> None:
    text = f"{divider}\nAnn  14:03\nslow\n\nBob  14:05\nreplied to a thread: slow\nI see\n"
    reading = read(of_text(text), READER)
    assert [each.stamp.day for each in reading.entries] == [day, day]
    assert [each.stamp.yearless for each in reading.entries] == [yearless, yearless]
    assert [each.text for each in reading.entries] == ["slow", "I see"]
    assert not reading.left


def test_today_is_the_day_after_yesterday() -> None:
    text = "Yesterday\nAnn [9:00 AM]\nslow\nToday\nAnn [9:30 AM]\nok\nBob [9:31 AM]\nToday\n"
    reading = read(of_text(text), READER)
    assert [each.text for each in reading.entries] == ["slow", "ok", "Today"]
    assert reading.notes == (NEXT_DAY.format("Today"),)
    placed = settle(reading, {"date": "2026-03-03", "zone": "UTC"}).placed
    assert [each.at.day if each.at else 0 for each in placed] == [3, 4, 4]


def test_today_after_a_known_day_is_left_open() -> None:
    text = "Tuesday, March 3rd\nAnn [9:00 AM]\nslow\nToday\nAnn [9:30 AM]\nok\n"
    reading = read(of_text(text), READER)
    assert reading.entries[1].stamp.precision is Precision.UNKNOWN
    assert reading.entries[1].stamp.raw == "9:30 AM"
    assert reading.notes == (UNSURE,)


def test_times_of_a_thread_name_their_day() -> None:
    text = "Ann [Mar 3rd at 9:00 AM]\nslow\nBob [Yesterday at 9:05 AM]\nok\nBob [just now]\nhm\n"
    first, second, third = read(of_text(text), READER).entries
    assert (first.stamp.yearless, first.stamp.clock) == ((3, 3), time(9))
    assert second.stamp.precision is Precision.UNKNOWN
    assert third.stamp.precision is Precision.UNKNOWN


def test_a_paste_over_midnight_goes_on_with_the_next_day() -> None:
    text = "Ann [11:58 PM]\nslow\nBob [12:03 AM]\nok\n"
    placed = settle(read(of_text(text), READER), {"date": "2026-03-03", "zone": "UTC"}).placed
    assert placed[1].at == datetime(2026, 3, 4, 0, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "noise"),
    [
        ("joined #ops.", chats.JOINED),
        ("was added to #ops by Ann.", chats.JOINED),
        ("left #ops.", chats.LEFT),
        ("set the channel topic: down", "The topic was changed."),
        ("pinned a message to this channel.", "Somebody pinned a message."),
        ("left the pool half empty", ""),
    ],
)
def test_what_slack_says_itself_is_noise(line: str, noise: str) -> None:
    assert entries(f"Ann [9:00 AM]\n{line}\n")[0].noise == noise


def test_what_was_deleted_and_what_stands_before_is_left_out() -> None:
    text = (
        "ops\nall\nAnn [9:00 AM]\nThis message was deleted.\nBob [9:01 AM]\nok\nAnn [9:02 AM]\nx\n"
    )
    reading = read(of_text(text), READER)
    assert reading.left == (
        Left("lines 1 to 2", "This stands before the first message."),
        Left("line 3", chats.DELETED),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Timeline\n9:05 AM\nAlert fired\n9:10 AM\nAnn acked\n9:12 AM\nDone\n",
        "9:05 AM\nAlert fired\n\n9:10 AM\nAnn acked\n",
        "- Restarted [14:03]\n- Fixed [14:05]\n",
        "Restarted [14:03]\nFixed [14:05]\nClosed [14:09]\n",
        "We met at 9:05 AM\nand ended at 9:30 AM\n",
        "Summary\n\nIt was down  for 5 minutes\n",
    ],
)
def test_other_texts_are_not_slack(text: str) -> None:
    assert not READER.fits(of_text(text))


@settings(deadline=None)
@given(cut(OLD + NEW))
def test_cut_pastes_are_read_or_refused(text: str) -> None:
    survives(of_text(text), READER)
