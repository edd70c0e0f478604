"""Records made to break a program that reads them. Each fits into the default limits unless it says otherwise."""

# ruff: noqa: E501 - one attack to a line

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from attrs import frozen

__all__ = ["ATTACKS", "Attack"]


@frozen(kw_only=True)
class Attack:
    """A text, and what is to come of it: the exit code of validate, and a code that is found."""

    text: Callable[[], str | bytes]
    exit_code: int
    code: str | None = None
    slow: bool = False


def _record(**members: Any) -> dict[str, Any]:
    return {
        "accords_version": "1.0",
        "id": "attack",
        "title": "Attack",
        "conclusion": {"form": "signed", "date": "2022-01-01"},
        "actors": [{"id": "p", "name": "P"}, {"id": "q", "name": "Q"}],
        "parties": [{"actor_id": "p"}, {"actor_id": "q"}],
        **members,
    }


def _duty(number: int, **members: Any) -> dict[str, Any]:
    return {"id": f"d{number}", "obligor_ids": ["p"], "modality": "must", "action": "act", **members}


def _after(number: int) -> dict[str, Any]:
    return {"kind": "obligation", "obligation_id": f"d{number}"}


def _one(**members: Any) -> str:
    return json.dumps(_record(obligations=[_duty(0, **members)]))


def _duties(*duties: dict[str, Any]) -> str:
    return json.dumps(_record(obligations=list(duties)))


def _inside(depth: int) -> str:
    condition: dict[str, Any] = {"kind": "date", "value": "2022-01-01"}
    for _ in range(depth):
        condition = {"kind": "all_of", "conditions": [condition]}
    return _one(trigger=condition)


def _definitions(count: int) -> str:
    def event(number: int) -> dict[str, Any]:
        anchor = {"kind": "event", "event_id": f"e{number + 1}"}
        defined = {"kind": "offset", "anchor": anchor, "duration": "P1D"}
        return {"id": f"e{number}", "kind": "milestone", "summary": "s", "defined_as": defined}

    last = {"id": f"e{count}", "kind": "milestone", "summary": "s", "claims": [{"says": "occurred", "when": "2022"}]}
    events = [*map(event, range(count)), last]
    return json.dumps(_record(events=events, obligations=[_duty(0, due={"kind": "event", "event_id": "e0"})]))


def _offset(duration: str) -> dict[str, Any]:
    return {"kind": "offset", "anchor": {"kind": "conclusion"}, "duration": duration}


def _shared(count: int) -> str:
    ids = [f"a{n}" for n in range(count)]
    actors, parties = [{"id": i, "name": i} for i in ids], [{"actor_id": i} for i in ids]
    duties = [_duty(n, obligor_ids=ids, borne="each") for n in range(4)]
    return json.dumps(_record(actors=actors, parties=parties, obligations=duties))


def _said(count: int, **members: Any) -> list[dict[str, Any]]:
    claims = [{"says": "occurred", "when": "2022-02-01"}]
    return [{"id": f"e{n}", "kind": "milestone", "summary": "s", "claims": claims, **members} for n in range(count)]


_FIRST = {"kind": "date", "value": "2022-01-01"}
_DAILY = {"kind": "recurring", "every": "P1D"}
_SECONDS = {"kind": "recurring", "every": "PT1S", "ends": {"kind": "date", "value": "9999-12-31"}}
_SUSPENSIONS = [
    {"starts": {"kind": "date", "value": f"{2000 + n // 12}-{1 + n % 12:02}-01"},
     "ends": {"kind": "date", "value": f"{2000 + n // 12}-{1 + n % 12:02}-20"}, "effect": "stops_the_clock"}
    for n in range(300)
]  # fmt: skip
_EVER = [{"says": "occurred", "when": "0001-01-01/9999-12-31"}]
_ACT = {"id": "e", "kind": "performance", "summary": "s", "obligation_ids": ["d0"]}

