"""Tables of events, however their columns are parted and called."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.words import EventKind, Marker
from facilitator.exchange.readers.settling import settle
from facilitator.exchange.readers.table import tables
from facilitator.exchange.readers.table.columns import Mapping, propose
from facilitator.exchange.refused import Refused
from tests.exchange.readers.damage import damaged, material, only_refused, read, readers_of

PLAIN = """\
Time (UTC),What happened,Who,Service,Link,Ticket
2026-03-04 14:03:22.125,"The pool is empty, again",Ana,orders,https://wiki.example/1?x=2,T-1
2026-03-04 14:10,"Raised it
to 40",Sam,orders,,T-2
soon,Nothing,,,,
2026-03-04 14:41,,Sam,orders,,

"""
SHEET = (
    "Datum\tUhrzeit [MEZ]\tBis\tEreignis\tWer\n"
    "04.03.2026\t14:03\t14:10\tDer Pool ist leer\tAna\n"
    "\t15:00 Uhr\t\tWieder gut\tSam\n"
    "25.03.2026\t9.05\t\tBesprechung\tSam"
)
BARE = "14:03;Ana;The pool is empty and nobody sees it\n14:10;Sam;Raised the pool to 40\n"
PIPES = "2026-03-04 14:03 | Ana | pool is empty\n2026-03-04 14:10 | Sam | raised the pool\n"
SAMPLES = (PLAIN, SHEET, BARE, PIPES)


def at(*numbers: int) -> datetime:
    return datetime(*numbers, tzinfo=UTC)  # type: ignore[arg-type, misc]


def test_a_table_with_a_heading() -> None:
    found = read(tables.READER, PLAIN)
    first, second = found.entries
    assert (first.text, first.author) == ("The pool is empty, again", "Ana")
    assert (first.lane, first.link) == ("orders", "https://wiki.example/1?x=2")
    assert second.text == "Raised it\nto 40"
    assert found.zone == "UTC"
    assert [each.at for each in settle(found, {}).placed] == [
        at(2026, 3, 4, 14, 3, 22, 125000),
        at(2026, 3, 4, 14, 10),
    ]
    assert [(each.where, each.why) for each in found.left] == [
        ("row 4", "“soon” is no time that can be read."),
        ("row 5", "It has no text."),
    ]


def test_how_the_columns_were_understood_is_told() -> None:
    told, unused = read(tables.READER, PLAIN).notes
    assert told == (
        "Column “Time (UTC)” is read as the time, “What happened” as the text, “Who” as the "
        "author, “Service” as the system, “Link” as the link."
    )
    assert unused == "Not used: “Ticket”."
    assert read(tables.READER, BARE).notes == (
        "Column number 1 is read as the time, 3 as the text.",
        "Not used: 2.",
    )


def test_day_and_clock_in_two_columns_of_a_german_sheet() -> None:
    found = read(tables.READER, SHEET)
    first, second, third = found.entries
    assert found.zone == "CET"
    assert first.stamp.day == date(2026, 3, 4), "25.03. shows that the day comes first."
    assert first.stamp.clock == time(14, 3)
    assert first.end is not None
    assert first.end.clock == time(14, 10)
    assert (second.stamp.day, second.stamp.clock) == (None, time(15, 0))
    assert third.stamp.clock == time(9, 5)
    placed = settle(found, {}).placed
    assert [each.at for each in placed] == [
        at(2026, 3, 4, 13, 3),
        at(2026, 3, 4, 14, 0),
        at(2026, 3, 25, 8, 5),
    ]
    assert placed[0].end == at(2026, 3, 4, 13, 10)


def test_no_heading_at_all() -> None:
    found = read(tables.READER, BARE)
    assert [each.text for each in found.entries] == [
        "The pool is empty and nobody sees it",
        "Raised the pool to 40",
    ]
    assert [each.id for each in settle(found, {}).asked] == ["date", "zone"]
    asked = settle(found, {"zone": "UTC"}).asked
    assert [each.id for each in asked] == ["date"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", " | ", ", "])
def test_whatever_parts_the_columns(delimiter: str) -> None:
    rows = [
        ["When", "Event", "Author"],
        ["2026-03-04 14:03", "pool is empty", "Ana"],
        ["2026-03-04 14:10", "raised the pool", "Sam"],
    ]
    found = read(tables.READER, "\n".join(delimiter.join(row) for row in rows)).entries
    assert [(each.text, each.author) for each in found] == [
        ("pool is empty", "Ana"),
        ("raised the pool", "Sam"),
    ]


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("Date,Time,Description,Reported by", "day time text author"),
        ("Start Time,End Time,Event,System", "time end text lane"),
        ("Datum,Uhrzeit,Beschreibung,Verfasser", "day time text author"),
        ("Von,Bis,Ereignis,Dienst", "time end text lane"),
        ("Date,Heure,Événement,Auteur", "day time text author"),
        ("Début,Fin,Quoi,Système", "time end text lane"),
        ("Fecha,Hora,Descripción,Quién", "day time text author"),
        ("Inicio,Fin,Evento,Servicio", "time end text lane"),
    ],
)
def test_headings_in_four_languages(heading: str, roles: str) -> None:
    dated = "day" in roles
    row = ["2026-03-04", "14:03"] if dated else ["2026-03-04 14:03", "2026-03-04 14:10"]
    mapping = propose([heading.split(","), [*row, "pool is empty", "x"]])
    assert [getattr(mapping, role) for role in roles.split()] == [0, 1, 2, 3]


def test_a_mapping_that_somebody_chose() -> None:
    chosen = Mapping(time=0, text=1)
    found = tables.read_table(material(BARE), chosen)
    assert [each.text for each in found.entries] == ["Ana", "Sam"]
    with pytest.raises(Refused, match="no column of times"):
        tables.read_table(material(BARE), Mapping(time=0))


def test_a_mapping_may_name_columns_that_are_not_there() -> None:
    found = tables.read_table(material(BARE), Mapping(time=0, text=2, author=77, end=-1))
    assert len(found.entries) == 2


def test_formulas_are_text_and_links_are_links() -> None:
    text = (
        "Time,Event\n"
        '2026-03-04 14:03,"=HYPERLINK(""https://wiki.example/1"",""The pool"")"\n'
        "2026-03-04 14:04,=cmd|' /c calc'!A1\n"
        "2026-03-04 14:05,'=SUM(A1)\n"
        '2026-03-04 14:06,"=""0042"""\n'
    )
    found = read(tables.READER, text).entries
    assert [each.text for each in found] == ["The pool", "=cmd|' /c calc'!A1", "=SUM(A1)", "0042"]
    assert found[0].link == "https://wiki.example/1"


