"""From JSON that the schema has accepted to an agreement, and from an agreement to JSON and to text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from accords.codec.compiled import READERS, WRITERS
from accords.codec.strict import ConversionError
from accords.layout import lay_out
from accords.model.agreement import Agreement, the_agreement

__all__ = ["content_hash", "dumps", "structure_accepted", "to_dict", "unstructure"]


_CONTENT_FORM = "accords content 1\n"
"""What is hashed first. The number changes with the form, so that no two forms give the same hash for other content."""

_compact = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def structure_accepted(data: Mapping[str, Any]) -> Agreement:
    """Build the agreement that ``data`` describes, which the schema has accepted: what ``structure`` builds, sooner.

    Raises:
        ConversionError: the schema took a text for a date or a duration that is none.
    """
    try:
        agreement: Agreement = READERS[Agreement](data)
    except RecursionError:
        raise
    except Exception as error:  # whatever it is, callers get one kind
        raise ConversionError(str(error)) from error
    return agreement


def unstructure(agreement: Agreement) -> dict[str, Any]:
    """Write ``agreement`` as plain JSON: absent where a value is the default, lists in authored order.

    Members come in the order of the class, ``kind`` first; the version is written though it is the default.
    """
    plain: dict[str, Any] = WRITERS[Agreement](agreement)
    return plain


def to_dict(agreement: Agreement) -> dict[str, Any]:
    """Write ``agreement`` as plain JSON, of ``dict`` and ``list``, for ``json.dump`` or a database.

    It is what ``dumps`` writes: members in the order of the format, defaults left out. Nothing in it is shared with
    the agreement. Raises TypeError for anything but an ``Agreement``.

    >>> accords.to_dict(accords.load("examples/minimal.accord.json"))["obligations"][1]["modality"]
    'must_not'
    """
    return unstructure(the_agreement(agreement))


def dumps(agreement: Agreement) -> str:
    """Write ``agreement`` as canonical text: equal agreements give equal text, whatever file they came from.

    Only ``extensions``, which are not ours to put in order, keep the order in which their members stand. Raises
    TypeError for anything but an ``Agreement``.

    >>> accords.dumps(accords.load("examples/minimal.accord.json")).splitlines()[1]
    '  "accords_version": "1.0",'
    """
    return lay_out(to_dict(agreement))


def content_hash(agreement: Agreement) -> str:
    """SHA-256 of the content, in hexadecimal: the same for every layout of it, and for nothing else.

    It is taken of the line ``accords content 1``, which names this form, and of what ``dumps`` writes without any
    white space between values, in UTF-8. So it does not change where only the layout of records does. Raises
    TypeError for anything but an ``Agreement``.

    >>> len(accords.content_hash(accords.load("examples/minimal.accord.json")))
    64
    """
    import hashlib  # noqa: PLC0415 - it loads OpenSSL, and most runs need no hash

    return hashlib.sha256((_CONTENT_FORM + _compact(to_dict(agreement))).encode("utf-8")).hexdigest()
