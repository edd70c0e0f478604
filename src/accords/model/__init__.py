"""The parts of a record, as frozen values. This package is the one source of the format."""
