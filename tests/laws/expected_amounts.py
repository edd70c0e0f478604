"""Situations about how much: name → how to make the record, and per day what is expected.

Readings taken where a sentence leaves two, always the one that leaves more possible:

- That no more was done by a day (``so_far``) is, from the creditor, its claim: more may have been done unreported.
  From the obligor it is an admission.
- A turn's unreported rest may have been performed on any unwatched day, as an unreported act may.
- An upper bound that nobody says was passed leaves a breach possible, as silence does, unless the days were watched.
"""

# ruff: noqa: E501 - one situation to a line or two

from __future__ import annotations

from .small_records import (
    KEPT,
    NOT,
    Plain,
    act,
    after,
    duty,
    duty_is,
    event,
    every,
    load,
    on,
    record,
    role,
    says,
    step,
    tons,
    watch,
)

UNSEEN = "breached|fulfilled|fulfilled_late"
OPEN = "active|fulfilled"
V = {"third_parties": [role("v", "verifier")]}
STOCK = {**KEPT, **load(at_most=300, counted="level")}
FLOW = {**KEPT, **load(at_least=100, counted="level")}
CATCH = {**KEPT, **load(at_most=8500, unit="t")}


def free(*events: Plain, **more: object) -> object:
    """``a`` is to free 90 by 16 January."""
    return record(duty(due="2023-01-16", **load(at_least=90)), *events, **more)


def kept(terms: Plain, *events: Plain, **more: object) -> object:
    return record(duty(**terms), *events, **more)


def stocked(*events: Plain) -> object:
    """``a`` may not catch more than 50, and is to put out three for each by 10 February."""
    out = duty(due="2023-02-10", **load(at_least={"times": 3, "of_obligation_id": "q"}))
    return record(duty("q", modality="must_not", **load(at_most=50)), out, *events)


def shared(caught: int, *claims: Plain, **more: object) -> object:
    """``court`` sets a total, of which ``a`` may catch 40 per cent; everything was watched."""
    total = duty("q", by="court", to="", due="2023-01-10", **load(at_least=1))
    quota = duty(**NOT, **load(at_most={"times": 0.4, "of_obligation_id": "q"}))
    catch = act(says("a", "2023-01-20", **tons(caught)), kind="conduct")
    return record(total, quota, act(*claims, of="q", by="court", id_="e1", **more), catch, watch("v"), **V)


