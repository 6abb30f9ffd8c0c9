"""Post-mortems in the shapes that organisations give theirs: timeline, actions, and the rest."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.domain.words import LessonSide
from facilitator.exchange.readers.document import postmortem
from facilitator.exchange.readers.material import Material
from facilitator.exchange.readers.registry import reader_for
from facilitator.exchange.refused import Refused
from tests.exchange.readers import documents_told as shapes
from tests.exchange.readers.documents_told import asked, document, draft, told

TIMELINES = {
    "SRE": [
        ("2026-03-04 23:50", "Outage begins: the consumer stops"),
        ("2026-03-05 00:10", "First customer calls"),
        ("2026-03-05 00:30", "Outage ends"),
    ],
    "LEADUP": [
        ("2026-03-10 22:41", "The bell rings"),
        ("?2026-03-10 22:41", "Somebody restarts the sorter"),
        ("~2026-03-11 01:10", "The empty label is taken off"),
        ("2026-03-11 03:05", "Mailer runs again"),
    ],
    "PAGED": [
        ("2026-03-04 09:00", "The cache is emptied"),
        ("2026-03-04 09:20", "Alert"),
        ("2026-03-05 08:00", "All is well"),
    ],
    "HALVES": [
        ("2026-03-04 16:12", "A new price list is sent"),
        ("2026-03-04 16:15", "Nothing works"),
        ("2026-03-04 20:15", "Notice to customers"),
        ("2026-03-04 21:10", "Closed"),
    ],
    "CLOCKS_AS_HEADINGS": [
        ("2026-06-03 16:00", "@grace reads a complaint."),
        ("2026-06-04 06:58", "The disk is larger."),
    ],
    "DOTTED": [
        ("?2026-05-18 00:00", "AL oiled an old lock."),
        ("2026-05-19 09:41", "Bells at"),
        ("2026-05-19 09:47", "GH: nobody can come in"),
        ("2026-05-19 09:58", "Recovery:"),
    ],
    "PARAGRAPHS": [
        ("2026-03-07 07:12", "The first picture is gone"),
        ("2026-03-07 07:20", "@grace finds the cupboard full"),
        ("2026-03-08 08:05", "Report is written"),
    ],
    "PLAIN": [
        ("2026-03-04 14:03", "Alert"),
        ("2026-03-04 14:10", "The shop is open again"),
    ],
    "TAGGED": [
        ("2026-03-04 08:00", "Mail & news wait"),
        ("2026-03-04 09:30", "Mail is sent"),
    ],
    "DAYS_FIRST": [
        ("2026-03-04 22:15", "Backup starts"),
        ("~2026-03-04 22:00", "It hangs"),
        ("2026-03-05 07:00", "Somebody sees it"),
    ],
    "FENCED": [
        ("2026-03-04 13:00", "Release"),
        ("2026-03-04 13:10", "First complaint"),
        ("2026-03-04 13:45", "Release is taken back"),
    ],
    "SEVERAL": [
        ("2026-10-06 20:10", "Release"),
        ("2026-10-06 21:05", "All well"),
        ("2026-10-08 22:10", "Complaints"),
        ("2026-10-09 00:20", "Larger servers"),
        ("2026-10-09 05:15", "All well"),
    ],
    "NUMBERS": [
        ("2025-12-05 18:10", "A switch is bought"),
        ("2026-03-26 05:10", "The switch gets loose"),
        ("?2026-03-26 05:10", "Somebody hears it"),
        ("2026-03-26 05:50", "All well"),
    ],
    "LIST_OF_DAYS": [
        ("2026-03-12 07:05", "wrong address"),
        ("2026-03-12 09:40", "all letters are sent"),
        ("2026-03-12 10:00", "stamps are changed"),
        ("2026-03-12 10:45", "all is well"),
        ("~2026-03-12 11:00", "everybody knew"),
        ("2026-03-16 11:42", "Last report to the board"),
    ],
    "NUMBERED": [
        ("2026-03-04 14:03", "Alert"),
        ("2026-03-04 14:10", "The shop is open"),
    ],
    "TIMES_LAST": [
        ("?2026-03-03 00:00", "the switch is bought"),
        ("2026-03-04 16:42", "The office was told"),
        ("~2026-03-04 18:20", "Staff knew"),
        ("~2026-03-04 22:05", "The shop was open"),
    ],
}
ACTIONS = {
    "SRE": ["Alert on the length of the queue", "Restart consumers by themselves"],
    "LEADUP": ["Refuse blank labels", "Draw the flow of labels"],
    "PAGED": ["JIRA-7 Warm the cache before it is used", "Name services as they are called"],
    "HALVES": ["Send it to one shop first."],
    "CLOCKS_AS_HEADINGS": ["Throw old files away. (Done that night)"],
    "DOTTED": [
        "Have a sign for (the front; the back)",
        "Keep one list of keys",
        "Turn keys together",
    ],
    "PARAGRAPHS": [
        "Tidy up every night (Old pictures go)",
        "Bells (Nobody was told)",
    ],
    "PLAIN": [
        "Renew certificates by themselves.",
        "Warn a month before.",
        "Write down who renews them.",
    ],
    "TAGGED": ["Watch the queue.", "Add a second server."],
    "DAYS_FIRST": [
        "Try restores every week",
        "Alert when a backup hangs (#12)",
        "Name an owner",
        "Buy tapes",
    ],
    "FENCED": ["Test logins after a release", "Tell support"],
    "SEVERAL": ["Larger servers: twice the memory", "Empty the cache slowly"],
    "NUMBERS": ["Fasten switches one by one (#56)"],
    "LIST_OF_DAYS": ["Sale of the old stamps (They will be sold)", "More tests follow."],
    "NUMBERED": ["Fasten the switch", "Look at it every month"],
    "TIMES_LAST": ["Fasten the switch"],
}
HEADS = {
    "SRE": ("Orders pile up", date(2026, 3, 4)),
    "LEADUP": ("20260310_labels", date(2026, 3, 10)),
    "PAGED": ("Checkout is slow", date(2026, 3, 4)),
    "HALVES": ("Site down", date(2026, 3, 4)),
    "CLOCKS_AS_HEADINGS": ("2026-06-03: Disk full", date(2026, 6, 3)),
    "DOTTED": ("the doors stay shut", date(2026, 5, 19)),
    "PARAGRAPHS": ("Pictures are missing", date(2026, 3, 7)),
    "PLAIN": ("Outage of the shop", date(2026, 3, 4)),
    "TAGGED": ("Mail is late", date(2026, 3, 4)),
    "DAYS_FIRST": ("Backups failed", None),
    "FENCED": ("Login fails", date(2026, 3, 4)),
    "SEVERAL": ("Four bad days of the shop", date(2026, 10, 6)),
    "NUMBERS": ("March 25th, 2026 Outage", date(2026, 3, 25)),
    "LIST_OF_DAYS": ("Letters wait", date(2026, 3, 12)),
    "NUMBERED": ("Incident report", date(2026, 3, 4)),
    "TIMES_LAST": ("the closed shop", date(2026, 3, 6)),
}
ASKED = {
    "LEADUP": ["zone"],
    "DOTTED": ["zone"],
    "DAYS_FIRST": ["order", "zone"],
    "NUMBERED": ["zone"],
}
"""What a person must say; nothing else is open."""


def test_every_shape_is_expected() -> None:
    for expected in (TIMELINES, ACTIONS, HEADS):
        assert expected.keys() == shapes.ALL.keys()


@pytest.mark.parametrize("shape", shapes.ALL)
def test_timeline(shape: str) -> None:
    assert told(document(shapes.ALL[shape]), zone="UTC", order="day") == TIMELINES[shape]


@pytest.mark.parametrize("shape", shapes.ALL)
def test_actions(shape: str) -> None:
    assert [each.text for each in draft(shapes.ALL[shape]).actions] == ACTIONS[shape]


@pytest.mark.parametrize("shape", shapes.ALL)
def test_title_and_day(shape: str) -> None:
    found = draft(shapes.ALL[shape])
    assert (found.title, found.happened_on) == HEADS[shape]


@pytest.mark.parametrize("shape", shapes.ALL)
def test_only_what_is_open_is_asked(shape: str) -> None:
    found = document(shapes.ALL[shape])
    assert asked(found) == ASKED.get(shape, [])
    assert asked(found, zone="Europe/Berlin", order="day") == []


@pytest.mark.parametrize("shape", shapes.ALL)
def test_documents_are_taken_by_this_reader(shape: str) -> None:
    assert postmortem.READER.fits(Material("a.md", shapes.ALL[shape].encode()))


def test_everything_has_its_line() -> None:
    found = document(shapes.SRE)
    lines = shapes.SRE.split("\n")
    for entry in found.entries:
        number = int(entry.where.removeprefix("line "))
        assert entry.text.split(":")[0] in lines[number - 1].replace("*", "")


def test_the_rest_of_a_review() -> None:
    found = draft(shapes.SRE)
    assert found.severity == "SEV-2"
    assert found.summary == "Orders waited for 40 minutes because a queue was full."
    assert found.impact == "1,200 orders were late."
    assert [each.text for each in found.factors] == [
        "A consumer had been stopped by hand.",
        "Nobody watched the length of the queue.",
    ]
    assert found.lessons == (
        (LessonSide.WELL, "The runbook was right."),
        (LessonSide.BADLY, "It took long to notice."),
        (LessonSide.LUCKY, "It was night."),
    )
    assert found.people == (("Ada Lovelace", ""), ("Grace Hopper", ""))


LED = """\
{before}# Culler flood

