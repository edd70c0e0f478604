"""Situations about whose breach a body found, of which turn, and what one finding says of another.

Readings taken where a sentence leaves two, always the one that leaves more possible:

- A finding on what several owe each, which does not say whose it is, leaves a breach possible for each of them.
- One on what one act performs, which does not say of which turn it is, leaves it possible for each turn.
- What is only said to have been found settles nothing, so it neither narrows days nor takes anything away.
- A breach of a performance does not say that there was a performance.
- A breach found takes an act in time from the obligor, and none that is established.
- That nothing was breached, found of what one act performs, may mean an excuse that began on any earlier day.
"""

# ruff: noqa: E501 - one situation to a line or two

from __future__ import annotations

from .small_records import NOT, Plain, act, duty, every, found, load, on, record, role, says, step, tons, watch

V = {"third_parties": [role("court", "arbiter"), role("v", "verifier")]}
COURT = {"third_parties": [role("court", "arbiter")]}
YEARLY = {"not_before": "2023-01-02", "performance": every("P7D", times=3)}
LONGER = {"id": "r", "text": "otherwise", "replaces": {"due": on("2023-01-30")}}
WAITS = {"starts": on("2023-01-03"), "ends": on("2023-01-12"), "effect": "clock_runs"}
TWO = {"third_parties": [role("court", "arbiter"), role("bench", "arbiter"), role("v", "verifier")]}


def bench(verdict: str) -> Plain:
    """What another body found, a day later."""
    return found(verdict, "o", says("bench", "2023-01-17"), when="2023-01-11", id_="g", by="bench")


def dumped(*more: Plain, by: str = "b", **about: object) -> object:
    """``a`` and ``b`` must not, each, and a court found a breach; ``v`` watched."""
    court = found("breached", "o", says("court", "2023-01-08"), when="2023-01-05", **about)
    court["about_event_ids"] = ["e"]
    seen = act(says("c", "2023-01-05"), kind="conduct", by=by)
    return record(duty(by="a b", to="c", **NOT), seen, court, watch("v"), *more, parties="a b c", **V)


def stood(*findings: Plain, **terms: object) -> object:
    """``a`` was to do it by the 5th, the clock stood from the 3rd to the 12th, and ``v`` watched."""
    still = [
        act(says("a", f"2023-01-{day}"), says("b", f"2023-01-{day}"), id_=kind, kind=kind, by="b")
        for kind, day in (("suspension", "03"), ("resumption", "13"))
    ]
    return record(duty(due="2023-01-05", **terms), *(still if not terms else []), *findings, watch("v"), **V)


def met(verdict: str, **more: object) -> object:
    """``a`` may not within each of three weeks, ``v`` watched, and a court found something of one of them."""
    ruled = found(verdict, "o", says("court", "2023-01-20"), when="2023-01-10")
    return record(duty(**NOT, **YEARLY, ends="2023-01-07"), {**ruled, **more}, watch("v"), **V)


def about_conduct(verdict: str) -> object:
    """``a`` may not within each of three weeks, ``v`` watched, and in the second a court found something of what ``a``
    did in the first."""
    ruled = {**found(verdict, "o", says("court", "2023-01-09")), "about_event_ids": ["e"]}
    done = act(says("a", "2023-01-04"), says("b", "2023-01-04", "breach"), kind="conduct")
    return record(duty(**NOT, **YEARLY, ends="2023-01-07"), done, ruled, watch("v"), **V)


def ratified(**more: object) -> object:
    """A newspaper tells of the instruments, on whose exchange the agreement enters into force."""
    instruments = act(says(None, "2023-01-10"), **more)
    enters = {"entry_into_force": {"kind": "event", "event_id": "e"}}
    return record(duty(due="2023-01-20", binds_from="conclusion"), instruments, term=enters)


def late(*claims: Plain, more: list[Plain] | None = None, **terms: object) -> object:
    """``a`` was to do it by the 10th, and a court found on the 20th that it had not kept that."""
    ruled = found("breached", "o", says("court", "2023-01-20"))
    return record(duty(due="2023-01-10", **terms), act(*claims), ruled, *(more or []), **COURT)


