"""Sources that somebody made to fill the memory, or to be read without end."""

from __future__ import annotations

import io
import json
import time
import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from facilitator.domain.text import LINE_LIMIT
from facilitator.exchange.handover import names_ours
from facilitator.exchange.json_text import OBJECT_LIMIT, VALUE_LIMIT, check_values, parse
from facilitator.exchange.readers import material, registry
from facilitator.exchange.readers.chat import (
    chat_paste,
    discord,
    mattermost,
    slack_export,
    slack_paste,
)
from facilitator.exchange.readers.document import blocks, postmortem
from facilitator.exchange.readers.document.document_fields import front_matter
from facilitator.exchange.readers.document.section_words import section_of
from facilitator.exchange.readers.document.stated_zone import zone_stated
from facilitator.exchange.readers.fields import NAME_LIMIT
from facilitator.exchange.readers.material import Material
from facilitator.exchange.readers.settling import settle
from facilitator.exchange.readers.stamps import days_in
from facilitator.exchange.readers.system import github, journald, syslog
from facilitator.exchange.readers.table import tables
from facilitator.exchange.readers.tidying.secrets import masked
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.exchange.readers.found import Reader, Reading

AT = "1772632982.000100"
STORY = "# Outage\n\n## Timeline\n\n- 14:03 down\n- 14:10 up\n\n"


@contextmanager
def quick(seconds: float = 5) -> Iterator[None]:
    """What is within takes far less on any machine, unless its time grows faster than its size."""
    begun = time.process_time()
    yield
    assert time.process_time() - begun < seconds


def read(reader: Reader, source: Any) -> Reading:
    text = source if isinstance(source, str) else json.dumps(source)
    return reader.read(Material("it", text.encode()))


def refusal(reader: Reader, source: Any) -> str:
    with pytest.raises(Refused) as refused:
        read(reader, source)
    return str(refused.value)


