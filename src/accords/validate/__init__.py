"""Read → version → schema → convert → checks: a record in whatever form, and everything that is wrong with it."""

from accords.validate.fixing import apply_fixes
from accords.validate.placing import place
from accords.validate.record import Examination, RecordSource, dump, examine, from_dict, load, loads, validate
from accords.validate.stages import STAGES, VERSIONS

__all__ = [
    "STAGES",
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
    "validate",
]
