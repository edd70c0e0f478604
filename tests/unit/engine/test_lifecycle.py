"""Tables of the turns in the life of a duty: when it is fulfilled, breached, ended, and when it no longer can be."""

from __future__ import annotations

import pytest

from accords.engine.days.axis import Axis
from accords.engine.days.moments import ALWAYS, NEVER, NOT_EVER, Moment, on
from accords.engine.facts.ledger import Bearer
from accords.engine.terms.instances import Instance
from accords.engine.terms.key_days import KeyDays
from accords.engine.terms.lifecycle import turning_point
from accords.engine.terms.terms import Stage, Terms
from accords.model.obligations import Continuing, Obligation
from accords.vocabulary import Modality, Reaches

F, B, E, X = Reaches.FULFILLED, Reaches.BREACHED, Reaches.ENDED, Reaches.EXERCISED


def point(reaches: Reaches, days: dict[str, Moment], **duty: object) -> tuple[Moment, Moment]:
    owed = Obligation(**{"id": "o", "modality": Modality.MUST, "action": "do it"} | duty)
    key_days = KeyDays(bound=on(1), triggered=on(1), owed=on(1), open=on(1))._replace(**days)
    terms = Terms(None, key_days, stages=(Stage(ALWAYS, key_days.due),))
    return turning_point(Axis("UTC"), Instance(owed, Bearer("o", ("a",), False)), terms, reaches)


@pytest.mark.parametrize(
    ("days", "reaches", "comes", "no_longer"),
    [
        ({"performed": on(5)}, F, on(5), NOT_EVER),
        ({"performed": on(5), "due": on(4)}, F, on(5), NOT_EVER),
        ({"performed": on(5), "ended": on(4)}, F, NOT_EVER, on(4)),
        ({"performed": on(5), "over": on(5)}, F, on(5), NOT_EVER),
        ({"performed": ((4, 6),), "over": on(5)}, F, ((4, 5), (NEVER, NEVER)), ((5, 5), (NEVER, NEVER))),
        ({"due": on(5)}, B, on(6), NOT_EVER),
        ({"due": on(5), "over": on(5)}, B, on(6), NOT_EVER),
        ({"due": on(5), "over": on(4)}, B, NOT_EVER, on(4)),
        ({"due": on(5), "ended": on(5)}, B, NOT_EVER, on(5)),
        ({"due": on(5), "performed": on(5)}, B, NOT_EVER, on(5)),
        ({"due": on(5), "performed": on(6)}, B, on(6), NOT_EVER),
        ({"over": on(5)}, E, on(5), NOT_EVER),
        ({"over": on(5), "performed": on(3)}, E, NOT_EVER, on(3)),
        ({"performed": on(5)}, X, NOT_EVER, NOT_EVER),
    ],
)
def test_a_duty_that_one_act_performs(
    days: dict[str, Moment], reaches: Reaches, comes: Moment, no_longer: Moment
) -> None:
    """Due on the last day and not done, it is breached the day after; what is done on the last day is in time."""
    assert point(reaches, days) == (comes, no_longer)


def test_a_late_act_fulfils_only_what_is_still_owed() -> None:
    assert point(F, {"performed": on(6), "due": on(5)}, owed_after_breach=False)[0] == NOT_EVER
    assert point(F, {"performed": on(5), "due": on(5)}, owed_after_breach=False)[0] == on(5)


@pytest.mark.parametrize(
    ("days", "reaches", "comes", "no_longer"),
    [
        ({"over": on(9)}, F, on(9), NOT_EVER),
        ({"over": on(9), "violated": on(5)}, F, NOT_EVER, on(5)),
        ({"over": on(9), "violated": on(9)}, F, NOT_EVER, on(9)),
        ({"over": on(9), "ended": on(5)}, F, NOT_EVER, on(5)),
        ({"violated": on(5)}, B, on(5), NOT_EVER),
        ({"violated": on(5), "ended": on(5)}, B, NOT_EVER, on(5)),
        ({"ended": on(5)}, E, on(5), NOT_EVER),
    ],
)
def test_a_duty_that_is_kept_from_day_to_day(
    days: dict[str, Moment], reaches: Reaches, comes: Moment, no_longer: Moment
) -> None:
    assert point(reaches, days, performance=Continuing()) == (comes, no_longer)


def test_a_power_is_exercised_and_never_breached() -> None:
    assert point(X, {"performed": on(5)}, modality=Modality.MAY) == (on(5), NOT_EVER)
    assert point(B, {"due": on(5)}, modality=Modality.MAY)[0] == NOT_EVER