{below}
## Timeline

All times in UTC.

### 2026-03-04 14:03 Release goes out

[see the change](https://git.example/a/b/pull/7)

The pages of the shop are slow.
for an hour

### 14:40

all is well

## Lessons learned

- We watch too little
"""


def test_the_paragraph_that_leads_in_is_the_summary_if_nothing_else_is() -> None:
    lead = "A release emptied the pool.\nShops waited.\n"
    found = draft(LED.format(before="", below=f"{lead}\nAll of them came back.\n"))
    assert found.title == "Culler flood"
    assert found.summary == "A release emptied the pool. Shops waited.\n\nAll of them came back."
    assert (found.notes, found.noted) == ("", ())
    above = draft(LED.format(before=f"{lead}\n", below=""))
    assert above.summary == "A release emptied the pool. Shops waited."
    assert above.notes == ""
    said = draft(LED.format(before="", below=f"{lead}\n## Summary\n\nThe pool was empty.\n"))
    assert said.summary == "The pool was empty."
    assert "Shops waited." in said.notes


def test_paragraphs_below_a_time_stay_apart() -> None:
    first, last = document(LED.format(before="", below="")).entries
    assert first.text == (
        "Release goes out\n\nsee the change\n\nThe pages of the shop are slow.\nfor an hour"
    )
    assert last.text == "all is well"


@pytest.mark.parametrize(("word", "count"), [("再起動する", 1), ("Monitoring", 0), ("Сервер", 0)])
def test_a_sentence_without_blanks_is_an_action_and_a_word_is_none(word: str, count: int) -> None:
    assert len(draft(f"# X\n\n## Action items\n\n- {word}\n").actions) == count


def test_services_people_and_the_day_of_the_meeting() -> None:
    found = draft(shapes.PAGED)
    assert found.held_on == date(2026, 3, 9)
    assert ("Ada Lovelace", "incident commander") in found.people
    assert draft(shapes.LEADUP).services == ("Sorter", "Mailer")


def test_who_does_it_until_when() -> None:
    found = {each.text: each for each in draft(shapes.DAYS_FIRST).actions}
    first = found["Try restores every week"]
    assert (first.owner, first.due, first.done) == ("grace", date(2026, 4, 30), False)
    second = found["Alert when a backup hangs (#12)"]
    assert (second.key, second.done) == ("#12", True)
    assert second.url == "https://git.example/a/b/issues/12"
    third = found["Name an owner"]
    assert (third.owner, third.due) == ("Ada Lovelace", date(2026, 5, 1))
    assert found["Buy tapes"].done


def test_owners_above_and_below_actions() -> None:
    assert [each.owner for each in draft(shapes.DOTTED).actions] == ["AL", "GH/AL", ""]
    last = draft(shapes.PAGED).actions[-1]
    assert (last.owner, last.due, last.done) == ("Grace Hopper", date(2026, 4, 1), True)


def test_columns_of_actions() -> None:
    first, second = draft(shapes.FENCED).actions
    assert (first.owner, first.due, first.done) == ("Grace Hopper", date(2026, 4, 1), False)
    assert (second.owner, second.due, second.done) == ("", date(2026, 3, 10), True)
    bug = draft(shapes.SRE).actions[1]
    assert (bug.key, bug.url) == ("ORD-13", "https://t.example/browse/ORD-13")


def test_fields_in_brackets_at_the_end() -> None:
    (found,) = draft(shapes.TIMES_LAST).actions
    assert (found.owner, found.due, found.key) == ("Ada", date(2026, 4, 5), "OPS-9")


def test_a_part_that_says_completed_is_done() -> None:
    assert [each.done for each in draft(shapes.SEVERAL).actions] == [True, False]


def test_a_table_of_actions_under_another_heading() -> None:
    text = (
        "# A\n\n## Resolution\nWe waited.\n\n| Action Item | Owner |\n|---|---|\n"
        "| Fasten the switch | Ada |\n\n| Time | Owner |\n|---|---|\n| 10:00 | Ada |\n"
    )
    assert [(each.text, each.owner) for each in draft(text).actions] == [
        ("Fasten the switch", "Ada")
    ]


def test_the_span_of_a_row() -> None:
    first = document(shapes.PAGED).entries[0]
    assert first.end is not None
    assert first.end.clock is not None
    assert first.end.clock.hour == 9
    assert first.end.clock.minute == 15
    assert first.author == "cron"


def test_a_log_under_an_event_is_no_timeline() -> None:
    texts = [each.text for each in document(shapes.PARAGRAPHS).entries]
    assert "Mar  7 07:21:01 web-1 cupboard: full" in texts[1]


def test_a_sentence_that_goes_on_with_a_time_is_no_event() -> None:
    found = document("# Late mail\n\nMail was late from about\n06:05 in the morning.\n")
    assert found.entries == ()


def test_the_day_of_an_earlier_change_is_not_taken() -> None:
    text = """\
# Shop down

## Summary
The switch was bought on 1 February 2026.

## Timeline
- 14:03 Alert
- 14:10 All well
"""
    assert asked(document(text), zone="UTC") == ["date"]


def test_two_days_in_the_summary_leave_it_open() -> None:
    text = """\
# Shop down

## Summary
The outage began on 1 February 2026 at 14:00. It happened again on 2 February 2026 at 14:00.

## Timeline
- 14:03 Alert
"""
    assert asked(document(text), zone="UTC") == ["date"]


def test_dates_that_are_written_wrong_are_told() -> None:
    text = "# A\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 20260-01-16 12:00 | Alert |\n"
    found = document(text)
    assert found.entries == ()
    assert [each.where for each in found.left] == ["line 7"]


def test_a_file_without_a_title_has_its_name() -> None:
    found = draft(
        "## Summary\nMail was late.\n\n## Timeline\n- 14:00 A\n", "2026-03-04_late_mail.md"
    )
    assert found.title == "2026-03-04 late mail"
    assert found.happened_on == date(2026, 3, 4)


@pytest.mark.parametrize(
    "name",
    ["2026-03-04-late-mail.md", "20260304_late.md", "x/2026_03_04.txt", "mail-2026.03.04.md"],
)
def test_the_day_in_the_name_of_the_file(name: str) -> None:
    found = document("## Late mail\n\n### Timeline\n* **17:30 UTC** - Alert\n", name)
    assert told(found) == [("2026-03-04 17:30", "Alert")]


def test_the_day_of_writing_is_not_that_of_the_story() -> None:
    text = "# Late mail\n\n## Summary\nMail was late on 3 March 2026.\n\n"
    text += "## Timeline (UTC)\n- 17:30 Alert\n"
    found = document(text, "2026-03-09-late-mail.md")
    assert asked(found) == ["date"]
    assert document(text, "2026-03-03-late-mail.md").day == date(2026, 3, 3)


def test_what_happened_wins_over_the_day_of_writing() -> None:
    text = "---\ndate: 2026-03-09\n---\n# A\n\n## Timeline (UTC)\n- 2026-03-08 17:30 Alert\n"
    assert draft(text).happened_on == date(2026, 3, 8)


def test_a_number_in_the_name_is_no_day() -> None:
    found = document("## Late mail\n\n### Timeline\n* **17:30 UTC** - Alert\n", "20269904.md")
    assert asked(found) == ["date"]


def test_a_timeline_of_what_came_after_is_one() -> None:
    text = "# A\n\n## Timeline\n- 2026-03-04 10:00 B\n\n## Follow-up timeline\n- 11:00 C\n"
    assert [first for first, _ in told(document(text), zone="UTC")] == [
        "2026-03-04 10:00",
        "2026-03-04 11:00",
    ]


def test_the_same_time_on_other_clocks_is_no_text() -> None:
    text = """\
# A

## Timeline
- 2026-03-04 14:03 UTC (09:03 EST) Alert
- 14:10 UTC / 09:10 EST: Restart
- 14:20 UTC (all regions) Well
- End: 14:30 UTC onwards
"""
    assert told(document(text)) == [
        ("2026-03-04 14:03", "Alert"),
        ("2026-03-04 14:10", "Restart"),
        ("2026-03-04 14:20", "(all regions) Well"),
        ("2026-03-04 14:30", "End"),
    ]


def test_stretches_of_a_timeline_go_on_with_it() -> None:
    text = """\
# A

## Timeline
### Phase 1: Detection
- 2026-03-04 23:15 UTC - Alert
### Phase 2: Recovery of the shop
- 00:30 UTC - Restart
### Root cause of it all
- A switch
"""
    found = document(text)
    assert told(found) == [("2026-03-04 23:15", "Alert"), ("2026-03-05 00:30", "Restart")]
    assert [each.text for each in draft(text).factors] == ["A switch"]


def test_what_has_no_place_is_kept() -> None:
    text = "# A\n\n## Summary\nB.\n\n## Appendix\nThe seal was red.\n"
    assert "The seal was red." in draft(text).notes


def test_the_paragraphs_before_the_first_heading_are_the_summary() -> None:
    text = "# A\n\nThe shop was shut.\n\n## Timeline\n- 14:00 B\n\n## Actions\n- C now\n"
    text = text.removeprefix("# A\n\n")
    assert draft(text).summary == "The shop was shut."


def test_a_web_page_without_a_report_is_refused() -> None:
    with pytest.raises(Refused, match="This web page holds no report"):
        document("<!DOCTYPE html><html><body><p>Bread for sale</p></body></html>")


def test_a_duration_is_no_moment() -> None:
    text = (
        "# X\n\n- **Key events**\n  - First detected 2026-03-04 10:05\n\n"
        "- **Time to resolve**: 7h (during support hours 10:00-17:00)\n"
    )
    found = postmortem.READER.read(Material("x.md", text.encode()))
    assert [entry.text for entry in found.entries] == ["First detected"]


def test_whys_are_a_row_and_points_below_explain_those_above() -> None:
    text = (
        "# X\n\n## Five whys\n\n1. Mail waits\n2. The queue is full\n3. Nobody empties it\n\n"
        "## Contributing factors\n\n- No limit\n  - The client has none\n- No alert\n"
    )
    found = postmortem.READER.read(Material("x.md", text.encode()))
    assert found.draft is not None
    assert [(each.text, each.under) for each in found.draft.factors] == [
        ("Mail waits", -1),
        ("The queue is full", 0),
        ("Nobody empties it", 1),
        ("No limit", -1),
        ("The client has none", 3),
        ("No alert", -1),
    ]


def test_a_mail_is_called_by_its_subject() -> None:
    text = (
        "From: Ada <ada@example.org>\nTo: all@example.org\nSubject: Re: Mail was late\n"
        "Date: Wed, 4 Mar 2026 18:00:00 +0100\n\n"
        "Timeline (UTC)\n\n2026-03-04 14:03 The queue is full\n2026-03-04 14:20 It is emptied\n\n"
        "Action items\n\n- Alert on a full queue\n"
    )
    material = Material("late.eml", text.encode())
    assert reader_for(material) is postmortem.READER
    found = postmortem.READER.read(material)
    assert found.draft is not None
    assert found.draft.title == "Mail was late"
    assert [entry.text for entry in found.entries] == ["The queue is full", "It is emptied"]
    assert [action.text for action in found.draft.actions] == ["Alert on a full queue"]
    assert found.entries[0].where == "line 8"
