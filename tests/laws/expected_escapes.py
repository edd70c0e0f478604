"""Situations in which a world once reached a state that the engine left out: name → how to make the record, and per day
what is expected.

Readings taken where a sentence leaves two, always the one that leaves more possible:

- Of one body the latest finding counts, and one that may have been made later leaves the days of the first open.
- Where several turns are meant, those that an end forestalls are left out; the first stands for all where none comes.
- What is about a time and named elsewhere has one day: as an end it may lie to either side of that time.
"""

# ruff: noqa: E501 - one situation to a line or two

from __future__ import annotations

from .small_records import (
    KEPT,
    NOT,
    act,
    after,
    duty,
    duty_is,
    event,
    every,
    found,
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
COURT = {"third_parties": [role("court", "arbiter")]}
V = {"third_parties": [role("v", "verifier")]}
BOTH = {"third_parties": [role("court", "arbiter"), role("v", "verifier")]}
TWO = {"third_parties": [role("court", "arbiter"), role("bench", "arbiter"), role("v", "verifier")]}
TWICE = {"times": 2, "of_obligation_id": "q"}
WORDS = {"kind": "prose", "text": "if it allows"}


def unless(event_id: str, until: object) -> dict[str, object]:
    return {"kind": "no_event", "event_id": event_id, "until": until}


def bench_found(on_id: str, verdict: str = "not_breached", **more: object) -> dict[str, object]:
    """What another body found, and says itself."""
    return found(verdict, on_id, says("bench", "2023-01-16"), id_="g", by="bench", **more)


def done(*turns: int) -> list[dict[str, object]]:
    """Turns of ``q`` are performed on the day on which they begin."""
    return [act(says("b", f"2023-01-{6 * n - 5:02}"), id_=f"e{n}", of="q", instance=n) for n in turns]


ESCAPES = {
    # ---- whose word
    "who contradicts others in his own interest keeps his day possible, whoever agrees with them": (
        lambda: record(
            duty(due="2023-01-10"), act(says("b", "2023-01-05"), says("a", "2023-01-05"), says("leader", "2023-01-14")),
            acting={"leader": {"acts_for": [{"actor_id": "a"}]}},
        ),
        {"2023-01-20": {"o": "reports fulfilled; has fulfilled_late"}},
    ),
    "two words of who serves himself by it do not outvote one of nobody knows whom": (
        lambda: record(
            duty(due="2023-01-10"),
            act(says("a", "2023-01-05"), says("office", "2023-01-05"), {"says": "occurred", "when": "2023-01-14"}, act="ratification"),
            acting={"office": {"acts_for": [{"actor_id": "a"}]}},
        ),
        {"2023-01-20": {"o": "has fulfilled_late"}},
    ),
    "who owes it denies what would have kept it from being due": (
        lambda: record(duty(trigger=after(unless("x", on("2023-01-10")), "P3D")), step("x", says("a", "2023-01-20", "not_occurred"), kind="conduct")),
        {"2023-01-20": {"o": OPEN}},
    ),
    "who is owed it denies what would have kept it from being due": (
        lambda: record(duty(trigger=unless("x", on("2023-01-10"))), step("x", says("b", "2023-01-20", "not_occurred"), kind="conduct")),
        {"2023-01-20": {"o": "has active|lapsed"}},
    ),
    "who verifies a duty settles what that duty waits for, and not what another one is about": (
        lambda: record(
            duty("q"), duty(not_before=event("e"), verified_by_ids=["v"]), act(says(None, "2023-01-01"), says("v", "2023-01-16", "not_occurred"), of="q")),
        {"2023-01-16": {"o": "pending", "q": "has fulfilled|active"}},
    ),
    "what makes an instance and ends it is heard by each of the two": (
        lambda: record(duty(performance={"kind": "each_time", "event_id": "x"}, ends=event("x")), step("x", says("a", "2023-01-09", "breach"), kind="conduct")),
        {"2023-01-20": {"o#1": "never conditional; has expired"}},
    ),
    "what is denied of a conduct that is a formal act stays open towards who waits, whoever verifies the duty": (
        lambda: record(
            duty(**NOT, verified_by_ids=["v"]), act(says("v", "2023-01-01"), says(None, what="not_occurred"), id_="x", by="", kind="conduct", act="ratification"),
            parties=[{"actor_id": "a", "bound_from": event("x")}, {"actor_id": "b"}],
        ),
        {"2023-01-20": {"o": "has active|not_in_force"}},
    ),
    "what suspends a duty and makes it due is heard by each of the two": (
        lambda: record(duty(due=event("x"), suspensions=[{"starts": event("x")}]), step("x", says("b", "2023-01-16"), kind="conduct")),
        {"2023-01-20": {"o": "suspended|fulfilled"}},
    ),
    "what all parties owe together they establish with one voice, day and all": (
        lambda: record(duty(by="a b", to="", borne="jointly", due="2023-01-10"), act(says("a", "2023-01-05"), says("b", "2023-01-01/2023-01-14"), says(None, "2023-01-01/2023-01-14"), by="a b")),
        {"2023-01-20": {"o": "fulfilled"}},
    ),
    # ---- findings
    "what a body is said to have found of a formal act adds its days to those that others give": (
        lambda: record(duty(due="2023-01-09"), act(says(None, "2023-01-12"), act="ratification"), found("occurred", "e", says(None), when="2023-01-05"), **COURT),
        {"2023-01-20": {"o": "{fulfilled|fulfilled_late}"}},
    ),
    "what was found without a date was on a day that anybody gives": (
        lambda: record(
            duty(due="2023-01-10"), act(says("b", "2023-01-05"), {"says": "occurred", "when": "2023-01-14"}),
            found("occurred", "e", says("court", "2023-01-18")), **COURT,
        ),
        {"2023-01-20": {"o": "fulfilled|fulfilled_late"}},
    ),
    "a finding that one of those who owe it tells of changes the reading of the others' share alone": (
        lambda: record(
            duty(by="b a", to="", trigger=event("x"), readings=[{"id": "r", "text": "otherwise", "replaces": {"ends": on("2023-01-04")}}]),
            step("x"), found("excused", "o", says("a", known="2023-01-05"), reading_id="r"), **COURT),
        {"2023-01-07": {"o/a": "has conditional|lapsed", "o/b": "lapsed"}},
    ),
    "a finding may have been made once more of later days, and then counts from those": (
        lambda: record(
            duty(not_before="2023-01-06"), found("excused", "o", says("court", "2023-01-02")), found("excused", "o", says(None, known="2023-01-04"), id_="g", when="2023-01-09"), **COURT),
        {"2023-01-05": {"o": "has excused|pending"}},
    ),
    "what was accepted of a body without a part may stand beside its latest word": (
        lambda: record(
            duty(by="b", to="a", **NOT), found("excused", "o", says(None, "2023-01-04"), {"says": "accepts", "claimed_by_id": "a", "known_on": "2023-01-05"}), found("breached", "o", says("b", "2023-01-10"), id_="g")),
        {"2023-01-20": {"o": "has breached|excused"}},
    ),
    # ---- turns
    "turns that the end of the series forestalls are none of all turns": (
        lambda: record(
            duty("q", performance=every("P6D", ends=on("2023-01-18"))), duty(trigger=duty_is("q")), *done(1, 2, 3)),
        {"2023-01-20": {"o": OPEN, "count:q": "3"}},
    ),
    "turns that an end of uncertain date forestalls are perhaps none of all turns": (
        lambda: record(
            duty("q", performance=every("P6D", ends=event("y"))), duty(trigger=duty_is("q")), step("y", says("a", "2023-01-14/2023-01-20")), *done(1, 2, 3), watch("v", of="q"), **V),
        {"2023-01-25": {"o": "has active|conditional", "q#4": "has lapsed"}},
    ),
    "a turn that never comes to be is never performed": (
        lambda: record(duty("q", due="2023-01-09", performance=every("P6D", ends=on("2023-01-19"))), duty(trigger=duty_is("q", turn=3))),
        {"2023-01-18": {"o": "conditional"}, "2023-01-20": {"o": "lapsed"}},
    ),
    "a turn that is none for one who left leaves open what waits for it": (
        lambda: record(
            duty("q", by="a b", to="", not_before="2023-01-15", performance=every("P3D", times=3)), duty(performance={"kind": "each_time", "obligation_id": "q"}),
            parties=[{"actor_id": "a"}, {"actor_id": "b", "bound_until": on("2023-01-10")}]),
        {"2023-01-14": {"o#2": "has lapsed"}},
    ),
    "of turns that all were released before they began none is owed": (
        lambda: record(
            duty("q", **NOT, performance=every("P6D", times=2), not_before="2023-01-03"), duty(ends=duty_is("q", instances="all")), act(says("b", "2023-01-02"), kind="release", by="b", of="q")),
        {"2023-01-10": {"o": OPEN, "q#1": "released", "q#2": "released"}},
    ),
    "turns counted from what was done may all have come unseen": (
        lambda: record(duty("q", performance=every("P4D", mode="rolling", times=2)), duty(not_before=duty_is("q"))),
        {"2023-01-10": {"o": "reports pending; has active"}},
    ),
    "and then excuse": (
        lambda: record(
            duty("q", performance=every("P4D", mode="rolling", times=2)), duty(due="2023-01-20", excused_if=duty_is("q", instances="all"))),
        {"2023-01-10": {"o": "reports active; has excused"}},
    ),
    # ---- spells
    "what may excuse, and surely does from a day on, leaves a breach before that day": (
        lambda: record(duty(due="2023-01-13", excused_if={"kind": "any_of", "conditions": [on("2023-01-17"), WORDS]}), watch("v"), **V),
        {"2023-01-20": {"o": "reports breached; has breached|excused"}},
    ),
    "too late is not at all, unless an excuse that nobody reports made it early enough": (
        lambda: record(duty(due="2023-01-03", excused_if=WORDS, owed_after_breach=False), act(says("b", "2023-01-04"))),
        {"2023-01-20": {"o": "reports breached; has breached|fulfilled"}},
    ),
    "what can come again ends a suspension of what is due each time": (
        lambda: record(
            duty(performance={"kind": "each_time", "event_id": "x"}, suspensions=[{"starts": on("2023-01-02"), "ends": event("y")}]), step("x"), step("x1", says("a", "2023-01-01"), occurrence_of_id="x"),
            step("y", says("a", "2023-01-01")), step("y1", says("a", "2023-01-10"), occurrence_of_id="y")),
        {"2023-01-09": {"o#1": "suspended|fulfilled"}, "2023-01-12": {"o#1": OPEN}},
    ),
    # ---- about
    "about a day or two, impossible no sooner than the anchor": (
        lambda: record(duty(trigger=after(unless("x", WORDS), "P5D", approximate=True)), step("x", defined_as=on("2023-01-15"))),
        {"2023-01-11": {"o": "conditional"}, "2023-01-20": {"o": "lapsed"}},
    ),
    "about the day after, which is the first one counted: no sooner": (
        lambda: record(duty(), term={"entry_into_force": after("2023-01-11", "P1D", anchor_day="included", approximate=True)}),
        {"2023-01-10": {"o": "not_in_force"}, "2023-01-11": {"o": OPEN}},
    ),
    "about a day on which it enters into force, and until which something waits": (
        lambda: record(duty(**NOT, not_before=unless("x", {"kind": "entry_into_force"})), step("x"), term={"entry_into_force": after("2022-12-31", "P5D", approximate=True)}),
        {"2023-01-04": {"o": "has active|not_in_force"}},
    ),
    "what is kept until an hour is fulfilled at that hour": (
        lambda: record(
            duty("q", ends=event("x"), **KEPT), step("x", says("b", "2023-01-10T10:00:00Z")),
            duty(due=after(duty_is("q"), "PT12H")), watch("v", of="o q"), **V,
        ),
        {"2023-01-10": {"q": "fulfilled", "o": "breached"}},
    ),
    "a turn that is excused is still among all that are waited for": (
        lambda: record(
            duty("q", by="b", to="a", not_before="2023-01-01", performance=every("P3D", times=2), excused_if=on("2023-01-04")), *done(1),
            duty(due=duty_is("q", instances="all")), watch("v", of="o q"), **V,
        ),
        {"2023-01-20": {"q#2": "excused", "o": "active"}},
    ),
    # ---- hours
    "hours counted from a day that made something impossible begin at any hour of it": (
        lambda: record(
            duty(trigger=after(unless("x", on("2023-01-02")), "PT49H")), step("x", defined_as=on("2023-01-01")), step("end", says("a", "2023-01-04"), says("b", "2023-01-04"), kind="termination")),
        {"2023-01-10": {"o": "lapsed|terminated"}},
    ),
    # ---- turns
    "an act of a turn that never came performs none of those that did": (
        lambda: record(
            duty(performance={"kind": "each_time", "event_id": "x"}, due=after(event("x"), "P5D"), **load(at_least=90)), step("x"), step("x1", says("v", "2023-01-05"), occurrence_of_id="x"), act(says("b", "2023-01-07"), instance=3)),
        {"2023-01-20": {"count:o": "1", "o#1": UNSEEN}},
    ),
    # ---- what waits for another duty, or for hours
    "what waits for an effort to be fulfilled lapses when the effort ends, for nobody assesses it": (
        lambda: record(
            duty(id="q", modality="endeavour", performance={"kind": "continuing"}, ends=on("2023-01-12")), duty(trigger=duty_is("q", reaches="fulfilled"))),
        {"2023-01-10": {"o": "conditional"}, "2023-01-17": {"o": "lapsed"}},
    ),
    "hours count from any hour of the day until which nothing may happen": (
        lambda: record(duty(ends=after(unless("x", on("2023-01-17")), "PT36H")), step("x")),
        {"2023-01-17": {"o": "active|fulfilled"}, "2023-01-18": {"o": "has expired"}},
    ),
    # ---- acts
    "who denies a part does not say that nothing was done": (
        lambda: record(duty(due="2023-01-10", **load(at_least=90)), act(says("a", "2023-01-15", "not_occurred"), extent="partial")),
        {"2023-01-20": {"o": UNSEEN}},
    ),
    "so many times what nobody reports may be done even where the agreement ended before all days": (
        lambda: record(
            duty("q", **load(at_least=90)), duty(due="2023-01-31", **load(at_least={"times": 2, "of_obligation_id": "q"})), conclusion={"form": "signed"}, term={"ends_if_any": [duty_is("q")]}),
        {"2023-01-10": {"o": "reports fulfilled"}},
    ),
    "what may be done is not broken by doing it too late": (
        lambda: record(
            duty("q", modality="may", due="2023-01-06", owed_after_breach=False), duty(trigger=duty_is("q", "breached")), act(says("b", "2023-01-08"), of="q")),
        {"2023-01-15": {"o": "conditional"}},
    ),
    # ---- ends
    "what ends on the day on which it is due has perhaps expired while it was excused": (
        lambda: record(duty(due="2023-01-11", ends="2023-01-11", excused_if={"kind": "vague", "text": "in need"}), watch("v"), **V),
        {"2023-01-11": {"o": "active|expired"}, "2023-01-12": {"o": "breached|expired"}},
    ),
    "a turn that ended before it was due is followed by none": (
        lambda: record(
            duty(due="2023-01-31", not_before="2023-01-07", performance=every("P7D", mode="rolling"), owed_after_breach=False), watch("v"),
            parties=[{"actor_id": "a", "bound_until": on("2023-01-27")}, {"actor_id": "b"}], **V,
        ),
        {"2023-02-10": {"o": "expired", "count:o": "1"}},
    ),
    "a term that ends a fortnight after what nobody reports may be over, whenever that was": (
        lambda: record(duty(), step("x", kind="conduct"), term={"ends_if_any": [event("x")], "renewal": {"duration": "P7D", "max_times": 2}}),
        {"2023-01-05": {"o": "active|expired|fulfilled|lapsed"}},
    ),
    "who declares the end of what all owe in turn has perhaps ended its own turn": (
        lambda: record(duty(by="a b", to="", performance=every("P6D"), borne="in_turn"), step("x", says(None, "2023-01-03"), by="b", act="denunciation")),
        {"2023-01-08": {"o/b": "terminated|active|fulfilled"}},
    ),
    "a turn that is over before it binds has lapsed, whatever ended it since": (
        lambda: record(
            duty(due="2023-01-11", performance=every("P5D"), ends="2022-12-31"),
            step("x", says("a", "2023-01-04"), says("b", "2023-01-04"), kind="termination", by="a b"),
        ),
        {"2023-01-20": {"o#1": "lapsed"}},
    ),
    "a suspension that is over by a date does not start again after it": (
        lambda: record(
            duty(due="2023-01-10", suspensions=[{"starts": event("x"), "ends": on("2023-01-06")}]),
            step("x"), step("x1", says("b", "2023-01-04"), occurrence_of_id="x"), step("x2", says("b", "2023-01-12"), occurrence_of_id="x"),
            watch("v"), **V,
        ),
        {"2023-01-20": {"o": "breached", "due:o": "2023-01-13"}},
    ),
    "a breach that is admitted was perhaps none where it may lie on a day of which no breach was perhaps found": (
        lambda: record(
            duty(**NOT), act(says("a", "2023-01-11/2023-01-14", "breach"), kind="conduct"),
            found("not_breached", "o", says(None, "2023-01-16"), when="2023-01-13"), **COURT,
        ),
        {"2023-01-20": {"o": "reports breached; has active"}},
    ),
    "a first turn that falls due after its series ended is performed before that": (
        lambda: record(
            duty(due="2023-01-15", performance=every("P7D", ends=on("2023-01-12"))), act(says("b", "2023-01-05")),
        ),
        {"2023-01-10": {"o#1": "fulfilled"}, "2023-01-20": {"o#1": "lapsed"}},
    ),
    "an act after all turns that are listed may belong to one that is not": (
        lambda: record(duty(performance=every("P1D"), not_before="2020-01-01"), act(says("a", "2023-01-05"), says("b", "2023-01-05")), watch("v", since="2020-01-01"), concluded="2020-01-01", **V),
        {"2023-01-20": {"o#399": "breached", "o#400": "has breached; has fulfilled_late"}},
    ),
    "what is due before an end that only hangs on the occurrence waits for the occurrence": (
        lambda: record(
            duty(performance={"kind": "each_time", "event_id": "x"}, due=after({**unless("y", {"kind": "entry_into_force"}), "since": event("x")}, "-P2D")),
            step("x"), step("y"),
        ),
        {"2023-01-03": {"o": "conditional"}},
    ),
    "about the start of the month may be after the day before which it is counted": (
        lambda: record(duty(due=after("2022-12-31", "-P2D", then="next_month_start", approximate=True, tolerance="P5D")), watch("v"), **V),
        {"2023-01-03": {"o": "has active; has breached"}, "2023-01-08": {"o": "breached"}},
    ),
    # ---- turns that an end forestalls
    "what is done before the series ends performs no turn that would fall due after that": (
        lambda: record(duty(due="2023-01-04", performance=every("P1M", ends=on("2023-01-21"))), act(says("b", "2023-01-18"))),
        {"2023-01-19": {"o": "fulfilled_late", "count:o": "1"}},
    ),
    "nor one that would fall due after the agreement was superseded": (
        lambda: record(
            duty(due="2023-01-04", performance=every("P10D")), act(says("b", "2023-01-08")),
            step("y", says("a", "2023-01-09"), says("b", "2023-01-09"), kind="supersession"),
        ),
        {"2023-01-15": {"o": "fulfilled_late", "count:o": "1"}},
    ),
    "where that end is uncertain, it may belong to the last turn that was due by then and has none": (
        lambda: record(
            duty(due="2023-01-04", performance=every("P7D", ends=event("y"))), act(says("b", "2023-01-05"), instance=2), act(says("b", "2023-01-15"), id_="e2"),
            step("y", says("a", "2023-01-16/2023-01-20")), watch("v"), **V,
        ),
        {"2023-01-22": {"o#1": "reports breached; has breached|fulfilled_late", "o#3": "has fulfilled|lapsed"}},
    ),
    "what one reading makes a turn that another has none of may be an act of the turn before": (
        lambda: record(
            duty(
                due="2023-01-04", performance=every("P10D", ends=on("2023-01-10")),
                readings=[{"id": "r", "text": "otherwise", "replaces": {"due": on("2022-12-27")}}],
            ),
            act(says("b", "2023-01-08")), watch("v"), **V,
        ),
        {"2023-01-15": {"o#1": "has fulfilled_late|lapsed", "o#2": "has fulfilled_late|lapsed"}},
    ),
    "parts that name no turn belong to the same one until they are enough": (
        lambda: record(
            duty(performance=every("P7D"), not_before="2023-01-02", **load(at_least=90)), act(says("b", "2023-01-03", **tons(50))),
            act(says("b", "2023-01-05", **tons(50)), id_="e2"), act(says("b", "2023-01-06", **tons(50)), id_="e3"), watch("v"), **V,
        ),
        {"2023-01-12": {"o#1": "fulfilled", "o#2": "active"}},
    ),
    "also where the next turn falls due only after the series ended": (
        lambda: record(
            duty(due="2023-01-04", performance=every("P10D", ends=event("y")), **load(at_least=90)), act(says("b", "2023-01-08", **tons(50))),
            act(says("b", "2023-01-09", **tons(50)), id_="e2"), step("y", says("a", "2023-01-10/2023-01-12")), watch("v"), **V,
        ),
        {"2023-01-15": {"o#1": "fulfilled_late"}},
    ),
    # ---- amounts of days of which no breach was found
    "a level of a day of which a body found no breach violates nothing": (
        lambda: record(
            duty(**KEPT, **load(at_least=80, counted="level")), act(says("v", "2023-01-05", **tons(40)), kind="conduct"),
            found("not_breached", "o", says("court", "2023-01-16"), when="2023-01-05"), watch("v"), **BOTH,
        ),
        {"2023-01-20": {"o": "active"}},
    ),
    "a level of another day does, though of the first that was too low no breach was found": (
        lambda: record(
            duty(**KEPT, **load(at_least=80, counted="level")), act(says("v", "2023-01-05", **tons(40)), kind="conduct"),
            act(says("v", "2023-01-10", **tons(40)), id_="e2", kind="conduct"), found("not_breached", "o", says("court", "2023-01-16"), when="2023-01-05"), **BOTH,
        ),
        {"2023-01-20": {"o": "breached"}},
    ),
    "a level of a day of which no breach was perhaps found is perhaps no violation": (
        lambda: record(
            duty(**KEPT, **load(at_least=80, counted="level")), act(says("v", "2023-01-05", **tons(40)), kind="conduct"),
            found("not_breached", "o", says(None, "2023-01-16"), when="2023-01-05"), watch("v"), **BOTH,
        ),
        {"2023-01-20": {"o": "breached|active"}},
    ),
    "a level that may be of a day of which no breach was found is perhaps no violation": (
        lambda: record(
            duty(**KEPT, **load(at_least=80, counted="level")), act(says("v", "2023-01-05/2023-01-10", **tons(40)), kind="conduct"),
            found("not_breached", "o", says("court", "2023-01-16"), when="2023-01-07"), watch("v"), **BOTH,
        ),
        {"2023-01-20": {"o": "breached|active"}},
    ),
    "what comes on top of a sum that was passed on a cleared day may be a violation": (
        lambda: record(
            duty(**NOT, **load(at_most=100)), act(says("v", "2023-01-05", **tons(120)), kind="conduct"), act(says("v", "2023-01-10", **tons(5)), id_="e2", kind="conduct"),
            found("not_breached", "o", says("court", "2023-01-16"), when="2023-01-05"), watch("v"), **BOTH,
        ),
        {"2023-01-17": {"o": "has breached"}},
    ),
    "what comes on top of a sum that was passed while the clock stood may be a violation": (
        lambda: record(
            duty(**NOT, **load(at_most=100), suspensions=[{"starts": on("2023-01-03"), "ends": on("2023-01-07")}]),
            act(says("v", "2023-01-05", **tons(120)), kind="conduct"), act(says("v", "2023-01-10", **tons(5)), id_="e2", kind="conduct"), watch("v"), **V,
        ),
        {"2023-01-09": {"o": "active"}, "2023-01-20": {"o": "has breached"}},
    ),
    "what is taken on top of a sum that was passed before the duty was owed may be a violation": (
        lambda: record(
            duty(**NOT, **load(at_most=100), trigger="2023-01-07"), act(says("v", "2023-01-05", **tons(120)), kind="conduct"),
            act(says("v", "2023-01-10", **tons(1)), id_="e2", kind="conduct"), watch("v"), **V,
        ),
        {"2023-01-08": {"o": "active"}, "2023-01-20": {"o": "has breached"}},
    ),
    "what was taken before the stated beginning is no part of a sum": (
        lambda: record(
            duty(**NOT, **load(at_most=100), not_before="2023-01-07"), act(says("v", "2023-01-05", **tons(120)), kind="conduct"),
            act(says("v", "2023-01-10", **tons(1)), id_="e2", kind="conduct"), watch("v"), **V,
        ),
        {"2023-01-20": {"o": "active"}},
    ),
    "a breach that lasted longer than the days of which none was found is one from the day after them": (
        lambda: record(
            duty(**NOT), act(says("a", "2023-01-05", "breach", until="2023-01-09"), kind="conduct"),
            found("not_breached", "o", says("court", "2023-01-16"), when="2023-01-05/2023-01-07"), watch("v"), **BOTH,
        ),
        {"2023-01-20": {"o": "reports breached; has breached"}},
    ),
    # ---- bodies that are perhaps at odds
    "that one body found no breach settles nothing where another is said to have found one": (
        lambda: record(duty(**NOT), found("breached", "o", says(None, "2023-01-10"), when="2023-01-05"), bench_found("o", when="2023-01-05"), watch("v"), **TWO),
        {"2023-01-20": {"o": "{active|breached}"}},
    ),
    "that one body found a breach settles nothing where another is said to have found none": (
        lambda: record(
            duty(**NOT), act(says("b", "2023-01-05", "breach"), kind="conduct"), found("not_breached", "e", says(None, "2023-01-10")),
            bench_found("e", verdict="breached"), watch("v"), **TWO,
        ),
        {"2023-01-20": {"o": "{active|breached}"}},
    ),
    "that one body found a conduct not to have happened settles nothing where another is said to have found it a breach": (
        lambda: record(
            duty(**NOT), act(says("b", "2023-01-05", "breach"), kind="conduct"), found("breached", "e", says(None, "2023-01-10")),
            bench_found("e", verdict="not_occurred"), watch("v"), **TWO,
        ),
        {"2023-01-20": {"o": "{active|breached}"}},
    ),
    "that one body found that nothing was done settles nothing where another is said to have found that it was": (
        lambda: record(
            duty(due="2023-01-08"), act(), found("occurred", "e", says(None, "2023-01-10"), when="2023-01-05"),
            bench_found("e", verdict="not_occurred", when="2023-01-05"), watch("v"), **TWO,
        ),
        {"2023-01-20": {"o": "{breached|fulfilled}"}},
    ),
    "a breach that one body found may lie in a later turn than that which another found": (
        lambda: record(
            duty(**NOT, performance=every("P7D"), not_before="2023-01-02"), found("breached", "o", says("court", "2023-01-12"), when="2023-01-03/2023-01-10"),
            bench_found("o", verdict="breached", when="2023-01-05"), watch("v"), **TWO,
        ),
        {"2023-01-16": {"o#1": "breached", "o#2": "breached|fulfilled"}},
    ),
    "an excuse that begins hours after the deadline, on the same day, is none for what was due": (
        lambda: record(
            duty(due="2023-01-02T10:00:00Z", excused_if="2023-01-02T23:00:00Z", owed_after_breach=False), act(says("b", "2023-01-07")), watch("v"), **V,
        ),
        {"2023-01-09": {"o": "breached"}},
    ),
    "nor for what was broken hours before it, on the same day": (
        lambda: record(duty(**NOT, excused_if="2023-01-02T23:00:00Z"), act(says("a", "2023-01-02T10:00:00Z", "breach"), kind="conduct"), watch("v"), **V),
        {"2023-01-09": {"o": "breached"}},
    ),
    # ---- amounts that hang on another duty
    "of what was done in full, and of which nobody gives a figure, nobody knows what twice as much is": (
        lambda: record(
            duty("q", by="b", to="a", **load(at_least=90)), duty(due="2023-01-20", **load(at_least=TWICE)),
            act(says("a", "2023-01-05"), of="q", by="b", extent="full"), watch("v"), **V,
        ),
        {"2023-01-10": {"o": "has active"}, "2023-01-30": {"o": "has breached"}},
    ),
    "what is owed is twice what perhaps was done": (
        lambda: record(
            duty("q", by="b", to="a", **load(at_least=90)), duty(due="2023-01-20", **load(at_least=TWICE)),
            act(says("a", "2023-01-11", **tons(90)), says(None, "2023-01-17", "not_occurred"), of="q", by="b"), watch("v"), **V,
        ),
        {"2023-01-30": {"o": "has breached; has fulfilled"}},
    ),
    "what is allowed is twice what perhaps was done": (
        lambda: record(
            duty("q", by="b", to="a", **load(at_least=90)), duty(**NOT, **load(at_most=TWICE)),
            act(says("a", "2023-01-05", **tons(90)), says(None, "2023-01-17", "not_occurred"), of="q", by="b"),
            act(says("a", "2023-01-11", **tons(100)), id_="e2", kind="conduct"), watch("v"), **V,
        ),
        {"2023-01-30": {"o": "not only breached; not only active"}},
    ),
    # ---- before it was owed
    "what was done for an occurrence before it was owed counts from then on": (
        lambda: record(
            duty(performance={"kind": "each_time", "event_id": "x"}, trigger="2023-01-11", due="2023-01-14"),
            step("x", says("b", "2023-01-08")), act(says("b", "2023-01-09")), watch("v"), **V,
        ),
        {"2023-01-20": {"o#1": "fulfilled"}},
    ),
    "what has not happened by a day is known when that day is over, so that no hour of it is a deadline": (
        lambda: record(duty(trigger=unless("x", on("2023-01-03")), due="2023-01-03T08:00:00Z"), step("x"), watch("v"), **V),
        {"2023-01-06": {"o": "active"}},
    ),
    # ---- in turn
    "what one does in the time of another's turn performs the turn before, which was its own": (
        lambda: record(
            duty(by="a b", to="c", not_before="2023-01-08", performance=every("P5D"), borne="in_turn"), act(says("c", "2023-01-13"), by="a"),
            watch("v"), parties="a b c", **V,
        ),
        {"2023-01-17": {"o/a#1": "fulfilled_late", "o/b#2": "active"}},
    ),
    "whose turn somebody's act performed is open where nobody says who it was": (
        lambda: record(
            duty(by="a b", to="c", not_before="2023-01-08", performance=every("P5D"), borne="in_turn"), act(says("c", "2023-01-13"), by=""),
            watch("v"), parties="a b c", **V,
        ),
        {"2023-01-17": {"o/a#1": "{breached|fulfilled_late}", "o/b#2": "{active|fulfilled}"}},
    ),
    "in turn, each is counted from what the one before it did": (
        lambda: record(
            duty(by="a b", to="c", due="2023-01-05", performance=every("P6D", mode="rolling"), borne="in_turn"),
            act(says("c", "2023-01-04"), by="a"), act(says("c", "2023-01-09"), by="b", id_="e2"), act(says("c", "2023-01-14"), by="a", id_="e3"),
            watch("v"), parties="a b c", **V,
        ),
        {"2023-01-19": {"o/a#1": "fulfilled", "o/b#2": "fulfilled", "o/a#3": "fulfilled", "o/b#4": "active", "due:o/b#4": "2023-01-20"}},
    ),
    "one of those who owe together does not admit for all that a breach was found": (
        lambda: record(
            duty(by="a b", to="c", borne="jointly", **NOT), found("breached", "o", says("a", "2023-01-05"), says("c", "2023-01-05"), when="2023-01-04"),
            watch("v"), parties="a b c", third_parties=[role("court", "arbiter"), role("v", "verifier")],
        ),
        {"2023-01-20": {"o": "breached|active"}},
    ),
    "a body is said to have found that a happening was no effort": (
        lambda: record(duty(modality="endeavour", performance={"kind": "continuing"}), act(kind="conduct"), found("breached", "e", says(None, "2023-01-05")), **COURT),
        {"2023-01-20": {"o": "{active|breached}"}},
    ),
    # ---- simultaneous
    "what is due with another's act is overdue once that was done, though its own deadline counts back from nothing": (
        lambda: record(
            duty("q", by="b", to="a"), duty(due=after(event("x"), "-P2D")), step("x"), act(says("a", "2023-01-05"), of="q", by="b"),
            watch("v"), linkages=[{"obligation_ids": ["o", "q"], "mode": "simultaneous"}], **V,
        ),
        {"2023-01-20": {"o": "breached", "due:o": "2023-01-05"}},
    ),
    "of those who were to act together each may be the first, also where the clock stood when it was due": (
        lambda: record(
            duty("q", by="b", to="a"), duty(due="2023-01-04", suspensions=[{"starts": on("2023-01-03"), "ends": on("2023-01-05")}]), watch("v", of="o q"),
            linkages=[{"obligation_ids": ["o", "q"], "mode": "simultaneous"}], **V,
        ),
        {"2023-01-08": {"o": "{breached|excused}"}},
    ),
    # ---- breaches that others wait for
    "what is done the day after its deadline was in breach before it": (
        lambda: record(duty("q", by="b", to="a", due="2023-01-06"), duty(**NOT, trigger=duty_is("q", "breached")), act(says("a", "2023-01-07"), of="q", by="b")),
        {"2023-01-10": {"o": "active|breached"}},
    ),
    "where too late is not at all, what is done late excuses the other side no less": (
        lambda: record(
            duty("q", by="b", to="a", due="2023-01-08", owed_after_breach=False), duty(), act(says("a", "2023-01-12"), of="q", by="b"), watch("v", of="o q"),
            linkages=[{"obligation_ids": ["o", "q"], "mode": "reciprocal"}], **V,
        ),
        {"2023-01-20": {"o": "excused"}},
    ),
    "an effort that was found wanting before it was owed excuses the other side once it is owed": (
        lambda: record(
            duty("q", by="b", to="a", modality="endeavour", trigger=on("2023-01-12")), duty(), found("breached", "q", says("court", "2023-01-05")), watch("v", of="o q"),
            linkages=[{"obligation_ids": ["o", "q"], "mode": "reciprocal"}], third_parties=[role("court", "arbiter"), role("v", "verifier")],
        ),
        {"2023-01-10": {"o": "active"}, "2023-01-20": {"o": "excused"}},
    ),
    "who verifies best efforts, and does not decide, finds no breach of them": (
        lambda: record(duty(modality="endeavour", performance={"kind": "continuing"}, verified_by_ids=["v"]), act(says(None, "2023-01-05"), kind="conduct"), found("breached", "e", says("v", "2023-01-09"), by="v")),
        {"2023-01-20": {"o": "active"}},
    ),
    "where all parties owe together, a body decides that all of them recognise": (
        lambda: record(
            duty(by="a b", to="", borne="jointly", modality="endeavour", performance={"kind": "continuing"}),
            act(says("court", "2023-01-05", "breach"), kind="conduct", by="a"), third_parties=[role("court", "arbiter", "a", "b")],
        ),
        {"2023-01-20": {"o": "breached|active"}},
    ),
    "no turn follows one without a deadline that was perhaps released before it was done": (
        lambda: record(
            duty(performance=every("P3D", mode="rolling")), act(says("b", "2023-01-06")),
            act(says("a", "2023-01-02/2023-01-20"), id_="x", kind="release", by="", instance=1),
        ),
        {"2023-01-20": {"o#2": "has active|pending; reports active"}},
    ),
    "no turn follows one released before it was done, where too late is not at all": (
        lambda: record(
            duty(performance=every("P3D", mode="rolling"), not_before="2023-01-05", owed_after_breach=False), act(says("b", "2023-01-06")),
            act(says("b", "2023-01-01"), id_="x", kind="release", by="", instance=1),
        ),
        {"2023-01-20": {"count:o": "1"}},
    ),
    "an act belongs to no turn that has not begun, though a reading lays its deadline before its beginning": (
        lambda: record(
            duty(
                performance=every("P7D", ends=on("2023-01-13")), not_before="2023-01-09",
                readings=[{"id": "r", "text": "otherwise", "replaces": {"due": on("2023-01-03")}}],
            ),
            act(says("b", "2023-01-13")),
        ),
        {"2023-01-15": {"o#1": "fulfilled"}},
    ),
    "what is done after an end that forestalls the only turn does not perform it": (
        lambda: record(
            duty(performance=every("P1M", ends=on("2023-01-11")), due="2023-01-31"),
            act(), found("occurred", "e", {"says": "occurred", "claimed_by_id": "court"}, when="2023-01-15"), **COURT,
        ),
        {"2023-01-05": {"o#1": "has active|fulfilled; reports active"}},
    ),
    "what comes round a stated number of times can no longer be broken once all of it may be done": (
        lambda: record(duty("q", by="b", to="a", performance=every("P4D", mode="rolling", times=2)), duty(**NOT, trigger=duty_is("q", "breached"))),
        {"2023-01-08": {"o": "has conditional|lapsed"}},
    ),
    "what may be done can no longer be broken once it ended, whatever its deadline was": (
        lambda: record(
            duty("q", by="b", to="a", modality="may", due="2023-01-06"), duty(trigger=duty_is("q", "breached")),
            act(says("a", "2023-01-14"), says("b", "2023-01-14"), id_="x", kind="termination", of="q", by=""),
        ),
        {"2023-01-10": {"o": "has conditional"}, "2023-01-20": {"o": "lapsed"}},
    ),
    "where hours are stated, what ends with a breach ends with the minute after the deadline": (
        lambda: record(
            duty("q", by="b", to="a", due="2023-01-05"), duty(due="2023-01-06"), step("x", says("a", "2023-01-18T06:00:00Z")), watch("v", of="o q"),
            term={"ends_if_any": [duty_is("q", "breached")]}, **V,
        ),
        {"2023-01-10": {"o": "expired", "q": "breached"}},
    ),
    "a deadline counted back to long before everything else is over": (
        lambda: record(duty(due=after(event("x"), "-P30D")), step("x", says("b", "2023-01-02")), conclusion={"form": "signed"}),
        {"2023-01-20": {"o": "breached|fulfilled|fulfilled_late"}},
    ),
    "an act of an occurrence that there is not performs no other, whatever its amount hangs on": (
        lambda: record(
            duty("q", by="b", to="a", **load(at_least=90)),
            duty(performance={"kind": "each_time", "event_id": "x"}, due=after(event("x"), "P5D"), quantities=[{"measure": "load", "at_least": {"times": 2, "of_obligation_id": "q"}}]),
            step("x", says("b", "2023-01-05")), act(says("b", "2023-01-08", **tons(180)), instance=2),
        ),
        {"2023-01-20": {"o#1": "has breached|fulfilled; reports fulfilled"}},
    ),
    # ---- hours
    "a consent that comes hours after the end of a term is too late for it, on the same day too": (
        lambda: record(
            duty(), step("x", says("b", "2023-01-10T15:00:00Z")), watch("v"), **V,
            term={"ends_if_any": [on("2023-01-10T08:00:00Z")], "renewal": {"duration": "P3D", "if_event_id": "x"}},
        ),
        {"2023-01-12": {"o": "expired"}},
    ),
    "a term that ends at an hour and is renewed by days lasts to the end of the last of them": (
        lambda: record(duty(due="2023-01-10"), watch("v"), term={"ends_if_any": [on("2023-01-01T14:00:00Z")], "renewal": {"duration": "P9D", "max_times": 1}}, **V),
        {"2023-01-20": {"o": "breached"}},
    ),
    "a period of no days from an hour lasts to the end of that day": (
        lambda: record(duty(due="2023-01-13"), watch("v"), term={"ends_if_any": [after("2023-01-13T14:00:00Z", "P0D")]}, **V),
        {"2023-01-20": {"o": "breached"}},
    ),
    "a rolling window keeps its length, whatever hour is stated elsewhere": (
        lambda: record(
            duty(not_before="2023-01-08", due="2023-01-11", performance=every("P5D", mode="rolling"), owed_after_breach=False),
            step("x", says("a", "2023-01-05T06:00:00Z")), watch("v"), **V,
        ),
        {"2023-01-12": {"o#2": "pending"}, "2023-01-13": {"o#2": "active"}},
    ),
}  # fmt: skip