def test_days_as_spreadsheets_store_them() -> None:
    text = "Date,Event\n46085.58,pool is empty\n46085.5856,raised it\n"
    found = read(tables.READER, text).entries
    assert found[0].stamp.day == date(2026, 3, 4)
    assert found[0].stamp.clock == time(13, 55, 12)
    assert found[0].stamp.raw == "46085.58"
    assert not readers_of(text.replace("Date", "Load"))
    parted = "Date\tTime\tEvent\n46085\t0.5\tnoon\n46086\t0.25\tmorning\n"
    noon, morning = read(tables.READER, parted).entries
    assert (noon.stamp.day, noon.stamp.clock) == (date(2026, 3, 4), time(12, 0))
    assert (morning.stamp.day, morning.stamp.clock) == (date(2026, 3, 5), time(6, 0))


def test_epochs_are_times() -> None:
    (first, _) = read(tables.READER, "ts,msg\n1772632982104,a b c\n1772632983000,d\n").entries
    assert first.stamp.at == at(2026, 3, 4, 14, 3, 2, 104000)


def test_the_end_may_stand_beside_or_within() -> None:
    text = "Time,Until,What\n14:03,14:10,a\n14:20 – 14:30,,b\n"
    first, second = read(tables.READER, text).entries
    assert first.end is not None
    assert first.end.clock == time(14, 10)
    assert second.end is not None
    assert second.end.clock == time(14, 30)


def test_the_same_time_on_other_clocks_is_no_end() -> None:
    text = "Time (UTC),Time (CET),What\n14:03,15:03,pool is empty\n14:10,15:10,raised\n"
    found = read(tables.READER, text)
    assert found.zone == "UTC"
    assert [each.end for each in found.entries] == [None, None]


def test_a_column_of_zones() -> None:
    text = "Time,Zone,What\n2026-03-04 14:03,Europe/Berlin,a b\n2026-03-04 14:03,UTC,c\n"
    placed = settle(read(tables.READER, text), {}).placed
    assert [each.at for each in placed] == [at(2026, 3, 4, 13, 3), at(2026, 3, 4, 14, 3)]


def test_kinds_markers_and_severities() -> None:
    text = (
        "Time,Type,Severity,Event\n14:03,Detection,SEV1,pool is empty\n"
        "14:04,Deployment,,rolled back\n14:05,Lunch,,eating\n14:06,Resolved,,well\n"
        "14:07,Resolved,,really well\n"
    )
    found = read(tables.READER, text).entries
    assert [each.text for each in found[:3]] == [
        "pool is empty (SEV1)",
        "rolled back",
        "eating (Lunch)",
    ]
    assert [each.marker for each in found] == [Marker.DETECTED, None, None, None, Marker.RESOLVED]
    assert found[1].kind is EventKind.CHANGE
    assert found[0].why == "The table calls it “Detection”."


def test_a_status_is_a_detail_and_no_marker() -> None:
    text = "created_at,status,body\n14:03,resolved,It is well\n14:04,investigating,Or not\n"
    first, second = read(tables.READER, text).entries
    assert (first.text, first.marker) == ("It is well – resolved", None)
    assert second.text == "Or not – investigating"


