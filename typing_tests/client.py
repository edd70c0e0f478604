"""A client of accords, looked at by the type checkers only: what should check does, what should not does not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import assert_type

import accords
from accords import (
    Actor,
    Agreement,
    Checklist,
    Condition,
    Diagnostic,
    Edtf,
    Modality,
    Obligation,
    OnDate,
    Party,
    Performance,
    Report,
    Vague,
)

agreement = accords.load(Path("deal.accord.json"))
assert_type(agreement, Agreement)
assert_type(accords.loads("{}"), Agreement)
assert_type(accords.validate({"id": "x"}), Report)
assert_type(accords.validate(agreement).diagnostics, tuple[Diagnostic, ...])
assert_type(accords.checklist(agreement), Checklist)
assert_type(accords.dumps(agreement), str)
assert_type(accords.parse_date("2022").earliest.__class__.__name__, str)

built = Agreement(
    id="deal",
    title="Deal",
    actors=(Actor(id="north", name="North"),),
    parties=(Party(actor_id="north"),),
    obligations=(
        Obligation(
            id="pay",
            obligor_ids=("north",),
            modality=Modality.MUST,
            action="pay",
            due=OnDate(value="2023-01-31"),
        ),
    ),
)
assert_type(built.obligations, tuple[Obligation, ...])
assert_type(OnDate(value="2023").value, Edtf)


def in_a_word(performance: Performance) -> str:
    """Every kind is covered, and the checkers know it."""
    match performance.kind:
        case "once":
            return "once"
        case "continuing":
            return "always"
        case "recurring":
            return "again"
        case "each_time":
            return "each time"


def reminder(condition: Condition | None) -> Edtf | None:
    """A tagged union narrows by its class."""
    return condition.review_after if isinstance(condition, Vague) else None


def names(actors: Sequence[Actor]) -> list[str]:
    """Texts are texts."""
    return [actor.name for actor in actors]


assert_type(agreement.actor("north"), Actor)
assert_type(agreement.obligations_of("north"), tuple[Obligation, ...])
assert_type([citation.source_id for _, citation in agreement.citations()], list[str])
assert_type(agreement.with_claim("start", accords.Claim(when=date(2023, 1, 31))), Agreement)
assert_type(accords.from_dict(accords.to_dict(agreement)), Agreement)
assert_type(accords.Renewal(duration=timedelta(days=90)).duration, accords.Duration)
assert_type(accords.Choice(modalities=("must",), buckets=[accords.Bucket.OVERDUE]).modalities, tuple[Modality, ...])
assert_type(accords.parse_date("2022") < datetime.now(UTC), bool)

for late in accords.overdue(agreement, as_of=datetime.now(UTC)):
    assert_type(late.deadline.last, date | None)
    assert_type(late.deadline.possible.first, date | None)

for row in accords.to_rows(accords.status(agreement, as_of=date(2023, 1, 31), known_by="2023-02")):
    assert_type(row["due_last"], str | int | bool | date | None)

Actor(id="north")  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
Actor("north", name="North")  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
Party(actor_id=5)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
OnDate(value=2023)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
Obligation(id="a", modality="must", action="pay")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
_ = accords.parse_date("2022") < "2023"  # type: ignore[operator] # pyright: ignore[reportOperatorIssue]
accords.Choice(obligor_ids=5)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
built.title = "Other"  # type: ignore[misc] # pyright: ignore[reportAttributeAccessIssue]
