"""What comes of two codings held against each other, in texts and numbers, so that every format is written from it."""

from __future__ import annotations

from attrs import frozen

from accords.compare.coders.pairing import PairedThing, SplitDuty
from accords.compare.coders.reliability import Agreed

__all__ = ["CodedBy", "CodersCompared", "DutyDiffering", "FieldAgreement", "FieldDiffering", "FoundInText"]


@frozen(kw_only=True)
class CodedBy:
    """One of the two codings, and who made it and how far it has come, where the record says so."""

    record_id: str
    content_hash: str
    coded_by: str | None
    status: str | None
    duties: int


@frozen(kw_only=True)
class FoundInText:
    """How far both find duties in the same paragraphs of a text.

    ``edition`` is the hash of the text. Duties without a span in it have no paragraph, and count for nothing here.
    """

    edition: str
    source_id: str
    agreed: Agreed
    both: int
    only_a: int
    only_b: int
    unplaced_a: tuple[str, ...]
    unplaced_b: tuple[str, ...]


@frozen(kw_only=True)
class FieldAgreement:
    """How far both say the same in a field of the duties that are paired. ``is_set``: compared as sets, by MASI."""

    field: str
    is_set: bool
    agreed: Agreed


@frozen(kw_only=True)
class FieldDiffering:
    """A field of a duty in which the two codings differ; what is absent has no values."""

    field: str
    a: tuple[str, ...]
    b: tuple[str, ...]


@frozen(kw_only=True)
class DutyDiffering:
    """A duty that both have, with the fields in which they differ."""

    a: str
    b: str
    action_a: str
    action_b: str
    fields: tuple[FieldDiffering, ...]


@frozen(kw_only=True)
class CodersCompared:
    """Two codings of one agreement: what is the same in them, how far both found the same, and coded it alike.

    ``found`` has one entry for each text that was given and that both cite, where both have duties; ``not_found_for``
    names the editions both cite of which none was. ``same`` of ``values`` values in all fields of the duties that are
    paired are the same. Ids are those of the first coding, wherever one is paired; others of the second are marked
    with ``(b)``.
    """

    a: CodedBy
    b: CodedBy
    actors: tuple[PairedThing, ...]
    actors_only_a: tuple[str, ...]
    actors_only_b: tuple[str, ...]
    duties: tuple[PairedThing, ...]
    splits: tuple[SplitDuty, ...]
    duties_only_a: tuple[str, ...]
    duties_only_b: tuple[str, ...]
    found: tuple[FoundInText, ...]
    not_found_for: tuple[str, ...]
    fields: tuple[FieldAgreement, ...]
    same: int
    values: int
    differing: tuple[DutyDiffering, ...]
    seed: int
    library_version: str

    def __repr__(self) -> str:
        """Of which records, and how many duties are in both."""
        return f"<CodersCompared {self.a.record_id}, {self.b.record_id}: {len(self.duties)} duties in both>"
