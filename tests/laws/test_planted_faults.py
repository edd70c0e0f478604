"""The laws have teeth: each fault that is planted in the engine is caught by the sample of random records."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from accords.codec import structure, unstructure
from accords.engine import acts, assess, builder, knowledge, ledger, linkages, points, rows, sides, solver, table, turns
from accords.engine.charges import Charge
from accords.engine.claims import Standing
from accords.engine.moments import ALWAYS, BEGIN, NEVER, NOT_EVER, earliest, latest
from accords.vocabulary import EventKind, Says

from .random_records import random_record
from .soundness import compare

SEARCHED = 2
"""So many records are looked at from the first on that is known to show the fault."""

Plant = Callable[[pytest.MonkeyPatch], None]
FIRST = {
    "a_charge_is_a_verdict": 20059,
    "a_late_start_moves_the_deadline": 20026,
    "a_part_is_the_whole": 20928,
    "a_selection_is_everything": 20037,
    "act_on_the_due_day_is_late": 20066,
    "all_of_means_the_first": 20020,
    "an_act_before_its_time_counts": 20020,
    "an_occurrence_is_any_occurrence": 20154,
    "any_of_means_the_last": 20016,
    "anybody_can_retract": 20284,
    "claims_are_known_at_once": 20006,
    "co_obligors_speak_for_each_other": 20042,
    "counterparts_never_excuse": 20150,
    "denials_have_no_date": 20022,
    "due_day_itself_is_a_breach": 20066,
    "nobody_can_retract": 20081,
    "nobody_is_bound_later": 20005,
    "nothing_ever_lapses": 20006,
    "nothing_goes_unreported": 20000,
    "ones_own_watch_is_evidence": 20270,
    "postponements_are_ignored": 20034,
    "readings_are_ignored": 20025,
    "sides_are_swapped": 20042,
    "silence_is_evidence": 20000,
    "the_anchor_day_counts": 20134,
    "the_clock_never_stands": 20074,
    "turns_are_always_counted_from_the_first": 20170,
    "vague_is_at_once": 20004,
    "violation_on_the_last_day_is_forgotten": 20087,
    "what_survives_dies": 20104,
}
"""Plant → the first seed whose record shows it, so that the search is short."""


def _rows(patch: pytest.MonkeyPatch, change: Callable[[table.Row], table.Row | None]) -> None:
    for name in ("ONCE", "CONTINUING", "ENDEAVOUR_CONTINUING"):
        changed = tuple(row for row in map(change, getattr(rows, name)) if row is not None)
        patch.setattr(rows, name, changed)


def act_on_the_due_day_is_late(patch: pytest.MonkeyPatch) -> None:
    def change(row: table.Row) -> table.Row:
        tests = tuple(("P", "<", "D") if test == ("P", "<=", "D") else test for test in row.tests)
        return table.Row(row.state, tests, row.because)

    _rows(patch, change)


def due_day_itself_is_a_breach(patch: pytest.MonkeyPatch) -> None:
    def change(row: table.Row) -> table.Row:
        tests = tuple(("D", "<=", "t") if test == ("D", "<", "t") else test for test in row.tests)
        return table.Row(row.state, tests, row.because)

    _rows(patch, change)


def nothing_ever_lapses(patch: pytest.MonkeyPatch) -> None:
    _rows(patch, lambda row: None if row.state is table.State.LAPSED else row)


def violation_on_the_last_day_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    def change(row: table.Row) -> table.Row:
        tests = tuple(("V", "<", "E") if test == ("V", "<=", "E") else test for test in row.tests)
        return table.Row(row.state, tests, row.because)

    _rows(patch, change)


def sides_are_swapped(patch: pytest.MonkeyPatch) -> None:
    right = sides.Speakers.sides

    def wrong(self: Any, *args: Any) -> Any:
        found = right(self, *args)
        return evolve(found, own=found.around - found.own)

    patch.setattr(sides.Speakers, "sides", wrong)


def co_obligors_speak_for_each_other(patch: pytest.MonkeyPatch) -> None:
    right = sides.Speakers.sides
    patch.setattr(sides.Speakers, "sides", lambda self, duty, _: right(self, duty, duty.obligor_ids))


def denials_have_no_date(patch: pytest.MonkeyPatch) -> None:
    right = knowledge.Visible._statement

    def wrong(self: Any, claim: Any, event: Any) -> Any:
        found = right(self, claim, event)
        return evolve(found, first=NEVER - 1, last=NEVER - 1) if found.says is Says.NOT_OCCURRED else found

    patch.setattr(knowledge.Visible, "_statement", wrong)


def claims_are_known_at_once(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(knowledge.Visible, "_visible", lambda *_: True)


def anybody_can_retract(patch: pytest.MonkeyPatch) -> None:
    def wrong(self: Any, claim: Any, event: Any, *_: Any) -> bool:
        return not any(self._visible(*other) for other in self._retractions.get(claim.id, ()))

    patch.setattr(knowledge.Visible, "_stands", wrong)


def nobody_can_retract(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(knowledge.Visible, "_stands", lambda *_: True)


def a_charge_is_a_verdict(patch: pytest.MonkeyPatch) -> None:
    right = ledger.charge

    def wrong(*args: Any) -> Charge:
        found = right(*args)
        return evolve(found, certain=True) if found.standing is Standing.CHARGED else found

    patch.setattr(ledger, "charge", wrong)


def silence_is_evidence(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ledger.Ledger, "watched", lambda *_: ((BEGIN, NEVER - 1),))


def ones_own_watch_is_evidence(patch: pytest.MonkeyPatch) -> None:
    right = sides.Speakers.side

    def wrong(self: Any, *args: Any) -> Any:
        found = right(self, *args)
        return sides.Side.NEUTRAL if found is sides.Side.OWN else found

    patch.setattr(sides.Speakers, "side", wrong)


def a_selection_is_everything(patch: pytest.MonkeyPatch) -> None:
    right = knowledge.Visible.watch

    def wrong(self: Any, monitoring: Any) -> Any:
        return right(self, evolve(monitoring, recorded="all"))

    patch.setattr(knowledge.Visible, "watch", wrong)
    patch.setattr(knowledge, "Recorded", type("R", (), {"ALL": "all", "NONE_FOUND": "none_found"}))


def the_clock_never_stands(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(builder, "deadline", lambda _, __, due, ___: due)


def all_of_means_the_first(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(points, "latest", earliest)


def any_of_means_the_last(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(points, "earliest", latest)


def the_anchor_day_counts(patch: pytest.MonkeyPatch) -> None:
    right = solver.Ledger

    class Wrong(right):  # type: ignore[misc, valid-type]
        def __init__(self, record: Any, axis: Any, *days: int) -> None:
            shift = axis.shift_moment
            axis.shift_moment = lambda m, d, a=None, e=None, times=1: (
                shift(m, d, points.Offset.__attrs_attrs__.anchor_day.default.INCLUDED, e, times)
                if e
                else shift(m, d, times=times)
            )
            super().__init__(record, axis, *days)

    patch.setattr(assess, "Ledger", Wrong)


def a_late_start_moves_the_deadline(patch: pytest.MonkeyPatch) -> None:
    right = builder.Builder._due
    patch.setattr(builder.Builder, "_due", lambda self, t, due: right(self, t, latest(due, t.env["O"])))


def an_act_before_its_time_counts(patch: pytest.MonkeyPatch) -> None:
    right = acts.Acts.performed

    def wrong(self: Any, instance: Any, found: Any) -> Any:
        opens, found.env["N"] = found.env["N"], ALWAYS
        performed = right(self, instance, found)
        found.env["N"] = opens
        return performed

    patch.setattr(acts.Acts, "performed", wrong)


def readings_are_ignored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(solver.Solver, "_readings", lambda *_: (None,))


def a_part_is_the_whole(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ledger.Ledger, "acts", lambda self, bearer: self.matters(bearer, EventKind.PERFORMANCE))


def what_survives_dies(patch: pytest.MonkeyPatch) -> None:
    right = builder.Builder._endings
    patch.setattr(builder.Builder, "_endings", lambda self, i: [*self.whole.ends(), *right(self, i)])


def nobody_is_bound_later(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(builder.Builder, "bound_from", lambda self, _: self.points.conclusion())


def counterparts_never_excuse(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(linkages.Linkages, "_excuses", lambda *_: [])


def vague_is_at_once(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(points.Points, "_in_words", lambda *_: ALWAYS)


def postponements_are_ignored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(builder.Builder, "_due_at", lambda self, t, _: t.stages[0].due)


def nothing_goes_unreported(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(acts.Acts, "_unseen", lambda *_: NOT_EVER)


def an_occurrence_is_any_occurrence(patch: pytest.MonkeyPatch) -> None:
    right = points.Points.event
    patch.setattr(points.Points, "event", lambda self, event_id, _=None, plan=False: right(self, event_id, None, plan))


def turns_are_always_counted_from_the_first(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(turns.Turns, "_rolling", turns.Turns._anchored)


PLANTS: tuple[Plant, ...] = (
    a_charge_is_a_verdict,
    a_late_start_moves_the_deadline,
    a_part_is_the_whole,
    a_selection_is_everything,
    act_on_the_due_day_is_late,
    all_of_means_the_first,
    an_act_before_its_time_counts,
    an_occurrence_is_any_occurrence,
    any_of_means_the_last,
    anybody_can_retract,
    claims_are_known_at_once,
    co_obligors_speak_for_each_other,
    counterparts_never_excuse,
    denials_have_no_date,
    due_day_itself_is_a_breach,
    nobody_can_retract,
    nobody_is_bound_later,
    nothing_ever_lapses,
    nothing_goes_unreported,
    ones_own_watch_is_evidence,
    postponements_are_ignored,
    readings_are_ignored,
    sides_are_swapped,
    silence_is_evidence,
    the_anchor_day_counts,
    the_clock_never_stands,
    turns_are_always_counted_from_the_first,
    vague_is_at_once,
    violation_on_the_last_day_is_forgotten,
    what_survives_dies,
)


IGNORED = {
    "act": 20005, "actor_ids": 20287, "acts_for": 20087, "anchor_day": 22381, "binds_from": 20003, "borne":
    20020, "bound_from": 20019, "bound_until": 20020, "defined_as": 20066, "due": 20001, "ends": 20000,
    "ends_if_any": 20006, "entry_into_force": 20005, "excused_if": 20063, "instance": 20026, "known_on": 20001,
    "linkages": 20037, "max_times": 20037, "mode": 20170, "new_due": 20034, "not_before": 20002, "obligation_ids":
    20007, "occurrence_of_id": 20001, "provisional_application": 20013, "published": 20036, "readings": 20025,
    "renewal": 20037, "represented_by_ids": 20008, "retracts_id": 20081, "since": 20000, "survives_termination":
    20104, "suspensions": 20012, "trigger": 20004, "unless_event_id": 20006, "when": 20002,
}  # fmt: skip
"""Field of the format → the first seed whose record is answered wrongly by an engine that does not read it."""


def _without(data: object, field: str) -> object:
    if isinstance(data, dict):
        return {key: _without(value, field) for key, value in data.items() if key != field or _needed(data, field)}
    return [_without(each, field) for each in data] if isinstance(data, list) else data


def _needed(data: dict[str, object], field: str) -> bool:
    """Whether a value would not be valid without the field."""
    kind = data.get("kind")
    return (field == "until" and kind == "no_event") or (
        field in ("obligation_ids", "mode") and {"obligation_ids", "mode"} <= data.keys()
    )


def caught(seeds: range) -> int | None:
    """The first record of the sample that shows the fault."""
    for seed in seeds:
        rng = random.Random(seed)
        record = random_record(rng)
        t = rng.randint(-2, 22)
        if any(verdict.unsound for verdict in compare(record, t, t, rng, 40)):
            return seed
    return None


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_a_planted_fault_is_caught(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the fault in place, some record of the sample has a world that the engine rules out."""
    plant(monkeypatch)
    first = FIRST[plant.__name__]
    assert caught(range(first, first + SEARCHED)) is not None


@pytest.mark.parametrize("field", IGNORED)
def test_an_engine_that_does_not_read_a_field_is_caught(field: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every field of the format that bears on status is used by the records, the engine and the oracle."""

    class Blind(ledger.Ledger):
        def __init__(self, record: Any, *days: Any) -> None:
            super().__init__(structure(_without(json.loads(json.dumps(unstructure(record))), field)), *days)

    monkeypatch.setattr(assess, "Ledger", Blind)
    assert caught(range(IGNORED[field], IGNORED[field] + SEARCHED)) is not None
