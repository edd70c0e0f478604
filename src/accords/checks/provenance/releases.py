"""Whether a record may be published."""

from __future__ import annotations

from collections.abc import Iterator

from accords.checks.lookups.check import Check
from accords.checks.lookups.index import Index
from accords.diagnostics import Diagnostic
from accords.model.coding import Release
from accords.vocabulary import CodingStatus

__all__ = ["RELEASES"]

_DRAFTS = (CodingStatus.DRAFT, CodingStatus.MACHINE_DRAFT)


def draft_released(index: Index) -> Iterator[Diagnostic]:
    """ACC424: a record that is a draft says that it may be published."""
    record = index.agreement
    if record.release is not None and record.coding is not None and record.coding.status in _DRAFTS:
        yield index.found(
            "ACC424",
            "the record is a draft, and `release` says that it may be published",
            ("release",),
            "have it checked and raise its `status`, or remove `release` until then",
            related=((("coding", "status"), "a draft, it says here"),),
        )


RELEASES: tuple[Check, ...] = (Check("ACC424", draft_released, (Release,)),)
"""Code → the check that yields it."""
