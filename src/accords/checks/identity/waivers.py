"""Waivers: findings that a record accepts with a reason, and waivers that do nothing."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from attrs import evolve

from accords.checks.lookups.index import Index, build_index
from accords.diagnostics import Diagnostic, Waived, diagnose
from accords.model.agreement import Agreement, Waiver
from accords.rules import RULES, Severity
from accords.suggest import nearest

__all__ = ["WAIVERS", "apply_waivers"]

_NEVER_WAIVED = {
    "ACC208": "it is about waivers themselves",
    "ACC402": "only `accords verify` finds it, where nothing is waived",
    "ACC403": "only `accords verify` finds it, where nothing is waived",
}


def unwaivable_code(index: Index) -> Iterator[Diagnostic]:
    """ACC209: a waiver names a code that no finding has, or one that cannot be waived."""
    for number, waiver in enumerate(_waivers(index.agreement)):
        reason = _why_not(waiver.code)
        if reason is not None:
            yield diagnose(
                "ACC209",
                f"{waiver.code} cannot be waived: {reason}",
                pointer=f"/coding/waivers/{number}/code",
                help="`accords rule` lists all codes",
            )


def apply_waivers(
    agreement: Agreement, findings: Iterable[Diagnostic], as_of: datetime.date | None = None
) -> tuple[list[Diagnostic], list[Waived]]:
    """Part ``findings`` into those that stand and those that the record waives.

    A waiver without use is a finding ACC208 of its own. One whose end lies before ``as_of`` waives nothing; what
    it was for stands again, and says since when.
    """
    waivers = [(number, one) for number, one in enumerate(_waivers(agreement)) if _why_not(one.code) is None]
    standing: list[Diagnostic] = []
    waived: list[Waived] = []
    used: set[int] = set()
    for found in findings:
        covering = [(number, one) for number, one in waivers if _covers(one, found, agreement)]
        used |= {number for number, _ in covering}
        holding = [one for _, one in covering if not _is_over(one, as_of)]
        if holding:
            waived.append(Waived(finding=found, reason=holding[0].reason, waived_by=holding[0].waived_by))
        else:
            ends = tuple(f"it was waived until {one.until}" for _, one in covering)
            standing.append(evolve(found, notes=(*found.notes, *ends)))
    standing += [_unused(number, one, agreement) for number, one in waivers if number not in used]
    return standing, waived


def _waivers(agreement: Agreement) -> tuple[Waiver, ...]:
    return agreement.coding.waivers if agreement.coding else ()


def _why_not(code: str) -> str | None:
    """Why ``code`` cannot be waived; None where it can."""
    if code not in RULES:
        return "no finding has that code"
    if RULES[code].severity is Severity.ERROR:
        return f"{RULES[code].name} is an error, which has to be mended"
    return _NEVER_WAIVED.get(code)


def _covers(waiver: Waiver, found: Diagnostic, agreement: Agreement) -> bool:
    if waiver.code != found.code:
        return False
    if waiver.pointer is not None and f"{found.pointer}/".startswith(f"{waiver.pointer}/"):
        return True
    if waiver.about_ids:
        return not _ids_around(found.pointer, agreement).isdisjoint(waiver.about_ids)
    return waiver.pointer is None


def _ids_around(pointer: str, agreement: Agreement) -> set[str]:
    """The ids of everything that the place lies in; a party and a third party go by that of the actor."""
    ids: set[str] = set()
    here: Any = agreement
    for step in pointer.split("/")[1:]:
        here = here[int(step)] if isinstance(here, tuple) and step.isdigit() else getattr(here, step, None)
        for name in ("id", "actor_id"):
            if isinstance(own := getattr(here, name, None), str):
                ids.add(own)
    return ids


def _is_over(waiver: Waiver, as_of: datetime.date | None) -> bool:
    end = waiver.until.latest if waiver.until else None
    return as_of is not None and end is not None and end < as_of


def _unused(number: int, waiver: Waiver, agreement: Agreement) -> Diagnostic:
    """The finding at the first thing that is not there, if that is why, otherwise at the code."""
    about = ", ".join(waiver.about_ids)
    where = f" about {about}" if about else f" at {waiver.pointer}" if waiver.pointer else ""
    known = {owner.id for owner in build_index(agreement).owners}
    missing = next((place for place, one in enumerate(waiver.about_ids) if one not in known), None)
    meant = nearest(waiver.about_ids[missing], known) if missing is not None else None
    at = "code" if meant is None else f"about_ids/{missing}"
    return diagnose(
        "ACC208",
        f"nothing is waived: the record has no finding {waiver.code} ({RULES[waiver.code].name}){where}",
        pointer=f"/coding/waivers/{number}/{at}",
        suggestion=meant,
        help="remove the waiver, or correct what it is about",
    )


WAIVERS: tuple[tuple[str, Callable[[Index], Iterator[Diagnostic]]], ...] = (("ACC209", unwaivable_code),)
"""Code → the check that yields it."""
