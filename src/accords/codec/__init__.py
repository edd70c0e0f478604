"""Between text, plain JSON and the frozen values of the model, in both directions."""

from accords.codec.misplaced import misplaced
from accords.codec.records import content_hash, dumps, structure_accepted, to_dict, unstructure
from accords.codec.strict import ConversionError, structure

__all__ = [
    "ConversionError",
    "content_hash",
    "dumps",
    "misplaced",
    "structure",
    "structure_accepted",
    "to_dict",
    "unstructure",
]
