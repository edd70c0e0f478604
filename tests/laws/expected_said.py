"""Situations about what names say, and leave aside: name → how to make the record, and per day what is expected."""

from __future__ import annotations

from .small_records import Plain, act, after, duty, load, on, record, says, step, tons

UNSEEN = "breached|fulfilled|fulfilled_late"


def cleared(*claims: Plain, terms: Plain | None = None, **more: object) -> object:
    """``a`` is to clear something for ``b`` by 10 January; ``c`` is another party."""
    return record(duty(due="2023-01-10", **(terms or {})), act(*claims, **more), parties="a b c")


TEN = load(at_least=10)


def either(*acts: Plain) -> object:
    """``a`` is to do one of two things by 10 January, of which the second takes ten."""
    tie = {"obligation_ids": ["o", "q"], "mode": "alternative"}
    return record(duty(due="2023-01-10"), duty("q", due="2023-01-10", **TEN), *acts, linkages=[tie])


def answered(when: str, *claims: Plain, **more: object) -> object:
    """``b`` asked ``a`` on 2 January, as only ``b`` says; the answer is due ten days later."""
    ask = step("x1", says("b", "2023-01-02"), kind="background", by="b", occurrence_of_id="x")
    asked = duty(
        performance={"kind": "each_time", "event_id": "x"}, due=after({"kind": "event", "event_id": "x"}, "P10D")
    )
    return record(asked, step("x", kind="background"), ask, act(says("b", when), *claims, **more))


SAID = {
    "done in time, as the creditor says, whether or not it was asked for": (
        lambda: answered("2023-01-08"),
        {"2023-01-20": {"o#1": "fulfilled|conditional"}},
    ),
    "done late, as the creditor says, whether or not it was asked for": (
        lambda: answered("2023-01-15"),
        {"2023-01-20": {"o#1": "fulfilled_late|conditional"}},
    ),
    "done, and denied, whether or not it was asked for": (
        lambda: answered("2023-01-15", says("v", "2023-01-19", "not_occurred")),
        {"2023-01-20": {"o#1": "has breached|fulfilled_late"}},
    ),
    "a part of one alternative softens no other": (
        lambda: either(act(says("b", "2023-01-05", **tons(7)), of="q")),
        {
            "2023-01-12": {
                "name:o": "overdue, nothing reported",
                "name:q": "overdue, partly performed: 7 of 10 load",
            }
        },
    ),
    "nor does one by the obligor's own word": (
        lambda: either(act(says("a", "2023-01-05", **tons(7)), of="q")),
        {"2023-01-12": {"name:o": "overdue, nothing reported", "name:q": "overdue; claimed by a: partly performed"}},
    ),
    "that it was perhaps all of it does": (
        lambda: either(act(says("a", "2023-01-05"), of="q")),
        {
            "2023-01-12": {
                "o": "has released",
                "name:o": "perhaps overdue, nothing certain; possibly fulfilled, fulfilled late or released",
            }
        },
    ),
    "that a part was done keeps nothing from being overdue, whoever alone says so": (
        lambda: cleared(says("a", "2023-01-08"), extent="partial"),
        {
            "2023-01-09": {"name:o": "claimed by a: partly performed"},
            "2023-01-12": {"o": UNSEEN, "name:o": "overdue; claimed by a: partly performed"},
        },
    ),
    "a part that a third party tells of": (
        lambda: cleared(says("c", "2023-01-08"), extent="partial"),
        {"2023-01-12": {"o": UNSEEN, "name:o": "overdue; reported by c: partly performed"}},
    ),
    "a part by the obligor's own figure": (
        lambda: cleared(says("a", "2023-01-08", **tons(3)), terms=TEN),
        {"2023-01-12": {"name:o": "overdue; claimed by a: partly performed"}},
    ),
    "the whole by the obligor's own figure": (
        lambda: cleared(says("a", "2023-01-08", **tons(10)), terms=TEN),
        {"2023-01-12": {"name:o": "claimed by a: fulfilled"}},
    ),
    "an act of which nobody says how much it was may be the whole": (
        lambda: cleared(says("a", "2023-01-08"), terms=TEN),
        {"2023-01-12": {"name:o": "perhaps overdue, nothing certain; possibly fulfilled or fulfilled late"}},
    ),
    "a part that is established beside one that is claimed": (
        lambda: record(
            duty(due="2023-01-10", **TEN),
            act(says("b", "2023-01-05", **tons(3))),
            act(says("a", "2023-01-08", **tons(4)), id_="e2"),
        ),
        {"2023-01-12": {"name:o": "overdue, partly performed: at least 3 of 10 load"}},
    ),
    "two parts that one side alone tells of": (
        lambda: record(
            duty(due="2023-01-10", **TEN),
            act(says("a", "2023-01-05", **tons(3))),
            act(says("a", "2023-01-08", **tons(4)), id_="e2"),
        ),
        {"2023-01-12": {"name:o": "overdue; claimed by a: partly performed"}},
    ),
    "a part while the deadline is claimed to have moved": (
        lambda: record(
            duty(due="2023-01-10"),
            act(says("a", "2023-01-08"), extent="partial"),
            act(says("a", "2023-01-09"), id_="m", kind="postponement", new_due=on("2023-01-31")),
        ),
        {"2023-01-12": {"due:o": "2023-01-10", "name:o": "claimed by a: partly performed"}},
    ),
}
