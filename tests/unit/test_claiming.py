"""Entries held against a record: what is meant by them, and what they make of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from attrs import evolve

import accords
from accords.editing.claiming import entered
from accords.editing.entries import ClaimEntry, EntryError, as_citation, as_day, as_quantity
from accords.editing.meant import meant_event
from accords.editing.ruling import finding_of, kind_of, new_due_of
from accords.model import additions
from accords.model.walk import objects_in
from accords.vocabulary import Verdict
from records import ROOT

FERRY = accords.load(ROOT / "examples" / "minimal.accord.json")
MEASURED = accords.Obligation(
    id="d", modality="must", action="do", quantities=(accords.Quantity(measure="boats", at_least=2),)
)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("88", ("boats", None, 88, None, None)),
        ("80..90.5", ("boats", None, None, 80, Decimal("90.5"))),
        ("80..", ("boats", None, None, 80, None)),
        ("..7 dozen", ("boats", "dozen", None, None, 7)),
        ("enriched uranium = 3 kg", ("enriched uranium", "kg", 3, None, None)),
    ],
)
def test_an_amount_is_read_as_it_is_written(text: str, figures: tuple[object, ...]) -> None:
    """Exactly, a least, a most or both; of what, where the duty does not say."""
    found = as_quantity(text, (MEASURED,), so_far=False)
    assert (found.measure, found.unit, found.amount, found.at_least, found.at_most) == figures


@pytest.mark.parametrize("text", ["", "..", "many", "-3", "3..4..5", "a=", "=3", "1e3", "3kg", "boats=.."])
def test_what_is_no_amount_is_refused(text: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(EntryError, match="is no amount"):
        as_quantity(text, (MEASURED,), so_far=False)


def test_of_several_measures_one_has_to_be_named() -> None:
    """And of none too."""
    other = accords.Obligation(
        id="e", modality="must", action="do", quantities=(accords.Quantity(measure="carts", at_least=2),)
    )
    with pytest.raises(EntryError, match="one of boats, carts"):
        as_quantity("3", (MEASURED, other), so_far=True)
    with pytest.raises(EntryError, match="states none"):
        as_quantity("3", (), so_far=True)


def test_days_and_places_are_read_from_lines() -> None:
    """What is no date says which option it was given with."""
    assert as_day(None, "--until") is None
    with pytest.raises(EntryError, match="--until: "):
        as_day("soon", "--until")
    assert as_citation("note ¶2, ¶3") == accords.Citation(source_id="note", locator="¶2, ¶3")
    assert as_citation("note", "p3").locator == "p3"


def test_ids_are_made_that_the_record_does_not_have() -> None:
    """As often as one likes, and never longer than an id may be."""
    entry = ClaimEntry(
        target="no-tolls", says=accords.Says.OCCURRED, when=as_day("1911-10-01/1911-10-02", "WHEN"),
        summary="A toll of a crown was taken.", said_by="ruritania", is_new=True,
    )  # fmt: skip
    record = FERRY
    for _ in range(12):
        record = entered(record, entry).record
    ids = [each.id for each in record.events]
    assert ids[:2] == ["no-tolls-1911-10-01-1911-10-02", "no-tolls-1911-10-01-1911-10-02-2"]
    assert len(set(ids)) == 12
    assert accords.validate(record).ok
    assert {each.kind for each in record.events} == {"conduct"}


def test_an_event_of_another_turn_or_kind_is_no_rival() -> None:
    """One whose turn is not stated could be of any."""
    event = accords.Event(id="e", kind="performance", summary="s", obligation_ids=("repair-landing",), instance=2)
    record = FERRY.with_event(event)
    entry = {"target": "repair-landing", "summary": "s", "says": accords.Says.OCCURRED}
    assert meant_event(record, ClaimEntry(turn=1, **entry)) is None
    assert meant_event(record, ClaimEntry(turn=2, kind=accords.EventKind.POSTPONEMENT, **entry)) is None
    for turn in (2, None):
        with pytest.raises(EntryError, match="--event e: s"):
            meant_event(record, ClaimEntry(turn=turn, **entry))


@pytest.mark.parametrize(
    ("there", "said", "asks"),
    [
        ("occurred", "not_occurred", True),
        ("not_occurred", "occurred", True),
        ("planned", "occurred", True),
        ("occurred", "planned", True),
        ("breach", "not_occurred", True),
        ("occurred", "occurred", False),
        ("occurred", "no_breach", True),
        ("breach", "no_breach", True),
    ],
)
def test_what_is_denied_or_planned_may_be_any_happening_of_the_duty(there: str, said: str, asks: bool) -> None:
    """For its day is not that of the happening; what happened on two days apart is two happenings."""
    claim = accords.Claim(says=there, when=accords.parse_date("1911-09-07"), claimed_by_id="ruritania")
    event = accords.Event(id="e", kind="performance", summary="s", obligation_ids=("repair-landing",), claims=(claim,))
    entry = ClaimEntry(target="repair-landing", says=accords.Says.of(said), when=accords.parse_date("1911-09-09"))
    record = FERRY.with_event(event)
    if asks:
        with pytest.raises(EntryError, match="--event e: s"):
            meant_event(record, entry)
    else:
        assert meant_event(record, entry) is None


def test_a_new_event_that_is_denied_is_told_as_if_it_had_happened() -> None:
    """Or the denial of “they stayed” would say that they left."""
    with pytest.raises(EntryError, match="as if it had"):
        entered(FERRY, ClaimEntry(target="repair-landing", says=accords.Says.NOT_OCCURRED, said_by="graustark"))


@pytest.mark.parametrize("said", ["occurred", "no_breach", "not_occurred"])
def test_a_missing_summary_names_the_events_there_are(said: str) -> None:
    """For what is said may be about one of them; those of another duty are not named."""
    events = tuple(
        accords.Event(id=name, kind="performance", summary="s", instance=turn, obligation_ids=(duty,))
        for name, turn, duty in (("e", 2, "repair-landing"), ("f", None, "no-tolls"))
    )
    entry = ClaimEntry(target="repair-landing", turn=1, says=accords.Says.of(said), said_by="graustark")
    with pytest.raises(EntryError, match="--summary") as refused:
        entered(evolve(FERRY, events=events), entry)
    assert "--event e: s" in str(refused.value)
    assert "--event f" not in str(refused.value)


@pytest.mark.parametrize("claims", [40])
def test_a_list_takes_work_in_proportion_to_its_length(claims: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ids of the record are gone through once, and not for every line."""
    looked = 0

    def counting(value: object) -> Iterator[object]:
        nonlocal looked
        for each in objects_in(value):
            looked += 1
            yield each

    monkeypatch.setattr(additions, "objects_in", counting)
    record, known = FERRY, additions.known_ids(FERRY)
    whole = looked
    for _ in range(claims):
        entry = ClaimEntry(target="no-tolls", says=accords.Says.PLANNED, summary="s", is_new=True, said_by="ruritania")
        record = entered(record, entry, known).record
    assert len(record.events) == claims
    assert looked - whole < 20 * claims


def test_a_verdict_and_a_new_deadline_make_the_kind_of_an_event() -> None:
    """And what they are about is the duty, unless something else is named."""
    record = FERRY
    duty = record.obligations[0]
    found = ClaimEntry(target=duty.id, found=Verdict.BREACHED)
    moved = ClaimEntry(target=duty.id, new_due="1911-10-31")
    assert [kind_of(each, duty) for each in (found, moved)] == ["finding", "postponement"]
    verdict, later = finding_of(record, found), new_due_of(record, moved)
    assert verdict is not None
    assert (verdict.on_id, verdict.verdict) == (duty.id, "breached")
    assert later is not None
    assert (finding_of(record, moved), new_due_of(record, found)) == (None, None)
    with pytest.raises(EntryError, match="--found-on"):
        finding_of(record, evolve(found, target="elsewhere"))