ATTACKS: dict[str, Attack] = {
    "brackets": Attack(text=lambda: "[" * 400_000, exit_code=1, code="ACC005"),
    "nested-objects": Attack(text=lambda: '{"a":' * 100_000, exit_code=1, code="ACC005"),
    "nested-conditions": Attack(text=lambda: _inside(28), exit_code=0),
    "nested-conditions-too-deep": Attack(text=lambda: _inside(40), exit_code=1, code="ACC005"),
    "too-large": Attack(text=lambda: " " * 8_000_001, exit_code=1, code="ACC006"),
    "only-space": Attack(text=lambda: " " * 7_999_999, exit_code=1, code="ACC001"),
    "string-without-end": Attack(text=lambda: '{"a": "' + "x\\" * 3_000_000, exit_code=1, code="ACC001"),
    "duplicate-keys": Attack(text=lambda: "{" + '"a": 1, ' * 100_000 + '"a": 1}', exit_code=1, code="ACC002"),
    "digits": Attack(text=lambda: '{"a": ' + "9" * 5_000_000 + "}", exit_code=1, code="ACC011"),
    "exponent": Attack(text=lambda: '{"a": 1e999999999}', exit_code=1, code="ACC007"),
    "small-exponent": Attack(text=lambda: json.dumps(_record())[:-1] + ', "extensions": {"a": 1e-999999999}}', exit_code=0),
    "not-a-number": Attack(text=lambda: '{"a": [NaN, Infinity, -Infinity]}', exit_code=1, code="ACC007"),
    "half-surrogates": Attack(text=lambda: '{"a": "' + "\\ud800" * 100_000 + '"}', exit_code=1, code="ACC008"),
    "overlong-utf-8": Attack(text=lambda: b'{"a": "\xc0\xaf\xf8\x88\x80\x80\x80"}', exit_code=1, code="ACC003"),
    "nul-bytes": Attack(text=lambda: b"\0" * 1_000_000, exit_code=1, code="ACC003"),
    "long-text": Attack(text=lambda: json.dumps(_record(title="a" * 7_000_000)), exit_code=0, slow=True),
    "long-id": Attack(text=lambda: _one(obligor_ids=["a-" * 300_000]), exit_code=1, code="ACC110"),
    "long-name": Attack(text=lambda: json.dumps(_record(**{"k" * 7_000_000: 1})), exit_code=1, code="ACC102"),
    "long-date": Attack(text=lambda: _one(due={"kind": "date", "value": "2022-01-0" + "1" * 7_000_000}), exit_code=1, code="ACC107"),
    "long-interval": Attack(text=lambda: _one(due={"kind": "date", "value": "2022/" * 1_400_000}), exit_code=1, code="ACC107"),
    "long-duration": Attack(text=lambda: _one(due=_offset("P" + "1" * 7_000_000)), exit_code=1, code="ACC109"),
    "spaces-in-an-id": Attack(text=lambda: _one(id="a" + " " * 5_000_000 + "b"), exit_code=1, code="ACC110"),
    "colliding-hashes": Attack(
        text=lambda: _one(obligor_ids=[n * (2**61 - 1) for n in range(20_000)]), exit_code=1, code="ACC103", slow=True
    ),
    "chain-of-duties": Attack(
        text=lambda: _duties(_duty(0), *(_duty(n, trigger=_after(n - 1)) for n in range(1, 1_000))), exit_code=0, slow=True
    ),
    "chain-of-10000-duties": Attack(
        text=lambda: _duties(_duty(0), *(_duty(n, trigger=_after(n - 1)) for n in range(1, 10_000))), exit_code=0, slow=True
    ),
    "circle-of-10000-duties": Attack(
        text=lambda: _duties(*(_duty(n, trigger=_after((n + 1) % 10_000)) for n in range(10_000))), exit_code=1, code="ACC205", slow=True
    ),
    "duty-after-10000": Attack(
        text=lambda: _duties(_duty(0, trigger={"kind": "all_of", "conditions": [_after(n) for n in range(1, 10_000)]}),
                             *(_duty(n) for n in range(1, 10_000))), exit_code=0, slow=True,
    ),
    "condition-of-10000": Attack(
        text=lambda: _one(trigger={"kind": "any_of", "conditions": [_FIRST] * 10_000}), exit_code=0, slow=True
    ),
    "obligors-5000": Attack(text=lambda: _shared(5_000), exit_code=0, slow=True),
    "daily-since-the-year-1": Attack(
        text=lambda: _duties(*(_duty(n, performance=_DAILY, due={"kind": "date", "value": "0001-01-01"}) for n in range(200))), exit_code=0, slow=True
    ),
    "performances-10000": Attack(
        text=lambda: json.dumps(_record(obligations=[_duty(0)], events=_said(10_000, kind="performance", obligation_ids=["d0"]))),
        exit_code=0, slow=True,
    ),
    "occurrences-5000": Attack(
        text=lambda: json.dumps(_record(
            obligations=[_duty(0, performance={"kind": "each_time", "event_id": "x"})],
            events=[{"id": "x", "kind": "milestone", "summary": "s"}, *_said(5_000, occurrence_of_id="x")],
        )),
        exit_code=0, slow=True,
    ),
    "definitions-of-300-events": Attack(text=lambda: _definitions(300), exit_code=0),
    "definitions-of-10000-events": Attack(text=lambda: _definitions(10_000), exit_code=0, slow=True),
    "every-second": Attack(text=lambda: _one(performance=_SECONDS, due=_FIRST), exit_code=0),
    "a-thousand-million-times": Attack(
        text=lambda: _one(performance={"kind": "recurring", "every": "P1D", "times": 10**9}, due=_FIRST), exit_code=0
    ),
    "never-advancing": Attack(
        text=lambda: _one(performance={"kind": "recurring", "every": "PT0S"}, due=_FIRST), exit_code=1
    ),
    "suspensions": Attack(text=lambda: _one(due={"kind": "date", "value": "2030-01-01"}, suspensions=_SUSPENSIONS), exit_code=0),
    "years": Attack(
        text=lambda: _duties(_duty(0, due=_offset("P9999Y")), _duty(1, due=_offset("-P9999Y"))), exit_code=0
    ),
    "days-beyond-all-dates": Attack(text=lambda: _one(due=_offset("P" + "9" * 1000 + "D")), exit_code=1, code="ACC109"),
    "all-of-time": Attack(
        text=lambda: json.dumps(_record(events=[{**_ACT, "claims": _EVER}], obligations=[_duty(0, due={"kind": "date", "value": "0001/9999"})])),
        exit_code=0,
    ),
    "count-of-4000-digits": Attack(
        text=lambda: _one(trigger={"kind": "at_least", "count": int("9" * 4000), "conditions": [_FIRST]}), exit_code=0
    ),
    "time-zone-as-path": Attack(text=lambda: json.dumps(_record(time_zone="../../etc/passwd")), exit_code=1, code="ACC112"),
    "findings-of-shape": Attack(
        text=lambda: json.dumps(_record(obligations=[{"id": 1}] * 100_000)), exit_code=1, code="ACC101", slow=True
    ),
    "unknown-fields": Attack(
        text=lambda: json.dumps(_record(**{f"z{n}": 1 for n in range(100_000)})), exit_code=1, code="ACC102", slow=True
    ),
    "dangling-ids": Attack(
        text=lambda: _duties(*(_duty(n, obligor_ids=["r"]) for n in range(50_000))), exit_code=1, code="ACC201", slow=True
    ),
    "same-id-again": Attack(
        text=lambda: json.dumps(_record(actors=[{"id": "p", "name": "P"}] * 100_000)), exit_code=1, code="ACC202", slow=True
    ),
}  # fmt: skip
"""Name → attack, as the page on attacks lists them."""
