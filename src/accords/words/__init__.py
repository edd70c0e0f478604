"""The words in which people read a record: dates, durations, conditions and names, from one catalogue."""

from accords.words.conditions import (
    condition_in_words,
    deadline_in_words,
    end_in_words,
    length_in_words,
    opening_in_words,
    point_in_words,
)
from accords.words.english.records import PHRASES
from accords.words.findings import finding_in_words
from accords.words.language import ENGLISH, Language, in_language, spoken
from accords.words.names import (
    Names,
    event_in_words,
    heading_of,
    names_of,
    summary_in_words,
    unchecked_in_words,
)
from accords.words.performance import performance_in_words, renewal_in_words, suspension_in_words
from accords.words.phrasing import counted, few, joined, say, word
from accords.words.quantities import claimed_quantity_in_words, quantity_in_words
from accords.words.times import date_in_words, duration_in_words, last_moment_in_words, on_date_in_words

__all__ = [
    "ENGLISH",
    "PHRASES",
    "Language",
    "Names",
    "claimed_quantity_in_words",
    "condition_in_words",
    "counted",
    "date_in_words",
    "deadline_in_words",
    "duration_in_words",
    "end_in_words",
    "event_in_words",
    "few",
    "finding_in_words",
    "heading_of",
    "in_language",
    "joined",
    "last_moment_in_words",
    "length_in_words",
    "names_of",
    "on_date_in_words",
    "opening_in_words",
    "performance_in_words",
    "point_in_words",
    "quantity_in_words",
    "renewal_in_words",
    "say",
    "spoken",
    "summary_in_words",
    "suspension_in_words",
    "unchecked_in_words",
    "word",
]
