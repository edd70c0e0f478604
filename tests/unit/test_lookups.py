"""A record asked for its parts by id, and given one part more."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from accords.codec import to_dict
from accords.model.actors import Actor, ActsFor
from accords.model.additions import KINDS
from accords.model.agreement import Agreement
from accords.model.coding import Coding
from accords.model.conclusion import Term
from accords.model.events import Assessment, Claim, Event, Finding
from accords.model.lookups import PlacedCitation
from accords.model.sources import Citation, Source
from accords.suggest import UnknownIdError
from accords.validate import load, validate
from accords.vocabulary import EventKind, Says, Scale, SourceKind, Verdict
from records import ROOT, WHOLE

DEAL = load(ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json")
EVERYTHING = load(ROOT / "tests" / "records" / "valid" / "everything.accord.json")


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_everything_with_an_id_is_found_by_it(path: Path) -> None:
    """Actors, obligations, events and sources."""
    record = load(path)
    for things, find in (
        (record.actors, record.actor),
        (record.obligations, record.obligation),
        (record.events, record.event),
        (record.sources, record.source),
    ):
        assert all(find(thing.id) is thing for thing in things)


@pytest.mark.parametrize("error", [KeyError, ValueError, UnknownIdError])
@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda: DEAL.actor("servia"), "no actor has the id 'servia'; did you mean serbia?"),
        (lambda: DEAL.obligation("serbia-plate"), "did you mean serbia-plates?"),
        (lambda: DEAL.event("anouncement"), "did you mean announcement"),
        (lambda: DEAL.source("zzz"), "no source has the id 'zzz'; there are "),
        (lambda: DEAL.obligations_of("servia"), "did you mean serbia?"),
        (lambda: DEAL.owed_to("servia"), "did you mean serbia?"),
        (lambda: evolve(DEAL, events=()).event("x"), "there is none at all"),
    ],
)
def test_an_unknown_id_is_refused_with_those_that_come_near(
    ask: Callable[[], object], words: str, error: type[Exception]
) -> None:
    """As the error of a look-up and as that of a wrong argument."""
    with pytest.raises(error) as caught:
        ask()
    assert words in str(caught.value)


def _acting() -> Agreement:
    minister = Actor(id="minister", name="Minister", acts_for=(ActsFor(actor_id="serbia"),))
    both = Actor(id="both", name="Both", member_ids=("serbia", "kosovo"))
    duty = DEAL.obligation("serbia-plates")
    duties = (
        evolve(duty, id="own", obligor_ids=("serbia",), owed_to_ids=("kosovo",)),
        evolve(duty, id="by-minister", obligor_ids=("minister",), owed_to_ids=("both",)),
        evolve(duty, id="by-both", obligor_ids=("both",), owed_to_ids=("minister",)),
        evolve(duty, id="other", obligor_ids=("kosovo",), owed_to_ids=()),
    )
    return evolve(DEAL, actors=(*DEAL.actors, minister, both), obligations=duties)


@pytest.mark.parametrize(
    ("who", "owes", "is_owed"),
    [
        ("serbia", ["own", "by-minister", "by-both"], ["by-minister", "by-both"]),
        ("kosovo", ["by-both", "other"], ["own", "by-minister"]),
        ("minister", ["by-minister"], ["by-both"]),
        ("both", ["by-both"], ["by-minister"]),
    ],
)
def test_what_falls_to_an_actor_comes_through_agents_and_groups(who: str, owes: list[str], is_owed: list[str]) -> None:
    """Who acts for it binds it, and so does a group for each member; it does not bind them."""
    record = _acting()
    assert [duty.id for duty in record.obligations_of(who)] == owes
    assert [duty.id for duty in record.owed_to(who)] == is_owed


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_every_citation_comes_with_the_place_where_it_stands(path: Path) -> None:
    """The pointer leads to it in the record as JSON, and none is left out."""
    record = load(path)
    plain = to_dict(record)

    def at(pointer: str) -> Any:
        here: Any = plain
        for step in pointer.split("/")[1:]:
            here = here[int(step)] if isinstance(here, list) else here[step]
        return here

    placed = record.citations()
    assert all(at(each.pointer)["source_id"] == each.citation.source_id for each in placed)
    assert len({each.pointer for each in placed}) == len(placed) == json.dumps(plain).count('"source_id"')
    assert all(isinstance(each, PlacedCitation) for each in placed)


CLAIM = Claim(says=Says.OCCURRED, claimed_by_id="serbia", citations=(Citation(source_id=DEAL.sources[0].id),))
EVENT = Event(id="new", kind=EventKind.CONDUCT, summary="Something happened.", claims=(CLAIM,))
SOURCE = Source(id="new-source", kind=SourceKind.REPORT, title="A report")
RATING = Assessment(obligation_id="serbia-plates", assessor="somebody", on="2023", scale=Scale.PAM_0_3, value="2")


def test_what_is_added_stands_last_and_the_record_itself_stays() -> None:
    """And the new record has no error that the old one has not."""
    before = to_dict(DEAL)
    with_all = DEAL.with_source(SOURCE).with_event(EVENT).with_claim("new", CLAIM).with_assessment(RATING)
    assert with_all.sources[-1] == SOURCE
    assert with_all.event("new").claims == (CLAIM, CLAIM)
    assert with_all.assessments[-1] == RATING
    assert to_dict(DEAL) == before
    assert validate(with_all).ok


def test_an_event_may_name_what_comes_with_it() -> None:
    """A claim that takes back another one of the same event."""
    event = evolve(EVENT, claims=(evolve(CLAIM, id="first"), evolve(CLAIM, retracts_id="first")))
    assert DEAL.with_event(event).event("new") == event


@pytest.mark.parametrize(
    ("add", "error", "words"),
    [
        (lambda: DEAL.with_claim("anouncement", CLAIM), UnknownIdError, "did you mean announcement"),
        (lambda: DEAL.with_claim("announcement", evolve(CLAIM, claimed_by_id="servia")), UnknownIdError, "serbia"),
        (lambda: DEAL.with_claim("announcement", evolve(CLAIM, retracts_id="x")), UnknownIdError, "no claim has"),
        (
            lambda: DEAL.with_claim("announcement", evolve(CLAIM, citations=(Citation(source_id="x"),))),
            UnknownIdError,
            "no source has the id 'x'",
        ),
        (lambda: DEAL.with_claim("announcement", evolve(CLAIM, id="serbia")), ValueError, "that of another actor"),
        (lambda: DEAL.with_event(evolve(EVENT, id="announcement")), ValueError, "that of another event"),
        (lambda: DEAL.with_event(evolve(EVENT, obligation_ids=("serbia",))), UnknownIdError, "no obligation has"),
        (
            lambda: DEAL.with_event(evolve(EVENT, finding=Finding(on_id="x", verdict=Verdict.BREACHED))),
            UnknownIdError,
            "no subject has the id 'x'",
        ),
        (lambda: DEAL.with_source(DEAL.sources[0]), ValueError, "that of another source"),
        (lambda: DEAL.with_assessment(evolve(RATING, obligation_id="x")), UnknownIdError, "no obligation has"),
        (lambda: DEAL.with_event(CLAIM), TypeError, "expected Event, not Claim"),
        (lambda: DEAL.with_claim("announcement", "said"), TypeError, "expected Claim, not str"),
    ],
)
def test_what_names_nothing_or_has_an_id_in_use_is_not_added(
    add: Callable[[], object], error: type[Exception], words: str
) -> None:
    """In words, at once."""
    with pytest.raises(error) as caught:
        add()
    assert words in str(caught.value)


def test_whatever_has_an_id_can_be_added_to() -> None:
    """The record that uses everything takes a source: all that has an id there is of a known kind."""
    assert EVERYTHING.with_source(SOURCE).source("new-source") == SOURCE
    assert {Coding, Term}.isdisjoint(KINDS)
