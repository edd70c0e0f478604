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

NAMES = (AGREEMENT, AGREEMENT_TYPES, CHECKLIST, CODERS, DIFF)
"""The schema files that are bundled."""


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
    it; ``checklist.schema.json`` and ``diff.schema.json`` are of what is written. Raises ValueError for any other name.

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
    from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415
    from referencing import Registry  # noqa: PLC0415

    checker = FormatChecker(formats=())
    checker.checks("edtf", raises=DateError)(_is_date)
    # An empty registry: the schema refers only to its own parts, and nothing else may be looked up.
    return Draft202012Validator(shared_schema(), format_checker=checker, registry=Registry())


@cache
def _acceptor() -> Callable[[Any], bool]:
    if find_spec("jsonschema_rs") is None:
        return _explainer().is_valid
    import jsonschema_rs  # noqa: PLC0415 - has no wheel on some systems

    validator = jsonschema_rs.validator_for(shared_schema(), formats={"edtf": _reads_as_date}, validate_formats=True)
    return validator.is_valid


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
