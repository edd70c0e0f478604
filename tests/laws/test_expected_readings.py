"""What the rules say, one sentence at a time, expected by somebody who had not seen the engine answer."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from datetime import date
from functools import partial

import pytest

from accords.codec import unstructure
from accords.standing.report import status

from .expected_amounts import AMOUNTS
from .expected_deadlines import DEADLINES
from .expected_escapes import ESCAPES
from .expected_fields import FIELDS
from .expected_findings import FINDINGS
from .expected_hours import HOURS
from .expected_said import SAID
from .expected_turns import TURNS
from .expected_words import WORDS
from .oracle import BASE, HIGH, LOW, Oracle, World, worlds
from .oracle_words import Who
from .small_records import faults

TABLES = (TURNS, DEADLINES, WORDS, AMOUNTS, FIELDS, FINDINGS, HOURS, ESCAPES, SAID)
CASES = {name: case for table in TABLES for name, case in table.items()}


def test_no_two_situations_have_one_name() -> None:
    """Each is found again by its name."""
    assert len(CASES) == sum(map(len, TABLES)) > 200


@pytest.mark.parametrize("name", CASES)
def test_the_answer_is_the_expected_one(name: str) -> None:
    """The states, that as reported first; deadlines as reported; how many turns are listed."""
    made, days = CASES[name]
    wrong = []
    for day, expected in days.items():
        exact, interval = (status(made(), as_of=day, precision=p) for p in ("exact", "interval"))
        wrong += [f"{day} {fault}" for fault in faults(exact, interval, expected)]
    assert not wrong, "\n".join(wrong)


def inside(name: str) -> list[str]:
    """The days of a situation that the oracle can play, which knows a few weeks only."""
    made, days = CASES[name]
    text = json.dumps(unstructure(made()))
    stated = [date.fromisoformat(day).toordinal() - BASE for day in re.findall(r"\d{4}-\d\d-\d\d", text)]
    early = min(stated) > LOW + 2
    return [day for day in days if early and LOW + 2 < date.fromisoformat(day).toordinal() - BASE < HIGH - 2]


@pytest.mark.parametrize("count", [40, pytest.param(400, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", CASES)
def test_the_oracle_plays_no_world_that_is_not_expected(name: str, count: int) -> None:
    """Both were written from the same sentences: what the one excludes, the other never reaches."""
    made, days = CASES[name]
    for day in inside(name):
        t = date.fromisoformat(day).toordinal() - BASE
        record = made()
        oracle = Oracle(record, t, t)
        for key, wanted in days[day].items():
            if ":" in key or key == "agreement":
                continue
            duty, _, number = key.partition("#")
            duty, _, obligor = duty.partition("/")
            who = next(w for w in oracle.instances(oracle.duty[duty]) if w[1] == "*" or w[1] == obligor or not obligor)
            turn = int(number) if number else None
            states, _ = worlds(partial(play, oracle, who, turn, t), count, random.Random(1))
            assert not list(beyond(states, wanted)), (day, key, sorted(states), wanted)


def play(oracle: Oracle, who: Who, turn: int | None, t: int, world: World) -> str | None:
    return oracle.play(world, who, turn, t)


def beyond(states: set[str], wanted: str) -> Iterator[str]:
    """What of an expectation the worlds of the oracle contradict."""
    for part in wanted.split("; "):
        word, _, listed = part.rpartition(" ")
        names = set(listed.strip("{}").split("|"))
        if (word == "" and not states <= names) or (word == "never" and states & names):
            yield part
        if (word in ("has", "reports") and not names <= states) or (word == "not only" and states == names):
            yield part
