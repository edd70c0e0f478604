"""Situations about whose word makes it so: name → how to make the record, and per day what is expected.

Readings taken where a sentence leaves two, always the one that leaves more possible:

- A third signatory to whom nothing is owed, where no sides are stated, is a reporter and not the counterpart.
- Where several are owed, one of them suffices only if no other of them denies.
- The word of a body whose role one side alone recognises never establishes anything by itself, for or against.
- Who declares the agreement ended, other than by an end that the record states, leaves it possibly in force.
"""

# ruff: noqa: E501 - one situation to a line or two

from __future__ import annotations

from .small_records import NOT, Plain, act, after, duty, event, found, on, record, role, says, step, watch

UNSEEN = "breached|fulfilled|fulfilled_late"
OPEN = "active|fulfilled"
V = {"third_parties": [role("v", "verifier")]}
SIDES = [
    {"actor_id": "a", "side": "north"},
    {"actor_id": "d", "side": "north"},
    {"actor_id": "b", "side": "south"},
    {"actor_id": "c", "side": "south"},
]


def acts_for(actor: str, patron: str, **more: str) -> Plain:
    return {actor: {"acts_for": [{"actor_id": patron, **more}]}}


def charged(*claims: Plain, **more: object) -> object:
    """``a`` must not, and ``claims`` are made of what it did."""
    return record(duty(**NOT), act(*claims, kind="conduct"), **more)


def judged(*made: Plain, roles: tuple[Plain, ...], by: str = "court") -> object:
    """Both sides say that it happened, ``a`` that it was no breach, and a body found that it was."""
    said = [says("a", "2023-01-05"), says("b", "2023-01-05", "breach"), says("a", "2023-01-05", "no_breach")]
    return record(
        duty(**NOT), act(*said, kind="conduct"), found("breached", "e", *made, by=by), third_parties=list(roles)
    )


def paid(*claims: Plain, **more: object) -> object:
    """``a`` owes ``b`` an act by 10 January, and ``claims`` are made of it."""
    return record(duty(due="2023-01-10"), *([act(*claims)] if claims else []), **more)


def owed_to(to: str, *claims: Plain, **more: object) -> object:
    return record(duty(to=to, due="2023-01-10"), act(*claims), **more)


def watched(*watches: Plain, verifier: bool = False, **more: object) -> object:
    named = {"verified_by_ids": ["v"]} if verifier else {}
    return record(duty(due="2023-01-10", **named), *watches, **more)


