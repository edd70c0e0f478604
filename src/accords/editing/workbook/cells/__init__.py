"""What a cell of a workbook can hold: how each kind of value is written, read and refused."""
