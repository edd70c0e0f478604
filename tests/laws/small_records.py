"""Small invented records in a line or two, as a coder would write them, and what is expected of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from accords.codec import structure
from accords.model.agreement import Agreement
from accords.standing.instances import InstanceStatus, StatusReport

Plain = dict[str, Any]

KINDS = {
    "office": "office", "minister": "person", "leader": "person", "wing": "group", "court": "body", "bench": "body",
    "v": "body", "w": "body", "paper": "other", "ngo": "other", "militia": "armed_group",
}  # fmt: skip
ACTORS = ("a", "b", "c", "d", *KINDS)


def on(value: str) -> Plain:
    """A date."""
    return {"kind": "date", "value": value}


def event(event_id: str) -> Plain:
    """That an event happens."""
    return {"kind": "event", "event_id": event_id}


def duty_is(obligation_id: str, reaches: str = "fulfilled", **more: object) -> Plain:
    """That a duty reaches a turn in its life."""
    return {"kind": "obligation", "obligation_id": obligation_id, "reaches": reaches, **more}


def after(anchor: Plain | str, duration: str | None = None, **more: object) -> Plain:
    """A time after a condition, or after a date or one of the two days every agreement has."""
    return {"kind": "offset", "anchor": as_condition(anchor), **({"duration": duration} if duration else {}), **more}


def as_condition(anchor: Plain | str) -> Plain:
    if isinstance(anchor, dict):
        return anchor
    return {"kind": anchor} if anchor in ("conclusion", "entry_into_force", "never") else on(anchor)


def duty(id_: str = "o", by: str = "a", to: str = "b", **more: object) -> Plain:
    """What ``by`` must do for ``to``; conditions may be dates in plain text."""
    terms = {
        key: as_condition(value) if key in ("trigger", "not_before", "due", "ends", "excused_if") else value
        for key, value in more.items()
    }
    owed = {"owed_to_ids": to.split()} if to else {}
    return {"id": id_, "obligor_ids": by.split(), **owed, "modality": "must", "action": "do it", **terms}  # type: ignore[dict-item]


def every(period: str | None, **more: object) -> Plain:
    """The ``performance`` of a duty that comes round."""
    return {"kind": "recurring", "mode": "anchored", **({"every": period} if period else {}), **more}


KEPT = {"performance": {"kind": "continuing"}}
NOT = {"modality": "must_not"}


def says(
    by: str | None, when: str | None = None, what: str = "occurred", known: str | None = None, **more: object
) -> Plain:
    """A claim; known at the end of the days it gives unless another day is stated."""
    if known is None and when is not None:
        known = when.rpartition("/")[2].rstrip("?~%")[:10]
    claim = {"says": what, "when": when, "known_on": known, "claimed_by_id": by, **more}
    if by is None:
        claim["citations"] = [{"source_id": "news", "locator": "p. 1"}]
    return {key: value for key, value in claim.items() if value is not None}


def act(
    *claims: Plain, id_: str = "e", of: str = "o", by: str = "a", kind: str = "performance", **more: object
) -> Plain:
    """Something that happened and bears on duties, with what is said of it."""
    return {"id": id_, "kind": kind, "summary": "it happened", "actor_ids": by.split(), "obligation_ids": of.split(),
            "claims": list(claims), **more}  # fmt: skip


def step(id_: str, *claims: Plain, kind: str = "milestone", by: str = "", **more: object) -> Plain:
    """Something that conditions wait for."""
    return act(*claims, id_=id_, of="", by=by, kind=kind, **more)


def found(verdict: str, on_id: str, *claims: Plain, by: str = "court", id_: str = "f", **more: object) -> Plain:
    """A finding, with what is said of its having been made."""
    return act(*claims, id_=id_, of="", by=by, kind="finding", finding={"on_id": on_id, "verdict": verdict, **more})


def tons(n: int, so_far: bool = False, **more: object) -> Plain:
    """A figure, as part of a claim."""
    return {"quantities": [{"measure": "load", "amount": n, **({"so_far": True} if so_far else {}), **more}]}


def load(**terms: object) -> Plain:
    """How much is promised, as part of a duty."""
    return {"quantities": [{"measure": "load", **terms}]}


def watch(by: str, since: str = "2023-01-01", through: str = "2023-12-31", of: str = "o") -> Plain:
    """Somebody watched and recorded everything, and it is known at once."""
    return {"obligation_ids": of.split(), "since": since, "through": through, "monitored_by_id": by, "recorded": "all"}


def role(actor: str, part: str, *held_by: str) -> Plain:
    """A third party in a role, as all or only some hold it."""
    return {"actor_id": actor, "role": part, **({"according_to_ids": list(held_by)} if held_by else {})}


def record(
    *parts: Plain, parties: object = "a b", concluded: str = "2023-01-01", acting: Plain | None = None, **more: object
) -> Agreement:
    """A record: duties and events in any order, and fields of the agreement by name."""
    parties = [{"actor_id": p} for p in parties.split()] if isinstance(parties, str) else parties
    actors: list[Plain] = [{"id": i, "name": i.upper(), "kind": KINDS.get(i, "polity")} for i in ACTORS]
    for actor in actors:
        actor.update((acting or {}).get(actor["id"], {}))
    return structure(
        {
            "accords_version": "1.0", "id": "small", "title": "Small", "actors": actors, "parties": parties,
            "conclusion": {"form": "signed", "date": concluded},
            "sources": [{"id": "news", "kind": "news_report", "title": "News"}],
            "obligations": [p for p in parts if "modality" in p],
            "events": [p for p in parts if "summary" in p],
            "monitoring": [p for p in parts if "through" in p],
            **more,
        }
    )  # fmt: skip


# ---------------------------------------------------------------- comparing


def _of(report: StatusReport, duty_id: str) -> list[InstanceStatus]:
    """The instances of a duty; none where the engine does not even know it."""
    return [each for each in report.instances if each.obligation_id == duty_id]


def instance(report: StatusReport, name: str) -> InstanceStatus:
    """The instance called ``duty``, ``duty/obligor``, ``duty#turn`` or ``duty/obligor#turn``."""
    stem, _, number = name.partition("#")
    duty_id, _, obligor = stem.partition("/")
    fitting = [
        i
        for i in _of(report, duty_id)
        if (not obligor or obligor in i.obligor_ids) and (not number or i.number == int(number))
    ]
    assert len(fitting) == 1, f"{name}: {[(i.obligor_ids, i.number) for i in _of(report, duty_id)]}"
    return fitting[0]