WORDS = {
    # ---- in time or late
    "the day that a verifier gives prevails over those that contradict it": (
        lambda: record(duty(due="2023-01-10", verified_by_ids=["v"]), act(says("a", "2023-01-09"), says("b", "2023-01-12"), says("v", "2023-01-13")), third_parties=[role("v", "verifier")]),
        {"2023-01-20": {"o": "fulfilled_late"}},
    ),
    "what others say is heard as far as it lies in the days that a verifier gives": (
        lambda: record(duty(due="2023-01-10", verified_by_ids=["v"]), act(says("a", "2023-01-08"), says("b", "2023-01-12", known="2023-01-14"), says("v", "2023-01-09/2023-01-15", known="2023-01-16")), third_parties=[role("v", "verifier")]),
        {"2023-01-20": {"o": "fulfilled_late"}},
    ),
    "without a verifier the day of the obligor stays possible beside that of the other side": (
        lambda: paid(says("a", "2023-01-09"), says("b", "2023-01-12")),
        {"2023-01-20": {"o": "{fulfilled|fulfilled_late}"}},
    ),
    # ---- against one's own interest, and for it
    "the creditor's word that it was done is enough": (lambda: paid(says("b", "2023-01-08")), {"2023-01-20": {"o": "fulfilled"}}),
    "the debtor's own word is a claim": (lambda: paid(says("a", "2023-01-08")), {"2023-01-20": {"o": "reports fulfilled; has breached"}}),
    "the debtor's own denial is an admission": (lambda: paid(says("a", "2023-01-15", "not_occurred")), {"2023-01-15": {"o": "breached"}}),
    "the creditor's denial is a claim": (lambda: paid(says("b", "2023-01-15", "not_occurred")), {"2023-01-15": {"o": "reports breached; has fulfilled"}}),
    "claimed and denied is contested": (lambda: paid(says("a", "2023-01-08"), says("b", "2023-01-15", "not_occurred")), {"2023-01-15": {"o": "has fulfilled|breached"}}),
    "a newspaper reports": (lambda: paid(says(None, "2023-01-08")), {"2023-01-20": {"o": "reports fulfilled; has breached"}}),
    "the day is the creditor's: a self-serving claim narrows nothing": (
        lambda: record(duty(due="2023-02-10"), act(says("b", "2023-02"), says("a", "2023-02-09"))),
        {"2023-03-15": {"o": "fulfilled|fulfilled_late"}},
    ),
    "a self-serving claim of an earlier day moves nothing either": (
        lambda: record(duty(due="2023-02-10"), act(says("b", "2023-02-12"), says("a", "2023-02-09"))),
        {"2023-03-15": {"o": "has fulfilled_late; not only fulfilled"}},
    ),
    # ---- whose act it is
    "an act with an actor bears on that one's duty alone": (
        lambda: record(duty(by="a b", to="", due="2023-01-10"), act(says("b", "2023-01-08"))),
        {"2023-01-20": {"o/a": "fulfilled", "o/b": UNSEEN}},
    ),
    "an act of nobody who owes it bears on any, as worlds": (
        lambda: record(duty(by="a b", to="c", due="2023-01-10"), act(says("c", "2023-01-08"), by="militia"), parties="a b c"),
        {"2023-01-20": {"o/a": "has fulfilled|breached", "o/b": "has fulfilled|breached"}},
    ),
    # ---- through whom a side speaks
    "a side speaks through an office": (lambda: charged(says("office", "2023-01-05", "breach"), acting=acts_for("office", "a")), {"2023-01-20": {"o": "breached"}}),
    "a side speaks through who holds the office": (
        lambda: charged(says("minister", "2023-01-05", "breach"), acting={**acts_for("office", "a"), **acts_for("minister", "office")}),
        {"2023-01-20": {"o": "breached"}},
    ),
    "any other person is quoted by name": (lambda: charged(says("leader", "2023-01-05", "breach"), acting=acts_for("leader", "a")), {"2023-01-20": {"o": "has active|breached"}}),
    "a member of a group is quoted by name": (lambda: charged(says("wing", "2023-01-05", "breach"), acting={"a": {"member_ids": ["wing"]}}), {"2023-01-20": {"o": "has active|breached"}}),
    "who negotiated for it speaks for it": (
        lambda: charged(says("d", "2023-01-05", "breach"), parties=[{"actor_id": "a", "represented_by_ids": ["d"]}, {"actor_id": "b"}]),
        {"2023-01-20": {"o": "breached"}},
    ),
    "an office that acted for it no longer has its interest no longer, and gives days of its own": (
        lambda: record(
            duty(due="2023-01-10"),
            act(says("office", known="2023-01-18"), says("a", known="2022-12-31"), act="ratification"),
            acting=acts_for("office", "a", until="2023-01-02"),
        ),
        {"2023-01-20": {"o": "fulfilled|fulfilled_late"}},
    ),
    "of an office that acted for it for a time, and spoke nobody knows when, nobody knows whose interest it had": (
        lambda: record(
            duty(due="2023-01-10"),
            act(says("office"), says("a", known="2022-12-31"), act="ratification"),
            acting=acts_for("office", "a", until="2023-01-02"),
        ),
        {"2023-01-20": {"o": "fulfilled|fulfilled_late"}},
    ),
    "an office that acted for it when it spoke narrows the days of what it may do as the side itself does": (
        lambda: record(
            duty(due="2023-01-10"),
            act(says("office", "2023-01-01/2023-01-15", known="2023-01-02"), says("a", known="2022-12-31"), act="ratification"),
            acting=acts_for("office", "a", until="2023-01-02"),
        ),
        {"2023-01-20": {"o": "fulfilled"}},
    ),
    "an office that acted for it no longer is not its voice": (
        lambda: charged(says("office", "2023-01-05", "breach", known="2023-02-10"), acting=acts_for("office", "a", until="2023-01-31")),
        {"2023-02-20": {"o": "has active|breached"}},
    ),
    "the day of speaking counts, not that of the act": (
        lambda: charged(says("office", "2023-01-05", "breach", known="2023-02-10"), acting=acts_for("office", "a", since="2023-02-01")),
        {"2023-02-20": {"o": "breached"}},
    ),
    "a person's word for its side is that side's claim": (
        lambda: paid(says("leader", "2023-01-08"), acting=acts_for("leader", "a")),
        {"2023-01-20": {"o": "reports fulfilled; has breached"}},
    ),
    "a person of the creditor's side does not establish for it": (
        lambda: paid(says("leader", "2023-01-08"), acting=acts_for("leader", "b")),
        {"2023-01-20": {"o": "reports fulfilled; has breached"}},
    ),
    # ---- the counterpart
    "a third signatory reports": (lambda: owed_to("b", says("c", "2023-01-08"), parties="a b c"), {"2023-01-20": {"o": "reports fulfilled; has breached"}}),
    "of two sides, the whole other side is the counterpart": (lambda: owed_to("b", says("c", "2023-01-08"), parties=SIDES), {"2023-01-20": {"o": "fulfilled"}}),
    "an ally claims": (lambda: owed_to("b", says("d", "2023-01-08"), parties=SIDES), {"2023-01-20": {"o": "reports fulfilled; has breached"}}),
    "an ally is not a counterpart even where it is owed to": (lambda: owed_to("d b", says("d", "2023-01-08"), parties=SIDES), {"2023-01-20": {"o": "has fulfilled|breached"}}),
    "of several who are owed, one suffices": (lambda: owed_to("b c", says("c", "2023-01-08"), parties="a b c"), {"2023-01-20": {"o": "fulfilled"}}),
    "of several who are owed, one suffices unless another denies": (
        lambda: owed_to("b c", says("c", "2023-01-08"), says("b", "2023-01-15", "not_occurred"), parties="a b c"),
        {"2023-01-20": {"o": "has fulfilled|breached"}},
    ),
    "a party that mediates too is that party": (lambda: paid(says("b", "2023-01-08"), third_parties=[role("b", "mediator")]), {"2023-01-20": {"o": "fulfilled"}}),
    "a creditor that verifies too is still that side where it speaks for itself": (
        lambda: paid(says("b", "2023-01-15", "not_occurred"), third_parties=[role("b", "verifier", "b")]),
        {"2023-01-15": {"o": "has fulfilled|breached"}},
    ),
    "joint obligors admit only together: one": (
        lambda: record(duty(by="a c", borne="jointly", due="2023-01-10"), act(says("a", "2023-01-15", "not_occurred"), by="a c"), parties="a b c"),
        {"2023-01-15": {"o": "not only breached; has breached"}},
    ),
    "joint obligors admit only together: both": (
        lambda: record(duty(by="a c", borne="jointly", due="2023-01-10"), act(says("a", "2023-01-15", "not_occurred"), says("c", "2023-01-15", "not_occurred"), by="a c"), parties="a b c"),
        {"2023-01-15": {"o": "breached"}},
    ),
    "where all parties owe jointly, all together establish": (
        lambda: record(duty(by="a b", to="", borne="jointly", due="2023-01-10"), act(says("a", "2023-01-08"), says("b", "2023-01-08"), by="a b")),
        {"2023-01-20": {"o": "fulfilled"}},
    ),
    "where all parties owe jointly, one alone claims": (
        lambda: record(duty(by="a b", to="", borne="jointly", due="2023-01-10"), act(says("a", "2023-01-08"), by="a b")),
        {"2023-01-20": {"o": "reports fulfilled; has breached"}},
    ),
    # ---- what conditions wait for
    "a trigger that one side tells of is its claim": (
        lambda: record(duty(trigger=event("x"), due=after(event("x"), "P10D")), step("x", says("b", "2023-01-05"), kind="conduct", by="b"), watch("v"), **V),
        {"2023-01-20": {"o": "not only breached; has conditional"}},
    ),
    "a deadline counted from what one side tells of is not certain": (
        lambda: record(duty(due=after(event("x"), "P10D")), step("x", says("b", "2023-01-05"), kind="conduct", by="b"), watch("v"), **V),
        {"2023-01-20": {"o": "has active|breached"}},
    ),
    "the obligor says that its trigger came": (
        lambda: record(duty(trigger=event("x"), due=after(event("x"), "P10D")), step("x", says("a", "2023-01-05"), kind="conduct", by="b"), watch("v"), **V),
        {"2023-01-20": {"o": "breached"}},
    ),
    "a milestone needs no second word": (
        lambda: record(duty(trigger=event("x"), due=after(event("x"), "P10D")), step("x", says("b", "2023-01-05")), watch("v"), **V),
        {"2023-01-20": {"o": "breached"}},
    ),
    "the counterpart says that an excuse came": (
        lambda: record(duty(due="2023-01-10", excused_if=event("x")), step("x", says("b", "2023-01-05"), kind="conduct"), watch("v"), **V),
        {"2023-01-20": {"o": "excused"}},
    ),
    "the obligor says that its excuse came": (
        lambda: record(duty(due="2023-01-10", excused_if=event("x")), step("x", says("a", "2023-01-05"), kind="conduct"), watch("v"), **V),
        {"2023-01-20": {"o": "has excused|breached"}},
    ),
    "the counterpart says that the end came": (
        lambda: record(duty(due="2023-01-10", ends=event("x")), step("x", says("b", "2023-01-05"), kind="conduct"), watch("v"), **V),
        {"2023-01-20": {"o": "expired"}},
    ),
    "the obligor says that the end came": (
        lambda: record(duty(due="2023-01-10", ends=event("x")), step("x", says("a", "2023-01-05"), kind="conduct"), watch("v"), **V),
        {"2023-01-20": {"o": "has expired|breached"}},
    ),
    # ---- bodies, and who recognises them
    "a body that decides found it, in its own words": (lambda: judged(says("court", "2023-01-10"), roles=(role("court", "arbiter"),)), {"2023-01-20": {"o": "breached"}}),
    "a body that only one side recognises does not settle": (lambda: judged(says("court", "2023-01-10"), roles=(role("court", "arbiter", "b"),)), {"2023-01-20": {"o": "has active|breached"}}),
    "a body that both sides recognise settles": (lambda: judged(says("court", "2023-01-10"), roles=(role("court", "arbiter", "a", "b"),)), {"2023-01-20": {"o": "breached"}}),
    "a finding that the side it favours tells of is that side's claim": (lambda: judged(says("b", "2023-01-10"), roles=(role("court", "arbiter"),)), {"2023-01-20": {"o": "has active|breached"}}),
    "a finding that the side it goes against tells of was made": (lambda: judged(says("a", "2023-01-10"), roles=(role("court", "arbiter"),)), {"2023-01-20": {"o": "breached"}}),
    "a finding that both sides tell of was made": (lambda: judged(says("a", "2023-01-10"), says("b", "2023-01-10"), roles=(role("court", "arbiter"),)), {"2023-01-20": {"o": "breached"}}),
    "a newspaper alone reports a finding": (lambda: judged(says(None, "2023-01-10"), roles=(role("court", "arbiter"),)), {"2023-01-20": {"o": "has active|breached"}}),
    "a finding that the side it goes against accepts settles": (
        lambda: judged(says("court", "2023-01-10"), says("a", "2023-01-12", "accepts"), roles=(role("court", "arbiter", "b"),)),
        {"2023-01-20": {"o": "breached"}},
    ),
    "that the side it favours accepts it is without effect": (
        lambda: judged(says("court", "2023-01-10"), says("b", "2023-01-12", "accepts"), roles=(role("court", "arbiter", "b"),)),
        {"2023-01-20": {"o": "has active|breached"}},
    ),
    "that the side it goes against rejects it is without effect": (
        lambda: judged(says("court", "2023-01-10"), says("a", "2023-01-12", "rejects"), roles=(role("court", "arbiter"),)),
        {"2023-01-20": {"o": "breached"}},
    ),
    "a finding by nobody settles nothing": (lambda: judged(says("b", "2023-01-10"), roles=(role("court", "arbiter"),), by=""), {"2023-01-20": {"o": "has active|breached"}}),
    "two bodies at odds: contested": (
        lambda: record(
            duty(**NOT), act(says("a", "2023-01-05"), says("b", "2023-01-05", "breach"), kind="conduct"), found("breached", "e", says("court", "2023-01-10")),
            found("not_breached", "e", says("bench", "2023-01-12"), by="bench", id_="g"), watch("v"), third_parties=[role("court", "arbiter"), role("bench", "arbiter"), role("v", "verifier")]),
        {"2023-01-11": {"o": "breached"}, "2023-01-20": {"o": "{active|breached}"}},
    ),
    "a body's latest word": (
        lambda: record(
            duty(**NOT), act(says("a", "2023-01-05"), says("b", "2023-01-05", "breach"), kind="conduct"), found("breached", "e", says("court", "2023-01-10")),
            found("not_breached", "e", says("court", "2023-01-15"), id_="g"), watch("v"), third_parties=[role("court", "arbiter"), role("v", "verifier")]),
        {"2023-01-11": {"o": "breached"}, "2023-01-20": {"o": "active"}},
    ),
    "a party that one side alone holds to be one is perhaps not bound": (
        lambda: record(duty(**NOT), parties=[{"actor_id": "a", "according_to_ids": ["b"]}, {"actor_id": "b"}]),
        {"2023-01-20": {"o": "has not_in_force|active"}},
    ),
    "a party that itself holds to be one is bound": (
        lambda: record(duty(**NOT), parties=[{"actor_id": "a", "according_to_ids": ["a", "b"]}, {"actor_id": "b"}]),
        {"2023-01-20": {"o": "active|breached"}},
    ),
    # ---- facts and charges
    "a breach charged by one side includes that it happened, as its claim": (lambda: charged(says("b", "2023-01-05", "breach")), {"2023-01-20": {"o": "has active|breached"}}),
    "an admitted breach": (lambda: charged(says("a", "2023-01-05", "breach")), {"2023-01-20": {"o": "breached"}}),
    "that it was no breach asserts nothing about the fact": (
        lambda: record(duty("q", **NOT), duty(trigger=event("x")), act(says("b", "2023-01-05", "breach"), says("a", "2023-01-05", "no_breach"), id_="x", of="q", kind="conduct")),
        {"2023-01-20": {"o": "has conditional|active"}},
    ),
    "that it happened is a claim of its own": (
        lambda: record(duty("q", **NOT), duty(trigger=event("x")), act(says("b", "2023-01-05", "breach"), says("a", "2023-01-05", "no_breach"), says("a", "2023-01-05"), id_="x", of="q", kind="conduct")),
        {"2023-01-20": {"o": OPEN}},
    ),
    # ---- watching
    "watched by a verifier named for the duty": (lambda: watched(watch("v"), verifier=True), {"2023-01-20": {"o": "breached"}}),
    "watched by a verifier whom nobody names": (lambda: watched(watch("v")), {"2023-01-20": {"o": UNSEEN}}),
    "watched by a monitor both recognise": (lambda: watched(watch("w"), third_parties=[role("w", "monitor")]), {"2023-01-20": {"o": "breached"}}),
    "watched by a monitor of one side": (lambda: watched(watch("w"), third_parties=[role("w", "monitor", "b")]), {"2023-01-20": {"o": UNSEEN}}),
    "watched by an organisation nobody agreed on": (lambda: watched(watch("ngo")), {"2023-01-20": {"o": UNSEEN}}),
    "watched by a state daily": (lambda: watched(watch("paper"), acting=acts_for("paper", "b")), {"2023-01-20": {"o": UNSEEN}}),
    "watched by one side": (lambda: watched(watch("b")), {"2023-01-20": {"o": UNSEEN}}),
    "watched by both sides": (lambda: watched(watch("a"), watch("b")), {"2023-01-20": {"o": "breached"}}),
    "watched by both sides on other days": (lambda: watched(watch("a", through="2023-01-05"), watch("b", since="2023-01-06")), {"2023-01-20": {"o": UNSEEN}}),
    # ---- ending and releasing
    "the creditor releases": (lambda: record(duty(), act(says("b", "2023-01-05"), kind="release", by="b"), watch("v"), **V), {"2023-01-20": {"o": "released"}}),
    "one of two who are owed releases from what it is owed itself": (
        lambda: record(duty(to="b c", due="2023-01-10"), act(says("b", "2023-01-05"), kind="release", by="b"), watch("v"), parties="a b c", **V),
        {"2023-01-20": {"o": "has released|breached"}},
    ),
    "so it is where the other tells of it too, who does not release": (
        lambda: record(duty(to="b c", due="2023-01-10"), act(says("b", "2023-01-05"), says("c", "2023-01-05"), kind="release", by="b"), watch("v"), parties="a b c", **V),
        {"2023-01-20": {"o": "released|breached"}},
    ),
    "and where each of them releases by an act of its own": (
        lambda: record(duty(to="b c", due="2023-01-10"), act(says("b", "2023-01-05"), kind="release", by="b"), act(says("c", "2023-01-05"), id_="f", kind="release", by="c"), watch("v"), parties="a b c", **V),
        {"2023-01-20": {"o": "released|breached"}},
    ),
    "one of two who are owed suspends what it is owed itself": (
        lambda: record(duty(to="b c", due="2023-01-10"), act(says("b", "2023-01-05"), kind="suspension", by="b"), watch("v"), parties="a b c", **V),
        {"2023-01-20": {"o": "suspended|breached"}},
    ),
    "one who is owed releases, and the other denies it": (
        lambda: record(duty(to="b c", due="2023-01-10"), act(says("b", "2023-01-05"), says("c", "2023-01-05", "not_occurred"), kind="release", by="b c"), watch("v"), parties="a b c", **V),
        {"2023-01-20": {"o": "breached|released"}},
    ),
    "both of them release": (
        lambda: record(duty(to="b c", due="2023-01-10"), act(says("b", "2023-01-05"), says("c", "2023-01-05"), kind="release", by="b c"), watch("v"), parties="a b c", **V),
        {"2023-01-20": {"o": "released"}},
    ),
    "the debtor says that it was released": (lambda: record(duty(), act(says("a", "2023-01-05"), kind="release", by="b"), watch("v"), **V), {"2023-01-20": {"o": "has active|released"}}),
    "a party ends what it is owed": (lambda: record(duty(**NOT), act(says("b", "2023-01-05"), kind="termination", by="b"), watch("v"), **V), {"2023-01-20": {"o": "terminated"}}),
    "a party claims to end what it owes": (lambda: record(duty(**NOT), act(says("a", "2023-01-05"), kind="termination"), watch("v"), **V), {"2023-01-20": {"o": "has active|terminated"}}),
    "a party suspends what it is owed": (lambda: record(duty(**NOT), act(says("b", "2023-01-05"), kind="suspension", by="b"), watch("v"), **V), {"2023-01-20": {"o": "suspended"}}),
    "a party claims to suspend what it owes": (lambda: record(duty(**NOT), act(says("a", "2023-01-05"), kind="suspension"), watch("v"), **V), {"2023-01-20": {"o": "has active|suspended"}}),
    "a party claims to end the agreement": (
        lambda: record(duty(**NOT), step("x", says("a", "2023-01-05"), kind="termination", by="a"), watch("v"), **V),
        {"2023-01-20": {"agreement": "has in_force", "o": "has active"}},
    ),
    "an end that hangs on that very act": (
        lambda: record(duty(**NOT), step("x", says("a", "2023-01-05"), kind="termination", by="a"), watch("v"), term={"ends_if_any": [event("x")]}, **V),
        {"2023-01-20": {"agreement": "never in_force", "o": "never active"}},
    ),
    "both sides end the agreement": (
        lambda: record(duty(**NOT), step("x", says("a", "2023-01-05"), says("b", "2023-01-05"), kind="termination", by="a b"), watch("v"), **V),
        {"2023-01-20": {"agreement": "terminated", "o": "terminated"}},
    ),
    "a reservation exempts": (
        lambda: record(duty(by="a b", to="", due="2023-01-10"), watch("v"), parties=[{"actor_id": "a", "exempt_from_ids": ["o"]}, {"actor_id": "b"}], **V),
        {"2023-01-20": {"o/b": "breached", "all:o/a": "never breached|active|excused"}},
    ),
    "a stipulated day is no claim": (lambda: record(duty(due=on("2023-01")), watch("v"), **V), {"2023-01-31": {"o": "active"}, "2023-02-01": {"o": "breached"}}),
    "one of three terminates, as another says too: only what it owes, or is owed alone, ends": (
        lambda: record(
            duty("p", by="a", to="b c"), duty("q", by="b", to="a c"), duty("r", by="c", to="a"),
            act(says("a", "2023-01-05"), says("b", "2023-01-05"), of="", kind="termination", by="a"), parties="a b c"),
        {"2023-01-10": {"p": "terminated|fulfilled", "q": OPEN, "r": "reports terminated"}},
    ),
    "who admits a breach of nobody named admits none of its own": (
        lambda: record(duty(**NOT, by="a c", to="b"), act(says("a", "2023-01-05"), says("a", "2023-01-05", "breach"), by="", kind="conduct"), parties="a b c"),
        {"2023-01-10": {"o/a": "has active|breached", "o/c": "has active|breached"}},
    ),
    "a body with no part in the agreement reports, and settles nothing": (
        lambda: record(duty(**NOT), act(says("b", "2023-01-05"), says("b", "2023-01-05", "breach"), kind="conduct"), found("occurred", "e", says("ngo", "2023-01-08"), by="ngo")),
        {"2023-01-10": {"o": "has active|breached"}},
    ),
    "that best efforts were found wanting, as the other side tells, is perhaps so": (
        lambda: record(duty(modality="endeavour", due="2023-02-01"), found("breached", "o", says("b", "2023-01-08")), third_parties=[role("court", "arbiter")]),
        {"2023-01-10": {"o": "has active|breached"}},
    ),
    "a release while an unreported excuse is possible is possible too": (
        lambda: record(duty(due="2023-01-05", excused_if=event("x")), step("x", kind="conduct"), act(says("b", "2023-01-08"), kind="release", by="b")),
        {"2023-01-10": {"o": "reports breached; has released|fulfilled"}},
    ),
}  # fmt: skip