def test_a_title_above_the_heading_is_left_out() -> None:
    found = read(tables.READER, "Outage of orders,,\n,,\nTime,Event,Who\n14:03,a,b\n14:04,c,d\n")
    assert [each.text for each in found.entries] == ["a", "c"]
    assert [(each.where, each.why) for each in found.left] == [
        ("row 1", "It stands above the heading.")
    ]


def test_commas_in_a_text_that_nobody_quoted() -> None:
    text = "Time,Event\n14:03,pool is empty, again\n14:04,raised\n14:05,good\n"
    assert read(tables.READER, text).entries[0].text == "pool is empty, again"


def test_a_quotation_mark_that_is_not_closed() -> None:
    found = read(tables.READER, 'Time\tEvent\n14:03\t"pool is empty\n14:04\traised\n')
    assert [each.text for each in found.entries] == ['"pool is empty', "raised"]
    assert found.notes[-1].startswith("A quotation mark is not closed")


def test_days_alone() -> None:
    found = read(tables.READER, "Date,Event\n2026-03-04,pool is empty\n2026-03-05,raised\n")
    assert [each.stamp.day for each in found.entries] == [date(2026, 3, 4), date(2026, 3, 5)]
    assert [each.text for each in found.entries] == ["pool is empty", "raised"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings_of_spreadsheets(encoding: str) -> None:
    data = "Zeit;Ereignis\n14:03;Größe geändert\n14:04;zurück\n".encode(encoding)
    assert read(tables.READER, data).entries[0].text == "Größe geändert"
    assert readers_of(data) == ["table"]


def test_very_long_cells() -> None:
    text = f"Time,Event\n14:03,{'x' * 9000}\n14:04,b\n"
    assert readers_of(text) == ["table"]
    assert len(read(tables.READER, text).entries[0].text) == 2000
    with pytest.raises(Refused, match="no table"):
        read(tables.READER, f"Time,Event\n14:03,b\n14:04,{'x' * 200_000}\n")


@pytest.mark.parametrize("sample", SAMPLES)
def test_it_is_known_for_what_it_is(sample: str) -> None:
    assert readers_of(sample) == ["table"]


@pytest.mark.parametrize(
    "sample",
    [
        "# Timeline\n\n14:03, pool is empty\n14:04, raised\n",
        "| Time | Event |\n| --- | --- |\n| 14:03 | pool |\n| 14:04 | raised |\n",
        "04/03/2026, 14:03 - Ana: pool is empty\n04/03/2026, 14:04 - Sam: raised\n",
        "[04/03/2026, 14:03:22] Ana: hi\n[04/03/2026, 14:04:22] Sam: hi, all\n",
        "Ana Prata  9:05 AM\nthe pool, again\n\nSam  9:06 AM\nraised, thanks\n",
        "Ana, [04.03.2026 14:03]\npool is empty\n\nSam, [04.03.2026 14:04]\nraised\n",
        "14:03 <ana> pool, again\n14:04 <sam> raised, thanks\n",
        "id,text,call_reason,stopgap_for,due\na,raise,why,,2026-03-04\nb,drop,why,,2026-03-05\n",
        "Issue key,Created,Summary\nA-1,2026-03-04 14:03,x\nA-2,2026-03-04 14:04,y\n",
        "Title,Description,Due Date\nx,y,2026-03-04\nx,y,2026-03-05\n",
        "Load,Pool\n0.45,12.30\n0.46,12.31\n",
        "Time,Event\n",
        "14:03,once\n",
        "",
        "Dear all,\nwe met at 14:03, as always, and talked.\nBye, Ana\n",
        "- 14:03, pool is empty\n- 14:04, raised\n",
        '{"a": 1}',
    ],
)
def test_what_is_no_table_of_events(sample: str) -> None:
    assert "table" not in readers_of(sample)


def test_too_many_rows_are_refused() -> None:
    rows = "14:03;a\n" * 200_001
    with pytest.raises(Refused, match="more than 200,000"):
        read(tables.READER, rows)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(SAMPLES).flatmap(damaged))
def test_nothing_but_refused(sample: Any) -> None:
    only_refused(tables.READER, sample)


CELLS = st.one_of(
    st.sampled_from(
        ("", "14:03", "2026-03-04", "3/4/26", "46085.5", "0.5", "9.05", "Time", "Event", "UTC", '"')
    ),
    st.text(max_size=8),
)
NUMBERS = st.one_of(st.none(), st.integers(-2, 6))
MAPPINGS = st.builds(
    Mapping, heading=NUMBERS, time=NUMBERS, day=NUMBERS, end=NUMBERS, text=NUMBERS, zone=NUMBERS
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=5), max_size=6), st.none() | MAPPINGS)
def test_any_cells_and_any_mapping(rows: list[list[str]], mapping: Mapping | None) -> None:
    propose(rows)
    given_material = material("\n".join(";".join(row) for row in rows) + "\n14:03;a\n14:04;b\n")
    try:
        settle(tables.read_table(given_material, mapping), {"zone": "UTC", "date": "2026-03-04"})
    except Refused:
        return
