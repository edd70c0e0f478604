"""Any condition that the format allows, with every field and any text, by chance."""

from __future__ import annotations

import random
from datetime import date, timedelta

from accords.dates.durations import Duration
from accords.model.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Never,
    NoEvent,
    Offset,
    OnConclusion,
    OnDate,
    OnEntryIntoForce,
    OnEvent,
    OnObligation,
    Prose,
    Vague,
)
from accords.model.sources import Citation
from accords.vocabulary import AnchorDay, InstanceChoice, MonthEnd, NextStart, Reaches

UNITS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
SIGNS = "abc XYZ 12 ;,()“”„\"\\/:'=+-\n\té日🕊\u200b\u00a0"


class AnyCondition:
    """Makes conditions from a source of randomness; with ``ids``, each has an id, citations and days of review."""

    def __init__(self, rng: random.Random, *, marks: bool = False) -> None:
        self.rng, self.has_marks, self.count = rng, marks, 0

    def maybe(self, chance: float = 0.5) -> bool:
        return self.rng.random() < chance

    def marks(self) -> dict[str, object]:
        if not self.has_marks or self.maybe(0.3):
            return {}
        self.count += 1
        citations = (Citation(source_id="text", locator=f"Art. {self.count}"),) if self.maybe() else ()
        return {"id": f"c{self.count}" if self.maybe(0.7) else None, "citations": citations}

    def text(self) -> str:
        if self.maybe():
            return self.rng.choice(("soon", "2023", "never", "A and B", "“so”", 'he said "now"', "\\", "event:x"))
        return "x" + "".join(self.rng.choice(SIGNS) for _ in range(self.rng.randint(0, 12)))

    def slug(self) -> str:
        return self.rng.choice(("settlement", "pull-out", "a.b_c", "9", "2023", "never", "and", "x" * 100))

    def day(self) -> str:
        return (date(1, 1, 1) + timedelta(days=self.rng.randrange(3_652_058))).isoformat()

    def simple(self) -> str:
        day = self.day()
        while day[:3] == "000":
            day = self.day()
        form = self.rng.choice(("{0}", "{0}", "{1}", "{2}", "{1}-XX", "{2}-XX", "{2}-XX-XX", "{3}X"))
        return form.format(day, day[:7], day[:4], day[:3]) + self.rng.choice(("", "", "?", "~", "%"))

    def when(self) -> str:
        roll = self.rng.random()
        if roll < 0.6:
            return self.simple()
        if roll < 0.75:
            return f"{self.day()}T{self.rng.randrange(24):02}:30:00{self.rng.choice(('Z', '+02:00', '-11:30'))}"
        first, last = sorted((self.day(), self.day()))
        return self.rng.choice((f"{first}/{last}", f"{first}/..", f"../{last}", f"{first}?/{last}~"))

    def length(self) -> Duration:
        counts = {unit: self.rng.choice((0, 1, 2, 30, 99_999)) for unit in UNITS if self.maybe(0.3)}
        return Duration(negative=self.maybe(0.3), **counts)

    def leaf(self) -> Condition:
        kind = self.rng.randrange(8)
        if kind == 0:
            return OnConclusion(**self.marks())
        if kind == 1:
            return OnEntryIntoForce(**self.marks())
        if kind == 2:
            return Never(**self.marks())
        if kind == 3:
            return OnEvent(event_id=self.slug(), **self.marks())
        if kind == 4:
            return OnObligation(
                obligation_id=self.slug(), reaches=self.rng.choice(list(Reaches)), turn=self.rng.choice((None, 1, 12)),
                instances=self.rng.choice((None, *InstanceChoice)), **self.marks(),
            )  # fmt: skip
        if kind == 5:
            return Prose(text=self.text(), **self.marks())
        if kind == 6:
            review = self.when() if self.has_marks and self.maybe() else None
            return Vague(text=self.text(), review_after=review, **self.marks())
        return OnDate(value=self.when(), **self.marks())

    def make(self, depth: int = 4) -> Condition:
        if not depth or self.maybe(0.3):
            return self.leaf()
        kind = self.rng.randrange(6)
        if kind == 0:
            return self.offset(depth)
        if kind in (1, 2):
            return (AllOf, AnyOf)[kind - 1](conditions=self.several(depth), **self.marks())
        if kind == 3:
            return AtLeast(count=self.rng.choice((1, 2, 40)), conditions=self.several(depth), **self.marks())
        if kind == 4:
            since = self.make(depth - 1) if self.maybe() else None
            return NoEvent(event_id=self.slug(), since=since, until=self.make(depth - 1), **self.marks())
        return Vague(text=self.text(), after=self.make(depth - 1) if self.maybe() else None, **self.marks())

    def several(self, depth: int) -> tuple[Condition, ...]:
        return tuple(self.make(depth - 1) for _ in range(self.rng.randint(1, 3)))

    def offset(self, depth: int) -> Offset:
        lengths = {"duration": self.length()} if self.maybe() else {"working_days": self.rng.choice((-7, 0, 1, 10**20))}
        then = self.rng.choice((None, None, *NextStart))
        if then is not None and self.maybe():
            lengths = {}
        rules = {"anchor_day": self.rng.choice(list(AnchorDay)), "month_end": self.rng.choice(list(MonthEnd))}
        about = {"approximate": self.maybe(0.3), "tolerance": self.length() if self.maybe(0.3) else None}
        return Offset(anchor=self.make(depth - 1), then=then, **lengths, **rules, **about, **self.marks())
