"""To what each view of a dispute leads, in words: no view holds what both leave, and none contradicts the other."""

from __future__ import annotations

import pytest
from attrs import evolve

from accords.checklist import checklist
from accords.model.conditions import OnEvent
from accords.model.events import Claim, ClaimedQuantity, Event
from accords.model.obligations import Linkage, Quantity
from accords.standing.values import DisputeRow, StandingRow
from accords.vocabulary import EventKind, LinkageMode, Modality, Says
from deals import deal, duty, on_day, said

DAY = "2023-10-15"


def contested(event: Event, says: Says = Says.NOT_OCCURRED) -> Event:
    """``event``, with the other side's answer to it."""
    answer = Claim(says=says, when="2023-10-05", known_on="2023-10-05", claimed_by_id="b")
    return evolve(event, claims=(*event.claims, answer))


def rows(*duties: object, day: str = DAY, **more: object) -> list[StandingRow]:
    """Where the duties stand."""
    found = checklist(deal(*duties, **more), as_of=day).items  # type: ignore[arg-type]
    return [each.standing for each in found if each.standing is not None]


def only(row: StandingRow) -> DisputeRow:
    """The one dispute about it."""
    (found,) = row.disputes
    return found


def test_an_act_whose_amount_one_side_alone_gives_fulfils_if_it_was_as_much() -> None:
    """That it happened does not say so; *not performed in time* stands on the other side alone."""
    paid = said("paid", "2023-09-25", by="a")
    figures = (ClaimedQuantity(measure="money", amount=2),)
    paid = contested(evolve(paid, claims=tuple(evolve(each, quantities=figures) for each in paid.claims)))
    amount = Quantity(measure="money", at_least=2)
    dispute = only(rows(duty(owed_to_ids=("b",), due=on_day("2023-09-30"), quantities=(amount,)), events=(paid,))[0])
    assert dispute.if_so == ("fulfilled or fulfilled late if it was as much as is promised, else as if not",)
    assert dispute.if_not == ("not performed in time, unless another act performed it",)


def test_a_disputed_act_of_one_alternative_leads_nowhere_by_the_other() -> None:
    """Whether that was performed hangs on nothing that is disputed; of the other, released is just what hangs on it."""
    owed = [duty(each, owed_to_ids=("b",), due=on_day("2023-09-30")) for each in ("one", "other")]
    tied = (Linkage(obligation_ids=("one", "other"), mode=LinkageMode.ALTERNATIVE),)
    paid = contested(said("paid", "2023-09-25", by="a", on="one"))
    one, other = (only(each) for each in rows(*owed, events=(paid,), linkages=tied))
    assert (one.if_so, one.if_not) == (("fulfilled",), ("not performed in time, unless another act performed it",))
    assert "released" in other.if_so


def kept(**more: object) -> object:
    """What may not be done, and is owed to the other side."""
    return duty(modality=Modality.MUST_NOT, owed_to_ids=("a",), who="b", **more)


@pytest.mark.parametrize(("by", "states"), [("b", "in force or over"), ("", "in force")])
def test_a_charge_of_after_an_end_that_one_side_tells_of_names_that_end(by: str, states: str) -> None:
    """If right it was not kept, unless that was over; and nothing is called kept to its end that nobody watched."""
    over = said("over", "2023-07-10", by=by, on=None, kind=EventKind.BACKGROUND)
    seen = said("seen", "2023-08-01", by="ab", kind=EventKind.CONDUCT, actor_ids=("b",))
    charge = Claim(says=Says.BREACH, when="2023-08-01", known_on="2023-08-02", claimed_by_id="a")
    seen = contested(evolve(seen, claims=(*seen.claims, charge)), Says.NO_BREACH)
    dispute = only(rows(kept(ends=OnEvent(event_id="over")), events=(over, seen))[0])
    so = "not kept, unless it was over by then" if by else "not kept"
    assert (dispute.if_so, dispute.if_not) == ((so,), (f"{states}; no further charge is recorded",))
