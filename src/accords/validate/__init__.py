"""Read → version → schema → convert → checks: a record in whatever form, and what is wrong with it, in words."""

from accords.validate.fixing import apply_fixes
from accords.validate.placing import place, place_each
from accords.validate.record import Examination, RecordSource, dump, examine, from_dict, load, loads, stands, validate
from accords.validate.stages import STAGES, TOGETHER_STAGE, VERSIONS

__all__ = [
    "STAGES",
    "TOGETHER_STAGE",
    "VERSIONS",
    "Examination",
    "RecordSource",
    "apply_fixes",
    "dump",
    "examine",
    "from_dict",
    "load",
    "loads",
    "place",
    "place_each",
    "stands",
    "validate",
]
