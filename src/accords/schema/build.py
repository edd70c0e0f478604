"""The two schema files of format 1.0, built from the model."""

from __future__ import annotations

import json

from accords.model.agreement import Agreement
from accords.model.conditions import Condition
from accords.model.obligations import Amount, Performance
from accords.schema.generate import generate
from accords.schema.store import AGREEMENT, AGREEMENT_TYPES

__all__ = ["build_schemas"]


_COMMENTS = {
    AGREEMENT: (
        f"For validators and editors. To make classes or types of it, take {AGREEMENT_TYPES}, its twin: it accepts the "
        "same records, and has a type for each kind of condition and performance, where classes made of this file hold "
        "the members of a kind without types. No schema says that an interval of dates must not end before it begins; "
        "accords does."
    ),
    AGREEMENT_TYPES: (
        f"For code generators: it accepts the same records as {AGREEMENT}, its twin, which validators and editors read "
        "with better messages. No schema says that an interval of dates must not end before it begins; accords does."
    ),
}


def build_schemas() -> dict[str, str]:
    """File name → text of each schema file, as it is to be committed."""
    choices = {"Amount": Amount, "Condition": Condition, "Performance": Performance}
    schemas = {
        name: generate(Agreement, choices, identifier=f"urn:accords:1.0:{kind}", one_of=one_of, comment=_COMMENTS[name])
        for name, kind, one_of in ((AGREEMENT, "agreement", False), (AGREEMENT_TYPES, "agreement-types", True))
    }
    return {name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for name, schema in schemas.items()}
