"""Tables of the turns in the life of a duty: when it is fulfilled, breached, ended, and when it no longer can be."""

from __future__ import annotations

import pytest

from accords.engine.days.axis import Axis
from accords.engine.days.moments import ALWAYS, NEVER, NOT_EVER, Moment, on
from accords.engine.facts.ledger import Bearer
from accords.engine.terms.instances import Instance
from accords.engine.terms.lifecycle import turning_point
from accords.engine.terms.terms import Stage, Terms
from accords.model.obligations import Continuing, Obligation
from accords.vocabulary import Modality, Reaches

F, B, E, X = Reaches.FULFILLED, Reaches.BREACHED, Reaches.ENDED, Reaches.EXERCISED


def point(reaches: Reaches, days: dict[str, Moment], **duty: object) -> tuple[Moment, Moment]:
    owed = Obligation(**{"id": "o", "modality": Modality.MUST, "action": "do it"} | duty)
    never = dict.fromkeys("XELDPV", NOT_EVER)
    env = {"F": on(1), "G": on(1), "A": on(1), "N": ALWAYS, "O": on(1)} | never | days
    terms = Terms(None, env, stages=(Stage(ALWAYS, env["D"]),))
    return turning_point(Axis("UTC"), Instance(owed, Bearer("o", ("a",), False)), terms, reaches)


@pytest.mark.parametrize(
    ("days", "reaches", "comes", "no_longer"),
    [
        ({"P": on(5)}, F, on(5), NOT_EVER),
        ({"P": on(5), "D": on(4)}, F, on(5), NOT_EVER),
        ({"P": on(5), "X": on(4)}, F, NOT_EVER, on(4)),
        ({"P": on(5), "E": on(5)}, F, on(5), NOT_EVER),
        ({"P": ((4, 6),), "E": on(5)}, F, ((4, 5), (NEVER, NEVER)), ((5, 5), (NEVER, NEVER))),
        ({"D": on(5)}, B, on(6), NOT_EVER),
        ({"D": on(5), "E": on(5)}, B, on(6), NOT_EVER),
        ({"D": on(5), "E": on(4)}, B, NOT_EVER, on(4)),
        ({"D": on(5), "X": on(5)}, B, NOT_EVER, on(5)),
        ({"D": on(5), "P": on(5)}, B, NOT_EVER, on(5)),
        ({"D": on(5), "P": on(6)}, B, on(6), NOT_EVER),
        ({"E": on(5)}, E, on(5), NOT_EVER),
        ({"E": on(5), "P": on(3)}, E, NOT_EVER, on(3)),
        ({"P": on(5)}, X, NOT_EVER, NOT_EVER),
    ],
)
def test_a_duty_that_one_act_performs(
    days: dict[str, Moment], reaches: Reaches, comes: Moment, no_longer: Moment
) -> None:
    """Due on the last day and not done, it is breached the day after; what is done on the last day is in time."""
    assert point(reaches, days) == (comes, no_longer)


def test_a_late_act_fulfils_only_what_is_still_owed() -> None:
    assert point(F, {"P": on(6), "D": on(5)}, owed_after_breach=False)[0] == NOT_EVER
    assert point(F, {"P": on(5), "D": on(5)}, owed_after_breach=False)[0] == on(5)


@pytest.mark.parametrize(
    ("days", "reaches", "comes", "no_longer"),
    [
        ({"E": on(9)}, F, on(9), NOT_EVER),
        ({"E": on(9), "V": on(5)}, F, NOT_EVER, on(5)),
        ({"E": on(9), "V": on(9)}, F, NOT_EVER, on(9)),
        ({"E": on(9), "X": on(5)}, F, NOT_EVER, on(5)),
        ({"V": on(5)}, B, on(5), NOT_EVER),
        ({"V": on(5), "X": on(5)}, B, NOT_EVER, on(5)),
        ({"X": on(5)}, E, on(5), NOT_EVER),
    ],
)
def test_a_duty_that_is_kept_from_day_to_day(
    days: dict[str, Moment], reaches: Reaches, comes: Moment, no_longer: Moment
) -> None:
    assert point(reaches, days, performance=Continuing()) == (comes, no_longer)


def test_a_power_is_exercised_and_never_breached() -> None:
    assert point(X, {"P": on(5)}, modality=Modality.MAY) == (on(5), NOT_EVER)
    assert point(B, {"D": on(5)}, modality=Modality.MAY)[0] == NOT_EVER
