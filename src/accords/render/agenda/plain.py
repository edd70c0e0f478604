"""What is to be looked at, as JSON."""

from __future__ import annotations

from typing import Any

import attrs

from accords.checklist import DueList
from accords.prose import json_text, refuse_other

__all__ = ["render_due_json"]


def render_due_json(found: DueList) -> str:
    """Write ``found`` as JSON, with all its members but the checklist that is for calendars.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> '"kind": "silent"' in accords.render_due_json(accords.due([deal], as_of="1911-09-10"))
    True
    """
    refuse_other(found, DueList, "a DueList, as due gives it")
    return json_text(attrs.asdict(found, filter=_is_written))


def _is_written(attribute: attrs.Attribute[Any], _: object) -> bool:
    return attribute.name != "deadlines"
