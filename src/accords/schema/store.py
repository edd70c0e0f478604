"""The bundled schema files and the validators made from them, each built once. Nothing is ever fetched."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from pkgutil import get_data
from typing import TYPE_CHECKING, Any

from attrs import frozen

from accords.dates import DateError, parse_date
from accords.pointer import Path

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

__all__ = [
    "AGREEMENT",
    "AGREEMENT_TYPES",
    "CHECKLIST",
    "CODERS",
    "DIFF",
    "DRAFT",
    "NAMES",
    "Misfit",
    "accepts",
    "faults",
    "read_schema",
    "schema_text",
    "shared_schema",
]

AGREEMENT = "agreement.schema.json"
"""The schema for validators and editors: a choice is a list of kinds with if/then."""

AGREEMENT_TYPES = "agreement.types.schema.json"
"""The same for code generators: a choice is a ``oneOf``."""


CHECKLIST = "checklist.schema.json"
"""The schema of checklists as JSON, which the library writes."""

DIFF = "diff.schema.json"
"""The schema of differences as JSON."""

CODERS = "coders.schema.json"
"""The schema of two codings as JSON."""

DRAFT = "draft.schema.json"
"""The schema of drafts, within what providers of structured outputs take."""

NAMES = (AGREEMENT, AGREEMENT_TYPES, CHECKLIST, CODERS, DIFF, DRAFT)
"""The schema files that are bundled."""

_FEW = 3
"""Lists with no more entries than this are looked through without more ado."""


def schema_text(name: str = AGREEMENT) -> str:
    """The bundled schema file ``name``, byte for byte."""
    # Not through importlib.resources, which takes longer to import than most records take to check.
    content = get_data("accords.schema", f"v1/{name}")
    if content is None:
        raise FileNotFoundError(f"the package was installed without {name}")
    return content.decode("utf-8")


def read_schema(name: str = AGREEMENT) -> dict[str, Any]:
    """The bundled schema ``name`` as plain JSON, as a copy of the caller's own.

    ``agreement.schema.json`` is for validators and editors, ``agreement.types.schema.json`` for what makes classes of
    it; ``checklist.schema.json`` and ``diff.schema.json`` are of what is written, ``draft.schema.json`` of what
    ``compile_draft`` takes. Raises ValueError for any other name.

    >>> accords.read_schema("agreement.types.schema.json")["$id"]
    'urn:accords:1.0:agreement-types'
    """
    if name not in NAMES:
        raise ValueError(f"no schema is called {name!r}; there are {', '.join(NAMES)}")
    schema: dict[str, Any] = json.loads(schema_text(name))
    return schema


@cache
def shared_schema() -> dict[str, Any]:
    """The schema of records as validators here use it: shared, not to be changed.

    It also says that the text of a date has to be read, as no pattern can tell that an interval is reversed.
    """
    schema = read_schema()
    schema["$defs"]["Date"]["format"] = "edtf"
    return schema


def accepts(document: Any) -> bool:
    """Tell whether ``document``, plain JSON, has the shape of a record."""
    return _acceptor()(document)


@frozen
class Misfit:
    """One way in which a document does not have the shape of a record."""

    keyword: str
    """The keyword of the schema that says no, such as ``required``."""
    limit: Any
    """What that keyword asks for."""
    schema: Any
    """The schema that holds the keyword."""
    path: Path
    instance: Any
    """What stands at ``path``."""


def faults(document: Any) -> Iterator[Misfit]:
    """Every way in which ``document``, plain JSON, does not have the shape of a record."""
    for error in _explainer().iter_errors(document):
        path = tuple(error.absolute_path)
        yield Misfit(str(error.validator), error.validator_value, error.schema, path, error.instance)


@cache
def _explainer() -> Draft202012Validator:
    # Only records with faults need it, and importing it takes longer than reading most records.
    from jsonschema import Draft202012Validator, FormatChecker, validators  # noqa: PLC0415
    from referencing import Registry  # noqa: PLC0415

    checker = FormatChecker(formats=())
    checker.checks("edtf", raises=DateError)(_is_date)
    # An empty registry: the schema refers only to its own parts, and nothing else may be looked up.
    items = _sifting(Draft202012Validator.VALIDATORS["items"])
    explaining: type[Draft202012Validator] = validators.extend(Draft202012Validator, {"items": items})  # type: ignore[no-untyped-call]
    return explaining(shared_schema(), format_checker=checker, registry=Registry())


def _sifting(items: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    """The keyword ``items``, for records: of their long lists most entries are right, which is soon said."""
    lists = {each["items"].get("$ref") for each in shared_schema()["properties"].values() if "items" in each}

    def sifted(validator: Any, entry: Any, instance: Any, schema: Any) -> Iterator[Any]:
        is_long = isinstance(instance, list) and len(instance) > _FEW
        is_right = _fast(entry["$ref"]) if is_long and entry.get("$ref") in lists else None
        if is_right is None:
            yield from items(validator, entry, instance, schema)
            return
        for place, each in enumerate(instance):
            if not is_right(each):
                yield from validator.descend(each, entry, path=place)

    return sifted


def _acceptor() -> Callable[[Any], bool]:
    return _fast() or _explainer().is_valid


@cache
def _fast(part: str | None = None) -> Callable[[Any], bool] | None:
    """What tells at once whether something has the shape of a record, or of a part of one; None where it is missing."""
    if find_spec("jsonschema_rs") is None:
        return None
    import jsonschema_rs  # noqa: PLC0415 - has no wheel on some systems

    schema = shared_schema() if part is None else {"$defs": shared_schema()["$defs"], "$ref": part}
    return jsonschema_rs.validator_for(schema, formats={"edtf": _reads_as_date}, validate_formats=True).is_valid


def _is_date(value: object) -> bool:
    if isinstance(value, str):
        parse_date(value)
    return True


def _reads_as_date(text: str) -> bool:
    try:
        parse_date(text)
    except DateError:
        return False
    return True
