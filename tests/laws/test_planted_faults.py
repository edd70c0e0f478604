"""The laws have teeth: each fault that is planted in the engine is caught by the sample of random records."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from accords.engine.days.moments import ALWAYS, BEGIN, NEVER, NOT_EVER, earliest, latest
from accords.engine.facts import knowledge, ledger, sides, watching
from accords.engine.facts.charges import Charge
from accords.engine.facts.claims import Standing
from accords.engine.terms import acts, builder, deadlines, linkages, points, solver, table, turns
from accords.engine.worlds import rows
from accords.vocabulary import AnchorDay, EventKind, Says

from .random_records import random_record
from .soundness import compare

SEARCHED = 2
"""So many records are looked at from the first on that is known to show the fault."""

Plant = Callable[[pytest.MonkeyPatch], None]
FIRST = {
    "a_charge_is_a_verdict": 20140,
    "a_late_start_moves_the_deadline": 20091,
    "a_part_is_the_whole": 20361,
    "a_selection_is_everything": 20026,
    "act_on_the_due_day_is_late": 20002,
    "all_of_means_the_first": 20313,
    "an_act_before_its_time_counts": 20296,
    "an_occurrence_is_any_occurrence": 20290,
    "any_of_means_the_last": 20036,
    "anybody_can_retract": 20015,
    "claims_are_known_at_once": 20002,
    "co_obligors_speak_for_each_other": 20134,
    "counterparts_never_excuse": 20035,
    "denials_have_no_date": 20071,
    "due_day_itself_is_a_breach": 20014,
    "nobody_can_retract": 20216,
    "nobody_is_bound_later": 20000,
    "nothing_ever_lapses": 20012,
    "nothing_goes_unreported": 20002,
    "ones_own_watch_is_evidence": 20036,
    "postponements_are_ignored": 20241,
    "readings_are_ignored": 20002,
    "sides_are_swapped": 20028,
    "silence_is_evidence": 20002,
    "the_anchor_day_counts": 20040,
    "the_clock_never_stands": 20052,
    "turns_are_always_counted_from_the_first": 20009,
    "vague_is_at_once": 20007,
    "violation_on_the_last_day_is_forgotten": 20082,
    "what_survives_dies": 20009,
}
"""Plant → the first seed whose record shows it, so that the search is short."""


def _rows(patch: pytest.MonkeyPatch, change: Callable[[table.Row], table.Row | None]) -> None:
    for name in ("ONCE", "CONTINUING", "ENDEAVOUR_CONTINUING"):
        changed = tuple(row for row in map(change, getattr(rows, name)) if row is not None)
        patch.setattr(rows, name, changed)


def act_on_the_due_day_is_late(patch: pytest.MonkeyPatch) -> None:
    def change(row: table.Row) -> table.Row:
        tests = tuple(("performed", "<", "due") if test == ("performed", "<=", "due") else test for test in row.tests)
        return table.Row(row.state, tests, row.because)

    _rows(patch, change)


def due_day_itself_is_a_breach(patch: pytest.MonkeyPatch) -> None:
    def change(row: table.Row) -> table.Row:
        tests = tuple(("due", "<=", "now") if test == ("due", "<", "now") else test for test in row.tests)
        return table.Row(row.state, tests, row.because)

    _rows(patch, change)


def nothing_ever_lapses(patch: pytest.MonkeyPatch) -> None:
    _rows(patch, lambda row: None if row.state is table.State.LAPSED else row)


def violation_on_the_last_day_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    def change(row: table.Row) -> table.Row:
        tests = tuple(("violated", "<", "over") if test == ("violated", "<=", "over") else test for test in row.tests)
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
    patch.setattr(sides.Speakers, "sides", lambda self, duty, _, __: right(self, duty, duty.obligor_ids, False))


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
    right = watching.Watching._side

    def wrong(self: Any, *args: Any) -> Any:
        found = right(self, *args)
        return sides.Side.VERIFIER if found is sides.Side.OWN else found

    patch.setattr(watching.Watching, "_side", wrong)


def a_selection_is_everything(patch: pytest.MonkeyPatch) -> None:
    right = knowledge.Visible.watch

    def wrong(self: Any, monitoring: Any) -> Any:
        return right(self, evolve(monitoring, recorded="all"))

    patch.setattr(knowledge.Visible, "watch", wrong)
    patch.setattr(knowledge, "Recorded", type("R", (), {"ALL": "all", "NONE_FOUND": "none_found"}))


def the_clock_never_stands(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(deadlines, "deadline", lambda _, __, due, ___: due)


def all_of_means_the_first(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(points, "latest", earliest)


def any_of_means_the_last(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(points, "earliest", latest)


def the_anchor_day_counts(patch: pytest.MonkeyPatch) -> None:
    right = points.counted_from

    def wrong(axis: Any, offset: Any, *args: Any) -> Any:
        return right(axis, evolve(offset, anchor_day=AnchorDay.INCLUDED), *args)

    patch.setattr(points, "counted_from", wrong)


def a_late_start_moves_the_deadline(patch: pytest.MonkeyPatch) -> None:
    right = deadlines.Deadlines._moved
    patch.setattr(deadlines.Deadlines, "_moved", lambda self, t, due: right(self, t, latest(due, t.days.open)))


def an_act_before_its_time_counts(patch: pytest.MonkeyPatch) -> None:
    right = acts.Acts.performed
    patch.setattr(acts.Acts, "performed", lambda self, i, _, owed, __, due: right(self, i, ALWAYS, owed, owed, due))


def readings_are_ignored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(solver.Solver, "_readings", lambda *_: (None,))


def a_part_is_the_whole(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ledger.Ledger, "acts", lambda self, bearer: self.matters(bearer, EventKind.PERFORMANCE))


def what_survives_dies(patch: pytest.MonkeyPatch) -> None:
    right = builder.Builder.endings
    patch.setattr(builder.Builder, "endings", lambda self, i: [*self.whole.ends(i.bearer), *right(self, i)])


def nobody_is_bound_later(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(builder.Builder, "bound_from", lambda self, _: self.points.conclusion())


def counterparts_never_excuse(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(linkages.Linkages, "_excuses", lambda *_: [])


def vague_is_at_once(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(points.Points, "_in_words", lambda *_: ALWAYS)


def postponements_are_ignored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(deadlines, "due_at", lambda stages, *_: stages[0].due)


def nothing_goes_unreported(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(acts.Acts, "_unseen", lambda *_: NOT_EVER)


def an_occurrence_is_any_occurrence(patch: pytest.MonkeyPatch) -> None:
    right = points.Points.event
    patch.setattr(
        points.Points, "event", lambda self, event_id, _=None, *rest: right(self, event_id, points.EVERYWHERE, *rest)
    )


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