FINDINGS = {
    # ---- formal acts
    "a formal act performs a duty by anybody's word, and brings what waits for it": (
        lambda: ratified(act="ratification"),
        {"2023-01-30": {"o": "fulfilled", "agreement": "in_force"}},
    ),
    "another act that a newspaper tells of may not have been": (
        ratified,
        {"2023-01-30": {"o": "reports fulfilled; has breached", "agreement": "{in_force|not_in_force}"}},
    ),
    "that a body is said to have found a formal act establishes none": (
        lambda: record(duty(due="2023-01-20"), act(act="ratification"), found("occurred", "e", says(None, "2023-01-15"), when="2023-01-10"), **COURT),
        {"2023-01-18": {"o": "has fulfilled|active"}},
    ),
    "a formal act that is denied is contested": (
        lambda: record(duty(due="2023-01-20"), act(says(None, "2023-01-10"), says("b", "2023-01-25", "not_occurred"), act="ratification")),
        {"2023-01-30": {"o": "has fulfilled|breached"}},
    ),
    "a formal act of which somebody gives days that nobody denies is done, on these or on others that are given": (
        lambda: record(duty(due="2023-01-09"), act(says(None, "2023-01-08/2023-01-10"), says(None, "2023-01-08"), says("b", "2023-01-09", "not_occurred"), act="ratification")),
        {"2023-01-30": {"o": "{fulfilled|fulfilled_late}"}},
    ),
    # ---- breaches of what one act performs
    "what a body found undone is not done by the obligor's own word": (
        lambda: late(says("a", "2023-01-08")),
        {"2023-01-30": {"o": "breached|fulfilled_late"}},
    ),
    "nor by a figure of its own": (
        lambda: late(says("a", "2023-01-08", **tons(4)), **load(at_least=4)),
        {"2023-01-30": {"o": "breached|fulfilled_late"}},
    ),
    "what the other side says was done in time stays done beside a breach that was found": (
        lambda: late(says("b", "2023-01-08")),
        {"2023-01-30": {"o": "fulfilled"}},
    ),
    "and what it says was done around the deadline may have been in time or late": (
        lambda: late(says("b", "2023-01-08/2023-01-15")),
        {"2023-01-30": {"o": "fulfilled|fulfilled_late"}},
    ),
    "that it was done late by its own word may be so before the breach was found": (
        lambda: late(says("a", "2023-01-15")),
        {"2023-01-30": {"o": "fulfilled_late|breached"}},
    ),
    "or, by a word that leaves both open, after the deadline": (
        lambda: late(says("a", "2023-01-08/2023-01-15")),
        {"2023-01-30": {"o": "{breached|fulfilled_late}"}},
    ),
    "a breach found of nobody in particular takes no act from anybody": (
        lambda: record(duty(by="a b", to="c", due="2023-01-10"), act(says("a", "2023-01-08")), found("breached", "o", says("court", "2023-01-20")), parties="a b c", **COURT),
        {"2023-01-30": {"o/a": "reports fulfilled; has breached"}},
    ),
    "once the deadline is moved, a breach found is one of the later deadline": (
        lambda: late(says("a", "2023-01-14"), more=[act(says("a", "2023-01-05"), says("b", "2023-01-05"), id_="p", kind="postponement", by="", new_due=on("2023-01-15"))]),
        {"2023-01-30": {"o": "breached|fulfilled_late"}},
    ),
    # ---- whose
    "a breach found is theirs who did it": (dumped, {"2023-01-20": {"o/a": "active", "o/b": "breached"}}),
    "a breach found is theirs whom the finding names": (
        lambda: dumped(by="militia", obligor_ids=["b"]),
        {"2023-01-20": {"o/a": "active", "o/b": "breached"}},
    ),
    "a breach found of nobody in particular is settled for none": (
        lambda: dumped(by="militia"),
        {"2023-01-20": {"o/a": "active|breached", "o/b": "active|breached"}},
    ),
    "a breach found of an act late by one says nothing of the other": (
        lambda: record(duty(by="a b", to="c", due="2023-01-10"), found("fulfilled", "o", says("court", "2023-01-12"), when="2023-01-08", obligor_ids=["b"]), watch("v"), parties="a b c", **V),
        {"2023-01-20": {"o/a": "breached", "o/b": "fulfilled"}},
    ),
    "who owe together are found in breach together": (
        lambda: record(duty(by="a b", to="c", borne="jointly", **NOT), found("breached", "o", says("court", "2023-01-08"), when="2023-01-05"), parties="a b c", **COURT),
        {"2023-01-20": {"o": "breached"}},
    ),
    "a finding about one does not take back what was found of another": (
        lambda: dumped(found("not_breached", "o", says("court", "2023-01-15"), id_="g", when="2023-01-05", obligor_ids=["a"])),
        {"2023-01-20": {"o/a": "active", "o/b": "breached"}},
    ),
    # ---- which question
    "that it was a breach does not take back that it happened": (
        lambda: record(duty(**NOT), act(says("b", "2023-01-05", "breach"), says("a", "2023-01-05", "not_occurred"), kind="conduct"), found("occurred", "e", says("court", "2023-01-08"), when="2023-01-05"), found("breached", "e", says("court", "2023-01-08"), id_="g", when="2023-01-05"), **COURT),
        {"2023-01-20": {"o": "breached"}},
    ),
    "a body that finds a breach holds that it happened": (
        lambda: record(duty(**NOT), act(says("b", "2023-01-05", "breach"), says("a", "2023-01-05", "not_occurred"), kind="conduct"), found("breached", "e", says("court", "2023-01-08"), when="2023-01-05"), **COURT),
        {"2023-01-20": {"o": "breached"}},
    ),
    "unless it says that it did not": (
        lambda: record(duty(**NOT), act(says("b", "2023-01-05", "breach"), kind="conduct"), found("not_occurred", "e", says("court", "2023-01-08")), found("breached", "e", says("court", "2023-01-08"), id_="g", when="2023-01-05"), watch("v"), **V),
        {"2023-01-20": {"o": "active"}},
    ),
    "of one question the later answer counts": (
        lambda: record(duty(**NOT), act(says("a", "2023-01-05"), kind="conduct"), found("breached", "e", says("court", "2023-01-08")), found("not_breached", "e", says("court", "2023-01-15"), id_="g"), watch("v"), **V),
        {"2023-01-10": {"o": "breached"}, "2023-01-20": {"o": "active"}},
    ),
    "found in breach, and later found to have performed": (
        lambda: record(duty(due="2023-01-10"), found("breached", "o", says("court", "2023-01-12")), found("fulfilled", "o", says("court", "2023-01-18"), id_="g", when="2023-01-16"), **COURT),
        {"2023-01-20": {"o": "fulfilled_late"}},
    ),
    # ---- only told
    "what is only said to have been found narrows no days that others give": (
        lambda: record(duty(**NOT), act(says(None, "2023-01-07"), says("a", "2023-01-07", "breach"), kind="conduct"), found("occurred", "e", says(None, "2023-01-05")), concluded="2023-01-06", **COURT),
        {"2023-01-20": {"o": "breached|active"}},
    ),
    "that a body is said to have found that it did not happen leaves open what a verifier saw": (
        lambda: record(duty(**NOT), act(says("v", "2023-01-07"), says("a", "2023-01-07", "breach"), kind="conduct"), found("not_occurred", "e", says(None, "2023-01-09")), watch("v"), **V),
        {"2023-01-20": {"o": "active|breached"}},
    ),
    "a breach that is said to have been found later leaves open what was found to be fulfilled": (
        lambda: record(duty(due="2023-01-10"), found("fulfilled", "o", says("court", "2023-01-12"), when="2023-01-08"), found("breached", "o", says(None, "2023-01-15"), id_="g"), watch("v"), **V),
        {"2023-01-20": {"o": "fulfilled|breached"}},
    ),
    "a breach that was accepted stays possible where it is said to have been taken back": (
        lambda: record(duty(modality="endeavour", due="2023-01-10"), found("breached", "o", says("bench", "2023-01-05"), says("a", "2023-01-06", "accepts"), by="bench"), found("not_breached", "o", says(None, "2023-01-08"), id_="g", by="bench")),
        {"2023-01-20": {"o": "has breached"}},
    ),
    "of two bodies that decide, one of which found a breach and the other none, either may be right": (
        lambda: record(duty(**NOT), found("breached", "o", says("court", "2023-01-16"), when="2023-01-11"), bench("not_breached"), watch("v"), **TWO),
        {"2023-01-16": {"o": "breached"}, "2023-01-20": {"o": "has active|breached"}},
    ),
    "of two bodies that decide, one of which found a breach and the other an excuse, either may be right": (
        lambda: record(duty(**NOT), found("breached", "o", says("court", "2023-01-16"), when="2023-01-11"), bench("excused"), watch("v"), **TWO),
        {"2023-01-16": {"o": "breached"}, "2023-01-20": {"o": "has breached|excused"}},
    ),
    "so it is of best efforts": (
        lambda: record(duty(modality="endeavour", due="2023-01-10"), found("breached", "o", says("court", "2023-01-16"), when="2023-01-11"), bench("not_breached"), watch("v"), **TWO),
        {"2023-01-16": {"o": "breached"}, "2023-01-20": {"o": "has breached|period_over"}},
    ),
    # ---- which turn
    "a finding names its turn": (
        lambda: met("breached", instance=2),
        {"2023-01-20": {"o#1": "fulfilled", "o#2": "breached", "o#3": "active"}},
    ),
    "a finding on what one act performs names its turn": (
        lambda: record(duty(due="2023-01-10", performance=every("P7D", times=3)), found("fulfilled", "o", says("court", "2023-01-30"), when="2023-01-15") | {"instance": 2}, watch("v"), **V),
        {"2023-01-30": {"o#1": "breached", "o#2": "fulfilled", "o#3": "breached"}},
    ),
    "a release is of the turn that it names": (
        lambda: record(duty(due="2023-01-10", performance=every("P7D", times=3)), act(says("b", "2023-01-05"), kind="release", by="b", instance=2), watch("v"), **V),
        {"2023-01-30": {"o#1": "breached", "o#2": "released", "o#3": "breached"}},
    ),
    "after a turn that was released the next is counted from when that was due": (
        lambda: record(duty(due="2023-01-10", performance=every("P7D", times=3, mode="rolling")), act(says("b", "2023-01-05"), kind="release", by="b", instance=1), watch("v"), **V),
        {"2023-01-20": {"o#1": "released", "o#2": "breached", "due:o#2": "2023-01-17", "count:o": "2"}},
    ),
    "after a turn that is only said to have been released the next is counted from either": (
        lambda: record(duty(due="2023-01-10", performance=every("P7D", times=3, mode="rolling")), act(says(None, "2023-01-05"), kind="release", by="b", instance=1)),
        {"2023-01-12": {"o#2": "reports active; has breached", "due:o#2": "2023-01-17"}},
    ),
    "what is about an occurrence that nobody reports is of no turn that there is": (
        lambda: record(duty(due={"kind": "offset", "anchor": {"kind": "event", "event_id": "x"}, "duration": "P5D"}, performance={"kind": "each_time", "event_id": "x"}), step("x", says("a", "2023-01-05")), step("again", occurrence_of_id="x"), act(says("b", "2023-01-06"), kind="release", by="b", about_event_ids=["again"]), watch("v"), **V),
        {"2023-01-30": {"o#1": "breached"}},
    ),
    "a suspension is of the turn that it names": (
        lambda: record(duty(due="2023-01-10", performance=every("P7D", times=2)), act(says("b", "2023-01-05"), kind="suspension", by="b", instance=2), watch("v"), **V),
        {"2023-01-30": {"o#1": "breached", "o#2": "suspended"}},
    ),
    "a charge is of the turn that it names": (
        lambda: record(duty(**NOT, **YEARLY, ends="2023-01-07"), act(says("a", "2023-01-02/2023-01-20", "breach"), kind="conduct", instance=2), watch("v"), **V),
        {"2023-01-30": {"o#1": "fulfilled", "o#2": "has breached", "o#3": "fulfilled"}},
    ),
    "a finding that names no turn is settled for none": (
        lambda: record(duty(modality="endeavour", due="2023-01-10", performance=every("P7D", times=2)), found("breached", "o", says("court", "2023-01-20")), **COURT),
        {"2023-01-30": {"o#1": "has breached|period_over", "o#2": "has breached|period_over"}},
    ),
    # ---- found not breached, of what one act performs
    "a finding before the deadline that nothing was breached excuses only perhaps what comes after it": (
        lambda: record(duty(due="2023-01-15"), found("not_breached", "o", says("court", "2023-01-08")), watch("v"), **V),
        {"2023-01-09": {"o": "active|excused"}, "2023-01-20": {"o": "breached|excused", "due:o": "2023-01-15"}},
    ),
    "one that is only told of, of a day before the deadline, does so as well": (
        lambda: record(duty(due="2023-01-15"), found("not_breached", "o", says(None, "2023-01-20"), when="2023-01-08"), watch("v"), **V),
        {"2023-01-20": {"o": "breached|excused"}},
    ),
    "what is found not breached after its deadline is no certain breach, and as reported none": (
        lambda: record(duty(due="2023-01-05"), found("not_breached", "o", says("court", "2023-01-12")), watch("v"), **V),
        {"2023-01-20": {"o": "excused|breached"}},
    ),
    "one after the deadline that is only told of excuses perhaps": (
        lambda: record(duty(due="2023-01-05"), found("not_breached", "o", says(None, "2023-01-12")), watch("v"), **V),
        {"2023-01-20": {"o": "breached|excused"}},
    ),
    "one that comes before a postponed deadline does not excuse as reported": (
        lambda: record(
            duty(due="2023-01-05"), act(says("b", "2023-01-04"), id_="p", kind="postponement", by="b", new_due=on("2023-01-15")),
            found("not_breached", "o", says("court", "2023-01-12")), watch("v"), **V,
        ),
        {"2023-01-14": {"o": "active|excused"}, "2023-01-20": {"o": "breached|excused"}},
    ),
    "one that comes before a deadline that is later by a suspension does not either": (
        lambda: stood(found("not_breached", "o", says("court", "2023-01-12"))),
        {"2023-01-14": {"o": "active|excused"}, "2023-01-20": {"o": "breached|excused", "due:o": "2023-01-15"}},
    ),
    "one that comes after it does": (
        lambda: stood(found("not_breached", "o", says("court", "2023-01-17"))),
        {"2023-01-16": {"o": "breached"}, "2023-01-20": {"o": "excused|breached", "due:o": "2023-01-15"}},
    ),
    "a deadline that waits for the end of a written suspension is passed with the first day after it": (
        lambda: stood(found("not_breached", "o", says("court", "2023-01-13")), suspensions=[WAITS]),
        {"2023-01-20": {"o": "breached|excused", "due:o": "2023-01-13"}},
    ),
    "and what is found on the day after that is found late": (
        lambda: stood(found("not_breached", "o", says("court", "2023-01-14")), suspensions=[WAITS]),
        {"2023-01-20": {"o": "excused|breached", "due:o": "2023-01-13"}},
    ),
    "where the stated deadline is none, a finding came after none": (
        lambda: record(duty(due="2023-01-03", not_before="2023-01-08"), found("not_breached", "o", says("court", "2023-01-12")), watch("v"), **V),
        {"2023-01-20": {"o": "active|excused"}},
    ),
    "a reading that was adopted stays open where the body is said to have found the same without it": (
        lambda: record(
            duty(due="2023-01-03", readings=[LONGER]), found("not_breached", "o", says("court", "2023-01-07"), when="2023-01-05", reading_id="r"),
            found("not_breached", "o", says(None, "2023-01-12"), id_="g", when="2023-01-05"), watch("v"), **V,
        ),
        {"2023-01-10": {"o": "{active|excused}"}, "2023-01-20": {"o": "{active|breached|excused}"}},
    ),
    "and beside that which another body is said to have adopted": (
        lambda: record(
            duty(due="2023-01-03", readings=[LONGER, {"id": "s", "text": "sooner", "replaces": {"due": on("2023-01-10")}}]),
            found("not_breached", "o", says("court", "2023-01-07"), reading_id="r"),
            found("not_breached", "o", says(None, "2023-01-08"), id_="g", by="bench", reading_id="s"), watch("v"), **TWO,
        ),
        {"2023-01-20": {"o": "{active|breached|excused}"}},
    ),
    "what was done late and then found not breached may have been done in time": (
        lambda: record(
            duty(due="2023-01-05"), act(says("b", "2023-01-10")), found("not_breached", "o", says("court", "2023-01-12")), watch("v"), **V,
        ),
        {"2023-01-20": {"o": "{fulfilled|fulfilled_late}"}},
    ),
    "without days of its own it speaks of those of the conduct that it is about": (
        lambda: about_conduct("breached"),
        {"2023-01-10": {"o#1": "breached", "o#2": "active"}},
    ),
    "so that what it clears is what was done then": (
        lambda: about_conduct("not_breached"),
        {"2023-01-10": {"o#1": "fulfilled", "o#2": "active"}},
    ),
    "a reading that was adopted stays open for one where the body later found something of another": (
        lambda: record(
            duty(by="a b", to="c", due="2023-01-03", readings=[{"id": "r", "text": "otherwise", "replaces": {"due": on("2023-01-30")}}]),
            found("not_breached", "o", says("court", "2023-01-07"), reading_id="r"),
            found("not_breached", "o", says("court", "2023-01-12"), id_="g", obligor_ids=["a"]), watch("v"), parties="a b c", **V,
        ),
        {"2023-01-20": {"o/b": "has active|breached|excused"}},
    ),
    "who owes it tells against itself that the words from which on it is owed were found met": (
        lambda: record(duty(not_before={"kind": "vague", "id": "w", "text": "soon"}, determined_by_ids=["court"]), found("met", "w", says("a", "2023-01-10")), watch("v"), **V),
        {"2023-01-20": {"o": "active"}},
    ),
    "whom it is owed to tells that for itself, and it was perhaps not found": (
        lambda: record(duty(not_before={"kind": "vague", "id": "w", "text": "soon"}, determined_by_ids=["court"]), found("met", "w", says("b", "2023-01-10")), watch("v"), **V),
        {"2023-01-20": {"o": "pending|active"}},
    ),
    "whom it is owed to tells against itself that the words with which it ends were found met": (
        lambda: record(duty(ends={"kind": "vague", "id": "w", "text": "soon"}, determined_by_ids=["court"]), found("met", "w", says("b", "2023-01-10")), watch("v"), **V),
        {"2023-01-20": {"o": "expired"}},
    ),
    # ---- when a finding was made
    "what is told of a finding of a day to come says nothing before that day": (
        lambda: record(duty(**NOT), found("excused", "o", {"says": "occurred", "when": "2023-01-12", "claimed_by_id": "c"}), watch("v"), **V),
        {"2023-01-10": {"o": "active"}, "2023-01-12": {"o": "has active|excused"}},
    ),
    "who tells of a finding later than the body that made it moves it to no later day": (
        lambda: record(duty(due="2023-01-11"), found("excused", "o", says("court", known="2023-01-11"), says(None)), watch("v"), **V),
        {"2023-01-20": {"o": "excused"}},
    ),
    "a finding that the body itself says it did not make is none, whoever tells of it": (
        lambda: record(duty(**NOT), found("breached", "o", says("c", "2023-01-08"), says("court", "2023-01-10", "not_occurred")), watch("v"), **V),
        {"2023-01-20": {"o": "active"}},
    ),
}  # fmt: skip
