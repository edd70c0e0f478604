"""The two schema files of format 1.0, built from the model."""

from __future__ import annotations

import json

from accords.model.agreement import Agreement
from accords.model.conditions import Condition
from accords.model.obligations import Amount, Performance
from accords.schema.generate import generate
from accords.schema.store import AGREEMENT, AGREEMENT_TYPES

__all__ = ["build_schemas"]


def build_schemas() -> dict[str, str]:
    """File name → text of each schema file, as it is to be committed."""
    choices = {"Amount": Amount, "Condition": Condition, "Performance": Performance}
    return {
        name: json.dumps(
            generate(Agreement, choices, identifier=f"urn:accords:1.0:{kind}", one_of=one_of),
            indent=2,
            ensure_ascii=False,
        )
        + "\n"
        for name, kind, one_of in (
            (AGREEMENT, "agreement", False),
            (AGREEMENT_TYPES, "agreement-types", True),
        )
    }