def zipped(*files: tuple[str, str]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for path, text in files:
            archive.writestr(path, text)
    return kept.getvalue()


# -- few bytes that become many --------------------------------------------------------------------


def test_values_that_would_fill_the_memory_are_refused() -> None:
    for text in ("[" + "{}," * (OBJECT_LIMIT + 1), "[" + "1," * (VALUE_LIMIT + 1)):
        with pytest.raises(Refused, match="more values"):
            check_values(text)
        with pytest.raises(Refused, match="more values"):
            parse(text.encode())
        with pytest.raises(Refused, match="more values"):
            journald.READER.read(Material("it", text.encode()))
        assert not names_ours(text.encode())


@pytest.mark.parametrize("reader", [chat_paste, slack_paste, syslog, mattermost])
def test_more_lines_than_are_read_are_refused(reader: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(material, "LINE_LIMIT", 10)
    assert "12 lines" in refusal(reader.READER, "[14:03] <ann> a\n" * 12)


def test_a_long_path_or_too_many_files_in_an_archive_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(Refused, match="path of 2,005 characters"):
        _ = Material("it", zipped(("d" * 2_000 + "/x.js", "[]"))).members
    monkeypatch.setattr(material, "MEMBER_LIMIT", 3)
    with pytest.raises(Refused, match="It has 4 files"):
        _ = Material("it", zipped(*((str(number), "") for number in range(4)))).members


def test_names_are_short_however_often_they_stand_in_a_text() -> None:
    long = "n" * 100_000
    people = {"user": "U1", "ts": AT, "text": "hi", "user_profile": {"display_name": long}}
    called = {"user": "U1", "ts": "1772632983.000100", "text": "<@U1> " * 5_000}
    found = read(slack_export.READER, {"name": long, "messages": [people, called]})
    assert len(found.entries[0].author) == NAME_LIMIT
    assert len(found.entries[1].text) < 100_000
    assert len(found.entries[0].key) < 2 * NAME_LIMIT
    post = {"channel": long, "user": "a", "message": "@a " * 5_000, "create_at": 1}
    lines = (
        {"type": "user", "user": {"username": "a", "nickname": long}},
        {"type": "post", "post": post},
    )
    [entry] = read(mattermost.READER, "\n".join(map(json.dumps, lines))).entries
    assert (len(entry.author), len(entry.text)) == (NAME_LIMIT, 3 * 5_000 - 1)
    message = {"content": "<@7>" * 5_000, "mentions": [{"id": "7", "name": long}], "author": {}}
    [said] = read(discord.READER, {"messages": [message]}).entries
    assert len(said.text) < 100_000


def test_a_name_in_a_short_text_is_still_written_out() -> None:
    people = {"user": "U1", "ts": AT, "text": "<@U1>", "user_profile": {"display_name": "Ann Lee"}}
    assert read(slack_export.READER, [people]).entries[0].text == "@Ann Lee"


def test_what_all_statuses_of_a_deployment_repeat_is_short() -> None:
    long = "r" * 100_000
    status = {"state": "success", "created_at": "2026-03-04T14:03:22Z"}
    deployment = {
        "environment": long,
        "ref": long,
        "created_at": "2026-03-04T14:03:22Z",
        "repository": {"full_name": long},
        "statuses": [status, status],
    }
    found = read(github.READER, [deployment])
    assert all(len(each.lane) == NAME_LIMIT for each in found.entries)


def test_the_name_of_a_source_is_short() -> None:
    lines = "\n".join(f"2026-03-04T14:03:2{i}Z {'h' * 5_000} orders[2]: x" for i in range(3))
    found = registry.read(Material("it", lines.encode()), "syslog")
    assert len(found.source) == NAME_LIMIT


def test_marks_of_the_byte_order_are_no_text() -> None:
    assert Material("it", b"\xef\xbb\xbf\xef\xbb\xbf[]").json == []


def test_a_message_of_the_journal_that_is_an_object_is_left_out() -> None:
    line = {"__REALTIME_TIMESTAMP": "1772632982000000", "MESSAGE": {"a": 1}}
    found = read(journald.READER, line)
    assert not found.entries
    assert found.left[0].why == "It has no text."


# -- texts that are read without end ---------------------------------------------------------------


@pytest.mark.parametrize(
    "part",
    ["*a* ", "**a ", "a\n", "[", "![", "[a][", "[a](", "<!--", "<!-- a", "<?", "<![CDATA[", "<a "],
)
def test_marks_of_a_document_are_read_in_linear_time(part: str) -> None:
    many = part * (90_000 // len(part))
    with quick(15):
        blocks.blocks_of(many)
        blocks.blocks_of(f"x {many}")


def test_comments_stay_hidden_and_links_are_found_in_ordinary_documents() -> None:
    found = blocks.blocks_of("a <!-- b --> [c](https://d.example)\n\n<!-- e\n f -->\n\ng")
    assert [each.text for each in found] == ["a c", "g"]
    assert found[0].links[0].target == "https://d.example"


@pytest.mark.parametrize(
    ("head", "part"),
    [
        ("## Action items\n\n- do ", "-"),
        ("## Action items\n\n- do ", "(https://a"),
        ("- First ", "14:03 "),
        ("- First ", "4 March "),
        ("## ", "1 "),
        ("## ", "("),
        ("# ", "4 March "),
        ("", "time is "),
        ("x", "_"),
    ],
)
def test_a_long_line_of_a_document_is_read_in_linear_time(head: str, part: str) -> None:
    with quick():
        read(postmortem.READER, f"{STORY}{head}{part * (200_000 // len(part))}\n")


@pytest.mark.parametrize("line", ["a" + " " * 200_000 + "!", "14:06 From" + " " * 50_000 + "x"])
def test_a_long_line_of_a_chat_is_read_in_linear_time(line: str) -> None:
    pasted = (
        f"Ann Lee  9:05 AM\nhello\n\n{line}\n[14:03] <ann> a\n[14:04] <bob> {line} (file attached)"
    )
    with quick():
        read(slack_paste.READER, pasted)
        read(chat_paste.READER, pasted)


@pytest.mark.parametrize("part", ["https://slack", "password: “", "-----BEGIN PRIVATE KEY-----\n"])
def test_secrets_are_looked_for_in_bounded_time(part: str) -> None:
    with quick():
        masked(part * (20_000 // len(part)))


def test_only_so_much_is_searched_for_a_day_a_zone_or_a_part() -> None:
    with quick():
        assert len(list(days_in("4 March " * 100_000))) == 125
        assert not zone_stated("the " * 500_000)
        assert not section_of("1 " * 500_000)


def test_many_parts_of_a_timeline_are_read_in_linear_time() -> None:
    with quick(20):
        found = read(postmortem.READER, STORY + "## Timeline\n\n- 14:03 x\n" * 4_000)
    assert len(found.entries) == 4_002


# -- more than anybody can look through ------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Contributing factors", "causes"),
        ("Action items", "actions"),
        ("What went well", "lessons"),
        ("Lessons learned", "lessons"),
        ("Attendees", "people"),
    ],
)
def test_a_document_that_lists_too_much_is_refused(head: str, name: str) -> None:
    many = "\n".join(f"- Thing number {number}" for number in range(2_001))
    told = refusal(postmortem.READER, f"{STORY}## {head}\n\n{many}\n")
    assert told == f"It lists 2,001 {name}; at most 2,000 are read."


def test_a_document_of_too_many_lines_or_characters_is_refused() -> None:
    assert "lines" in refusal(postmortem.READER, STORY + "a\n\n" * blocks.LINE_LIMIT)
    assert "characters" in refusal(postmortem.READER, STORY + "a " * blocks.TEXT_LIMIT)


def test_a_table_that_is_too_wide_or_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = "Time,Text\n" + "2026-03-04 14:03,a\n" * 300
    told = refusal(tables.READER, f"{plain}2026-03-04 14:03,{'x,' * 1_001}\n")
    assert told == "row 302: It has more than 1,000 columns, which is too many."
    monkeypatch.setattr(tables, "_MOST_CELLS", 100)
    assert "more than 100 cells" in refusal(tables.READER, plain)


def test_a_table_of_rows_of_many_widths_is_read_in_linear_time() -> None:
    rows = "".join(f"2026-03-04 14:03,abc{',' * (each % 900)}\n" for each in range(300, 3_000))
    with quick():
        found = read(tables.READER, "2026-03-04 14:03,abc\n" * 300 + rows)
    assert len(found.entries) == 3_000


def test_columns_that_were_not_used_are_not_all_named() -> None:
    heads = ",".join(f"{'c' * 100}{number}" for number in range(50))
    row = f"2026-03-04 14:03,it is down again,{','.join('1' * 50)}\n"
    [note] = (
        each for each in read(tables.READER, f"Time,Text,{heads}\n{row * 3}").notes if "Not" in each
    )
    assert note.endswith(" and 30 more.")
    assert len(note) < LINE_LIMIT


def test_what_is_quoted_for_a_time_is_no_secret() -> None:
    key = "AK" + "IA" + "QWERTYUIOPASDFGH"
    found = read(tables.READER, "Time,Text\n" + "2026-03-04 14:03,a\n" * 3 + f"{key},b\n")
    assert found.left[0].why == "“[key removed]” is no time that can be read."


# -- times out of reach ----------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["0001-01-01", "1969-12-31", "2200-01-01", "9999-12-31"])
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "-12:00"])
def test_a_day_out_of_reach_is_no_answer(day: str, zone: str) -> None:
    found = read(chat_paste.READER, "[14:03] <ann> a\n[29:59] <bob> b\n[00:01] <ann> c\n")
    settled = settle(found, {"date": day, "zone": zone})
    assert [each.id for each in settled.asked] == ["date"]
    assert all(each.at is None for each in settled.placed)


def test_a_chat_that_runs_out_of_the_years_has_no_times_there() -> None:
    pasted = "[14:03] <ann> a\n" + "Today\nYesterday\n[14:05] <bob> x\n" * 50_000
    placed = settle(read(chat_paste.READER, pasted), {"date": "2026-03-04", "zone": "UTC"}).placed
    assert placed[0].at
    assert placed[-1].at is None


def test_a_question_quotes_only_the_beginning_of_a_time() -> None:
    found = read(slack_paste.READER, "Ann Lee  9:05 AM\nhello\n")
    [entry] = found.entries
    long = entry._replace(stamp=entry.stamp._replace(raw="9:05 " * 100))
    asked = settle(found.__class__(form="chat", source="it", entries=(long,)), {}).asked
    assert all(len(each.text) < 100 for each in asked)


@pytest.mark.parametrize("line", ["  a: b\n", "- a: b\n", "a: b\n", " \n", "\n"])
def test_front_matter_that_never_ends(line: str) -> None:
    with quick():
        for begun in ("---\n", "---\na: b\n", "a\n\n---\n"):
            text = f"{begun}{line * 100}x\n"
            assert front_matter(text) == ({}, text)
