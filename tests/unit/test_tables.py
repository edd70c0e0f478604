"""Records as rows of tables: nothing of a record is lost on the way, and what the codebook says of rows is so."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from attrs import evolve

import accords
from accords.model.walk import objects_in
from accords.tables.catalogue import LEFT_OUT, TABLES
from accords.tables.conditions import CONDITIONS
from accords.tables.delimited import header, lines, misfits
from accords.tables.fields import field_columns, field_text
from accords.tables.further import FURTHER
from accords.tables.judged import found_rows, status_rows
from accords.tables.package import data_package
from accords.tables.parted import PARTED
from accords.tables.places import gathered
from accords.tables.recorded import MAIN
from accords.tables.rows import to_tables
from accords.tables.table import ColumnKind, Table, TableRow
from records import ROOT, WHOLE, read_plain

EVERYTHING = ROOT / "tests" / "records" / "valid" / "everything.accord.json"
DAYS = ("2022-12-01", "2024-01-08")


def _tables(path: Any = EVERYTHING) -> dict[str, list[TableRow]]:
    return to_tables(accords.read_records([path]), as_of=DAYS)


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for member in value.values():
            yield from _leaves(member)
    elif isinstance(value, list):
        for member in value:
            yield from _leaves(member)
    else:
        yield value


def _in_cells(tables: dict[str, list[TableRow]]) -> set[str]:
    """What stands in cells, as text; of ids that share a cell and of lists, each by itself too."""
    found: set[str] = set()
    for rows in tables.values():
        for cell in (cell for row in rows for cell in row.values() if cell is not None):
            text = str(cell)
            found.add(text)
            found.update(text.split())
            if text.startswith("["):
                found.update(json.loads(text))
    return found


def _lost(plain: dict[str, Any], tables: dict[str, list[TableRow]]) -> set[str]:
    wanted = {name: value for name, value in plain.items() if name not in LEFT_OUT and name != "$schema"}
    told = _in_cells(tables)
    return {str(leaf) for leaf in _leaves(wanted)} - told


def test_everything_that_a_record_says_stands_in_some_cell() -> None:
    """Of the record that uses every field, nothing is lost but what the codebook says is left out."""
    assert _lost(read_plain(EVERYTHING), _tables()) == set()
    assert set(LEFT_OUT) == {"extensions"}


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("table", "column"),
    [("claims", "day_as_written"), ("waivers", "reason"), ("obligations", "as_written"), ("sources", "authors")],
)
def test_a_column_that_is_missing_would_be_noticed(table: str, column: str) -> None:
    """The test above can fail."""
    tables = _tables()
    thinned = [{name: cell for name, cell in row.items() if name != column} for row in tables[table]]
    assert _lost(read_plain(EVERYTHING), {**tables, table: thinned})


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_there_is_a_row_for_each_thing(path: Any) -> None:
    """As many as the model holds, kind by kind."""
    record = accords.load(path)
    tables = to_tables(record)
    kinds = {**MAIN, **FURTHER}
    things = Counter(each.kind for likes in gathered(record).values() for each in likes)
    assert sum(things.values()) == sum(1 for _ in objects_in(record))
    assert {table.name: len(tables[table.name]) for table in kinds.values()} == {
        table.name: things[kind] for kind, table in kinds.items()
    }


@pytest.mark.wide
@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_keys_tell_rows_apart_and_links_lead_to_rows(path: Any) -> None:
    """As the codebook says of each table."""
    tables = _tables(path)
    for name, table in TABLES.items():
        keys = [tuple(row[column] for column in table.key) for row in tables[name]]
        assert len(keys) == len(set(keys)), name
        assert table.has_gaps or all(None not in key for key in keys), name
        for link in table.links:
            there = {tuple(row[column] for column in link.key) for row in tables[link.table]}
            for row in tables[name]:
                named = tuple(row[column] for column in link.columns)
                assert named in there or None in named, (name, link.columns, named)


@pytest.mark.wide
@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_cells_are_of_the_kind_that_their_column_states(path: Any) -> None:
    """And words are of the list that it names."""
    kinds = {
        ColumnKind.TEXT: str,
        ColumnKind.INTEGER: int,
        ColumnKind.NUMBER: Decimal,
        ColumnKind.BOOLEAN: bool,
        ColumnKind.DATE: date,
    }
    for name, rows in _tables(path).items():
        for column in TABLES[name].columns:
            cells = [row[column.name] for row in rows if row[column.name] is not None]
            assert {type(cell) for cell in cells} <= {kinds[column.kind]}, (name, column.name)
            assert column.words is None or set(cells) <= {word.value for word in column.words}, (name, column.name)


def test_every_column_has_a_meaning_and_a_name_of_its_own() -> None:
    """A sentence, and no column twice."""
    for table in TABLES.values():
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names)), table.name
        assert all(column.text.endswith(".") for column in table.columns), table.name
        assert set(table.key) <= set(names)


def test_a_nested_condition_is_told_with_the_one_around_it_and_its_place_there() -> None:
    """So that the whole of it can be put together again."""
    rows = _tables()["conditions"]
    at_least = next(row for row in rows if row["kind"] == "at_least")
    inner = [row for row in rows if row["parent_no"] == at_least["condition_no"]]
    assert [(row["part"], row["position"]) for row in inner] == [("conditions", 1)]
    assert all(row["slot"] == at_least["slot"] and row["of_id"] == at_least["of_id"] for row in inner)
    plain = read_plain(EVERYTHING)
    for row in rows:
        found: Any = plain
        for step in str(row["pointer"]).split("/")[1:]:
            found = found[int(step)] if isinstance(found, list) else found[step]
        assert found["kind"] == row["kind"]


def test_slots_tell_conditions_of_readings_suspensions_and_terms_apart() -> None:
    """Each has the name of its way through the fields, from what it bears on."""
    rows = _tables()["conditions"]
    assert {row["slot"] for row in rows if row["reading_id"]} == {
        f"readings.replaces.{name}" for name in ("trigger", "not_before", "due", "ends")
    }
    assert {row["slot"] for row in rows if row["suspension_no"]} == {
        "suspensions.starts",
        "suspensions.ends",
        "term.suspensions.starts",
        "term.suspensions.ends",
    }
    assert {row["slot"] for row in rows if row["of_kind"] == "party"} == {"bound_from", "bound_until"}


def test_statuses_are_of_the_days_asked_for_and_none_without() -> None:
    """And they say what the status report says."""
    deal = accords.load(ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json")
    assert to_tables(deal)["statuses"] == []
    rows = to_tables(deal, as_of=DAYS)["statuses"]
    for day in DAYS:
        report = accords.status(deal, as_of=day)
        told = [(row["obligation_id"], row["status"]) for row in rows if row["as_of"] == date.fromisoformat(day)]
        assert told == [(found.obligation_id, found.name) for found in report.instances]


def test_where_a_record_was_not_followed_there_is_no_status() -> None:
    """Nobody looked, and that is all that is said."""
    deal = accords.load(ROOT / "examples" / "minimal.accord.json")
    followed = evolve(deal, coding=accords.Coding(followed_until="1911-01-01"))
    rows = to_tables(followed, as_of="1912-01-01")["statuses"]
    assert [(row["obligation_id"], row["states"], row["overdue"]) for row in rows] == [
        ("repair-landing", None, None),
        ("no-tolls", None, None),
    ]
    assert all(row["not_followed_since"] == "1911-01-01" for row in rows)


def test_two_agreements_with_one_id_are_refused_where_they_are_loaded() -> None:
    """Their rows could not be told apart; of files, the second is in the tables about reading alone."""
    deal = accords.load(ROOT / "examples" / "minimal.accord.json")
    with pytest.raises(ValueError, match="two agreements have the id 'ruritania-graustark-ferry'"):
        to_tables([deal, deal])
    (read,) = accords.read_records([ROOT / "examples" / "minimal.accord.json"])
    tables = to_tables([read, read])
    assert [row["tabled"] for row in tables["records"]] == [True, False]
    assert len(tables["agreements"]) == 1


def test_what_is_no_agreement_is_refused_in_words() -> None:
    """A path is no record yet."""
    with pytest.raises(TypeError, match="expected an Agreement"):
        to_tables(["examples/minimal.accord.json"])  # type: ignore[list-item]


def test_findings_are_told_with_their_places_and_what_is_waived_with_its_reason() -> None:
    """Of a record with errors there is nothing else."""
    faulty = next(iter(sorted((ROOT / "tests" / "records" / "faulty").glob("*.json"))))
    tables = _tables(faulty)
    report = accords.validate(faulty)
    assert [(row["code"], row["pointer"], row["at_line"]) for row in tables["findings"]] == [
        (found.code, found.pointer, found.line) for found in report.diagnostics
    ]
    assert {name for name, rows in tables.items() if rows} == {"records", "findings"}
    assert [row["tabled"] for row in tables["records"]] == [False]
    waived = [row["waived_because"] for row in _tables()["findings"]]
    assert len([reason for reason in waived if reason]) == len(accords.validate(EVERYTHING).waived)


def test_lines_are_exact_and_parted_by_line_feeds() -> None:
    """Quotation marks, line ends, formulas and signs that nobody sees come back as they were."""
    table = TABLES["corrections"]
    odd = 'a "b"\r\nc\x00,d'
    text = lines([("x", 1, "2020", None, date(1, 2, 3), odd), ("=1+2", 2, None, None, None, "é")])
    assert text == 'x,1,2020,,0001-02-03,"a ""b""\r\nc\x00,d"\n=1+2,2,,,,é\n'
    assert header(table) == "record_id,correction_no,day,day_first,day_last,what\n"
    assert lines([(True, False, Decimal("1.50"))]) == "true,false,1.50\n"


def test_numbers_that_no_database_holds_are_counted_by_their_column() -> None:
    """They are written as they are in CSV."""
    table = TABLES["quantities"]
    row = [None] * len(table.columns)
    columns = [column.name for column in table.columns]
    row[columns.index("at_least")] = Decimal("1e400")
    row[columns.index("quantity_no")] = 2**63
    assert misfits(table, [tuple(row)]) == ["quantities.quantity_no", "quantities.at_least"]
    row[columns.index("at_least")] = Decimal("1e300")
    row[columns.index("quantity_no")] = 2**63 - 1
    assert misfits(table, [tuple(row)]) == []


def test_the_data_package_describes_every_file_column_and_link() -> None:
    """By the names of the definitions."""
    package = json.loads(data_package("csv", dict.fromkeys(TABLES, 3), ("2022-12-01",)))
    assert [each["path"] for each in package["resources"]] == [f"{name}.csv" for name in TABLES]
    conditions = next(each for each in package["resources"] if each["name"] == "conditions")
    assert [each["name"] for each in conditions["schema"]["fields"]] == [
        column.name for column in TABLES["conditions"].columns
    ]
    assert conditions["schema"]["primaryKey"] == ["record_id", "condition_no"]
    assert {each["reference"]["resource"] for each in conditions["schema"]["foreignKeys"]} == {
        "agreements",
        "conditions",
    }


@pytest.mark.parametrize(("table", "things_of"), PARTED, ids=lambda part: getattr(part, "name", ""))
def test_what_shares_a_cell_has_rows_of_its_own(table: Table, things_of: Callable[[Any], Any]) -> None:
    """As many as the record names."""
    record = accords.load(EVERYTHING)
    duties = {duty.id for duty in record.obligations}
    named = {
        "obligation_actors": sum(
            len(getattr(duty, name))
            for duty in record.obligations
            for name in ("obligor_ids", "owed_to_ids", "verified_by_ids", "determined_by_ids", "with_consent_of_ids")
        ),
        "obligation_themes": sum(len(duty.themes) for duty in record.obligations),
        "event_obligations": sum(
            len({*event.obligation_ids, *({event.finding.on_id} & duties if event.finding is not None else ())})
            for event in record.events
        ),
    }
    assert len(table.cells(things_of(record))) == named[table.name] > 0


def test_a_field_is_told_in_the_words_of_the_format() -> None:
    """A date has three columns, several ids share one, and words say which list they are of."""
    columns = list(field_columns(accords.Event, "id kind actor_ids", prefix="x_", renamed={"id": "event_id"}))
    assert [column.name for column in columns] == ["x_event_id", "x_kind", "x_actor_ids"]
    assert columns[1].words is accords.EventKind
    assert columns[2].text == f"{field_text(accords.Event, 'actor_ids')} Parted by spaces."
    days = list(field_columns(accords.Claim, "when"))
    assert [(column.name, column.kind) for column in days] == [
        ("when", ColumnKind.TEXT),
        ("when_first", ColumnKind.DATE),
        ("when_last", ColumnKind.DATE),
    ]
    claim = accords.Claim(says=accords.Says.OCCURRED, when="2022-02")
    assert [column.read(SimpleNamespace(value=claim)) for column in days] == [
        "2022-02",
        date(2022, 2, 1),
        date(2022, 2, 28),
    ]


def test_findings_and_statuses_are_rows_before_they_are_cells() -> None:
    """Waived findings come last, and a duty without a status has a row too."""
    (read,) = accords.read_records([EVERYTHING])
    found = list(found_rows(read))
    assert [row.number for row in found] == list(range(1, len(found) + 1))
    assert [row.waived_because is not None for row in found] == sorted(row.waived_because is not None for row in found)
    report = accords.status(accords.load(EVERYTHING), as_of="2022-12-01")
    assert [row.found for row in status_rows(report)] == list(report.instances)


def test_a_place_knows_what_it_lies_in() -> None:
    """Outwards to the record."""
    claim = gathered(accords.load(EVERYTHING))["claim"][0]
    assert [here.kind for here in claim.upwards] == ["event", "agreement"]
    assert list(claim.upwards)[-1].value is claim.record
    event = claim.inside(accords.Event)
    assert event is not None
    assert claim.value in event.claims
    assert claim.pointer.startswith("/events/")
    assert CONDITIONS in TABLES.values()
