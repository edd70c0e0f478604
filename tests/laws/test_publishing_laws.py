"""The laws of what is published: it never accuses more than the whole record, and nothing internal is in it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import accords
from accords.checks import has_error
from accords.checks.lookups.index import build_index
from accords.codec import dumps, structure, to_dict
from accords.compare.publishing import NotPublishableError, public_record
from accords.compare.publishing.taking_out import is_inside, taken_out, without
from accords.engine.terms.table import State
from accords.model.agreement import Agreement
from accords.model.events import Event
from accords.standing.instances import InstanceStatus
from accords.standing.report import status

from .random_records import random_record
from .soundness import day

EVERYTHING = Path(__file__).parents[1] / "records" / "valid" / "everything.accord.json"


def marked(record: Agreement, rng: random.Random, *, events: float = 0.02, claims: float = 0.15) -> Agreement:
    """``record`` with some of its events and claims internal."""

    def hidden(event: Event) -> Event:
        inside = tuple(evolve(each, internal=rng.random() < claims) for each in event.claims)
        return evolve(event, claims=inside, internal=rng.random() < events)

    return evolve(record, events=tuple(map(hidden, record.events)))


def marked_apart(record: Agreement, rng: random.Random) -> Agreement:
    """``record`` with internal events and claims that nothing else names, so that only statuses can be in the way."""
    named = {mention.id for mention in build_index(record).mentions}

    def hidden(event: Event) -> Event:
        inside = tuple(
            evolve(each, internal=each.id not in named and not each.retracts_id and rng.random() < 0.25)
            for each in (event.claims if event.obligation_ids else ())
        )
        internal = event.id not in named and rng.random() < 0.1
        return evolve(event, claims=inside or event.claims, internal=internal)

    return evolve(record, events=tuple(map(hidden, record.events)))


def worse(whole: InstanceStatus | None, public: InstanceStatus) -> Iterator[str]:
    """What a reader of the public record would hold against somebody, and a reader of the whole one would not."""
    if public.is_overdue and not (whole is not None and whole.is_overdue):
        yield "overdue"
    if public.states == {State.BREACHED} and not (whole is not None and whole.states == {State.BREACHED}):
        yield "breached for certain"
    answered = {each.event_id: each for each in whole.violations} if whole is not None else {}
    for each in public.violations:
        other = answered.get(each.event_id)
        if other is None:
            yield "charged"
        elif other.answered and not each.answered:
            yield "without its answer"
        elif set(other.denied_by_ids) - set(each.denied_by_ids):
            yield "without its denial"


def worse_on(whole: Agreement, public: Agreement, t: int) -> list[str]:
    """The same of all instances, at the end of one day, from what was known by then."""
    one, other = (status(each, as_of=day(t)) for each in (whole, public))
    known = {each.key: each for each in one.instances}
    return [words for each in other.instances for words in worse(known.get(each.key), each)]


def check(seeds: range, days: range) -> tuple[int, int, int]:
    """Hold what is published of a sample against the whole on days: how many are, are not, and would be worse."""
    published = refused = rightly = 0
    for seed in seeds:
        rng = random.Random(seed)
        record = marked_apart(random_record(rng), rng)
        gone = taken_out(build_index(record))
        if not gone or has_error(record):
            continue
        try:
            public = public_record(record, preview=True)
        except NotPublishableError:
            refused += 1
            rightly += any(worse_on(record, without(record, gone), t) for t in days)
            continue
        published += 1
        for t in days:
            assert worse_on(record, public, t) == [], (seed, day(t))
    return published, refused, rightly


def test_what_is_published_never_accuses_more_than_the_whole_record() -> None:
    """On several days; and a publisher that does not look would have accused more, so that the law can fail."""
    published, refused, rightly = check(range(70_000, 70_050), range(-10, 27, 6))
    assert published > 5
    assert refused > 5
    assert rightly > 1


@pytest.mark.slow
def test_what_is_published_never_accuses_more_at_length() -> None:
    """The same over more records, on every day."""
    published, _, rightly = check(range(71_000, 71_600), range(-10, 27))
    assert published > 100
    assert rightly > 15


CANARY = "canary{:04d}"


def with_canaries(record: Agreement) -> tuple[Agreement, list[str]]:
    """``record`` with another strange text in every field of what is not to be published, and those texts and ids."""
    index = build_index(record)
    gone = taken_out(index)
    plain = to_dict(record)
    strange: list[str] = [owner.id for owner in index.owners if is_inside(owner.path, gone)]

    def put(path: tuple[str | int, ...]) -> None:
        here: Any = plain
        for step in path[:-1]:
            here = here[step]
        strange.append(CANARY.format(len(strange)))
        here[path[-1]] = strange[-1]

    office = ("extensions", "waivers", "coded_by", "reviewed_by", "waived_by")
    for path, _ in index.texts:
        if is_inside(path, gone) or not set(office).isdisjoint(path):
            put(path)
    if plain.get("coding"):
        put(("coding", "coded_by"))
    plain["extensions"] = {"office": {}}
    put(("extensions", "office", "desk"))
    return structure(plain), strange


SAMPLE = ("kosovo-serbia-plates-2022-monitored", "kosovo-serbia-ohrid-2023", "black-sea-grain-2022", "everything")


def sample(name: str) -> Agreement:
    return accords.load(EVERYTHING) if name == "everything" else accords.examples.load(name)


@pytest.mark.parametrize("name", SAMPLE)
def test_nothing_internal_reaches_a_byte_of_what_is_published(name: str) -> None:
    """Texts of all kinds and ids; of what the internal things alone name, too."""
    for seed in range(8):
        rng = random.Random(seed)
        record = marked(sample(name), rng, events=0.1, claims=0.1)
        sources = tuple(evolve(each, internal=rng.random() < 0.2) for each in record.sources)
        ratings = tuple(evolve(each, internal=rng.random() < 0.5) for each in record.assessments)
        record, strange = with_canaries(evolve(record, sources=sources, assessments=ratings))
        text = dumps(without(record, taken_out(build_index(record))))
        named = {mention.id for mention in build_index(structure(json.loads(text))).mentions}
        assert len(strange) > 10
        assert [each for each in strange if f'"{each}"' in text and each not in named] == []
        assert "canary" not in text


@pytest.mark.parametrize("name", SAMPLE[:3])
def test_a_public_record_is_valid_and_holds_all_that_is_not_internal(name: str) -> None:
    """What is made public of a public record is that record."""
    for seed in range(3):
        record = marked(sample(name), random.Random(seed), events=0.0, claims=0.03)
        try:
            public = public_record(record, as_of=("2023-06-30",))
        except NotPublishableError:
            continue
        assert accords.validate(public).ok
        assert public_record(public) == public
        kept = {claim.id for event in record.events for claim in event.claims if not claim.internal}
        assert kept == {claim.id for event in public.events for claim in event.claims}
