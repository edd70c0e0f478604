"""What a person writes in cells, and the advice on it, which is taken when it is followed."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from attrs import evolve

from accords.checks.wording.languages import tag_of
from accords.codec import structure
from accords.codec.notation import read_condition
from accords.editing.workbook.cells.citing import CITATION
from accords.editing.workbook.cells.counted import amount_in_figures, counted_line
from accords.editing.workbook.cells.holding import CellContext
from accords.editing.workbook.cells.naming import id_kind, language_kind, word_kind
from accords.editing.workbook.cells.refusing import CellError, said_of
from accords.editing.workbook.cells.several import several
from accords.editing.workbook.conflicts import conflict_of_row, named
from accords.editing.workbook.csv_tables import read_tables, render_tables
from accords.editing.workbook.sheets import CellFault, FilledRow
from accords.editing.workbook.stored import StoredCell
from accords.editing.workbook.tables import PARENT, TABLES
from accords.editing.workbook.titles import in_titles, key_title
from books import Person

RECORD = structure(
    {
        "accords_version": "1.0",
        "id": "ferry",
        "title": "Ferry",
        "time_zone": "Europe/Vienna",
        "actors": [{"id": "ruritania", "name": "Ruritania"}, {"id": "graustark", "name": "Graustark"}],
        "parties": [{"actor_id": "ruritania"}, {"actor_id": "graustark"}],
        "obligations": [
            {
                "id": "repair",
                "obligor_ids": ["ruritania"],
                "modality": "must",
                "action": "repair the landing",
                "citations": [{"source_id": "text", "locator": "Art. 1"}],
            }
        ],
        "events": [
            {
                "id": "repaired",
                "kind": "performance",
                "summary": "The landing was repaired.",
                "obligation_ids": ["repair"],
                "claims": [{"says": "occurred", "when": "2022-03-01", "claimed_by_id": "graustark"}],
            }
        ],
        "sources": [{"id": "text", "kind": "agreement_text", "title": "Ferry Agreement", "published": "2022-01-01"}],
    }
)

ADVISED: list[tuple[str, str, Any]] = [
    ("Duties", "Due", datetime.datetime(2022, 4, 3, 18, 0)),
    ("Duties", "Due", "2022-04-03 18:00"),
    ("Duties", "Due", "18:00 on 3 April 2022"),
    ("Duties", "Due", "by the end of February 2022"),
    ("Duties", "Due", "15-Feb-22"),
    ("Duties", "Due", "3/4/2022"),
    ("Duties", "Due", "30 days"),
    ("Duties", "Due", "30 days aftr Feb. 15, 2022"),
    ("Duties", "Clause", 7),
    ("Duties", "Quantities", 25),
    ("Duties", "Quantities", "12 m3/s"),
    ("Duties", "Quantities", "5%"),
    ("Duties", "Quantities", "up to 40 boats"),
    ("Duties", "Quantities", "40-50 boats"),
    ("Duties", "Quantities", "forty boats"),
    ("Duties", "Quantities", "measure: boats | at_least: forty"),
    ("Duties", "Quantities", "measure: men | at_least: 200,000"),
    ("Duties", "Obligors", "{Parties}"),
    ("Duties", "Obligors", "both parties"),
    ("Duties", "Obligors", "all"),
    ("Duties", "Quantities", "40 boats, 3 rafts"),
    ("Duties", "Quantities", "measure: boats | at_least: 3; measure: rafts | at_least: 4"),
    ("Duties", "Quantities", "measure: boats, at_least: 3"),
    ("Duties", "Quantities", "boats; rafts"),
    ("Duties", "Quantities", "measure: marks | at_least: 2.500 | at_most: 2.500"),
    ("Duties", "Quantities", "measure: marks | at_least: two | at_most: 2.500"),
    ("Duties", "Citations", "text; Art. 4"),
    ("Duties", "Quantities", "measure: boats | at_least: 3\n40 rafts"),
    ("Duties", "As written: language", "German"),
    ("Duties", "As written: language", "Frensh"),
    ("Duties", "As written: language", "en_GB"),
    ("Duties", "As written: language", "Serbian (Latin)"),
    ("Sources", "Language", "English and French"),
    ("Actors", "Other names", "text: Ruritanien | language: Deutsch"),
    ("Duties", "Themes", "fish\nwater"),
    ("Duties", "Modality", "should"),
    ("Duties", "Citations", "{SOURCE} Art. 3"),
    ("Duties", "Citations", "text Art. 3; Art. 4"),
    ("Duties", "Citations", "text Art. 3, text Art. 4"),
    ("Duties", "Citations", "text Art. 3, para. 2, text Art. 4"),
    ("Duties", "Quantities", "a dozen boats"),
    ("Duties", "Quantities", "measure: boats | at_least: 1.200"),
    ("Duties", "Due", "by 3/4/2022"),
    ("Duties", "Due", "2022-05-02 18:00 CEST"),
    ("Sources", "Published", "2022-05-02 18:00 CEST"),
    ("Duties", "Due", "10 working days after the conclusoin"),
    ("Duties", "Due", "30 days after enty into force"),
    ("Duties", "Due", "30 days after the repiared"),
    ("Duties", "Due", "2 dayz after the conclusion"),
    ("Duties", "Due", "10 business days after the conclusion"),
    ("Duties", "Due", "a fortnight after the conclusion"),
    ("Duties", "Trigger", "if repaired has happened"),
    ("Duties", "Trigger", "provided that event:repaired"),
    ("Duties", "Not before", "not before 2022-05-02"),
    ("Duties", "Modality", "will not"),
    ("Claims", "Says", "has not happened"),
    ("Claims", "Says", "no"),
    ("Duties", "Citations", "text Art. 3\ntext Art. 4"),
    ("Duties", "Citations", r"text C:\deals\3"),
    ("Duties", "Citations", r"text C:\new\reports"),
    ("Duties", "Performance: Every", "month"),
    ("Duties", "Performance: Every", "every two weeks"),
    ("Claims", "Says", "denied"),
    ("Duties", "Due", "2 May 2022 at 18:00 CEST"),
    ("Duties", "Due", "by 2 May 2022, 18:00 CEST"),
    ("Duties", "Due", "2022-05-02T18:00 CEST"),
    ("Duties", "Due", "at the latest 14 days after the signature"),
    ("Duties", "Due", "14 days after signature at the latest"),
    ("Duties", "Due", "2 May 2022 at the latest"),
    ("Duties", "Due", "about 10 June 2022"),
    ("Duties", "Due", "as soon as possible"),
    ("Duties", "Performance: Times", "six"),
    ("Duties", "Performance: Times", "6 times"),
    ("Duties", "Performance: Kind", "every month"),
    ("Duties", "Borne", "together"),
    ("Duties", "Quantities", "500 tonnes of grain"),
    ("Duties", "Quantities", "at least 40 tonnes of grain"),
    ("Duties", "Quantities", "min. 500 t grain"),
    ("Duties", "Quantities", "between 5 and 8 ships"),
    ("Duties", "Quantities", "3 boats and 2 rafts"),
    ("Duties", "Quantities", "measure: grain; unit: t; at_least: 500"),
    ("Duties", "Quantities", 'measure: grain | at_least: "500"'),
    ("Duties", "Trigger", "when repaired is confirmed by both"),
    ("About", "Calendar: Weekend", "Sat, Sun"),
    ("Claims", "When", "before 10 June 2022"),
    ("Claims", "When", "not before 10 June 2022"),
    ("Claims", "When", "ca. 10 June 2022"),
    ("Claims", "When", "10 June 2022?"),
    ("Claims", "When", "9 or 10 June 2022"),
    ("Claims", "When", "February 2022"),
    ("Claims", "Quantities", 25),
    ("Claims", "Claimed by", "{Party}"),
    ("Sources", "Published", "3 April 2022 at 14:30"),
    ("Sources", "Published", datetime.datetime(2022, 4, 3, 14, 30)),
]
_LINE = re.compile(r"(?:; write | did you mean |, as in )(.+?)\??\Z", re.DOTALL)


def _fault_at(person: Person, place: str) -> CellFault | None:
    return next((each for each in person.taken(RECORD).faults if each.place == place), None)


@pytest.mark.further
@pytest.mark.wide
@pytest.mark.parametrize(("sheet", "title", "text"), ADVISED, ids=str)
def test_advice_is_taken_by_the_next_try(sheet: str, title: str, text: Any) -> None:
    """Each way that it names, as it stands in the message."""
    names = [party.actor_id for party in RECORD.parties]
    if isinstance(text, str) and "{" in text:
        parties = " and ".join(name.title() for name in names)
        text = text.format(Parties=parties, Party=names[0].upper(), SOURCE=RECORD.sources[0].id.upper())
    person = Person(RECORD)
    row = next((row[0].row for row in person.book["About"].iter_rows() if row[1].value == title), 2)
    title = title if sheet != "About" else "Value"
    place = person.put(sheet, title, row, text)
    fault = _fault_at(person, place)
    assert fault is not None
    advice = _LINE.search(fault.sentence)
    assert advice is not None, fault
    for line in advice[1].split(" or: "):
        person.put(sheet, title, row, line)
        after = _fault_at(person, place)
        assert after is None, (line, after)


OTHERWISE = [
    ("Due", "not before 2022-05-02", "“Not before”"),
    ("Due", "from 2022-05-02", "“Not before”"),
    ("Due", "after 2022-05-02", "“Not before”"),
    ("Due", "at least 10 days after the conclusion", "“Not before”"),
    ("Due", "10 days after the conclusion at the earliest", "“Not before”"),
    ("Due", "if duty:repair", "“Trigger”"),
    ("Trigger", "unless Graustark objects", "“Excused if”"),
    ("Trigger", "except in winter", "“Excused if”"),
    ("Trigger", "by 2022-05-02", "“Due”"),
    ("Not before", "no later than 2022-05-02", "“Due”"),
    ("Excused if", "unless the river is high", "what excuses"),
    ("Excused if", "not when the river is high", "what excuses"),
    ("Due", "mid-June 2022", "leaves open which days"),
    ("Due", "18:00 CEST on 2 May", "an hour as 2022-11-23T18:00:00+01:00"),
    ("Due", "10 clear days after the signature", "count all of them"),
    ("Due", "promptly, at the latest 3 June 2022", "that day or time alone stands here"),
    ("Due", "2022-05-02 unless the gate is broken", "“Excused if”"),
    ("Not before", "end of May 2022", "leaves open which days"),
    ("Ends", "for two years", "is counted as in"),
    ("Ends", "for two years, renewed unless notice", "“Renewal: Duration”, “Renewal: unless (event)”"),
    ("Ends", "two years, renewed unless either side objects", "“Renewal: Duration”"),
    ("Quantities", "600 tonnes of stone at the latest", "“at the latest” is no part of what is counted"),
    ("Quantities", "600 tonnes of stone at least", "is none of"),
    ("Action", "#N/A", "it holds an error"),
    ("Performance: Every", "twice a year", "“Quantities”"),
    ("Quantities", "more than 5 ships", "behind at_least"),
    ("Id", "=A2", "it holds a formula"),
    ("Modality", "is not obliged to", "“Excused if”"),
    ("Due", "less than 10 days after the conclusion", "is counted as in"),
    ("Obligors", "not graustark", "not meant"),
    ("Obligors", "all but graustark", "not meant"),
    ("Obligors", "ruritania or graustark", "leaves open"),
    ("Modality", "may not", "where it forbids"),
    ("Modality", "cannot", "where it forbids"),
    ("Modality", "need not", "“Excused if”"),
    ("Modality", "should not", "endeavour"),
    ("Quantities", "about 40 boats", "is none of"),
    ("Quantities", "dozens of boats", "is none of"),
    ("Quantities", "40 million more boats", "is none of"),
]


@pytest.mark.further
@pytest.mark.wide
@pytest.mark.parametrize(("title", "text", "said"), OTHERWISE)
def test_words_that_a_cell_cannot_say_are_asked_about_and_no_other_line_is_advised(
    title: str, text: str, said: str
) -> None:
    """The column or the form is named that can say it."""
    person = Person(RECORD)
    fault = _fault_at(person, person.put("Duties", title, 2, text))
    assert fault is not None
    assert said in fault.sentence
    assert "; write" not in fault.sentence
    assert "did you mean" not in fault.sentence


def test_each_way_that_is_advised_mends_all_that_is_wrong_in_one_way() -> None:
    """Where a figure stands twice, it is the same one twice; a place behind a bare id is one of that source."""
    person = Person(RECORD)
    fault = _fault_at(
        person, person.put("Duties", "Quantities", 2, "measure: marks | at_least: 2.500 | at_most: 2.500")
    )
    assert fault is not None
    assert fault.sentence.endswith(
        "measure: marks | at_least: 2500 | at_most: 2500 or: measure: marks | at_least: 2.5 | at_most: 2.5"
    )
    fault = _fault_at(person, person.put("Duties", "Citations", 2, "text Art. 2; text; Art. 4"))
    assert fault is not None
    assert fault.sentence.endswith("; write text Art. 2; text Art. 4")


@pytest.mark.parametrize("said", ["ruritania; graustark", "ruritania and graustark", "both parties"])
def test_two_who_speak_have_a_row_each(said: str) -> None:
    """One alone of them is not advised, and no condition of two."""
    person = Person(RECORD)
    fault = _fault_at(person, person.put("Claims", "Claimed by", 2, said))
    assert fault is not None
    assert "in a row of its own" in fault.sentence
    assert "write" not in fault.sentence


@pytest.mark.parametrize(
    "said",
    ["until 10 June 2022", "on the eve of 10 June 2022", "night of 10 June 2022", "early June 2022", "end of May 2022"],
)
def test_a_day_with_words_around_it_is_never_told_as_the_day_alone(said: str) -> None:
    """For it may be another one."""
    person = Person(RECORD)
    fault = _fault_at(person, person.put("Claims", "When", 2, said))
    assert fault is not None
    assert "; write" not in fault.sentence
    assert re.search(r"2022-0[56]", fault.sentence) is None


def test_words_in_a_list_are_parted_as_lists_are() -> None:
    """Each of them the word of the format that is meant."""
    kind = several(word_kind(("saturday", "sunday"), many=True))
    with pytest.raises(CellError, match="write saturday; sunday"):
        kind.read("Saturday, Sunday", CellContext(None, None, lambda _: None))


def test_a_word_that_was_said_with_a_not_is_never_told_without_one() -> None:
    """Nor the other way round, whatever comes near."""
    words = ("must", "must_not", "breach", "no_breach", "occurred", "not_occurred")
    for said in (
        "mst not",
        "not a breach",
        "no breech",
        "breech",
        "mustt",
        "never occurred",
        "not ocurred",
        "isn't breach",
    ):
        negated = any(sign in said for sign in ("no", "n't", "never"))
        with pytest.raises(CellError) as caught:
            word_kind(words).read(said, CellContext(None, None, lambda _: None))
        assert all(negated == ("no" in each) for each in caught.value.meant), said


@pytest.mark.further
def test_three_digits_behind_a_point_are_taken_and_told() -> None:
    """For they may be meant as thousands; where a zero stands last, both readings are asked for."""
    person = Person(RECORD)
    place = person.put("Duties", "Quantities", 2, "measure: boats | at_least: 1.125")
    taken = person.taken(RECORD)
    assert taken.record is not None
    assert taken.record.obligations[0].quantities[0].at_least == 1.125
    assert taken.remarks[0].startswith(place)
    assert taken.remarks[0].endswith("write 1125")
    person.put("Duties", "Quantities", 2, "measure: boats | at_least: 1.200")
    fault = _fault_at(person, place)
    assert fault is not None
    assert fault.sentence.endswith("at_least: 1200 or: measure: boats | at_least: 1.2")


def test_a_field_is_told_by_the_title_of_its_column() -> None:
    """The one of the sheet that the message is about; else the only one there is; else by its last word."""
    assert in_titles("`mode` and `weekend`", "Duties!G7") == "“Performance: Mode” and “Calendar: Weekend”"
    assert in_titles("`ends`", "Duties!G7") == "“Ends”"
    assert in_titles("`starts`", "Duties!G7") == "“Term: Provisional application: Starts”"
    assert in_titles("a `date`", "Duties!G7") == "a “Date”"
    assert in_titles("`no_such_field`") == "`no_such_field`"


def test_a_time_of_day_in_a_cell_lacks_its_zone_alone() -> None:
    """And is not told as a day that its format hides."""
    person = Person(evolve(RECORD, time_zone="UTC"))
    place = person.put("Duties", "Due", 2, datetime.datetime(2022, 5, 2, 18, 30))
    fault = _fault_at(person, place)
    assert fault is not None
    assert fault.sentence.startswith("it holds a time of day, which says nothing of its zone (“2022-05-02 18:30”)")


LANGUAGES = [("English, French", ["en", "fr"]), ("english / serbian cyrillic", ["en", "sr-Cyrl"]), ("en, Qwxyz", None)]


@pytest.mark.parametrize(("said", "tags"), LANGUAGES)
def test_languages_in_a_list_are_told_by_their_tags(said: str, tags: list[str] | None) -> None:
    """All of them, with what parts them; where one is unknown only the form is told."""
    kind = several(language_kind(many=True))
    with pytest.raises(CellError, match="language tag") as caught:
        kind.read(said, CellContext(None, None, lambda _: None))
    assert [kind.read(each, CellContext(None, None, lambda _: None)) for each in caught.value.meant] == (
        [tags] if tags else []
    )


@pytest.mark.parametrize(
    ("said", "tag"),
    [("French", "fr"), ("frensh", "fr"), ("sr_latn", "sr-latn"), ("eng-GB", "en-GB"), ("Dari", "prs"), ("x", None)],
)
def test_a_language_is_found_by_its_name_and_by_a_tag_with_other_signs(said: str, tag: str | None) -> None:
    """None where none comes near."""
    assert tag_of(said) == tag


def test_a_citation_is_read_back_as_it_was_written() -> None:
    """Whatever its place holds, line ends too."""
    context = CellContext(None, None, lambda _: None)
    for place in ("Art. 3", r"C:\new", "two\nlines", '"quoted"', "a@b"):
        cited = {"source_id": "text", "locator": place}
        assert CITATION.read(CITATION.write(cited), context) == cited


@pytest.mark.further
@pytest.mark.parametrize(
    ("title", "text", "meant"),
    [
        ("Themes", "fish, water", "fish; water"),
    ],
)
def test_one_item_that_may_be_several_is_taken_and_told_with_what_parts_them(title: str, text: str, meant: str) -> None:
    """For a comma may stand in it as well; as several, nothing is said of them."""
    person = Person(RECORD)
    place = person.put("Duties", title, 2, text)
    taken = person.taken(RECORD)
    assert (taken.faults, len(taken.remarks)) == ((), 1)
    assert taken.remarks[0].startswith(place)
    assert taken.remarks[0].endswith(f"write {meant}")
    assert taken.record is not None
    person.put("Duties", title, 2, meant)
    assert person.taken(RECORD).remarks == ()


@pytest.mark.further
def test_a_comma_that_the_record_has_is_not_remarked_on() -> None:
    """Neither in its workbook nor where that makes a record anew."""
    duty = evolve(RECORD.obligations[0], themes=("fish, fresh",))
    record = evolve(RECORD, obligations=(duty,))
    for current in (record, None):
        taken = Person(record).taken(current)
        assert (taken.record, taken.remarks, taken.faults) == (record, (), ())


def _doubled_new(person: Person) -> str:
    for action in ("mend it", "watch it"):
        row = person.add("Duties", Id="mend", Obligors="ruritania", Modality="must", Action=action)
    return person.put("Duties", "Id", row, "mend")


def _added(person: Person) -> int:
    return person.add("Duties", Modality="must", Action="watch it", Obligors="ruritania")


DOUBLED: list[tuple[str, Callable[[Person], str]]] = [
    ("Duties!B2", lambda p: p.put("Duties", "Id", _added(p), "repair")),
    ("Duties!B3", _doubled_new),
    ("Actors!B3", lambda p: p.put("Actors", "Id", 2, "graustark")),
    ("Actors!B3", lambda p: p.put("Duties", "Id", 2, "graustark")),
    ("Actors!B2", lambda p: [p.put("Actors", "Id", row, "same") for row in (2, 3)][1]),
]


@pytest.mark.further
@pytest.mark.wide
@pytest.mark.parametrize(("other", "doubled"), DOUBLED)
def test_an_id_that_is_doubled_is_told_with_both_cells_and_one_that_is_free(
    other: str, doubled: Callable[[Person], str]
) -> None:
    """Which the next try takes."""
    person = Person(RECORD)
    place = doubled(person)
    (fault,) = person.taken(RECORD).faults
    assert fault.place == place
    assert other in fault.sentence
    advice = _LINE.search(fault.sentence)
    assert advice is not None
    person.book[place.partition("!")[0]][place.partition("!")[2]].value = advice[1]
    assert person.taken(RECORD).faults == ()
    assert fault.help


@pytest.mark.further
@pytest.mark.wide
@pytest.mark.parametrize(("was", "now"), [("Due", "Deu"), ("Due", "Deadline"), ("Delete", "Delte"), ("Due", "Zorro")])
def test_a_title_that_is_missing_is_told_with_the_cell_that_may_be_it(was: str, now: str) -> None:
    """By its likeness, or because it is the only one that is missing."""
    person = Person(RECORD)
    place = person.put("Duties", was, 1, now)
    (fault,) = person.taken(RECORD).faults
    assert (fault.place, fault.sentence) == (place, f"no column has this title; write {was}")
    assert fault.help
    person.put("Duties", now, 1, was)
    assert person.taken(RECORD).faults == ()


@pytest.mark.further
def test_a_column_of_ones_own_is_left_alone_which_is_said_where_none_is_missing() -> None:
    """Where some are, it may be one of them, and is refused with their titles."""
    person = Person(RECORD)
    sheet = person.book["Duties"]
    at = sheet.max_column + 1
    sheet.cell(1, at, "Ask whom")
    sheet.cell(2, at, "Ana")
    taken = person.taken(RECORD)
    assert (taken.record, len(taken.remarks)) == (RECORD, 1)
    assert "“Ask whom” is not read" in taken.remarks[0]
    sheet.cell(1, at, "Notes")
    assert "the nearest that is, is “Note”" in person.taken(RECORD).remarks[0]
    sheet.cell(1, at, "Ask whom")
    sheet.delete_cols(10, 2)
    (fault,) = person.taken(RECORD).faults
    assert fault.sentence.startswith("no column has this title, and “")
    assert fault.sentence.endswith("” are not there")
    sheet.cell(1, at - 2).value = None
    assert "give this one a title, or empty it" in person.taken(RECORD).faults[0].sentence


def test_a_column_of_ones_own_in_a_table_is_told_and_a_slip_in_a_title_refused() -> None:
    """With the title that is missing."""
    with zipfile.ZipFile(BytesIO(render_tables([RECORD]))) as archive:
        raw = archive.read("duties.csv").decode("utf-8-sig")
    own = read_tables(raw.replace(",delete,", ",delete,whom,").encode(), "duties.csv")
    assert [remark.partition(": ")[2] for remark in own.remarks] == ["the column “whom” is not read"]
    (fault,) = read_tables(raw.replace(",action,", ",acton,").encode(), "duties.csv").faults
    assert fault.sentence == "no column has this title; write action"


def test_marks_inside_a_line_keep_their_backslash() -> None:
    """One before a bar that parts nothing is enough, as in a cell of one line."""
    person = Person(RECORD)
    person.put("Duties", "Quantities", 2, r"measure: boats \| rafts | at_least: 3")
    record = person.taken(RECORD).record
    assert record is not None
    assert record.obligations[0].quantities[0].measure == "boats | rafts"


@pytest.mark.parametrize(
    ("said", "figures"),
    [("forty", "40"), ("200,000", "200000"), ("1 000 000", "1000000"), ("1,5", "1.5"), ("12", "12"), ("a few", None)],
)
def test_a_number_is_found_in_words_and_with_signs_between_thousands(said: str, figures: str | None) -> None:
    """None where no number can be told."""
    assert amount_in_figures(said) == figures


def test_an_amount_of_something_is_a_line_and_one_of_nothing_an_example() -> None:
    """A unit alone does not say of what it is."""
    assert counted_line("40-50 boats", amount=False) == ("measure: boats | at_least: 40 | at_most: 50", False)
    assert counted_line("up to 40 boats", amount=True) == ("measure: boats | at_most: 40", False)
    assert counted_line("12 m3/s", amount=True) == ("measure: boats | unit: m3/s | amount: 12", True)
    assert counted_line("many boats", amount=True) is None


def test_a_name_that_no_id_comes_near_is_told_with_those_there_are() -> None:
    """So that nothing is advised that is refused next."""
    context = CellContext(None, None, lambda _: None, None, {"actor": ("norrland", "suederau")})
    with pytest.raises(ValueError, match="there are norrland, suederau"):
        id_kind("actor").read("The Dukes", context)
    with pytest.raises(CellError, match="write norrland; suederau"):
        id_kind("actor", many=True).read("Norrland and Suederau", context)
    assert id_kind("actor").read("somebody-else", context) == "somebody-else"
    with pytest.raises(CellError, match="write not_occurred"):
        word_kind(("occurred", "not_occurred")).read("denied", context)


def test_what_to_write_is_known_apart_from_why() -> None:
    """Of whatever refused it."""
    with pytest.raises(ValueError, match="February") as caught:
        read_condition("February 2022", None)
    assert said_of(caught.value)[1] == ("2022-02",)
    assert said_of(CellError("no", "yes")) == ("no", ("yes",))
    assert said_of(ValueError("no")) == ("no", ())


def test_a_row_in_a_conflict_goes_by_its_id_or_by_what_it_is_about() -> None:
    """And is told with what to do."""
    tables = {table.name: table for table in TABLES}
    duty, claim = (
        FilledRow(table=tables[name], record="r", key="k", cells={field: StoredCell("gate")}, places={"": "Duties!A2"})
        for name, field in (("duties", "id"), ("claims", PARENT))
    )
    assert named(duty) == named(claim) == "gate"
    fault = conflict_of_row(duty, deleted=True)
    assert fault.conflict
    assert fault.sentence.startswith("Duties: gate is taken out here")
    assert fault.help


def test_a_formula_where_a_row_has_its_key_is_asked_to_be_emptied() -> None:
    """One sentence, at its place, that shows nothing of how the file is read."""
    person = Person(RECORD)
    place = person.put("Duties", key_title(), 2, "=B2")
    told = [fault for fault in person.taken(RECORD).faults if fault.place == place]
    assert [fault.sentence for fault in told] == [
        "it holds a formula, which is no key of a row; empty this cell to add a new row"
    ]


@pytest.mark.parametrize("end", ["\n", " ⏎ "])
def test_fields_of_one_amount_in_lines_of_their_own_are_joined_by_bars(end: str) -> None:
    """It is told what to write, rather than of each line what it lacks."""
    person = Person(RECORD)
    fault = _fault_at(person, person.put("Duties", "Quantities", 2, f"measure: boats{end}at_least: 20"))
    assert fault is not None
    assert (
        fault.sentence
        == "bars part what belongs to one thing, and lines part several; write measure: boats | at_least: 20"
    )
