"""Waivers: findings that a record accepts with a reason, and waivers that do nothing."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from attrs import evolve

from accords.checks.identity.together import TOGETHER
from accords.checks.lookups.check import Check
from accords.checks.lookups.index import Index, build_index
from accords.checks.lookups.waived import Cover, Covers
from accords.diagnostics import Diagnostic, Waived, diagnose
from accords.model.agreement import Agreement
from accords.model.coding import Waiver
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

    A waiver without use is a finding ACC208 of its own, unless it is about several records. One whose end lies before
    ``as_of`` waives nothing; what it was for stands again, and says since when.
    """
    waivers = [(number, one) for number, one in enumerate(_waivers(agreement)) if _why_not(one.code) is None]
    if not waivers:
        return list(findings), []
    covers = Covers.of(agreement, waivers, as_of)
    standing: list[Diagnostic] = []
    waived: list[Waived] = []
    used: set[Cover] = set()
    for found in findings:
        covering = covers.covering(found)
        used.update(covering)
        holding = [cover.first for cover in covering if cover.first is not None]
        if holding:
            _, first = min(holding, key=lambda one: one[0])
            waived.append(Waived(finding=found, reason=first.reason, waived_by=first.waived_by))
        else:
            ends = dict.fromkeys(end for cover in covering for end in cover.ends)
            standing.append(evolve(found, notes=(*found.notes, *ends)))
    of_use = {number for cover in used for number in cover.numbers}
    idle = [(number, one) for number, one in waivers if number not in of_use and one.code not in TOGETHER]
    known = {owner.id for owner in build_index(agreement).owners} if idle else set[str]()
    standing += [_unused(*each, known, guesses=at < _GUESSES) for at, each in enumerate(idle)]
    return standing, waived


_GUESSES = 100
"""For so many idle waivers it is looked for what they mean; the others are told as they are."""


def _waivers(agreement: Agreement) -> tuple[Waiver, ...]:
    return agreement.coding.waivers if agreement.coding else ()


def _why_not(code: str) -> str | None:
    """Why ``code`` cannot be waived; None where it can."""
    if code not in RULES:
        return "no finding has that code"
    if RULES[code].severity is Severity.ERROR:
        return f"{RULES[code].name} is an error, which has to be mended"
    return _NEVER_WAIVED.get(code)


def _unused(number: int, waiver: Waiver, known: set[str], *, guesses: bool) -> Diagnostic:
    """The finding at the first thing that is not there, if that is why, otherwise at the code."""
    about = ", ".join(waiver.about_ids)
    where = f" about {about}" if about else f" at {waiver.pointer}" if waiver.pointer else ""
    missing = next((place for place, one in enumerate(waiver.about_ids) if one not in known), None)
    meant = nearest(waiver.about_ids[missing], known) if missing is not None and guesses else None
    at = "code" if meant is None else f"about_ids/{missing}"
    return diagnose(
        "ACC208",
        f"nothing is waived: the record has no finding {waiver.code} ({RULES[waiver.code].name}){where}",
        pointer=f"/coding/waivers/{number}/{at}",
        suggestion=meant,
        help="remove the waiver, or correct what it is about",
    )


WAIVERS: tuple[Check, ...] = (Check("ACC209", unwaivable_code, (Waiver,)),)
"""Code → the check that yields it."""
