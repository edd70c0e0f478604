"""What two days, or two versions, differ in: charges that came, and no more than differs."""

from __future__ import annotations

from attrs import evolve

from accords.compare import diff
from accords.model.actors import DesignationNote
from accords.model.agreement import Agreement
from accords.model.events import Claim, Event
from accords.render.diff import render_diff
from accords.render.status.text import render_changes
from accords.standing.history import changes, timeline
from accords.vocabulary import EventKind, Modality, Says
from deals import deal, duty
from trial import trial

BETWEEN = ("2023-01-20", "2023-02-20")
ALLEGED = "alleged by one side only (b); no reply to that is recorded here"


def charged(*days: str) -> Agreement:
    """A duty to leave something, and a charge of each day."""
    events = tuple(
        Event(
            id=f"e{day}", kind=EventKind.CONDUCT, summary=f"It happened in {day[:7]}", obligation_ids=("o",),
            claims=(Claim(says=Says.BREACH, when=day, known_on=day, claimed_by_id="b"),),
        )
        for day in days
    )  # fmt: skip
    return deal(duty(modality=Modality.MUST_NOT, owed_to_ids=("b",)), events=events)


def test_a_charge_that_came_between_two_days_is_told_though_the_name_stays() -> None:
    """In differences and in statuses, with who makes it, and without the one that was there before."""
    record = charged("2023-01-05", "2023-02-05")
    (moved,) = changes(record, between=BETWEEN)
    assert moved.before is not None
    assert moved.after is not None
    assert moved.before.name == moved.after.name
    words = render_changes([moved], record, between=BETWEEN, width=1000)
    difference = render_diff(diff(record, between=BETWEEN), width=1000)
    for told in (words, difference):
        assert "It happened in 2023-02" in told
        assert ALLEGED in told
    assert "now said: It happened in 2023-02 [e2023-02-05], 5 February 2023" in words
    assert "It happened in 2023-01 [" not in words


def test_the_timeline_has_the_day_of_each_charge() -> None:
    """Also of the second."""
    record = charged("2023-01-05", "2023-02-05")
    assert {"2023-01-05", "2023-02-05"} <= {change.day for change in timeline(record, known_by="2023-03-01")}


def test_without_a_new_charge_nothing_changed() -> None:
    """Days go by."""
    assert changes(charged("2023-01-05"), between=BETWEEN) == ()


def test_a_note_on_a_name_that_was_dropped_makes_no_other_bearer() -> None:
    """The name keeps its mark on both sides, and what differs is told by its place."""
    record = trial()
    bare = evolve(record, actors=tuple(evolve(actor, designation_notes=()) for actor in record.actors))
    note = (DesignationNote(text="A note"),)
    noted = evolve(record, actors=tuple(evolve(actor, designation_notes=note) for actor in bare.actors))
    for before, after in ((noted, bare), (bare, noted)):
        found = diff(before, after)
        assert found.duties == ()
        assert {place.pointer.split("/")[1] for place in found.elsewhere} == {"actors"}
        assert [each.text for each in found.notes] == ["A note"]
