"""One checklist of several records: who is the same in them, what comes first, and that nothing is lost."""

from __future__ import annotations

import random
import re
from itertools import combinations

import pytest
from attrs import asdict, evolve

from accords.checklist import Bucket, Checklist, Choice, GroupBy, Item, Shape, checklist, combined_checklist
from accords.checklist.same_actors import same_actors
from accords.model.actors import Actor, ActsFor
from accords.model.sources import Identifier
from accords.render.checklist.csv import render_csv
from accords.render.checklist.html import render_html
from accords.render.checklist.ics import render_ics
from accords.render.checklist.json import render_json
from accords.render.checklist.markdown import render_markdown
from accords.render.checklist.terminal import render_terminal
from accords.validate import load
from accords.vocabulary import ActorKind, IdentifierScheme, IdentifierStatus, Modality
from records import ROOT
from trial import trial

DAY = "2023-01-20"
TRIAL = trial()
OTHER = evolve(trial(lambda text: text.replace("Trial", "Second")), id="second")
MONITORED = load(ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json")
MINIMAL = load(ROOT / "examples" / "minimal.accord.json")
SET = (MONITORED, TRIAL, MINIMAL, OTHER)


def _actor(name: str, code: str | None = None, **more: object) -> Actor:
    codes = () if code is None else (Identifier(scheme=IdentifierScheme.ISO_3166_1_ALPHA2, value=code),)
    return Actor(id=str(more.pop("id", "x")), name=name, identifiers=codes, **more)  # type: ignore[arg-type]


WITHDRAWN = Identifier(scheme=IdentifierScheme.ISO_3166_1_ALPHA2, value="CS", status=IdentifierStatus.WITHDRAWN)
BODY = {"kind": ActorKind.BODY}
ALIKE = [
    ("the same code under other names", [[_actor("Kosovo", "XK")], [_actor("Republic of K.", "XK", id="k")]], True),
    ("the same name", [[_actor("Kosovo")], [_actor(" Kosovo ", id="k")]], True),
    ("a name with and without a code", [[_actor("Kosovo", "XK")], [_actor("Kosovo")]], True),
    ("a name of which one kind is stated", [[_actor("Kosovo", kind=ActorKind.POLITY)], [_actor("Kosovo")]], True),
    ("names that are alike", [[_actor("Kosovo")], [_actor("Kosova")]], False),
    ("names in another case", [[_actor("Front")], [_actor("front")]], False),
    ("one name and two codes", [[_actor("Congo", "CG")], [_actor("Congo", "CD")]], False),
    ("one name and two kinds", [[_actor("Union", kind=ActorKind.POLITY)], [_actor("Union", **BODY)]], False),
    ("bodies of one name", [[_actor("Joint committee", **BODY)], [_actor("Joint committee", **BODY)]], False),
    ("one id and two names", [[_actor("Serbia")], [_actor("Kosovo")]], False),
    (
        "a withdrawn code",
        [[Actor(id="x", name="A", identifiers=(WITHDRAWN,))], [Actor(id="x", name="B", identifiers=(WITHDRAWN,))]],
        False,
    ),
    ("a code of two actors of a record", [[_actor("A", "XK"), _actor("B", "XK", id="y")], [_actor("C", "XK")]], False),
    ("a name of two actors of a record", [[_actor("A"), _actor("A", id="y")], [_actor("A")]], False),
    (
        "a name that could be either of two",
        [[_actor("Congo")], [_actor("Congo", "CG")], [_actor("Congo", "CD")]],
        False,
    ),
    (
        "offices of the same principal",
        [
            [_actor("Premier", kind=ActorKind.OFFICE, acts_for=(ActsFor(actor_id="s"),)), _actor("Serbia", id="s")],
            [_actor("Premier", kind=ActorKind.OFFICE, acts_for=(ActsFor(actor_id="rs"),)), _actor("Serbia", id="rs")],
        ],
        True,
    ),
    (
        "offices of different principals",
        [
            [_actor("Premier", kind=ActorKind.OFFICE, acts_for=(ActsFor(actor_id="s"),)), _actor("Serbia", id="s")],
            [_actor("Premier", kind=ActorKind.OFFICE, acts_for=(ActsFor(actor_id="s"),)), _actor("Kosovo", id="s")],
        ],
        False,
    ),
]


@pytest.mark.parametrize(("rosters", "same"), [case[1:] for case in ALIKE], ids=[case[0] for case in ALIKE])
def test_actors_are_the_same_by_code_or_name_and_never_by_likeness(rosters: list[list[Actor]], same: bool) -> None:
    """The first actor of the first record and of the last, whichever record comes first."""
    for order in (rosters, rosters[::-1]):
        known = same_actors(order)
        assert (known[0, order[0][0].id] is known[len(order) - 1, order[-1][0].id]) is same


def test_people_who_act_for_each_other_in_a_circle_are_told_apart_in_time() -> None:
    """No loop, and no merging of what hangs on itself."""
    ring = [Actor(id=f"a{n}", name=f"A{n}", acts_for=(ActsFor(actor_id=f"a{(n + 1) % 50}"),)) for n in range(50)]
    known = same_actors([ring, ring])
    assert len({id(one) for one in known.values()}) == 100


@pytest.mark.wide
@pytest.mark.parametrize("group_by", list(GroupBy))
@pytest.mark.parametrize("agreements", [SET, (TRIAL,)], ids=["several", "one"])
def test_every_row_is_in_exactly_one_section(group_by: GroupBy, agreements: tuple[object, ...]) -> None:
    """Whatever sections are made by, of one record and of several."""
    if len(agreements) == 1:
        whole, rows = checklist(TRIAL), checklist(TRIAL, as_of=DAY, group_by=group_by)
    else:
        whole, rows = combined_checklist(SET), combined_checklist(SET, as_of=DAY, group_by=group_by)
    keys = [section.key for section in rows.sections]
    assert len(keys) == len(set(keys))
    assert all(section.items for section in rows.sections)
    listed = [(item.number, item.record_id, item.instance) for item in rows.items]
    assert sorted(listed) == sorted((item.number, item.record_id, item.instance) for item in whole.items)
    assert sorted(number for number, *_ in listed) == list(range(1, len(listed) + 1))


@pytest.mark.thorough
def test_a_combined_list_holds_what_the_lists_of_its_records_hold() -> None:
    """The same rows with the same standings, whoever stands beside them; each names its agreement."""
    rows = combined_checklist(SET, as_of=DAY)
    titles = {record.id: record.marked_title for record in rows.records}
    for record in SET:
        alone = {item.instance: item for item in checklist(record, as_of=DAY).items}
        here = {item.instance: item for item in rows.items if item.record_id == record.id}
        assert alone.keys() == here.keys()
        for instance, item in here.items():
            assert item.agreement == titles[record.id]
            assert _bare(item) == _bare(alone[instance])
    assert [(each.id, each.shown) for each in rows.records] == [
        (record.id, len(checklist(record).items)) for record in SET
    ]
    assert sum(each.overdue for each in rows.records) == sum(
        item.standing is not None and item.standing.bucket is Bucket.OVERDUE for item in rows.items
    )


def _bare(item: Item) -> object:
    """Where an item stands, without names, since the marks of notes on them are those of the whole list."""
    standing = item.standing
    if standing is None:
        return None
    return standing.states, standing.as_reported, standing.bucket, standing.shape, standing.due, standing.flags


@pytest.mark.thorough
def test_what_is_overdue_comes_first_and_obligors_come_together() -> None:
    """Sections in the order of buckets; in each of them the obligors of all agreements in one order."""
    rows = combined_checklist(SET, as_of=DAY)
    order = [f"deadline:{bucket}" for bucket in Bucket]
    keys = [section.key for section in rows.sections]
    assert keys == sorted(keys, key=order.index)
    assert keys[0] == "deadline:overdue"
    by_obligor = combined_checklist(SET, as_of=DAY, group_by="obligor")
    place = {item.number: at for at, section in enumerate(by_obligor.sections) for item in section.items}
    for section in rows.sections:
        places = [place[item.number] for item in section.items]
        assert places == sorted(places)
    serbia = next(section for section in by_obligor.sections if section.heading == "Serbia")
    assert {item.record_id for item in serbia.items} == {MONITORED.id, TRIAL.id, OTHER.id}
    assert any("Serbia: read as one actor in 3 records" in words for words in by_obligor.assumptions)


@pytest.mark.thorough
def test_the_order_of_the_records_changes_neither_rows_nor_obligors() -> None:
    """Only what is numbered and named first."""

    def sections(rows: Checklist) -> set[frozenset[tuple[str, str]]]:
        return {frozenset((item.record_id, item.instance) for item in section.items) for section in rows.sections}

    shuffled = list(SET)
    random.Random(5).shuffle(shuffled)
    for group_by in (GroupBy.OBLIGOR, GroupBy.DEADLINE):
        one = combined_checklist(SET, as_of=DAY, group_by=group_by)
        other = combined_checklist(shuffled, as_of=DAY, group_by=group_by)
        assert sections(one) == sections(other)
        assert one.counts == other.counts


CHOICES = [
    Choice(only_open=True),
    Choice(obligor_ids=("serbia",)),
    Choice(party_ids=("eu",)),
    Choice(themes=("plates", "law")),
    Choice(modalities=(Modality.MUST, Modality.MAY)),
    Choice(statuses=(Shape.CONTESTED, Shape.UNREPORTED, Shape.ONE_SIDED)),
    Choice(buckets=(Bucket.OVERDUE, Bucket.CONTINUING)),
]


def _both(one: Choice, other: Choice) -> Choice:
    return evolve(one, **{name: value for name, value in asdict(other, recurse=False).items() if value})


@pytest.mark.wide
@pytest.mark.parametrize(("one", "other"), list(combinations(range(len(CHOICES)), 2))[::2])
def test_filters_narrow_each_other_in_any_order(one: int, other: int) -> None:
    """Two filters together show what each of them shows; numbers stay, and what is left out is counted."""

    def shown(choice: Choice) -> set[int]:
        rows = combined_checklist((TRIAL, MINIMAL), as_of=DAY, choice=choice)
        assert len(rows.items) + rows.left_out == total
        assert rows.selection
        return {item.number for item in rows.items}

    total = len(combined_checklist((TRIAL, MINIMAL)).items)
    first, second = CHOICES[one], CHOICES[other]
    assert shown(_both(first, second)) == shown(_both(second, first)) == shown(first) & shown(second)


@pytest.mark.wide
@pytest.mark.parametrize("choice", [Choice(), *CHOICES[::3]])
@pytest.mark.parametrize("day", ["2022-12-20", "2024-01-08"])
def test_counts_add_up_and_what_continues_is_never_to_be_completed(choice: Choice, day: str) -> None:
    """The numbers of the sentences come to the number of items, or of their turns; no continuing duty is ticked off."""
    rows = combined_checklist((MONITORED, TRIAL), as_of=day, choice=choice)
    numbers: dict[str, int] = {}
    for sentence in rows.counts:
        whole, *parts = map(int, re.findall(r"\b\d+\b", sentence))
        numbers[sentence] = 0 if "overdue" in sentence else whole
        turns = parts.pop(0) if "turn" in sentence else whole
        assert not parts or sum(parts) == turns
    assert sum(numbers.values()) == len(rows.items)
    acts = sum(item.tickable for item in rows.items)
    assert sum(number for sentence, number in numbers.items() if "one act settles" in sentence) == acts
    for item in rows.items:
        if item.performance == "continuing" or item.modality is Modality.MUST_NOT:
            assert not item.tickable
            assert item.standing is None or item.standing.shape is not Shape.FULFILLED or not item.standing.open


@pytest.mark.wide
@pytest.mark.parametrize("render", [render_terminal, render_markdown, render_html, render_csv, render_json, render_ics])
@pytest.mark.parametrize("day", [DAY, None])
def test_every_format_names_the_agreement_of_every_row(render: object, day: str | None) -> None:
    """As often as the agreement has rows, or deadlines in a calendar; and the hash of every record."""
    if render is render_ics and day is None:
        return
    rows = combined_checklist((TRIAL, OTHER), as_of=day)
    text = render(rows)  # type: ignore[operator]
    unfolded = text.replace("\r\n ", "")
    for record in rows.records:
        least = unfolded.count("BEGIN:VEVENT") // 2 if render is render_ics else record.shown
        assert unfolded.count(record.title) >= least
        assert record.content_hash[:16] in unfolded


def test_two_records_with_one_id_are_refused() -> None:
    """Their rows could not be told apart."""
    with pytest.raises(ValueError, match="two records have the id trial"):
        combined_checklist((TRIAL, TRIAL))


def test_an_empty_set_is_an_empty_list() -> None:
    """With its day, and no row."""
    rows = combined_checklist((), as_of=DAY)
    assert (rows.items, rows.records, rows.as_of, rows.combined) == ((), (), DAY, True)
    assert "0 agreements" in render_terminal(rows)


def test_entries_of_a_calendar_keep_their_ids_alone_and_in_a_set() -> None:
    """So that a calendar that has one of them takes the other for the same."""

    def ids(rows: Checklist) -> set[str]:
        text = render_ics(rows).replace("\r\n ", "")
        return {line for line in text.splitlines() if line.startswith("UID:")}

    alone = ids(checklist(TRIAL, as_of=DAY)) | ids(checklist(OTHER, as_of=DAY))
    assert ids(combined_checklist((TRIAL, OTHER), as_of=DAY)) == alone


def test_nothing_of_a_record_is_kept_but_its_rows() -> None:
    """Records are taken one at a time, so that a generator of many is enough."""
    given_out: list[str] = []

    def one_by_one() -> object:
        for number in range(3):
            given_out.append(f"r{number}")
            yield evolve(MINIMAL, id=f"r{number}")

    rows = combined_checklist(one_by_one())  # type: ignore[arg-type]
    assert [record.id for record in rows.records] == given_out
