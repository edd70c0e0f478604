"""Proofs as programs and people get them."""

from __future__ import annotations

import json
from typing import Any

from accords.model.agreement import Agreement
from accords.render.status.proofs_json import render_proofs_json
from accords.render.status.text import render_proofs
from accords.standing.proving import explain

__all__ = ["plain_proofs", "told_proofs"]


def plain_proofs(record: Agreement, duty_id: str, **asked: Any) -> list[dict[str, Any]]:
    """The proofs of a duty as plain JSON values."""
    found: list[dict[str, Any]] = json.loads(render_proofs_json(explain(record, duty_id, **asked), record))
    return found


def told_proofs(record: Agreement, duty_id: str, **asked: Any) -> str:
    """The proofs of a duty in words, on one line."""
    return " ".join(render_proofs(explain(record, duty_id, **asked), record).split())
