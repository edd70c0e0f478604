"""A checklist as JSON: the rows as they are, for other programs."""

from __future__ import annotations

import attrs

from accords.checklist import Checklist
from accords.prose import json_text, refuse_other

__all__ = ["render_json"]


def render_json(checklist: Checklist) -> str:
    """Write ``checklist`` as JSON, rows with all their members; what is not stated is null or an empty list.

    Texts are complete and unchanged; characters that cannot be seen are written as escapes. Equal checklists
    give equal text.

    >>> '"modality": "must_not"' in accords.render_json(accords.checklist(accords.load("examples/minimal.accord.json")))
    True
    """
    refuse_other(checklist, Checklist, "a Checklist, as checklist gives it")
    return json_text(attrs.asdict(checklist))