def same_day(shown: str | None, expected: str) -> bool:
    """The same day, or the same moment, however its offset is written."""
    if shown == expected or shown is None or "T" not in shown or "T" not in expected:
        return shown == expected
    try:
        return datetime.fromisoformat(shown) == datetime.fromisoformat(expected)
    except ValueError:
        return False


def faults(exact: StatusReport | None, interval: StatusReport, expected: dict[str, str]) -> Iterator[str]:
    """Where a report differs from what is expected; without the one at exact precision, as far as the other shows it.

    ``x|y`` is the whole set at exact precision, the state as reported first; ``{x|y}`` the same in any order.
    ``reports x``, ``has x``, ``never x`` and ``not only x`` say part of it, joined by ``; ``; ``all:`` is about every
    instance, however many are listed, or of one obligor. ``due:`` is its deadline as reported, ``name:`` its name.
    """
    reports = [report for report in (exact, interval) if report is not None]
    finest = reports[0]
    for name, wanted in expected.items():
        what, _, rest = name.rpartition(":")
        if what == "count":
            if len(_of(finest, rest)) != int(wanted):
                yield f"{name}: {len(_of(finest, rest))}, not {wanted}"
        elif what in ("due", "name"):
            seen = instance(finest, rest)
            shown = seen.deadline.computed if what == "due" else seen.name
            if not same_day(shown, wanted):
                yield f"{name}: {shown}, not {wanted}"
        elif name == "agreement":
            states = [set(map(str, report.agreement)) for report in (exact, interval) if report is not None]
            yield from _unlike(name, states, exact is not None, None, wanted)
        elif what == "all":
            rest, _, obligor = rest.partition("/")
            for each in (each for report in reports for each in _of(report, rest)):
                if not obligor or obligor in each.obligor_ids:
                    yield from _unlike(name, [_states(each)], True, str(each.as_reported.value), wanted)
        else:
            found = [instance(report, name) for report in reports]
            said = [each.as_reported for each in found]
            yield from _unlike(name, [*map(_states, found)], exact is not None, str(said[0].value), wanted)
            if len(set(said)) > 1:
                yield f"{name}: as reported {said[0]} and {said[1]} at two precisions"


def _states(found: InstanceStatus) -> set[str]:
    return {str(state.value) for state in found.states}


def _unlike(name: str, sets: list[set[str]], is_exact: bool, reported: str | None, wanted: str) -> Iterator[str]:
    """What of an expectation is untrue of the sets, of which the first is the finest."""
    for part in wanted.split("; "):
        word, _, state = part.rpartition(" ")
        listed = set(state.strip("{}").split("|"))
        right = {
            "reports": reported == state,
            "has": all(listed <= states for states in sets),
            "never": not any(listed & states for states in sets),
            "not only": {state} not in sets,
            "": (sets[0] == listed or not is_exact)
            and all(states >= listed for states in sets)
            and (reported is None or "{" in state or reported == state.split("|")[0]),
        }[word]
        if not right:
            yield f"{name}: {[sorted(states) for states in sets]}, as reported {reported}; expected {part}"
