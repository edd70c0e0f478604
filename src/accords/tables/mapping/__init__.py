"""Sheets of rows made records by a map: which column is which field, which cell is which word."""

from accords.tables.mapping.losses import Losses, LostCells
from accords.tables.mapping.making import Making
from accords.tables.mapping.record_map import MapError, RecordMap, read_map, shipped_map, shipped_maps
from accords.tables.mapping.sheet import SheetError, SheetRow, sheet_rows

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
