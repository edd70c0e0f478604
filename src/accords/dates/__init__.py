"""Dates as records write them, in EDTF (ISO 8601-2): the text, and the first and last day it can denote.

Read are the forms of level 0 and the part of level 1 that coders need: years, months and days, date-times
with an offset, unspecified trailing digits (``X``), the qualifiers ``?``, ``~`` and ``%``, and intervals.
"""

from accords.dates.edtf import DateLike, Edtf, Precision, Qualifier, as_date, as_optional_date, parse_date
from accords.dates.grammar import EXAMPLES, PATTERN, DateError

__all__ = [
    "EXAMPLES",
    "PATTERN",
    "DateError",
    "DateLike",
    "Edtf",
    "Precision",
    "Qualifier",
    "as_date",
    "as_optional_date",
    "parse_date",
]