AMOUNTS = {
    "neither of two figures of one speaker replaces the other where nobody knows which is the later": (
        lambda: free(act(says("b", "2023-01-08", **tons(120)), says("b", **tons(60)))),
        {"2023-01-20": {"o": UNSEEN}},
    ),
    "nor does what whoever did a formal act says of it first settle how much it was": (
        lambda: free(act(says("a", "2023-01-08", **tons(120)), says("a", **tons(60)), act="ratification")),
        {"2023-01-20": {"o": UNSEEN}},
    ),
    "a share of what a body sets is open where nobody but that body says how much it is": (
        lambda: shared(41, says("court", "2023-01-08", **tons(100))),
        {"2023-01-30": {"o": "{active|breached}"}},
    ),
    "and where a third party says so": (
        lambda: shared(41, says("c", "2023-01-08", **tons(100))),
        {"2023-01-30": {"o": "{active|breached}"}},
    ),
    "the figure of a formal act is that of whoever did it": (
        lambda: shared(41, says("court", "2023-01-08", **tons(100)), act="adoption"),
        {"2023-01-30": {"o": "breached", "q": "fulfilled"}},
    ),
    "what is no more than that figure allows is no breach": (
        lambda: shared(40, says("court", "2023-01-08", **tons(100)), act="adoption"),
        {"2023-01-30": {"o": "active"}},
    ),
    "but not where somebody gives another figure of it": (
        lambda: shared(41, says("court", "2023-01-08", **tons(100)), says("c", "2023-01-08", **tons(50)), act="adoption"),
        {"2023-01-30": {"o": "{active|breached}"}},
    ),
    "nor where somebody else alone gives one": (
        lambda: shared(41, says("b", "2023-01-08", **tons(100)), act="adoption"),
        {"2023-01-30": {"o": "{active|breached}"}},
    ),
    "a level of days on which the duty was suspended takes no violation of other days away": (
        lambda: kept(
            {**FLOW, "suspensions": [{"starts": on("2023-01-05"), "ends": on("2023-01-20")}]},
            act(says("a", "2023-01-10", **tons(60)), kind="conduct"),
            act(says("a", "2023-01-25", **tons(60)), id_="e2", kind="conduct"),
        ),
        {"2023-01-22": {"o": "has active"}, "2023-01-30": {"o": "breached"}},
    ),
    "30, later 60 so far, of 90: partly performed": (
        lambda: free(act(says("b", "2023-01-05", **tons(30))), act(says("b", "2023-01-12", **tons(60, so_far=True)), id_="e2")),
        {"2023-01-15": {"o": OPEN}, "2023-01-17": {"o": UNSEEN}},
    ),
    "the obligor's so far says no more by then": (
        lambda: free(act(says("a", "2023-01-17", **tons(60, so_far=True)))),
        {"2023-01-17": {"o": "breached"}},
    ),
    "the creditor's so far is a claim that it was no more": (
        lambda: free(act(says("b", "2023-01-17", **tons(60, so_far=True)))),
        {"2023-01-17": {"o": "reports breached; has fulfilled"}},
    ),
    "90 by the obligor, 88 by the creditor: overdue": (
        lambda: free(act(says("a", "2023-01-15", **tons(90)), says("b", "2023-01-15", **tons(88)))),
        {"2023-01-17": {"o": "reports breached; has fulfilled"}},
    ),
    "90 by the creditor: fulfilled": (lambda: free(act(says("b", "2023-01-15", **tons(90)))), {"2023-01-17": {"o": "fulfilled"}}),
    "90 by the obligor alone is claimed": (lambda: free(act(says("a", "2023-01-15", **tons(90)))), {"2023-01-17": {"o": "has fulfilled|breached"}}),
    "90 by a verifier: fulfilled": (lambda: free(act(says("v", "2023-01-15", **tons(90))), **V), {"2023-01-17": {"o": "fulfilled"}}),
    "more than enough is no violation": (lambda: free(act(says("b", "2023-01-15", **tons(95)))), {"2023-01-17": {"o": "fulfilled"}}),
    "acts of a turn add up, and the last one fulfils": (
        lambda: free(act(says("b", "2023-01-05", **tons(50))), act(says("b", "2023-01-15", **tons(40)), id_="e2")),
        {"2023-01-10": {"o": OPEN}, "2023-01-15": {"o": "fulfilled"}},
    ),
    "the sum reaches it after the deadline: late": (
        lambda: free(act(says("b", "2023-01-05", **tons(50))), act(says("b", "2023-01-20", **tons(40)), id_="e2"), watch("v"), **V),
        {"2023-01-18": {"o": "breached"}, "2023-01-21": {"o": "fulfilled_late"}},
    ),
    "partly performed, watched, is breached once it is due": (
        lambda: free(act(says("b", "2023-01-05", **tons(50))), watch("v"), **V),
        {"2023-01-16": {"o": "active"}, "2023-01-17": {"o": "breached"}},
    ),
    "so far replaces the speaker's earlier figures": (
        lambda: free(act(says("b", "2023-01-05", **tons(50))), act(says("b", "2023-01-12", **tons(60, so_far=True)), id_="e2"), watch("v"), **V),
        {"2023-01-17": {"o": "breached"}},
    ),
    "so far may reach it": (
        lambda: free(act(says("b", "2023-01-05", **tons(50))), act(says("b", "2023-01-12", **tons(90, so_far=True)), id_="e2"), watch("v"), **V),
        {"2023-01-17": {"o": "fulfilled"}},
    ),
    "a later figure for one act replaces the speaker's earlier": (
        lambda: free(act(says("b", "2023-01-05", **tons(90)), says("b", "2023-01-05", known="2023-01-10", **tons(80))), watch("v"), **V),
        {"2023-01-17": {"o": "breached"}},
    ),
    "nothing carries over to the next turn": (
        lambda: record(duty(due="2023-01-31", performance=every("P1M", times=2), **load(at_least=90)), act(says("b", "2023-01-20", **tons(110)), instance=1), act(says("b", "2023-02-20", **tons(80)), id_="e2", instance=2), watch("v"), **V),
        {"2023-03-05": {"o#1": "fulfilled", "o#2": "breached"}},
    ),
    "an act without a figure is an unknown part": (lambda: free(act(says("b", "2023-01-15"))), {"2023-01-17": {"o": "has breached|fulfilled"}}),
    "an act said to be all of it is all of it": (lambda: free(act(says("b", "2023-01-15"), extent="full")), {"2023-01-17": {"o": "fulfilled"}}),
    "another unit decides nothing": (
        lambda: record(duty(due="2023-01-16", **load(at_least=90, unit="t")), act(says("b", "2023-01-15", **tons(90, unit="kg")))),
        {"2023-01-17": {"o": "not only fulfilled; has breached"}},
    ),
    "an absent unit is the duty's": (
        lambda: record(duty(due="2023-01-16", **load(at_least=90, unit="t")), act(says("b", "2023-01-15", **tons(90)))),
        {"2023-01-17": {"o": "fulfilled"}},
    ),
    "all quantities are to be met": (
        lambda: record(duty(due="2023-01-16", quantities=[{"measure": "load", "at_least": 90}, {"measure": "crew", "at_least": 5}]), act(says("b", "2023-01-15", **tons(90))), watch("v"), **V),
        {"2023-01-17": {"o": "reports breached"}},
    ),
    "a figure that is at least so much": (
        lambda: free(act(says("b", "2023-01-15", quantities=[{"measure": "load", "at_least": 90}]))),
        {"2023-01-17": {"o": "fulfilled"}},
    ),
    "a figure that is at most so much": (
        lambda: free(act(says("b", "2023-01-15", quantities=[{"measure": "load", "at_most": 89}])), watch("v"), **V),
        {"2023-01-17": {"o": "breached"}},
    ),
    # ---- stocks, flows, catches
    "two levels of 200 are not 400": (
        lambda: kept(STOCK, act(says("v", "2023-01-15", **tons(200)), kind="conduct"), act(says("v", "2023-02-15", **tons(200)), id_="e2", kind="conduct"), watch("v"), **V),
        {"2023-03-01": {"o": "active"}},
    ),
    "a level above the most, by a verifier, needs no charge": (
        lambda: kept(STOCK, act(says("v", "2023-01-15", **tons(350)), kind="conduct"), **V),
        {"2023-03-01": {"o": "breached"}},
    ),
    "a level above the most, by the obligor": (lambda: kept(STOCK, act(says("a", "2023-01-15", **tons(350)), kind="conduct")), {"2023-03-01": {"o": "breached"}}),
    "a level above the most, by the creditor, is claimed": (lambda: kept(STOCK, act(says("b", "2023-01-15", **tons(350)), kind="conduct")), {"2023-03-01": {"o": "has active|breached"}}),
    "a level below the least, by a verifier": (lambda: kept(FLOW, act(says("v", "2023-01-15", **tons(80)), kind="conduct"), **V), {"2023-03-01": {"o": "breached"}}),
    "a level below the least, by the obligor": (lambda: kept(FLOW, act(says("a", "2023-01-15", **tons(80)), kind="conduct")), {"2023-03-01": {"o": "breached"}}),
    "a level at the least is kept": (lambda: kept(FLOW, act(says("v", "2023-01-15", **tons(100)), kind="conduct"), watch("v"), **V), {"2023-03-01": {"o": "active"}}),
    "9,000 by the counterpart, 8,000 by the obligor, of 8,500: contested": (
        lambda: kept(CATCH, act(says("b", "2023-01-15", **tons(9000)), says("a", "2023-01-15", **tons(8000)), kind="conduct")),
        {"2023-03-01": {"o": "has active|breached"}},
    ),
    "8,700 by the obligor, of 8,500: breached": (lambda: kept(CATCH, act(says("a", "2023-01-15", **tons(8700)), kind="conduct")), {"2023-03-01": {"o": "breached"}}),
    "two catches of the obligor add up": (
        lambda: kept(CATCH, act(says("a", "2023-01-15", **tons(5000)), kind="conduct"), act(says("a", "2023-02-15", **tons(4000)), id_="e2", kind="conduct"), watch("v"), **V),
        {"2023-01-20": {"o": "active"}, "2023-03-01": {"o": "breached"}},
    ),
    "catches of two turns do not": (
        lambda: record(duty(not_before="2023-01-01", ends="2023-01-31", performance=every("P1M", times=2), modality="must_not", **load(at_most=8500)), act(says("a", "2023-01-15", **tons(5000)), kind="conduct"), act(says("a", "2023-02-15", **tons(4000)), id_="e2", kind="conduct"), watch("v"), **V),
        {"2023-02-20": {"o#1": "fulfilled", "o#2": "active"}},
    ),
    # ---- on another duty's
    "three for each of another duty's": (
        lambda: record(
            duty("q", by="b", to="a", due="2023-01-10", **load(at_least=10)), duty(due="2023-01-16", **load(at_least={"times": 3, "of_obligation_id": "q"})),
            act(says("a", "2023-01-09", **tons(10)), of="q", by="b", id_="e1"), act(says("b", "2023-01-15", **tons(30)))),
        {"2023-01-17": {"o": "fulfilled"}},
    ),
    "fewer than three for each": (
        lambda: record(
            duty("q", by="b", to="a", due="2023-01-10", **load(at_least=10)), duty(due="2023-01-16", **load(at_least={"times": 3, "of_obligation_id": "q"})),
            act(says("a", "2023-01-09", **tons(10)), of="q", by="b", id_="e1"), act(says("b", "2023-01-15", **tons(29))), watch("v"), **V),
        {"2023-01-17": {"o": "breached"}},
    ),
    "what is established of the other decides": (
        lambda: record(
            duty("q", by="b", to="a", due="2023-01-10", **load(at_least=10)), duty(due="2023-01-16", **load(at_least={"times": 3, "of_obligation_id": "q"})),
            act(says("b", "2023-01-09", **tons(10)), says("a", "2023-01-09", **tons(8)), of="q", by="b", id_="e1"), act(says("b", "2023-01-15", **tons(24)))),
        {"2023-01-17": {"o": "reports fulfilled"}},
    ),
    "three for each of every turn of another duty: of that turn alone": (
        lambda: record(
            duty("q", by="b", to="a", not_before="2023-01-02", due="2023-01-02", performance=every("P5D", times=2), **load(at_least=1)),
            duty(performance={"kind": "each_time", "obligation_id": "q"}, due=after(duty_is("q"), "P2D"), **load(at_least={"times": 3, "of_obligation_id": "q"})),
            act(says("a", "2023-01-02", **tons(10)), of="q", by="b", id_="e1"), act(says("a", "2023-01-07", **tons(13)), of="q", by="b", id_="e2"),
            act(says("b", "2023-01-03", **tons(30)), instance=1, id_="e3"), act(says("b", "2023-01-08", **tons(36)), instance=2, id_="e4"), watch("v"), **V),
        {"2023-01-11": {"o#1": "fulfilled", "o#2": "breached"}},
    ),
    "three for each of every occurrence that is an act of the other duty": (
        lambda: record(
            duty("q", by="b", to="a", **load(at_least=50)), duty(performance={"kind": "each_time", "event_id": "x"}, due=after(event("x"), "P2D"), **load(at_least={"times": 3, "of_obligation_id": "q"})),
            step("x"), act(says("a", "2023-01-02", **tons(10)), of="q", by="b", id_="e1", occurrence_of_id="x"), act(says("a", "2023-01-05", **tons(13)), of="q", by="b", id_="e2", occurrence_of_id="x"),
            act(says("b", "2023-01-03", **tons(30)), instance=1, id_="e3"), act(says("b", "2023-01-06", **tons(39)), instance=2, id_="e4")),
        {"2023-01-11": {"o#1": "fulfilled", "o#2": "fulfilled"}},
    ),
    "three for each since the occurrence before": (
        lambda: record(
            duty("q", by="b", to="a", **load(at_least=50)), duty(performance={"kind": "each_time", "event_id": "x"}, due=after(event("x"), "P2D"), **load(at_least={"times": 3, "of_obligation_id": "q"})),
            step("x"), step("x1", says("a", "2023-01-02"), occurrence_of_id="x"), step("x2", says("a", "2023-01-05"), occurrence_of_id="x"),
            act(says("a", "2023-01-02", **tons(10)), of="q", by="b", id_="e1"), act(says("a", "2023-01-04", **tons(13)), of="q", by="b", id_="e2"),
            act(says("b", "2023-01-03", **tons(30)), instance=1, id_="e3"), act(says("b", "2023-01-06", **tons(39)), instance=2, id_="e4")),
        {"2023-01-11": {"o#1": "fulfilled", "o#2": "fulfilled"}},
    ),
    "amounts of several add up where they bear it jointly": (
        lambda: record(duty(by="a b", to="c", borne="jointly", due="2023-01-16", **load(at_least=90)), act(says("c", "2023-01-10", **tons(50))), act(says("c", "2023-01-11", **tons(40)), id_="e2", by="b"), parties="a b c"),
        {"2023-01-17": {"o": "fulfilled"}},
    ),
    "amounts of several do not add up where each owes it": (
        lambda: record(duty(by="a b", to="c", due="2023-01-16", **load(at_least=90)), act(says("c", "2023-01-10", **tons(50))), act(says("c", "2023-01-11", **tons(40)), id_="e2", by="b"), watch("v"), parties="a b c", **V),
        {"2023-01-17": {"o/a": "breached", "o/b": "breached"}},
    ),
    "how much is owed is open where nobody reports anything of that on which it hangs": (
        lambda: record(duty("q", by="b", to="a", **load(at_least=10)), duty(due="2023-01-20", not_before="2023-01-10", **load(at_least={"times": 3, "of_obligation_id": "q"}))),
        {"2023-01-05": {"o": "pending"}, "2023-01-21": {"o": "reports fulfilled; has breached|fulfilled|fulfilled_late"}},
    ),
    "how much is allowed is open where nobody reports anything of that on which it hangs": (
        lambda: record(
            duty("q", by="b", to="a", **load(at_least=10)), duty(**NOT, **load(at_most={"times": 3, "of_obligation_id": "q"})),
            act(says("a", "2023-01-11", **tons(100)), kind="conduct"), watch("v"), **V),
        {"2023-01-10": {"o": "active"}, "2023-01-20": {"o": "{active|breached}"}},
    ),
    # ---- on what may not be exceeded
    "so many times what was caught: by the word of who caught it": (
        lambda: stocked(act(says("a", "2023-01-20", **tons(10)), of="q", kind="conduct", id_="e1"), act(says("b", "2023-02-05", **tons(29)))),
        {"2023-02-20": {"o": UNSEEN}},
    ),
    "and not by a higher figure of the other side": (
        lambda: stocked(act(says("a", "2023-01-20", **tons(10)), says("b", "2023-01-20", **tons(12)), of="q", kind="conduct", id_="e1"), act(says("b", "2023-02-05", **tons(30)))),
        {"2023-02-20": {"o": "fulfilled"}},
    ),
    "in each turn what was caught in that turn": (
        lambda: record(
            duty("q", not_before="2023-01-02", ends="2023-01-06", performance=every("P7D", times=2), modality="must_not", **load(at_most=50)),
            duty(not_before="2023-01-07", due="2023-01-08", performance=every("P7D", times=2), **load(at_least={"times": 3, "of_obligation_id": "q"})),
            act(says("a", "2023-01-03", **tons(10)), of="q", kind="conduct", id_="e1"), act(says("a", "2023-01-10", **tons(5)), of="q", kind="conduct", id_="e2"),
            act(says("b", "2023-01-08", **tons(30)), instance=1, id_="e3"), act(says("b", "2023-01-15", **tons(15)), instance=2, id_="e4")),
        {"2023-01-20": {"o#1": "fulfilled", "o#2": "fulfilled"}},
    ),
    "what only the other side says was caught leaves open how much is owed": (
        lambda: stocked(act(says("b", "2023-01-20", **tons(10)), of="q", kind="conduct", id_="e1")),
        {"2023-02-20": {"o": UNSEEN}},
    ),
    "so does a catch of which nobody says how much it was": (
        lambda: stocked(act(says("a", "2023-01-20"), of="q", kind="conduct", id_="e1")),
        {"2023-02-20": {"o": UNSEEN}},
    ),
}  # fmt: skip
