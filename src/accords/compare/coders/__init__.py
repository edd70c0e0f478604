"""Two codings of one agreement held against each other: what both found, and how alike they coded it."""

from accords.compare.coders.compared import (
    CodedBy,
    CodersCompared,
    DutyDiffering,
    FieldAgreement,
    FieldDiffering,
    FoundInText,
)
from accords.compare.coders.comparing import compare_coders
from accords.compare.coders.pairing import CodingSide, HowPaired, PairedThing, SplitDuty
from accords.compare.coders.reliability import Agreed

__all__ = [
    "Agreed",
    "CodedBy",
    "CodersCompared",
    "CodingSide",
    "DutyDiffering",
    "FieldAgreement",
    "FieldDiffering",
    "FoundInText",
    "HowPaired",
    "PairedThing",
    "SplitDuty",
    "compare_coders",
]
