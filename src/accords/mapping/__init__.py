"""Sheets of rows made records by a map: which column is which field, which cell is which word."""

from accords.mapping.losses import Losses, LostCells
from accords.mapping.making import Making
from accords.mapping.record_map import MapError, RecordMap, read_map, shipped_map, shipped_maps
from accords.mapping.rows import SheetError, SheetRow, sheet_rows

__all__ = [
    "Losses",
    "LostCells",
    "Making",
    "MapError",
    "RecordMap",
    "SheetError",
    "SheetRow",
    "read_map",
    "sheet_rows",
    "shipped_map",
    "shipped_maps",
]
