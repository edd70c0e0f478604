"""What lies inside what."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest

from accords.codec import unstructure
from accords.model.agreement import Agreement
from accords.model.conditions import (
    AllOf,
    AtLeast,
    Condition,
    NoEvent,
    Offset,
    OnConclusion,
    OnDate,
    OnEvent,
    OnObligation,
    Vague,
)
from accords.model.obligations import (
    Continuing,
    EachTime,
    Obligation,
    Quantity,
    Ratio,
    Reading,
    ReadingTerms,
    Recurring,
    Renewal,
    Suspension,
)
from accords.model.walk import (
    SLOTS,
    children_of,
    citations_in,
    conditions_of,
    duties_of,
    events_of,
    nodes,
    slots_of,
)
from accords.validate import load
from accords.vocabulary import Modality

EVERYTHING = load(Path(__file__).parents[2] / "tests" / "records" / "valid" / "everything.accord.json")
DAY = OnDate(value="2023-01-01")


def _sample(cls: type) -> Condition:
    """One condition of the class with every inner condition that it can have."""
    inner = OnEvent(event_id="e")
    fields = {
        "value": "2023",
        "event_id": "e",
        "obligation_id": "o",
        "anchor": inner,
        "count": 1,
        "conditions": (inner, DAY),
        "until": DAY,
        "since": inner,
        "text": "soon",
        "after": inner,
    }
    return cls(**{name: fields[name] for name in cls.__annotations__ if name in fields})


@pytest.mark.parametrize("cls", get_args(Condition))
def test_the_children_of_a_condition_are_the_conditions_in_its_json(cls: type) -> None:
    """Of every kind, each with the way to it."""
    condition = _sample(cls)
    plain = unstructure(Agreement(id="x", title="X", actors=(), parties=(), obligations=(_duty(due=condition),)))
    found = plain["obligations"][0]["due"]
    expected = json.dumps(found).count('"kind"') - 1
    children = children_of(condition)
    assert len(children) == expected
    for path, child in children:
        here = found
        for step in path:
            here = here[step]
        assert here["kind"] == child.kind


def _duty(**more: object) -> Obligation:
    return Obligation(id="o", modality=Modality.MUST, action="act", **more)


def test_the_slots_are_the_conditions_of_an_obligation() -> None:
    """In the order of its fields, and no other field holds one."""
    names = [name for name, kind in Obligation.__annotations__.items() if "[Condition" in kind]
    assert names == list(SLOTS)
    assert list(slots_of(_duty(ends=DAY, trigger=OnConclusion()))) == [("trigger", OnConclusion()), ("ends", DAY)]


def test_every_condition_of_a_duty_is_found() -> None:
    """Those of readings, suspensions and turns too."""
    one, two, three, four = (OnEvent(event_id=f"e{n}") for n in range(4))
    duty = _duty(
        due=one,
        performance=Recurring(ends=two),
        suspensions=(Suspension(starts=three),),
        readings=(Reading(id="r", text="so", replaces=ReadingTerms(ends=four)),),
    )
    assert set(conditions_of(duty)) == {one, two, three, four}


def test_what_a_duty_names_is_found_wherever_it_stands() -> None:
    """In conditions at any depth, in its performance, its renewal and its quantities."""
    deep = AllOf(
        conditions=(Offset(anchor=NoEvent(event_id="a", until=OnObligation(obligation_id="p")), duration="P1D"),)
    )
    ratio = Quantity(measure="prisoners", at_least=Ratio(times=3, of_obligation_id="q"))
    duty = _duty(
        due=AtLeast(count=1, conditions=(deep, Vague(text="soon", after=OnEvent(event_id="b")))),
        performance=EachTime(event_id="c"),
        renewal=Renewal(duration="P1Y", if_event_id="d", unless_event_id="e"),
        quantities=(ratio,),
    )
    assert events_of(duty) == {"a", "b", "c", "d", "e"}
    assert duties_of(duty) == {"p", "q"}
    assert duties_of(_duty(performance=EachTime(obligation_id="r"))) == {"r"}


@pytest.mark.parametrize(
    ("duty", "continuing"),
    [
        (_duty(), False),
        (_duty(performance=Continuing()), True),
        (_duty(performance=Recurring(every="P1M")), False),
        (_duty(performance=Recurring(text="regularly")), True),
        (_duty(performance=EachTime(event_id="e")), False),
        (Obligation(id="o", modality=Modality.MUST_NOT, action="act"), True),
        (Obligation(id="o", modality=Modality.MUST_NOT, action="act", performance=Recurring(every="P1Y")), True),
    ],
)
def test_what_is_kept_from_day_to_day_is_said_once(duty: Obligation, continuing: bool) -> None:
    """For the engine, the checks and the checklist alike."""
    assert duty.is_continuing is continuing
    assert duty.is_continuing is continuing


def test_nodes_come_before_what_they_hold_and_at_any_depth() -> None:
    """Without recursion."""
    condition: Condition = DAY
    for _ in range(5_000):
        condition = Offset(anchor=condition, duration="P1D")
    found = list(nodes(condition))
    assert (found[0], found[-1], len(found)) == (condition, DAY, 5_001)


def test_every_citation_of_a_record_is_found_with_its_place() -> None:
    """As many as its JSON holds, each where it stands."""
    plain = unstructure(EVERYTHING)
    cited = list(citations_in(EVERYTHING))
    assert len(cited) == json.dumps(plain).count('"source_id"')
    for path, citation in cited:
        here = plain
        for step in path:
            here = here[step]
        assert here["source_id"] == citation.source_id
