"""A checklist as JSON: the rows as they are, for other programs."""

from __future__ import annotations

import json
import re

import attrs

from accords.checklist import Checklist

__all__ = ["render_json"]

_UNSEEN = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]"
)


def render_json(checklist: Checklist) -> str:
    """Write ``checklist`` as JSON, rows with all their members; what is not stated is null or an empty list.

    Texts are complete and unchanged; characters that cannot be seen are written as escapes. Equal checklists
    give equal text.
    """
    text = json.dumps(attrs.asdict(checklist), ensure_ascii=False, indent=2)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
