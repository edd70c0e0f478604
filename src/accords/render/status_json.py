"""Statuses as JSON, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import attrs

from accords.standing.history import Change
from accords.standing.report import InstanceStatus, StatusReport
from accords.standing.rollup import RollUp

__all__ = ["render_changes_json", "render_proofs_json", "render_status_json", "status_data"]


def _instance(found: InstanceStatus) -> dict[str, Any]:
    data = attrs.asdict(found)
    del data["context"]
    data["states"] = sorted(state.value for state in found.states)
    data["as_reported"] = found.as_reported.value
    data["rows"] = [{"state": state.value, "because": words} for state, words in found.rows]
    for dispute, plain in zip(found.disputes, data["disputes"], strict=True):
        plain["if_so"] = sorted(state.value for state in dispute.if_so)
        plain["if_not"] = sorted(state.value for state in dispute.if_not)
    return data


def _roll_up(found: RollUp) -> dict[str, Any]:
    counts = ("certain", "possible", "as_reported", "names")
    return {name: dict(value) if name in counts else value for name, value in attrs.asdict(found).items()}


def status_data(report: StatusReport) -> dict[str, Any]:
    """The report as plain JSON values."""
    data = attrs.asdict(report, recurse=False)
    data["agreement"] = sorted(report.agreement)
    data["roll_ups"] = [_roll_up(found) for found in report.roll_ups]
    data["instances"] = [_instance(found) for found in report.instances]
    return data


def _text(data: object) -> str:
    return json.dumps(data, ensure_ascii=True, indent=2) + "\n"


def render_status_json(report: StatusReport) -> str:
    """Write ``report`` as JSON."""
    return _text(status_data(report))


def render_proofs_json(proofs: list[dict[str, Any]]) -> str:
    """Write the proofs of one duty as JSON."""
    return _text(proofs)


def render_changes_json(changes: Iterable[Change]) -> str:
    """Write changes as JSON."""
    return _text(
        [
            {
                "day": change.day,
                "before": None if change.before is None else _instance(change.before),
                "after": None if change.after is None else _instance(change.after),
            }
            for change in changes
        ]
    )
