"""What two coders may code differently of a duty: its fields, as sets of texts that are compared."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeAlias

from attrs import frozen

from accords.codec.notation import without_marks, write_condition
from accords.model.conditions import Condition
from accords.model.obligations import Obligation

__all__ = ["FIELDS", "Coded", "CodedField"]

Coded: TypeAlias = tuple[Obligation, "dict[str, Any]"]
"""A duty, and the same as plain JSON."""


@frozen
class CodedField:
    """A field, what it holds of a duty, and whether its values are a set. Absence is the empty set, and a value."""

    name: str
    values: Callable[[Coded], frozenset[str]]
    is_set: bool = False


_ASIDE = frozenset({"id", "citations", "text", "note", "kind"})
"""Members that are no coding, or coded in the words of each coder."""


def _plain(name: str) -> Callable[[Coded], frozenset[str]]:
    def values(coded: Coded) -> frozenset[str]:
        return _one(getattr(coded[0], name))

    return values


def _one(value: Any) -> frozenset[str]:
    return frozenset() if value is None else frozenset([_written(value)])


def _written(value: Any) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _ids(name: str) -> Callable[[Coded], frozenset[str]]:
    return lambda coded: frozenset(getattr(coded[0], name))


def _condition(name: str) -> Callable[[Coded], frozenset[str]]:
    def values(coded: Coded) -> frozenset[str]:
        condition: Condition | None = getattr(coded[0], name)
        return frozenset() if condition is None else frozenset([write_condition(without_marks(condition))])

    return values


def _kind(coded: Coded) -> frozenset[str]:
    return frozenset([coded[0].performed.kind])


def _turns(coded: Coded) -> frozenset[str]:
    performance = {key: each for key, each in coded[1].get("performance", {}).items() if key != "ends"}
    ends = getattr(coded[0].performance, "ends", None)
    if ends is not None:
        performance["ends"] = write_condition(without_marks(ends))
    return frozenset(f"{key} {_written(each)}" for key, each in performance.items() if key not in _ASIDE)


def _json(name: str) -> Callable[[Coded], frozenset[str]]:
    def values(coded: Coded) -> frozenset[str]:
        held = coded[1].get(name, [])
        return frozenset(_canonical(each) for each in (held if isinstance(held, list) else [held]))

    return values


def _canonical(value: Any) -> str:
    return json.dumps(_without(value), ensure_ascii=False, sort_keys=True)


def _without(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without(each) for key, each in value.items() if key not in ("id", "citations")}
    return [_without(each) for each in value] if isinstance(value, list) else value


FIELDS = (
    CodedField("obligor_ids", _ids("obligor_ids"), is_set=True),
    CodedField("obligor_basis", _plain("obligor_basis")),
    CodedField("borne", _plain("borne")),
    CodedField("owed_to_ids", _ids("owed_to_ids"), is_set=True),
    CodedField("modality", _plain("modality")),
    CodedField("performance", _kind),
    CodedField("turns", _turns, is_set=True),
    CodedField("quantities", _json("quantities"), is_set=True),
    CodedField("trigger", _condition("trigger")),
    CodedField("not_before", _condition("not_before")),
    CodedField("due", _condition("due")),
    CodedField("ends", _condition("ends")),
    CodedField("excused_if", _condition("excused_if")),
    CodedField("renewal", _json("renewal")),
    CodedField("suspensions", _json("suspensions"), is_set=True),
    CodedField("binds_from", _plain("binds_from")),
    CodedField("owed_after_breach", _plain("owed_after_breach")),
    CodedField("survives_termination", _plain("survives_termination")),
    CodedField("beside_agreement", _plain("beside_agreement")),
    CodedField("verified_by_ids", _ids("verified_by_ids"), is_set=True),
    CodedField("determined_by_ids", _ids("determined_by_ids"), is_set=True),
    CodedField("with_consent_of_ids", _ids("with_consent_of_ids"), is_set=True),
)
"""In the order of the format. Words of the coder's own are no coding that could be the same."""
